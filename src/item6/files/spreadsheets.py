"""Spreadsheets that people send, whatever program wrote them: XLSX or CSV, as rows of words."""

from __future__ import annotations

from item6.files.csv import encodings, read_csv
from item6.files.errors import Unreadable
from item6.files.xlsx import read_xlsx

_ZIP = b"PK\x03\x04"

Row = tuple[int, list[str]]
"""A row by its number, as the spreadsheet shows it, and its cells."""


def read_spreadsheet(data: bytes) -> list[Row]:
    """The rows of a spreadsheet. Unreadable where it is neither XLSX nor CSV."""
    if data.startswith(_ZIP):
        sheet = read_xlsx(data)
    else:
        if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise Unreadable("file.unknown")
        known = encodings(data)
        if not known:
            raise Unreadable("file.unknown")
        sheet = read_csv(data, known[0])
    return [(each.number, list(each.cells)) for each in sheet.rows]
