"""The cycles that words name: `third cycle`, `its 2018 review`, `the 45th session of the Working Group`, a date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from item6.checks.dates import dates
from item6.terms.calendar import SESSIONS, cycle_of_council_session, cycle_of_session, session_from_words

Known = Mapping[int, int | None]
"""The reviews that a record knows of a State: cycle to session, None where it is not known."""

_REVIEW = r"(?:cycle|round|UPR|review|universal periodic(?:al)? review)"
_ORDINAL = re.compile(
    rf"\b(?P<word>first|second|third|fourth|1st|2nd|3rd|4th)[- ](?:(?:and \w+|ever|national|full|\(?UPR\)?|universal|"
    rf"periodic) )*{_REVIEW}\b|\b{_REVIEW}(?:'s)? (?P<figure>[1-4])(?:st|nd|rd|th)?\b(?! \w+day)"
    r"(?!\s+(?:States|countries|delegations|recommendations)\b)",
    re.IGNORECASE,
)
_CYCLE_BEHIND = re.compile(r"\b(?:UPR|review|cycle)\s+(?P<word>first|second|third|fourth|1st|2nd|3rd|4th) cycle", re.I)
_SESSION = re.compile(
    r"\b(?P<number>[\w-]+)(?:st|nd|rd|th)? session of the (?:UN |United Nations )?"
    r"(?P<of>UPR|Universal|Working|Human|HRC|Council)",
    re.I,
)
_RELATIVE = re.compile(rf"\b(?P<word>previous|last|preceding|earlier|prior) (?:UPR )?{_REVIEW}\b", re.IGNORECASE)
_ADOPTED_AFTER = timedelta(days=240)
"""Setting: the Council adopts the outcome of a review within eight months of it."""
_SPOKEN_OF = timedelta(days=600)
"""Setting: a date within so many days after a review speaks of that review."""


@dataclass(frozen=True, slots=True)
class Said:
    """A cycle that is named at a place of a sentence. sure: as a cycle or review, not only by a date or year."""

    start: int
    cycle: int
    sure: bool


def cycles_said(sentence: str, state: str, known: Mapping[str, Known], now: int | None = None) -> list[Said]:
    """The cycles that a sentence names for a State, from left to right. now: the one spoken of before it."""
    found = [*_ordinals(sentence), *_sessions(sentence), *_years(sentence, known.get(state, {}))]
    for each in _RELATIVE.finditer(sentence):
        current = now or max(known.get(state, {}), default=0)
        if current > 1:
            found.append(Said(each.start(), current - 1, True))
    return sorted(found, key=lambda each: each.start)


def _ordinals(sentence: str) -> Iterator[Said]:
    for found in _ORDINAL.finditer(sentence):
        cycle = int(found["figure"]) if found["figure"] else session_from_words(found["word"])
        if cycle:
            yield Said(found.start(), cycle, True)


def _sessions(sentence: str) -> Iterator[Said]:
    """By a session of the Working Group, or of the Council that adopted the outcome."""
    for found in _SESSION.finditer(sentence):
        number = session_from_words(found["number"])
        council = found["of"].lower() in ("human", "hrc", "council")
        cycle = (cycle_of_council_session if council else cycle_of_session)(number) if number else None
        if cycle:
            yield Said(found.start(), cycle, True)


def _years(sentence: str, known: Known) -> Iterator[Said]:
    for found in dates(sentence):
        cycle = _of_year(int(found.iso), known) if len(found.iso) == 4 else cycle_of_day(found.iso, known)
        if cycle:
            sure = bool(re.match(rf"\s*(?:\w+ )?{_REVIEW}\b", sentence[found.end : found.end + 40], re.IGNORECASE))
            yield Said(found.start, cycle, sure or found.role == "review")


def _of_year(year: int, known: Known) -> int | None:
    """The cycle reviewed in a year; else the one whose outcome was adopted in it (China's `2014 review` is of 2013)."""
    begins = {cycle: _begin(session) for cycle, session in known.items() if session in SESSIONS}
    held = [cycle for cycle, day in begins.items() if day.year == year]
    adopted = [cycle for cycle, day in begins.items() if (day + _ADOPTED_AFTER).year == year]
    if held or adopted:
        return (held or adopted)[0]
    cycles = {cycle_of_session(each.number) for each in SESSIONS.values() if each.year == year} - set(begins)
    return cycles.pop() if len(cycles) == 1 else None


def cycle_of_day(iso: str, known: Known) -> int | None:
    """The cycle of the last review before a day or month (`2024-06-11`, `2024-06`); None where that is open."""
    if len(iso) == len("2024") or iso.startswith("-"):
        return None
    day = date.fromisoformat(iso) if len(iso) == 10 else date.fromisoformat(f"{iso}-28")
    begins = {cycle: _begin(session) for cycle, session in known.items() if session in SESSIONS}
    held = {cycle: each for cycle, each in begins.items() if timedelta(-2) <= day - each <= _SPOKEN_OF}
    if held:
        return max(held)
    span = (day - _ADOPTED_AFTER, day)
    cycles = {cycle_of_session(each.number) for each in SESSIONS.values() if span[0] <= _begin(each.number) <= span[1]}
    cycles -= set(begins)
    return cycles.pop() if len(cycles) == 1 else None


def _begin(session: int | None) -> date:
    return date.fromisoformat(SESSIONS[session or 1].begins)
