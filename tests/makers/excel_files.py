"""Workbooks and separated values made in memory: XLSX by openpyxl, XLS by hand, since nobody writes those any more."""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence

import openpyxl

Value = str | int | float | bool | None


def xlsx_file(rows: Sequence[Sequence[Value]]) -> bytes:
    """A workbook of one sheet, with a second one that must not be read."""
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    for row in rows:
        first.append(list(row))
    book.create_sheet("other").append(["never", "read"])
    memory = io.BytesIO()
    book.save(memory)
    return memory.getvalue()


def csv_file(
    rows: Sequence[Sequence[Value]], *, encoding: str = "utf-8", line_end: str = "\r\n", separator: str = ","
) -> bytes:
    """Separated values; what holds a separator, a quotation mark or a line end is quoted."""

    def cell(value: Value) -> str:
        text = "" if value is None else str(value)
        return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in separator + '"\r\n') else text

    return "".join(separator.join(map(cell, row)) + line_end for row in rows).encode(encoding)


def xls_file(rows: Sequence[Sequence[Value]]) -> bytes:
    """A workbook of the old kind: one sheet of texts and numbers ([MS-XLS] BIFF8 in an [MS-CFB] file)."""
    globals_end = 4 + 16 + 4 + 9 + 4
    book = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    book += _record(0x0085, struct.pack("<IBBBB", globals_end, 0, 0, 1, 0) + b"a") + _record(0x000A, b"")
    assert len(book) == globals_end
    cells = (_cell(r, c, value) for r, row in enumerate(rows) for c, value in enumerate(row) if value is not None)
    sheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    return compound_file("Workbook", book + sheet + b"".join(cells) + _record(0x000A, b""))


def _record(kind: int, inside: bytes) -> bytes:
    return struct.pack("<HH", kind, len(inside)) + inside


def _cell(row: int, column: int, value: Value) -> bytes:
    place = struct.pack("<HHH", row, column, 0)
    if isinstance(value, bool):
        return _record(0x0205, place + bytes([value, 0]))
    if isinstance(value, int | float):
        return _record(0x0203, place + struct.pack("<d", value))
    text = str(value).encode("utf-16-le")
    return _record(0x0204, place + struct.pack("<HB", len(text) // 2, 1) + text)


def compound_file(name: str, stream: bytes) -> bytes:
    """A compound file with one stream of up to 60 KB."""
    size = max(4096, -(-len(stream) // 512) * 512)
    sectors = size // 512
    assert sectors <= 126
    chain = [*range(3, sectors + 2), 0xFFFFFFFE]
    table = struct.pack("<128I", *([0xFFFFFFFD, 0xFFFFFFFE, *chain] + [0xFFFFFFFF] * (126 - sectors)))
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    directory = _entry("Root Entry", 5, 0xFFFFFFFE, 0, 1) + _entry(name, 2, 2, size, 0xFFFFFFFF) + bytes(256)
    return header + table + directory + stream.ljust(size, b"\0")


def _entry(name: str, kind: int, start: int, size: int, below: int) -> bytes:
    text = (name + "\0").encode("utf-16-le")
    tree = struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, below)
    head = text.ljust(64, b"\0") + struct.pack("<HBB", len(text), kind, 1) + tree
    return head + bytes(36) + struct.pack("<IQ", start, size)
