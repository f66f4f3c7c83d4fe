"""Addenda made in memory: a first page, then the words that a test is about."""

from __future__ import annotations

from bodies import body
from word_files import paragraph, word_file

from item6.files.body import Body
from item6.sources import read
from item6.sources.addendum import read_addendum
from item6.sources.families import Family
from item6.sources.masthead import Masthead
from item6.sources.opening import Opened
from item6.terms.documents import Document, Reading
from item6.terms.names import ReviewName

FIRST_PAGE = {
    "en": "Report of the Working Group on the Universal Periodic Review\nRuritania\nAddendum",
    "fr": "Rapport du Groupe de travail sur l’Examen périodique universel\nRuritanie\nAdditif",
    "es": "Informe del Grupo de Trabajo sobre el Examen Periódico Universal\nRuritania\nAdición",
}


def addendum(words: str, language: str = "en") -> Reading:
    """What is read out of an addendum of two pages, the second one with these words."""
    return read_body(body(FIRST_PAGE.get(language, "Ruritania"), words), language)


def read_body(made: Body, language: str = "en", name: str = "addendum.pdf") -> Reading:
    """What is read out of a body."""
    form = "pdf" if made.extractor else "docx"
    review, symbol = ReviewName("XRU", 2), "A/HRC/29/917/Add.1"
    document = Document(
        name, "0" * 64, form, "addendum", symbol, False, review, None, "2015-06-03", made.pages, language
    )
    masthead = Masthead(None, "XRU", None, None)
    return read_addendum(Opened(document, made, Family("addendum", language), masthead))


def told(words: str, language: str = "en") -> str:
    """The answers in one line, ranges written as they are read: `accepted 1 2; noted 3`, classes in order of print."""
    classes: dict[str, list[str]] = {}
    for answer in addendum(words, language).answers:
        classes.setdefault(answer.normalised, []).append(answer.target.number or "")
    return "; ".join(f"{name} {' '.join(numbers)}" for name, numbers in classes.items())


def table_addendum(*tables: list[list[str]], language: str = "en", before: str = "") -> Reading:
    """What is read out of a Word file with these tables, each a list of rows of cells."""
    first = [paragraph(line) for line in (*FIRST_PAGE[language].split("\n"), *before.split("\n"))]
    data = word_file("".join([*first, *map(_table, tables)]), headers=(paragraph("A/HRC/29/917/Add.1"),))
    return read(data, "addendum.docx")


def _table(rows: list[list[str]]) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in rows) + "</w:tbl>"


def _cell(text: str) -> str:
    """A cell of paragraphs, one for each line; `^` continues the cell above."""
    merge = '<w:vMerge w:val="continue"/>' if text == "^" else ""
    lines = "" if text == "^" else text
    return f"<w:tc><w:tcPr>{merge}</w:tcPr>{''.join(paragraph(line) for line in lines.split(chr(10)))}</w:tc>"
