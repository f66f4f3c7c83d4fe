"""A document that was read, and everything that a reader took out of it."""

from __future__ import annotations

from dataclasses import dataclass

from item6.terms.answers import Answer
from item6.terms.issues import Issue
from item6.terms.labels import ExportRow, Label, ListedText
from item6.terms.names import ReviewName
from item6.terms.recommendations import Commitment, Recommendation, Speaker, StatedTotal

FAMILIES = (
    "wg_report",
    "addendum",
    "matrix",
    "uhri",
    "upr_info",
    "national_report",
    "compilation",
    "stakeholder_summary",
    "advance_questions",
    "decision",
    "other",
    "decisions",
)
"""Families of documents; `other` is what none of them is, `decisions` a file of what people decided here."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file of a known family.

    file: file name without folder. sha256: of its bytes, hexadecimal. format: `pdf`, `docx`, `jsonl` and so on.
    family: one of FAMILIES. symbol: as printed, or None. draft: a draft report (L. document).
    review: State under review and cycle, None where the document names none.
    session: of the Working Group. date: ISO date of distribution or of the adoption by the Working Group.
    pages: None for formats without fixed pages.
    """

    file: str
    sha256: str
    format: str
    family: str
    symbol: str | None
    draft: bool
    review: ReviewName | None
    session: int | None
    date: str | None
    pages: int | None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Footnote:
    """page: from 1. mark: its number, empty for stars. text: its words, lines joined by a space."""

    page: int
    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one reader took out of one document, in printed order. Pure data: safe to send between processes.

    labels, listed: of a matrix. rows: of an export, recommendations only. pledge_rows: its voluntary pledges, apart.
    """

    document: Document
    recommendations: tuple[Recommendation, ...] = ()
    answers: tuple[Answer, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    totals: tuple[StatedTotal, ...] = ()
    issues: tuple[Issue, ...] = ()
    labels: tuple[Label, ...] = ()
    listed: tuple[ListedText, ...] = ()
    rows: tuple[ExportRow, ...] = ()
    pledge_rows: tuple[ExportRow, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
