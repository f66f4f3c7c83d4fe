"""UPR Info's export of its database (CSV, XLS, XLSX): a row for each recommendation of each State, of many reviews.

The steps, one module each: decoding (which letters) -> columns (which column is which) -> values (what a cell means)
-> rows. The answers in it are UPR Info's reading of the last answer; partial acceptance is filed as Noted.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

from item6.files.errors import Unreadable
from item6.files.kinds import kind
from item6.files.sheet import Sheet
from item6.files.xls import read_xls
from item6.files.xlsx import read_xlsx
from item6.sources.upr_info.columns import COLUMNS, FROM, TO, find_columns, looks_like_export
from item6.sources.upr_info.decoding import decode
from item6.sources.upr_info.rows import read_rows
from item6.sources.upr_info.values import shown, state_of
from item6.terms.documents import Document, Reading
from item6.terms.issues import Issue, Place, issue

CSV, XLS, XLSX = "csv", "xls", "xlsx"
_FIRST = 20
"""Rows among which the headings stand."""


def read(data: bytes, name: str) -> Reading:
    """The rows of an export, voluntary pledges apart; `Document.review` is None, since it holds many reviews.

    data: bytes of the file. name: file name without folder, for places of Issues. Never raises for what the file holds;
    what is no export gives one Issue.
    """
    document = Document(name, hashlib.sha256(data).hexdigest(), "unknown", "other", None, False, None, None, None, None)
    try:
        form = _form(data, name)
        sheet, guessed = _sheet(data, form)
    except Unreadable as unreadable:
        return Reading(document, issues=(unreadable.issue(name),))
    document = replace(document, format=form, family="upr_info")
    reading = _read_sheet(document, sheet)
    said = [issue("upr_info.encoding", Place(name), {"encoding": guessed})] if guessed else []
    return replace(reading, issues=(*said, *reading.issues)) if reading.rows else reading


def _form(data: bytes, name: str) -> str:
    """What the bytes are; whatever holds no table is Unreadable, as for every other document."""
    try:
        return kind(data, name)
    except Unreadable as other:
        if other.key == "file.text":
            return CSV
        if other.key == "file.other_office" and other.arguments.get("what") == "Excel":
            return XLSX if data.startswith(b"PK") else XLS
        raise


def _sheet(data: bytes, form: str) -> tuple[Sheet, str | None]:
    """The sheet, and the encoding that could only be guessed; a document without cells is an empty sheet."""
    if form == CSV:
        return decode(data, _known_states)
    readers = {XLS: read_xls, XLSX: read_xlsx}
    return (readers[form](data) if form in readers else Sheet(())), None


def _heading(sheet: Sheet) -> int | None:
    """Index of the row of headings."""
    return next((place for place, row in enumerate(sheet.rows[:_FIRST]) if looks_like_export(row.cells)), None)


def _known_states(sheet: Sheet) -> int:
    """How many different names in the columns of States are names of States."""
    heading = _heading(sheet)
    if heading is None:
        return 0
    columns = find_columns(sheet.rows[heading].cells)
    places = [columns[name] for name in (TO, FROM) if name in columns]
    names = {row.cells[place] for row in sheet.rows[heading + 1 :] for place in places if place < len(row.cells)}
    return sum(state_of(shown(name)) is not None for name in names)


def _read_sheet(document: Document, sheet: Sheet) -> Reading:
    place = Place(document.file)
    heading = _heading(sheet)
    if heading is None:
        return Reading(document, issues=(issue("upr_info.no_header", place),))
    columns = find_columns(sheet.rows[heading].cells)
    rows = sheet.rows[heading + 1 :]
    issues: list[Issue] = [
        issue("upr_info.no_column", place, {"column": name}) for name in COLUMNS if name not in columns
    ]
    if sheet.broken_quotes is not None:
        issues.append(issue("upr_info.quotes", place, {"row": sheet.broken_quotes}))
    found = read_rows(document, columns, rows)
    if not (found.rows or found.pledges):
        issues.append(issue("upr_info.no_rows", place))
    return Reading(
        document,
        issues=(*issues, *found.issues),
        rows=tuple(found.rows),
        pledge_rows=tuple(found.pledges),
    )


__all__ = ["looks_like_export", "read"]
