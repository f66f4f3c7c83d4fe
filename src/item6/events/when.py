"""Day, time, zone and duration, as announcements write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from item6.events.clocks import clock_readings, the_clock
from item6.events.days import best_day, every_day, other_days, weekday_doubt, year_of
from item6.events.drafts import Reading
from item6.events.lines import Labelled
from item6.events.nouns import Session

_SMALL = {"one": 1, "an": 1, "a": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_LENGTH = re.compile(
    r"\b(?:(?P<hours>\d{1,2}(?:[.,]5)?|one|an|a|two|three|four|five)[\s-]*(?:hours?|hrs?|h)\b"
    r"(?P<half>\s+and\s+a\s+half)?(?:\s*(?:and\s+|,\s*)?(?P<more>\d{1,2})\s*(?:minutes?|mins?\b))?"
    r"|(?P<h2>\d)\s?h\s?(?P<m2>\d{2})\b|(?P<minutes>\d{2,3})[\s-]*(?:minutes?|mins?)\b)",
    re.IGNORECASE,
)
_LASTS = re.compile(r"last(?:s|ing)?\b[^.\n]{0,20}$|duration[^.\n]{0,20}$", re.IGNORECASE)
_OF_IT = re.compile(
    r"[\s-]*(?:long\b|event|webinar|conference|discussion|side|meeting|panel|virtual|online"
    r"|briefing)"
)


def read_when(text: str, given: Sequence[Labelled], session: Session | None) -> Iterator[Reading]:
    """The readings of day, start, end, zone and duration."""
    clock = the_clock(text, given)
    days = list(every_day(text))
    day = best_day(text, days, given, clock[0] if clock else None)
    iso = ""
    if day:
        year, doubt = year_of(text, day, session)
        iso = f"{year}-{day.month:02}-{day.day:02}" if year else ""
        if year:
            doubt = doubt or other_days(text, day, days) or weekday_doubt(iso, day)
            yield Reading("day", iso, day.start, day.end, doubt)
    if clock:
        yield from clock_readings(text, given, clock, iso)
    yield from _duration(text, given)


def _duration(text: str, given: Sequence[Labelled]) -> Iterator[Reading]:
    for each in given:
        if each.kind == "duration" and (found := _LENGTH.search(each.text)):
            yield Reading("duration", _length(found), each.start + found.start(), each.start + found.end())
            return
    programme = [(each.start, each.start + len(each.text)) for each in given if each.kind == "programme"]
    for found in _LENGTH.finditer(text):
        if any(start <= found.start() < end for start, end in programme):
            continue
        if _LASTS.search(text[max(0, found.start() - 40) : found.start()]) or _OF_IT.match(text, found.end()):
            yield Reading("duration", _length(found), found.start(), found.end())
            return


def _length(found: re.Match[str]) -> int:
    if found["minutes"]:
        return int(found["minutes"])
    if found["h2"]:
        return int(found["h2"]) * 60 + int(found["m2"])
    hours = float(_SMALL.get(found["hours"].lower(), 0) or found["hours"].replace(",", "."))
    return int(hours * 60) + (30 if found["half"] else 0) + int(found["more"] or 0)
