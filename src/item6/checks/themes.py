"""Thematic counts, `none of` and `all`: what the record holds on the theme that a claim names."""

from __future__ import annotations

import re
from fractions import Fraction

from item6.checks.claims import Claim
from item6.checks.cues import cues_of
from item6.checks.demonyms import named_states
from item6.checks.resolving import About
from item6.checks.verdicts import Verdict, of_figures
from item6.measures.figures import Measured, figure
from item6.measures.filters import parse
from item6.measures.scope import Scope, of_review
from item6.record.reader import Record
from item6.terms.figures import Figure
from item6.terms.names import ReviewName

_MEASURES = {
    "received": "received", "supported": "supported", "noted": "noted", "rejected": "not_supported",
    "not_supported": "not_supported", "in_part": "in_part", "pending": "pending",
}  # fmt: skip
_LEAST_LETTERS = 4


def on_theme(record: Record, claim: Claim, about: About) -> Verdict:
    """What the record says of a thematic count, or of `none of` and `all`."""
    review = about.review
    if review is None:
        return Verdict("needs State or cycle", why="the text does not say which review this is about")
    if record.review(review) is None:
        return Verdict("not in the record", why=f"the record has no list of the recommendations of {review}")
    measure = _MEASURES.get(claim.role)
    if measure is None:
        return Verdict("not in the record", why="the record does not hold this")
    scopes = _scopes(record, review, claim)
    if not scopes:
        return Verdict(
            "depends on a definition", why="the theme is not one that the record labels; a person must judge"
        )
    return _held(record, claim, measure, scopes)


def _held(record: Record, claim: Claim, measure: str, scopes: list[Scope]) -> Verdict:
    """The verdict by the Figures of the scopes that a theme may mean."""
    wanted = _wanted(claim, measure)
    found = [figure(record, wanted, scope) for scope in scopes]
    known = [each for each in found if each.sentence.key not in ("unknown", "pending")]
    if not known:
        return Verdict("not in the record", why="no answer has been read to these recommendations")
    value = claim.value or Fraction(0)
    agreeing = [each for each in known if each.numerator == value or _is_least(claim, each)]
    shown = agreeing[0] if agreeing else known[0]
    if claim.unit == "percent":
        return _made(
            "depends on a definition", shown, "which recommendations belong to the theme is for a person to judge"
        )
    if len(agreeing) == len(known):
        return _made("matches", shown, "by every way in which the record knows the theme")
    if agreeing:
        return _made("matches on another count", shown, f"by {shown.scope}; otherwise {_others(known, shown)}")
    if _is_plain(record, known):
        return _made("differs", shown, f"the record has {_others(known, None)}")
    return _made("depends on a definition", shown, f"the record has {_others(known, None)}")


def _is_plain(record: Record, known: list[Figure]) -> bool:
    """Whether a claim is about what one State recommended, all of it answered: no theme is to be judged."""
    return len(known) == 1 and " by:" in known[0].scope and not figure(record, "pending", _scope(known[0])).numerator


def _scope(found: Figure) -> Scope:
    return Scope(parse(found.scope), found.unit)


def _wanted(claim: Claim, measure: str) -> str:
    """Of `none accepted` and `all rejected` what is supported, of `all accepted` what is not, of which none may be."""
    if claim.kind != "none-of":
        return measure
    return "not_supported_or_in_part" if claim.role == "not_supported" else "supported"


def _is_least(claim: Claim, found: Figure) -> bool:
    return claim.hedge == "least" and claim.value is not None and found.numerator >= claim.value


def _others(known: list[Figure], shown: Figure | None) -> str:
    return ", ".join(f"{each.numerator} by {each.scope}" for each in known if each is not shown)


def _made(verdict: str, found: Figure, why: str) -> Verdict:
    return of_figures(verdict, [found], f"{found.measure} of {found.scope}", Fraction(found.numerator), why)


def _scopes(record: Record, review: ReviewName, claim: Claim) -> list[Scope]:
    """The scopes that the words of a theme may mean: a recommending State, issues by name, the words themselves."""
    whole, topic = of_review(review), claim.topic
    cues = cues_of(claim.language)
    by = [each.iso3 for each in named_states(topic, claim.language) if cues.by.search(topic[: each.start])]
    if by:
        return [whole.within("by", by[0])]
    issues = [each for each in Measured(record, whole).places.values("issue") if _names(each, topic)]
    scopes = [whole.within("issue", each) for each in issues]
    words = [each for each in issues if len(each) >= _LEAST_LETTERS]
    return scopes + [whole.within("text", each) for each in words]


def _names(issue: str, topic: str) -> bool:
    """Whether a topic names an issue, in its words."""
    plain = re.sub(r"\s+", " ", topic.casefold())
    return len(issue) >= _LEAST_LETTERS and re.search(rf"\b{re.escape(issue.casefold())}\b", plain) is not None
