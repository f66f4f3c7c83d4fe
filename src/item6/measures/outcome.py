"""The outcome of a review: how many of each unit stand where."""

from __future__ import annotations

from collections.abc import Mapping

from item6.measures.figures import Measured
from item6.measures.scope import LATEST, of_review
from item6.record.reader import Record
from item6.terms.answers import POSITIONS
from item6.terms.names import ReviewName

COUNTED_UNITS = ("numbers", "texts", "state_recommendations")
"""Units that every review can be counted in, from its own documents; see `item6.terms.figures.UNITS`."""

Counts = Mapping[str, Mapping[str, int]]
"""Unit, then position, to a count."""


def outcome(record: Record, review: ReviewName, unit: str = "numbers", stage: str = LATEST) -> dict[str, int]:
    """How many of a unit have each of POSITIONS, all of them in their order, at a stage; all 0 for an unknown review.

    A number whose texts differ, and a text whose States differ, is supported/noted. Collective texts have no State:
    they count among numbers and texts only. ValueError for an unknown unit or stage.
    """
    places = Measured(record, of_review(review, unit, stage)).places
    return {position: places.with_("position", position).bit_count() for position in POSITIONS}


def outcomes(record: Record, review: ReviewName, stage: str = LATEST) -> Counts:
    """The outcome in every unit."""
    return {unit: outcome(record, review, unit, stage) for unit in COUNTED_UNITS}
