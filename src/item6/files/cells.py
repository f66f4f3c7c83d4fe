"""Cells of tables that others open with a spreadsheet."""

from __future__ import annotations

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""What makes a spreadsheet take a cell for a formula."""


def safe_cell(value: object) -> str:
    """The value as a cell of CSV: lists joined by `;`, and an apostrophe before what a spreadsheet would compute."""
    if isinstance(value, list | tuple):
        value = ";".join(map(str, value))
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text
