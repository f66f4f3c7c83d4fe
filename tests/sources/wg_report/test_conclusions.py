from __future__ import annotations

import pytest
from bodies import body

from item6.sources.context import Context
from item6.sources.wg_report.conclusions import Conclusions, read_conclusions
from item6.sources.wg_report.sections import find_sections
from item6.sources.wg_report.structure import find_blocks
from item6.terms.answers import Answer, Target
from item6.terms.names import ReviewName
from item6.terms.passages import Passage
from item6.terms.recommendations import Recommendation, Text

DIALOGUE = """B. Interactive dialogue and responses by the State under review
20. Chile welcomed the law. It recommended that Ruritania (a) abolish the tax on schools; and (b) build the bridge.
21. Peru asked about the tax. It recommended building a tower.
II. Conclusions and/or recommendations
"""
CLOSING = "\n69. All conclusions and/or recommendations contained in the present report reflect views."
RURITANIA = ReviewName("XRU", 2)

YES = "60. The recommendations below enjoy the support of Ruritania:\n"
LATER = "61. The following recommendations will be examined by Ruritania:\n"
NO = "62. The recommendations below did not enjoy the support of Ruritania:\n"
OPEN = "60. The following recommendations were made to Ruritania:\n"
TWO = "60.1. Build a school (Chile);\n60.2. Sell a ship (Peru).\n"


def context(text: str) -> Context:
    names = frozenset({"Ruritania", "Republic of Ruritania"})
    return Context(body(text), "report.pdf", "0" * 64, "A/HRC/29/917", "2015-04-10", RURITANIA, names)


def conclude(conclusions: str) -> Conclusions:
    report = context(DIALOGUE + conclusions + CLOSING)
    sections = find_sections(report.text)
    assert sections is not None
    return read_conclusions(report, find_blocks(report.body, sections.conclusions, sections.closing), sections.dialogue)


def texts(found: Conclusions) -> list[str]:
    """Number, words and States of every text."""
    return [
        f"{each.number}/{text.part} {text.words} {' '.join(text.states)}".strip()
        for each in found.recommendations
        for text in each.texts
    ]


def answers(found: Conclusions) -> list[str]:
    return [f"{answer.target.number} {answer.normalised}" for answer in found.answers]


@pytest.mark.parametrize(
    ("conclusions", "expected"),
    [
        (YES + TWO, ["60.1 accepted", "60.2 accepted"]),
        (
            f"{YES}{TWO}{LATER}61.1. Sing (Mali).\n{NO}62.1. Dance (Togo).",
            ["60.1 accepted", "60.2 accepted", "61.1 no_answer", "62.1 rejected"],
        ),
        # the answer stands after the list
        (f"{OPEN}{TWO}61. All of them enjoy the support of Ruritania.", ["60.1 accepted", "60.2 accepted"]),
        (f"{OPEN}{TWO}61. Ruritania will provide its responses in due time.", ["60.1 no_answer", "60.2 no_answer"]),
        (
            f"{OPEN}{TWO}61. It accepts all of them but will provide its responses later.",
            ["60.1 no_answer", "60.2 no_answer"],
        ),
        # ... or nowhere
        (OPEN + TWO, []),
        (f"{OPEN}{TWO}61. Ruritania thanked all States.", []),
        # a later paragraph answers for the lists without answer, not for the others
        (
            f"{YES}{TWO}61. The following recommendations were made:\n61.1. Sing (Mali).\n62. They were not accepted.",
            ["60.1 accepted", "60.2 accepted", "61.1 rejected"],
        ),
        # ... or for the numbers that it names
        (f"{OPEN}{TWO}61. Ruritania accepts recommendation 60.2.", ["60.2 accepted"]),
        (f"{OPEN}{TWO}61. Ruritania accepts recommendation No. 2.", ["60.2 accepted"]),
        (
            f"{OPEN}{TWO}61. Recommendation 60.2 enjoys its support; recommendation 60.1 did not enjoy its support.",
            ["60.2 accepted", "60.1 rejected"],
        ),
        (
            f"{YES}{TWO}61. Ruritania considers that recommendation 60.1 above has already been implemented.",
            ["60.1 accepted", "60.2 accepted", "60.1 accepted_implemented"],
        ),
        # implemented is no answer where nothing was accepted
        (f"{OPEN}{TWO}61. Recommendation 60.1 has already been implemented.", []),
        # lists that restart
        (
            "60. The recommendations below enjoy the support of Ruritania:\n1. Build (Chile);\n2. Sell (Peru).\n"
            "62. The recommendations below are noted:\n1. Sing (Mali).",
            ["60.1 accepted", "60.2 accepted", "62.1 noted"],
        ),
    ],
)
def test_positions(conclusions: str, expected: list[str]) -> None:
    assert answers(conclude(conclusions)) == expected


@pytest.mark.parametrize(
    ("conclusions", "expected"),
    [
        (YES + TWO, ["60.1/1 Build a school CHL", "60.2/1 Sell a ship PER"]),
        (
            f"{YES}60.1. Build a school (Chile); sell a\nship (Peru, Ruritania);\n60.2. Sing (Mali).",
            ["60.1/1 Build a school CHL", "60.1/2 sell a ship PER", "60.2/1 Sing MLI"],
        ),
        (f"{YES}60.1. Praise the schools.\n60.2. Sing (Mali).", ["60.1/1 Praise the schools", "60.2/1 Sing MLI"]),
        # one recommendation that follows its lead-in
        ("60. Ruritania accepts this recommendation:\nBuild a school (Chile).", ["60/1 Build a school CHL"]),
        ("60. Ruritania accepts this: build a school.", []),
        # comments of the State
        (
            f"{NO}62.1. Sing (Mali);\n62.2. Ruritania explained that it sings.\n"
            "62.3. Regarding recommendation No. 62.1, songs exist.",
            ["62.1/1 Sing MLI"],
        ),
        # ... which nothing in a list of accepted ones is
        (
            f"{YES}60.1. Regarding recommendations of experts, follow them (Chile).",
            ["60.1/1 Regarding recommendations of experts, follow them CHL"],
        ),
        # conclusions are no recommendations
        (
            f"60. These are the conclusions:\n60.1. The law is good (Chile).\n{NO}62.1. Sing (Mali).",
            ["62.1/1 Sing MLI"],
        ),
        # only in the dialogue
        (
            "60. The recommendations noted in paragraphs 20 (b) and 21 above did not enjoy the support of Ruritania.",
            ["20(b)/1 build the bridge CHL", "21/1 building a tower PER"],
        ),
        (
            "60. The recommendations in paragraphs 20 and 21 enjoy its support.\n"
            "61. The recommendation in paragraph 20 was studied.",
            ["20/1 abolish the tax on schools CHL", "20/2 build the bridge CHL", "21/1 building a tower PER"],
        ),
        (
            f"{YES}{TWO}61. Ruritania gave its view on recommendations in paragraph 20 (a).",
            ["60.1/1 Build a school CHL", "60.2/1 Sell a ship PER"],
        ),
        (
            "60. On the following:\n60.1. With regard to the recommendation of Chile in paragraph 20 (b), it is late.",
            ["20(b)/1 build the bridge CHL"],
        ),
        # paragraphs of the conclusions are no places of the dialogue
        (
            f"{YES}{TWO}61. The recommendations in paragraph 60 are noted.",
            ["60.1/1 Build a school CHL", "60.2/1 Sell a ship PER"],
        ),
    ],
)
def test_recommendations(conclusions: str, expected: list[str]) -> None:
    assert texts(conclude(conclusions)) == expected


@pytest.mark.parametrize(
    ("conclusions", "expected"),
    [
        (YES + TWO, []),
        (f"{YES}16.1. Build (Chile);\n60.2. Sing (Mali).", [("item.number_corrected", "60.1", "", ["60.1", "16.1."])]),
        (f"{YES}60.1. Build (Chil);\n60.2. Sing (Mali).", [("item.state_misspelled", "60.1", "", ["Chil", "CHL"])]),
        (
            f"{YES}60.1. Build (Chile, Atlantis);\n60.2. Sing (Mali).",
            [("item.state_unknown", "60.1", "", ["Atlantis"])],
        ),
        (f"{YES}60.1. Build well;\n60.2. Sing (Mali).", [("item.no_state", "60.1", "", [])]),
        (
            f"{YES}60.1. Build (Chile). These words belong nowhere\n60.2. Sing (Mali).",
            [("item.words_left", "60.1", "These words belong nowhere", ["These words belong nowhere"])],
        ),
        (f"{YES}60.1. Build (Chile). A heading here\n60.2. Sing (Mali).", []),
        (
            f"{YES}60.1. Build (Chile). A longer heading here\n60.2. Sing (Mali).",
            [("item.words_left", "60.1", "A longer heading here", ["A longer heading here"])],
        ),
        (
            f"60. These are the conclusions:\n60.1. The law is good.\n{NO}62.1. Sing (Mali).",
            [("list.conclusions", "60", "", [])],
        ),
        (
            f"{YES}{TWO}61. The recommendations in paragraphs 12 and 21 did not enjoy its support.",
            [("dialogue.not_found", "12", "", ["12"])],
        ),
    ],
)
def test_issues(conclusions: str, expected: list[tuple[str, str, str, list[str]]]) -> None:
    found = conclude(conclusions).issues
    assert {(issue.place.file, issue.place.page) for issue in found} <= {("report.pdf", 1)}
    assert [
        (issue.key, issue.place.number, issue.place.words, [value for _, value in issue.arguments]) for issue in found
    ] == expected


def test_everything_about_one_recommendation() -> None:
    report = DIALOGUE + f"{YES}60.1 Join (Chile)/sign (Peru) the\nTreaty of Strelsau;" + CLOSING
    found = conclude(f"{YES}60.1 Join (Chile)/sign (Peru) the\nTreaty of Strelsau;")
    made = body(report)

    def passage(*parts: str) -> Passage:
        places = [(report.index(part), report.index(part) + len(part)) for part in parts]
        words = " ".join(" ".join(report[start:end].split()) for start, end in places)
        return Passage("A/HRC/29/917", "0" * 64, made.locate(*places), words)

    thing = "the\nTreaty of Strelsau"
    assert found.recommendations == [
        Recommendation(
            "60.1",
            "60.1",
            "listed",
            (
                Text(1, "Join the Treaty of Strelsau", ("CHL",), ("Chile",), passage("Join", thing)),
                Text(2, "sign the Treaty of Strelsau", ("PER",), ("Peru",), passage("sign", thing)),
            ),
            passage("60.1 Join (Chile)/sign (Peru)"),
        )
    ]
    assert found.answers == [
        Answer(
            RURITANIA,
            Target("60.1"),
            "supported",
            "enjoy the support of Ruritania",
            "accepted",
            "",
            "report",
            "0" * 64,
            0,
            "2015-04-10",
            passage("The recommendations below enjoy the support of Ruritania:"),
        )
    ]


def test_texts_of_the_dialogue_name_their_speaker() -> None:
    found = conclude("60. The recommendation noted in paragraph 20 (b) did not enjoy its support.")
    (recommendation,) = found.recommendations
    (text,) = recommendation.texts
    assert (recommendation.number, recommendation.number_as_printed, recommendation.kind) == (
        "20(b)",
        "20(b)",
        "dialogue",
    )
    assert (text.words, text.states, text.states_as_written) == ("build the bridge", ("CHL",), ("Chile",))
    assert text.passage.words == "build the bridge. Chile"


def test_numbers_are_taken_once() -> None:
    found = Conclusions()
    one, other = (Recommendation("60.1", "60.1.", "listed", (), context("x").passage((0, 1))) for _ in "ab")
    assert (found.add(one), found.add(other), found.recommendations) == (True, False, [one])
