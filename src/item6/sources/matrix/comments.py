"""The column of a matrix that is for those who assess: which cell belongs to which number."""

from __future__ import annotations

from dataclasses import dataclass

from item6.files.docx_tables import read_tables
from item6.sources.matrix.rows import read_rows


@dataclass(frozen=True, slots=True)
class Commentable:
    """One row of a matrix. number: of its recommendation. place: table, row and cell for comments, counted from 1.

    words: what stands there already.
    """

    number: str
    place: tuple[int, int, int]
    words: str


def read_comments(data: bytes) -> list[Commentable]:
    """The rows of a matrix that have a cell for comments, in their order; a number can have several.

    data: bytes of a DOCX file. Empty where it is no matrix, or one without such a column. Unreadable as `read_docx`.
    """
    return [
        Commentable(
            row.entry.number,
            (row.comment.place.table, row.comment.place.row, row.comment.place.cell),
            "\n".join(row.comment.lines),
        )
        for row in read_rows(read_tables(data)).listed
        if row.comment
    ]
