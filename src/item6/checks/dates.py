"""Days, months and years of reviews and adoptions, as statements write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from item6.checks.cue_parts import DateCues

_LOOK_BACK = 120


@dataclass(frozen=True, slots=True)
class Dated:
    """Characters `start` to `end` of a sentence that name a day, month or year.

    iso: `2016`, `2016-01`, `2016-01-27`, or `--01-22` where no year is said.
    role: `review`, `adoption`, `event`, `answered` of the day on which a State accepted or rejected recommendations,
    `said` of another day in the course of a review, or empty.
    """

    start: int
    end: int
    iso: str
    role: str


def dates(sentence: str, cues: DateCues) -> Iterator[Dated]:
    """The dates and years of a sentence, from left to right; what is no day of the calendar is left out."""
    for found in cues.day.finditer(sentence):
        parts = {key: found[f"{key}{at}"] for at in range(1, 8) for key in "ymd" if _has(found, f"{key}{at}")}
        iso = _iso(parts.get("y"), parts.get("m"), parts.get("d"), cues)
        if iso:
            yield Dated(found.start(), found.end(), iso, _role(sentence, found, iso, cues))


def _has(found: re.Match[str], name: str) -> bool:
    return name in found.re.groupindex and found[name] is not None


def _iso(year: str | None, month: str | None, day: str | None, cues: DateCues) -> str:
    number = 0
    if month:
        number = int(month) if month.isdigit() else cues.months[month.lower().rstrip(".")]
    try:
        date(int(year or 2000), number or 1, int(day or 1))
    except ValueError:
        return ""
    parts = [year or "-", f"{number:02}" if number else "", f"{int(day):02}" if day else ""]
    return "-".join(part for part in parts if part)


def _role(sentence: str, found: re.Match[str], iso: str, cues: DateCues) -> str:
    """What the date is of. Years alone only where reviews are dated by them."""
    before = sentence[: found.start()]
    if (
        (iso.startswith("-") or len(iso) > len("2024-01"))
        and cues.event.search(sentence)
        and not cues.recommended.search(sentence)
    ):
        return "event"
    if cues.later.search(before) or iso.startswith("-"):
        return ""
    if before.rfind("(") > before.rfind(")") and not cues.listed.search(before):
        return ""  # `(2,128 in May 2012)` places what it stands behind
    if len(iso) == 4:
        return "review" if cues.listed.search(before) or cues.held.search(before) else ""
    if cues.listed.search(before) or cues.held.search(before) or cues.dated.search(before[-_LOOK_BACK:]):
        return "review"
    if cues.review.search(sentence) and len(iso) > len("2024-01"):
        return "said"  # a month alone only places a sentence in time
    if cues.adoption.search(sentence) and cues.outcome.search(sentence):
        return "adoption"
    if not cues.opening.match(before) or not cues.recommended.search(sentence):
        return ""
    return "answered" if cues.answered.match(sentence, found.end()) else "said"
