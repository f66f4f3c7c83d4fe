"""Dates of reviews, against the sessions of the Working Group and the documents of the record."""

from __future__ import annotations

from datetime import date as day
from datetime import timedelta

from item6.checks.claims import Claim
from item6.checks.resolving import About
from item6.checks.verdicts import Verdict
from item6.measures.scope import of_review
from item6.measures.wording import scope_in_words
from item6.record.reader import Record
from item6.terms.calendar import SESSIONS, session_of_date
from item6.terms.names import ReviewName

_TWO_WEEKS = timedelta(days=11)
"""From the first day of a session to the last, as a rule."""


def on_date(record: Record, claim: Claim, about: About) -> Verdict:
    """What the record says of the date of a review or of its adoption."""
    review = about.review
    if claim.role == "event":
        return Verdict("not in the record", why="events are not in the record of a review")
    if review is None:
        return Verdict("needs State or cycle", why="the text does not say which review this is a date of")
    row = record.review(review)
    if row is None or row.session is None or row.session not in SESSIONS:
        return Verdict("not in the record", why=f"the record does not know the session of {review}")
    session = SESSIONS[row.session]
    named = scope_in_words(of_review(review).filter, capital=True)
    basis = f"session {session.number} of the Working Group, from {session.begins}"
    true = f"{named}: reviewed at {basis}."
    if _fits(claim.date, session.number, session.begins):
        return Verdict("matches", basis, session.begins, str(row.symbol or ""), "", true)
    dated = {each.date for each in record.documents() if each.review == review and each.date}
    if any(each and each.startswith(claim.date) for each in dated):
        return Verdict(
            "matches on another count",
            "date of a document",
            claim.date,
            "",
            f"a document of {review} has this date; {basis}",
            true,
        )
    if claim.role == "adoption":
        return Verdict(
            "not in the record",
            basis,
            why="the day on which the Council adopted the outcome is not in the record",
            nearest=true,
        )
    if _is_adoption(claim.date, session.begins):
        return Verdict(
            "matches on another count",
            "adoption by the Council",
            session.begins,
            "",
            f"the year of the adoption; reviewed at {basis}",
            true,
        )
    return Verdict("differs", basis, session.begins, str(row.symbol or ""), f"{review} was reviewed at {basis}", true)


def _fits(date: str, session: int, begins: str) -> bool:
    """Whether a day is of a session, or a month or year of its first or last days."""
    if len(date) == len("2024-01-22"):
        return session_of_date(date) == session
    ends = (day.fromisoformat(begins) + _TWO_WEEKS).isoformat()
    return begins.startswith(date) or ends.startswith(date)


def _is_adoption(date: str, begins: str) -> bool:
    """Whether a year is the one after the review, in which the Council adopted the outcome."""
    return len(date) == 4 and int(date) == int(begins[:4]) + 1 and begins[5:7] >= "10"


def reviews_dated(record: Record) -> dict[str, dict[int, int | None]]:
    """The reviews that a record knows, by lists or by published totals: State to cycle to session."""
    found: dict[str, dict[int, int | None]] = {}
    for row in record.reviews():
        found.setdefault(row.state, {})[row.cycle] = row.session
    for each in record.decisions():
        if each.kind == "totals":
            _add(found, each.review)
    return found


def _add(found: dict[str, dict[int, int | None]], review: ReviewName) -> None:
    found.setdefault(review.state, {}).setdefault(review.cycle, None)
