"""A sheet of cells, as CSV files and workbooks hold them: text as shown, nothing computed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from item6.files.errors import Unreadable

CELL_LIMIT = 5_000_000
"""Cells of one sheet, empty ones before a filled one included. All UPR recommendations since 2008 with eleven columns
are some 1.5 million."""
CHARACTER_LIMIT = 256 * 2**20
"""Characters of all cells of one sheet."""


class SheetRow(NamedTuple):
    """number: counted from 1 as spreadsheets show it. cells: texts from the first column to the last filled one."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """rows: those with a filled cell, in order.

    broken_quotes: in CSV, the row from which quotation marks do not pair; None where all do.
    """

    rows: tuple[SheetRow, ...]
    broken_quotes: int | None = None


def sheet_rows(rows: Iterable[tuple[int, Sequence[str]]]) -> tuple[SheetRow, ...]:
    """Rows of (number, cells) without the empty ones and without empty cells at their ends.

    Unreadable: `file.too_large` past CELL_LIMIT or CHARACTER_LIMIT.
    """
    kept: list[SheetRow] = []
    count = length = 0
    for number, cells in rows:
        count += 1 + len(cells)
        length += sum(map(len, cells))
        if count > CELL_LIMIT or length > CHARACTER_LIMIT:
            raise Unreadable("file.too_large", limit=f"{CELL_LIMIT} cells or {CHARACTER_LIMIT} characters")
        end = next((place for place in range(len(cells), 0, -1) if cells[place - 1].strip()), 0)
        if end:
            kept.append(SheetRow(number, tuple(cells[:end])))
    return tuple(kept)


def number_text(value: float) -> str:
    """A number of a cell as a person would type it: `5`, not `5.0`; dates stay the serial numbers that they are."""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
