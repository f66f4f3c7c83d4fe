"""What a written briefing says, read back with other programs than those that wrote it."""

from __future__ import annotations

import ctypes
import io
import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree import ElementTree

import pypdfium2
import pypdfium2.raw as pdfium

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def squeezed(words: str) -> str:
    """Words without any space, so that where lines break makes no difference."""
    return re.sub(r"[\s\u200b\ufffe\xad]", "", words)


class Word:
    """A Word file by its own XML."""

    def __init__(self, data: bytes) -> None:
        self.parts = dict(_unzipped(data))
        self.body = ElementTree.fromstring(self.parts["word/document.xml"])
        styles = ElementTree.fromstring(self.parts["word/styles.xml"])
        self.names = {
            each.get(f"{W}styleId"): each.find(f"{W}name").get(f"{W}val") for each in styles.iter(f"{W}style")
        }

    def paragraphs(self) -> list[tuple[str, str]]:
        """Style and words of each paragraph, those in tables too."""
        return [(self.style(each), said(each)) for each in self.body.iter(f"{W}p")]

    def style(self, paragraph: ElementTree.Element) -> str:
        found = paragraph.find(f"{W}pPr/{W}pStyle")
        return "Normal" if found is None else self.names[found.get(f"{W}val")]

    def tables(self) -> list[list[list[str]]]:
        """Cells of each table, the header row among them."""
        return [
            [[said(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
            for table in self.body.iter(f"{W}tbl")
        ]

    def headed(self) -> list[bool]:
        """Whether the first row of each table, and only that, is repeated."""
        found = []
        for table in self.body.iter(f"{W}tbl"):
            rows = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr")]
            found.append(rows[0] and not any(rows[1:]))
        return found

    def fields(self) -> set[str]:
        """Instructions of every field, wherever it stands."""
        found = set()
        for name, content in self.parts.items():
            if name.startswith("word/") and name.endswith(".xml"):
                root = ElementTree.fromstring(content)
                found |= {"".join(each.itertext()).strip() for each in root.iter(f"{W}instrText")}
                found |= {each.get(f"{W}instr").strip() for each in root.iter(f"{W}fldSimple")}
        return found


def said(element: ElementTree.Element) -> str:
    """The words of an element, a tab as a tab and a break as a space."""
    words = {f"{W}tab": "\t", f"{W}br": " "}
    return "".join(each.text or "" if each.tag == f"{W}t" else words.get(each.tag, "") for each in element.iter())


def _unzipped(data: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        for name in package.namelist():
            yield name, package.read(name)


def pages(data: bytes) -> list[str]:
    """The words of each page of a PDF."""
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]


def tags(data: bytes) -> list[tuple[str, str]]:
    """Type and alternative text of every element of the structure of a PDF, page after page."""
    found = []
    for page in pypdfium2.PdfDocument(data):
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        for at in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            found += _below(pdfium.FPDF_StructTree_GetChildAtIndex(tree, at))
        pdfium.FPDF_StructTree_Close(tree)
    return found


def _below(element: object) -> Iterator[tuple[str, str]]:
    if not element:
        return
    yield _text(pdfium.FPDF_StructElement_GetType, element), _text(pdfium.FPDF_StructElement_GetAltText, element)
    for at in range(max(0, pdfium.FPDF_StructElement_CountChildren(element))):
        yield from _below(pdfium.FPDF_StructElement_GetChildAtIndex(element, at))


def _text(ask: object, element: object) -> str:
    length = ask(element, None, 0)
    room = ctypes.create_string_buffer(length)
    ask(element, room, length)
    return room.raw.decode("utf-16-le").rstrip("\0")


class Page(HTMLParser):
    """A page of HTML: its elements with attributes, and its words."""

    def __init__(self, data: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self._silent = False
        self.feed(data.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._silent = tag in ("style", "script")

    def handle_endtag(self, tag: str) -> None:
        self._silent = False

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words += data
