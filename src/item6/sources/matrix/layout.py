"""Which column of a matrix holds what, by the words of its heading row.

    Recommendation | Position | Full list of themes | Assessment/comments on level of implementation
    Recommendation | Recommending state/s | Position | Full list of themes | ...
    Recommendation and recommending State | Position of the State under review | Human rights themes and groups of
        persons | Relevant SDGs

The column for comments is for those who assess to fill in: its words are not read, its cells are told.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from item6.files.docx_tables import Cell, Row

NUMBER, TEXT, STATES, POSITION, THEMES, PERSONS, SDGS = (
    "number",
    "text",
    "states",
    "position",
    "themes",
    "persons",
    "sdgs",
)
"""What a column holds."""

_COMMENTS = re.compile(r"assessment|comments|level of implementation", re.IGNORECASE)

# The first that fits counts: "Human rights themes and groups of persons" are themes.
_HEADINGS = tuple(
    (re.compile(pattern, re.IGNORECASE), column)
    for pattern, column in (
        (_COMMENTS.pattern, ""),
        (r"^recommendation", TEXT),
        (r"^recommending", STATES),
        (r"position", POSITION),
        (r"theme", THEMES),
        (r"\bSDGs?\b|sustainable development", SDGS),
        (r"persons", PERSONS),
        (r"^(?:no\.?|number|nr\.?|#|paragraph|para\.?)$", NUMBER),
    )
)


@dataclass(frozen=True, slots=True)
class Layout:
    """columns: cell of the heading row by what its column holds. width: cells of the heading row.

    comments: cell of the heading row over the column for comments, None where there is no such column.
    """

    columns: Mapping[str, Cell]
    width: int
    comments: Cell | None = None

    def cell(self, row: Row, column: str) -> Cell | None:
        """The cell of a row in the column; None where it has none.

        By its place among as many cells, else by the grid of the table, since cells can be joined.
        """
        return self._under(row, self.columns.get(column))

    def comment(self, row: Row) -> Cell | None:
        """The cell of a row for comments; None where it has none, or the one above goes on."""
        found = self._under(row, self.comments)
        return None if found is None or found.merged else found

    def _under(self, row: Row, heading: Cell | None) -> Cell | None:
        if heading is None:
            return None
        if len(row.cells) == self.width:
            return row.cells[heading.number - 1]
        return next((each for each in row.cells if each.column <= heading.column < each.column + each.span), None)


def layout_of(row: Row) -> Layout | None:
    """The layout that a heading row gives; None for any other row.

    A heading row has a short cell for the recommendation and one more cell; that for comments may hold instructions.
    """
    columns: dict[str, Cell] = {}
    comments = None
    for cell in row.cells:
        words = " ".join(cell.text.split()).strip(" *:")
        column = next((name for pattern, name in _HEADINGS if pattern.search(words)), "")
        if comments is None and _COMMENTS.search(words):
            comments = cell
        if column and len(words) <= _LONGEST_HEADING:
            columns.setdefault(column, cell)
    if TEXT not in columns or len(row.cells) < _FEWEST_COLUMNS:
        return None
    return Layout(columns, len(row.cells), comments)


_LONGEST_HEADING = 100
_FEWEST_COLUMNS = 2
