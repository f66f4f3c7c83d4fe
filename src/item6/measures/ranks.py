"""All reviews of a record in a row, by a measure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from item6.measures.definitions import MEASURES, base_of
from item6.measures.filters import Filter, parse
from item6.measures.groups import Group, grouped_by
from item6.measures.published import published_figure, totals_of
from item6.measures.scope import LATEST, Scope, of_review
from item6.record.reader import Record
from item6.terms.answers import OTHER_READINGS
from item6.terms.figures import Figure, Sentence
from item6.terms.names import ReviewName, parse_review_name

RANK = "_rank"
"""Ends the name of the measure of a place."""

MOST_PENDING = Fraction(1, 10)
"""Setting: the share of a review that may be pending while it takes its place; with more its value says too little."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A review in its place.

    place: 1 for the highest value, the same for equal ones. denominator: None for a measure that is no share.
    stage: `later`, or the one asked for; `matrix` or `published` where the State's own answers are not in the record.
    """

    place: int
    review: ReviewName
    numerator: int
    denominator: int | None
    stage: str

    @property
    def value(self) -> Fraction:
        """The count, or the share."""
        return Fraction(self.numerator, self.denominator or 1)


def ranked(record: Record, name: str, scope: Scope) -> list[Ranked]:
    """The reviews that a scope selects anything of and whose value is known, the highest first.

    Each stands as far as it is known, or at the stage of the scope. Reviews of which more than MOST_PENDING is
    pending are left out. Those whose answers only a matrix or published totals give stand by these, published totals
    only where the scope has no filter. KeyError for a measure that is no set of members.
    """
    base, share = base_of(name)
    found = list(_counted(record, base, share, scope, scope.stage or LATEST))
    if not scope.stage and scope.unit != "upr_info_rows":
        known = {each.review for each in found}
        matrix = Scope(scope.filter, scope.unit, OTHER_READINGS[0], scope.as_of)
        read = _counted(record, base, share, matrix, OTHER_READINGS[0])
        found += [each for each in read if each.review not in known]
        found += _published(record, base, share, scope)
    found.sort(key=lambda each: (-each.value, each.review))
    first = {each.value: place for place, each in reversed(list(enumerate(found, 1)))}
    return [Ranked(first[each.value], each.review, each.numerator, each.denominator, each.stage) for each in found]


def _counted(record: Record, base: str, share: bool, scope: Scope, stage: str) -> Iterable[Ranked]:
    for group in grouped_by(record, "review", scope, [base, "pending"]):
        review = parse_review_name(group.value)
        if review and base in group.counts and (_is_answered(group) or not MEASURES[base].answers):
            yield Ranked(0, review, group.counts[base], group.received if share else None, stage)


def _is_answered(group: Group) -> bool:
    return Fraction(group.counts["pending"], group.received) <= MOST_PENDING


def _published(record: Record, base: str, share: bool, scope: Scope) -> Iterable[Ranked]:
    """Reviews without a list, known by totals."""
    if scope.filter != Filter() or scope.unit != "numbers" or scope.as_of is not None:
        return
    listed = {row.name for row in record.reviews()}
    for review in sorted({each.review for each in record.decisions() if each.kind == "totals"} - listed):
        totals = totals_of(record, review)
        made = totals and published_figure(record, of_review(review), totals, base)
        received = totals.totals.get("received") if totals else None
        if made:
            yield Ranked(0, review, made.numerator, received if share else None, "published")


def rank_figure(
    record: Record, name: str, review: ReviewName, scope: Scope, every: Sequence[Ranked] | None = None
) -> Figure | None:
    """The place of a review among all of the scope, as a Figure; None where it has none.

    every: what `ranked` gave for them, where it was asked before. rows: the reviews before it. KeyError as in `ranked`.
    """
    every = ranked(record, name, scope) if every is None else every
    mine = next((each for each in every if each.review == review), None)
    if mine is None:
        return None
    base, _ = base_of(name)
    whole = str(scope.within("state", review.state).within("cycle", str(review.cycle)).filter)
    said: dict[str, str | int] = {
        "measure": name, "scope": whole, "count": mine.place, "of": len(every), "stage": scope.stage or LATEST,
    }  # fmt: skip
    return Figure(
        f"{name}{RANK}", MEASURES[base].version, scope.unit, whole, scope.stage or LATEST, scope.as_of, record.hash,
        mine.place, None, tuple(str(each.review) for each in every if each.place < mine.place),
        Sentence("rank", tuple(sorted(said.items()))),
    )  # fmt: skip


def rank_of(record: Record, name: str, scope: Scope) -> Figure | None:
    """The rank Figure of a scope that names one review, as references write it: among all that its other terms select.

    None where the scope names no single review.
    """
    states, cycles = scope.filter.values("state"), scope.filter.values("cycle")
    review = parse_review_name(f"{states[0]}-{cycles[0]}") if len(states) == len(cycles) == 1 else None
    if review is None:
        return None
    rest = Scope(parse(str(scope.filter.with_("state").with_("cycle"))), scope.unit, scope.stage, scope.as_of)
    return rank_figure(record, name, review, rest)
