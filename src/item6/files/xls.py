"""Workbooks of the old kind (XLS, before 2007): the first sheet, row by row, as text. xlrd takes the file apart.

As for XLSX: saved values of formulas, dates as serial numbers, nothing computed.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import xlrd

from item6.files.errors import Unreadable
from item6.files.sheet import CELL_LIMIT, Sheet, number_text, sheet_rows

SIZE_LIMIT = 64 * 2**20
"""Bytes. A sheet of the old kind has 65,536 rows at most; the library keeps them all in memory."""


def read_xls(data: bytes) -> Sheet:
    """The first sheet. Unreadable: `file.damaged`, `file.encrypted`, `file.too_large`."""
    if len(data) > SIZE_LIMIT:
        raise Unreadable("file.too_large", limit=f"{SIZE_LIMIT // 2**20} MB")
    try:
        with xlrd.open_workbook(file_contents=data, logfile=io.StringIO(), on_demand=True) as book:
            return Sheet(sheet_rows(_rows(book.sheet_by_index(0))))
    except Unreadable:
        raise
    # The library was written for sound files: on others it fails with whatever its bytes lead to.
    except Exception as error:
        if "encrypted" in str(error).lower():
            raise Unreadable("file.encrypted") from error
        raise Unreadable("file.damaged", why="its workbook cannot be taken apart") from error


def _rows(sheet: xlrd.sheet.Sheet) -> Iterator[tuple[int, list[str]]]:
    if sheet.nrows * sheet.ncols > CELL_LIMIT:
        raise Unreadable("file.too_large", limit=f"{CELL_LIMIT} cells")
    for number in range(sheet.nrows):
        yield number + 1, [_text(cell) for cell in sheet.row(number)]


def _text(cell: xlrd.sheet.Cell) -> str:
    if cell.ctype == xlrd.XL_CELL_TEXT:
        return str(cell.value)
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return "TRUE" if cell.value else "FALSE"
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(cell.value, "#ERROR"))
    return number_text(cell.value) if isinstance(cell.value, float) else ""
