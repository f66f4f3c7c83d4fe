"""A checked text as plain values, for a page whose template arranges them: no markup, a bounded number of claims."""

from __future__ import annotations

from itertools import islice
from typing import Any

from item6.checks.evidence import Evidence
from item6.checks.marked import Block, Marked, Note, Piece
from item6.checks.marks import LOOK, MARKS

CLAIMS = 400
"""Setting: claims of one page; where there are more, the files to download have all."""
_ROWS = 6


def as_page(marked: Marked, most: int = CLAIMS) -> dict[str, Any]:
    """The text in blocks of pieces with their notes, up to the block with the last of `most` claims.

    Fit for JSON. left: how many claims are not shown.
    """
    looks = {note.number: note for note in marked.notes}
    blocks: list[dict[str, Any]] = []
    shown = 0
    for block in marked.blocks():
        notes = tuple(islice(block.notes, most - shown))
        blocks.append(_block(Block(block.pieces, notes), looks))
        shown += len(notes)
        if shown >= most:
            break
    return {
        "name": marked.name,
        "claims": len(marked.notes),
        "look": sum(note.mark.look == LOOK for note in marked.notes),
        "left": len(marked.notes) - shown,
        "record": marked.record[:12],
        "counts": [_count(marked, verdict, count, shown) for verdict, count in marked.counts.items()],
        "blocks": blocks,
    }


def _count(marked: Marked, verdict: str, count: int, shown: int) -> dict[str, Any]:
    mark = MARKS[verdict]
    numbers = [each.number for each in marked.notes[:shown] if each.checked.verdict.verdict == verdict]
    return {
        "verdict": verdict, "count": count, "sign": mark.sign, "look": mark.look, "means": mark.means,
        "numbers": numbers,
    }  # fmt: skip


def _block(block: Block, looks: dict[int, Note]) -> dict[str, Any]:
    shown = {note.number for note in block.notes}
    return {
        "pieces": [_piece(each, looks, shown) for each in block.pieces],
        "notes": [_note(each) for each in block.notes],
    }


def _piece(piece: Piece, looks: dict[int, Note], shown: set[int]) -> dict[str, Any]:
    number = next(reversed(piece.begins or piece.numbers), None)
    begins = [looks[each] for each in piece.begins if each in shown]
    return {
        "text": piece.text,
        "look": looks[number].mark.look if number else "",
        "begins": [_named(each) for each in begins],
    }


def _named(note: Note) -> dict[str, Any]:
    return {
        "number": note.number, "verdict": note.checked.verdict.verdict, "sign": note.mark.sign,
        "look": note.mark.look,
    }  # fmt: skip


def _note(note: Note) -> dict[str, Any]:
    verdict = note.checked.verdict
    return _named(note) | {
        "said": " ".join(note.checked.claim.text.split()),
        "what": note.what,
        "basis": note.basis,
        "known": note.known,
        "why": verdict.why,
        "true": verdict.nearest,
        "sources": [
            {"name": each.name, "value": each.value, "references": list(each.references)} for each in note.sources
        ],
        "figures": [_figure(each) for each in note.evidence],
    }


def _figure(each: Evidence) -> dict[str, Any]:
    return {
        "reference": each.reference,
        "count": len(each.rows),
        "rows": [{"name": row.name, "page": row.page} for row in each.rows[:_ROWS]],
        "documents": list(each.documents[:4]),
    }
