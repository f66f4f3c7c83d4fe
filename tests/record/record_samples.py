"""Readings of fictional States, small enough to count by hand."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from item6.record.contents import Contents, Position, ReviewSource
from item6.terms.answers import POSITION_OF, Answer, Target
from item6.terms.documents import Document, Reading
from item6.terms.issues import Place, issue
from item6.terms.names import ReviewName
from item6.terms.passages import DocxParagraph, Passage, PdfPlace, Span
from item6.terms.recommendations import Commitment, Recommendation, Speaker, StatedTotal, Text

RURITANIA = ReviewName("RUR", 2)
ELBONIA = ReviewName("ELB", 1)


def sha(name: str) -> str:
    """The SHA-256 of a made-up file."""
    return hashlib.sha256(name.encode()).hexdigest()


def place(file: str, words: str, page: int = 14) -> Passage:
    """A passage of a made-up PDF."""
    return Passage("A/HRC/90/7", sha(file), PdfPlace((Span(page, 10, 10 + len(words)),), "pdfium 1"), words)


def text(file: str, part: int, words: str, *states: str, page: int = 14) -> Text:
    """A text with its States in one bracket."""
    brackets = (f"({', '.join(states)})",) if states else ()
    return Text(part, words, states, brackets, place(file, words, page))


def recommendation(file: str, number: str, *texts: Text, kind: str = "listed") -> Recommendation:
    """A recommendation whose passage is that of its first text."""
    return Recommendation(number, number, kind, texts, texts[0].passage)


def document(file: str, review: ReviewName | None, **changes: object) -> Document:
    """A report of the Working Group, in PDF."""
    fields: dict[str, object] = {
        "file": file,
        "sha256": changes.get("sha256") or sha(file),
        "format": "pdf",
        "family": "wg_report",
        "symbol": "A/HRC/90/7",
        "draft": False,
        "review": review,
        "session": 20,
        "date": "2014-11-05",
        "pages": 24,
    }
    return Document(**fields | changes)  # type: ignore[arg-type]  # fields of one dataclass, by name


def position(
    number: str, part: int, state: str | None, normalised: str, file: str, stage: str = "report", **changes: object
) -> Position:
    """Where a text of Ruritania's second review stands."""
    fields: dict[str, object] = {
        "review": RURITANIA,
        "number": number,
        "part": part,
        "state": state,
        "stage": stage,
        "position": POSITION_OF[normalised],
        "as_written": normalised.replace("_", " "),
        "normalised": normalised,
        "document": sha(file),
        "page": 21,
    }
    return Position(**fields | changes)  # type: ignore[arg-type]  # fields of one dataclass, by name


def ruritania() -> Reading:
    """A report with four numbers: one with two texts, one of two States, one collective, one from the dialogue."""
    file = "ruritania2014.pdf"
    return Reading(
        document(file, RURITANIA),
        recommendations=(
            recommendation(file, "115.1", text(file, 1, "Ratify the optional protocol against torture", "FRA", "URY")),
            recommendation(
                file,
                "115.10",
                text(file, 1, "Protect the rights of children in détention", "KEN", page=16),
                text(file, 2, "Abolish the death penalty", "NOR", "FRA", page=16),
            ),
            recommendation(file, "115.2", text(file, 1, "Ruritania is encouraged to go on with its efforts")),
            recommendation(file, "27(b)", text(file, 1, "End the penalty of exile", "CHL", page=5), kind="dialogue"),
        ),
        answers=(
            Answer(
                RURITANIA,
                Target("115.1"),
                "supported",
                "enjoy the support of Ruritania",
                "accepted",
                "",
                "report",
                sha(file),
                0,
                "2014-11-05",
                place(file, "The recommendations below enjoy the support of Ruritania"),
            ),
        ),
        commitments=(Commitment("1", "To open a house of human rights", place(file, "To open a house", 22)),),
        speakers=(Speaker("FRA", place(file, "France", 4)), Speaker("KEN", place(file, "Kenya", 5))),
        totals=(StatedTotal("speakers", 2, place(file, "2 delegations made statements", 3)),),
        issues=(
            issue("count.number_missing", Place(file, 15), {"before": "115.2", "after": "115.10", "missing": "7"}),
        ),
    )


def addendum() -> Reading:
    """Ruritania's addendum, in Word: it has answers, and no recommendations."""
    file = "ruritania2014add1.docx"
    where = Passage("A/HRC/90/7/Add.1", sha(file), DocxParagraph(4, 4), "115.10 is noted")
    said = Answer(RURITANIA, Target("115.10"), "noted", "noted", "noted", "", "addendum", sha(file), 0, None, where)
    about = document(
        file, RURITANIA, format="docx", family="addendum", symbol="A/HRC/90/7/Add.1", date="2015-03-02", pages=None
    )
    return Reading(about, answers=(said,))


def elbonia() -> Reading:
    """A report of the first cycle with one number."""
    file = "elbonia2009.pdf"
    words = "Protect the rights of the child"
    return Reading(
        document(file, ELBONIA, symbol="A/HRC/80/3", session=4, date="2009-02-01"),
        recommendations=(recommendation(file, "64.1", text(file, 1, words, "FRA")),),
    )


def draft() -> Reading:
    """The draft of Ruritania's report, which the report replaces."""
    file = "ruritania_draft.docx"
    return Reading(
        document(file, RURITANIA, format="docx", draft=True, pages=None),
        recommendations=(recommendation(file, "6.1", text(file, 1, "A text of the draft", "FRA")),),
    )


def two_reviews() -> Contents:
    """Ruritania with draft and addendum, Elbonia without answers; one number of the addendum changes position."""
    report, later = "ruritania2014.pdf", "ruritania2014add1.docx"
    return Contents(
        readings=(ruritania(), addendum(), elbonia(), draft()),
        reviews=(
            ReviewSource(RURITANIA, sha(report), (sha("ruritania_draft.docx"),)),
            ReviewSource(ELBONIA, sha("elbonia2009.pdf")),
        ),
        positions=(
            position("115.1", 1, "FRA", "accepted", report),
            position("115.1", 1, "URY", "accepted", report),
            position("115.10", 1, "KEN", "accepted", report),
            position("115.10", 2, "NOR", "rejected", report),
            position("115.10", 2, "FRA", "rejected", report),
            position("115.10", 1, "KEN", "noted", later, "addendum", page=None),
            position("115.2", 1, None, "accepted_in_part", report),
        ),
        issues=(
            issue("review.draft_superseded", Place("ruritania_draft.docx"), {"symbol": "A/HRC/90/7", "other": report}),
        ),
    )


def edition(name: str) -> Contents:
    """The two reviews with an Issue that gives them a hash of their own."""
    return replace(two_reviews(), issues=(issue("file.empty", Place(f"{name}.pdf")),))
