"""The audit log as files: names and numbers, nothing of what is written in anything."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from datetime import UTC
from itertools import islice

from django.db.models import QuerySet

from item6.files.cells import safe_cell
from item6.web.audit.asked import lines
from item6.web.audit.models import Entry

COLUMNS = ("at", "person", "did", "what", "object", "status")
_AT_ONCE = 2000

Row = dict[str, str | int]


def rows(found: QuerySet[Entry]) -> Iterator[Row]:
    """Lines by column; times in UTC."""
    rest = found.iterator(chunk_size=_AT_ONCE)
    while some := list(islice(rest, _AT_ONCE)):
        for each in lines(some, UTC):
            at = each.at.isoformat(timespec="seconds")
            yield dict(zip(COLUMNS, (at, each.who, each.did, each.what, each.object, each.status), strict=True))


def of_no_coalition() -> Iterator[Row]:
    """Lines of no coalition, the last first: failed sign-ins, tries at coalitions that are not one's own."""
    return rows(Entry.objects.filter(coalition=None).order_by("-id"))


def as_csv(found: QuerySet[Entry]) -> bytes:
    """With a header; cells that a spreadsheet would compute are marked as words."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows(found):
        writer.writerow([safe_cell(row[column]) for column in COLUMNS])
    return stream.getvalue().encode()


def as_json(found: QuerySet[Entry]) -> bytes:
    """A list of objects."""
    return json.dumps(list(rows(found)), ensure_ascii=False, indent=1).encode()


FORMS: dict[str, tuple[str, Callable[[QuerySet[Entry]], bytes]]] = {
    "csv": ("text/csv; charset=utf-8", as_csv),
    "json": ("application/json", as_json),
}
"""By the ending of the address: type of content, and what makes it."""
