"""Day, time, zone and duration, as announcements write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from item6.events.drafts import Reading
from item6.events.lines import Labelled
from item6.events.nouns import COUNCIL, GENEVA, Session, clock_of
from item6.terms.calendar import council_session_months

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?" \
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"  # fmt: skip
_WEEKDAY = r"(?:(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s+(?:the\s+)?)?"
_TWO = r"(?:(?P<first>(?<![:.\d])\d{1,2})(?:st|nd|rd|th)?\s?(?:-|–|to|and|&)\s?(?=\d))?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s+(?P<year>20\d\d))?\b"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_WEEKDAY}{_TWO}{_DAY}\s+(?:of\s+)?(?P<month>{_MONTH}){_YEAR}",
        rf"\b{_WEEKDAY}(?P<month>{_MONTH})\s+(?:the\s+)?{_DAY}(?![:.h]\d)\b{_YEAR}",
        rf"\b{_WEEKDAY}(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b",
        rf"\b{_WEEKDAY}(?P<day>\d{{1,2}})[./](?P<month>\d{{1,2}})[./](?P<year>20\d\d)\b",
    )
)
_MONTH_AND_YEAR = re.compile(rf"\b(?P<month>{_MONTH})\s+(?P<year>20\d\d)\b", re.IGNORECASE)
_A_YEAR = re.compile(r"\b20\d\d\b")

_HELD = re.compile(r"take[s]? place|held|scheduled|join us|session on|event on|invite|save the date", re.IGNORECASE)
_OTHER = re.compile(
    r"publish|adopted|judg|since|deadline|register(?:ed)? (?:by|before|until)|no later than|rsvp|by$|before$|until$"
    r"|until midnight|follow[- ]?up|next|following event|update[d]?|statement|founded|closes?",
    re.IGNORECASE,
)

_LEFT = re.compile(
    r"\s*(?:,\s*)?(?:has been|is|was|had to be)\s+(?:postponed|moved|rescheduled|changed)", re.IGNORECASE
)
_MOVED_TO = re.compile(
    r"(?:postponed|moved|rescheduled|changed)\s+(?:from .*)?to(?: \w+day,?)?$|new date:?$", re.IGNORECASE
)

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

_OTHER_TIME = re.compile(r"(?:until|deadline|doors?|before|by|closes?)\s[^.\n]{0,25}$", re.IGNORECASE)
_CLOSE = 160


@dataclass(frozen=True, slots=True)
class _Day:
    """A day that the text names. year: 0 where it is not said."""

    year: int
    month: int
    day: int
    weekday: int | None
    start: int
    end: int


def read_when(text: str, given: Sequence[Labelled], session: Session | None) -> Iterator[Reading]:
    """The readings of day, start, end, zone and duration."""
    clock = _clock(text, given)
    days = list(_days(text))
    day = _best_day(text, days, given, clock[0] if clock else None)
    iso = ""
    if day:
        year, doubt = _year(text, day, session)
        iso = f"{year}-{day.month:02}-{day.day:02}" if year else ""
        if year:
            doubt = doubt or _other_days(text, day, days) or _weekday_doubt(iso, day)
            yield Reading("day", iso, day.start, day.end, doubt)
    if clock:
        yield from _clock_readings(text, given, clock, iso)
    yield from _duration(text, given)


def day_words(text: str) -> Iterator[re.Match[str]]:
    """Where a text names days."""
    for form in _FORMS:
        yield from form.finditer(text)


def _days(text: str) -> Iterator[_Day]:
    taken: list[tuple[int, int]] = []
    for form in _FORMS:
        for found in form.finditer(text):
            if any(start < found.end() and found.start() < end for start, end in taken):
                continue
            month = found["month"]
            number = int(month) if month.isdigit() else _month(month)
            named = found["weekday"]
            try:
                date(int(found["year"] or 2024), number, int(found["day"]))
            except ValueError:
                continue
            taken.append(found.span())
            yield _Day(
                int(found["year"] or 0), number, int(found.groupdict().get("first") or found["day"]),
                next(at for at, name in enumerate(_WEEKDAYS) if name.startswith(named.lower())) if named else None,
                *found.span(),
            )  # fmt: skip


def _month(word: str) -> int:
    return next(at for at, name in enumerate(_MONTHS, 1) if name.startswith(word.lower().rstrip(".")[:3]))


def _best_day(text: str, days: Sequence[_Day], given: Sequence[Labelled], clock: tuple[int, int] | None) -> _Day | None:
    labels = [(each.start, each.start + len(each.text)) for each in given if each.kind in ("day", "time")]
    others = [
        (each.start, each.start + len(each.text))
        for each in given
        if each.kind in ("registration", "follow_up", "other")
    ]

    def weight(day: _Day) -> tuple[float, int]:
        before = text[max(0, day.start - 45) : day.start].rpartition("\n")[2].rstrip()
        after = text[day.end : day.end + 40].partition("\n")[0]
        score = 10.0 if any(start <= day.start < end for start, end in labels) else 0.0
        score -= 8 if any(start <= day.start < end for start, end in others) else 0
        score += 5 if clock and abs(day.start - clock[0]) < _CLOSE and "." not in _between(text, day, clock) else 0
        score += 3 if _HELD.search(before) or _HELD.search(after) else 0
        score += 2 if day.weekday is not None else 0
        score -= 6 if _OTHER.search(before) or _LEFT.search(after) else 0
        score += 4 if _MOVED_TO.search(before) else 0
        return score, -day.start

    return max(days, key=weight, default=None)


def _between(text: str, day: _Day, clock: tuple[int, int]) -> str:
    """What stands between a day and a time, without the dots of abbreviations."""
    begin, end = (day.end, clock[0]) if day.end <= clock[0] else (clock[1], day.start)
    return re.sub(r"\b(?:[ap]\.?m|[A-Z][a-z]{2})\.", "", text[begin:end])


def _year(text: str, day: _Day, session: Session | None) -> tuple[int, str]:
    """The year of a day, and why to doubt it; 0 where nothing tells it."""
    if day.year:
        return day.year, ""
    for found in _MONTH_AND_YEAR.finditer(text):
        if _month(found["month"]) == day.month:
            return int(found["year"]), ""
    months = council_session_months(session.number) if session and session.body == COUNCIL else None
    if months and int(months[0][5:]) - 1 <= day.month <= int(months[1][5:]) + 1:
        return int(months[0][:4]), ""
    years = sorted({int(found[0]) for found in _A_YEAR.finditer(text)}, reverse=True)
    fitting = [year for year in years if day.weekday is None or _falls_on(year, day)]
    if not fitting:
        return 0, ""
    return fitting[0], f"no year stands with the day; {fitting[0]} is the latest that the text names"


def _falls_on(year: int, day: _Day) -> bool:
    try:
        return date(year, day.month, day.day).weekday() == day.weekday
    except ValueError:
        return False


def _weekday_doubt(iso: str, day: _Day) -> str:
    if day.weekday is None or date.fromisoformat(iso).weekday() == day.weekday:
        return ""
    right = _WEEKDAYS[date.fromisoformat(iso).weekday()].capitalize()
    return f"{iso} is a {right}, and the text says {_WEEKDAYS[day.weekday].capitalize()}"


def _other_days(text: str, day: _Day, days: Sequence[_Day]) -> str:
    """Two days of the event: it may last longer than one."""
    run = re.match(r"\s*(?:-|–|and|to|&)\s*", text[day.end :])
    if re.match(
        r"(?:[A-Za-z]+,?\s+)?\d{1,2}(?:st|nd|rd|th)?\s?(?:-|–|to|and|&)\s?\d{1,2}\D", text[day.start : day.end]
    ):
        return "it lasts longer than a day, and only the first is kept"
    after = [each for each in days if run and each.start == day.end + run.end()]
    return "a second day stands beside it" if after else ""


_Clock = tuple[tuple[int, int], int, int | None, tuple[int, int] | None]
"""Place of the whole, minutes of the start and of the end, place of the end."""


def _clock(text: str, given: Sequence[Labelled]) -> _Clock | None:
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
    for found in _SINGLE.finditer(text):
        inside = any(each.start() <= found.start() < each.end() for each in ranges)
        if (
            not inside
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


def _clock_readings(text: str, given: Sequence[Labelled], clock: _Clock, iso: str) -> Iterator[Reading]:
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
