"""The cycles that words name: `third cycle`, `its 2018 review`, `the 45th session of the Working Group`, a date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from item6.checks.cues import Cues
from item6.checks.dates import dates
from item6.checks.ordinals import ordinal_value
from item6.terms.calendar import LAST_SESSION_OF_CYCLE, SESSIONS, cycle_of_council_session, cycle_of_session
from item6.terms.reviewed import sessions_of

Known = Mapping[int, int | None]
"""The reviews that a record knows of a State: cycle to session, None where it is not known."""

_LOOK_AHEAD, _LOOK_BACK = 40, 80
_ADOPTED_AFTER = timedelta(days=240)
"""Setting: the Council adopts the outcome of a review within eight months of it."""
_SPOKEN_OF = timedelta(days=600)
"""Setting: a date within so many days after a review speaks of that review."""


@dataclass(frozen=True, slots=True)
class Said:
    """A cycle that is named at a place of a sentence. sure: as a cycle or review, not only by a date or year.

    is_date: by a date or year at all.
    """

    start: int
    cycle: int
    sure: bool
    is_date: bool = False


def cycles_said(
    sentence: str, state: str, known: Mapping[str, Known], cues: Cues, now: int | None = None
) -> list[Said]:
    """The cycles that a sentence names for a State, from left to right. now: the one spoken of before it."""
    dated = held(state, known)
    found = [*_ordinals(sentence, cues), *_sessions(sentence, cues), *_years(sentence, dated, cues)]
    for each in cues.cycles.relative.finditer(sentence):
        current = now or max(known.get(state, {}), default=0)
        if current > 1:
            found.append(Said(each.start(), current - 1, True))
    return sorted(found, key=lambda each: each.start)


def held(state: str, known: Mapping[str, Known]) -> Known:
    """The reviews of a State with their sessions, by the calendar and by a record, which goes before it."""
    return {**sessions_of(state), **known.get(state, {})}


def _ordinals(sentence: str, cues: Cues) -> Iterator[Said]:
    for pattern in (cues.cycles.ordinal, cues.cycles.behind, cues.cycles.figure):
        for found in pattern.finditer(sentence):
            said = found.groupdict()
            cycle = int(said["figure"]) if said.get("figure") else ordinal_value(cues.cycles.ordinals, said["word"])
            if cycle and cycle <= max(LAST_SESSION_OF_CYCLE):
                yield Said(found.start(), cycle, True)


def sessions_said(sentence: str, cues: Cues) -> Iterator[tuple[int, int, int, bool]]:
    """Start, end and number of each session that a sentence names, and whether it is one of the Council."""
    for found in cues.cycles.session.finditer(sentence):
        number = int(found["number"]) if found["number"] else ordinal_value(cues.cycles.ordinals, found["word"])
        if number:
            at = "number" if found["number"] else "word"
            yield found.start(at), found.end(), number, bool(cues.cycles.council.search(found["of"]))


def _sessions(sentence: str, cues: Cues) -> Iterator[Said]:
    """By a session of the Working Group, or of the Council that adopted the outcome."""
    for start, _, number, is_council in sessions_said(sentence, cues):
        cycle = (cycle_of_council_session if is_council else cycle_of_session)(number)
        if cycle:
            yield Said(start, cycle, True)


def _years(sentence: str, known: Known, cues: Cues) -> Iterator[Said]:
    for found in dates(sentence, cues.dates):
        cycle = _of_year(int(found.iso), known) if len(found.iso) == 4 else cycle_of_day(found.iso, known)
        if cycle:
            before, after = sentence[: found.start], sentence[found.end : found.end + _LOOK_AHEAD]
            sure = bool(cues.cycles.year_review.match(after) or cues.dates.dated.search(before[-_LOOK_BACK:]))
            yield Said(found.start, cycle, sure or found.role == "review", is_date=True)


def _of_year(year: int, known: Known) -> int | None:
    """The cycle reviewed in a year; else the one whose outcome was adopted in it (China's `2014 review` is of 2013)."""
    begins = {cycle: _begin(session) for cycle, session in known.items() if session in SESSIONS}
    mine = [cycle for cycle, day in begins.items() if day.year == year]
    adopted = [cycle for cycle, day in begins.items() if (day + _ADOPTED_AFTER).year == year]
    if mine or adopted:
        return (mine or adopted)[0]
    cycles = {cycle_of_session(each.number) for each in SESSIONS.values() if each.year == year} - set(begins)
    return cycles.pop() if len(cycles) == 1 else None


def cycle_of_day(iso: str, known: Known) -> int | None:
    """The cycle of the last review before a day or month (`2024-06-11`, `2024-06`); None where that is open.

    known: as `held` gives it.
    """
    day = _day(iso)
    if day is None:
        return None
    begins = {cycle: _begin(session) for cycle, session in known.items() if session in SESSIONS}
    last = max((cycle for cycle, each in begins.items() if day - each >= timedelta(-2)), default=None)
    if last and (day - begins[last] <= _SPOKEN_OF or last + 1 in begins):
        return last
    span = (day - _ADOPTED_AFTER, day)
    cycles = {cycle_of_session(each.number) for each in SESSIONS.values() if span[0] <= _begin(each.number) <= span[1]}
    cycles -= set(begins)
    return cycles.pop() if len(cycles) == 1 else None


def current_of_day(iso: str, known: Known) -> int | None:
    """The cycle before which a review is `the previous one` on a day: the next, once the last lies long ago."""
    last, day = cycle_of_day(iso, known), _day(iso)
    session = known.get(last or 0)
    if last is None or day is None or session not in SESSIONS:
        return last
    return last if day - _begin(session) <= _SPOKEN_OF else last + 1


def _day(iso: str) -> date | None:
    """A day, or the 28th of a month; None for a year alone and for days without year."""
    if len(iso) == len("2024") or iso.startswith("-"):
        return None
    return date.fromisoformat(iso) if len(iso) == len("2024-06-11") else date.fromisoformat(f"{iso}-28")


def _begin(session: int | None) -> date:
    return date.fromisoformat(SESSIONS[session or 1].begins)
