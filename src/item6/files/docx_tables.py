"""Tables of Word files (ECMA-376 part 1, 17.4): rows and cells with their places, merged cells as what they are.

The words of a cell are those of the running text: tracked changes accepted, automatic list numbers made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from item6.files.body import Line
from item6.files.docx import Story, is_removed_row, read_story
from item6.files.docx_markup import MC, W, child, chosen, value, whole
from item6.files.docx_styles import Styles
from item6.files.docx_words import paragraph_text
from item6.files.errors import Unreadable

_WIDEST = 63
"""Columns of a table in Word; a span is never taken for more."""
_Texts = Mapping[int, tuple[str, ...]]
"""Lines of each paragraph, by the identity of its element."""
_INVISIBLE = frozenset(W + name for name in ("del", "moveFrom"))


class Cell(NamedTuple):
    """number: of the cell in its row, counted from 1. column: of the table's grid where it begins, counted from 1.

    span: columns of the grid that it covers. merged: it continues the cell above and prints nothing of its own.
    lines: its paragraphs that are not empty, in reading order; a table inside it is a table of its own.
    """

    number: int
    column: int
    span: int
    merged: bool
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """Its lines joined by line ends."""
        return "\n".join(self.lines)


class Row(NamedTuple):
    """number: counted from 1 in the table; rows that tracked changes removed are counted and left out."""

    number: int
    cells: tuple[Cell, ...]


class Table(NamedTuple):
    """number: counted from 1 in the file, in reading order, tables inside tables too."""

    number: int
    rows: tuple[Row, ...]


def read_tables(data: bytes) -> tuple[Table, ...]:
    """The tables of the running text of a Word file. Unreadable as for `read_docx`."""
    return tables_of(read_story(data))


def tables_of(story: Story) -> tuple[Table, ...]:
    """The tables of a running text that is read already. Unreadable: `file.damaged` where they nest without end."""
    try:
        texts = {id(paragraph): _cell_lines(paragraph, line, story.styles) for paragraph, line in story.lines}
        return tuple(_table(number, table, texts) for number, table in enumerate(_tables(story.body), start=1))
    except RecursionError as error:
        raise Unreadable("file.damaged", why="its parts are nested without end") from error


def cells_of(body: Element) -> Iterator[tuple[tuple[int, int, int], Element]]:
    """Each cell of a running text with its place: table, row and cell, counted as `read_tables` counts them."""
    for number, table in enumerate(_tables(body), start=1):
        for place, row in enumerate(_within(table, "tr"), start=1):
            if not is_removed_row(row):
                for at, cell in enumerate(_within(row, "tc"), start=1):
                    yield (number, place, at), cell


def _cell_lines(paragraph: Element, line: Line, styles: Styles) -> tuple[str, ...]:
    """The text with its list number, cut where a line break stands: cells list things one to a line."""
    if paragraph.find(f".//{W}br") is None:
        return (line.text,) if line.text.strip() else ()
    broken = line.text[: -line.start] + paragraph_text(paragraph, styles, "\n")
    return tuple(part for part in broken.split("\n") if part.strip())


def _tables(parent: Element) -> Iterator[Element]:
    """Tables in reading order, what stands in a text box left out as it is from the running text."""
    for element in _children(parent):
        if element.tag == W + "tbl":
            yield element
        if element.tag != W + "p" and not is_removed_row(element):
            yield from _tables(element)


def _children(parent: Element) -> Iterator[Element]:
    """Children that are shown: of alternatives those of the branch that is read, nothing that was removed."""
    for element in parent:
        if element.tag == MC + "AlternateContent":
            branch = chosen(element)
            if branch is not None:
                yield from _children(branch)
        elif element.tag not in _INVISIBLE:
            yield element


def _table(number: int, table: Element, texts: _Texts) -> Table:
    rows = enumerate(_within(table, "tr"), start=1)
    return Table(number, tuple(_row(place, row, texts) for place, row in rows if not is_removed_row(row)))


def _within(parent: Element, name: str) -> Iterator[Element]:
    """Rows of a table, cells of a row, or paragraphs of a cell, also where content controls wrap them."""
    for element in _children(parent):
        if element.tag == W + name:
            yield element
        elif element.tag not in (W + "tbl", W + "tr", W + "tc", W + "p"):
            yield from _within(element, name)


def _row(number: int, row: Element, texts: _Texts) -> Row:
    column = 1 + _columns(value(row, "trPr", "gridBefore"), 0)
    cells = []
    for place, cell in enumerate(_within(row, "tc"), start=1):
        span = _columns(value(cell, "tcPr", "gridSpan"), 1)
        merge = child(cell, "tcPr", "vMerge")
        merged = merge is not None and merge.get(W + "val", "continue") == "continue"
        shown = () if merged else _within(cell, "p")
        lines = tuple(line for paragraph in shown for line in texts.get(id(paragraph), ()))
        cells.append(Cell(place, column, span, merged, lines))
        column += span
    return Row(number, tuple(cells))


def _columns(written: str | None, otherwise: int) -> int:
    return min(max(whole(written, otherwise), otherwise), _WIDEST)
