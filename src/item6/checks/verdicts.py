"""What the record says of one claim: one of the ten verdicts, with the basis and the closest true sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from item6.checks.asked import Asked
from item6.checks.bases import EARLIER, NEAREST, OTHER_COUNT, SOURCE, Basis, bases, is_counted, plain
from item6.checks.claims import Claim
from item6.checks.differing import otherwise
from item6.checks.resolving import About
from item6.checks.rounding import as_printed, is_cut, is_hedged
from item6.measures.wording import sentence
from item6.terms.figures import Figure


@dataclass(frozen=True, slots=True)
class Verdict:
    """One of VERDICTS. basis: what was counted, in words. computed: the value on it. reference: of its Figure.

    why: one sentence. nearest: the closest true sentence one could write. stage: of what
    was counted. evidence: recommendations that a person must judge, the nearest to the theme first. Empty where there
    is none.
    """

    verdict: str
    basis: str = ""
    computed: str = ""
    reference: str = ""
    why: str = ""
    nearest: str = ""
    stage: str = ""
    evidence: tuple[str, ...] = ()


def judged(asked: Asked, claim: Claim, about: About, on_numbers: bool = False) -> Verdict:
    """What a record says of a count, a share or a comparison.

    on_numbers: whether the text gives the UN's total of the review beside the claim.
    """
    review = about.review
    if review is None:
        return Verdict("needs State or cycle", why=_unsure(about))
    if not is_counted(claim.role):
        return Verdict("not in the record", why=_not_counted(claim))
    if not asked.is_known(review):
        return Verdict("not in the record", why=f"the record has no review {review}")
    ways = bases(asked, review, claim, about.stage)
    first = next(ways, None)
    if first is not None and first.kind == NEAREST and _is_exact(claim, first):
        return _agrees(first, first)
    found = [*filter(None, (first,)), *ways]
    nearest = next((each for each in found if each.kind == NEAREST), None)
    agreed = _agreeing(claim, found)
    if agreed is not None:
        return _agrees(agreed, nearest, _on_the_day(asked, about, agreed))
    close = next((each for each in found if each.kind == NEAREST and _is_close(claim, each)), None)
    close = close or next((each for each in found if _is_cut(claim, each)), None)
    if close is not None:
        how = "as near as the text says" if claim.hedge else "to the digits that are printed"
        return made("within rounding", close, f"{close.shown}, {how}")
    verdict, basis, why = otherwise(asked, review, claim, found, on_numbers)
    return made(verdict, basis, why) if basis else Verdict(verdict, why=why)


def _agreeing(claim: Claim, found: Sequence[Basis]) -> Basis | None:
    """The first basis on which the value is true, the kinds in their order."""
    for kind in (NEAREST, SOURCE, EARLIER, OTHER_COUNT):
        for each in found:
            if each.kind == kind and _is_exact(claim, each):
                return each if kind != EARLIER else _unless_now(claim, each, found)
    return None


def _unless_now(claim: Claim, earlier: Basis, found: Sequence[Basis]) -> Basis:
    """Another way to count numbers today, where it agrees as well as an earlier stage does."""
    now = (each for each in found if each.kind == OTHER_COUNT and each.found[0].unit == "numbers")
    return next((each for each in now if _is_exact(claim, each)), earlier)


def _is_exact(claim: Claim, basis: Basis) -> bool:
    value = claim.value or Fraction(0)
    if claim.hedge in ("least", "most"):
        return basis.kind == NEAREST and is_hedged(value, claim.hedge, basis.value)
    if claim.unit in ("percent", "points"):
        return as_printed(value, claim.decimals, basis.value)
    return value == basis.value


def _is_cut(claim: Claim, basis: Basis) -> bool:
    return claim.unit in ("percent", "points") and is_cut(claim.value or Fraction(0), claim.decimals, basis.value)


def _is_close(claim: Claim, basis: Basis) -> bool:
    return is_hedged(claim.value or Fraction(0), claim.hedge, basis.value) or _is_cut(claim, basis)


def _on_the_day(asked: Asked, about: About, basis: Basis) -> str:
    """What an earlier basis was on the day of the text, in words; empty where the text or the documents have none."""
    if basis.kind != EARLIER or not about.day or about.review is None:
        return ""
    days, found = asked.days(about.review), basis.found[0]
    since = found.as_of or (days[0] if days and found.stage == "report" else "")
    changed = next((each for each in days if since and each > since), "")
    if not changed:
        return ""
    if about.day < changed:
        return f", as it was on the day of the text ({about.day}); answers came on {changed}"
    return f", until {changed}; the text is of {about.day}"


def _agrees(basis: Basis, nearest: Basis | None, day: str = "") -> Verdict:
    """The verdict where the value is true on a basis.

    nearest: the one that the words name, where it is known. day: what the basis was on the day of the text, in words.
    """
    if basis.kind == NEAREST:
        return made("matches", basis, "")
    other = f"; {nearest.name}: {nearest.shown}" if nearest else ""
    if basis.kind == SOURCE:
        verdict = "sources of record disagree" if nearest else "matches"
        source = dict(basis.found[0].sentence.arguments).get("source", "")
        return made(verdict, basis, f"true by {basis.name}{f' ({source})' if source else ''}{other}")
    if basis.kind == EARLIER:
        found = basis.found[0]
        then = f"as of {found.as_of}" if found.as_of else f"at the stage “{found.stage}”"
        return made("superseded", basis, f"true {then}{day}{other}")
    return made("matches on another count", basis, f"true of {basis.name}{other}")


def made(verdict: str, basis: Basis, why: str) -> Verdict:
    """A verdict that rests on a basis."""
    return of_figures(verdict, basis.found, basis.name, basis.value, why)


def of_figures(
    verdict: str, found: Sequence[Figure], name: str, value: Fraction, why: str, evidence: tuple[str, ...] = ()
) -> Verdict:
    """A verdict that rests on Figures; all their references, and the sentences that one could write instead."""
    nearest, references = " ".join(sentence(each) for each in found), " ".join(each.reference for each in found)
    return Verdict(verdict, name, plain(value), references, why, nearest, found[0].stage, evidence)


def _unsure(about: About) -> str:
    if not about.state:
        return "the text does not say which State this is about; say which one"
    return "the text does not say which review this is about; give its cycle, or the day on which it was written"


def _not_counted(claim: Claim) -> str:
    if claim.role.startswith(("implemented", "not_implemented")):
        return "what was put into practice is not in the record, only what the State says of it"
    return "the record does not hold this"
