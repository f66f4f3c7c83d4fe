"""A figure that names its definition, so that anyone can recompute it and open it down to its rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

UNITS = ("numbers", "texts", "state_recommendations", "upr_info_rows")
"""Counting units: numbered recommendations (the UN's), texts under them, (text, State) pairs (nearest to
UPR Info's), rows of UPR Info's own export."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as message key and arguments, so that it can be translated."""

    key: str
    arguments: tuple[tuple[str, str | int], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """measure@version of a scope at a stage and a date, from one record.

    scope: canonical filter. as_of: ISO date or None for the whole record. record: the record's hash.
    value: a whole number for counts, a Fraction for shares. rows: names of what was counted in the numerator.
    """

    measure: str
    version: int
    unit: str
    scope: str
    stage: str
    as_of: str | None
    record: str
    numerator: int
    denominator: int | None
    rows: Sequence[str]
    sentence: Sentence

    @property
    def value(self) -> int | Fraction | None:
        """The numerator alone, or its share of the denominator; None for a share of nothing."""
        if self.denominator is None:
            return self.numerator
        return Fraction(self.numerator, self.denominator) if self.denominator else None

    @property
    def reference(self) -> str:
        """What recomputes the figure, in one line that can be quoted."""
        asked = f"unit={self.unit}&stage={self.stage}&as_of={self.as_of or ''}&scope={without_spaces(self.scope)}"
        return f"{self.measure}@{self.version}?{asked}#{self.record}"


def without_spaces(scope: str) -> str:
    """A scope as one word, for references: `+` for a space."""
    return scope.replace("%", "%25").replace("+", "%2B").replace(" ", "+")


def with_spaces(word: str) -> str:
    """The scope that `without_spaces` made one word."""
    return word.replace("+", " ").replace("%2B", "+").replace("%25", "%")
