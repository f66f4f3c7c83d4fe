"""Thematic counts, `none of` and `all`: what the record holds on the theme that a claim names, as evidence to judge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from item6.checks.asked import Asked
from item6.checks.claims import Claim
from item6.checks.cues import cues_of
from item6.checks.naming import Meant, meanings
from item6.checks.resolving import About
from item6.checks.verdicts import Verdict, of_figures
from item6.measures.filters import parse
from item6.measures.wording import scope_in_words
from item6.terms.figures import UNITS, Figure
from item6.terms.names import ReviewName

_MEASURES = {
    "received": "received", "supported": "supported", "noted": "noted", "rejected": "not_supported",
    "not_supported": "not_supported", "in_part": "in_part", "pending": "pending",
}  # fmt: skip
_MOST_EVIDENCE = 20
"""Setting: recommendations that are listed for a person to judge."""
_TO_JUDGE = "which recommendations belong to the theme is for a person to judge"


def on_theme(asked: Asked, claim: Claim, about: About) -> Verdict:
    """What the record says of a thematic count, or of `none of` and `all`."""
    review = about.review
    if review is None:
        return Verdict("needs State or cycle", why="the text does not say which review this is about")
    if asked.review(review) is None:
        return Verdict("not in the record", why=f"the record has no list of the recommendations of {review}")
    if claim.role not in _MEASURES or _is_of_practice(claim):
        return Verdict("not in the record", why="the record does not hold this")
    meant = meanings(asked, review, claim)
    if not meant:
        return Verdict("depends on a definition", why=f"the record knows no such theme; {_TO_JUDGE}")
    wanted = _wanted(claim)
    counted = [(each, made) for each in meant if (made := asked.figure(wanted, each.scope)) and _is_known(made)]
    if not counted:
        return Verdict("not in the record", why="no answer has been read to these recommendations")
    if claim.kind == "none-of":
        return _none(asked, review, claim, counted)
    return _count(asked, claim, counted)


def _is_of_practice(claim: Claim) -> bool:
    """Whether `none of` or `all` is about what was done since: `none of the accepted ones have been implemented`."""
    cues = cues_of(claim.language)
    said = (cues.role_of(found) for found in cues.status.finditer(claim.topic))
    return claim.kind == "none-of" and any(each.endswith("implemented") for each in said)


def _is_known(made: Figure) -> bool:
    return made.sentence.key not in ("unknown", "pending")


def _wanted(claim: Claim) -> str:
    """Of `none accepted` and `all rejected` what is supported, of `all accepted` what is not, of which none may be."""
    if claim.kind != "none-of":
        return _MEASURES[claim.role]
    return "not_supported_or_in_part" if claim.role == "not_supported" else "supported"


def _count(asked: Asked, claim: Claim, counted: Sequence[tuple[Meant, Figure]]) -> Verdict:
    """The verdict on a number of recommendations on a theme."""
    figures = [made for _, made in counted]
    agreeing = [made for made in figures if _agrees(claim, made)]
    shown, rest = (agreeing or figures)[0], _listed(figures)
    is_plain = all(each.is_plain for each, _ in counted)
    nearest = () if is_plain else evidence(figures)
    if claim.unit == "percent":
        return _made("depends on a definition", shown, f"{rest}; {_TO_JUDGE}", nearest)
    if len(agreeing) == len(figures):
        why = f"the record has {rest}" if is_plain else "by every way in which the record knows the theme"
        return _made("matches", shown, why, nearest)
    if agreeing:
        return _made("matches on another count", shown, rest, nearest)
    if _is_settled(asked, counted):
        elsewhere = _in_other_units(asked, claim, counted[0][0])
        if elsewhere:
            return _made("matches on another count", elsewhere, f"{rest} as the UN counts them", nearest)
        return _made("differs", shown, f"the record has {rest}", nearest)
    return _made("depends on a definition", shown, f"the record has {rest}", nearest)


def _in_other_units(asked: Asked, claim: Claim, meant: Meant) -> Figure | None:
    """The Figure that agrees where what is meant is counted in another unit: `France made 5` in two of a number."""
    made = (asked.figure(_wanted(claim), replace(meant.scope, unit=unit)) for unit in UNITS[1:])
    return next((each for each in made if each and _agrees(claim, each)), None)


def _agrees(claim: Claim, made: Figure) -> bool:
    value = claim.value or Fraction(0)
    return made.numerator == value or (claim.hedge == "least" and made.numerator >= value)


def _none(asked: Asked, review: ReviewName, claim: Claim, counted: Sequence[tuple[Meant, Figure]]) -> Verdict:
    """The verdict on `none of` and `all`: empty by every way to understand the theme, or rows for a person to judge."""
    figures = [made for _, made in counted]
    agreeing = [made for made in figures if made.numerator == (claim.value or 0)]
    nearest, rest = evidence(figures), _listed(figures)
    is_plain = len(counted) == 1 and counted[0][0].is_plain
    if (is_plain or len(agreeing) == len(figures)) and any(_pending(asked, each) for each, _ in counted):
        return _made("not in the record", figures[0], f"the record has no answer yet to a part of {review}", nearest)
    if len(agreeing) == len(figures):
        empty = "" if claim.value else "the set is empty by every way in which the record knows it: "
        return _made("matches", figures[0], f"{empty}{rest}", nearest)
    if _is_settled(asked, counted):
        return _made("differs", figures[0], f"the record has {rest}", nearest)
    shown = max(figures, key=lambda each: each.numerator)
    return _made("depends on a definition", shown, f"the record has {rest}; {_TO_JUDGE}", nearest)


def _is_settled(asked: Asked, counted: Sequence[tuple[Meant, Figure]]) -> bool:
    """Whether a claim is about one State's recommendations or all, every one answered: no theme is to be judged."""
    if len(counted) != 1 or not counted[0][0].is_plain:
        return False
    return not _pending(asked, counted[0][0])


def _pending(asked: Asked, meant: Meant) -> int:
    found = asked.figure("pending", meant.scope)
    return found.numerator if found else 0


def _listed(figures: Iterable[Figure]) -> str:
    return ", ".join(f"{each.numerator} of {scope_in_words(parse(each.scope))}" for each in figures)


def evidence(figures: Sequence[Figure]) -> tuple[str, ...]:
    """The recommendations that the figures count, those first that most ways to understand the theme hold."""
    held = Counter(name for each in figures for name in list(each.rows))
    return tuple(name for name, _ in held.most_common(_MOST_EVIDENCE))


def _made(verdict: str, found: Figure, why: str, nearest: tuple[str, ...]) -> Verdict:
    return of_figures(verdict, [found], f"{found.measure} of {found.scope}", Fraction(found.numerator), why, nearest)
