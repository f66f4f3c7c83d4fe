"""Running text of made-up documents, as the readers of PDF and Word files hand it on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from item6.files.body import Body, Line

EXTRACTOR = "pdfium test"
SIZE, LEFT = 10.0, 57.0
"""Of the font of a line, and of the distance of its first character from the left edge, in points."""

Printed = str | tuple[str, float] | tuple[str, float, float]
"""A line; a line and its size; a line, its size and its left edge."""


def body(*pages: Iterable[Printed] | str) -> Body:
    """A PDF of these pages, each of lines or a text with line ends. Empty lines only take up their place.

    In a page's own text a line ends with two characters, as PDFium writes it.
    """
    lines = [line for number, page in enumerate(pages, 1) for line in _page(number, page)]
    return Body(tuple(lines), EXTRACTOR, len(pages))


def word_body(*paragraphs: str) -> Body:
    """A Word file of these paragraphs."""
    return Body(tuple(Line(text, number, 0) for number, text in enumerate(paragraphs, 1)))


def whole(made: Body) -> tuple[int, int]:
    """The range of all its text."""
    return 0, len(made.text)


def page_texts(made: Body) -> dict[int, str]:
    """The text of each page or paragraph, as far as the body holds its lines, to look places up in."""
    texts: dict[int, str] = {}
    for line in made.lines:
        texts[line.unit] = texts.get(line.unit, "").ljust(line.start) + line.text
    return texts


def _page(number: int, printed: Iterable[Printed] | str) -> Iterator[Line]:
    start = 0
    for line in printed.split("\n") if isinstance(printed, str) else printed:
        text, size, left = (line, SIZE, LEFT) if isinstance(line, str) else (*line, LEFT)[:3]
        if text.strip():
            yield Line(text, number, start, size, left)
        start += len(text) + 2
