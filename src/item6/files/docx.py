"""Word files (DOCX): the running text, paragraph by paragraph, with the list numbers that Word makes.

Paragraphs of tables stand where they are read, cell by cell and row by row. Headers, footers, notes, text boxes and
comments are no running text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from item6.files.body import Body, Line
from item6.files.docx_markup import MC, W, child, chosen, switch
from item6.files.docx_numbering import Numbering, read_lists
from item6.files.docx_styles import Styles, read_styles
from item6.files.docx_words import has_mark, paragraph_text
from item6.files.errors import Unreadable
from item6.files.package import Package

_LEFT_OUT = frozenset(W + name for name in ("del", "moveFrom", "sectPr", "sdtPr", "tblPr", "tblGrid", "trPr", "tcPr"))


def read_docx(data: bytes) -> Body:
    """The text of a Word file: one Line for each paragraph, `unit` counting all of them from 1.

    An automatic list number stands before the text with a tab and at negative offsets; a paragraph that tracked
    changes removed, or that is hidden, is an empty Line, so that units do not depend on who looks.
    Unreadable: `file.damaged`, `file.too_large`, `file.encrypted`.
    """
    return Body(tuple(line for _, line in read_story(data).lines))


class Story(NamedTuple):
    """The running text with its markup. body: `w:body`. lines: each of its `w:p` with its Line, in reading order."""

    body: Element
    lines: tuple[tuple[Element, Line], ...]
    styles: Styles


def read_story(data: bytes) -> Story:
    """The running text of a Word file with its markup, for what reads more than lines. Unreadable as `read_docx`."""
    package = Package(data)
    main = main_part(package)
    return story_of(package, main, package.xml(main))


def story_of(package: Package, main: str, root: Element | None) -> Story:
    """The running text of the part `main`, whose tree is `root`. Unreadable as `read_docx`."""
    body = None if root is None else child(root, "body")
    if body is None:
        raise Unreadable("file.damaged", why="it has no text part")
    styles = read_styles(_related(package, main, "styles"))
    numbering = Numbering(read_lists(_related(package, main, "numbering"), styles), styles)
    try:
        return Story(body, tuple(_lines(body, styles, numbering)), styles)
    except RecursionError as error:
        raise Unreadable("file.damaged", why="its parts are nested without end") from error


def headers(data: bytes) -> tuple[str, ...]:
    """The texts of the page headers of a Word file, each once, lines joined by line ends; the symbol stands there.

    Text boxes of headers are in. Unreadable as for `read_docx`.
    """
    package = Package(data)
    main = main_part(package)
    styles = read_styles(_related(package, main, "styles"))
    try:
        found = [_header(package.xml(name), styles) for name in package.related(main, "header")]
    except RecursionError as error:
        raise Unreadable("file.damaged", why="its parts are nested without end") from error
    return tuple(dict.fromkeys(text for text in found if text))


def main_part(package: Package) -> str:
    """The name of the part that holds the running text."""
    names = [name for name in package.related("", "officeDocument") if name.lower() in package.names]
    return names[0] if names else "word/document.xml"


def _related(package: Package, main: str, kind: str) -> Element | None:
    names = package.related(main, kind)
    return package.xml(names[0]) if names else None


def _lines(body: Element, styles: Styles, numbering: Numbering) -> Iterator[tuple[Element, Line]]:
    """A paragraph whose end was removed runs into the next one, which then has no number of its own."""
    runs_on = False
    for unit, paragraph in enumerate(paragraphs(body), start=1):
        text, ends = paragraph_text(paragraph, styles), has_mark(paragraph)
        is_gone = not (text or ends)
        label = "" if runs_on or is_gone else numbering.label(child(paragraph, "pPr"))
        before = label + "\t" if label else ""
        yield paragraph, Line(before + text, unit, -len(before))
        runs_on = not ends and (runs_on or bool(text))


def paragraphs(parent: Element) -> Iterator[Element]:
    """All `w:p` of a story in reading order, those of tables and content controls too, none twice."""
    for element in parent:
        if element.tag == W + "p":
            yield element
        elif element.tag == MC + "AlternateContent":
            branch = chosen(element)
            if branch is not None:
                yield from paragraphs(branch)
        elif element.tag not in _LEFT_OUT and not is_removed_row(element):
            yield from paragraphs(element)


def is_removed_row(element: Element) -> bool:
    """Whether it is a row of a table (`w:tr`) that tracked changes removed, or that is hidden."""
    if element.tag != W + "tr":
        return False
    properties = child(element, "trPr")
    return child(properties, "del") is not None or switch(properties, "hidden") is True


def _header(root: Element | None, styles: Styles) -> str:
    """All paragraphs, text boxes included; the older of two forms of one text box (`mc:Fallback`) is left out."""
    if root is None:
        return ""
    for element in list(root.iter(MC + "AlternateContent")):
        for older in element.findall(MC + "Fallback"):
            element.remove(older)
    texts = (paragraph_text(paragraph, styles).strip() for paragraph in root.iter(W + "p"))
    return "\n".join(text for text in texts if text)
