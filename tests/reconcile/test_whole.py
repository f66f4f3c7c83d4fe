from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_readings import FREEDONIA, answer, document, listed, passage, reading, text

from item6.reconcile.reviews import choose
from item6.reconcile.totals import ranges
from item6.reconcile.whole import Reconciled, reconcile
from item6.terms.answers import POSITION_OF, Answer, Target
from item6.terms.decisions import Decision
from item6.terms.documents import Reading
from item6.terms.recommendations import StatedTotal

NUMBERS = ("5.1", "5.2", "7.1", "7.2", "7.3")
REPORT = reading(
    document(),
    *(listed(number, text(f"Do what {number} asks for", "CHL")) for number in NUMBERS),
    answers=(
        answer("5.1", "accepted"), answer("5.2", "accepted"), answer("7.1", "no_answer"), answer("7.2", "no_answer"),
    ),
)  # fmt: skip


def said(number: str, normalised: str, page: int = 2, **fields: object) -> Answer:
    usual: dict[str, object] = {"stage": "addendum", "file": "add.pdf", "page": page}
    return answer(number, normalised, **usual | fields)  # type: ignore[arg-type]  # fields of one function, by name


def whole(*answers: Answer, totals: tuple[tuple[str, int], ...] = (), made: tuple[Decision, ...] = ()) -> Reconciled:
    stated = tuple(StatedTotal(measure, value, passage(str(value), 1, "add.pdf")) for measure, value in totals)
    about = document("add.pdf", symbol="A/HRC/99/4/Add.1", family="addendum", date="2031-06-01")
    (documents,) = choose([REPORT, Reading(about, answers=answers, totals=stated)]).reviews
    return reconcile(documents, made, {"ab" * 32: "ours.jsonl"})


DONE = (said("1", "noted"), said("2", "accepted"), said("7.3", "accepted"))


@pytest.mark.parametrize(
    ("answers", "totals", "sentences"),
    [
        (DONE, (), []),
        (DONE, (("received", 5), ("supported", 4), ("noted", 1)), []),
        (DONE, (("supported_now", 2), ("noted_now", 1), ("received_now", 3)), []),
        (DONE, (("supported_report", 2), ("remaining", 3), ("something_else", 9)), []),
        (DONE, (("supported", 5),), ["the addendum states 5 recommendations as supported, 4 were counted"]),
        (DONE, (("noted_now", 2),), ["the addendum states 2 recommendations as now noted, 1 were counted"]),
        (DONE, (("remaining", 2),),
         ["the addendum states 2 recommendations as left open by the report, 3 were counted"]),
        (DONE, (("received", 4), ("supported", 4), ("noted", 1)),
         ["the addendum states 4 recommendations in all, 5 were counted",
          "the document states 4 recommendations, but its parts (4 supported and 1 noted) add up to 5"]),
        (DONE[:1], (), ["neither supported nor noted after the addendum (2): 7.2, 7.3"]),
        (DONE[:2], (), ["neither supported nor noted after the addendum (1): 7.3"]),
        ((*DONE, said("7.1", "accepted", 4)), (),
         ["two answers to 7.1: noted (“noted”), then supported (“accepted”); the later one counts"]),
        ((*DONE, said("7.2", "accepted_implemented", 4)), (),
         ["7.2 is answered twice, alike: “accepted”, then “accepted_implemented”"]),
        ((*DONE, said("7.9", "accepted", 4)), (), ["“7.9” is no number of the report; its answer is left out"]),
        ((*DONE, said("5.2", "noted", 4)), (), []),
    ],
)  # fmt: skip
def test_what_does_not_add_up(answers: tuple[Answer, ...], totals: tuple, sentences: list[str]) -> None:
    found = whole(*answers, totals=totals)
    assert [each.message for each in found.issues] == sentences
    assert {each.place.page for each in found.issues} <= {1, 3, 4}


def stands(found: Reconciled) -> dict[str, str]:
    """The last position of each number."""
    return {each.number: each.position for each in found.positions()}


def test_the_addendum_is_folded_under_full_numbers() -> None:
    assert stands(whole(*DONE)) == {
        "5.1": "supported", "5.2": "supported", "7.1": "noted", "7.2": "supported", "7.3": "supported",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("oral", "position", "sentences"),
    [
        (0, "noted", []),
        (1, None, ["neither supported nor noted after the addendum (1): 7.3"]),
    ],
)
def test_an_answer_entered_by_hand(oral: int, position: str | None, sentences: list[str]) -> None:
    told = (("oral", oral), ("position", "rejected"), ("stage", "later"))
    made = Decision("answer", FREEDONIA, Target("7.3"), told, "recording", "aloud", "Ana", "2031-07-04", "ab" * 32, 1)
    found = whole(*DONE[:2], made=(made,))
    assert stands(found).get("7.3") == position
    assert [each.message for each in found.issues] == sentences
    assert len(found.entered) == 1


@pytest.mark.parametrize(
    ("numbers", "short"),
    [
        ([], ""),
        (["5.1"], "5.1"),
        (["5.1", "5.2"], "5.1, 5.2"),
        (["5.1", "5.2", "5.3"], "5.1 to 5.3"),
        (["5.1", "5.2", "5.3", "5.5", "7.1", "7.2"], "5.1 to 5.3, 5.5, 7.1, 7.2"),
        (["5.9", "5.10", "5.11", "27(b)", "27(c)"], "5.9 to 5.11, 27(b), 27(c)"),
        (["45", "46", "47"], "45 to 47"),
    ],
)
def test_numbers_in_short(numbers: list[str], short: str) -> None:
    assert ranges(numbers) == short


FORMS = ("accepted", "accepted_implemented", "accepted_in_part", "noted", "rejected", "no_answer")


@given(st.lists(st.sampled_from(FORMS), min_size=1, max_size=60), st.randoms(use_true_random=False))
def test_any_partition_of_the_numbers_comes_back_exactly(forms: list[str], dice: random.Random) -> None:
    numbers = [f"115.{place}" for place in range(1, len(forms) + 1)]
    answers = [
        said(dice.choice([number, number.removeprefix("115."), f"{number}.", number.replace(".", ". ")]), form)
        for number, form in zip(numbers, forms, strict=True)
    ]
    report = reading(document(), *(listed(number) for number in numbers))
    about = document("add.pdf", symbol="A/HRC/99/4/Add.1", family="addendum", date="2031-06-01")
    dice.shuffle(answers)
    (documents,) = choose([report, Reading(about, answers=tuple(answers))]).reviews
    found = reconcile(documents)
    assert stands(found) == {number: POSITION_OF[form] for number, form in zip(numbers, forms, strict=True)}
    open_still = [number for number, form in zip(numbers, forms, strict=True) if form == "no_answer"]
    assert [dict(each.arguments)["numbers"] for each in found.issues] == ([ranges(open_still)] if open_still else [])


@given(st.lists(st.tuples(st.text("0123456789.()ab -", max_size=8), st.sampled_from(FORMS)), max_size=12))
def test_whatever_numbers_are_printed_nothing_is_guessed(printed: list[tuple[str, str]]) -> None:
    found = whole(*(said(number, form) for number, form in printed))
    assert set(stands(found)) <= set(NUMBERS)
    meant = {each.target.number for reading in found.beside for each in reading.answers}
    assert meant <= set(NUMBERS)
