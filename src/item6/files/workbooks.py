"""Workbooks written (XLSX): typed cells, a header that stays in view, filters, and words that are never computed.

What is written comes back from `item6.files.xlsx` sign for sign, except what no spreadsheet can hold: all line ends are
line feeds, and signs that XML cannot hold stand as the sign for missing ones (U+FFFD).
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

LONGEST = 32_767
"""Units of UTF-16 that a cell of a workbook holds (ECMA-376 part 1, 18.3.1.96, as Excel keeps it)."""

_NO_TEXT = re.compile("[\\ud800-\\udfff\\ufffe\\uffff]")
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4})|[\\x00-\\x08\\x0b-\\x1f]|^<(?=r>)")
"""What a cell holds by its number (18.4.12): control characters, and what would itself be read as such a number."""

_HEADED = "#f1efe9"
_OWN = "#fdf6e3"

_LINE, _HIGHEST, _LINES_OF = 15.0, 409.0, 4_000
"""Points of a line, the highest row that Excel knows, and the signs of a cell that its row is made high for."""
_A3, _A4, _WIDE = 8, 9, 250

Value = str | int | float | Fraction | Sequence[str] | None
"""What a cell can be: words (several are joined by `; `), a number, a share, or nothing."""


@dataclass(frozen=True, slots=True)
class Column:
    """width: in letters. own: for people to fill in: shaded, and always words. choices: offered, none is forced.

    hidden: for programs. why: shown where somebody stands on the cell.
    """

    title: str
    width: int = 12
    own: bool = False
    choices: tuple[str, ...] = ()
    hidden: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Tab:
    """A sheet. rows: as many cells each as columns. pinned: columns at the left that stay in view.

    headed: whether the titles are a row with filters; without, the first column is in bold.
    """

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Value]]
    pinned: int = 1
    headed: bool = True


class _Words(Worksheet):  # type: ignore[misc]  # XlsxWriter ships no types
    """A sheet whose words come back sign for sign.

    XlsxWriter's own way leaves `_x0041_x0041_` half escaped, and takes words between `<r>` and `</r>` for markup.
    """

    @staticmethod
    def _escape_control_characters(words: str) -> str:
        return _ESCAPED.sub(lambda found: f"_x{ord(found[0]):04X}_", words)


def write_workbook(tabs: Iterable[Tab], created: datetime, title: str = "") -> bytes:
    """The workbook of these sheets. created: the same rows and time give the same bytes."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"constant_memory": True}) as book:
        book.set_properties({"created": created, "author": "item6", "title": held(title)})
        # quotePrefix: what begins like a formula stays words also when somebody edits the cell
        wrapped = {"valign": "top", "text_wrap": True}
        formats = {
            "words": book.add_format({**wrapped, "quote_prefix": True}),
            "number": book.add_format({"valign": "top", "num_format": "#,##0"}),
            "share": book.add_format({"valign": "top", "num_format": "0.0%"}),
            "own": book.add_format({**wrapped, "num_format": "@", "quote_prefix": True, "bg_color": _OWN,
                                    "border": 1, "border_color": "#d5d2c8"}),
            "bold": book.add_format({**wrapped, "bold": True}),
            "head": book.add_format({"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": _HEADED,
                                     "bottom": 1}),
        }  # fmt: skip
        for tab in tabs:
            _write_tab(book.add_worksheet(tab.name, _Words), tab, formats)
    return stream.getvalue()


def held(words: str) -> str:
    """Words as a cell holds them: line ends made one kind, what is too long cut with a sign that it goes on."""
    words = _NO_TEXT.sub("\ufffd", words.replace("\r\n", "\n").replace("\r", "\n"))
    if len(words) + sum(sign > "\uffff" for sign in words) <= LONGEST:
        return words
    whole = words.encode("utf-16-le")[: 2 * (LONGEST - 1)]
    return whole.decode("utf-16-le", "ignore") + "…"


def _write_tab(sheet: Any, tab: Tab, formats: dict[str, Any]) -> None:
    for at, column in enumerate(tab.columns):
        sheet.set_column(at, at, column.width, formats["own"] if column.own else None, {"hidden": column.hidden})
    if tab.headed:
        sheet.set_row(0, 2 * _LINE)
        for at, column in enumerate(tab.columns):
            sheet.write_string(0, at, column.title, formats["head"])
    first = int(tab.headed)
    last = first - 1
    for last, row in enumerate(tab.rows, first):
        sheet.set_row(last, _height(tab.columns, row))
        for at, (column, value) in enumerate(zip(tab.columns, row, strict=True)):
            _write(sheet, last, at, value, formats, "own" if column.own else "words" if at or tab.headed else "bold")
    if tab.headed:
        sheet.freeze_panes(1, tab.pinned)
        sheet.autofilter(0, 0, max(last, 1), len(tab.columns) - 1)
        sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(_A3 if sum(column.width for column in tab.columns) > _WIDE else _A4)
    sheet.fit_to_pages(1, 0)
    for at, column in enumerate(tab.columns):
        if column.choices and last >= first:
            told = {"input_title": column.title[:32], "input_message": column.why[:255]} if column.why else {}
            sheet.data_validation(
                first, at, last, at,
                {"validate": "list", "source": list(column.choices), "show_error": False, "ignore_blank": True, **told},
            )  # fmt: skip


def _height(columns: Sequence[Column], row: Sequence[Value]) -> float:
    """Points that the longest cell of a row needs; LibreOffice does not find out by itself. Room for people's words."""
    lines = [3 if any(column.own for column in columns) else 1]
    for column, value in zip(columns, row, strict=True):
        words = "; ".join(value) if isinstance(value, list | tuple) else str(value or "")
        if not column.hidden:
            lines.append(sum(1 + int(1.1 * len(line)) // column.width for line in words[:_LINES_OF].split("\n")))
    return min(_HIGHEST, _LINE * max(lines))


def _write(sheet: Any, row: int, column: int, value: Value, formats: dict[str, Any], manner: str) -> None:
    if isinstance(value, Fraction):
        sheet.write_number(row, column, float(value), formats["share"])
    elif isinstance(value, int | float) and manner != "own":
        sheet.write_number(row, column, value, formats["number"])
    elif value or manner == "own":
        words = "; ".join(value) if isinstance(value, list | tuple) else str(value or "")
        if words:
            sheet.write_string(row, column, held(words), formats[manner])
        else:
            sheet.write_blank(row, column, None, formats[manner])
