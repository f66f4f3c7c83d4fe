"""Tables of Word files, as markup or from plain words."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from word_files import paragraph, word_file


def cell(*lines: str, properties: str = "", inside: str = "") -> str:
    """`w:tc` with a paragraph for each line and further markup; properties: markup inside of `w:tcPr`."""
    before = f"<w:tcPr>{properties}</w:tcPr>" if properties else ""
    return f"<w:tc>{before}{''.join(paragraph(escape(line)) for line in lines)}{inside}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """`w:tr`; properties: markup inside of `w:trPr`."""
    before = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{before}{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    """`w:tbl`."""
    return f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="100"/></w:tblGrid>{"".join(rows)}</w:tbl>'


EARLIER = ("Recommendation", "Position", "Full list of themes", "Assessment/comments on level of implementation")
"""Headings of cycles 2 and 3."""
LATER = (
    "Recommendation and recommending State",
    "Position of the State under review",
    "Human rights themes and groups of persons",
    "Relevant SDGs",
)
"""Headings of cycle 4."""
TITLE = "UPR of Ruritania (3rd Cycle – 34th Session)\t\tThematic list of recommendations\t\tPage 1 of 9"

Words = Sequence[str | Sequence[str]] | str


def matrix_table(heading: Sequence[str], rows: Sequence[Words]) -> str:
    """A table: headings, then rows; a row that is one string spans the table, a cell that is several has lines."""
    wide = f'<w:gridSpan w:val="{max(2, len(heading))}"/>'
    marked = [
        row(cell(words, properties=wide))
        if isinstance(words, str)
        else row(*(cell(*([lines] if isinstance(lines, str) else lines)) for lines in words))
        for words in rows
    ]
    return table(*([row(*map(cell, heading))] if heading else []), *marked)


def matrix_file(
    heading: Sequence[str], rows: Sequence[Words], *, title: str = TITLE, above: Sequence[str] = ()
) -> bytes:
    """A matrix as a Word file. title: its page header. above: paragraphs over the table."""
    return word_file(
        "".join(paragraph(escape(words)) for words in above) + matrix_table(heading, rows),
        headers=(paragraph(escape(title)),) if title else (),
    )
