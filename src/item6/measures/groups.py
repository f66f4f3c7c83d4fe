"""Figures by a key: by recommending State, group, issue, theme, session and so on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from item6.measures.definitions import MEASURES, base_of
from item6.measures.figures import Measured
from item6.measures.scope import Scope
from item6.measures.vocabulary import DATED
from item6.record.reader import Record
from item6.terms.answers import PENDING
from item6.terms.states import GROUPS

BY = ("by", "group", "state", "cycle", "session", "year", "issue", "theme", "person", "sdg", "action", "position",
      "as_written", "review")  # fmt: skip
"""What figures can be grouped by: keys of a filter, the regional group of recommending States, and reviews."""


@dataclass(frozen=True, slots=True)
class Group:
    """One row of a table of figures.

    value: of the key, in canonical form. counts: by measure. received: the members of the group. scope: what gives
    the group alone, so that every figure of it can be opened.
    """

    key: str
    value: str
    received: int
    counts: dict[str, int]
    scope: Scope

    def share(self, name: str) -> Fraction | None:
        """A measure as a share of what was received in the group; None while it is not known."""
        return Fraction(self.counts[name], self.received) if self.received and name in self.counts else None


def grouped_by(record: Record, key: str, scope: Scope, names: Iterable[str] = ("supported", "noted")) -> list[Group]:
    """The figures of a scope for each value of a key that it selects anything of, most received first.

    names: measures that are sets of members, or their shares. ValueError for a key that cannot be grouped by, KeyError
    for an unknown measure.
    """
    if key not in BY:
        raise ValueError(f"{key}: not a key to group by; keys are {', '.join(BY)}")
    measured = Measured(record, scope)
    wanted = {base_of(name)[0]: None for name in names}
    picked = {name: MEASURES[name].members(measured.places) for name in wanted}
    found = [group for group in _groups(measured, key, picked) if group.received]
    if key in DATED:
        return sorted(found, key=lambda group: int(group.value))
    ordered = key in ("action", "position", "as_written", "review")
    return found if ordered else sorted(found, key=lambda group: (-group.received, group.value))


def _groups(measured: Measured, key: str, picked: dict[str, int]) -> Iterator[Group]:
    places, scope = measured.places, measured.scope
    if key in ("review", "state", "cycle", "session", "year"):
        yield from _of_reviews(measured, key, picked)
        return
    values = list(GROUPS) if key == "group" else places.values(key)
    named = "by" if key == "group" else key
    for value in values:
        members = places.with_(named, value)
        yield _group(measured, key, value, members, picked, scope.within(named, value))


def _of_reviews(measured: Measured, key: str, picked: dict[str, int]) -> Iterator[Group]:
    """Groups of whole reviews, whose places follow one another or are added up."""
    places, scope = measured.places, measured.scope
    spans: dict[str, int] = {}
    for span in places.spans:
        value = {
            "review": str(span.review), "state": span.review.state, "cycle": span.review.cycle,
            "session": span.session, "year": span.year,
        }[key]  # fmt: skip
        if value is not None:
            spans[str(value)] = spans.get(str(value), 0) | span.places
    for value, mine in spans.items():
        if key == "review":
            state, cycle = value.split("-")
            alone = scope.within("state", state).within("cycle", cycle)
        else:
            alone = scope.within(key, value)
        yield _group(measured, key, value, places.members & mine, picked, alone)


def _group(measured: Measured, key: str, value: str, members: int, picked: dict[str, int], alone: Scope) -> Group:
    """The counts of a group; none of those that rest on answers while all of it is pending."""
    received = members.bit_count()
    pending = received and measured.places.with_("position", PENDING) & members == members
    counts = {
        name: (members & mine).bit_count() for name, mine in picked.items() if not (pending and MEASURES[name].answers)
    }
    return Group(key, value, received, counts, alone)
