"""The table of (text, State) as sets of places, from which every unit is counted.

A pair is one text from one State; a text without States is one pair without State, and a number without text one
without text. Pairs stand in the order of names, so those of a number, a text or a review follow one another. What is
said of pairs (who recommended, where the State stands, which issue) is a set of places: a whole number, the bit of
each place set. Sets are joined, cut and counted as fast as whole numbers are, whatever is asked.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from item6.terms.names import ReviewName

PAIRS, EXPORT = BASES = ("pairs", "upr_info_rows")
"""What is counted: pairs of the record's own texts, or rows of UPR Info's export."""

END = "end"
"""Key of the sets that hold the last place of each number and of each text, and the places with a State; by unit."""

POSITION, CLASS = "position", "as_written"
"""Keys of the sets of positions and of the State's own words; at a stage, `position@addendum`."""

Key = tuple[str, str]
"""What is said, and its value: `("by", "CHE")`."""


def at_stage(key: str, stage: str) -> str:
    """The key of positions, or of the State's words, at a stage."""
    return f"{key}@{stage}"


@dataclass(frozen=True, slots=True)
class Span:
    """The places of one review. first: the first of them here. rank: the same place in the whole record, from 1."""

    review: ReviewName
    session: int | None
    year: int | None
    first: int
    size: int
    rank: int

    @property
    def places(self) -> int:
        """All of its places, as a set."""
        return ((1 << self.size) - 1) << self.first


@dataclass(frozen=True)
class Facets:
    """Sets of places of one or more reviews, or of the whole record.

    base: one of BASES. size: how many places there are. sets: what is said of them; a key that is not there is said
    of none. spans: the reviews, in order.
    """

    base: str
    size: int
    spans: tuple[Span, ...]
    sets: Mapping[Key, int]

    def holding(self, key: str, value: str) -> int:
        """The places of which this is said."""
        return self.sets.get((key, value), 0)

    def values(self, key: str) -> list[str]:
        """What is said under a key anywhere here, in alphabetical order."""
        return sorted(value for known, value in self.sets if known == key and self.sets[known, value])

    @cached_property
    def all(self) -> int:
        """Every place."""
        return (1 << self.size) - 1

    def saying(self, keys: Collection[str], said: Mapping[Key, int]) -> Facets:
        """The same places with these sets in place of all that was said under these keys."""
        kept = {known: places for known, places in self.sets.items() if known[0] not in keys}
        return replace(self, sets={**kept, **said})

    @cached_property
    def is_run(self) -> bool:
        """Whether the reviews here follow one another in the whole record, in its order."""
        return bool(self.spans) and all(span.rank - self.spans[0].rank == span.first for span in self.spans)

    @cached_property
    def _at(self) -> Mapping[ReviewName, int]:
        """Where each review stands in `spans`."""
        return {span.review: at for at, span in enumerate(self.spans)}

    def run(self, reviews: Iterable[ReviewName]) -> Facets | None:
        """The places of these reviews alone; None where they do not follow one another here."""
        at = sorted(self._at[each] for each in reviews if each in self._at)
        if not at or at[-1] - at[0] != len(at) - 1:
            return None
        spans = self.spans[at[0] : at[-1] + 1]
        first, size = spans[0].first, sum(span.size for span in spans)
        moved = tuple(replace(span, first=span.first - first) for span in spans)
        return Facets(self.base, size, moved, _Cut(self.sets, first, size))

    def is_of_several(self, places: int) -> bool:
        """Whether a set of places reaches over more than one review."""
        if not places:
            return False
        first, last = (places & -places).bit_length() - 1, places.bit_length() - 1
        return bisect(self.spans, first, key=_first) != bisect(self.spans, last, key=_first)

    def of_record(self, places: int) -> int:
        """The set of those places here that are in a set of places of the whole record."""
        if self.is_run and places.bit_length() <= self.size and self.spans[0].rank == 1:
            return places
        if self.is_run:
            return places >> (self.spans[0].rank - 1) & self.all
        found = 0
        for span in self.spans:
            found |= (places >> (span.rank - 1) & ((1 << span.size) - 1)) << span.first
        return found

    def counted(self, places: int) -> list[int]:
        """How many of a set of places each review holds, in the order of `spans`."""
        kept = places.to_bytes(self.size // 8 + 1, "little")
        return [
            (
                int.from_bytes(kept[span.first // 8 : (span.first + span.size) // 8 + 1], "little") >> span.first % 8
                & ((1 << span.size) - 1)
            ).bit_count()
            for span in self.spans
        ]

    def rank_of(self, place: int) -> int:
        """The place in the whole record, from 1, of a place here."""
        span = self.spans[bisect(self.spans, place, key=_first) - 1]
        return span.rank + place - span.first

    def ranks_of(self, places: int) -> list[int]:
        """The places in the whole record, from 1, of a set of places here."""
        if self.is_run:
            return [self.spans[0].rank + place for place in each_place(places)]
        return [self.rank_of(place) for place in each_place(places)]

    def at_ranks(self, ranks: Iterable[int]) -> int:
        """The set of those places here that stand at these places of the whole record, from 1."""
        until = max((span.rank + span.size for span in self.spans), default=1)
        return self.of_record(set_of((rank - 1 for rank in ranks if rank < until), until))


def set_of(places: Iterable[int], size: int) -> int:
    """The set of these places, all below `size`."""
    found = bytearray(size // 8 + 1)
    for place in places:
        found[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(found, "little")


def each_place(places: int) -> Iterator[int]:
    """The places of a set, ascending."""
    for found in _HELD.finditer(places.to_bytes((places.bit_length() + 7) // 8, "little")):
        byte = found[0][0]
        while byte:
            low = byte & -byte
            yield found.start() * 8 + low.bit_length() - 1
            byte ^= low


_HELD = re.compile(rb"[^\0]")
"""A byte with places; sets are mostly empty, and this is how empty bytes are passed over fastest."""


def _first(span: Span) -> int:
    return span.first


class _Cut(Mapping[Key, int]):
    """Sets of some places that follow one another, cut out of others when they are asked for."""

    def __init__(self, sets: Mapping[Key, int], first: int, size: int) -> None:
        self._sets, self._first, self._mask = sets, first, (1 << size) - 1
        self._cut: dict[Key, int] = {}

    def __getitem__(self, key: Key) -> int:
        if key not in self._cut:
            self._cut[key] = self._sets[key] >> self._first & self._mask
        return self._cut[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._sets)

    def __len__(self) -> int:
        return len(self._sets)


def joined(parts: Sequence[Facets]) -> Facets:
    """The places of several Facets of one base, one after the other; no places of the record's own base for none."""
    if len(parts) == 1:
        return parts[0]
    sets: dict[Key, int] = {}
    spans: list[Span] = []
    size = 0
    for part in parts:
        spans += [replace(span, first=span.first + size) for span in part.spans]
        for key, places in part.sets.items():
            sets[key] = sets.get(key, 0) | places << size
        size += part.size
    return Facets(parts[0].base if parts else PAIRS, size, tuple(spans), sets)
