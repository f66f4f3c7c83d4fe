"""To whom a letter was handed, and what they answered."""

from __future__ import annotations

from datetime import date

from item6.web.letters.models import Letter, Sent
from item6.web.letters.writing import signed_version
from item6.web.people.models import Person


def hand_over(*, letter: Letter, to: str, how: str, on: date, by: Person | None) -> Sent:
    """Writes down that the letter, at the version that is signed now, was given to somebody."""
    return Sent.objects.create(letter=letter, version=signed_version(letter), to=to, how=how, on=on, by=by)


def answered(*, sent: Sent, words: str, on: date) -> bool:
    """Writes down an answer, in the answerer's own words. An answer that stands is never overwritten: False."""
    return bool(Sent.objects.filter(pk=sent.pk, answered=None).update(answer=words, answered=on))
