"""Whether a value that is true on no basis differs from the record, or what the record does not say may explain it.

Settings here say how far ways of counting lie apart. UPR Info counts a recommendation once for each State and splits
some; of 33 totals published for sessions 1 to 20, the smallest was 0.40 of its rows and the largest 1.01.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from item6.checks.asked import Asked
from item6.checks.bases import NEAREST, Basis
from item6.checks.claims import Claim
from item6.measures.published import is_published
from item6.measures.scope import of_review
from item6.terms.names import ReviewName

NO_ANSWERS = ("speakers", "recommending_states", "received")
"""Roles that wait for no answer of the State."""
_REFUSED = ("noted", "noted_in_words", "rejected", "not_supported")
_PEOPLE = ("speakers", "recommending_states")
_STRUCK = 2
"""Setting: so many numbers may be listed twice, or struck out between draft and report."""
_SLACK = Fraction(1, 10)
"""Setting: how far beyond all known ways to count another one may lie."""
_LEAST_OF_ROWS = Fraction(1, 3)
"""Setting: the UN numbers no fewer than a third of UPR Info's rows."""
_POINTS = 20
"""Setting: percentage points by which the UN's rate and that of UPR Info's rows may lie apart."""
_OTHER_STAGE = Fraction(3, 20)
"""Setting: how far answers changed between draft, report and addendum, where no addendum is at hand."""

ROWS = "upr_info_rows"


def otherwise(
    asked: Asked, review: ReviewName, claim: Claim, found: Sequence[Basis], on_numbers: bool
) -> tuple[str, Basis | None, str]:
    """Verdict, basis and reason for a value that is true on no basis.

    found: the bases, in their order. on_numbers: whether the text gives the UN's total of the review beside the claim.
    """
    nearest = next((each for each in found if each.kind == NEAREST), None) or next(iter(found), None)
    if nearest is None:
        return "not in the record", None, f"the record does not tell this of {review}"
    why = f"{nearest.name}: {nearest.shown}, not {claim.printed}"
    if claim.role == "pending":
        return "depends on a definition", nearest, f"{why}; which day is meant is open"
    if claim.role in _PEOPLE:  # statements that were only handed in are in some lists
        return "depends on a definition", nearest, f"{why}; which list of speakers is meant is open"
    if claim.role not in NO_ANSWERS and asked.is_open(review) and not is_published(nearest.found[0]):
        rows = _rows(found)
        reason = _against_rows(asked, review, claim, rows, on_numbers) if rows else ""
        if rows and reason:
            return "differs", rows, f"{rows.name}: {rows.shown}; {reason}"
        return "not in the record", nearest, f"the record has no answer yet to a part of {review}; {why}"
    if _is_identified(claim, nearest, found, on_numbers):
        return "differs", nearest, why
    reason = _beyond(claim, found)
    if reason:
        return "differs", nearest, f"{why}; {reason}"
    return "depends on a definition", nearest, f"{why}; other ways to split and to date them are possible"


def _rows(found: Sequence[Basis]) -> Basis | None:
    return next((each for each in found if each.found[0].unit == ROWS), None)


def _is_identified(claim: Claim, nearest: Basis, found: Sequence[Basis], on_numbers: bool) -> bool:
    """Whether the text counts as the UN numbers, so that another value cannot be a count of something else.

    It does where a total that it gives is the UN's, or where only totals are known. Where the record has the answers of
    the report alone, a value near them may be that of another day.
    """
    if claim.value is None or nearest.kind != NEAREST:
        return False
    if is_published(nearest.found[0]):
        return True
    if not on_numbers:
        return False
    is_final = any(each.found[0].stage not in ("report", "upr_info") for each in found)
    return is_final or bool(abs(claim.value - nearest.value) > max(_OTHER_STAGE * nearest.value, Fraction(_STRUCK)))


def _beyond(claim: Claim, found: Sequence[Basis]) -> str:
    """Why no way of counting explains a value; empty where one might."""
    value, values = claim.value or Fraction(0), [each.value for each in found]
    if claim.unit in ("percent", "points"):
        return _outside(value, min(values) - _POINTS // 2, max(values) + _POINTS // 2)
    low, high = min(values), max(values)
    if claim.role == "received":
        return _outside(value, low - _STRUCK, high * (1 + _SLACK) + _STRUCK)
    return _outside(value, low * (1 - _SLACK) - _STRUCK, high * (1 + _SLACK) + _STRUCK)


def _outside(value: Fraction, low: Fraction, high: Fraction) -> str:
    if value < low:
        return "less than by every known way to count"
    return "more than by every known way to count" if value > high else ""


def _against_rows(asked: Asked, review: ReviewName, claim: Claim, rows: Basis, on_numbers: bool) -> str:
    """The same where only the rows of UPR Info's export tell the answers. It files answers in part as noted."""
    value, whole = claim.value or Fraction(0), asked.figure("received", of_review(review, ROWS))
    if whole is None or not whole.numerator:
        return ""
    known = rows.value if claim.unit == "percent" else 100 * rows.value / whole.numerator
    if claim.unit == "percent" or on_numbers:
        total = asked.figure("received", of_review(review))
        if claim.unit != "percent" and (total is None or not total.numerator):
            return ""
        share = value if claim.unit == "percent" else 100 * value / (total.numerator if total else 1)
        return _share_against(claim, share, known)
    if claim.role == "supported":
        return _outside(value, rows.value * _LEAST_OF_ROWS - _STRUCK, whole.numerator * (1 + _SLACK) + _STRUCK)
    if claim.role in _REFUSED:
        return _outside(value, Fraction(0), rows.value * (1 + _SLACK) + _STRUCK)
    return ""


def _share_against(claim: Claim, share: Fraction, known: Fraction) -> str:
    if claim.role == "supported" and share < known - _POINTS:
        return f"a share of {float(share):.0f} % is too far below"
    if claim.role in _REFUSED and share > known + _POINTS:
        return f"a share of {float(share):.0f} % is too far above"
    return ""
