"""Days, months and years of reviews and adoptions, as English statements write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from item6.terms.calendar import MONTHS

_SHORT = {name[:3]: month for name, month in list(MONTHS.items())[:12]} | {"sept": 9}
_MONTH = (
    r"(?P<{}>January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
_DAY = r"(?P<{}>\d{{1,2}})(?:st|nd|rd|th)?"
_YEAR = r"(?P<{}>(?:19|20)\d\d)\b"
_DATE = re.compile(
    rf"\b{_DAY.format('d1')}(?: of)? {_MONTH.format('m1')},? {_YEAR.format('y1')}"
    rf"|\b{_MONTH.format('m2')} {_DAY.format('d2')},? {_YEAR.format('y2')}"
    rf"|\b{_MONTH.format('m3')},?(?: of)? {_YEAR.format('y3')}"
    rf"|\b{_DAY.format('d4')} {_MONTH.format('m4')}\b"
    rf"|\b{_MONTH.format('m5')} {_DAY.format('d5')}\b(?!\s*%)"
    rf"|(?<![\w-])(?P<y6>20\d\d)-(?P<m6>\d\d)-(?P<d6>\d\d)\b"
    rf"|(?<![\w/.-]){_YEAR.format('y7')}(?![-/%’']\w)"
)
_REVIEWED = re.compile(
    r"\breviewed\b|\breviews? (?:of|was|were|took|in|on|held)\b|(?:first|second|third|fourth|1st|2nd|3rd|4th) "
    r"(?:UPR|review)|cycle|recommendations made by|when it|issued a report|in Geneva",
    re.IGNORECASE,
)
_ADOPTED = re.compile(r"\badopt\w*", re.IGNORECASE)
_HELD = re.compile(r"(?:reviews? (?:was|were|took place|held)|reviews were held|followed by|the (?:second|third|fourth|"
                   r"most recent one)) (?:held )?(?:in|on)?\W*(?:\w+ ){0,3}(?:and )?$", re.IGNORECASE)  # fmt: skip
_LISTED = re.compile(r"reviews (?:were|took place|was) (?:held )?(?:in|on) [^.;]{0,60}$", re.IGNORECASE)
_EVENT = re.compile(r"\b(?:event|conference|summit|scheduled|take place|panel|discussion)\b", re.IGNORECASE)
_RECOMMENDED = re.compile(r"\brecommendation|\breviewed\b", re.IGNORECASE)
_LATER = re.compile(r"\b(?:by|until|before|since|to be held in|after)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dated:
    """Characters `start` to `end` of a sentence that name a day, month or year.

    iso: `2016`, `2016-01`, `2016-01-27`, or `--01-22` where no year is said.
    role: `review`, `adoption`, `event`, or empty where it is another date.
    """

    start: int
    end: int
    iso: str
    role: str


def dates(sentence: str) -> Iterator[Dated]:
    """The dates and years of a sentence, from left to right; what is no day of the calendar is left out."""
    for found in _DATE.finditer(sentence):
        parts = {key: found[f"{key}{at}"] for at in range(1, 8) for key in "ymd" if _has(found, f"{key}{at}")}
        iso = _iso(parts.get("y"), parts.get("m"), parts.get("d"))
        if iso:
            yield Dated(found.start(), found.end(), iso, _role(sentence, found, iso))


def _has(found: re.Match[str], name: str) -> bool:
    return name in found.re.groupindex and found[name] is not None


def _iso(year: str | None, month: str | None, day: str | None) -> str:
    number = 0
    if month:
        number = int(month) if month.isdigit() else _SHORT[month.lower().rstrip(".")[:3]]
    try:
        date(int(year or 2000), number or 1, int(day or 1))
    except ValueError:
        return ""
    parts = [year or "-", f"{number:02}" if number else "", f"{int(day):02}" if day else ""]
    return "-".join(part for part in parts if part)


def _role(sentence: str, found: re.Match[str], iso: str) -> str:
    """What the date is of. Years alone only where reviews are dated by them."""
    before = sentence[: found.start()]
    if (
        (iso.startswith("-") or len(iso) > len("2024-01"))
        and _EVENT.search(sentence)
        and not _RECOMMENDED.search(sentence)
    ):
        return "event"
    if _LATER.search(before) or iso.startswith("-"):
        return ""
    if len(iso) == 4:
        return "review" if _LISTED.search(before) or _HELD.search(before) else ""
    if _LISTED.search(before) or _HELD.search(before) or _REVIEWED.search(sentence):
        return "review"
    return "adoption" if _ADOPTED.search(sentence) else ""
