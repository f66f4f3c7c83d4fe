"""The order in which a list shows recommendations. Each is a way of cutting what is selected into sets, in turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from item6.measures.places import Places
from item6.measures.scope import LATEST
from item6.measures.vocabulary import ACTIONS
from item6.record.facets import each_place
from item6.record.rows import RecommendationRow
from item6.terms.answers import NOTED, OTHER_READINGS, PARTLY, PENDING, POSITIONS, SUPPORTED

ORDERS = ("", "newest", "position", "action")
"""As they stand in the address: by name, the latest reviews first, by position, the most specific asks first."""


def rows_of(places: Places, order: str, first: int, last: int) -> list[RecommendationRow]:
    """What stands from one place of the list, counted from 0, up to another, in one of ORDERS; by name for others."""
    found: list[RecommendationRow] = []
    before = 0
    for part in _parts(places, order):
        size = part.bit_count()
        if before < last and before + size > first:
            found += as_counted(places, list(islice(each_place(part), max(0, first - before), last - before)))
        before += size
        if before >= last:
            break
    return found


def read_by_others(places: Places) -> bool:
    """Whether what is counted is other people's reading, the State's own answers not being in the record."""
    return places.stage in OTHER_READINGS


def as_counted(places: Places, chosen: Sequence[int]) -> list[RecommendationRow]:
    """The numbers that end at these places, as facets count them: with other people's reading where that counts."""
    rows = places.record.recommendations_at(places.facets, chosen, LATEST)
    if not read_by_others(places):
        return rows
    return [_as_read(places, place, row) for place, row in zip(chosen, rows, strict=True)]


def _as_read(places: Places, place: int, row: RecommendationRow) -> RecommendationRow:
    position = next(each for each in POSITIONS if places.with_("position", each) >> place & 1)
    return row._replace(position=position, as_written="")


def _parts(places: Places, order: str) -> Iterator[int]:
    """The selected numbers in sets, one after the other; each number in one of them."""
    if order == "newest":
        spans = sorted(places.spans, key=lambda span: (-(span.year or 0), -span.review.cycle, span.review.state))
        yield from (places.members & span.places for span in spans)
    elif order == "position":
        yield from (places.with_("position", each) for each in (SUPPORTED, PARTLY, NOTED, PENDING))
    elif order == "action":
        left = places.members
        for each in reversed(ACTIONS):
            part = places.with_("action", each) & left
            left &= ~part
            yield part
        yield left
    else:
        yield places.members
