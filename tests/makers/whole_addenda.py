"""Whole addenda of Ruritania, each in a style of its own, with the answers that they give: as Word and as PDF.

A file holds many of them:

    === name of the style
    accepted 92.2 92.7-9; noted 92.3           the right answers, ranges with a hyphen
    =lang fr                                   options: language; `short` for no page of its own for the masthead;
    =unread 92.3                               numbers that no form is read of, or only the printed one is not
    =printed 92.7-9
    1. The Government accepts ...              a paragraph on each line
    | 92.2 Build a school | Accepted |         rows of a table; `¶` begins a new line in a cell
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from pdf_files import text_pdf
from word_files import paragraph, word_file
from word_tables import cell, row, table

FOLDER = Path(__file__).parents[1] / "sources" / "addendum" / "texts"
SYMBOL = "A/HRC/29/917/Add.1"
_MASTHEADS = {
    "en": "United Nations/General Assembly/Distr.: General/3 June 2015/Original: English/Human Rights Council/"
    "Twenty-ninth session/Agenda item 6/Universal Periodic Review/"
    "Report of the Working Group on the Universal Periodic Review*/Ruritania/Addendum/"
    "Views on conclusions, voluntary commitments and replies presented by the State under review",
    "fr": "Nations Unies/Assemblée générale/Distr. générale/3 juin 2015/Original : français/"
    "Conseil des droits de l’homme/Vingt-neuvième session/Point 6 de l’ordre du jour/Examen périodique universel/"
    "Rapport du Groupe de travail sur l’Examen périodique universel*/Ruritanie/Additif/"
    "Observations, engagements et réponses de l’État examiné",
    "es": "Naciones Unidas/Asamblea General/Distr. general/3 de junio de 2015/Original: español/"
    "Consejo de Derechos Humanos/29º período de sesiones/Tema 6 de la agenda/Examen periódico universal/"
    "Informe del Grupo de Trabajo sobre el Examen Periódico Universal*/Ruritania/Adición/"
    "Opiniones, compromisos voluntarios y respuestas del Estado examinado",
}
_WIDTH, _LINES, _CELL = 88, 44, 30


@dataclass(frozen=True)
class WholeAddendum:
    """told: class by number. lines: paragraphs and rows. unread, printed: see the module."""

    style: str
    told: dict[str, str]
    lines: tuple[str, ...]
    language: str = "en"
    short: bool = False
    unread: frozenset[str] = frozenset()
    printed: frozenset[str] = frozenset()

    def word(self) -> bytes:
        """The addendum as a Word file."""
        body = "".join(paragraph(escape(line)) for line in (SYMBOL, *_MASTHEADS[self.language].split("/")))
        if not self.short:
            body += '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        for part in self._parts():
            if isinstance(part, str):
                body += paragraph(escape(part))
            else:
                body += table(*(row(*(cell(*each.split("¶")) for each in cells)) for cells in part)) + paragraph()
        return word_file(body, headers=(paragraph(SYMBOL),))

    def pdf(self) -> bytes:
        """The addendum as a PDF: tables are printed row by row, the lines of each cell one after the other."""
        first = [SYMBOL, *_MASTHEADS[self.language].split("/")]
        lines = [line for part in self._parts() for line in _printed(part)]
        pages = [[*first, *lines]] if self.short else [first]
        if not self.short:
            pages += [lines[at : at + _LINES] for at in range(0, len(lines), _LINES)]
        return text_pdf([[*page, str(number)] for number, page in enumerate(([SYMBOL, *page] for page in pages), 1)])

    def _parts(self) -> Iterator[str | list[list[str]]]:
        rows: list[list[str]] = []
        for line in (*self.lines, ""):
            if line.startswith("|"):
                rows.append([each.strip() for each in line.removeprefix("|").removesuffix("|").split("|")])
                continue
            if rows:
                yield rows
            rows = []
            if line:
                yield line


def whole_addenda(name: str) -> list[WholeAddendum]:
    """The addenda of a file of `texts`."""
    blocks = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("=== ")[1:]
    return [_made(block.rstrip().split("\n")) for block in blocks]


def _made(lines: list[str]) -> WholeAddendum:
    style, told, *rest = lines
    options = dict(line[1:].partition(" ")[::2] for line in rest if line.startswith("="))
    unread, printed = (frozenset(_numbers(options.get(name, ""))) for name in ("unread", "printed"))
    words = tuple(line for line in rest if not line.startswith("="))
    language, short = options.get("lang", "en"), "short" in options
    return WholeAddendum(style, dict(_classes(told)), words, language, short, unread, printed)


def _classes(told: str) -> Iterator[tuple[str, str]]:
    for group in told.split(";"):
        name, _, numbers = group.strip().partition(" ")
        yield from ((number, name) for number in _numbers(numbers))


def _numbers(words: str) -> Iterator[str]:
    for main, first, last in re.findall(r"(?:(\d+)\.)?(\d+)(?:-(\d+))?", words):
        for number in range(int(first), int(last or first) + 1):
            yield f"{main}.{number}" if main else str(number)


def _printed(part: str | list[list[str]]) -> list[str]:
    if isinstance(part, str):
        return textwrap.wrap(part, _WIDTH)
    lines: list[str] = []
    for cells in part:
        beside = False
        for each in filter(None, cells):
            own = [line for words in each.split("¶") for line in textwrap.wrap(words, _CELL)]
            if beside:
                lines[-1] += f" {own.pop(0)}"
            lines += own
            beside = (beside and not own) or (len(own) == 1 and not beside)
    return lines
