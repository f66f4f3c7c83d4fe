"""Ties between texts of different reviews."""

from __future__ import annotations

from dataclasses import dataclass

from item6.terms.names import RecommendationName


@dataclass(frozen=True, slots=True)
class Alike:
    """A text of a later cycle and one of an earlier cycle of the same State that are worded alike.

    name, other: with their parts; other is the earlier one. hundredths: how near, 0 to 100 (`item6.link.nearness`).
    """

    name: RecommendationName
    other: RecommendationName
    hundredths: int
