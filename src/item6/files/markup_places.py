"""An XML part as a tree in which every element knows the bytes that it came from.

So a part can be changed at a few places and stays byte for byte what it was everywhere else: no prefix, no attribute
and no namespace is written anew.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NoReturn
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from item6.files.errors import Unreadable
from item6.files.package import MARKUP_LIMIT, STRICT_TO_USUAL

_TAG = re.compile(rb"<[^\"'>]*(?:\"[^\"]*\"[^\"'>]*|'[^']*'[^\"'>]*)*>")
_NAME = re.compile(rb"<([^\s/>]+)")
_DECLARED = re.compile(rb"^<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"'][^>]*\?>")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Bytes:
    """Where an element stands. inner: behind its opening tag. closing: where its closing tag begins.

    For an element without contents (`<a/>`) inner, closing and end are the same.
    """

    start: int
    inner: int
    closing: int
    end: int


@dataclass(frozen=True)
class Placed:
    """content: the part in UTF-8. places: of each element. parents: of each element but the root."""

    root: Element
    content: bytes
    places: dict[Element, Bytes]
    parents: dict[Element, Element]

    def usual(self, namespace: str) -> str:
        """The name that this part has for a namespace: another one where it is written in the strict form."""
        strict = next((each for each, usual in STRICT_TO_USUAL.items() if usual == namespace), "")
        return strict if strict and strict.encode() in self.content else namespace

    def name(self, element: Element) -> bytes:
        """The name as it is written, with its prefix."""
        found = _NAME.match(self.content, self.places[element].start)
        return found.group(1) if found else b""

    def prefix(self, element: Element) -> bytes:
        """The prefix as it is written, with its colon; empty where there is none."""
        return self.name(element).rpartition(b":")[0] + b":" if b":" in self.name(element) else b""

    def written(self, element: Element) -> bytes:
        """The element as it is written."""
        place = self.places[element]
        return self.content[place.start : place.end]

    def opening(self, element: Element) -> bytes:
        """Its opening tag as it is written."""
        place = self.places[element]
        return self.content[place.start : place.inner]


def placed(part: bytes, name: str) -> Placed:
    """A part with its places. Unreadable: `file.damaged`, `file.too_large`. name: for the message."""
    if part.count(b"<") > MARKUP_LIMIT:
        raise Unreadable("file.too_large", limit=f"{MARKUP_LIMIT} pieces of markup")
    content = _in_utf8(part, name)
    reader = _Reader(content)
    try:
        return reader.read()
    except (expat.ExpatError, ValueError, AssertionError) as error:
        raise Unreadable("file.damaged", why=f"{name} is no sound XML") from error


def _in_utf8(part: bytes, name: str) -> bytes:
    """The part in UTF-8, without a mark at its beginning, saying so if it says anything."""
    try:
        if part.startswith(_UTF16):
            return _DECLARED.sub(b'<?xml version="1.0"?>', part.decode("utf-16").encode())
        content = part.removeprefix(b"\xef\xbb\xbf")
        declared = _DECLARED.match(content)
        if declared is None or declared.group(1).lower() in (b"utf-8", b"us-ascii", b"ascii"):
            return content
        said = content.decode(declared.group(1).decode()).encode()
    except (UnicodeError, LookupError) as error:
        raise Unreadable("file.damaged", why=f"{name} is no sound XML") from error
    return _DECLARED.sub(b'<?xml version="1.0"?>', said)


class _Reader:
    def __init__(self, content: bytes) -> None:
        self._content = content
        self._builder = TreeBuilder()
        self._open: list[tuple[Element, int, int]] = []
        self._places: dict[Element, Bytes] = {}
        self._parents: dict[Element, Element] = {}
        self._parser = expat.ParserCreate("utf-8", "}")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._builder.data
        self._parser.StartDoctypeDeclHandler = _refuse

    def read(self) -> Placed:
        self._parser.Parse(self._content, True)
        return Placed(self._builder.close(), self._content, self._places, self._parents)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        at = self._parser.CurrentByteIndex
        tag = _TAG.match(self._content, at)
        element = self._builder.start(_usual(name), {_usual(key): value for key, value in attributes.items()})
        if self._open:
            self._parents[element] = self._open[-1][0]
        self._open.append((element, at, tag.end() if tag else at))

    def _end(self, name: str) -> None:
        at = self._parser.CurrentByteIndex
        element, start, inner = self._open.pop()
        self._builder.end(_usual(name))
        if self._content[inner - 2 : inner] == b"/>":
            self._places[element] = Bytes(start, inner, inner, inner)
            return
        self._places[element] = Bytes(start, inner, at, self._content.index(b">", at) + 1)


def _refuse(*_: object) -> NoReturn:
    raise Unreadable("file.damaged", why="its XML declares a document type")


def _usual(name: str) -> str:
    """`uri}local` as `{uri}local`, names of the strict form as the usual ones."""
    uri, brace, local = name.rpartition("}")
    return f"{{{STRICT_TO_USUAL.get(uri, uri)}}}{local}" if brace else local
