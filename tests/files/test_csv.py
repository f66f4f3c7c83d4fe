"""Separated values in every encoding, with every line end, and with quotation marks that do not pair."""

from __future__ import annotations

import pytest
from excel_files import csv_file
from hypothesis import given
from hypothesis import strategies as st

from item6.files.csv import encodings, read_csv
from item6.files.errors import Unreadable
from item6.files.sheet import SheetRow


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", ("utf-8",)),
        (b"plain", ("utf-8",)),
        ("café".encode(), ("utf-8",)),
        ("café".encode("utf-8-sig"), ("utf-8-sig",)),
        ("café".encode("utf-16"), ("utf-16",)),
        (b"\xfe\xff\x00a", ("utf-16",)),
        ("café’".encode("cp1252"), ("cp1252", "mac_roman")),
        ("café".encode("mac_roman"), ("cp1252", "mac_roman")),
        ("ç".encode("mac_roman"), ("mac_roman",)),
    ],
)
def test_encodings(data: bytes, expected: tuple[str, ...]) -> None:
    assert encodings(data) == expected


@pytest.mark.parametrize(
    ("text", "expected", "broken"),
    [
        ("a,b\nc,d\n", [(1, "a", "b"), (2, "c", "d")], None),
        ("a,b\rc,d\r", [(1, "a", "b"), (2, "c", "d")], None),
        ("a,b\r\nc,d", [(1, "a", "b"), (2, "c", "d")], None),
        ("a;b\nc,x;d\n", [(1, "a", "b"), (2, "c,x", "d")], None),
        ("a\tb\nc,x\td\n", [(1, "a", "b"), (2, "c,x", "d")], None),
        ("\n\na;b\n", [(3, "a", "b")], None),
        ('a,"b\rb"\rc,d\r', [(1, "a", "b\rb"), (2, "c", "d")], None),
        ('a,"say ""so"""\n', [(1, "a", 'say "so"')], None),
        ("a,,\n,,\n,b,\n", [(1, "a"), (3, "", "b")], None),
        ('a,b\nc,"x" y\nd,e\n', [(1, "a", "b"), (2, "c", "x y"), (3, "d", "e")], 2),
        ('a,b\nc,"d\ne,f\n', [(1, "a", "b"), (2, "c", "d\ne,f\n")], 2),
        ("", [], None),
        ("\n\n", [], None),
    ],
)
def test_rows(text: str, expected: list[tuple[int | str, ...]], broken: int | None) -> None:
    sheet = read_csv(text.encode(), "utf-8")
    assert [(row.number, *row.cells) for row in sheet.rows] == expected
    assert sheet.broken_quotes == broken


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        pytest.param(b"a,b\n\xff\xfe", "utf-8", id="not-in-this-encoding"),
        pytest.param(b"\xff\xfea", "utf-16", id="half-a-character"),
        pytest.param(b'a,b\nc,"' + b"x" * 200_000, "utf-8", id="a-cell-without-end"),
    ],
)
def test_damaged(data: bytes, encoding: str) -> None:
    with pytest.raises(Unreadable) as raised:
        read_csv(data, encoding)
    assert raised.value.key == "file.damaged"


CELL = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8)


@given(
    st.lists(st.lists(CELL, min_size=2, max_size=5), min_size=1, max_size=6),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from(["\r", "\n", "\r\n"]),
)
def test_what_was_written_is_read(rows: list[list[str]], encoding: str, line_end: str) -> None:
    head = ["first", "second", "third"]
    data = csv_file([head, *rows], encoding=encoding, line_end=line_end)
    expected = [
        SheetRow(number, tuple(cells[: max(place for place, cell in enumerate(cells, 1) if cell.strip())]))
        for number, cells in enumerate([head, *rows], start=1)
        if any(cell.strip() for cell in cells)
    ]
    assert (encoding,) == ("utf-8",) or encodings(data) == (encoding,)
    assert list(read_csv(data, encoding).rows) == expected
