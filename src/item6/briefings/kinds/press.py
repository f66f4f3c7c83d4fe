"""Press lines: half a page that can be said within hours of the review, each number with its unit and stage."""

from __future__ import annotations

from collections.abc import Sequence

from item6.briefings.asked import Asked, Kind
from item6.briefings.document import Bullets, Document, Number, Paragraph, Run, Runs, Text
from item6.measures.figures import Measured
from item6.measures.scope import of_review
from item6.measures.wording import STAGE_PHRASES, UNIT_NAMES, value_in_words
from item6.terms.figures import Figure
from item6.terms.states import name_of


def press_lines(asked: Asked) -> Document:
    """What was received, how it stands, and who asked. KeyError where the record does not hold the review."""
    name = name_of(asked.review.state)
    row = asked.record.review(asked.review)
    if row is None:
        raise KeyError(str(asked.review))
    numbers = Measured(asked.record, of_review(asked.review, stage=asked.stage))
    pairs = Measured(asked.record, of_review(asked.review, "state_recommendations", asked.stage))
    documents = [each for each in asked.record.documents() if each.review == asked.review and each.symbol]
    symbols = tuple(dict.fromkeys(str(each.symbol) for each in documents))
    lead = _received(name, asked, numbers, pairs)
    answered = _answered(name, numbers)
    return Document(
        kind="press",
        title=f"{name}: press lines",
        subtitle=f"Universal Periodic Review, cycle {asked.review.cycle}, {STAGE_PHRASES[numbers.stage]}",
        review=str(asked.review),
        record=asked.record.hash,
        blocks=(Paragraph(lead, "lead"), Bullets(answered)),
        sources=symbols,
    )


def _received(name: str, asked: Asked, numbers: Measured, pairs: Measured) -> Runs:
    received = numbers.figure("received")
    return (
        Text(f"In cycle {asked.review.cycle} of the Universal Periodic Review {name} received "),
        _number(received),
        Text(f" {UNIT_NAMES['numbers'][received.numerator != 1]} from "),
        _number(numbers.figure("recommending_states")),
        Text(" States; counted once for each State that made it, "),
        _number(pairs.figure("received")),
        Text("."),
    )


def _answered(name: str, numbers: Measured) -> tuple[Runs, ...]:
    if numbers.is_pending:
        return ((Text(f"{name} has not answered any of them yet."),),)
    stands: list[Runs] = []
    for verb, measure in _VERBS:
        count, share = numbers.figure(measure), numbers.figure(f"{measure}_share")
        if count.numerator:
            stands.append((Text(f"{name} {verb} "), _number(count), Text(" of them, "), _number(share), Text(".")))
    return tuple(stands)


_VERBS: Sequence[tuple[str, str]] = (
    ("supports", "supported"),
    ("supports in part", "in_part"),
    ("notes, and does not support,", "noted"),
    ("rejects, in its own words,", "rejected"),
    ("has still to answer", "pending"),
)


def _number(figure: Figure) -> Run:
    return Number(value_in_words(figure), figure)


PRESS = Kind("press", "Press lines", (), press_lines)
