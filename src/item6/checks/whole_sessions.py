"""Totals and averages of a session of the Working Group, where the record holds every review of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from item6.checks.asked import Asked
from item6.checks.bases import plain
from item6.checks.claims import Claim
from item6.checks.rounding import as_printed, is_cut, is_hedged
from item6.checks.verdicts import Verdict, of_figures
from item6.measures.definitions import SHARE
from item6.measures.scope import Scope, of_review
from item6.measures.wording import UNIT_NAMES
from item6.terms.calendar import cycle_of_session
from item6.terms.figures import UNITS, Figure
from item6.terms.names import ReviewName
from item6.terms.reviewed import reviewed_at

_COUNTED = ("received", "supported", "in_part", "noted", "rejected", "not_supported", "pending", "average")
_ANSWERS = ("supported", "in_part", "noted", "rejected", "not_supported")
_FAR = Fraction(1, 5)
"""Setting: how far beyond all ways to count a value must lie to differ; lists of a session are cut in many ways."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """A whole session counted in a unit. value: of the total or, for an average, for each review."""

    made: Figure
    value: Fraction
    name: str


def on_session(asked: Asked, claim: Claim, session: int) -> Verdict:
    """What the record says of a figure of a whole session."""
    states = reviewed_at().get(session, ())
    if claim.role == "reviews":
        return _on_reviews(claim, session, len(states))
    if claim.role not in _COUNTED or claim.unit == "States" or claim.topic:
        return Verdict("not in the record", why=f"the record does not hold this of session {session} as a whole")
    cycle = cycle_of_session(session)
    names = [ReviewName(state, cycle) for state in states] if cycle else []
    held = sum(asked.review(each) is not None for each in names)
    if not names or held < len(names):
        many = f"{held} of the {len(names)} reviews of session {session}"
        why = f"the record holds {many}" if names else f"session {session} is not in the calendar"
        return Verdict("not in the record", why=why)
    found = list(_counted(asked, claim, session, names))
    if not found:
        return Verdict("not in the record", why=f"the record does not tell this of every review of session {session}")
    exact = next((each for each in found if _is(claim, each)), None)
    if exact is not None:
        close = not (as_printed(claim.value or Fraction(0), claim.decimals, exact.value))
        other = exact is not found[0] or exact.made.unit != UNITS[0]
        return _made("matches on another count" if other else "within rounding" if close else "matches", exact, "")
    low, high = min(each.value for each in found), max(each.value for each in found)
    value = claim.value or Fraction(0)
    far = value < low * (1 - _FAR) or value > high * (1 + _FAR)
    return _made("differs" if far else "depends on a definition", found[0], f"not {claim.printed}")


def _on_reviews(claim: Claim, session: int, held: int) -> Verdict:
    """How many States were reviewed, by the calendar."""
    if not held:
        return Verdict("not in the record", why=f"session {session} is not in the calendar")
    verdict = "matches" if claim.value == held else "depends on a definition"
    return Verdict(
        verdict, "calendar of the reviews", str(held), why=f"{held} States were reviewed at session {session}"
    )


def _counted(asked: Asked, claim: Claim, session: int, names: list[ReviewName]) -> Iterator[_Counted]:
    """The session in each unit in which the record has all its reviews, and answers to all."""
    share = claim.unit == "percent"
    measure = ("received" if claim.role == "average" else claim.role) + (SHARE if share else "")
    for unit in UNITS:
        whole = Scope(unit=unit).within("session", str(session))
        if not all((each := asked.figure("received", of_review(name, unit))) and each.numerator for name in names):
            continue
        waiting = asked.figure("pending", whole)
        made = asked.figure(measure, whole)
        if made is None or made.value is None or (claim.role in _ANSWERS and waiting and waiting.numerator):
            continue
        value = Fraction(made.value) * (100 if share else 1)
        value = value / len(names) if claim.role == "average" else value
        yield _Counted(made, value, f"{claim.role} of session {session}, in {UNIT_NAMES[unit][1]}")


def _is(claim: Claim, counted: _Counted) -> bool:
    value = claim.value or Fraction(0)
    if claim.hedge:
        return is_hedged(value, claim.hedge, counted.value)
    if claim.role == "average" or claim.unit == "percent":
        return is_cut(value, claim.decimals, counted.value) or as_printed(value, claim.decimals, counted.value)
    return value == counted.value


def _made(verdict: str, counted: _Counted, why: str) -> Verdict:
    reason = f"{counted.name}: {plain(counted.value)}" + (f", {why}" if why else "")
    return of_figures(verdict, [counted.made], counted.name, counted.value, reason)
