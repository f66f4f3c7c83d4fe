"""Ranks and records, against the reviews that the record holds."""

from __future__ import annotations

from fractions import Fraction

from item6.checks.asked import Asked
from item6.checks.claims import Claim
from item6.checks.resolving import About
from item6.checks.verdicts import Verdict, of_figures

_MEASURES = {"received": "received", "supported": "supported_share", "rejected": "not_supported_share"}


def on_rank(asked: Asked, claim: Claim, about: About) -> Verdict:
    """What the record says of a place: only what its own reviews show, since it need not hold all."""
    if about.review is None:
        return Verdict("needs State or cycle", why="the text does not say which review this is about")
    measure = _MEASURES.get(claim.role)
    found = asked.rank(measure, about.review) if measure else None
    if found is None:
        return Verdict("not in the record", why="the record does not rank reviews by this")
    said = f"place {found.numerator} among the reviews that the record holds, by {measure}"
    verdict = "not in the record" if found.numerator <= (claim.value or 1) else "depends on a definition"
    why = f"{said}; which reviews, which day and which count are meant is open"
    return of_figures(verdict, [found], said, Fraction(found.numerator), why)
