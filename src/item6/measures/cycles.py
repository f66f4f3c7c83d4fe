"""One State's reviews beside each other, and all reviews in a row by a measure."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from item6.measures.figures import figures
from item6.measures.scope import Scope
from item6.record.facets import EXPORT, PAIRS
from item6.record.reader import Record
from item6.terms.figures import Figure, Sentence
from item6.terms.names import ReviewName

CHANGE = "_change"
"""Ends the name of the measure of a change."""

VERSUS = " vs "
"""Between the two scopes of a change."""


def reviews_of(record: Record, state: str, unit: str = "numbers") -> list[ReviewName]:
    """The reviews of a State that the record can count, and those known by published totals, by cycle."""
    counted = set(record.counted_reviews(EXPORT if unit == "upr_info_rows" else PAIRS, [state]))
    if unit == "numbers":
        counted |= {each.review for each in record.decisions() if each.kind == "totals" and each.review.state == state}
    return sorted(counted)


def over_cycles(
    record: Record, names: Sequence[str], reviews: Sequence[ReviewName], scope: Scope
) -> list[list[Figure]]:
    """The measures of each review, each at the last stage known of it unless the scope names one.

    scope: what is counted beside the review: unit, stage, day, and terms that are joined to it.
    """
    return [figures(record, names, _in(review, scope)) for review in reviews]


def _in(review: ReviewName, scope: Scope) -> Scope:
    return scope.within("state", review.state).within("cycle", str(review.cycle))


def change(now: Figure, before: Figure) -> Figure | None:
    """The change of one measure from one scope to another, of shares in parts of one (.125: 12.5 points).

    None where one of them is not known. ValueError where measure, version or unit differ: they do not compare.
    """
    if (now.measure, now.version, now.unit) != (before.measure, before.version, before.unit):
        raise ValueError(f"{now.measure} in {now.unit} does not compare with {before.measure} in {before.unit}")
    values = now.value, before.value
    if values[0] is None or values[1] is None:
        return None
    difference = Fraction(values[0]) - Fraction(values[1])
    said: dict[str, str | int] = {
        "measure": now.measure, "scope": now.scope, "against": before.scope, "count": now.numerator,
        "now": str(values[0]), "then": str(values[1]), "stage": now.stage, "stage_before": before.stage,
    }  # fmt: skip
    return Figure(
        f"{now.measure}{CHANGE}", now.version, now.unit, f"{now.scope}{VERSUS}{before.scope}", now.stage, now.as_of,
        now.record, difference.numerator, None if now.denominator is None else difference.denominator, now.rows,
        Sentence("change", tuple(sorted(said.items()))),
    )  # fmt: skip
