"""Who comes to a side event: the states of a registration, places, the waiting list, and what somebody is told.

A place is taken when the person presses the button behind the link in their mail, not when the form is sent: forms
that others fill in with made-up addresses take nothing from anybody. That moment gives a turn, a number that only
grows, and the turn is the whole order of the waiting list.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from item6.events.nouns import CANCELLED, IN_PERSON, MOVED_ONLINE, POSTPONED, VIRTUAL

ROOM, ONLINE = WAYS = ("room", "online")
"""How somebody takes part. Each way has places of its own."""

ASKED, APPLIED, WAITING, PLACED = "asked", "applied", "waiting", "placed"
DECLINED, WITHDRAWN, DENIED = "declined", "withdrawn", "denied"
AFTER: Mapping[str, tuple[str, ...]] = {
    ASKED: (APPLIED, WAITING, PLACED, WITHDRAWN, DENIED),
    APPLIED: (WAITING, PLACED, DECLINED, WITHDRAWN, DENIED),
    WAITING: (PLACED, DECLINED, WITHDRAWN, DENIED),
    PLACED: (WAITING, DECLINED, WITHDRAWN, DENIED),
    DECLINED: (APPLIED, WAITING, PLACED, WITHDRAWN, DENIED),
    WITHDRAWN: (),
    DENIED: (),
}
"""Of a registration: what may follow. asked: the form was sent. applied: the button was pressed, and the organisers
look at it. What was withdrawn, or denied by who has the address, never comes back: nothing of it is kept."""

ENDED = (WITHDRAWN, DENIED)
COMING = (APPLIED, WAITING, PLACED)

TOLD_PLACED, TOLD_WAITING, TOLD_DECLINED, TOLD_CHANGED = MAILS = ("placed", "waiting", "declined", "changed")
"""The mails after the first one."""


@dataclass(frozen=True, slots=True)
class Places:
    """How many can come, each way. None: as many as want to."""

    room: int | None = None
    online: int | None = None

    def of(self, way: str) -> int | None:
        """Of one way."""
        return self.room if way == ROOM else self.online


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody on the waiting list. number: of their registration. turn: the lower one came first."""

    number: int
    way: str
    turn: int


def ways_of(format: str, status: str) -> tuple[str, ...]:
    """How one can take part in an event of a format, as it stands now."""
    if format == VIRTUAL or status == MOVED_ONLINE:
        return (ONLINE,)
    return (ROOM,) if format == IN_PERSON else WAYS


def free(places: int | None, taken: int) -> int | None:
    """How many places are free; None where there is no limit. Never less than none: whoever has a place keeps it."""
    return None if places is None else max(0, places - taken)


def admitted(waiting: Sequence[Waiting], taken: Mapping[str, int], places: Places) -> tuple[int, ...]:
    """The numbers of those who get a place now, in turn. taken: places that are held, by way.

    Nobody overtakes: who came first this way is first, and nobody waits while a place of theirs is free.
    """
    found: list[int] = []
    for way in WAYS:
        queue = sorted((each for each in waiting if each.way == way), key=lambda each: (each.turn, each.number))
        found += [each.number for each in queue[: free(places.of(way), taken.get(way, 0))]]
    return tuple(found)


def mail_due(state: str, sequence: int, *, told_state: str, told_sequence: int) -> str:
    """The mail that somebody is due, one of MAILS; empty for none. told_...: what they were told last.

    sequence: the number of the event's calendar entry, which rises when its time, room or status changes. Who is told
    of their state is told the time and room with it. Who waits for approval hears of it on the page.
    """
    if state != told_state and state in (PLACED, WAITING, DECLINED):
        return state
    if told_sequence < sequence and state in COMING:
        return TOLD_CHANGED
    return ""


def sees_join_link(state: str, way: str, format: str, status: str) -> bool:
    """Whether somebody's own page shows the link to join: only with a place online, of an event that takes place."""
    return state == PLACED and status not in (CANCELLED, POSTPONED) and (way == ONLINE or takes_online(format, status))


def takes_online(format: str, status: str) -> bool:
    """Whether everybody takes part online now."""
    return ways_of(format, status) == (ONLINE,)
