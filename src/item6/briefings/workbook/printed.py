"""The figures of a workbook read back, so that they can be computed again."""

from __future__ import annotations

from item6.briefings.workbook.tabs import IN_WORDS, REFERENCE, VALUE
from item6.briefings.writers.machine import Printed
from item6.files.package import Package
from item6.files.xlsx import sheets_of

_HEAD = 30
"""Rows among which the titles of the columns stand."""


def is_workbook(data: bytes) -> bool:
    """Whether an Office file is one of Excel's. Unreadable where it is no such file."""
    return any(name.startswith("xl/") for name in Package(data).names)


def printed_in(data: bytes) -> tuple[Printed, ...] | None:
    """The figures of the first sheet that lists any, in the order of its rows; None where there is none.

    data: XLSX. Unreadable where it is no workbook.
    """
    for _, sheet in sheets_of(data):
        for head in sheet.rows[:_HEAD]:
            if REFERENCE in head.cells and IN_WORDS in head.cells:
                rows = (
                    dict(zip(head.cells, row.cells, strict=False)) for row in sheet.rows if row.number > head.number
                )
                return tuple(
                    Printed(row.get(IN_WORDS, ""), row[REFERENCE], row.get(VALUE, ""))
                    for row in rows
                    if row.get(REFERENCE)
                )
    return None
