"""Workbooks of Excel (XLSX, ECMA-376 part 1, chapter 18): their sheets, row by row, as text.

Built on the standard library as the reader of Word files is, for the same reason: sizes are known before anything is
unpacked. Sheets are read as a stream and never as a tree, since they have millions of elements. Of a formula the value
that was saved with it is taken, nothing is computed; a date is the serial number that the file holds.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from typing import NoReturn
from xml.etree import ElementTree

from item6.files.errors import Unreadable
from item6.files.package import Package
from item6.files.sheet import CELL_LIMIT, CHARACTER_LIMIT, Sheet, number_text, sheet_rows

_COLUMNS, _ROWS = 16_384, 1_048_576
"""Of a sheet in Excel."""
_SHEETS = 100
"""Sheets of a workbook that are looked at."""
_CHUNK = 1 << 13
"""Bytes that are parsed before what they gave is looked at: bounds the rows that a hostile file can pile up."""
_REFERENCE = re.compile(r"([A-Z]{1,3})[1-9]\d{0,6}")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def read_xlsx(data: bytes) -> Sheet:
    """The first sheet in the order of the tabs. Unreadable: `file.damaged`, `file.too_large`, `file.encrypted`."""
    return next(sheets_of(data))[1]


def sheets_of(data: bytes) -> Iterator[tuple[str, Sheet]]:
    """Every sheet by its name, in the order of the tabs, each read when it is asked for. Unreadable as `read_xlsx`."""
    package = Package(data)
    book = next(iter(package.related("", "officeDocument")), "xl/workbook.xml")
    parts = _sheets(package, book)
    shared = _shared_texts(package, book)
    for name, part in parts:
        content = package.part(part)
        if content is None:
            raise _damaged("it has no sheet")
        yield name, Sheet(sheet_rows(_Rows(shared).read(content, part)))


def _damaged(why: str) -> Unreadable:
    return Unreadable("file.damaged", why=why)


def _sheets(package: Package, book: str) -> list[tuple[str, str]]:
    """Names of the worksheets and of their parts, at least one; they are named by their relationships (18.2.19)."""
    root = package.xml(book)
    folder, base = posixpath.split(book)
    relations = package.xml(posixpath.join(folder, "_rels", base + ".rels"))
    if root is None or relations is None:
        raise _damaged("it has no sheet")
    named = {
        each.get("Id"): each.get("Target", "")
        for each in relations
        if each.get("Type", "").endswith("/worksheet") and each.get("TargetMode") != "External"
    }
    found = [
        (sheet.get("name", ""), posixpath.normpath(posixpath.join("/", folder, named[wanted])).lstrip("/"))
        for sheet in root.iter()
        if _local(sheet.tag) == "sheet"
        and (wanted := next((value for key, value in sheet.items() if _local(key) == "id"), None)) in named
    ]
    if not found:
        raise _damaged("it has no sheet")
    return found[:_SHEETS]


def _shared_texts(package: Package, book: str) -> Sequence[str]:
    name = next(iter(package.related(book, "sharedStrings")), "")
    content = package.part(name)
    return tuple(_Texts().read(content, name)) if content else ()


def _local(tag: str) -> str:
    """The name without its namespace, so that both forms of the standard are read alike."""
    return tag.rpartition("}")[2]


class _Events:
    """Target of a parser: gathers the characters of the elements that hold any."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._open = False

    def parse(self, content: bytes, name: str) -> Iterator[None]:
        """Once for each chunk that went through. Unreadable: `file.damaged` where the part is no sound XML."""
        parser = ElementTree.XMLParser(target=self)
        try:
            for at in range(0, len(content), _CHUNK):
                parser.feed(content[at : at + _CHUNK])
                yield
            parser.close()
        except (ElementTree.ParseError, ValueError, LookupError) as error:
            raise _damaged(f"{name} is no sound XML") from error
        yield

    def data(self, text: str) -> None:
        """Characters between two tags."""
        if self._open:
            self._pieces.append(text)

    def close(self) -> None:
        """The end of the part."""

    def doctype(self, *_: str | None) -> NoReturn:
        """A document type, which Excel never writes; nothing that it declares is ever looked at."""
        raise _damaged("its XML declares a document type")

    def _taken(self) -> str:
        text = "".join(self._pieces)
        self._pieces.clear()
        return text


class _Texts(_Events):
    """The shared texts (18.4): runs joined, how to pronounce them (`rPh`) left out."""

    def __init__(self) -> None:
        super().__init__()
        self._done: list[str] = []
        self._spoken = False
        self._length = 0

    def read(self, content: bytes, name: str) -> list[str]:
        """All texts in order. Unreadable: `file.damaged`, `file.too_large`."""
        for _ in self.parse(content, name):
            if self._length > CHARACTER_LIMIT or len(self._done) > CELL_LIMIT:
                raise Unreadable("file.too_large", limit=f"{CELL_LIMIT} texts or {CHARACTER_LIMIT} characters")
        return self._done

    def start(self, tag: str, _: dict[str, str]) -> None:
        """A start tag."""
        name = _local(tag)
        self._spoken = self._spoken or name == "rPh"
        self._open = name == "t" and not self._spoken

    def end(self, tag: str) -> None:
        """An end tag."""
        name = _local(tag)
        self._open = False
        if name == "rPh":
            self._spoken = False
        elif name == "si":
            self._done.append(_unescaped(self._taken()))
            self._length += len(self._done[-1])


class _Rows(_Events):
    """The rows of a sheet (18.3.1)."""

    def __init__(self, shared: Sequence[str]) -> None:
        super().__init__()
        self._shared = shared
        self._done: list[tuple[int, list[str]]] = []
        self._number = 0
        self._cells: list[str] = []
        self._column = 0
        self._type = ""
        self._spoken = False

    def read(self, content: bytes, name: str) -> Iterator[tuple[int, list[str]]]:
        """Numbers and cells of rows, while the part is being read. Unreadable: `file.damaged`."""
        for _ in self.parse(content, name):
            yield from self._done
            self._done.clear()

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A start tag."""
        name = _local(tag)
        if name == "row":
            self._number = _whole(attributes.get("r"), self._number + 1, _ROWS)
            self._cells, self._column = [], 0
        elif name == "c":
            self._column = _column(attributes.get("r"), self._column + 1)
            self._type = attributes.get("t", "n")
        elif name == "rPh":
            self._spoken = True
        self._open = name == "v" or (name == "t" and not self._spoken)

    def end(self, tag: str) -> None:
        """An end tag."""
        name = _local(tag)
        self._open = False
        if name == "c":
            self._put(self._value(self._taken()))
        elif name == "row":
            self._done.append((self._number, self._cells))
            self._cells = []
        elif name == "rPh":
            self._spoken = False

    def _put(self, value: str) -> None:
        if value:
            self._cells += [""] * (self._column - len(self._cells))
            self._cells[self._column - 1] = value

    def _value(self, written: str) -> str:
        """18.18.11: `s` shared, `b` yes or no, `n` number; texts and errors as they stand."""
        if self._type == "s":
            place = _whole(written, 0, len(self._shared), least=0)
            return self._shared[place] if written.strip() and place < len(self._shared) else ""
        if self._type == "b":
            return {"1": "TRUE", "0": "FALSE"}.get(written.strip(), written)
        return _number(written) if self._type == "n" else _unescaped(written)


def _number(written: str) -> str:
    try:
        return number_text(float(written)) if written.strip() else ""
    except ValueError:
        return written


def _whole(written: str | None, otherwise: int, most: int, least: int = 1) -> int:
    """A number of an attribute or cell. Unreadable: `file.damaged` where it is none or out of bounds."""
    if written is None:
        return otherwise
    text = written.strip()
    if text.isdecimal() and len(text) < 10 and least <= int(text) <= most:
        return int(text)
    if not text:
        return otherwise
    raise _damaged(f"“{text[:20]}” is no place in a sheet")


def _column(reference: str | None, otherwise: int) -> int:
    """The column of a reference such as `AB12`, counted from 1."""
    if reference is None:
        return otherwise
    found = _REFERENCE.fullmatch(reference)
    column = 0
    for letter in found[1] if found else "":
        column = 26 * column + ord(letter) - ord("A") + 1
    if not 1 <= column <= _COLUMNS:
        raise _damaged(f"“{reference[:20]}” is no place in a sheet")
    return column


def _unescaped(text: str) -> str:
    """18.4.12: `_x000D_` is the character with that number."""
    return _ESCAPE.sub(_character, text) if "_x" in text else text


def _character(found: re.Match[str]) -> str:
    """Halves of characters stay as written: they are no text."""
    code = int(found[1], 16)
    return found[0] if 0xD800 <= code < 0xE000 else chr(code)
