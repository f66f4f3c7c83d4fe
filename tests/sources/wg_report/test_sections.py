from __future__ import annotations

import pytest

from item6.sources.wg_report.sections import find_sections

CONTENTS = """Contents
I. Summary of the proceedings of the review process ........ 5–60 3
B. Interactive dialogue and responses by the State under review ........ 10–60 4
II. Conclusions and/or recommendations ........ 61–63 12
III. Voluntary pledges and commitments ........ 64 15
Annex
Composition of the delegation ........ 16
"""
PROCEEDINGS = """I. Summary of the proceedings of the review process
A. Presentation by the State under review
5. The minister spoke.
B. Interactive dialogue and responses by the State under review
6. Three delegations spoke.
"""
HEADING = "II. Conclusions and/or recommendations\n"
LIST = "61. These enjoy the support of Ruritania:\n61.1. Build a school (Chile).\n"
CLOSING = "62. All conclusions and/or recommendations contained in the present report reflect the position of others.\n"
PLEDGES = "III. Voluntary pledges and commitments\n63. Ruritania will build a school.\n"
ANNEX = "Annex\nComposition of the delegation\nHead: the minister\n"


def parts(text: str) -> tuple[str, str, int | None, str] | None:
    """Dialogue, conclusions, number of the closing paragraph and pledges."""
    found = find_sections(text)
    if found is None:
        return None
    dialogue, conclusions, pledges = (
        text[slice(*part)].strip("\n") for part in (found.dialogue, found.conclusions, found.pledges)
    )
    return dialogue, conclusions, found.closing, pledges


DIALOGUE = "6. Three delegations spoke."
ITEMS = LIST.strip("\n")


@pytest.mark.parametrize("contents", ["", CONTENTS])
@pytest.mark.parametrize(
    ("after", "closing", "pledges"),
    [
        ("", None, ""),
        (CLOSING, 62, ""),
        (CLOSING + ANNEX, 62, ""),
        (CLOSING + PLEDGES + ANNEX, 62, "63. Ruritania will build a school."),
        (CLOSING + PLEDGES, 62, "63. Ruritania will build a school."),
        (PLEDGES + ANNEX, None, "63. Ruritania will build a school."),
        (ANNEX, None, ""),
    ],
)
def test_outline(contents: str, after: str, closing: int | None, pledges: str) -> None:
    text = contents + PROCEEDINGS + HEADING + LIST + after
    assert parts(text) == (DIALOGUE, ITEMS, closing, pledges)


@pytest.mark.parametrize(
    "heading",
    [
        "II. Conclusions and/or recommendations",
        "II. Conclusions and/or recommendations**",
        "II. Conclusions and/or recommendations∗ 1",
        "  II.  CONCLUSIONS AND/OR RECOMMENDATIONS",
        "II Conclusions and recommendations",
        "2. Conclusions and/or recommendations",
        "Conclusions and /or recommendations",
        "II. Conclusions and/or\nrecommendations",
    ],
)
def test_headings_of_the_conclusions(heading: str) -> None:
    assert parts(f"{CONTENTS}{PROCEEDINGS}{heading}\n{LIST}{CLOSING}") == (DIALOGUE, ITEMS, 62, "")


@pytest.mark.parametrize(
    "heading",
    [
        "Conclusions",
        "The conclusions and/or recommendations",
        "II. Conclusions and/or recommendations of the troika",
        "II. Recommendations",
    ],
)
def test_what_is_no_heading(heading: str) -> None:
    assert parts(f"{PROCEEDINGS}{heading}\n{LIST}{CLOSING}") is None


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("62. All conclusions and/or recommendations contained in the present report reflect views.", 62),
        ("62 . All conclusions and /or recommendations contained in this report reflect views.", 62),
        ("62.\nAll conclusions and/or\nrecommendations contained in this report reflect views.", 62),
        ("62. The conclusions and recommendations set out in the present report reflect views.", 62),
        ("62. All the conclusions and/or recommendations included in this report reflect views.", 62),
        ("All conclusions and/or recommendations in this report reflect views.", None),
    ],
)
def test_closing_paragraphs(sentence: str, number: int | None) -> None:
    text = f"{PROCEEDINGS}{HEADING}{LIST}{sentence}\n{ANNEX}"
    assert parts(text) == (DIALOGUE, ITEMS, number, "")


@pytest.mark.parametrize(
    "within",
    [
        "61.2. Act upon the\nconclusions and/or recommendations of the troika (Peru).",
        "61.2. Add an\nannex to the law (Peru).",
        "61.2. Keep its\nvoluntary pledges and commitments (Peru).",
    ],
)
def test_words_of_a_list_close_nothing(within: str) -> None:
    text = f"{PROCEEDINGS}{HEADING}{LIST}{within}\n{CLOSING}{ANNEX}"
    assert parts(text) == (DIALOGUE, f"{LIST}{within}", 62, "")


@pytest.mark.parametrize(
    ("heading", "pledges"),
    [
        ("III. Voluntary pledges and commitments", "63. Ruritania will build a school."),
        ("III. VOLUNTARY COMMITMENTS AND PLEDGES*", "63. Ruritania will build a school."),
        ("III. Commitments of the State under review", "63. Ruritania will build a school."),
        ("IV. Pledges", "63. Ruritania will build a school."),
        ("I. Voluntary pledges", ""),
        ("Other matters", ""),
    ],
)
def test_headings_of_pledges(heading: str, pledges: str) -> None:
    text = f"{PROCEEDINGS}{HEADING}{LIST}{CLOSING}{heading}\n63. Ruritania will build a school.\n{ANNEX}"
    assert parts(text) == (DIALOGUE, ITEMS, 62, pledges)


@pytest.mark.parametrize("heading", ["Annex", "ANNEX", "Annex I", "Annexes", "Annex 1*"])
def test_annexes_end_the_report(heading: str) -> None:
    text = f"{PROCEEDINGS}{HEADING}{LIST}{heading}\n1. Ms. Head of the delegation\n"
    assert parts(text) == (DIALOGUE, ITEMS, None, "")


def test_without_heading_the_dialogue_is_all_before() -> None:
    assert parts(f"5. The minister spoke.\n{HEADING}{LIST}{CLOSING}") == ("5. The minister spoke.", ITEMS, 62, "")


def test_nothing_at_all() -> None:
    assert parts("") is None
