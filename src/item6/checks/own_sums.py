"""The text's own arithmetic: parts and totals, rates and counts, percent and points. No record is needed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from item6.checks.change_sums import changes
from item6.checks.claims import Claim
from item6.checks.cues import cues_of
from item6.checks.resolving import About
from item6.checks.rounding import is_hedged

_PARTS = ("supported", "in_part", "noted", "rejected", "not_supported", "pending")
_TWO = 2
_NEAR = Fraction(1, 20)
"""Setting: how near parts of two sentences come to the total that they are parts of."""
_TOLERANCE = Fraction(1)
"""Setting: a rate may be one point off before it does not add up; authors round twice."""


def sums(text: str, claims: Sequence[Claim], about: Sequence[About] = ()) -> dict[Claim, str]:
    """The claims that other figures of the text contradict, each with the reason in a sentence.

    about: what each is about; without it, figures of two sentences are taken to be of one review.
    """
    found: dict[Claim, str] = {}
    of = {claim: (each.state, each.review) for claim, each in zip(claims, about, strict=False)}
    often = Counter((of.get(each), each.value) for each in claims if _is_count(each) and each.role == "received")
    for group in _groups(text, claims, of):
        told = _parts(text, group)
        found |= {_doubted(total, group, often[of.get(total), total.value]): why for total, why in told.items()}
    for mine in _by_sentence(claims):
        found |= _rates(text, mine) | changes(text, mine) | _averages(mine)
    return found


def _doubted(total: Claim, group: Sequence[Claim], often: int) -> Claim:
    """The total, or where the text gives it again elsewhere, the part with which the parts become more than it.

    often: how often the text gives this total of this review.
    """
    here = sum(each.role == "received" for each in group)
    so_far = Fraction(0)
    for each in group if often > here else ():
        so_far += (each.value or Fraction(0)) if each.role in _PARTS else Fraction(0)
        if so_far > (total.value or 0):
            return each
    return total


def _by_sentence(claims: Sequence[Claim]) -> list[list[Claim]]:
    found: dict[int, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.sentence, []).append(claim)
    return list(found.values())


def _is_count(claim: Claim) -> bool:
    return claim.kind == "count" and claim.unit == "recommendations" and not claim.topic and claim.hedge != "least"


def _groups(text: str, claims: Sequence[Claim], of: Mapping[Claim, object]) -> Iterator[list[Claim]]:
    """Counts of one sentence, with those of the next where it gives two parts or more and no total of its own."""
    each = [found for mine in _by_sentence(claims) if (found := [claim for claim in mine if _is_count(claim)])]
    at = 0
    while at < len(each):
        group = each[at]
        after = each[at + 1] if at + 1 < len(each) else []
        same = after and of.get(group[-1]) == of.get(after[0])
        if same and (_is_continued(group, after) or _is_ended(text, group, after)):
            group, at = [*group, *after], at + 1
        yield group
        at += 1


def _is_continued(group: Sequence[Claim], after: Sequence[Claim]) -> bool:
    if not after or after[0].sentence != group[-1].sentence + 1:
        return False
    parts = [claim for claim in group if claim.role in _PARTS]
    return len(after) >= 2 and not parts and all(claim.role in _PARTS for claim in after)


def _is_ended(text: str, group: Sequence[Claim], after: Sequence[Claim]) -> bool:
    """Whether the next sentence gives the one part that is left: `the seven recommendations that were not accepted`.

    Only where it names no other cycle or day, and the parts come near the total, so that they are its parts.
    """
    total = next((claim.value for claim in group if claim.role == "received"), None)
    if not total or len(after) != 1 or after[0].sentence != group[-1].sentence + 1:
        return False
    parts = {claim.role: claim.value or Fraction(0) for claim in group if claim.role in _PARTS}
    last = after[0]
    if len(parts) < _TWO or last.role not in _PARTS or last.role in parts or not last.value:
        return False
    cues, between = cues_of(last.language), text[group[-1].end : last.end]
    elsewhere = (cues.cycles.ordinal, cues.cycles.figure, cues.cycles.relative, cues.dates.day, cues.within)
    return abs(sum(parts.values()) + last.value - total) <= total * _NEAR and not any(
        each.search(between) for each in elsewhere
    )


def _parts(text: str, group: Sequence[Claim]) -> dict[Claim, str]:
    """Totals that are less than the parts given with them. Parts that leave some out are no mistake."""
    totals = [claim for claim in group if claim.role == "received"]
    if len({claim.value for claim in totals}) != 1:
        return {}
    total, parts = totals[0], dict[str, Fraction]()
    for claim, before in zip(group, [None, *group], strict=False):
        between = text[before.end if before else claim.start : claim.start]
        if (
            claim.role in _PARTS
            and claim.value
            and not (before and before.role in _PARTS and cues_of(claim.language).within.search(between))
        ):
            parts.setdefault(claim.role, claim.value)
    refused = [parts.get(each, Fraction(0)) for each in ("noted", "rejected")]
    if parts.get("not_supported", Fraction(0)) in (*refused, sum(refused)):
        parts.pop("not_supported", None)  # said once more of the same
    added = sum(parts.values())
    if total.value is None or added <= total.value:
        return {}
    said = " + ".join(str(each) for each in parts.values())
    return {total: f"the parts that the text gives add up to {said} = {added}, more than {total.printed}"}


def _rates(text: str, mine: Sequence[Claim]) -> dict[Claim, str]:
    """Percentages that stand beside a count, `181 (72.69 %)`, and are not its share of the total."""
    totals = {claim.value for claim in mine if _is_count(claim) and claim.role == "received"}
    if len(totals) != 1:
        return {}
    total = totals.pop() or Fraction(0)
    found = {}
    for claim, after in pairwise(mine):
        share, count = _share_and_count(text, claim, after, mine)
        if share is None or count is None or not total or share.value is None or count.value is None:
            continue
        true = 100 * count.value / total
        if abs(true - share.value) > _TOLERANCE and not is_hedged(share.value, share.hedge, true):
            found[share] = f"{count.value} of {total} is {float(true):.1f} %, not {share.printed} %"
    return found


def _averages(mine: Sequence[Claim]) -> dict[Claim, str]:
    """An average for each State that is not the total of the sentence over its number of States."""
    totals = [claim for claim in mine if _is_count(claim) and claim.role == "received"]
    states = [claim for claim in mine if claim.role == "reviews"]
    averages = [claim for claim in mine if claim.role == "average" and claim.unit == "recommendations"]
    if len(totals) != 1 or len(states) != 1 or len(averages) != 1:
        return {}
    total, many, average = totals[0].value or 0, states[0].value, averages[0]
    if not many or totals[0].hedge or average.value is None:
        return {}
    true = Fraction(total) / many
    if abs(true - average.value) <= _TOLERANCE or is_hedged(average.value, average.hedge, true):
        return {}
    return {average: f"{total} over {many} is {float(true):.1f}, not {average.printed}"}


def _share_and_count(text: str, claim: Claim, after: Claim, mine: Sequence[Claim]) -> tuple[Claim | None, Claim | None]:
    """A share and the count beside it, where one stands right after the other."""
    if after.kind != "share" or after.unit != "percent" or not _is_count(claim):
        return None, None
    if not cues_of(claim.language).beside.match(text[claim.end : after.start]):
        return None, None
    if claim.role != "received":
        return after, claim
    return after, next((each for each in mine if each.whole == claim.start), None)
