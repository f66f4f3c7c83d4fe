"""One folder for each family of documents: pure readers, bytes in, nouns and Issues out; no network, no store.

`read` is the one door: it opens a file, sees which family it belongs to, and hands it to the reader of that family.
"""

from __future__ import annotations

from item6.sources import matrix, upr_info
from item6.sources.addendum import read_addendum
from item6.sources.opening import open_document
from item6.sources.wg_report import read_report
from item6.terms.documents import Reading

_SHEETS = ("file.text", "file.other_office")
"""What a file is called that may be a sheet: plain text may be CSV, an Office file of another kind may be Excel's."""


def read(data: bytes, name: str) -> Reading:
    """Everything that a document says, or the one Issue that says why it is not read.

    data: bytes of the file. name: file name without folder, for places of Issues. Never raises for what the file holds.
    """
    opened = open_document(data, name)
    if isinstance(opened, Reading):
        return _as_sheet(data, name, opened)
    if opened.family.name == "addendum":
        return read_addendum(opened)
    if opened.family.name == "matrix" and opened.document.format == "docx":
        return matrix.read(data, name)
    return read_report(opened)


def _as_sheet(data: bytes, name: str, unopened: Reading) -> Reading:
    """The reading of a sheet with UPR Info's columns; any other file stays unopened, with what was said of it."""
    if not any(each.key in _SHEETS for each in unopened.issues):
        return unopened
    sheet = upr_info.read(data, name)
    return sheet if sheet.rows or sheet.pledge_rows else unopened


__all__ = ["read"]
