"""Names of reviews, recommendations and texts: the same from draft to final, in files, pages and letters.

`CHN-3` is a review (State under review, cycle), `CHN-3#28.212` a recommendation, `CHN-3#28.212/1` a text.
The number is a label, never a decimal: 28.10 and 28.1 are two recommendations.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_REVIEW = re.compile(r"([A-Za-z]{3})-([1-9]\d?)")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,2}(?:\([a-z]{1,2}\))?(?:\((?:[ivx]+|\d+)\))?")
_RECOMMENDATION = re.compile(rf"({_REVIEW.pattern})#({_NUMBER.pattern})(?:/([1-9]\d*))?")


@dataclass(frozen=True, slots=True, order=True)
class ReviewName:
    """ISO 3166-1 alpha-3 code of the State under review, and the cycle (1, 2, ...)."""

    state: str
    cycle: int

    def __str__(self) -> str:
        return f"{self.state}-{self.cycle}"


@dataclass(frozen=True, slots=True)
class RecommendationName:
    """A numbered recommendation, or with `part` one of its texts (counted from 1 in printed order)."""

    review: ReviewName
    number: str
    part: int | None = None

    def __str__(self) -> str:
        tail = "" if self.part is None else f"/{self.part}"
        return f"{self.review}#{self.number}{tail}"


def parse_review_name(text: str) -> ReviewName | None:
    """`chn-3` to its name; None where the text is not of that form."""
    found = _REVIEW.fullmatch(text.strip())
    return ReviewName(found[1].upper(), int(found[2])) if found else None


def parse_recommendation_name(text: str) -> RecommendationName | None:
    """`CHN-3#28.212` or `CHN-3#28.212/1` to its name; a final dot of the number is forgiven; None otherwise."""
    head, slash, part = text.strip().partition("/")
    found = _RECOMMENDATION.fullmatch(head.removesuffix(".") + slash + part)
    if not found:
        return None
    review = ReviewName(found[2].upper(), int(found[3]))
    return RecommendationName(review, found[4], int(found[5]) if found[5] else None)


def is_number(text: str) -> bool:
    """Whether the text is a recommendation's number in its stored form (`28.212`, `45`, `27(b)`, `67(b)(i)`)."""
    return _NUMBER.fullmatch(text) is not None


def number_key(number: str) -> tuple[tuple[int, str], ...]:
    """Sort key that puts 28.9 before 28.10 and 27(b) before 27(c)."""
    return tuple((int(p), "") if p.isdigit() else (0, p) for p in re.findall(r"\d+|[a-z]+", number))
