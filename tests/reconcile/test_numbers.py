from __future__ import annotations

import pytest
from made_readings import answer, document

from item6.reconcile.numbers import Numbers, resolved
from item6.terms.documents import Reading

ONE = ("115.1", "115.2", "115.10", "115.109")
TWO = ("120.1", "120.2", "122.1", "122.2", "122.3", "45", "27(b)")
DRAFT = {"6.1": "115.2", "6.2": "115.1", "6.9": "115.77"}


@pytest.mark.parametrize(
    ("listed", "pending", "printed", "number", "key"),
    [
        # as the report has it
        (ONE, (), "115.1", "115.1", ""),
        (ONE, (), "115.10", "115.10", ""),
        (ONE, (), "115.10.", "115.10", ""),
        (ONE, (), "115. 10", "115.10", ""),
        (TWO, (), "27 (b)", "27(b)", ""),
        # without the paragraph
        (ONE, (), "1", "115.1", ""),
        (ONE, (), "10", "115.10", ""),
        (ONE, (), "109", "115.109", ""),
        (ONE, (), "9", None, "number.unknown"),
        (TWO, (), "3", "122.3", ""),
        (TWO, (), "45", "45", ""),
        (TWO, (), "1", None, "number.ambiguous"),
        (TWO, ("122.1", "122.2", "122.3"), "1", "122.1", ""),
        (TWO, ("120.1", "122.1"), "1", None, "number.ambiguous"),
        ((*TWO, "122.45"), (), "45", None, "number.ambiguous"),
        ((*TWO, "122.45"), ("122.45",), "45", "122.45", ""),
        # with a misprinted paragraph
        (ONE, (), "155.10", "115.10", "number.main_corrected"),
        (ONE, (), "151.10", "115.10", "number.main_corrected"),
        (ONE, (), "113.2", "115.2", "number.main_corrected"),
        (ONE, (), "233.2", None, "number.unknown"),
        (ONE, (), "5.2", None, "number.unknown"),
        (ONE, (), "155.11", None, "number.unknown"),
        (ONE, (), "115.11", None, "number.unknown"),
        (TWO, (), "121.1", None, "number.ambiguous"),
        (TWO, ("122.1",), "121.1", "122.1", "number.main_corrected"),
        (TWO, (), "121.3", "122.3", "number.main_corrected"),
        # as the draft had it
        (ONE, (), "6.1", "115.2", "number.draft"),
        (ONE, (), "6.2", "115.1", "number.draft"),
        (ONE, (), "6.3", None, "number.unknown"),
        (ONE, (), "6.9", None, "number.unknown"),
        (("6.1", "6.2"), (), "6.1", "6.1", ""),
        ((), (), "1", None, "number.unknown"),
    ],
)
def test_what_a_printed_number_means(
    listed: tuple[str, ...], pending: tuple[str, ...], printed: str, number: str | None, key: str
) -> None:
    assert Numbers(listed, DRAFT, pending).resolve(printed) == (number, key)


def addendum(*numbers: str | None) -> Reading:
    answers = tuple(answer(number, "accepted", stage="addendum", file="add.pdf", page=2) for number in numbers)
    return Reading(document("add.pdf", family="addendum"), answers=answers)


@pytest.mark.parametrize(
    ("printed", "numbers", "sentences"),
    [
        ((None, "120.1"), [None, "120.1"], []),
        (("3", "3"), ["122.3", "122.3"], []),
        (("1", "3"), ["122.3"], ["“1” may be 120.1 or 122.1; its answer is left out"]),
        (("9", "9"), [], ["“9” is no number of the report; its answer is left out"]),
        (("121.3",), ["122.3"], ["printed as 121.3, taken as 122.3, the one number of the report that ends so"]),
        (("121.3", "122.3"), ["122.3"], ["“121.3” is no number of the report; its answer is left out"]),
        (("6.1",), ["122.2"], ["6.1 is a number of the draft, taken as 122.2 of the report"]),
    ],
)
def test_answers_under_the_numbers_of_the_report(
    printed: tuple[str | None, ...], numbers: list[str | None], sentences: list[str]
) -> None:
    found = resolved(addendum(*printed), Numbers(TWO, {"6.1": "122.2"}))
    assert [each.target.number for each in found.answers] == numbers
    assert [each.message for each in found.issues] == sentences
    assert {(each.place.file, each.place.page) for each in found.issues} <= {("add.pdf", 2)}


def test_the_hint_names_the_command() -> None:
    (found,) = resolved(addendum("1"), Numbers(TWO)).issues
    assert found.hint == "look at the page, then enter it with: item6 decide answer XFR-2 NUMBER"
    assert found.place.number == "1"
