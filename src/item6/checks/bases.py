"""On which bases the record can count what a claim claims, the nearest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from item6.checks.asked import Asked
from item6.checks.claims import Claim
from item6.measures.definitions import MEASURES, SHARE, base_of
from item6.measures.published import is_published
from item6.measures.scope import Scope, of_review
from item6.measures.wording import STAGE_PHRASES, UNIT_NAMES, percent, title
from item6.terms.answers import OTHER_READINGS, STAGES
from item6.terms.figures import UNITS, Figure
from item6.terms.names import ReviewName

NEAREST, SOURCE, OTHER_COUNT, EARLIER = "nearest", "source", "other count", "earlier"
"""What a basis is: the one that the words name, another official source, another way to count, an earlier stage."""

_BASES: dict[str, tuple[tuple[str, ...], ...]] = {
    "received": (("received",),),
    "supported": (("supported",), ("accepted",), ("supported", "in_part")),
    "supported_or_in_part": (("supported", "in_part"), ("supported",), ("accepted",)),
    "in_part": (("in_part",),),
    "noted": (("noted",), ("noted_in_words",), ("not_supported_or_in_part",)),
    "noted_in_words": (("noted_in_words",), ("noted",), ("not_supported_or_in_part",)),
    "rejected": (("rejected",), ("not_supported",), ("not_supported_or_in_part",)),
    "not_supported": (("not_supported",), ("not_supported_or_in_part",), ("rejected",)),
    "pending": (("pending",),),
    "speakers": (("speakers",), ("recommending_states",)),
    "recommending_states": (("recommending_states",), ("speakers",)),
}
"""For each role the measures that may be meant, the nearest first; those of one bracket are added."""


@dataclass(frozen=True, slots=True)
class Basis:
    """One way to count. kind: NEAREST, SOURCE, OTHER_COUNT or EARLIER. found: the Figures, added where several.

    value: of a share from 0 to 100. name: in words.
    """

    kind: str
    found: tuple[Figure, ...]
    value: Fraction
    name: str

    @property
    def shown(self) -> str:
        """The value as people read it."""
        return plain(self.value) if self.found[0].denominator is None else percent(self.value / 100)


def is_counted(role: str) -> bool:
    """Whether the record counts what a role names at all."""
    return role in _BASES


def bases(asked: Asked, review: ReviewName, claim: Claim, stage: str) -> Iterator[Basis]:
    """The bases of a claim about a review, as far as the record knows them. stage: stated by the text, or empty."""
    share = claim.unit in ("percent", "points")
    if share and claim.role in ("received", "speakers", "recommending_states"):
        return
    first, *others = _BASES[claim.role]
    own = "report" if claim.role == "pending" and not stage else stage
    answers = claim.role not in ("received", "speakers", "recommending_states")
    if answers and not stage and asked.is_open(review):
        yield from _of_totals(asked, review, first, share, NEAREST)  # what is in the record so far is not the last word
    yield from _of(asked, NEAREST, of_review(review, stage=own), [first], share)
    yield from _of(asked, SOURCE, of_review(review, stage=OTHER_READINGS[0]), [first], share)
    for back in range(asked.published_often(review)):
        yield from _of_totals(asked, review, first, share, SOURCE, back)
    yield from _of(asked, OTHER_COUNT, of_review(review, stage=own), others, share)
    for earlier in STAGES if answers else ():
        yield from _of(asked, EARLIER, of_review(review, stage=earlier), [first, *others[:1]], share)
    for day in asked.days(review)[:-1] if answers else ():
        yield from _of(asked, EARLIER, of_review(review, as_of=day), [first, *others[:1]], share)
    for unit in UNITS[1:] if claim.unit != "States" else ():
        yield from _of(asked, OTHER_COUNT, of_review(review, unit), [first, *others], share)


def _of_totals(
    asked: Asked, review: ReviewName, names: Sequence[str], share: bool, kind: str, back: int = 0
) -> Iterator[Basis]:
    """The same as published totals have it. back: as `Asked.published` has it."""
    made = [asked.published(review, _named(name, share), back) for name in names]
    known = tuple(each for each in made if each)
    if known and len(known) == len(names):
        yield _basis(kind, known)


def _named(name: str, share: bool) -> str:
    return f"{name}{SHARE}" if share and name in MEASURES else name


def _of(asked: Asked, kind: str, scope: Scope, wanted: Sequence[Sequence[str]], share: bool) -> Iterator[Basis]:
    """The Figures of a scope that are known."""
    for names in wanted:
        found = [made for name in names if (made := asked.figure(_named(name, share), scope))]
        if len(found) == len(names) and all(_is_known(each) for each in found):
            yield _basis(kind, tuple(found))


def _is_known(each: Figure) -> bool:
    received = dict(each.sentence.arguments).get("of", 1)
    return (
        each.sentence.key not in ("unknown", "pending", "nothing")
        and each.value is not None
        and bool(received)
        and (not each.measure.startswith("received") or bool(each.numerator))
    )


def _basis(kind: str, found: tuple[Figure, ...]) -> Basis:
    first = found[0]
    factor = 1 if first.denominator is None else 100
    value = sum((Fraction(each.value or 0) for each in found), Fraction(0)) * factor
    measured = " and ".join(title(base_of(each.measure)[0]) for each in found)
    published = is_published(first)
    where = "as published" if published else STAGE_PHRASES[first.stage]
    where += f", as of {first.as_of}" if first.as_of else ""
    return Basis(kind, found, value, f"{measured}, in {UNIT_NAMES[first.unit][1]}, {where}")


def plain(value: Fraction) -> str:
    """A value as a plain decimal."""
    return str(value.numerator) if value.denominator == 1 else f"{float(value):.2f}"
