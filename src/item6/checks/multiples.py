"""Claims that one review has so many times the recommendations of another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from item6.checks.calendar_claims import claim_at
from item6.checks.claims import TIMES, Claim
from item6.checks.numbers import hedge_before, value_of_words
from item6.checks.sentences import SentenceSpan
from item6.checks.windows import first_status, last_status

_IN_ONE_WORD = {"twice": 2, "thrice": 3, "four": 4}


def times_as_many(sentence: SentenceSpan) -> Iterator[Claim]:
    """The claims of a sentence such as `twice as many recommendations`, `three times more`, `the number doubled`."""
    text, cues = sentence.text, sentence.cues
    for found in cues.times.finditer(text):
        said = found["times"] or ""
        value = int(said) if said.isdigit() else value_of_words(said.lower(), cues.numbers) if said else None
        value = value or next(value for name, value in _IN_ONE_WORD.items() if found[name])
        before = last_status(text[: found.start()], cues)
        after = first_status(text[found.end() :], cues)
        if cues.states.match(text[found.end() :]):
            before = "speakers"
        role = before if before not in ("", "received") else after or "received"
        made = claim_at(sentence, found.start(), found.end(), "comparison", role, TIMES, value=Fraction(value))
        yield replace(made, hedge=hedge_before(text, found.start(), cues.numbers))
