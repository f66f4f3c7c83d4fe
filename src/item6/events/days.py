"""The day of an event, as announcements write it, and what makes one doubt it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from item6.events.lines import Labelled
from item6.events.nouns import COUNCIL, Session
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

_CLOSE = 160


@dataclass(frozen=True, slots=True)
class Day:
    """A day that the text names. year: 0 where it is not said."""

    year: int
    month: int
    day: int
    weekday: int | None
    start: int
    end: int


def day_words(text: str) -> Iterator[re.Match[str]]:
    """Where a text names days."""
    for form in _FORMS:
        yield from form.finditer(text)


def every_day(text: str) -> Iterator[Day]:
    """Each day that a text names, once."""
    taken = bytearray(len(text))  # of each character, whether a day was read from it
    for form in _FORMS:
        for found in form.finditer(text):
            if any(taken[found.start() : found.end()]):
                continue
            month = found["month"]
            number = int(month) if month.isdigit() else _month(month)
            named = found["weekday"]
            try:
                date(int(found["year"] or 2024), number, int(found["day"]))
            except ValueError:
                continue
            taken[found.start() : found.end()] = b"\1" * len(found[0])
            yield Day(
                int(found["year"] or 0), number, int(found.groupdict().get("first") or found["day"]),
                next(at for at, name in enumerate(_WEEKDAYS) if name.startswith(named.lower())) if named else None,
                *found.span(),
            )  # fmt: skip


def _month(word: str) -> int:
    return next(at for at, name in enumerate(_MONTHS, 1) if name.startswith(word.lower().rstrip(".")[:3]))


def best_day(text: str, days: Sequence[Day], given: Sequence[Labelled], clock: tuple[int, int] | None) -> Day | None:
    """The day that is most likely the event's. clock: the place of its time, or None."""
    labels = [(each.start, each.start + len(each.text)) for each in given if each.kind in ("day", "time")]
    others = [
        (each.start, each.start + len(each.text))
        for each in given
        if each.kind in ("registration", "follow_up", "other")
    ]

    def weight(day: Day) -> tuple[float, int]:
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


def _between(text: str, day: Day, clock: tuple[int, int]) -> str:
    """What stands between a day and a time, without the dots of abbreviations."""
    begin, end = (day.end, clock[0]) if day.end <= clock[0] else (clock[1], day.start)
    return re.sub(r"\b(?:[ap]\.?m|[A-Z][a-z]{2})\.", "", text[begin:end])


def year_of(text: str, day: Day, session: Session | None) -> tuple[int, str]:
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


def _falls_on(year: int, day: Day) -> bool:
    try:
        return date(year, day.month, day.day).weekday() == day.weekday
    except ValueError:
        return False


def weekday_doubt(iso: str, day: Day) -> str:
    """That the weekday of the text is not that of the day; empty where it is."""
    if day.weekday is None or date.fromisoformat(iso).weekday() == day.weekday:
        return ""
    right = _WEEKDAYS[date.fromisoformat(iso).weekday()].capitalize()
    return f"{iso} is a {right}, and the text says {_WEEKDAYS[day.weekday].capitalize()}"


def other_days(text: str, day: Day, days: Sequence[Day]) -> str:
    """Two days of the event: it may last longer than one."""
    run = re.match(r"\s*(?:-|–|and|to|&)\s*", text[day.end :])
    if re.match(
        r"(?:[A-Za-z]+,?\s+)?\d{1,2}(?:st|nd|rd|th)?\s?(?:-|–|to|and|&)\s?\d{1,2}\D", text[day.start : day.end]
    ):
        return "it lasts longer than a day, and only the first is kept"
    after = [each for each in days if run and each.start == day.end + run.end()]
    return "a second day stands beside it" if after else ""
