"""Readings of made-up States, small enough to count by hand."""

from __future__ import annotations

import hashlib

from item6.terms.answers import POSITION_OF, Answer, Target
from item6.terms.documents import Document, Reading
from item6.terms.names import ReviewName
from item6.terms.passages import Passage, PdfPlace, Span
from item6.terms.recommendations import Commitment, Recommendation, Speaker, StatedTotal, Text

FREEDONIA = ReviewName("XFR", 2)
SYLVANIA = ReviewName("XSY", 1)


def digest(file: str) -> str:
    """The SHA-256 that a made-up file has."""
    return hashlib.sha256(file.encode()).hexdigest()


def passage(words: str, page: int = 3, file: str = "report.pdf") -> Passage:
    """A place on a page of a made-up PDF."""
    return Passage("A/HRC/99/4", digest(file), PdfPlace((Span(page, 0, len(words)),), "made up"), words)


def text(words: str, *states: str, part: int = 1, page: int = 3) -> Text:
    """A text with its States in one bracket."""
    return Text(part, words, states, (f"({', '.join(states)})",) if states else (), passage(words, page))


def listed(number: str, *texts: Text, kind: str = "listed") -> Recommendation:
    """A recommendation; without texts it asks for one thing, on behalf of Chile."""
    texts = texts or (text(f"Do what number {number} asks for", "CHL"),)
    return Recommendation(number, f"{number}.", kind, texts, passage(number, texts[0].passage.page or 1))


def answer(
    number: str | None,
    normalised: str,
    *,
    part: int | None = None,
    state: str | None = None,
    stage: str = "report",
    revision: int = 0,
    date: str | None = None,
    source: str = "written",
    file: str = "report.pdf",
    page: int = 9,
    words: str | None = None,
    review: ReviewName = FREEDONIA,
) -> Answer:
    """An answer of Freedonia; the words are those of the class unless given."""
    written = normalised if words is None else words
    return Answer(
        review, Target(number, part, state), POSITION_OF[normalised], written, normalised, "", stage, digest(file),
        revision, date, passage(written, page, file), source,
    )  # fmt: skip


def document(
    file: str = "report.pdf",
    review: ReviewName | None = FREEDONIA,
    *,
    symbol: str | None = "A/HRC/99/4",
    draft: bool = False,
    date: str | None = "2031-03-01",
    family: str = "wg_report",
    pages: int | None = 20,
    sha256: str | None = None,
) -> Document:
    """A report of the Working Group on Freedonia's second review."""
    kind = file.rpartition(".")[2]
    return Document(
        file, sha256 or digest(file), kind, family, symbol, draft, review, 20 if review else None, date, pages
    )


def reading(
    described: Document | None = None,
    *recommendations: Recommendation,
    answers: tuple[Answer, ...] = (),
    commitments: tuple[Commitment, ...] = (),
    speakers: tuple[Speaker, ...] = (),
    totals: tuple[StatedTotal, ...] = (),
) -> Reading:
    """What was read from a document; by default a report with the numbers 5.1 and 5.2."""
    described = described or document()
    recommendations = recommendations or (listed("5.1"), listed("5.2"))
    return Reading(described, recommendations, answers, commitments, speakers, totals)
