"""The rows of a matrix, each recommendation with the cells that speak of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from item6.files.docx_tables import Cell, Row, Table
from item6.sources.matrix.cells import Entry, folded, read_entry, read_heading_theme, read_position
from item6.sources.matrix.layout import NUMBER, POSITION, TEXT, THEMES, Layout, layout_of
from item6.terms.passages import DocxCell


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell that has words, and its place in the file."""

    place: DocxCell
    lines: tuple[str, ...]

    @property
    def words(self) -> str:
        """On one line."""
        return folded(" ".join(self.lines))


@dataclass(frozen=True, slots=True)
class Listed:
    """A row with a recommendation. cells: by column. theme: the cell of the heading row above it, if any.

    comment: the cell for comments, which may be empty; None where the row has none.
    """

    entry: Entry
    cells: Mapping[str, Placed]
    theme: Placed | None
    comment: Placed | None = None


@dataclass(frozen=True, slots=True)
class Stray:
    """A row of a matrix that holds words but no number."""

    table: int
    row: int
    words: str


@dataclass(slots=True)
class Rows:
    """What the tables hold. has_layout: whether any of them is a matrix."""

    listed: list[Listed] = field(default_factory=list)
    stray: list[Stray] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    layout: Layout | None = None


def read_rows(tables: Iterable[Table]) -> Rows:
    """All rows of all tables that are matrices; a table without heading row goes on from the one before it."""
    found = Rows()
    for table in tables:
        _read_table(table, found)
    return found


def _read_table(table: Table, found: Rows) -> None:
    theme: Placed | None = None
    above: dict[str, Placed] = {}
    for row in table.rows:
        layout = layout_of(row)
        if layout:
            found.layout = layout
            continue
        filled = [cell for cell in row.cells if cell.text.strip()]
        if not filled:
            continue
        first = _placed(table, row, filled[0])
        if len(filled) == 1 and _is_heading(row, first, found.layout):
            theme = first if read_heading_theme(first.words) else theme
            found.headings.append(first.words)
            continue
        current = found.layout or _guessed(row)
        if current is None:
            continue
        found.layout = current
        above = _cells(table, row, current, above)
        entry = _entry(above)
        if entry:
            comment = current.comment(row)
            found.listed.append(Listed(entry, above, theme, _placed(table, row, comment) if comment else None))
        else:
            found.stray.append(Stray(table.number, row.number, first.words))


def _placed(table: Table, row: Row, cell: Cell) -> Placed:
    return Placed(DocxCell(table.number, row.number, cell.number), cell.lines)


def _is_heading(row: Row, only: Placed, layout: Layout | None) -> bool:
    """Whether the only filled cell of a row is a heading over rows: it names a theme, or spans the table."""
    if read_heading_theme(only.words):
        return True
    return len(row.cells) == 1 and (layout is None or read_entry(only.words) is None)


def _cells(table: Table, row: Row, layout: Layout, above: Mapping[str, Placed]) -> dict[str, Placed]:
    """Filled cells by column; a cell that continues the one above has its words."""
    cells: dict[str, Placed] = {}
    for column in layout.columns:
        cell = layout.cell(row, column)
        if cell is not None and cell.merged and column in above:
            cells[column] = above[column]
        elif cell is not None and cell.text.strip():
            cells.setdefault(column, _placed(table, row, cell))
    return cells


def _entry(cells: Mapping[str, Placed]) -> Entry | None:
    text, number = cells.get(TEXT), cells.get(NUMBER)
    return read_entry(text.words, number.words if number else "") if text else None


def _guessed(row: Row) -> Layout | None:
    """The usual order of columns, where no heading row is left: a number and words, then a position."""
    if len(row.cells) < 2 or not read_entry(row.cells[0].text) or not read_position(row.cells[1].text):
        return None
    names = (TEXT, POSITION, THEMES)
    return Layout(dict(zip(names, row.cells, strict=False)), len(row.cells))


def all_headings(rows: Rows) -> Iterator[str]:
    """Words of rows that span a table and name no theme, such as a title inside it."""
    return (words for words in rows.headings if not read_heading_theme(words))
