"""A Document as one page of HTML that asks nobody for anything: no script, no network, its own style.

Every number is a `data` element with its value and reference, in running text a link to its note. The page forbids
itself scripts and requests (Content-Security-Policy), so that nothing in it could run even if something got in.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from html import escape
from importlib import resources

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
from item6.briefings.writers.annex import annex_of, kind_of, mark_of
from item6.briefings.writers.cleaning import plain
from item6.briefings.writers.direction import direction, direction_of
from item6.briefings.writers.laid import Laid, alternative, laid
from item6.briefings.writers.machine import value
from item6.briefings.writers.pictures import width_of

_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def written(document: Document) -> bytes:
    """The page in UTF-8."""
    made = _Page(laid(document))
    style = resources.files(__package__).joinpath("look.css").read_text(encoding="utf-8")
    language = escape(document.language)
    way = direction(document.title) if not document.language.startswith("en") else "ltr"
    lines = [
        "<!doctype html>",
        f'<html lang="{language}" dir="{way}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="generator" content="item6">',
        f'<meta name="item6-record" content="{escape(document.record)}">',
        f"<title>{_words(document.title)}</title>",
        f"<style>\n{style}</style>",
        "</head>",
        "<body>",
        f'<header class="running"><span>{_words(kind_of(made.laid))}</span>'
        f"<span>{_words(mark_of(made.laid))}</span></header>",
        "<main>",
        f"<h1{_toward(document.title)}>{_words(document.title)}{' *' if document.title_note else ''}</h1>",
        *([f'<p class="title-note">* {_words(document.title_note)}</p>'] if document.title_note else []),
        *([f'<p class="subtitle">{_words(document.subtitle)}</p>'] if document.subtitle else []),
        *(line for at, block in enumerate(document.blocks) for line in made.block(at, block)),
        "</main>",
        *made.annex(),
        "</body>",
        "</html>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _words(said: str) -> str:
    return escape(plain(said))


def _toward(said: str) -> str:
    return ' dir="rtl"' if direction(said) == "rtl" else ""


class _Page:
    """Blocks one after another; remembers which notes were marked, so that each links back to its first number."""

    def __init__(self, laid: Laid) -> None:
        self.laid = laid
        self.marked: set[int] = set()

    def block(self, at: int, block: Block) -> Iterator[str]:
        """The elements of one block."""
        match block:
            case Heading(said, level):
                name = f"h{min(max(level, 1), 4) + 1}"
                yield f"<{name}{_toward(said)}>{_words(said)}</{name}>"
            case Paragraph(runs, manner):
                kind = f' class="{manner}"' if manner in ("lead", "small") else ""
                yield f"<p{kind}{_way(runs)}>{self.runs(runs)}</p>"
            case Bullets(items):
                yield "<ul>"
                yield from (f"<li{_way(item)}>{self.runs(item)}</li>" for item in items)
                yield "</ul>"
            case Entry():
                yield from self.entry(block)
            case Table():
                yield "<figure>"
                yield from self.table(block, _words(self.laid.caption(at, block)))
                yield "</figure>"
            case Picture():
                yield from self.picture(at, block)
            case Space(prompt, lines):
                yield f'<div class="space"><p class="small">{_words(prompt)}</p>{"<div></div>" * lines}</div>'

    def entry(self, entry: Entry) -> Iterator[str]:
        """A recommendation in full."""
        states = f' <span class="quiet">({_words(entry.states)})</span>' if entry.states else ""
        yield f'<div class="entry"><b>{_words(entry.number)}</b><div>'
        yield f'<p class="said"{_toward(entry.text)}>{_words(entry.text)}{states}</p>'
        source = f"<cite>{_words(entry.source.words)}</cite>" if entry.source.words else ""
        answer = self.runs(entry.answer)
        if answer or source:
            yield f"<p>{answer}{' ' if answer and source else ''}{source}</p>"
        yield "</div></div>"

    def table(self, table: Table, caption: str) -> Iterator[str]:
        """A table with its caption and note."""
        if caption:
            yield f"<figcaption>{caption}</figcaption>"
        yield f'<div class="wide" role="group" tabindex="0" aria-label="{caption or "table"}"><table>'
        heads = (f'<th scope="col"{_number(each.is_number)}>{_words(each.title)}</th>' for each in table.columns)
        yield f"<thead><tr>{''.join(heads)}</tr></thead>"
        yield "<tbody>"
        for row in table.rows:
            cells = zip(row, table.columns, strict=False)
            yield f"<tr>{''.join(self.cell(cell, column.is_number) for cell, column in cells)}</tr>"
        yield "</tbody></table></div>"
        if table.note:
            yield f'<p class="note">{_words(table.note)}</p>'

    def cell(self, cell: Iterable[Run], is_number: bool) -> str:
        """A cell; its numbers have no note of their own."""
        runs = tuple(cell)
        return f"<td{_number(is_number)}{_way(runs)}>{self.runs(runs, marks=False)}</td>"

    def picture(self, at: int, picture: Picture) -> Iterator[str]:
        """A chart as a picture, which can run nothing, with its table to open."""
        yield '<figure class="chart">'
        caption = _words(self.laid.caption(at, picture))
        yield f"<figcaption>{caption}</figcaption>"
        drawn = b64encode(picture.svg.encode()).decode()
        told, wide = _words(alternative(picture)), f"max-width:{width_of(picture.svg):.0f}mm"
        shown = f'<img alt="{told}" style="{wide}" src="data:image/svg+xml;base64,{drawn}">'
        yield f'<div class="wide" role="group" tabindex="0" aria-label="{caption}">{shown}</div>'
        if picture.table.rows:
            yield f"<details><summary>{words.AS_TABLE}</summary>"
            yield from self.table(picture.table, "")
            yield "</details>"
        elif picture.table.note:
            yield f'<p class="note">{_words(picture.table.note)}</p>'
        yield "</figure>"

    def runs(self, runs: Iterable[Run], *, marks: bool = True) -> str:
        """Runs in a row."""
        return "".join(self.run(run, marks) for run in runs)

    def run(self, run: Run, marks: bool) -> str:
        """One run; a number in running text is a link to its note."""
        match run:
            case Text(said, manner):
                return _mannered(_words(said), manner)
            case Source(said):
                return f"<cite>{_words(said)}</cite>"
            case Number(said, figure):
                known = f'value="{_words(value(figure))}" data-reference="{escape(figure.reference)}"'
                shown = f"<data {known}>{_words(said)}</data>"
                if not marks:
                    return shown
                note = self.laid.note_of[figure.reference]
                here = f' id="mark-{note}"' if note not in self.marked else ""
                self.marked.add(note)
                return f'<a class="figure" href="#note-{note}"{here}>{shown}<sup>{note}</sup></a>'

    def annex(self) -> Iterator[str]:
        """Notes, sources, references."""
        annex = annex_of(self.laid)
        if not annex:
            return
        yield '<footer class="annex">'
        if annex.notes:
            yield f"<h2>{words.NOTES}</h2>"
            yield f"<p>{_words(annex.head)}</p>"
            yield "<ol>"
            for note in annex.notes:
                back = f'<a href="#mark-{note.number}" aria-label="{words.BACK}">↑</a>'
                said = f"<b>{_words(note.title)}.</b> {_words(note.words)}"
                yield f'<li id="note-{note.number}">{said} {back}</li>'
            yield "</ol>"
        if annex.sources:
            yield f"<h2>{words.SOURCES}</h2>"
            yield f"<ul>{''.join(f'<li>{_words(each)}</li>' for each in annex.sources)}</ul>"
        if annex.has_figures:
            yield f"<h2>{words.ANNEX}</h2>"
            yield f"<p>{_words(annex.how)}</p>"
        for part in annex.listed:
            yield f"<h3>{_words(part.title)}</h3>"
            yield f'<ul class="lines">{"".join(f"<li><code>{_words(line)}</code></li>" for line in part.lines)}</ul>'
        yield "</footer>"


def _mannered(said: str, manner: str) -> str:
    match manner:
        case "strong":
            return f"<strong>{said}</strong>"
        case "emphasis":
            return f"<em>{said}</em>"
        case "quoted":
            return f"<q>{said}</q>"
        case "quiet":
            return f'<span class="quiet">{said}</span>'
        case _:
            return said


def _number(is_number: bool) -> str:
    return ' class="number"' if is_number else ""


def _way(runs: Iterable[Run]) -> str:
    return ' dir="rtl"' if direction_of(runs) == "rtl" else ""
