"""Calendar files (iCalendar, RFC 5545) of an event: times in UTC, one UID for life, a number that grows."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime

from icalendar import Calendar
from icalendar import Event as Entry

from item6.events.nouns import CANCELLED, MOVED_ONLINE, NONE, ORGANISER, POSTPONED, VIRTUAL, Event
from item6.events.times import begins, ends

_OURS = uuid.UUID("6f1c8a1e-5d0b-5b52-9f0e-3a6f2f1d7c66")
"""The namespace of UIDs that are made of titles."""

_STATUS = {CANCELLED: "CANCELLED", POSTPONED: "TENTATIVE"}
_SAYS = {CANCELLED: "This event is cancelled.", POSTPONED: "This event is postponed; the new day is not yet known.",
         MOVED_ONLINE: "This event was moved online."}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a calendar file that was sent before says of itself. sequence: its number."""

    uid: str
    sequence: int


class NotACalendar(ValueError):
    """The file is no calendar file of one event."""


def uid_of(event: Event) -> str:
    """A UID of title and session: the same after day, time, room and format have changed."""
    session = f"{event.session.body} {event.session.number}" if event.session else ""
    return f"{uuid.uuid5(_OURS, ' '.join(f'{event.title} {session}'.casefold().split()))}@item6"


def calendar_file(
    event: Event, *, stamp: datetime, uid: str = "", sequence: int = 0, with_join_link: bool = False, page: str = ""
) -> bytes:
    """The file of one event.

    stamp: when it is made, with its zone. uid: by default of title and session. sequence: one more with each change.
    with_join_link: only in files for people who are let in; without it the link stands nowhere in the file, not even
    where it was written into another field. page: address of the event's public page.
    NoTime where day or time are not known.
    """
    if stamp.tzinfo is None:
        raise ValueError("the stamp needs a zone")
    shown = Entry()
    shown.add("uid", uid or uid_of(event))
    shown.add("dtstamp", stamp.astimezone(UTC).replace(microsecond=0))
    shown.add("sequence", sequence)
    shown.add("dtstart", begins(event))
    if last := ends(event):
        shown.add("dtend", last)
    link = "" if with_join_link else event.join_link
    shown.add("summary", _without(event.title or "Side event", link))
    if where := place_of(event):
        shown.add("location", _without(where, link))
    shown.add("description", _without("\n".join(_description(event)), link))
    shown.add("status", _STATUS.get(event.status, "CONFIRMED"))
    if with_join_link and event.join_link:
        shown.add("url", event.join_link)
    elif page:
        shown.add("url", page)
    whole = Calendar()
    whole.add("prodid", "-//item6//side events//EN")
    whole.add("version", "2.0")
    whole.add("method", "CANCEL" if event.status == CANCELLED else "PUBLISH")
    whole.add_component(shown)
    return bytes(whole.to_ical())


def earlier(contents: bytes) -> Earlier:
    """UID and number of a calendar file that was sent before. NotACalendar where it is none of one event."""
    try:
        entries = list(Calendar.from_ical(contents).walk("VEVENT"))
        if len(entries) != 1:
            raise NotACalendar(f"it holds {len(entries)} events: name the calendar file that was sent for this event")
        return Earlier(str(entries[0]["UID"]), int(entries[0].get("SEQUENCE", 0)))
    except (KeyError, ValueError, TypeError) as error:
        if isinstance(error, NotACalendar):
            raise
        raise NotACalendar("it is no calendar file: name the .ics that was sent for this event") from None


def place_of(event: Event) -> str:
    """Where people go: room and building, or `Online`; empty where nothing is known."""
    if event.format == VIRTUAL or event.status == MOVED_ONLINE:
        return "Online"
    return ", ".join(filter(None, (event.room, event.venue)))


def _description(event: Event) -> list[str]:
    said = [_SAYS.get(event.status, "")]
    said.append(f"Format: {event.format}" if event.format else "")
    for role in dict.fromkeys((ORGANISER, *(each.role for each in event.organisers))):
        names = [each.name for each in event.organisers if each.role == role]
        said.append(f"{role.capitalize()}: {', '.join(names)}" if names else "")
    said += [
        f"Price: {event.price}" if event.price else "",
        f"Who may attend: {event.audience}" if event.audience else "",
    ]
    if event.registration and event.registration != NONE:
        said.append(f"Registration: {event.registration}")
    said.append(
        f"Times are those of {event.zone.replace('_', ' ')}: {event.start}{f' to {event.end}' if event.end else ''}"
    )
    return [line for line in said if line]


def _without(words: str, link: str) -> str:
    """The words without a link that is not for everybody."""
    return words.replace(link, "(link sent after registration)") if link else words
