"""The time of an event and its zone, as announcements write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from item6.events.drafts import Reading
from item6.events.lines import Labelled
from item6.events.nouns import GENEVA, clock_of

_AMPM = r"(?P<{0}half>[ap]\.?\s?m\b\.?)"
_CLOCK = (
    r"(?:(?P<{0}noon>noon|midday)\b|(?P<{0}h>[01]?\d|2[0-4])(?:(?::|\."
    r"|\s?[hH]\s?)(?P<{0}m>[0-5]\d)(?!\.?\d)|(?P<{0}only>\s?h)\b)?"
    r"(?:\s?(?:hrs|hours|uhr|heures))?\s?" + _AMPM + r"?)"
)
_RANGE = re.compile(
    r"(?<![\d.,/])(?:from\s+|between\s+)?" + _CLOCK.format("a") + r"\s*(?P<mid>[^\s\w–—-]?\s?(?:CES?T|GMT|UTC)\b)?\s*"
    r"(?!(?<=UTC)[-–]\d{1,2}(?![\d:.h]))(?!(?<=GMT)[-–]\d{1,2}(?![\d:.h]))(?:-|–|—|to|until"
    r"|till|and (?:will )?(?:ends?|finish|close)(?:es)? at|and)\s*" + _CLOCK.format("b") + r"(?![\d/])",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"(?:CES?T|GMT|UTC)\b")
_MILITARY = re.compile(r"(?<!\d)(?P<ah>[01]\d|2[0-3])(?P<am>[0-5]\d)\s*(?:-|–|to)\s*(?P<bh>[01]\d"
    r"|2[0-3])(?P<bm>[0-5]\d)\s*(?:h|hrs|hours)\b")  # fmt: skip
_SINGLE = re.compile(r"(?<![\d.,/:])" + _CLOCK.format("a") + r"(?![\d/])", re.IGNORECASE)

_ZONES = (
    (r"geneva(?:'s|’s)?(?: local)? time|\(?geneva\)?|heure de gen[eè]ve|swiss time|central european(?: summer)? time"
     r"|local time|CEST|CET", GENEVA),
    (r"UTC\s?\+\s?0?0?\b(?!\d)|UTC(?!\s?[+-]\s?\d)|GMT(?!\s?[+-]\s?\d)", "UTC"),
    (r"new york(?: time)?|eastern(?: standard| daylight)? time|\bE[SD]?T", "America/New_York"),
    (r"london(?: time)?|BST|UK time", "Europe/London"),
    (r"nairobi time|EAT", "Africa/Nairobi"),
)  # fmt: skip
_ZONE = tuple((re.compile(rf"\s*[\[(,]?\s*(?P<zone>{words})\b\)?", re.IGNORECASE), zone) for words, zone in _ZONES)
_OFFSET = re.compile(r"\s*[\[(,]?\s*(?P<zone>(?:UTC|GMT)\s?(?P<sign>[+−-])\s?(?P<hours>\d{1,2}))(?!\d)")

_OTHER_TIME = re.compile(r"(?:until|deadline|doors?|before|by|closes?)\s[^.\n]{0,25}$", re.IGNORECASE)
_Clock = tuple[tuple[int, int], int, int | None, tuple[int, int] | None]
"""Place of the whole, minutes of the start and of the end, place of the end."""


def the_clock(text: str, given: Sequence[Labelled]) -> _Clock | None:
    """The first range of times, in what a label introduces before prose; else the first single time."""
    programme = [(each.start, each.start + len(each.text)) for each in given if each.kind == "programme"]
    prime = [(each.start, each.start + len(each.text)) for each in given if each.kind in ("time", "day")]
    known = [each for each in _clocks(text) if not any(start <= each[0][0] < end for start, end in programme)]
    ranked = sorted(
        known,
        key=lambda each: (
            not any(start <= each[0][0] < end for start, end in prime),
            bool(_OTHER_TIME.search(text[max(0, each[0][0] - 40) : each[0][0]])),
            each[2] is None,
            each[0],
        ),
    )  # fmt: skip
    return ranked[0] if ranked else None


def _clocks(text: str) -> Iterator[_Clock]:
    ranges = [each for each in (*_RANGE.finditer(text), *_MILITARY.finditer(text)) if _is_range(each)]
    for found in ranges:
        last = _minutes(found, "b", "")
        first = _minutes(found, "a", "")
        if not _half(found, "a") and _half(found, "b") == "p" and _number(found, "a") < 12:
            first = _minutes(found, "a", "p")
            if first > last:
                first -= 12 * 60
        yield (
            found.span(),
            first,
            last,
            (found.start("bh") if _number(found, "b") else found.start("bnoon"), found.end()),
        )
    within = bytearray(len(text))  # of each character, whether it belongs to a range
    for found in ranges:
        within[found.start() : found.end()] = b"\1" * len(found[0])
    for found in _SINGLE.finditer(text):
        if (
            not within[found.start()]
            and (found["anoon"] or found["ahalf"] or found["am"] or found["aonly"])
            and not _is_sum(text, found)
        ):
            yield found.span(), _minutes(found, "a", ""), None, None


def _is_sum(text: str, found: re.Match[str]) -> bool:
    """`CHF 12.50` and `1h30` of a duration are no times."""
    before = text[max(0, found.start() - 12) : found.start()]
    after = text[found.end() : found.end() + 10]
    return bool(
        re.search(r"(?:CHF|EUR|USD|[$€£]|francs?|duration:?|of|version)\s*$", before, re.IGNORECASE)
        or re.match(r"\s*(?:CHF|EUR|USD|%|francs|million|per cent)", after)
        or (found["aonly"] and int(found["ah"]) < 7)
    )


def _is_range(found: re.Match[str]) -> bool:
    """`10 to 12` alone is no time: minutes, a half of the day or the letter h must tell."""
    groups = found.groupdict()
    told = [groups.get(f"{side}{name}") for side in "ab" for name in ("noon", "m", "only", "half")]
    return any(told)


def _half(found: re.Match[str], side: str) -> str:
    return (found.groupdict().get(f"{side}half") or "")[:1].lower()


def _number(found: re.Match[str], side: str) -> int:
    return int(found.groupdict().get(f"{side}h") or 0)


def _minutes(found: re.Match[str], side: str, half: str) -> int:
    groups = found.groupdict()
    if groups.get(f"{side}noon"):
        return 12 * 60
    hours, half = _number(found, side), half or _half(found, side)
    if half:
        hours = hours % 12 + (12 if half == "p" else 0)
    return (hours % 24) * 60 + int(groups.get(f"{side}m") or 0)


def clock_readings(text: str, given: Sequence[Labelled], clock: _Clock, iso: str) -> Iterator[Reading]:
    """The readings of start, end and zone. iso: the day, or empty; the zone of a season is held against it."""
    (start, end), first, last, place = clock
    yield Reading("start", clock_of(first), start, end)
    label = next((each for each in given if each.kind == "end" and last is None), None)
    if label and (found := _SINGLE.match(label.text)):
        last, place = _minutes(found, "a", ""), (label.start, label.start + found.end())
    if last is not None and place:
        yield Reading("end", clock_of(last), *place)
    zone, begin, until = _zone_after(text, end)
    if not zone and (beside := _BESIDE.search(text, start, end)):
        zone, begin, until = _zone_after(text, beside.start())
    if not zone:
        begin, until = start, end
        yield Reading("zone", GENEVA, begin, until, "no zone stands with the time; Geneva time is meant by default")
        return
    yield Reading("zone", zone, begin, until, _season_doubt(text[begin:until], iso))


def _zone_after(text: str, end: int) -> tuple[str, int, int]:
    for pattern, zone in _ZONE:
        if (found := pattern.match(text, end)) and not (zone == "America/New_York" and found["zone"] in ("et", "Et")):
            return zone, *found.span("zone")
    if found := _OFFSET.match(text, end):
        hours = int(found["hours"])
        return f"Etc/GMT{'-' if found['sign'] == '+' else '+'}{hours}" if hours else "UTC", *found.span("zone")
    return "", end, end


def _season_doubt(written: str, iso: str) -> str:
    """CET written for a day in summer, or CEST in winter."""
    if written.upper() not in ("CET", "CEST") or not iso:
        return ""
    summer = "03-31" <= iso[5:] <= "10-24"
    if summer == (written.upper() == "CEST") or "03-25" <= iso[5:] <= "03-31" or "10-25" <= iso[5:] <= "10-31":
        return ""
    return f"{written} is not the time of Geneva on that day; the time of Geneva is meant by default"
