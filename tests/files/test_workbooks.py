"""What is written into a workbook comes back, sign for sign, and nothing of it is computed."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from fractions import Fraction

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from item6.files.workbooks import LONGEST, Column, Tab, held, write_workbook
from item6.files.xlsx import sheets_of

DAY = datetime(2031, 5, 6)
WORDS = st.text(max_size=400) | st.sampled_from(
    ["=1+1", "+", "@x", "_x0041_", "_x005F_x000D_", "_x0000_x0000_", "_x0041\x00", "<r><t>x</t></r>", " lead", "trail ",
     "a\n\nb", "\ta", "١٢", "عربي English", "👩‍👩‍👧", "\x00\x1f", "<&>"]
)  # fmt: skip


def back(data: bytes, name: str) -> list[tuple[str, ...]]:
    return [row.cells for row in dict(sheets_of(data))[name].rows]


@settings(deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=6))
def test_words_come_back(rows: list[tuple[str, str]]) -> None:
    """A mark at the end of each row keeps the empty ones among them."""
    tab = Tab("Words", [Column("A"), Column("B", own=True), Column("C")], [(*row, "end") for row in rows])
    assert back(write_workbook([tab], DAY), "Words") == [("A", "B", "C"), *((held(a), held(b), "end") for a, b in rows)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("\ud800\ufffe", "\ufffd\ufffd"),
        ("x" * LONGEST, "x" * LONGEST),
        ("x" * (LONGEST + 1), "x" * (LONGEST - 1) + "…"),
        ("😀" * LONGEST, "😀" * (LONGEST // 2) + "…"),
    ],
)
def test_what_no_cell_can_hold(words: str, expected: str) -> None:
    assert held(words) == expected
    tab = Tab("Words", [Column("A")], [[words]])
    assert back(write_workbook([tab], DAY), "Words") == [("A",), (expected,)]


def test_cells_are_typed_and_the_sheet_is_ready_for_use() -> None:
    columns = [
        Column("Name"), Column("Count"), Column("Share"), Column("Said", own=True, choices=("yes", "no")),
        Column("Mark", hidden=True),
    ]  # fmt: skip
    rows = [["=A1", 3, Fraction(1, 4), "", "x"], [["a", "b"], None, None, "=2", "y"]]
    data = write_workbook(
        [Tab("Read", [Column("A"), Column("B")], [["x", 1]], headed=False), Tab("List", columns, rows)], DAY
    )
    assert data == write_workbook(
        [Tab("Read", [Column("A"), Column("B")], [["x", 1]], headed=False), Tab("List", columns, rows)], DAY
    )
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book["List"]
    assert [[(cell.value, cell.data_type) for cell in row] for row in sheet.iter_rows(min_row=2, max_col=4)] == [
        [("=A1", "s"), (3, "n"), (0.25, "n"), (None, "n")],
        [("a; b", "s"), (None, "n"), (None, "n"), ("=2", "s")],
    ]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", "A1:E3")
    assert sheet["C2"].number_format == "0.0%"
    assert {sheet["D2"].number_format, sheet["D3"].number_format} == {"@"}
    assert [str(each.sqref) for each in sheet.data_validations.dataValidation] == ["D2:D3"]
    assert sheet.column_dimensions["E"].hidden
    assert book["Read"].freeze_panes is None
    assert book["Read"]["A1"].font.bold
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert [name for name in package.namelist() if b"<f>" in package.read(name)] == []


def test_a_list_without_rows_has_its_titles() -> None:
    assert back(write_workbook([Tab("Empty", [Column("A"), Column("B", choices=("x",))], [])], DAY), "Empty") == [
        ("A", "B")
    ]
