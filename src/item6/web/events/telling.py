"""Who is told that a published event changed. Features that know of people who come name themselves here.

What is told is in the transaction of the change: neither is there without the other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from item6.events.nouns import Event as File
from item6.web.events.models import Event

TIME = ("day", "start", "end", "zone", "duration")
PLACE = ("room", "venue", "format", "join_link")
TOLD = (*TIME, *PLACE, "status", "notice")
"""Fields of which those who come must hear; with each such change the number of the calendar file rises."""


@dataclass(frozen=True, slots=True)
class Change:
    """before, after: the event with its link. fields: those of TOLD that differ, in that order."""

    before: File
    after: File
    fields: tuple[str, ...]


Listener = Callable[[Event, Change], None]
LISTENERS: list[Listener] = []


def listen(listener: Listener) -> Listener:
    """Has a function called with each such change of a published event, after its row was written."""
    LISTENERS.append(listener)
    return listener


def change_between(before: File, after: File) -> Change | None:
    """What those who come must hear; None where there is nothing."""
    found = tuple(name for name in TOLD if getattr(before, name) != getattr(after, name))
    return Change(before, after, found) if found else None


def tell(event: Event, change: Change) -> None:
    """Tells everybody who listens."""
    for listener in LISTENERS:
        listener(event, change)
