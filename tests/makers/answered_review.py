"""One made-up review of San Marino through all its documents: draft, report, addendum, matrix."""

from __future__ import annotations

from dataclasses import replace

from made_readings import answer, document, listed, passage, reading, text

from item6.terms.documents import Reading
from item6.terms.names import ReviewName
from item6.terms.recommendations import StatedTotal

REVIEW = ReviewName("SMR", 2)

MATRIX = (
    (1, "accepted", "Supported"),
    (2, "accepted", "Supported"),
    (3, "noted", "Noted"),
    (4, "noted", "Noted"),
)
WISHES = (
    ("Plant a lime tree in every square", "CHL", "PER"),
    ("Publish the maps of the old walls", "CIV"),
    ("Thank the archivists",),
    ("Open the archive on Sundays", "PER"),
)


def answered_readings() -> tuple[Reading, ...]:
    """Draft, report, addendum and matrix of San Marino's second review."""
    report = reading(
        document("report.pdf", REVIEW),
        *(listed(f"5.{number}", text(words, *states)) for number, (words, *states) in enumerate(WISHES, 1)),
        answers=(
            answer("5.1", "accepted", words="enjoys the support", review=REVIEW),
            answer("5.2", "no_answer", words="will be examined", review=REVIEW),
            answer("5.3", "accepted", words="enjoys the support", review=REVIEW),
        ),
    )
    draft = reading(
        document("draft.docx", REVIEW, symbol="A/HRC/WG.6/20/L.7", draft=True, pages=None),
        listed("6.1", text("Open a school for bell ringers", "CHL")),
        *(listed(f"6.{number}", text(words, *states)) for number, (words, *states) in enumerate(WISHES[:3], 2)),
    )
    addendum = Reading(
        document("addendum.pdf", REVIEW, symbol="A/HRC/99/4/Add.1", family="addendum", date="2031-06-01", pages=4),
        answers=(
            replace(
                answer(
                    "2", "rejected", words="cannot accept", stage="addendum", file="addendum.pdf", page=2, review=REVIEW
                ),
                explanation="The walls are not for sale.",
            ),
            answer("3", "noted", words="notes", stage="addendum", file="addendum.pdf", page=3, review=REVIEW),
        ),
        totals=(
            StatedTotal("noted_now", 2, passage("two", 2, "addendum.pdf")),
            StatedTotal("supported", 2, passage("two", 2, "addendum.pdf")),
        ),
    )
    matrix = Reading(
        document("matrix.docx", REVIEW, symbol=None, family="matrix", date=None, pages=None),
        answers=tuple(
            answer(
                f"5.{number}", said, words=words, stage="matrix", source="reading", file="matrix.docx", review=REVIEW
            )
            for number, said, words in MATRIX
        ),
    )
    return report, draft, addendum, matrix
