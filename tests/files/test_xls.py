"""Workbooks of the old kind: the first sheet as text, or one sentence."""

from __future__ import annotations

import random

import pytest
from excel_files import compound_file, xls_file
from mutations import mutated_bytes

from item6.files import sheet
from item6.files.errors import Unreadable
from item6.files.sheet import SheetRow
from item6.files.xls import read_xls

ROWS = [["To", "Text", 5, 5.5, True], [], [None, "é — ’\nб"]]


def test_rows() -> None:
    assert read_xls(xls_file(ROWS)).rows == (
        SheetRow(1, ("To", "Text", "5", "5.5", "TRUE")),
        SheetRow(3, ("", "é — ’\nб")),
    )


@pytest.mark.parametrize(
    ("data", "key"),
    [
        pytest.param(b"", "file.damaged", id="empty"),
        pytest.param(xls_file(ROWS)[:1500], "file.damaged", id="cut-off"),
        pytest.param(compound_file("WordDocument", b"words"), "file.damaged", id="a-document"),
        pytest.param(compound_file("Workbook", b"noise" * 90), "file.damaged", id="noise"),
        pytest.param(
            compound_file("Workbook", bytes.fromhex("0908100000060500000000000000000000000000" "2f0002000100")),
            "file.encrypted",
            id="with-a-password",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_read(data: bytes, key: str) -> None:
    with pytest.raises(Unreadable) as raised:
        read_xls(data)
    assert raised.value.key == key


def test_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("item6.files.xls.CELL_LIMIT", 3)
    monkeypatch.setattr(sheet, "CELL_LIMIT", 3)
    with pytest.raises(Unreadable) as raised:
        read_xls(xls_file([["a", "b"], ["c", "d"]]))
    assert raised.value.key == "file.too_large"


@pytest.mark.parametrize("seed", range(150))
def test_mutated_files_are_read_or_refused(seed: int) -> None:
    data = mutated_bytes(xls_file(ROWS), random.Random(seed))
    try:
        assert all(row.cells for row in read_xls(data).rows)
    except Unreadable as refused:
        assert refused.key in ("file.damaged", "file.encrypted", "file.too_large")
