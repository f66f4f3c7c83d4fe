from __future__ import annotations

import pytest
from made_readings import FREEDONIA, answer, digest, listed, text

from item6.reconcile.positions import Answers, contradictions, positions, states_of
from item6.terms.answers import Answer

ALL_SUPPORTED = answer(None, "accepted")
NUMBER_NOTED = answer("5.1", "noted")
NUMBER_LATER = answer("5.1", "no_answer")
TEXT_SUPPORTED = answer("5.1", "accepted", part=2)
ONE_STATE = answer("5.1", "rejected", part=2, state="PER")
ADDENDUM = answer("5.1", "accepted", stage="addendum")
ADDENDUM_ALL = answer(None, "noted", stage="addendum")
ADDENDUM_LATER = answer("5.1", "no_answer", stage="addendum")
CORRECTED = answer("5.1", "accepted_in_part", stage="addendum", revision=1)
CORRECTED_ALL = answer(None, "rejected", stage="addendum", revision=1)
SAID = answer("5.1", "accepted", stage="adoption", source="oral")
THEIR_READING = answer("5.1", "accepted", stage="matrix", source="reading")
ADOPTION = answer("5.1", "accepted_implemented", stage="adoption")


@pytest.mark.parametrize(
    ("answers", "stage", "wins"),
    [
        ([], "later", None),
        ([ALL_SUPPORTED], "report", ALL_SUPPORTED),
        ([ALL_SUPPORTED, NUMBER_NOTED], "report", NUMBER_NOTED),
        ([NUMBER_NOTED, ALL_SUPPORTED], "report", NUMBER_NOTED),
        ([ALL_SUPPORTED, NUMBER_LATER], "report", NUMBER_LATER),
        ([NUMBER_NOTED, TEXT_SUPPORTED], "report", TEXT_SUPPORTED),
        ([ONE_STATE, TEXT_SUPPORTED, NUMBER_NOTED], "report", ONE_STATE),
        ([NUMBER_NOTED, ADDENDUM], "report", NUMBER_NOTED),
        ([NUMBER_NOTED, ADDENDUM], "addendum", ADDENDUM),
        ([NUMBER_NOTED, ADDENDUM_ALL], "addendum", ADDENDUM_ALL),
        ([ONE_STATE, ADDENDUM_ALL], "later", ADDENDUM_ALL),
        ([NUMBER_NOTED, ADDENDUM_LATER], "addendum", NUMBER_NOTED),
        ([NUMBER_LATER, ADDENDUM_LATER], "addendum", ADDENDUM_LATER),
        ([NUMBER_LATER, ADDENDUM], "later", ADDENDUM),
        ([ADDENDUM, CORRECTED], "addendum", CORRECTED),
        ([ADDENDUM, CORRECTED_ALL], "addendum", CORRECTED_ALL),
        ([CORRECTED, ADOPTION], "adoption", ADOPTION),
        ([NUMBER_NOTED, SAID], "later", NUMBER_NOTED),
        ([NUMBER_NOTED, THEIR_READING], "later", NUMBER_NOTED),
        ([answer("5.2", "accepted")], "later", None),
        ([answer("5.1", "accepted", part=1)], "later", None),
        ([answer("5.1", "accepted", state="CHL")], "later", None),
    ],
)
def test_which_answer_counts_for_what_peru_wrote_in_the_second_text(
    answers: list[Answer], stage: str, wins: Answer | None
) -> None:
    assert Answers(answers).winning("5.1", 2, "PER", stage) is wins


def test_of_equals_the_later_one_counts() -> None:
    first, second = answer("5.1", "accepted"), answer("5.1", "noted")
    assert Answers([first, second]).winning("5.1", 1, "PER", "report") is second
    dated = answer("5.1", "accepted", date="2031-07-01")
    assert Answers([dated, second]).winning("5.1", 1, "PER", "report") is dated
    pending = answer("5.1", "no_answer")
    assert Answers([first, pending]).winning("5.1", 1, "PER", "report") is first


@pytest.mark.parametrize(
    ("as_of", "position"),
    [("2031-06-01", None), ("2031-07-01", "accepted"), ("2031-12-31", "noted"), (None, "noted")],
)
def test_answers_after_a_date_do_not_count(as_of: str | None, position: str | None) -> None:
    answers = [answer("5.1", "accepted", date="2031-07-01"), answer("5.1", "noted", date="2031-08-01")]
    found = Answers(answers, as_of).winning("5.1", 1, "PER", "report")
    assert (found.as_written if found else None) == position


def test_an_answer_without_date_stays() -> None:
    assert Answers([ALL_SUPPORTED], "1999-01-01").winning("5.1", 1, "PER", "report") is ALL_SUPPORTED


@pytest.mark.parametrize(
    ("answers", "stages"),
    [
        ([], ("report",)),
        ([ADDENDUM], ("report", "addendum")),
        ([ADOPTION, NUMBER_NOTED], ("report", "adoption")),
        ([SAID, THEIR_READING], ("report",)),
    ],
)
def test_stages_with_written_answers(answers: list[Answer], stages: tuple[str, ...]) -> None:
    assert Answers(answers).stages() == stages


TWO_TEXTS = listed("5.1", text("Abolish the fee", "CHL", "PER", "CHL"), text("Publish the list", part=2))


def test_a_row_for_each_text_and_state_and_change() -> None:
    answers = Answers([ALL_SUPPORTED, answer("5.1", "rejected", part=2, stage="addendum", file="add.pdf", page=2)])
    rows = positions(FREEDONIA, [TWO_TEXTS], answers)
    assert [(row.part, row.state, row.stage, row.position, row.as_written, row.page) for row in rows] == [
        (1, "CHL", "report", "supported", "accepted", 9),
        (1, "PER", "report", "supported", "accepted", 9),
        (2, None, "report", "supported", "accepted", 9),
        (2, None, "addendum", "noted", "rejected", 2),
    ]
    assert [row.document for row in rows] == [digest("report.pdf")] * 3 + [digest("add.pdf")]
    assert {row.normalised for row in rows} == {"accepted", "rejected"}


def test_without_an_answer_there_is_no_row() -> None:
    assert positions(FREEDONIA, [TWO_TEXTS], Answers([answer("5.9", "accepted")])) == []


@pytest.mark.parametrize(
    ("states", "counted"),
    [((), (None,)), (("CHL",), ("CHL",)), (("CHL", "PER", "CHL"), ("CHL", "PER"))],
)
def test_states_of_a_text_once_each(states: tuple[str, ...], counted: tuple[str | None, ...]) -> None:
    assert states_of(text("Act", *states)) == counted


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ([answer("5.1", "accepted"), answer("5.1", "noted", page=11)], [("5.1", 11, "noted (“noted”)")]),
        ([answer("5.1", "accepted"), answer("5.1", "accepted_implemented")], []),
        ([answer("5.1", "noted"), answer("5.1", "rejected")], []),
        ([answer("5.1", "accepted"), answer("5.1", "no_answer")], []),
        ([answer(None, "accepted"), answer("5.1", "noted")], []),
        ([answer("5.1", "accepted"), answer("5.1", "noted", part=2)], []),
        ([answer("5.1", "accepted"), answer("5.1", "noted", stage="addendum")], []),
        ([answer("5.1", "accepted"), answer("5.1", "noted", source="oral")], []),
        (
            [answer("5.1", "noted", words=""), answer("5.1", "accepted_in_part", words="")],
            [("5.1", 9, "supported in part")],
        ),
    ],
)
def test_two_answers_to_one_number(answers: list[Answer], said: list[tuple[str, int, str]]) -> None:
    found = contradictions(Answers(answers), [TWO_TEXTS], "report.pdf")
    assert [(each.place.number, each.place.page, dict(each.arguments)["second"]) for each in found] == said
    assert {each.key for each in found} <= {"count.two_answers"}
