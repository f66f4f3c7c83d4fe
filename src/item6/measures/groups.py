"""Figures by a key: by recommending State, group, issue, theme, session and so on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from item6.measures.definitions import MEASURES, base_of
from item6.measures.places import Places
from item6.measures.scope import Scope
from item6.measures.vocabulary import DATED
from item6.record.facets import Span
from item6.record.reader import Record
from item6.terms.answers import PENDING
from item6.terms.names import parse_review_name
from item6.terms.states import GROUPS

OF_REVIEWS = ("review", "state", *DATED)
"""What whole reviews can be grouped by."""

BY = ("by", "group", *OF_REVIEWS, "issue", "theme", "person", "sdg", "action", "position", "as_written")
"""What figures can be grouped by: keys of a filter, the regional group of recommending States, and reviews."""

_IN_THEIR_ORDER = ("review", "action", "position", "as_written")


@dataclass(frozen=True, slots=True)
class Group:
    """One row of a table of figures.

    value: of the key, in canonical form. received: the members of the group. counts: by measure, without those that
    rest on answers while all of the group is pending. whole: the scope that was grouped.
    """

    key: str
    value: str
    received: int
    counts: Mapping[str, int]
    whole: Scope

    @property
    def scope(self) -> Scope:
        """What selects the group alone, so that every figure of it can be opened."""
        if self.key == "group":
            return self.whole.within("by", self.value)
        review = parse_review_name(self.value) if self.key == "review" else None
        if review is None:
            return self.whole.within(self.key, self.value)
        return self.whole.within("state", review.state).within("cycle", str(review.cycle))

    def share(self, name: str) -> Fraction | None:
        """A measure as a share of what was received in the group; None while it is not known."""
        return Fraction(self.counts[name], self.received) if self.received and name in self.counts else None


def grouped_by(record: Record, key: str, scope: Scope, names: Iterable[str] = ("supported", "noted")) -> list[Group]:
    """The figures of a scope for each value of a key that it selects anything of, most received first.

    names: measures that are sets of members, or their shares. Numbers of reviews, actions and positions come in their
    own order. ValueError for a key that cannot be grouped by, KeyError for an unknown measure.
    """
    return grouped(Places(record, scope), key, names)


def grouped(places: Places, key: str, names: Iterable[str] = ("supported", "noted")) -> list[Group]:
    """The same for places that were opened already, as pages do that group one scope by many keys."""
    if key not in BY:
        raise ValueError(f"{key}: not a key to group by; keys are {', '.join(BY)}")
    wanted = {base_of(name)[0]: None for name in names}
    picked = {name: MEASURES[name].members(places) for name in wanted}
    sets = {**picked, _ALL: places.members}
    if wanted:
        sets[_PENDING] = places.with_("position", PENDING)
    counted = _of_reviews(places, key, sets) if key in OF_REVIEWS else _of_values(places, key, sets)
    found = [_group(key, value, counts, wanted, places.scope) for value, counts in counted]
    if key in DATED:
        return sorted(found, key=lambda group: int(group.value))
    return found if key in _IN_THEIR_ORDER else sorted(found, key=lambda group: (-group.received, group.value))


_ALL, _PENDING = "all", "not answered"
"""Sets that every group is counted by, beside those asked for."""

Sets = Mapping[str, int]
"""Members by what they are picked for."""


def _group(key: str, value: str, counts: Mapping[str, int], wanted: Iterable[str], whole: Scope) -> Group:
    pending = counts.get(_PENDING) == counts[_ALL]
    known = {name: counts[name] for name in wanted if not (pending and MEASURES[name].answers)}
    return Group(key, value, counts[_ALL], known, whole)


def _of_values(places: Places, key: str, sets: Sets) -> Iterator[tuple[str, Mapping[str, int]]]:
    """Counts by what is said of members."""
    named = "by" if key == "group" else key
    for value in GROUPS if key == "group" else places.values(key):
        members = places.with_(named, value)
        if members & sets[_ALL]:
            yield value, {name: (members & picked).bit_count() for name, picked in sets.items()}


def _of_reviews(places: Places, key: str, sets: Sets) -> Iterator[tuple[str, Mapping[str, int]]]:
    """Counts of whole reviews, added up where several have the same value; those without a value are left out."""
    counted = {name: places.facets.counted(picked) for name, picked in sets.items()}
    found: dict[str, Counter[str]] = {}
    for at, span in enumerate(places.facets.spans):
        value = _value(span, key) if counted[_ALL][at] else None
        if value is not None:
            found.setdefault(value, Counter()).update({name: counts[at] for name, counts in counted.items()})
    yield from found.items()


def _value(span: Span, key: str) -> str | None:
    value = _VALUES[key](span)
    return None if value is None else str(value)


_VALUES: Mapping[str, Callable[[Span], object]] = {
    "review": lambda span: span.review,
    "state": lambda span: span.review.state,
    "cycle": lambda span: span.review.cycle,
    "session": lambda span: span.session,
    "year": lambda span: span.year,
}
