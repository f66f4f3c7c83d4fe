"""A Document as the data that the template of the PDF reads: strings, numbers and lists, no markup."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from item6.briefings.document import (
    Block,
    Bullets,
    Entry,
    Heading,
    Number,
    Paragraph,
    Picture,
    Run,
    Source,
    Space,
    Table,
    Text,
)
from item6.briefings.writers import words
from item6.briefings.writers.annex import annex_of, foot_of, kind_of, mark_of
from item6.briefings.writers.cleaning import plain
from item6.briefings.writers.direction import RIGHT_TO_LEFT, direction, direction_of
from item6.briefings.writers.laid import KEPT_ROWS, Laid, alternative, leads_in, widths
from item6.briefings.writers.machine import NAME, as_text
from item6.briefings.writers.pictures import height_of, width_of
from item6.briefings.writers.references import breakable

_LONG = 700
"""Characters from which a cell or an entry may run over the end of a page."""

_TALL = 100.0
"""Millimetres from which a chart stands at the foot of its page or the next, and text that follows fills the room."""


def as_data(laid: Laid) -> dict[str, Any]:
    """Everything but size and fonts."""
    document = laid.document
    made = _Made(laid)
    return {
        "title": plain(document.title) or document.kind,
        "subtitle": plain(document.subtitle),
        "kind": kind_of(laid),
        "mark": mark_of(laid),
        "foot": foot_of(laid),
        "title_note": plain(document.title_note),
        "author": "item6" if document.running is None else "",
        "language": (language := document.language.partition("-")[0].lower()),
        "dir": "rtl" if language in RIGHT_TO_LEFT else "ltr",
        "words": {
            "page": words.page_in(document.language), "notes": words.NOTES, "sources": words.SOURCES,
            "annex": words.ANNEX, "attached": words.ATTACHED,
        },
        "blocks": [made.block(at, block) for at, block in enumerate(document.blocks)],
        "annex": _annex(laid),
        "list": {"name": NAME, "text": as_text(document)},
    }  # fmt: skip


def _annex(laid: Laid) -> dict[str, Any] | None:
    annex = annex_of(laid)
    if not annex:
        return None
    return {
        "head": plain(annex.head),
        "notes": [
            {"number": note.number, "title": plain(note.title), "words": plain(note.words)} for note in annex.notes
        ],
        "sources": [plain(each) for each in annex.sources],
        "how": annex.how,
        "listed": [
            {"title": plain(each.title), "lines": [breakable(plain(line)) for line in each.lines]}
            for each in annex.listed
        ],
    }


class _Made:
    """Blocks one after another; remembers which notes were marked."""

    def __init__(self, laid: Laid) -> None:
        self.laid = laid
        self.marked: set[int] = set()

    def block(self, at: int, block: Block) -> dict[str, Any]:
        """One block with its name."""
        match block:
            case Heading(said, level):
                return {"block": "heading", "words": plain(said), "level": min(max(level, 1), 2)}
            case Paragraph(runs, manner):
                keeps = leads_in(self.laid.document.blocks, at)
                return {"block": "paragraph", "manner": manner, "keeps": keeps, **self.runs(runs)}
            case Bullets(items):
                return {"block": "bullets", "items": [self.runs(item) for item in items]}
            case Entry():
                return {
                    "block": "entry", "number": plain(block.number), "text": plain(block.text),
                    "states": plain(block.states), "answer": self.runs(block.answer)["runs"],
                    "source": plain(block.source.words), "dir": direction(block.text), "long": len(block.text) > _LONG,
                }  # fmt: skip
            case Table():
                return {"block": "table", "caption": self.laid.caption(at, block), **self.table(block)}
            case Picture():
                return {
                    "block": "picture", "caption": self.laid.caption(at, block), "svg": block.svg,
                    "width": width_of(block.svg), "alternative": alternative(block), "note": plain(block.table.note),
                    "floats": height_of(block.svg) > _TALL,
                }  # fmt: skip
            case Space(prompt, lines):
                return {"block": "space", "prompt": plain(prompt), "lines": min(max(lines, 1), 30)}

    def table(self, table: Table) -> dict[str, Any]:
        """Columns, rows and note; numbers in tables have no mark."""
        return {
            "columns": [
                {"title": plain(each.title), "number": each.is_number, "width": width}
                for each, width in zip(table.columns, widths(table), strict=True)
            ],
            "rows": [
                [{**self.runs(cell, marks=False), "long": sum(len(run.words) for run in cell) > _LONG} for cell in row]
                for row in table.rows
            ],
            "note": plain(table.note),
            "long": len(table.rows) > KEPT_ROWS,
        }

    def runs(self, runs: Iterable[Run], *, marks: bool = True) -> dict[str, Any]:
        """Runs as lists, and their direction."""
        these = tuple(runs)
        return {"runs": [self.run(run, marks) for run in these], "dir": direction_of(these)}

    def run(self, run: Run, marks: bool) -> list[Any]:
        """`t` text with its manner, `n` a number with its note and whether it is the first of it, `s` a source."""
        match run:
            case Text(said, manner):
                return ["t", plain(said), manner]
            case Source(said):
                return ["s", plain(said)]
            case Number(said, figure):
                note = self.laid.note_of[figure.reference] if marks else 0
                first = note not in self.marked
                self.marked.add(note)
                return ["n", plain(said), note, first]
