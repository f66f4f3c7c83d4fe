"""Files of separated values: any line end, any of the usual separators, and the encodings that they can be in.

Nothing in such a file tells its encoding. UTF-8 proves itself, since no other text passes for it; what is left is one
of the encodings of a single byte that spreadsheets write, and which of them only its words can tell.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from item6.files.errors import Unreadable
from item6.files.sheet import Sheet, sheet_rows

ONE_BYTE = ("cp1252", "mac_roman")
"""What Excel writes on Windows and wrote on the Macintosh."""

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SEPARATORS = ",;\t"
_FIRST = 100_000
"""Characters among which the first line ends."""


def encodings(data: bytes) -> tuple[str, ...]:
    """Names of the encodings that the bytes can be in, as Python knows them.

    One where a byte order mark says it or where the bytes are sound UTF-8; else those of ONE_BYTE that they can be in.
    """
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if marked:
        return (marked,)
    return ("utf-8",) if _fits(data, "utf-8") else tuple(name for name in ONE_BYTE if _fits(data, name))


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def read_csv(data: bytes, encoding: str) -> Sheet:
    """The rows of a file, separated by whatever its first line holds most of: comma, semicolon or tab.

    Quotation marks that do not pair are taken as they stand; `broken_quotes` says from where. Unreadable:
    `file.damaged` where the bytes are not in the encoding or a cell has no end, `file.too_large`.
    """
    try:
        text = data.decode(encoding)
    except UnicodeError as error:
        raise Unreadable("file.damaged", why=f"its characters are not {encoding}") from error
    separator = _separator(text)
    try:
        return Sheet(sheet_rows(enumerate(_rows(text, separator, strict=True), start=1)))
    except _Broken as broken:
        rows = enumerate(_rows(text, separator, strict=False), start=1)
        try:
            return Sheet(sheet_rows(rows), broken.row)
        except _Broken as error:
            raise Unreadable("file.damaged", why=f"the cell in row {error.row} has no end") from error


class _Broken(Exception):
    """Quotation marks do not pair in this row."""

    def __init__(self, row: int) -> None:
        super().__init__(row)
        self.row = row


def _rows(text: str, separator: str, *, strict: bool) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict)
    done = 0
    try:
        for cells in reader:
            done += 1
            yield cells
    except csv.Error as error:
        raise _Broken(done + 1) from error


def _separator(text: str) -> str:
    first = next((line for line in text[:_FIRST].splitlines() if line.strip()), "")
    return max(_SEPARATORS, key=first.count)
