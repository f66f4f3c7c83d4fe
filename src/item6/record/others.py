"""What other people's readings say beside the answer, chosen and put in order for the record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from item6.record.contents import ReviewSource
from item6.terms.calendar import cycle_of_session
from item6.terms.documents import Reading
from item6.terms.labels import ExportRow, Label
from item6.terms.names import ReviewName, number_key

T = TypeVar("T")
Placed = tuple[ReviewName, int, T]
"""What is said on a review, and its place there, from 1."""


def labels(sources: Iterable[ReviewSource], readings: Iterable[Reading]) -> list[Placed[Label]]:
    """Labels by review, number and part, then by date of their document and as printed; not of superseded documents.

    Numbers are those of the matrix, whether the report lists them or not.
    """
    aside = {sha256 for source in sources for sha256 in source.superseded}
    found: dict[ReviewName, list[Label]] = defaultdict(list)
    for reading in _dated(readings):
        if reading.labels and reading.document.review and reading.document.sha256 not in aside:
            found[reading.document.review] += reading.labels
    return list(_placed({review: sorted(each, key=_order) for review, each in found.items()}))


def export_rows(sources: Iterable[ReviewSource], readings: Sequence[Reading]) -> list[Placed[ExportRow]]:
    """Rows of exports by review (the State's in the cycle of the session), then as they stand in their document.

    An export is of all States: only rows on reviews that another document is of are taken.
    """
    known = {source.review for source in sources} | {reading.document.review for reading in readings}
    found: dict[ReviewName, list[ExportRow]] = defaultdict(list)
    for reading in _dated(readings):
        for row in reading.rows:
            cycle = cycle_of_session(row.session) if row.session else None
            if cycle and (review := ReviewName(row.reviewed, cycle)) in known:
                found[review].append(row)
    return list(_placed(found))


def _dated(readings: Iterable[Reading]) -> list[Reading]:
    return sorted(readings, key=lambda reading: (reading.document.date or "", reading.document.sha256))


def _placed(found: Mapping[ReviewName, Iterable[T]]) -> Iterator[Placed[T]]:
    for review in sorted(found):
        yield from ((review, printed, each) for printed, each in enumerate(found[review], 1))


def _order(label: Label) -> tuple[object, ...]:
    return number_key(label.number), label.number, label.part or 0
