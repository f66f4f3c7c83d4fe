"""What a figure is about: a filter, counted in a unit, at a stage, as known on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from item6.measures.filters import Filter, Term
from item6.terms.answers import OTHER_READINGS, STAGES
from item6.terms.figures import UNITS
from item6.terms.names import ReviewName

ALL_STAGES = (*STAGES, *OTHER_READINGS)

LATEST = STAGES[-1]
"""The stage at which everything is known that the State itself answered."""


@dataclass(frozen=True, slots=True)
class Scope:
    """unit: one of UNITS. stage: one of ALL_STAGES, or empty for the last one that is known.

    At the last one known, a scope in which the State itself answered nothing, and a matrix says how it answered,
    stands as the matrix has it. as_of: ISO date, on which documents and answers were out; None for the whole record.
    """

    filter: Filter = field(default_factory=Filter)
    unit: str = "numbers"
    stage: str = ""
    as_of: str | None = None

    def __post_init__(self) -> None:
        if self.unit not in UNITS:
            raise ValueError(f"{self.unit}: not a unit; units are {', '.join(UNITS)}")
        if self.stage and self.stage not in ALL_STAGES:
            raise ValueError(f"{self.stage}: not a stage; stages are {', '.join(ALL_STAGES)}")

    def within(self, key: str, *values: str) -> Scope:
        """The same with these alternatives for a key of the filter."""
        return replace(self, filter=self.filter.with_(key, *values))


def of_review(review: ReviewName, unit: str = "numbers", stage: str = "", as_of: str | None = None) -> Scope:
    """All that one review received."""
    terms = (Term("state", (review.state,)), Term("cycle", (str(review.cycle),)))
    return Scope(Filter(terms), unit, stage, as_of)


def reviews_named(asked: Filter, known: Sequence[ReviewName]) -> list[ReviewName] | None:
    """The reviews that a filter names by State, and by cycle where it does; None where it names no State."""
    states, cycles = asked.values("state"), asked.values("cycle")
    if not states or any(len(state) != 3 for state in states) or any(".." in cycle for cycle in cycles):
        return None
    return [each for each in known if each.state in states and (not cycles or str(each.cycle) in cycles)]
