"""What is to be done before a side event, counted back from the moment it begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from item6.events.nouns import CANCELLED, POSTPONED, VIRTUAL, Event, Task
from item6.events.times import NoTime, begins, ends

_DAY = 24

APPROVAL, ROOM, RISK, CONSENTS, CONCEPT_NOTE, INTERPRETATION, FLYER, GUEST_LIST, REPORT = KINDS = (
    "approval", "room request", "risk assessment", "consents", "concept note", "interpretation", "flyer", "guest list",
    "report",
)  # fmt: skip

HOURS = {
    APPROVAL: 35 * _DAY, ROOM: 28 * _DAY, RISK: 21 * _DAY, CONSENTS: 14 * _DAY, CONCEPT_NOTE: 21 * _DAY,
    INTERPRETATION: 14 * _DAY, FLYER: 14 * _DAY, GUEST_LIST: 2 * _DAY, REPORT: -14 * _DAY,
}  # fmt: skip
"""How long before the event, unless an organiser says otherwise. UN security asks for guest lists 48 hours before."""

TITLES = {
    APPROVAL: "Approval by the ECOSOC NGO that books the room", ROOM: "Room request", RISK: "Risk assessment",
    CONSENTS: "Consents of the panel", CONCEPT_NOTE: "Concept note", INTERPRETATION: "Interpretation and captions",
    FLYER: "Flyer", GUEST_LIST: "Guest list for UN security", REPORT: "Report of the event",
}  # fmt: skip

_IN_A_ROOM = (APPROVAL, ROOM, GUEST_LIST)
_AHEAD, _AHEAD_OF_SHORT = timedelta(days=3), timedelta(days=1)
"""How long before its date people are reminded of a task; the second of those that are due within three days."""


@dataclass(frozen=True, slots=True)
class Due:
    """A task with its date. at: UTC, or None while the event has no time. late: the date has passed."""

    task: Task
    at: datetime | None
    late: bool = False


def usual(event: Event) -> tuple[Task, ...]:
    """The tasks that an event of this format has; without a room nobody asks for one."""
    return tuple(Task(kind, hours=HOURS[kind]) for kind in KINDS if event.format != VIRTUAL or kind not in _IN_A_ROOM)


def name_of(task: Task) -> str:
    """By what a task is told from the others of its event."""
    return task.kind or task.title


def in_order(event: Event, now: datetime) -> list[Due]:
    """The tasks by date; what is done is never late."""
    moment = _begins(event)
    found = [Due(each, at, not each.done and at is not None and at < now) for each in event.tasks
             for at in (moment - timedelta(hours=each.hours) if moment else None,)]  # fmt: skip
    return sorted(found, key=lambda each: (-each.task.hours, name_of(each.task)))


def reminders(event: Event, now: datetime) -> Iterator[Due]:
    """The open tasks of which people are to be reminded by now: soon due, or late.

    Nothing of an event that is cancelled or waits for a new day. What should have been done before the event is no
    longer called for once it is over.
    """
    if event.status in (CANCELLED, POSTPONED):
        return
    try:
        over = ends(event) or begins(event)
    except NoTime:
        return
    for each in in_order(event, now):
        assert each.at is not None
        ahead = _AHEAD_OF_SHORT if 0 <= each.task.hours <= 3 * _DAY else _AHEAD
        if not each.task.done and each.at - ahead <= now and (now < over or each.task.hours < 0):
            yield each


def _begins(event: Event) -> datetime | None:
    try:
        return begins(event)
    except NoTime:
        return None
