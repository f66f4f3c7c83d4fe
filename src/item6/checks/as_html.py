"""A checked text as one page that stands alone: no script, nothing loaded, fit for paper, light and dark."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from item6.checks.evidence import Evidence
from item6.checks.html_style import STYLE
from item6.checks.marked import Block, Marked, Note, Piece
from item6.checks.marks import LOOK, MARKS
from item6.measures.wording import grouped
from item6.terms.states import name_of

ROWS = 500
"""Setting: rows of one Figure that are listed."""

_NOT_SHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the direction of what follows; paragraphs are told theirs by their words."""


def as_html(marked: Marked, checked_on: str = "") -> str:
    """The page. checked_on: ISO date of today, or empty. Everything from outside is escaped."""
    policy = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    title = f"{marked.name or 'Statement'}, checked"
    return "".join(
        (
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n",
            '<meta http-equiv="Content-Security-Policy" ',
            f"content=\"default-src 'none'; style-src 'sha256-{policy}'\">\n",
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            '<meta name="color-scheme" content="light dark">\n',
            f"<title>{_plain(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n",
            f"<h1>{_plain(title)}</h1>\n", _lead(marked, checked_on), _summary(marked),
            '<h2 id="text">The text</h2>\n', *map(_block(_numbers(marked)), marked.blocks()),
            *_figures(marked.evidence), _how(marked), "</main>\n</body>\n</html>\n",
        )
    )  # fmt: skip


def _plain(text: str) -> str:
    """Words from outside, harmless."""
    return escape(_TURNS.sub("", _NOT_SHOWN.sub("�", text)))


def _lead(marked: Marked, checked_on: str) -> str:
    look = sum(note.mark.look == LOOK for note in marked.notes)
    count = len(marked.notes)
    if not count:
        return '<p class="lead">No figures about reviews were found in this text.</p>\n'
    found = f"{grouped(count)} {'claim' if count == 1 else 'claims'}"
    asks = f"; {grouped(look)} {'asks' if look == 1 else 'ask'} to be looked at again" if look else ""
    day = f" on {checked_on}" if checked_on else ""
    against = f"record {marked.record[:12]}" if marked.record else "its own figures alone; there was no record"
    return f'<p class="lead">{found}{asks}. Checked{day} against {against}.</p>\n'


def _summary(marked: Marked) -> str:
    if not marked.notes:
        return ""
    rows = []
    for verdict, count in marked.counts.items():
        mark = MARKS[verdict]
        numbers = [note.number for note in marked.notes if note.checked.verdict.verdict == verdict]
        links = " ".join(f'<a href="#n{number}">{number}</a>' for number in numbers)
        rows.append(
            f'<tr><th scope="row"><span class="sign {mark.look}" aria-hidden="true">{mark.sign}</span> {verdict}</th>'
            f'<td class="n">{grouped(count)}</td><td>{escape(mark.means)}</td><td class="links">{links}</td></tr>\n'
        )
    head = "".join(
        f'<th scope="col"{kind}>{name}</th>'
        for name, kind in (("verdict", ""), ("claims", ' class="n"'), ("what it means", ""), ("where", ""))
    )
    table = f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{''.join(rows)}</tbody>\n</table>\n"
    return f'<div class="wide" tabindex="0" role="region" aria-label="Verdicts">{table}</div>\n'


def _numbers(marked: Marked) -> Mapping[str, int]:
    """The number of each Figure on the page."""
    return {reference: number for number, reference in enumerate(marked.evidence, 1)}


class _block:  # used as a function that knows the numbers of the Figures
    """Paragraphs as HTML."""

    def __init__(self, numbers: Mapping[str, int]) -> None:
        self._numbers = numbers
        self._looks: dict[int, tuple[str, str, str]] = {}

    def __call__(self, block: Block) -> str:
        for note in block.notes:
            self._looks[note.number] = (note.mark.look, note.mark.sign, note.checked.verdict.verdict)
        said = "".join(map(self._piece, block.pieces))
        notes = "".join(map(self._note, block.notes))
        listed = f'<ol class="notes">{notes}</ol>' if notes else ""
        return f'<div class="pair"><p class="said" dir="auto">{said}</p>{listed}</div>\n'

    def _piece(self, piece: Piece) -> str:
        words = _plain(piece.text)
        if not piece.numbers:
            return words
        number = (piece.begins or piece.numbers)[-1]
        look, _, _ = self._looks[number]
        begins = "".join(self._begin(each) for each in piece.begins)
        return f'<mark class="{look}">{words}</mark>{begins}'

    def _begin(self, number: int) -> str:
        look, sign, verdict = self._looks[number]
        said = f'<span class="hidden">claim {number}, {verdict}</span>'
        return (
            f'<sup><a id="c{number}" href="#n{number}" class="{look}">'
            f'<span aria-hidden="true">{number}{sign}</span>{said}</a></sup>'
        )

    def _note(self, note: Note) -> str:
        verdict, mark = note.checked.verdict, note.mark
        lines = [("basis", note.basis), ("as of", note.known), ("why", verdict.why), ("true", verdict.nearest)]
        listed = "".join(f"<dt>{name}</dt><dd>{_plain(words)}</dd>" for name, words in lines if words)
        sources = "".join(f"<li>{_plain(each.name)}: <b>{_plain(each.value)}</b></li>" for each in note.sources)
        listed += f"<dt>sources</dt><dd><ul>{sources}</ul></dd>" if sources else ""
        figures = ", ".join(self._figure(each) for each in note.evidence)
        listed += f"<dt>figure</dt><dd>{figures}</dd>" if figures else ""
        said = f" · <q>{_plain(' '.join(note.checked.claim.text.split()))}</q> · {_plain(note.what)}"
        return (
            f'<li id="n{note.number}" value="{note.number}" class="{mark.look}"><p><a href="#c{note.number}" '
            f'aria-label="back to claim {note.number}">{note.number}</a> <span class="sign {mark.look}" '
            f'aria-hidden="true">{mark.sign}</span> <b>{verdict.verdict}</b>{said}</p>'
            f"{f'<dl>{listed}</dl>' if listed else ''}</li>"
        )

    def _figure(self, each: Evidence) -> str:
        rows = len(each.rows)
        opened = f"{grouped(rows)} {'row' if rows == 1 else 'rows'}" if rows else "published total"
        return f'<a href="#f{self._numbers[each.reference]}">figure {self._numbers[each.reference]}, {opened}</a>'


def _figures(evidence: Mapping[str, Evidence]) -> Iterator[str]:
    """The Figures with their rows and pages, each once."""
    if evidence:
        yield '<h2 id="figures">Figures, rows and pages</h2>\n'
    for number, each in enumerate(evidence.values(), 1):
        yield f'<section id="f{number}"><h3>{number}. {_plain(each.sentence)}</h3>\n'
        yield f'<p class="quiet">{_plain("; ".join(each.documents))}</p>\n' if each.documents else ""
        yield f'<p class="quiet">Opened again by: <code>item6 explain "{_plain(each.reference)}"</code></p>\n'
        yield _rows(each)
        yield "</section>\n"


def _rows(each: Evidence) -> str:
    if not each.rows:
        return ""
    listed = "".join(f"<li>{_plain(row.name)}{_page(row.page)}</li>" for row in each.rows[:ROWS])
    more = f"<p>and {grouped(len(each.rows) - ROWS)} more</p>" if len(each.rows) > ROWS else ""
    count = f"{grouped(len(each.rows))} {'row' if len(each.rows) == 1 else 'rows'}"
    return f'<details><summary>{count}{_documents(each)}</summary><ul class="rows">{listed}</ul>{more}</details>\n'


def _documents(each: Evidence) -> str:
    found: Sequence[str] = list(dict.fromkeys(row.document for row in each.rows if row.document))
    return f" of {_plain(', '.join(found[:4]))}" if found else ""


def _page(page: int | None) -> str:
    return f', <span class="quiet">page {page}</span>' if page else ""


def _how(marked: Marked) -> str:
    """What the user said of the statement, and what a verdict is."""
    context = marked.context
    told = [
        f"State: {name_of(context.state)}" if context.state else "",
        f"cycle: {context.cycle}" if context.cycle else "",
        f"as of: {context.as_of}" if context.as_of else "",
        f"title: {context.title}" if context.title else "",
    ]
    said = "; ".join(filter(None, told))
    given = f"<p>Said about the text: {_plain(said)}.</p>\n" if said else ""
    record = f"<p>Record: <code>{marked.record}</code></p>\n" if marked.record else ""
    return (
        f"<footer>\n{given}<p>item6 finds what a text says in figures about reviews and says for each what the "
        "record has. It calls no figure false and gives no text a score.</p>\n"
        f"{record}</footer>\n"
    )
