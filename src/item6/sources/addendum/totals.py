"""Totals that an addendum states: "accepts 142 recommendations", "124 are now supported and 33 noted"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from item6.sources.context import Context
from item6.terms.recommendations import StatedTotal

_N = r"(\d{1,3})"
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (measure, re.compile(pattern.replace(" ", r"\s+"), re.IGNORECASE))
    for measure, pattern in (
        ("received", rf"(?:contains|received|total of|of the|all(?: the)?) {_N} recommendations"),
        ("supported", rf"(?:accepts|supports|accepted|supported) (?:a total of )?{_N} (?:of the )?(?:recommendations)"),
        ("supported", rf"{_N} recommendations (?:enjoy|are accepted|are supported|were accepted|have been accepted)"),
        ("noted", rf"(?:notes|noted|takes note of) (?:a total of )?{_N} (?:recommendations)"),
        ("noted", rf"{_N} recommendations (?:are|were|have been) noted"),
        ("supported_report", rf"{_N} (?:recommendations )?(?:were|was) (?:immediately|already) (?:supported|accepted)"),
        ("remaining", rf"remaining {_N} recommendations"),
        ("supported_now", rf"{_N} (?:recommendations )?are now (?:supported|accepted)"),
        ("noted_now", rf"now (?:supported|accepted) and {_N} (?:are )?noted"),
        ("rejected", rf"(?:rejects|rejected|does not accept) {_N} recommendations"),
    )
)


def read_totals(context: Context, start: int, end: int) -> Iterator[StatedTotal]:
    """The totals between two offsets of the running text, the first of each measure."""
    seen: set[str] = set()
    for measure, pattern in _PATTERNS:
        stated = pattern.search(context.text, start, end)
        if stated and measure not in seen:
            seen.add(measure)
            yield StatedTotal(measure, int(stated[1]), context.passage(stated.span()))
