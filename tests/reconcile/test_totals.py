from __future__ import annotations

import pytest
from made_readings import answer, document, listed, passage, reading, text

from item6.reconcile.positions import Answers
from item6.reconcile.totals import (
    answers_without_text,
    counted,
    differing_totals,
    doubled_numbers,
    missing_numbers,
    position_of_number,
)
from item6.terms.recommendations import Speaker, StatedTotal


def numbers(*labels: str) -> list:
    return [listed(label) for label in labels]


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        ((), []),
        (("5.1", "5.2", "5.3"), []),
        (("5.3", "5.1", "5.2"), []),
        (("5.1", "5.3"), [("count.number_missing", "5.1", "5.3", "5.2")]),
        (("5.2",), [("count.list_starts_late", "5.0", "5.2", "5.1")]),
        (("5.1", "5.9"), [("count.number_missing", "5.1", "5.9", "5.2 to 5.8 (7 numbers)")]),
        (("5.9", "5.10", "5.11"), [("count.list_starts_late", "5.0", "5.9", "5.1 to 5.8 (8 numbers)")]),
        (("9.1", "5.1", "9.3"), [("count.number_missing", "9.1", "9.3", "9.2")]),
        (("5.1", "5.1", "5.2"), []),
        (("45", "47"), []),
        (("27(b)", "27(d)"), []),
    ],
)
def test_gaps_in_a_list(labels: tuple[str, ...], found: list[tuple[str, str, str, str]]) -> None:
    issues = missing_numbers(numbers(*labels), "report.pdf")
    said = [(each.key, dict(each.arguments)) for each in issues]
    assert [(key, each["before"], each["after"], each["missing"]) for key, each in said] == found


def test_items_of_the_dialogue_have_no_sequence() -> None:
    assert missing_numbers([listed("5.1"), listed("5.4", kind="dialogue")], "report.pdf") == []


def test_numbers_that_stand_twice() -> None:
    again = listed("5.1", text("Something else", "PER", page=7))
    found = doubled_numbers([listed("5.1"), listed("5.2"), again, again], "report.pdf")
    assert [(each.code, each.place.file, each.place.page, each.place.number) for each in found] == [
        ("R302", "report.pdf", 7, "5.1"),
        ("R302", "report.pdf", 7, "5.1"),
    ]


@pytest.mark.parametrize(
    ("answers", "position"),
    [
        ([], "pending"),
        ([answer(None, "accepted")], "supported"),
        ([answer("5.1", "accepted_in_part")], "supported/noted"),
        ([answer(None, "accepted"), answer("5.1", "noted", part=2)], "supported/noted"),
        ([answer(None, "accepted"), answer("5.1", "noted", part=1, state="PER")], "supported/noted"),
        ([answer("5.1", "noted", part=1), answer("5.1", "rejected", part=2)], "noted"),
        ([answer("5.1", "accepted", part=1)], "supported/noted"),
    ],
)
def test_the_position_of_a_number_is_that_of_its_parts(answers: list, position: str) -> None:
    two = listed("5.1", text("Abolish the fee", "CHL", "PER"), text("Publish the list", part=2))
    assert position_of_number(two, Answers(answers), "report") == position


REPORT = reading(
    document(),
    *numbers("5.1", "5.2", "5.3"),
    answers=(answer(None, "accepted"), answer("5.3", "noted")),
    speakers=(Speaker("CHL", passage("Chile")), Speaker("PER", passage("Peru")), Speaker("CHL", passage("Chile"))),
)


def test_what_is_counted() -> None:
    assert counted(REPORT, Answers(REPORT.answers)) == {"received": 3, "supported": 2, "noted": 1, "speakers": 2}


@pytest.mark.parametrize(
    ("measure", "value", "sentences"),
    [
        ("received", 3, []),
        ("received", 4, ["the report states 4 recommendations in all, 3 were counted"]),
        ("supported", 3, ["the report states 3 recommendations as supported, 2 were counted"]),
        ("noted", 1, []),
        ("speakers", 91, ["the report states that 91 delegations made statements, 2 were counted"]),
    ],
)
def test_stated_totals(measure: str, value: int, sentences: list[str]) -> None:
    stated = StatedTotal(measure, value, passage("words", page=12))
    found = differing_totals([stated], counted(REPORT, Answers(REPORT.answers)), "report.pdf")
    assert [each.message for each in found] == sentences
    assert {each.place.page for each in found} <= {12}


def test_answers_to_numbers_that_are_not_listed() -> None:
    stray = reading(
        document(), answers=(answer("5.2", "noted"), answer(None, "accepted"), answer("5.12", "noted", page=8))
    )
    found = answers_without_text(stray, stray.recommendations)
    assert [(each.code, each.place.number, each.place.page) for each in found] == [("R306", "5.12", 8)]
