"""A Document as Markdown: plain text that reads as it is, with footnotes, and the list of its figures in a comment.

What documents say is escaped, so that no sign of it becomes a link, a heading or HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from item6.briefings.document import (
    Block,
    Bullets,
    Document,
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
from item6.briefings.writers.annex import annex_of, mark_of
from item6.briefings.writers.cleaning import plain
from item6.briefings.writers.laid import Laid, laid
from item6.briefings.writers.machine import as_text

BEGIN, END = "<!-- item6 figures", "-->"
"""Around the list of figures."""

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~$&!^])")
_STARTS = re.compile(r"^(\s*)([-+=:]|\d+[.)])(?=\s|$|[-+=])")
_LINKS = re.compile(r"(?i)\b(https?|ftp|mailto)(:)|\b(www)(\.)|(?<=\w)(@)(?=\w)")


def written(document: Document) -> bytes:
    """The text in UTF-8."""
    made = laid(document)
    parts = [f"# {escaped(document.title)}" + (r" \*" if document.title_note else "")]
    if document.subtitle:
        parts.append(escaped(document.subtitle))
    if document.title_note:
        parts.append(f"\\* {escaped(document.title_note)}")
    if mark_of(made):
        parts.append(f"*{escaped(mark_of(made))}*")
    parts += [part for at, block in enumerate(document.blocks) for part in _block(made, at, block)]
    parts += _annex(made)
    if document.running is None or made.notes:
        parts.append(f"{BEGIN}\n{as_text(document)}\n{END}")
    return ("\n\n".join(parts) + "\n").encode()


def escaped(said: str) -> str:
    """Words as they stand, whatever signs they hold."""
    line = _SIGNS.sub(r"\\\1", plain(said))
    line = _LINKS.sub(lambda found: found[0][:-1] + "\\" + found[0][-1], line)
    return _begun(line)


def _begun(line: str) -> str:
    """A line that does not begin a list, a rule or code."""
    return _STARTS.sub(lambda found: f"{found[1]}{found[2][:-1]}\\{found[2][-1]}", line)


def _block(laid: Laid, at: int, block: Block) -> Iterator[str]:
    match block:
        case Heading(said, level):
            yield f"{'#' * (min(max(level, 1), 4) + 1)} {escaped(said)}"
        case Paragraph(runs):
            yield _line(laid, runs)
        case Bullets(items):
            yield "\n".join(f"- {_line(laid, item)}" for item in items)
        case Entry():
            yield from _entry(laid, block)
        case Table():
            if block.caption:
                yield f"**{escaped(laid.caption(at, block))}**"
            yield from _table(block)
        case Picture():
            yield f"**{laid.captions[at]}. {escaped(block.caption)}**"
            yield escaped(block.alternative)
            yield from _table(block.table)
        case Space(prompt, lines):
            yield f"{escaped(prompt)}" + "\\\n\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_" * lines


def _entry(laid: Laid, entry: Entry) -> Iterator[str]:
    states = f" ({escaped(entry.states)})" if entry.states else ""
    yield f"**{escaped(entry.number)}** {escaped(entry.text)}{states}"
    beneath = [_line(laid, entry.answer), escaped(entry.source.words)]
    if any(beneath):
        yield " · ".join(filter(None, beneath))


def _table(table: Table) -> Iterator[str]:
    """A table with pipes, as GitHub's and pandoc's Markdown have it."""
    head = " | ".join(escaped(each.title) for each in table.columns)
    rule = "|".join("---:" if each.is_number else "---" for each in table.columns)
    rows = [" | ".join(_line(None, cell) for cell in row) for row in table.rows]
    yield "\n".join(f"| {row} |" if row != rule else f"|{row}|" for row in (head, rule, *rows))
    if table.note:
        yield f"*{escaped(table.note)}*"


def _line(laid: Laid | None, runs: Iterable[Run]) -> str:
    """Runs on one line. laid: where numbers get the mark of their note."""
    return _begun("".join(_run(laid, run) for run in runs).strip(" "))


_MANNERS = {"strong": "**", "emphasis": "*", "quoted": "*", "quiet": ""}


def _run(laid: Laid | None, run: Run) -> str:
    match run:
        case Text(said, manner):
            return _marked(escaped(said), _MANNERS.get(manner, ""))
        case Number(said, figure):
            return escaped(said) + (f"[^{laid.note_of[figure.reference]}]" if laid else "")
        case Source(said):
            return escaped(said)


def _marked(said: str, mark: str) -> str:
    """Signs of emphasis hold where no space is inside of them."""
    inside = said.strip()
    if not mark or not inside:
        return said
    before, after = said[: len(said) - len(said.lstrip())], said[len(said.rstrip()) :]
    return f"{before}{mark}{inside}{mark}{after}"


def _annex(laid: Laid) -> Iterator[str]:
    annex = annex_of(laid)
    if annex.sources:
        yield f"## {words.SOURCES}"
        yield "\n".join(f"- {escaped(each)}" for each in annex.sources)
    if annex.has_figures:
        yield f"## {words.ANNEX}"
        yield words.RECOMPUTE.format(record=laid.document.record[:12])
    for part in annex.listed:
        yield f"**{escaped(part.title)}**"
        yield "\n".join(f"- `{_code(line)}`" for line in part.lines)
    if annex.notes:
        yield f"## {words.NOTES}"
        yield escaped(annex.head)
    for note in annex.notes:
        yield f"[^{note.number}]: **{escaped(note.title)}.** {escaped(note.words)}"


def _code(line: str) -> str:
    """Inside of backticks nothing is escaped, and no backtick can stand."""
    return plain(line).replace("`", "'")
