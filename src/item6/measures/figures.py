"""A record, a measure and a scope to a Figure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from item6.measures.definitions import MEASURES, OTHERS, base_of
from item6.measures.places import Places
from item6.measures.published import published_figure, totals_in_force
from item6.measures.reversals import reversed_members
from item6.measures.rows import Rows
from item6.measures.scope import Scope
from item6.record.reader import Record
from item6.terms.answers import NOTED, OTHER_READINGS, PARTLY, PENDING, STAGES, SUPPORTED
from item6.terms.figures import Figure, Sentence


class Measured:
    """One scope of a record, opened once for all its figures."""

    def __init__(self, record: Record, scope: Scope) -> None:
        self.record, self.scope = record, scope
        self.places = Places(record, scope)

    @property
    def stage(self) -> str:
        """The stage that the figures are of."""
        return self.places.stage

    @cached_property
    def received(self) -> int:
        """How many members the scope selects."""
        return self.places.members.bit_count()

    @cached_property
    def is_pending(self) -> bool:
        """Whether there are members, and no answer to any of them was read."""
        return bool(self.received) and self.places.with_("position", PENDING) == self.places.members

    def count(self, name: str) -> int:
        """How many members a measure picks. KeyError for an unknown one."""
        return MEASURES[name].members(self.places).bit_count()

    def figure(self, name: str) -> Figure:
        """The Figure of a measure, or with `_share` of its share. KeyError for an unknown one.

        What is not known has the value None: what rests on answers while all is pending; the State's words where only
        other people's reading is known; who spoke where no report is; reversals without issues or an earlier review.
        """
        base, share = base_of(name)
        if base in OTHERS:
            return self._other(base)
        measure = MEASURES[base]
        if measure.answers and self.is_pending:
            return self.made(name, measure.version, 0, 0, (), "pending", pending=self.received)
        if measure.in_words and self.stage in OTHER_READINGS:
            return self.made(name, measure.version, 0, 0, (), "unknown")
        members = measure.members(self.places)
        rows = Rows(lambda: self.places.names(members))
        count, whole = members.bit_count(), self.received if share else None
        key = ("share" if whole else "nothing") if share else "received" if base == "received" else "count"
        return self.made(name, measure.version, count, whole, rows, key, of=self.received)

    def figures(self, names: Iterable[str]) -> list[Figure]:
        """Several measures, as `figure` gives them; of published totals where these are all that is known."""
        totals = None if self.places.facets.size else totals_in_force(self.record, self.scope)
        if totals is None:
            return [self.figure(name) for name in names]
        return [found for name in names if (found := published_figure(self.record, self.scope, totals, name))]

    def made(
        self,
        name: str,
        version: int,
        numerator: int,
        denominator: int | None,
        rows: Sequence[str],
        key: str,
        **said: str | int,
    ) -> Figure:
        """A Figure of this scope. key: of its sentence. said: arguments of the sentence beside its own numbers."""
        arguments = {
            "measure": name, "count": numerator, "unit": self.scope.unit, "scope": str(self.scope.filter),
            "stage": self.stage, **said,
        }  # fmt: skip
        return Figure(
            name, version, self.scope.unit, str(self.scope.filter), self.stage, self.scope.as_of, self.record.hash,
            numerator, denominator, rows, Sentence(key, tuple(sorted(arguments.items()))),
        )  # fmt: skip

    def _other(self, name: str) -> Figure:
        rows = _OTHERS[name](self)
        if rows is None:
            return self.made(name, OTHERS[name].version, 0, 0, (), "unknown")
        return self.made(name, OTHERS[name].version, len(rows), None, rows, "count", of=self.received)

    def _recommending(self) -> Sequence[str]:
        return tuple(code for code in self.places.values("by") if self.places.with_("by", code))

    def _reviews(self) -> Sequence[str]:
        return tuple(str(span.review) for span in self.places.spans)

    def _speakers(self) -> Sequence[str] | None:
        spoke = {each.state: None for span in self.places.spans for each in self.record.speakers(span.review)}
        return tuple(spoke) or None

    def _reversed(self, before: str, now: str) -> Sequence[str] | None:
        members = reversed_members(self.places, before, now)
        return None if members is None else Rows(lambda: self.places.names(members))

    def _newly(self, position: str) -> Sequence[str] | None:
        if self.stage not in STAGES:
            return None  # other people's readings tell no stages
        members = self.places.newly(position)
        return Rows(lambda: self.places.names(members))


_OTHERS: dict[str, Callable[[Measured], Sequence[str] | None]] = {
    "recommending_states": Measured._recommending,
    "reviews": Measured._reviews,
    "speakers": Measured._speakers,
    "reversed_to_noted": lambda measured: measured._reversed("supported", "noted"),
    "reversed_to_supported": lambda measured: measured._reversed("noted", "supported"),
    "newly_supported": lambda measured: measured._newly(SUPPORTED),
    "newly_in_part": lambda measured: measured._newly(PARTLY),
    "newly_noted": lambda measured: measured._newly(NOTED),
}


def figure(record: Record, name: str, scope: Scope) -> Figure:
    """One Figure: a measure of a scope in a record. KeyError for an unknown measure.

    Of a review of which only published totals are known it is their figure, without rows.
    """
    return figures(record, [name], scope)[0]


def figures(record: Record, names: Iterable[str], scope: Scope) -> list[Figure]:
    """Several measures of one scope, as `figure` gives them; those that published totals do not tell are left out."""
    return Measured(record, scope).figures(names)
