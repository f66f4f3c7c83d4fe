"""A change between two cycles, in recommendations, points or percent, against the figures of both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from item6.checks.asked import Asked
from item6.checks.bases import Basis, bases, is_counted
from item6.checks.claims import TIMES, Claim
from item6.checks.differing import NO_ANSWERS
from item6.checks.resolving import About
from item6.checks.rounding import as_printed, is_cut, is_hedged
from item6.checks.verdicts import Verdict, of_figures
from item6.terms.names import ReviewName

_POINTS, _PERCENT, _MORE = "points", "percent", "more recommendations"
_FAR = 10
"""Setting: a change that is so many points, or a tenth of a count, off by every way to count differs."""

_FAR_TIMES = Fraction(1, 2)
"""Setting: the same of `twice as many`."""


@dataclass(frozen=True, slots=True)
class _Change:
    """A change on a basis. unit: what it is said in."""

    now: Basis
    before: Basis
    unit: str

    @property
    def value(self) -> Fraction:
        """How far the two lie apart."""
        if self.unit == TIMES:
            return self.now.value / self.before.value if self.before.value else Fraction(0)
        apart = abs(self.now.value - self.before.value)
        return 100 * apart / self.before.value if self.unit == _PERCENT and self.before.value else apart


def on_change(asked: Asked, claim: Claim, about: About) -> Verdict:
    """What the record says of a change since the review before."""
    review = about.review
    if review is None:
        return Verdict("needs State or cycle", why="the text does not say which review this is about")
    earlier = ReviewName(review.state, review.cycle - 1)
    if not is_counted(claim.role) or not asked.is_known(review) or not asked.is_known(earlier):
        return Verdict("not in the record", why=f"the record does not hold both {earlier} and {review}")
    found = list(_changes(asked, claim, about, earlier))
    is_open = claim.role not in NO_ANSWERS and (asked.is_open(review) or asked.is_open(earlier))
    if not found or is_open:
        return Verdict("not in the record", why=f"the record does not tell this of both {earlier} and {review}")
    exact = next((each for each in found if _is(claim, each)), None)
    if exact is not None:
        same = exact is found[0] or (exact.unit == found[0].unit and exact.now.kind == found[0].now.kind)
        return _made("matches" if same else "matches on another count", exact, "")
    close = next((each for each in found if each.unit == found[0].unit and _is_close(claim, each)), None)
    if close is not None:
        return _made("within rounding", close, "as near as the text says")
    least = _FAR_TIMES if claim.unit == TIMES else Fraction(_FAR)
    far = all(abs(each.value - (claim.value or 0)) > max(least, each.value / _FAR) for each in found)
    return _made("differs" if far else "depends on a definition", found[0], f"not {claim.printed}")


def _changes(asked: Asked, claim: Claim, about: About, earlier: ReviewName) -> Iterator[_Change]:
    """The change on each basis that both reviews have, said as the text says it; points beside percent."""
    review, share = about.review, claim.unit != TIMES and not claim.unit.startswith("more ")
    unit = _PERCENT if claim.unit.startswith(_PERCENT) else claim.unit
    plain_claim = replace(claim, unit=_PERCENT if share and claim.role != "received" else "recommendations")
    if review is None:
        return
    before = {_key(each): each for each in bases(asked, earlier, plain_claim, about.stage)}
    for now in bases(asked, review, plain_claim, about.stage):
        then = before.get(_key(now))
        if then is not None:
            yield _Change(now, then, unit)
            if unit == _PERCENT and plain_claim.unit == _PERCENT:
                yield _Change(now, then, _POINTS)


def _key(basis: Basis) -> tuple[str, str, tuple[str, ...]]:
    return basis.kind, basis.found[0].unit, tuple(each.measure for each in basis.found)


def _is(claim: Claim, change: _Change) -> bool:
    value = claim.value or Fraction(0)
    if claim.hedge in ("least", "most"):
        return is_hedged(value, claim.hedge, change.value)
    return as_printed(value, 1 if change.unit == TIMES else claim.decimals, change.value)


def _is_close(claim: Claim, change: _Change) -> bool:
    value = claim.value or Fraction(0)
    if change.unit == TIMES:
        return is_hedged(value, claim.hedge or "about", change.value)
    return is_hedged(value, claim.hedge, change.value) or is_cut(value, claim.decimals, change.value)


def _made(verdict: str, change: _Change, why: str) -> Verdict:
    figures = (*change.now.found, *change.before.found)
    name = f"change in {change.unit.replace(_MORE, 'recommendations')} of {change.now.name}"
    shown = f"from {change.before.shown} to {change.now.shown}"
    reason = f"{shown}: {float(change.value):.3g} {change.unit}" + (f", {why}" if why else "")
    return of_figures(verdict, figures, name, change.value, reason)
