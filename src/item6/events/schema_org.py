"""What search engines read of an event: schema.org Event, as JSON-LD. The link to join is never in it."""

from __future__ import annotations

from typing import Any

from item6.events.nouns import (
    CANCELLED,
    FREE,
    HYBRID,
    IN_PERSON,
    MOVED_ONLINE,
    POSTPONED,
    RESCHEDULED,
    SCHEDULED,
    VIRTUAL,
    Event,
    Organiser,
)
from item6.events.times import NoTime, begins, ends

_SCHEMA = "https://schema.org/"
_MODES = {IN_PERSON: "Offline", VIRTUAL: "Online", HYBRID: "Mixed"}
_STATUSES = {
    SCHEDULED: "EventScheduled", RESCHEDULED: "EventRescheduled", MOVED_ONLINE: "EventMovedOnline",
    POSTPONED: "EventPostponed", CANCELLED: "EventCancelled",
}  # fmt: skip


def schema_org(
    event: Event, page: str, *, previous_start: str = "", description: str = "", image: str = ""
) -> dict[str, Any]:
    """An object for `<script type="application/ld+json">`.

    page: address of the event's public page, which also stands for the virtual place. previous_start: ISO moment of a
    rescheduled event's former start. description: plain words. image: address of the card. Speakers are not in it: who
    speaks at some risk is not handed to search engines as a person. NoTime without day or time; NoPlace for a place
    that is not known.
    """
    mode = _MODES.get(VIRTUAL if event.status == MOVED_ONLINE else event.format)
    if mode is None:
        raise NoPlace("whether the event is in person, virtual or hybrid is not known: say it")
    made: dict[str, Any] = {
        "@context": _SCHEMA.rstrip("/"),
        "@type": "Event",
        "name": _public(event.title, event),
        "url": page,
        "startDate": begins(event).isoformat().replace("+00:00", "Z"),
        "eventStatus": _SCHEMA + _STATUSES[event.status],
        "eventAttendanceMode": f"{_SCHEMA}{mode}EventAttendanceMode",
        "location": _location(event, mode, page),
    }
    if last := ends(event):
        made["endDate"] = last.isoformat().replace("+00:00", "Z")
    if previous_start:
        made["previousStartDate"] = previous_start
    if event.organisers:
        made["organizer"] = [_organiser(each, event) for each in event.organisers]
    if description:
        made["description"] = _public(description, event)
    if image:
        made["image"] = [image]
    if event.languages:
        made["inLanguage"] = list(event.languages)
    if event.price == FREE:
        made["isAccessibleForFree"] = True
    return made


class NoPlace(NoTime):
    """Where the event takes place is not known; the message says what to do."""


def _organiser(one: Organiser, event: Event) -> dict[str, str]:
    made = {"@type": "Organization", "name": _public(one.name, event)}
    return {**made, "url": one.website} if one.website.startswith(("https://", "http://")) else made


def _location(event: Event, mode: str, page: str) -> Any:
    online = {"@type": "VirtualLocation", "url": page}
    if mode == "Online":
        return online
    where = ", ".join(filter(None, (event.room, event.venue)))
    if not where:
        raise NoPlace("an event in person needs a place: add room or building")
    place: dict[str, Any] = {"@type": "Place", "name": _public(where, event)}
    if "Palais des Nations" in where:
        place["address"] = {"@type": "PostalAddress", "addressLocality": "Geneva", "addressCountry": "CH"}
    else:
        place["address"] = place["name"]
    return [place, online] if mode == "Mixed" else place


def _public(words: str, event: Event) -> str:
    return words.replace(event.join_link, "").strip() if event.join_link else words
