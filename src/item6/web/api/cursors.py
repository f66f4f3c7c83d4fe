"""Where a list goes on. A cursor names the record, what was asked of it, and how far one is.

A record never changes, so a place in a list of it stays that place; a list that was begun goes on in its record where
a new one has been published since.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from item6.record.errors import RecordNotFound
from item6.record.reader import Record
from item6.web.api.asking import Asked, Refused
from item6.web.explorer import records


def begun(record: Record, asked: Asked, *of: str) -> tuple[Record, int]:
    """The record and the place at which the page begins. of: what the list is of, the same for all its pages.

    Refused for a cursor of another list, or of a record that is no longer kept.
    """
    if not asked["after"]:
        return record, 0
    name, list_, place = asked["after"].split(".")
    if list_ != _digest(of):
        raise Refused(400, "`after` is of another list", "give it with the filter and order that it came with")
    if not record.hash.startswith(name):
        try:
            record = records.named(name)
        except RecordNotFound:
            raise Refused(410, "the record of this list is no longer kept", "begin again, without `after`") from None
    return record, int(place)


def going_on(record: Record, place: int, total: int, *of: str) -> str | None:
    """The cursor of what comes after a place; None at the end."""
    return f"{record.hash[:16]}.{_digest(of)}.{place}" if place < total else None


def _digest(of: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(of).encode("utf-8", "replace")).hexdigest()[:12]
