"""The programme with the time at which each part begins."""

from __future__ import annotations

from collections.abc import Iterator

from item6.events.nouns import Event, Part, clock_of, length_of, minutes_of


def timetable(event: Event) -> Iterator[tuple[str, Part]]:
    """Each part with its time: as announced, or when the parts before it have ended; empty where that is not known."""
    at = minutes_of(event.start) if event.start else None
    for part in event.programme:
        at = minutes_of(part.start) if part.start else at
        yield (clock_of(at) if at is not None else ""), part
        at = at + part.minutes if at is not None and part.minutes is not None else None


def minutes_left(event: Event) -> int | None:
    """Minutes of the event that no part takes, below 0 where the parts take more; None where either is not known."""
    length, parts = length_of(event), [part.minutes for part in event.programme]
    known = [each for each in parts if each is not None]
    return length - sum(known) if length is not None and parts and len(known) == len(parts) else None
