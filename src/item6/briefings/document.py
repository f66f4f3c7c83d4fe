"""What a briefing is made of: blocks of runs, in which every number is a Figure.

A kind of briefing makes a Document, a writer turns it into a file. Nothing here knows a format, and no text is markup:
writers escape what they print.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from item6.terms.figures import Figure


@dataclass(frozen=True, slots=True)
class Text:
    """Words. manner: `` as they stand, `strong`, `emphasis`, `quoted` (another's words), `quiet` (small, beside)."""

    words: str
    manner: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is printed, and the Figure it is the value of; writers give it a note.

    source: symbol and paragraphs that it rests on, for the note, such as `A/HRC/25/5, paras. 186.1 to 186.252`.
    """

    words: str
    figure: Figure
    source: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where something is written: `A/HRC/25/5, para. 186.3, page 14`. name: recommendation, for links, or empty."""

    words: str
    name: str = ""


Run: TypeAlias = Text | Number | Source
Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part. level: 1 for parts, 2 for parts of parts."""

    words: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """manner: `` running text, `lead` what to read first, `small` remarks."""

    runs: Runs
    manner: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, each entry a line of runs."""

    items: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One recommendation in full: its number, its words, who made it, what was answered, where it stands."""

    number: str
    text: str
    states: str
    answer: Runs
    source: Source


@dataclass(frozen=True, slots=True)
class Column:
    """width: its part of the page, relative to the others."""

    title: str
    is_number: bool = False
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under titles. rows: as many cells each as columns. note: unit, stage and source of its numbers."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Runs, ...], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart. svg: standing alone, with its colours. alternative: what it shows, in words. table: what it draws."""

    name: str
    svg: str
    caption: str
    alternative: str
    table: Table


@dataclass(frozen=True, slots=True)
class Space:
    """Room for what only people know. lines: how many lines high."""

    prompt: str
    lines: int = 3


Block: TypeAlias = Heading | Paragraph | Bullets | Entry | Table | Picture | Space


@dataclass(frozen=True, slots=True)
class Document:
    """A briefing, or a letter. kind: name of its kind. review: `CHN-3`, or empty. record: hash of what was counted.

    language: of its sentences, as in BCP 47. sources: documents that it rests on. pages: at most, 0 for no bound.
    title_note: a footnote to the title. running: head and foot of every page, of a document that is its authors' own
    and not item6's.
    """

    kind: str
    title: str
    subtitle: str
    review: str
    record: str
    blocks: tuple[Block, ...]
    sources: tuple[str, ...] = ()
    language: str = "en"
    pages: int = 0
    title_note: str = ""
    running: tuple[str, str] | None = None

    def numbers(self) -> Iterator[Number]:
        """Every number in the order of reading, those of tables and pictures too."""
        for block in self.blocks:
            yield from (run for run in runs_of(block) if isinstance(run, Number))


def runs_of(block: Block) -> Iterator[Run]:
    """The runs of a block in the order of reading, those of tables and pictures too."""
    match block:
        case Paragraph(runs):
            yield from runs
        case Bullets(items):
            for item in items:
                yield from item
        case Entry():
            yield from (*block.answer, block.source)
        case Table():
            for row in block.rows:
                for cell in row:
                    yield from cell
        case Picture():
            yield from runs_of(block.table)
        case Heading() | Space():
            return
