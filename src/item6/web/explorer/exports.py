"""What a listing selects, whole, for other programs: CSV, JSON and a workbook. One row for each text."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import xlsxwriter

from item6.files.cells import safe_cell
from item6.web.explorer.listing import Listing

COLUMNS = ("name", "text", "recommending_states", "position", "as_written", "document_page")
_WIDTHS = (18, 80, 24, 18, 40, 10)
_LONGEST = 32_767
"""Characters that a cell of a workbook holds (ECMA-376 part 1, 18.3.1.96, as Excel keeps it)."""

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
    stream = io.BytesIO()
    built = str(listing.record.manifest["built"]["at"])
    with xlsxwriter.Workbook(stream, {"constant_memory": True}) as workbook:
        workbook.set_properties({"created": datetime.fromisoformat(built), "author": "item6"})
        bold = workbook.add_format({"bold": True})
        # quotePrefix: what begins like a formula stays words also when somebody edits the cell
        formats = (workbook.add_format({"valign": "top", "text_wrap": True, "quote_prefix": True}), bold)
        count = _recommendations(workbook.add_worksheet("recommendations"), listing, formats)
        about = {"filter": listing.query or "(all)", "selects": listing.title, "texts": count,
                 "record": listing.record.hash, "built": built}  # fmt: skip
        sheet = workbook.add_worksheet("about")
        sheet.set_column(0, 0, 12)
        sheet.set_column(1, 1, 80)
        for at, (name, value) in enumerate(about.items()):
            sheet.write_string(at, 0, name, bold)
            _write(sheet, at, 1, value, formats[0])
    return stream.getvalue()


FORMS: dict[str, tuple[str, Callable[[Listing], bytes]]] = {
    "csv": ("text/csv; charset=utf-8", as_csv),
    "json": ("application/json", as_json),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", as_workbook),
}
"""By the ending of the address: type of content, and what makes it."""


def _recommendations(sheet: Any, listing: Listing, formats: tuple[Any, Any]) -> int:
    """Writes the header and the rows; how many."""
    words, bold = formats
    sheet.freeze_panes(1, 1)
    for at, (column, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True)):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, column, bold)
    count = 0
    for count, row in enumerate(rows(listing), 1):
        for at, column in enumerate(COLUMNS):
            _write(sheet, count, at, row[column], words)
    sheet.autofilter(0, 0, count, len(COLUMNS) - 1)
    return count


def _write(sheet: Any, row: int, column: int, value: object, words: Any) -> None:
    if isinstance(value, int):
        sheet.write_number(row, column, value)
    elif value:
        text = "; ".join(value) if isinstance(value, list) else str(value)
        sheet.write_string(row, column, text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…", words)
