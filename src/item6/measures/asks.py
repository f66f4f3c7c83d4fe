"""The same ask in other cycles: recommendations to the same State that are worded alike, as the record has them tied.

How near two texts are was found when the record was built (`item6.link.nearness`). Nothing here says that two are one
and the same ask.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from item6.record.reader import Record
from item6.record.rows import RecommendationRow, TextRow
from item6.terms.names import RecommendationName, ReviewName

MOST = 5
"""Numbers of other cycles that are shown for one number, the nearest ones."""

_LAST = "later"


@dataclass(frozen=True, slots=True)
class Near:
    """A number of another cycle, by its text that is nearest to one of the number asked for.

    part: the text of the number asked for. text: the one that is near, where it stands today. near: hundredths.
    again: States (ISO3) that made both.
    """

    name: RecommendationName
    part: int
    text: TextRow
    near: int
    again: tuple[str, ...]

    @property
    def alike(self) -> str:
        """`0.82`."""
        return f"{self.near / 100:.2f}"

    @property
    def other(self) -> RecommendationName:
        """The number of the other cycle."""
        return RecommendationName(self.text.review, self.text.number)


def near_to(record: Record, row: RecommendationRow) -> list[Near]:
    """Numbers of other cycles that are worded like one: the nearest first, each once, at most MOST."""
    found: dict[RecommendationName, Near] = {}
    for link in record.alike(row.name):
        mine, other = (link.name, link.other) if link.name.review == row.review else (link.other, link.name)
        number = RecommendationName(other.review, other.number)
        if number in found or len(found) == MOST:
            continue
        theirs = _text(record.recommendation(number, _LAST), other.part)
        own = _text(row, mine.part)
        if theirs and own:
            again = tuple(state for state in own.states if state in theirs.states)
            found[number] = Near(row.name, own.part, theirs, link.hundredths, again)
    return list(found.values())


def of_review(record: Record, review: ReviewName) -> Iterator[tuple[RecommendationRow, list[Near]]]:
    """Every number of a review that has such numbers in other cycles, in order."""
    for row in record.recommendations(review, _LAST):
        if near := near_to(record, row):
            yield row, near


def cycles_beside(record: Record, review: ReviewName) -> list[int]:
    """The other cycles of the State in the record."""
    return [row.cycle for row in record.reviews() if row.state == review.state and row.cycle != review.cycle]


def as_object(row: RecommendationRow, near: Near) -> dict[str, Any]:
    """One pair as plain JSON."""
    own = next(text for text in row.texts if text.part == near.part)
    return {
        "name": str(own.name),
        "text": own.words,
        "recommending_states": list(own.states),
        "position": own.position,
        "other": str(near.text.name),
        "other_text": near.text.words,
        "other_recommending_states": list(near.text.states),
        "other_position": near.text.position,
        "other_as_written": near.text.as_written,
        "alike": float(Fraction(near.near, 100)),
        "same_states": list(near.again),
    }


def _text(row: RecommendationRow | None, part: int | None) -> TextRow | None:
    return next((text for text in row.texts if text.part == part), None) if row else None
