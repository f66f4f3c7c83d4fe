"""Cells of a Word file filled in: everything else of the file stays as it is, byte for byte in all other parts."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Mapping
from typing import Any

from lxml import etree

from item6.files.docx import main_part
from item6.files.docx_markup import W
from item6.files.docx_tables import cells_of
from item6.files.errors import Unreadable
from item6.files.holdable import holdable
from item6.files.package import Package

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_CARRIED = ("rFonts", "color", "sz", "szCs", "lang")
"""What words take over from the paragraph that they are written into; what is bold there is a heading's."""

Places = Mapping[tuple[int, int, int], str]
"""Words by table, row and cell, counted from 1."""


def fill_cells(data: bytes, words: Places) -> bytes:
    """The file with words written at the end of these cells; line ends become line breaks.

    Unreadable as for `read_docx`, and where a place is not in the file.
    """
    package = Package(data)
    name = main_part(package)
    package.xml(name)  # refuses what is no sound XML, or declares a document type
    content = package.part(name) or b""
    root: Any = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    body = root.find(W + "body")
    cells: dict[tuple[int, int, int], Any] = dict(cells_of(body)) if body is not None else {}
    missing = next((place for place in words if place not in cells), None)
    if missing is not None:
        raise Unreadable("file.damaged", why="its tables cannot be written into; save it again with Word")
    for place, said in words.items():
        _write(cells[place], said)
    return _with_part(data, name, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The package with one part replaced."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for entry in old.infolist():
            is_it = entry.filename.replace("\\", "/").lstrip("/").lower() == name.lower()
            new.writestr(entry, content if is_it else old.read(entry), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _write(cell: Any, said: str) -> None:
    """Into the first empty paragraph of the cell, or a new one after those that hold words."""
    paragraphs = cell.findall(W + "p")
    into = next((each for each in paragraphs if not "".join(each.itertext()).strip()), None)
    if into is None:
        into = etree.SubElement(cell, W + "p")
    for run in into.findall(W + "r"):
        into.remove(run)  # an empty one, which holds the line break that keeps the cell high
    run = etree.SubElement(into, W + "r")
    manner = etree.SubElement(run, W + "rPr")
    for each in into.findall(f"{W}pPr/{W}rPr/*"):
        if each.tag in [W + name for name in _CARRIED]:
            manner.append(etree.fromstring(etree.tostring(each)))
    is_rtl = _is_rtl(said)
    if is_rtl:
        _mirror(into, manner)
    for at, line in enumerate(holdable(said).split("\n")):
        if at:
            etree.SubElement(run, W + "br")
        text = etree.SubElement(run, W + "t")
        text.text = line
        text.set(_SPACE, "preserve")


def _mirror(paragraph: Any, manner: Any) -> None:
    """Right to left, in the order in which the standard wants its properties (17.3.1.26, 17.3.2.28)."""
    properties = paragraph.find(W + "pPr")
    if properties is None:
        properties = etree.Element(W + "pPr")
        paragraph.insert(0, properties)
    after = {W + each for each in ("adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "jc", "rPr")}
    place = next((at for at, each in enumerate(properties) if each.tag in after), len(properties))
    properties.insert(place, etree.Element(W + "bidi"))
    last = manner.find(W + "lang")
    manner.insert(len(manner) if last is None else manner.index(last), etree.Element(W + "rtl"))


def _is_rtl(words: str) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    kinds = (unicodedata.bidirectional(sign) for sign in words)
    return next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L"
