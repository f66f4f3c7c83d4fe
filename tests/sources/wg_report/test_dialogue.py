from __future__ import annotations

import pytest

from item6.sources.wg_report.dialogue import Citation, find_paragraphs, read_citations, read_spoken


def cited(text: str) -> list[str]:
    """Number of each citation, with what else the lead-in says."""
    return [
        citation.number + (" last" if citation.only_last else "") + (f" {citation.gloss}" if citation.gloss else "")
        for citation in read_citations(text, 0, len(text))
    ]


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ("paragraph 45", ["45"]),
        ("paragraphs 27 (b), 31 and 43 (a)", ["27(b)", "31", "43(a)"]),
        ("paragraphs 27(b),31,43(a)", ["27(b)", "31", "43(a)"]),
        ("paragraphs\n27 (b), 31,\n32 and 43", ["27(b)", "31", "32", "43"]),
        ("paragraphs 27 (b), (c), (d) and 31 (a) and (b)", ["27(b)", "27(c)", "27(d)", "31(a)", "31(b)"]),
        ("paragraphs 27 (b, c), 31", ["27(b)", "27(c)", "31"]),
        ("paragraphs 65(a), and 79 (d, f, g, h)", ["65(a)", "79(d)", "79(f)", "79(g)", "79(h)"]),
        ("paragraphs 43 (a), (b); 44; 45 (c)", ["43(a)", "43(b)", "44", "45(c)"]),
        # roman parts of a letter, and letters that look roman
        ("paragraphs 67 (b) (i) and (ii), 68", ["67(b)(i)", "67(b)(ii)", "68"]),
        ("paragraph 67 (b) (i), (ii) and (iii) and (c)", ["67(b)(i)", "67(b)(ii)", "67(b)(iii)", "67(c)"]),
        ("paragraph 30 (h) and (i), 31 (i)", ["30(h)", "30(i)", "31(i)"]),
        ("paragraph 34 (i), (j) and (k)", ["34(i)", "34(j)", "34(k)"]),
        # a part of a paragraph that has no letter
        ("paragraphs 45, 55, 56, last sentence, and 63", ["45", "55", "56 last", "63"]),
        ("paragraph 56 (a) and 57, last sentence", ["56(a)", "57 last"]),
        # what they are about
        (
            "paragraphs 20 (abolish the tax on schools) and 21 (a) (build the bridge over the river)",
            ["20 (abolish the tax on schools)", "21(a) (build the bridge over the river)"],
        ),
        ("paragraphs 20, 21 (on schools and bridges)", ["20 (on schools and bridges)", "21 (on schools and bridges)"]),
        ("paragraph 20 (Chile)", ["20 (Chile)"]),
        (
            "paragraph 20 (on the tax on schools), and in paragraph 20 (on the old bridge)",
            ["20 (on the tax on schools)|(on the old bridge)"],
        ),
        # the word stands twice, or the list comes later
        ("the following paragraphs of the report: paragraphs 20 and 21", ["20", "21"]),
        ("paragraph 20 and also in paragraphs 31 and 32", ["20", "31", "32"]),
        ("paragraphs 20 and 21 of the report", ["20", "21"]),
        ("paragraphs 20, 20 and 21", ["20", "21"]),
        # none
        ("paragraphs 61.1 and 61.2", []),
        ("paragraph 5/1", []),
        ("paragraphs", []),
        ("the twentieth paragraph", []),
    ],
)
def test_printed_forms(places: str, expected: list[str]) -> None:
    sentence = f"The recommendations noted in the report in {places} above did not enjoy the support of Ruritania."
    assert cited(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The recommendation of paragraph 20, and recommendations made in paragraphs 30 and 31.", ["20", "30", "31"]),
        (
            "The recommendation contained in paragraph 20 was refused; recommendation 3 of paragraph 31 was not.",
            ["20", "31"],
        ),
        ("In paragraphs 20 and 21 the delegation explained its law.", []),
        ("Recommendations Nos. 8 and 9 are done (see paragraph 59).", []),
        ("Recommendation 61.2 is done, as paragraph 20 says.", []),
        ("The recommendations were studied; paragraph 20 tells how.", []),
        ("", []),
    ],
)
def test_only_recommendations_are_cited(sentence: str, expected: list[str]) -> None:
    assert cited(sentence) == expected


def test_only_the_range_is_read() -> None:
    text = "recommendations in paragraph 20 and 21. The recommendations in paragraph 30"
    assert read_citations(text, 0, text.index(" and")) == [Citation(20)]


SUMMARY = """Contents of 2 pages
19. The minister spoke.
20. Chile welcomed the law of 1999. It recommended that Ruritania (a) abolish the tax on
schools; (b) build the bridge; and (c) ratify the pact. Chile thanked it.
21. Peru asked about the tax. It recommended building a bridge. It further recommended
closing the coal mine, and recommended opening the old gate to visitors.
22. Kenya praised Ruritania. It recommended b)removing the wall; c)taking urgent steps to end the war.
23. It also urged the Government to plant trees in the north. It liked the school.
25. Togo asked (a) about boats and (b) recommended (i) selling ships, (ii) buying boats and (iii) keeping both; (c) \
singing more.
26. Ruritania thanked all States.
27. Mali recommended following article 5 of Convention No. 29. It was glad.
99. Far away, Cuba recommended to sail.
"""
PARAGRAPHS = find_paragraphs(SUMMARY, (0, len(SUMMARY)))


def spoken(citation: Citation) -> list[tuple[str, str]]:
    """Words of what is recommended, and who speaks."""
    found = read_spoken(SUMMARY, PARAGRAPHS, citation, "XRU")
    assert {said.state for said in found} <= {"CHL", "PER", "KEN", "TGO", "MLI"}
    return [(" ".join(SUMMARY[slice(*said.words)].split()), said.state) for said in found]


def test_paragraphs_follow_one_another() -> None:
    """A number may be missing; one that is far off is no paragraph of these."""
    found = {number: SUMMARY[slice(*place)].split()[0] for number, place in PARAGRAPHS.items()}
    assert found == {
        19: "The", 20: "Chile", 21: "Peru", 22: "Kenya", 23: "It", 25: "Togo", 26: "Ruritania", 27: "Mali",
    }  # fmt: skip
    assert SUMMARY[slice(*PARAGRAPHS[26])] == "Ruritania thanked all States.\n"
    assert list(find_paragraphs(SUMMARY, (SUMMARY.index("21. "), SUMMARY.index("23. ")))) == [21, 22]


@pytest.mark.parametrize(
    ("citation", "expected"),
    [
        # lettered parts
        (Citation(20, "a"), [("abolish the tax on schools;", "CHL")]),
        (Citation(20, "b"), [("build the bridge; and", "CHL")]),
        (Citation(20, "c"), [("ratify the pact", "CHL")]),
        (Citation(20, "d"), []),
        (Citation(22, "b"), [("removing the wall;", "KEN")]),
        (Citation(22, "c"), [("taking urgent steps to end the war.", "KEN")]),
        (Citation(25, "b"), [("recommended (i) selling ships, (ii) buying boats and (iii) keeping both;", "TGO")]),
        (Citation(25, "c"), [("singing more.", "TGO")]),
        # roman parts
        (Citation(25, "b", "i"), [("selling ships,", "TGO")]),
        (Citation(25, "b", "ii"), [("buying boats and", "TGO")]),
        (Citation(25, "b", "iii"), [("keeping both;", "TGO")]),
        # letters that are not printed count what is recommended
        (Citation(21, "a"), [("building a bridge.", "PER")]),
        (Citation(21, "b"), [("closing the coal mine, and", "PER")]),
        (Citation(21, "c"), [("opening the old gate to visitors.", "PER")]),
        (Citation(21, "d"), []),
        # whole paragraphs
        (
            Citation(20),
            [("abolish the tax on schools;", "CHL"), ("build the bridge; and", "CHL"), ("ratify the pact", "CHL")],
        ),
        (
            Citation(21),
            [
                ("building a bridge.", "PER"),
                ("closing the coal mine, and", "PER"),
                ("opening the old gate to visitors.", "PER"),
            ],
        ),
        (
            Citation(21, only_last=True),
            [("closing the coal mine, and", "PER"), ("opening the old gate to visitors.", "PER")],
        ),
        (Citation(27), [("following article 5 of Convention No. 29.", "MLI")]),
        # what the lead-in describes
        (Citation(21, gloss="(opening of the gate to visitors)"), [("opening the old gate to visitors.", "PER")]),
        (
            Citation(21, gloss="(opening the gate, visitors)|(closing that coal mine)"),
            [("opening the old gate to visitors.", "PER"), ("closing the coal mine, and", "PER")],
        ),
        (
            Citation(20, gloss="(schools)"),
            [("abolish the tax on schools;", "CHL"), ("build the bridge; and", "CHL"), ("ratify the pact", "CHL")],
        ),
        # softer words, where nothing is recommended; the speaker is that of the paragraph before
        (Citation(23), [("the Government to plant trees in the north.", "KEN")]),
        (Citation(23, "a"), []),
        # nobody recommends anything there, or there is no such place
        (Citation(24), []),
        (Citation(99), []),
        (Citation(99, "a"), []),
    ],
)
def test_what_is_recommended(citation: Citation, expected: list[tuple[str, str]]) -> None:
    assert spoken(citation) == expected


def test_where_the_speaker_is_named() -> None:
    (said,) = read_spoken(SUMMARY, PARAGRAPHS, Citation(23), "XRU")
    assert SUMMARY[slice(*said.named)] == "Kenya"
    (first, *_) = read_spoken(SUMMARY, PARAGRAPHS, Citation(20), "XRU")
    assert said.named[0] > first.named[0] == SUMMARY.index("Chile")


@pytest.mark.parametrize(
    ("citation", "number"),
    [
        (Citation(45), "45"),
        (Citation(27, "b"), "27(b)"),
        (Citation(67, "b", "i"), "67(b)(i)"),
        (Citation(56, only_last=True), "56"),
    ],
)
def test_numbers(citation: Citation, number: str) -> None:
    assert citation.number == number


def test_a_dialogue_without_numbered_paragraphs() -> None:
    assert find_paragraphs("None", (0, 4)) == {}
