"""Ranks and records, against the reviews that the record holds; of themes, against the other themes of a review."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from item6.checks.asked import Asked
from item6.checks.claims import Claim
from item6.checks.demonyms import named_states
from item6.checks.differing import ROWS
from item6.checks.naming import meanings
from item6.checks.resolving import About
from item6.checks.verdicts import Verdict, of_figures
from item6.measures.filters import FilterError
from item6.measures.scope import Scope, of_review
from item6.measures.wording import scope_in_words
from item6.terms.figures import Figure
from item6.terms.names import ReviewName

_MEASURES = {"received": "received", "supported": "supported_share", "rejected": "not_supported_share"}
_FAR = Fraction(1, 2)
"""Setting: a theme with less than so much of the first one's recommendations is not first by any reasonable list."""
_UNITS = ("numbers", ROWS)


def on_rank(asked: Asked, claim: Claim, about: About) -> Verdict:
    """What the record says of a place: only what its own reviews show, since it need not hold all."""
    if about.review is None:
        return Verdict("needs State or cycle", why="the text does not say which review this is about")
    theme = _on_theme(asked, claim, about.review)
    if theme is not None:
        return theme
    measure = _MEASURES.get(claim.role)
    found = asked.rank(measure, about.review) if measure else None
    if found is None:
        return Verdict("not in the record", why="the record does not rank reviews by this")
    said = f"place {found.numerator} among the reviews that the record holds, by {measure}"
    verdict = "not in the record" if found.numerator <= (claim.value or 1) else "depends on a definition"
    why = f"{said}; which reviews, which day and which count are meant is open"
    return of_figures(verdict, [found], said, Fraction(found.numerator), why)


@dataclass(frozen=True, slots=True)
class _Row:
    """The issues of a review in a row, by recommendations in one unit. mine: the Figure of the theme that is meant."""

    mine: Figure
    place: int
    first: str
    most: int


def _on_theme(asked: Asked, claim: Claim, review: ReviewName) -> Verdict | None:
    """The place of a theme among the issues of a review; None where the claim names no theme that the record knows.

    It is said to differ only where every way to count leaves it far behind: which themes there are is a definition.
    """
    if not claim.topic or claim.role == "speakers" or named_states(claim.topic, claim.language):
        return None
    if asked.review(review) is None:
        return None
    found = list(_rows(asked, claim, review))
    if not found:
        return None
    shown = min(found, key=lambda each: each.place)
    true = [each for each in found if each.place <= (claim.value or 1)]
    listed = ", ".join(
        f"place {each.place} with {each.mine.numerator}, {each.first} first with {each.most}" for each in found
    )
    why = f"among the issues of {review}: {listed}"
    if true:
        verdict = "matches" if len(true) == len(found) else "matches on another count"
    else:
        far = all(each.mine.numerator < each.most * _FAR for each in found)
        verdict = "differs" if far else "depends on a definition"
    return of_figures(verdict, [shown.mine], f"place among issues, {scope_in_words(of_review(review).filter)}",
                      Fraction(shown.place), why)  # fmt: skip


def _rows(asked: Asked, claim: Claim, review: ReviewName) -> Iterator[_Row]:
    meant = [each.scope for each in meanings(asked, review, claim) if not each.is_plain]
    if not any(each.filter.values("issue") for each in meant):
        return
    for unit in _UNITS:
        every = _counted(asked, of_review(review, unit))
        mine = [made for each in meant if (made := asked.figure("received", Scope(each.filter, unit)))]
        best = max(mine, key=lambda each: each.numerator, default=None)
        if best is not None and every:
            first = max(every, key=lambda each: every[each])
            place = 1 + sum(count > best.numerator for count in every.values())
            yield _Row(best, place, first, every[first])


def _counted(asked: Asked, whole: Scope) -> dict[str, int]:
    """The recommendations of each issue of a review, in a unit."""
    try:
        issues = asked.measured(whole).places.values("issue")
    except FilterError:
        return {}
    made = ((each, asked.figure("received", whole.within("issue", each))) for each in issues)
    return {each: found.numerator for each, found in made if found and found.numerator}
