"""Counting the numbers that a scope selects by every key at once, as a page does that shows facets.

The sets of the whole record are held as arrays. Where a scope selects much, the sets of all values are cut with it,
sixty-four places at a time; where it selects little, what is said of its pairs is looked up pair by pair.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_

import numpy as np
from numpy.typing import NDArray

from item6.measures.filters import OF_UNIT
from item6.measures.groups import Group, grouped
from item6.measures.places import Places
from item6.measures.scope import LATEST, Scope
from item6.measures.vocabulary import DATED
from item6.record.facets import END
from item6.record.reader import Record
from item6.terms.answers import OTHER_READINGS
from item6.terms.states import GROUPS, STATES

Words = NDArray[np.uint64]
"""A set of places, or several: each bit a place."""
Whole = NDArray[np.int64]

_SAID = ("by", "group", "issue", "theme", "person", "sdg", "action")
"""Keys of which a number may have several values."""

_PAIR_COSTS = 80
"""What looking up a pair takes, beside cutting sixty-four places of one set: measured."""
_AT_ONCE = 60_000
"""Times sixty-four places that are cut at once, so that they stay near the processor."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The values of a key, in alphabetical or in their own order, and of how many numbers each is said.

    in_order: whether they are to be shown so, else the most frequent first.
    """

    names: Sequence[str]
    counts: Whole
    in_order: bool

    def __len__(self) -> int:
        return int(np.count_nonzero(self.counts))

    def first(self, most: int | None = None) -> list[tuple[str, int]]:
        """The first ones that are said of any number: (value, of how many)."""
        held = np.flatnonzero(self.counts)
        if not self.in_order:
            held = held[np.argsort(-self.counts[held], kind="stable")]
        held = held[:most]
        return [(self.names[at], count) for at, count in zip(held.tolist(), self.counts[held].tolist(), strict=True)]


class Selected:
    """What a scope selects, as arrays. start: the word of the whole record's arrays with which these begin."""

    def __init__(self, places: Places) -> None:
        self.places = places
        first = places.facets.spans[0].rank - 1 if places.members else 0
        self.start, self._shift = first // 64, first % 64
        self._words = -(-(self._shift + max(places.pairs.bit_length(), places.members.bit_length())) // 64)

    @cached_property
    def pairs(self) -> Words:
        """The pairs."""
        return _array(self.places.pairs << self._shift, self._words)

    @cached_property
    def members(self) -> Words:
        """The numbers, each at the place of its last pair."""
        return _array(self.places.members << self._shift, self._words)

    def some(self, start: int, stop: int) -> list[int]:
        """The places, here, of the numbers from `start`, counted from 0, to the one before `stop`."""
        held = np.cumsum(np.bitwise_count(self.members), dtype=np.int64)
        first, last = np.searchsorted(held, start, "right"), np.searchsorted(held, stop) + 1
        before = int(held[first - 1]) if first else 0
        found = _places(self.members[first:last]) + 64 * first - self._shift
        return [int(place) for place in found[start - before : stop - before]]


class Tally:
    """The sets of a record's pairs as arrays."""

    def __init__(self, record: Record) -> None:
        self._whole = Places(record, Scope(stage=LATEST))
        facets = self._whole.facets
        self._size, self._words = facets.size, -(-facets.size // 64)
        said = {(key, value): facets.holding(key, value) for key in _SAID for value in facets.values(key)}
        for group in sorted(GROUPS):
            codes = (code for code, state in STATES.items() if state.group == group)
            said["group", group] = reduce(or_, (facets.holding("by", code) for code in codes), 0)
        self._rows: dict[str, slice] = {}
        for at, (key, _) in enumerate(said):
            self._rows[key] = slice(self._rows[key].start if key in self._rows else at, at + 1)
        self._values = [value for _, value in said]
        self._sets = np.stack([_array(places, self._words) for places in said.values()])
        self._ends = _array(facets.holding(END, "numbers"), self._words)
        self._before = _array(facets.all, self._words) & ~self._ends

    def counted(self, places: Places, keys: Sequence[str], selected: Selected | None = None) -> dict[str, Counted]:
        """By key, the values that the selected numbers have.

        places: in numbers, of reviews that follow one another in the record (`Places` with `whole`). selected: the
        same, where it was opened already.
        """
        if not places.members:
            return {key: Counted((), np.zeros(0, np.int64), True) for key in keys}
        read = [key for key in keys if key in OF_UNIT and places.stage in OTHER_READINGS]
        said = [key for key in keys if key in self._rows]
        columns = [key for key in keys if key not in (*read, *said)]
        selected = Selected(places) if selected is None else selected
        found = {key: _of_groups(grouped(places, key, ())) for key in read}
        if said:
            counts = self._said(selected)
            found |= {
                key: Counted(self._values[self._rows[key]], counts[self._rows[key]], key == "action") for key in said
            }
        if columns:
            members = _places(selected.members) + 64 * selected.start
            found |= {key: self._of_column(key, members) for key in columns}
        return found

    def _said(self, selected: Selected) -> Whole:
        """How many of the members each set holds."""
        pairs, members, start = selected.pairs, selected.members, selected.start
        if pairs.size * len(self._values) <= selected.places.pairs.bit_count() * _PAIR_COSTS:
            return self._cut(pairs, members, start)
        return self._looked_up(_places(pairs) + 64 * start, _places(members) + 64 * start)

    def _cut(self, pairs: Words, members: Words, start: int) -> Whole:
        """How many of the members each set holds, all sets cut with the pairs."""
        until = start + pairs.size
        before, ends = self._before[start:until], self._ends[start:until] & members
        sets, step = self._sets[:, start:until], 1 + _AT_ONCE // pairs.size
        return np.concatenate(
            [_members(sets[at : at + step] & pairs, before, ends) for at in range(0, len(sets), step)]
        )

    def _looked_up(self, pairs: Whole, members: Whole) -> Whole:
        """How many of the members each set holds, from what is said of each pair."""
        starts, values = self._of_pair
        number_of = self._number_of
        numbers, asked = number_of[pairs], number_of[members]
        if asked.size != numbers.size:
            at = np.minimum(np.searchsorted(asked, numbers), asked.size - 1)
            pairs = pairs[asked[at] == numbers]
        begins = starts[pairs]
        lengths = starts[pairs + 1] - begins
        taken = np.repeat(begins - np.cumsum(lengths) + lengths, lengths) + np.arange(lengths.sum())
        found = values[taken]
        if asked.size != pairs.size:  # numbers with several pairs, which count once
            each = np.sort(np.repeat(number_of[pairs].astype(np.int64), lengths) * len(self._values) + found)
            found = each[np.diff(each, prepend=-1) != 0] % len(self._values)
        return np.bincount(found, minlength=len(self._values))

    @cached_property
    def _number_of(self) -> NDArray[np.int32]:
        """The number that each pair belongs to, counted from 0."""
        ends = _bits(self._ends)[: self._size]
        return (np.cumsum(ends, dtype=np.int32) - ends).astype(np.int32)

    @cached_property
    def _of_pair(self) -> tuple[NDArray[np.int32], NDArray[np.int16]]:
        """What is said of each pair: where its values begin, and the values of all, one after the other."""
        held = [np.flatnonzero(_bits(each)).astype(np.int32) for each in self._sets]
        pairs = np.concatenate(held)
        values = np.repeat(np.arange(len(held), dtype=np.int16), [each.size for each in held])
        starts = np.concatenate(([0], np.cumsum(np.bincount(pairs, minlength=self._size))))
        return starts.astype(np.int32), values[np.argsort(pairs, kind="stable")]

    def _of_column(self, key: str, members: Whole) -> Counted:
        """Counts of a key of which a number has one value."""
        names, column = self._columns.get(key, ((), None))
        if column is None:
            return Counted((), np.zeros(0, np.int64), True)
        counts = np.bincount(column[members], minlength=len(names) + 1)[: len(names)]
        return Counted(names, counts, key in (*OF_UNIT, *DATED))

    @cached_property
    def _columns(self) -> Mapping[str, tuple[Sequence[str], NDArray[np.int16]]]:
        """By key the names of its values, and the value of the number that ends at each place; the last for none."""
        columns: dict[str, tuple[Sequence[str], NDArray[np.int16]]] = {}
        for key in (*OF_UNIT, "state", *DATED):
            names = self._whole.values(key)
            column = np.full(self._size, len(names), np.int16)
            for at, name in enumerate(names):
                column[_places(_array(self._whole.with_(key, name), self._words))] = at
            columns[key] = names, column
        return columns


def _array(places: int, words: int) -> Words:
    """A set as an array of so many words."""
    return np.frombuffer(places.to_bytes(words * 8, "little"), "<u8")


def _members(pairs: Words, before: Words, ends: Words) -> Whole:
    """How many members hold one of the pairs, for several sets: as `Places.of_unit`, a word at a time."""
    # Adding a one at each place before the last of a member carries over into its last place, and into the next word.
    added = pairs & before
    added += before
    carried = added < before
    while carried[:, :-1].any():
        over = carried[:, :-1].astype(np.uint64)
        added[:, 1:] += over
        carried[:, 1:] = added[:, 1:] < over
        carried[:, 0] = False
    added |= pairs
    added &= ends
    return np.asarray(np.bitwise_count(added).sum(axis=1), np.int64)


def _bits(words: Words) -> NDArray[np.bool_]:
    return np.unpackbits(words.view(np.uint8), bitorder="little").view(np.bool_)


def _places(words: Words) -> Whole:
    """The places of a set, ascending."""
    held = np.flatnonzero(words)
    within = np.flatnonzero(_bits(words[held]))
    return np.asarray(held[within >> 6] * 64 + (within & 63), np.int64)


def _of_groups(groups: Sequence[Group]) -> Counted:
    return Counted([each.value for each in groups], np.array([each.received for each in groups], np.int64), True)
