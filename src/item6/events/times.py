"""When an event is, in UTC: the one place where its clock meets its zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from item6.events.nouns import Event, length_of, minutes_of


class NoTime(ValueError):
    """The event cannot be put into a calendar; the message says why and what to do."""


def begins(event: Event) -> datetime:
    """The first moment, in UTC. NoTime without day, start or known zone, or where clocks skip that moment.

    A time that a change of the clocks makes twice is the first of the two (RFC 5545, section 3.3.5).
    """
    if not (event.day and event.start):
        missing = "day" if not event.day else "time"
        raise NoTime(f"the {missing} of the event is not known: add it to the announcement")
    try:
        zone = ZoneInfo(event.zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise NoTime(f"“{event.zone}” is no time zone: write it as Europe/Zurich") from None
    try:
        midnight = datetime.combine(date.fromisoformat(event.day), datetime.min.time())
        local = midnight + timedelta(minutes=minutes_of(event.start))
    except ValueError as error:
        raise NoTime(f"{event.day} {event.start}: {error}") from None
    moment = local.replace(tzinfo=zone).astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) != local:
        raise NoTime(f"clocks in {event.zone} skip {event.start} on {event.day}: choose another time")
    return moment


def ends(event: Event) -> datetime | None:
    """The last moment, in UTC; None where neither end nor duration is known. NoTime as `begins`.

    An end that is said is the time that clocks show; a duration is counted in real minutes.
    """
    first = begins(event)
    if event.end:
        local = date.fromisoformat(event.day) + timedelta(days=minutes_of(event.end) <= minutes_of(event.start))
        zone = ZoneInfo(event.zone)
        wall = datetime.combine(local, datetime.min.time()) + timedelta(minutes=minutes_of(event.end))
        last = wall.replace(tzinfo=zone).astimezone(UTC)
        if last.astimezone(zone).replace(tzinfo=None) != wall:
            raise NoTime(f"clocks in {event.zone} skip {event.end} on {local}: choose another time")
        return last if last > first else wall.replace(tzinfo=zone, fold=1).astimezone(UTC)
    length = length_of(event)
    return first + timedelta(minutes=length) if length else None
