"""An Office file as what it is: a ZIP of XML parts (ECMA-376 part 2), opened without trusting it.

Built on the standard library's zipfile and ElementTree and not on python-docx: that one unpacks and parses every
part, pictures and themes included, before one can ask how large they are, and fails on files that lack parts which
nobody needs to read the text. Here only the parts that are asked for are unpacked, each within limits; XML with a
document type (the carrier of entity expansion and of external entities) is refused, and nothing is ever fetched.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from typing import NoReturn
from xml.etree import ElementTree

from item6.files.errors import Unreadable

MB = 2**20
TOTAL_LIMIT = 256 * MB
PART_LIMIT = 128 * MB
ENTRY_LIMIT = 20_000
RATIO_LIMIT = 250
"""Times that a part may unpack to; XML of long Word files reaches 30. Counts from RATIO_FROM bytes on."""
RATIO_FROM = 16 * MB
MARKUP_LIMIT = 2_000_000
"""Opening angle brackets in one part: bounds the memory of its tree. A report of thirty pages has some 60,000."""

_STRICT = "http://purl.oclc.org/ooxml/"
STRICT_TO_USUAL = {
    _STRICT + "wordprocessingml/main": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    _STRICT + "officeDocument/relationships": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
"""Namespaces of the strict form of the standard (ISO/IEC 29500) and what everybody else writes."""
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, OverflowError, KeyError, NotImplementedError)


class Package:
    """The parts of an Office file by name; names are compared without case, as the standard says."""

    def __init__(self, data: bytes) -> None:
        """Reads the list of parts only. Unreadable: `file.damaged`, `file.too_large`."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise Unreadable("file.damaged", why="its ZIP directory is missing or wrong") from error
        entries = self._zip.infolist()
        if len(entries) > ENTRY_LIMIT:
            raise Unreadable("file.too_large", limit=f"{ENTRY_LIMIT} parts")
        if sum(entry.file_size for entry in entries) > TOTAL_LIMIT:
            raise Unreadable("file.too_large", limit=_megabytes(TOTAL_LIMIT))
        self._entries = {entry.filename.replace("\\", "/").lstrip("/").lower(): entry for entry in entries}

    @property
    def names(self) -> frozenset[str]:
        """Names of all parts, in lower case."""
        return frozenset(self._entries)

    def part(self, name: str) -> bytes | None:
        """The bytes of a part, None where there is none. Unreadable: damaged, too large, or protected."""
        entry = self._entries.get(name.lower())
        if entry is None:
            return None
        if entry.flag_bits & 1:
            raise Unreadable("file.encrypted")
        if entry.file_size > PART_LIMIT:
            raise Unreadable("file.too_large", limit=_megabytes(PART_LIMIT))
        if entry.file_size > max(RATIO_FROM, RATIO_LIMIT * entry.compress_size):
            raise Unreadable("file.too_large", limit=f"{RATIO_LIMIT} times its size")
        return self._unpack(entry)

    def with_parts(self, changed: Mapping[str, bytes]) -> bytes:
        """The same file with these parts changed or added; every other part byte for byte, in the same order.

        Unreadable as `part`, for any part of the file.
        """
        written = io.BytesIO()
        left = {name.lower(): (name, content) for name, content in changed.items()}
        with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
            for name, entry in self._entries.items():
                kept = zipfile.ZipInfo(entry.filename, entry.date_time)
                kept.external_attr, kept.compress_type = entry.external_attr, zipfile.ZIP_DEFLATED
                content = left.pop(name)[1] if name in left else self.part(name) or b""
                target.writestr(kept, content)
            for name, content in left.values():
                target.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
        return written.getvalue()

    def _unpack(self, entry: zipfile.ZipInfo) -> bytes:
        """Stops at the size that the directory gives and then compares the checksum."""
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Unreadable("file.damaged", why=f"{entry.filename} is packed in an unknown way")
        try:
            with self._zip.open(entry) as stream:
                return stream.read(entry.file_size)
        except (*_BROKEN, RuntimeError) as error:
            raise Unreadable("file.damaged", why=f"{entry.filename} cannot be unpacked") from error

    def xml(self, name: str) -> ElementTree.Element | None:
        """The root element of a part, None where there is none. Unreadable where it is no sound XML."""
        content = self.part(name)
        return None if content is None else parse_xml(content, name)

    def related(self, name: str, kind: str) -> tuple[str, ...]:
        """Names of the parts that `name` ("" for the package) has relationships of this kind with, in file order.

        kind: last word of the relationship's type, such as `officeDocument`, `styles`, `header`.
        """
        folder, base = posixpath.split(name)
        root = self.xml(posixpath.join(folder, "_rels", base + ".rels"))
        if root is None:
            return ()
        return tuple(
            posixpath.normpath(posixpath.join("/", folder, found.get("Target", ""))).lstrip("/")
            for found in root
            if found.get("Type", "").rsplit("/", 1)[-1] == kind and found.get("TargetMode") != "External"
        )


def parse_xml(content: bytes, name: str) -> ElementTree.Element:
    """The root element of an XML part. Unreadable: `file.damaged`, `file.too_large`. name: for the message."""
    if content.count(b"<") > MARKUP_LIMIT:
        raise Unreadable("file.too_large", limit=f"{MARKUP_LIMIT} pieces of markup")
    if _STRICT.encode() in content:
        for strict, usual in STRICT_TO_USUAL.items():
            content = content.replace(strict.encode(), usual.encode())
    parser = ElementTree.XMLParser(target=_Builder())
    try:
        parser.feed(content)
        return parser.close()
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise Unreadable("file.damaged", why=f"{name} is no sound XML") from error


class _Builder(ElementTree.TreeBuilder):
    """Stops at a document type, which Word never writes; nothing that it declares is ever looked at."""

    def doctype(self, *_: str | None) -> NoReturn:
        raise Unreadable("file.damaged", why="its XML declares a document type")


def _megabytes(size: int) -> str:
    return f"{size // MB} MB"
