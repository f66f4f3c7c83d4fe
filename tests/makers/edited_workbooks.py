"""Workbooks edited as people edit them: cells changed, rows moved, hidden or deleted, saved by another program."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from datetime import datetime

import openpyxl

from item6.files.workbooks import Column, Tab, write_workbook
from item6.files.xlsx import sheets_of

Cells = dict[str, str]
"""Words by title."""


def sheet(data: bytes, name: str = "Recommendations") -> list[Cells]:
    """The rows of a sheet under its titles."""
    rows = dict(sheets_of(data))[name].rows
    titles = rows[0].cells
    return [dict(zip(titles, [*row.cells, *[""] * (len(titles) - len(row.cells))], strict=True)) for row in rows[1:]]


def saved_again(rows: list[Cells], name: str = "Recommendations") -> bytes:
    """The rows as another program might save them, beside a sheet of its own."""
    titles = list(rows[0])
    notes = Tab("My sheet", [Column("Name")], [["=1+1"]])
    return write_workbook(
        (notes, Tab(name, [Column(each) for each in titles], [list(row.values()) for row in rows])),
        datetime(2031, 1, 1),
    )


def edited(data: bytes, edits: Mapping[tuple[str, str], str]) -> bytes:
    """The workbook with cells changed by (name of the row, title), saved by openpyxl."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    page = book["Recommendations"]
    titles = {cell.value: cell.column for cell in page[1]}
    rows = {page.cell(at, titles["Name"]).value: at for at in range(2, page.max_row + 1)}
    for (name, title), words in edits.items():
        cell = page.cell(rows[name], titles[title])
        cell.value = words or None
        if words:
            cell.data_type = "s"
    memory = io.BytesIO()
    book.save(memory)
    return memory.getvalue()


def changed(data: bytes, change: Callable[[list[Cells]], list[Cells] | None]) -> bytes:
    """The workbook with its rows changed, saved again."""
    rows = sheet(data)
    return saved_again(change(rows) or rows)
