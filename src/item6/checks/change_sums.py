"""Changes that the text's own figures contradict: points said as percent, and those that are not of both counts."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from item6.checks.claims import TIMES, Claim
from item6.checks.cues import cues_of
from item6.checks.rounding import as_printed, is_cut, is_hedged

_TOLERANCE = Fraction(1)
"""Setting: percent by which a change may be off before it does not add up."""
_TIMES_OFF = Fraction(1, 2)
"""Setting: the same of `twice as many`."""


def changes(text: str, mine: Sequence[Claim]) -> dict[Claim, str]:
    """The changes of one sentence that do not agree with its values of before and now. mine: its claims."""
    return _of_shares(text, mine) | _of_counts(mine)


def _of_counts(mine: Sequence[Claim]) -> dict[Claim, str]:
    """`rose from 172 to 278, an increase of 80 %`: where the sentence has one value of before, one of now."""
    plain = [claim for claim in mine if claim.unit in ("recommendations", "States") and claim.value is not None]
    before = [claim for claim in plain if claim.kind == "comparison"]
    now = (
        [claim for claim in plain if claim.kind in ("count", "thematic") and claim.role == before[0].role]
        if before
        else []
    )
    said = [claim for claim in mine if claim.kind == "comparison" and claim.is_change]
    if len(before) != 1 or len(now) != 1 or len(said) != 1 or before[0].hedge or now[0].hedge:
        return {}
    then, today, change = before[0].value or Fraction(0), now[0].value or Fraction(0), said[0]
    if not then or change.value is None or before[0].unit != now[0].unit:
        return {}
    if change.unit == TIMES:
        true, shown, slack = today / then, "times as many", _TIMES_OFF
    elif change.unit.startswith("percent"):
        true, shown, slack = 100 * abs(today - then) / then, "%", _TOLERANCE
    elif change.unit == f"more {now[0].unit}":
        true, shown, slack = abs(today - then), now[0].unit, Fraction(0)
    else:
        return {}
    if abs(true - change.value) <= slack or is_hedged(change.value, change.hedge, true):
        return {}
    return {change: f"from {then} to {today} is {float(true):.3g} {shown}, not {change.printed}"}


def _of_shares(text: str, mine: Sequence[Claim]) -> dict[Claim, str]:
    """Changes of a percentage that are said in percent and are points, or are neither."""
    shares = [claim for claim in mine if claim.unit == "percent" and claim.value is not None]
    changes = [claim for claim in mine if claim.unit.startswith(("percent", "points")) and is_change(text, claim)]
    found = {}
    for change in changes:
        values = [claim.value for claim in shares if claim is not change and claim.value is not None]
        if len(values) != 2 or change.value is None or not values[0] or change.hedge:
            continue
        points, percent = abs(values[1] - values[0]), 100 * abs(values[1] - values[0]) / values[0]
        if change.unit == "points" and not _same(change, points):
            found[change] = f"from {values[0]} % to {values[1]} % is {float(points):g} points"
        elif change.unit.startswith("percent") and not _same(change, percent):
            found[change] = (
                f"from {values[0]} % to {values[1]} % is {float(points):g} points, or {float(percent):.0f} %"
            )
    return found


def is_change(text: str, claim: Claim) -> bool:
    """Whether a percentage is said of a change, not of a share."""
    cues = cues_of(claim.language)
    before = text[max(0, claim.start - 25) : claim.start]
    if cues.change_before.search(before):
        return True
    around = f"{before} {text[claim.end : claim.end + 12]}"
    return bool(cues.grew.search(around)) and not cues.from_or_to.search(before[-6:])


def _same(claim: Claim, true: Fraction) -> bool:
    value = claim.value or Fraction(0)
    return as_printed(value, claim.decimals, true) or is_cut(value, claim.decimals, true)
