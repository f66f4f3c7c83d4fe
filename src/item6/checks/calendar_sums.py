"""Days, sessions and cycles of one sentence that the calendar does not let stand together. No record is needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date as day
from datetime import timedelta

from item6.checks.claims import Claim
from item6.terms.calendar import LONGEST_SESSION, SESSIONS, council_session_months, years_of_cycle

_AFTER_LAST = 1
"""Setting: years after the last session of a cycle that are still said to be of it, for the last adoptions."""


def calendar_sums(claims: Sequence[Claim]) -> dict[Claim, str]:
    """The dates that contradict the session or cycle of the same sentence, each with the reason in a sentence."""
    found: dict[Claim, str] = {}
    for claim in claims:
        if claim.role == "cycle":
            found |= dict(_of_cycle(claim))
    for session in (each for each in claims if each.role in ("session", "council_session")):
        mine = [each for each in claims if each.sentence == session.sentence and each.kind == "date" and each.date]
        dated = [each for each in mine if each.role not in ("cycle", "event") and not each.date.startswith("-")]
        found |= dict(_of_session(session, dated)) if len(dated) == 1 else {}
    return found


def _of_cycle(claim: Claim) -> Iterator[tuple[Claim, str]]:
    """`the second cycle (2008-2012)`."""
    cycle = int(claim.topic or 0)
    years = years_of_cycle(cycle)
    if years is None:
        return
    begins, _, ends = claim.date.partition("/")
    if int(begins) != years[0] or not years[1] <= int(ends) <= years[1] + _AFTER_LAST:
        yield claim, f"cycle {cycle} was from {years[0]} to {years[1]}"


def _of_session(session: Claim, dated: Sequence[Claim]) -> Iterator[tuple[Claim, str]]:
    number = int(session.value or 0)
    span = _council_span(number) if session.role == "council_session" else _group_span(number)
    if span is None:
        return
    begins, ends = span
    for each in dated:
        shown = min(len(each.date), len(begins))
        if not begins[:shown] <= each.date[:shown] <= ends[:shown]:
            of = "the Council" if session.role == "council_session" else "the Working Group"
            yield each, f"session {number} of {of} was held between {begins} and {ends}"


def _council_span(number: int) -> tuple[str, str] | None:
    return council_session_months(number)


def _group_span(number: int) -> tuple[str, str] | None:
    if number not in SESSIONS:
        return None
    begins = SESSIONS[number].begins
    return begins, (day.fromisoformat(begins) + timedelta(days=LONGEST_SESSION)).isoformat()
