"""Cells of tables that others open with a spreadsheet."""

from __future__ import annotations

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""What makes a spreadsheet take a cell for a formula, also behind what is not seen."""

_UNSEEN = (
    " \u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2066\u2067\u2068\u2069\u3000\ufeff"
)


def safe_cell(value: object) -> str:
    """The value as a cell of CSV: lists joined by `;`, and an apostrophe before what a spreadsheet would compute."""
    if isinstance(value, list | tuple):
        value = ";".join(map(str, value))
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and text.lstrip(_UNSEEN).startswith(_FORMULA) else text
