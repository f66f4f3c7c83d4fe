"""Parts in one sentence against the total that another place of the text gives of the same review."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction

from item6.checks.claims import Claim
from item6.checks.resolving import About

_PARTS = ("supported", "in_part", "noted", "rejected", "not_supported", "pending")
_FEWEST = 3
"""Setting: different answers that a sentence must give before they are taken for all."""
_NEAR = Fraction(1, 10)
"""Setting: how far parts may lie beyond a total and still be its parts."""


def wider_sums(claims: Sequence[Claim], about: Sequence[About], told: Collection[Claim]) -> dict[Claim, str]:
    """The part with which the parts of a sentence become more than the only total of the text, with the reason.

    claims: of a text, in order; about: what each is about; told: those that are known not to add up.
    """
    of = dict(zip(claims, about, strict=True))
    totals = _totals({claim: each for claim, each in of.items() if claim.role == "received"}, told)
    found: dict[Claim, str] = {}
    for mine in _sentences(claims):
        key = _key(of[mine[0]])
        parts = _parts(mine)
        total = totals.get(key)
        if total is None or len(parts) < _FEWEST or any(_key(of[each]) != key for each in mine):
            continue
        found |= _beyond(parts, total)
    return found


def _key(about: About) -> tuple[str, str]:
    return about.state, str(about.review or "")


def _is_count(claim: Claim) -> bool:
    return claim.kind == "count" and claim.unit == "recommendations" and not claim.topic and not claim.hedge


def _totals(of: dict[Claim, About], told: Collection[Claim]) -> dict[tuple[str, str], Fraction]:
    """The total of each review that a text gives, where it gives but one that stands."""
    found: dict[tuple[str, str], set[Fraction]] = {}
    doubted = {_key(about) for claim, about in of.items() if claim in told}
    for claim, about in of.items():
        if _is_count(claim) and claim.value:
            found.setdefault(_key(about), set()).add(claim.value)
    return {key: min(values) for key, values in found.items() if len(values) == 1 and key not in doubted}


def _sentences(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """The counts of each sentence that gives no total of its own."""
    found: dict[int, list[Claim]] = {}
    for claim in filter(_is_count, claims):
        found.setdefault(claim.sentence, []).append(claim)
    return (mine for mine in found.values() if all(each.role != "received" for each in mine))


def _parts(mine: Sequence[Claim]) -> list[Claim]:
    """The parts of a sentence; none where it says one of them twice, or a part of a part."""
    parts = [each for each in mine if each.role in _PARTS and each.value]
    roles = [each.role for each in parts]
    if len(set(roles)) < len(roles) or {"not_supported", "rejected"} <= set(roles) or any(each.whole for each in parts):
        return []
    return parts


def _beyond(parts: Sequence[Claim], total: Fraction) -> dict[Claim, str]:
    added = sum((each.value or Fraction(0) for each in parts), Fraction(0))
    if not total < added <= total * (1 + _NEAR):
        return {}
    so_far = Fraction(0)
    for each in parts:
        so_far += each.value or Fraction(0)
        if so_far > total:
            said = " + ".join(one.printed for one in parts)
            return {each: f"{said} = {added}, more than the {total} that the text gives elsewhere"}
    return {}
