"""Dates of reviews, against the sessions of the Working Group and the documents of the record."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date as day
from datetime import timedelta

from item6.checks.asked import Asked
from item6.checks.claims import Claim
from item6.checks.resolving import About
from item6.checks.verdicts import Verdict
from item6.measures.scope import of_review
from item6.measures.wording import scope_in_words
from item6.terms.calendar import SESSIONS, Session, session_of_date
from item6.terms.names import ReviewName
from item6.terms.reviewed import sessions_of

_SYMBOL = re.compile(r"A/HRC/(\d+)/")
_ADOPTED_WITHIN = timedelta(days=330)
"""Setting: a State has answered, and the Council adopted the outcome, within so many days of the review: some five
months as a rule, nine for the sessions that were put off in 2020. Later answers are rare."""
_TWO_WEEKS = timedelta(days=11)
"""From the first day of a session to the last, as a rule."""


def on_date(asked: Asked, claim: Claim, about: About) -> Verdict:
    """What the record says of the date, the session or the place of a review or of its adoption."""
    review = about.review
    if claim.role in ("event", "room"):
        return Verdict("not in the record", why="events are not in the record of a review")
    if claim.role == "cycle":
        return Verdict("matches", "calendar of the cycles", claim.date)
    if review is None and claim.role in ("session", "council_session"):
        why = "no review is named; a session alone is only held against the date beside it"
        return Verdict("not in the record", why=why)
    if review is None:
        return Verdict("needs State or cycle", why="the text does not say which review this is a date of")
    row = asked.review(review)
    session = (row.session if row else None) or sessions_of(review.state).get(review.cycle)
    if session is None or session not in SESSIONS:
        return Verdict("not in the record", why=f"neither the record nor the calendar knows the session of {review}")
    held = _Held(review, SESSIONS[session], str(row.symbol or "") if row else "")
    if claim.unit == "session":
        return _on_session(claim, held)
    return _on_day(asked, claim, held)


@dataclass(frozen=True)
class _Held:
    """A review with the session at which it was held. symbol: of its report."""

    review: ReviewName
    session: Session
    symbol: str

    @property
    def basis(self) -> str:
        return f"session {self.session.number} of the Working Group, from {self.session.begins}"

    def verdict(self, verdict: str, why: str = "", basis: str = "", computed: str = "") -> Verdict:
        named = scope_in_words(of_review(self.review).filter, capital=True)
        true = f"{named}: reviewed at {self.basis}."
        return Verdict(verdict, basis or self.basis, computed or self.session.begins, self.symbol, why, true)


def _on_session(claim: Claim, held: _Held) -> Verdict:
    """Of the Working Group by the report's session, of the Council by the number that its symbol carries."""
    if claim.role == "session":
        verdict = "matches" if claim.value == held.session.number else "differs"
        return held.verdict(verdict, "" if verdict == "matches" else f"{held.review} was reviewed at {held.basis}")
    printed = _SYMBOL.match(held.symbol)
    if printed and claim.value == int(printed[1]):
        return held.verdict("matches", "", f"the report is {held.symbol}", printed[1])
    return held.verdict(
        "not in the record", "the session at which the Council adopted the outcome is not in the record"
    )


def _on_day(asked: Asked, claim: Claim, held: _Held) -> Verdict:
    review, session = held.review, held.session
    if _fits(claim.date, session.number, session.begins):
        return held.verdict("matches")
    dated = {each.date for each in asked.documents if each.review == review and each.date}
    if claim.date in dated or (claim.role != "review" and any(each and each.startswith(claim.date) for each in dated)):
        why = f"a document of {review} has this date; {held.basis}"
        return held.verdict("matches on another count", why, "date of a document", claim.date)
    if claim.role == "answered":
        return _on_answer(claim, held)
    if claim.role == "said":
        return held.verdict("not in the record", f"what happened on this day is not in the record; {held.basis}")
    if claim.role in ("adoption", "session"):
        return held.verdict(
            "not in the record", "the day on which the Council adopted the outcome is not in the record"
        )
    why = f"{review} was reviewed at {held.basis}"
    if _is_adoption(claim.date, session.begins):
        why += f"; {claim.date} is the year in which the Council adopted the outcome"
    return held.verdict("differs", why)


def _on_answer(claim: Claim, held: _Held) -> Verdict:
    """Of a day on which a State is said to have answered: it does from its review to the adoption of the outcome."""
    begins = day.fromisoformat(held.session.begins)
    first, last = begins.isoformat(), (begins + _ADOPTED_WITHIN).isoformat()
    shown = len(claim.date)
    if first[:shown] <= claim.date <= last[:shown]:
        return held.verdict("not in the record", f"what happened on this day is not in the record; {held.basis}")
    if claim.date < first[:shown]:
        return held.verdict("depends on a definition", f"that is before the review; {held.basis}")
    why = f"{held.review} was reviewed at {held.basis}, and the Council adopted the outcome within the months after"
    return held.verdict("differs", f"{why}; {claim.date} is later")


def _fits(date: str, session: int, begins: str) -> bool:
    """Whether a day is of a session, or a month or year of its first or last days."""
    if len(date) == len("2024-01-22"):
        return session_of_date(date) == session
    ends = (day.fromisoformat(begins) + _TWO_WEEKS).isoformat()
    return begins.startswith(date) or ends.startswith(date)


def _is_adoption(date: str, begins: str) -> bool:
    """Whether a year is the one after the review, in which the Council adopted the outcome."""
    return len(date) == 4 and int(date) == int(begins[:4]) + 1 and begins[5:7] >= "10"
