"""A checked text in the terminal: its paragraphs with the claims in brackets, and what is said of each below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.text import Text

from item6.checks.evidence import Row
from item6.checks.marked import Block, Marked, Note, Piece
from item6.checks.marks import AGREES, LOOK, OPEN, UNKNOWN
from item6.cli.messages import counted
from item6.cli.terminal import clean, print_line

_WIDEST = 100
_ROWS = 4
_STYLES = {AGREES: "cyan", OPEN: "yellow", LOOK: "bold magenta", UNKNOWN: "bright_black"}


def print_text(console: Console, marked: Marked) -> None:
    """Paragraphs with claims, each claim in brackets with its number and sign; notes; how many of each verdict."""
    if not marked.notes:
        console.print(Text("no figures about reviews were found in this text"))
        return
    notes = {each.number: each for each in marked.notes}
    skipped = False
    shown: dict[str, int] = {}
    for block in marked.blocks():
        if not block.notes and not any(piece.numbers for piece in block.pieces):
            skipped = True
            continue
        if skipped:
            console.print(Text("…", style="dim"))
        skipped = False
        _print_block(console, block, notes, shown)
    found = ", ".join(f"{count} {verdict}" for verdict, count in marked.counts.items())
    console.print(Text(f"{counted(len(marked.notes), 'claim')}: {found}"))


def _print_block(console: Console, block: Block, notes: Mapping[int, Note], shown: dict[str, int]) -> None:
    """shown: for each Figure that was opened before, at which claim."""
    said = Text.assemble(*(part for piece in block.pieces for part in _said(console, piece, notes)))
    for line in said.wrap(console, min(console.width, _WIDEST)):
        line.rstrip()
        console.print(line)
    for note in block.notes:
        _print_note(console, note, shown)
    console.print()


def _said(console: Console, piece: Piece, notes: Mapping[int, Note]) -> list[tuple[str, str]]:
    words = clean(piece.text)
    if not piece.numbers:
        return [(words, "")]
    note = notes[(piece.begins or piece.numbers)[-1]]
    style = _STYLES[note.mark.look]
    if not piece.begins:
        return [(words, style)]
    numbers = "".join(f"{number}{_sign(console, notes[number])}" for number in piece.begins)
    return [(f"[{words}]", style), (numbers, style)]


def _sign(console: Console, note: Note) -> str:
    """The sign of a verdict; in ASCII where the output knows no other."""
    try:
        note.mark.sign.encode(console.encoding)
    except (UnicodeEncodeError, LookupError):
        return note.mark.plain
    return note.mark.sign


def _print_note(console: Console, note: Note, shown: dict[str, int]) -> None:
    verdict, style = note.checked.verdict, _STYLES[note.mark.look]
    head = f"{note.number:>3} {_sign(console, note)} "
    console.print(
        Text.assemble((head, style), (verdict.verdict, style), (f" · {note.what}" if note.what else "", "dim"))
    )
    lines = [("basis", note.basis), ("as of", note.known), ("why", verdict.why), ("true", verdict.nearest)]
    lines += [("source", f"{each.name}: {each.value}") for each in note.sources]
    for each in note.evidence:
        first = shown.setdefault(each.reference, note.number)
        if first != note.number:
            lines.append(("figure", f"as at {first}"))
            continue
        lines += [("rows", _rows(each.rows))] if each.rows else []
        head, _, record = each.reference.rpartition("#")
        lines.append(("figure", f"{head}#{record[:12]}"))
    for name, words in lines:
        if words:
            print_line(console, f"   {name}", words)


def _rows(rows: Sequence[Row]) -> str:
    """The first rows with their pages, and how many more there are."""
    listed = [f"{row.name}{f' (page {row.page})' if row.page else ''}" for row in rows[:_ROWS]]
    more = f" and {len(rows) - _ROWS} more" if len(rows) > _ROWS else ""
    return ", ".join(listed) + more
