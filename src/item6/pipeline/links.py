"""Ties between the texts of a record: those of one State in different cycles that are worded alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from item6.link import Asked, nearest
from item6.reconcile.whole import Reconciled
from item6.terms.links import Alike
from item6.terms.names import RecommendationName


def links_of(reviews: Iterable[Reconciled]) -> Iterator[Alike]:
    """For each text of a report in force, the texts of earlier cycles of the same State that are nearest to it."""
    return nearest(
        Asked(RecommendationName(review.review, each.number, text.part), text.words)
        for review in sorted(reviews, key=lambda review: review.review)
        for each in review.report.recommendations
        for text in each.texts
    )
