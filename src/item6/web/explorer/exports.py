"""What a listing selects, whole, for other programs: CSV, JSON and a workbook. One row for each text."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from item6.files.cells import safe_cell
from item6.files.workbooks import Column, Tab, write_workbook
from item6.web.explorer.listing import Listing

COLUMNS = ("name", "text", "recommending_states", "position", "as_written", "document_page")
_WIDTHS = (18, 80, 24, 18, 40, 10)

Row = dict[str, Any]


def rows(listing: Listing) -> Iterator[Row]:
    """The texts that a listing selects, by column."""
    for row in listing.every():
        for text in row.texts:
            yield {
                "name": str(text.name), "text": text.words, "recommending_states": list(text.states),
                "position": text.position, "as_written": text.as_written, "document_page": text.page,
            }  # fmt: skip


def as_csv(listing: Listing) -> bytes:
    """With a header; cells that a spreadsheet would compute are marked as words."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows(listing):
        writer.writerow([safe_cell(row[column]) for column in COLUMNS])
    return stream.getvalue().encode()


def as_json(listing: Listing) -> bytes:
    """A list of objects."""
    return json.dumps(list(rows(listing)), ensure_ascii=False, indent=1).encode()


def as_workbook(listing: Listing) -> bytes:
    """XLSX: words as words and numbers as numbers, whatever they begin with; a sheet says what was asked, and of what.

    The same record and filter give the same bytes.
    """
    built = str(listing.record.manifest["built"]["at"])
    found = [[row[column] for column in COLUMNS] for row in rows(listing)]
    about: dict[str, str | int] = {"filter": listing.query or "(all)", "selects": listing.title, "texts": len(found),
             "record": listing.record.hash, "built": built}  # fmt: skip
    tabs = (
        Tab("recommendations", [Column(*each) for each in zip(COLUMNS, _WIDTHS, strict=True)], found),
        Tab("about", [Column("name", 12), Column("value", 80)], list(about.items()), headed=False),
    )
    return write_workbook(tabs, datetime.fromisoformat(built), listing.title)


FORMS: dict[str, tuple[str, Callable[[Listing], bytes]]] = {
    "csv": ("text/csv; charset=utf-8", as_csv),
    "json": ("application/json", as_json),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", as_workbook),
}
"""By the ending of the address: type of content, and what makes it."""
