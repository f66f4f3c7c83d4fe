"""Whole addenda in many styles, as Word and as PDF: every answer that is given is right, and hardly one is left out."""

from __future__ import annotations

import pytest
from whole_addenda import WholeAddendum, whole_addenda

from item6.sources import read
from item6.terms.answers import POSITION_OF, Answer

ADDENDA = [made for name in ("first", "second", "third", "fourth", "fifth") for made in whole_addenda(name)]
every_addendum = pytest.mark.parametrize("made", ADDENDA, ids=[made.style for made in ADDENDA])


def last_answers(answers: tuple[Answer, ...]) -> dict[str | None, str]:
    return {answer.target.number: answer.normalised for answer in answers}


@every_addendum
def test_as_word(made: WholeAddendum) -> None:
    found = last_answers(read(made.word(), "addendum.docx").answers)
    assert found == {number: told for number, told in made.told.items() if number not in made.unread}


@every_addendum
def test_as_pdf(made: WholeAddendum) -> None:
    found = last_answers(read(made.pdf(), "addendum.pdf").answers)
    unread = made.unread | made.printed
    assert {number: POSITION_OF[told] for number, told in found.items()} == {
        number: POSITION_OF[told] for number, told in made.told.items() if number not in unread
    }
