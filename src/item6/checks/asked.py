"""A record that is asked each question once: a statement asks the same of it again and again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from item6.measures.figures import Measured
from item6.measures.filters import FilterError
from item6.measures.published import published_figure
from item6.measures.ranks import Ranked, rank_figure, ranked
from item6.measures.scope import Scope, of_review
from item6.record.reader import Record
from item6.record.rows import ReviewRow
from item6.terms.answers import STAGES
from item6.terms.decisions import Decision
from item6.terms.documents import Document
from item6.terms.figures import Figure
from item6.terms.names import ReviewName

_OWN = ("wg_report", "addendum")
"""Families of documents in which the State's own answers come out."""


class Asked:
    """A record and what was asked of it so far."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self._measured: dict[Scope, Measured] = {}
        self._ranked: dict[str, list[Ranked]] = {}
        self._days: dict[ReviewName, list[str]] = {}
        self._figures: dict[tuple[Scope, str], Figure | None] = {}

    @cached_property
    def _totals(self) -> dict[ReviewName, list[Decision]]:
        found: dict[ReviewName, list[Decision]] = {}
        given = (each for each in self.record.decisions() if each.kind == "totals")
        for each in sorted(given, key=lambda each: (each.when, each.document, each.line)):
            found.setdefault(each.review, []).append(each)
        return found

    @cached_property
    def _reviews(self) -> dict[ReviewName, ReviewRow]:
        return {row.name: row for row in self.record.reviews()}

    @cached_property
    def documents(self) -> Sequence[Document]:
        """All documents of the record."""
        return self.record.documents()

    @cached_property
    def reviews_dated(self) -> Mapping[str, Mapping[int, int | None]]:
        """The reviews known by report or totals: State to cycle to session, None where it is not known."""
        found: dict[str, dict[int, int | None]] = {}
        for name in self._totals:
            found.setdefault(name.state, {})[name.cycle] = None
        for name, row in self._reviews.items():
            found.setdefault(name.state, {})[name.cycle] = row.session
        return found

    def review(self, name: ReviewName) -> ReviewRow | None:
        """A review of which the record holds the report."""
        return self._reviews.get(name)

    def totals(self, name: ReviewName) -> Decision | None:
        """The published totals of a review that are in force."""
        return next(reversed(self._totals.get(name, ())), None)

    def is_known(self, name: ReviewName) -> bool:
        """Whether the record holds the list of a review, or its totals."""
        return name in self._reviews or name in self._totals

    def measured(self, scope: Scope) -> Measured:
        """A scope, opened. FilterError as filters have it."""
        if scope not in self._measured:
            self._measured[scope] = Measured(self.record, scope)
        return self._measured[scope]

    def figure(self, name: str, scope: Scope) -> Figure | None:
        """A Figure of the record, of published totals where these are all; None where it cannot be given."""
        known = (scope, name)
        if known not in self._figures:
            self._figures[known] = self._figure(name, scope)
        return self._figures[known]

    def _figure(self, name: str, scope: Scope) -> Figure | None:
        try:
            return next(iter(self.measured(scope).figures([name])), None)
        except (FilterError, KeyError):
            return None

    def published(self, review: ReviewName, name: str, back: int = 0) -> Figure | None:
        """The Figure of published totals; None where there are none, or they do not tell it.

        back: 0 for those in force, 1 for those entered before them, and so on.
        """
        every = self._totals.get(review, ())
        return published_figure(self.record, of_review(review), every[-1 - back], name) if back < len(every) else None

    def published_often(self, review: ReviewName) -> int:
        """How many totals were published of a review."""
        return len(self._totals.get(review, ()))

    def rank(self, name: str, review: ReviewName) -> Figure | None:
        """The place of a review among all that the record holds, by a measure."""
        if name not in self._ranked:
            self._ranked[name] = ranked(self.record, name, Scope())
        return rank_figure(self.record, name, review, Scope(), self._ranked[name])

    def days(self, review: ReviewName) -> Sequence[str]:
        """The days (ISO) on which a review's report and the State's answers came out, the earliest first."""
        if review not in self._days:
            out = {each.date for each in self.documents if each.review == review and each.family in _OWN}
            said = {each.date for each in self.record.answers(review) if each.stage in STAGES}
            self._days[review] = sorted(filter(None, out | said))
        return self._days[review]

    def is_open(self, review: ReviewName) -> bool:
        """Whether answers are missing in the record, so that what is counted may be less than what the State said."""
        found = self.figure("pending", of_review(review)) if self.review(review) else None
        return bool(found and found.numerator)
