"""What all writers share: captions are numbered, numbers get their notes, and the annex lists what recomputes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from item6.briefings.document import (
    Block,
    Bullets,
    Document,
    Entry,
    Heading,
    Number,
    Paragraph,
    Picture,
    Runs,
    Table,
)
from item6.briefings.writers import words
from item6.briefings.writers.cleaning import plain
from item6.briefings.writers.notes import Note, head_of, notes_of
from item6.briefings.writers.references import lines_of


@dataclass(frozen=True, slots=True)
class Listed:
    """The figures of running text, or of a table or chart and not listed before. lines: as in `references`."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Laid:
    """A document ready to be written.

    captions: `Table 1`, `Chart 1` by the place of the block. head: what all notes share, empty without notes. notes:
    in order. note_of: reference to a note's number.
    """

    document: Document
    captions: Mapping[int, str]
    head: str
    notes: tuple[Note, ...]
    note_of: Mapping[str, int]
    listed: tuple[Listed, ...]

    def caption(self, at: int, block: Table | Picture) -> str:
        """`Table 1. What it shows`; of a chart that bears these words itself the number alone; empty without words."""
        if not block.caption:
            return ""
        heads_itself = isinstance(block, Picture) and f">{escape(block.caption, quote=False)}</title>" in block.svg
        return self.captions[at] if heads_itself else f"{self.captions[at]}. {plain(block.caption)}"


def alternative(picture: Picture) -> str:
    """What a chart shows, in words, for those who do not see it."""
    return plain(f"{picture.caption.rstrip('.')}. {picture.alternative}")


TEXT_WIDTH = 166.0
"""Millimetres of the text of a page of A4."""

_LETTER, _SIDES = 1.8, 3.4
"""Millimetres that a letter of a table's head takes at most on average, and what stands free beside it."""


def widths(table: Table) -> list[float]:
    """Millimetres of each column: its part of the page, and no less than the longest word of its title needs."""
    parts = [max(column.width, 0.05) for column in table.columns]
    least = [max(map(len, column.title.split()), default=0) * _LETTER + _SIDES for column in table.columns]
    fixed: set[int] = set()
    found = [TEXT_WIDTH * part / sum(parts) for part in parts]
    while short := {at for at, wide in enumerate(found) if at not in fixed and wide < least[at]}:
        fixed |= short
        left, whole = TEXT_WIDTH - sum(least[at] for at in fixed), sum(parts) - sum(parts[at] for at in fixed)
        if left <= 0 or not whole:
            return [TEXT_WIDTH * each / sum(least) for each in least]
        found = [least[at] if at in fixed else left * part / whole for at, part in enumerate(parts)]
    return found


def leads_in(blocks: Sequence[Block], at: int) -> bool:
    """Whether a paragraph speaks of the list, table or space after it, and must stay with it.

    It does where it stands alone under a heading, and where it ends with a colon.
    """
    here, after = blocks[at], blocks[at + 1] if at + 1 < len(blocks) else None
    if not isinstance(here, Paragraph) or after is None or isinstance(after, Paragraph | Heading):
        return False
    ends_open = bool(here.runs) and here.runs[-1].words.rstrip().endswith(":")
    return ends_open or (at > 0 and isinstance(blocks[at - 1], Heading))


KEPT_ROWS = 8
"""Rows of a table that stands on one page; longer ones may run over, with their header again."""


def laid(document: Document) -> Laid:
    """Number what is to be numbered."""
    captions = _captions(document)
    prose: dict[str, Number] = {}
    for block in document.blocks:
        for run in _prose(block):
            if isinstance(run, Number):
                prose.setdefault(run.figure.reference, run)
    figures = [run.figure for run in prose.values()]
    notes, note_of = notes_of(prose)
    in_text = (Listed(words.IN_TEXT, lines_of(figures)),) if figures else ()
    listed = (*in_text, *_listed(document, captions, set(note_of)))
    return Laid(document, captions, head_of(figures, document.record, document.sources), notes, note_of, listed)


def _listed(document: Document, captions: Mapping[int, str], known: set[str]) -> Iterator[Listed]:
    """What tables and charts have to list. known: references that were listed before."""
    for at, block in enumerate(document.blocks):
        if isinstance(block, Table | Picture):
            table = block.table if isinstance(block, Picture) else block
            runs = (run for row in table.rows for cell in row for run in cell)
            figures = {run.figure.reference: run.figure for run in runs if isinstance(run, Number)}
            lines = lines_of([figure for reference, figure in figures.items() if reference not in known])
            known |= set(figures)
            if lines:
                yield Listed(f"{captions[at]}. {block.caption}".removesuffix(". "), lines)


def _captions(document: Document) -> dict[int, str]:
    captions, tables, charts = {}, 0, 0
    for at, block in enumerate(document.blocks):
        if isinstance(block, Table) and block.caption:
            tables += 1
            captions[at] = f"Table {tables}"
        elif isinstance(block, Picture):
            charts += 1
            captions[at] = f"Chart {charts}"
        elif isinstance(block, Table):
            captions[at] = "Table"
    return captions


def _prose(block: Block) -> Runs:
    match block:
        case Paragraph(runs):
            return runs
        case Bullets(items):
            return tuple(run for item in items for run in item)
        case Entry():
            return block.answer
        case _:
            return ()
