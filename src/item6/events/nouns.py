"""What is known of a side event, and what of it does not fit together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from item6.organisations.nouns import UNKNOWN

GENEVA = "Europe/Zurich"

IN_PERSON, VIRTUAL, HYBRID = FORMATS = ("in person", "virtual", "hybrid")

SCHEDULED, RESCHEDULED, MOVED_ONLINE, POSTPONED, CANCELLED = STATUSES = (
    "scheduled", "rescheduled", "moved online", "postponed", "cancelled",
)  # fmt: skip

ORGANISER, CO_ORGANISER, CO_SPONSOR = ORGANISER_ROLES = ("organiser", "co-organiser", "co-sponsor")
SPEAKER, MODERATOR = SPEAKER_ROLES = ("speaker", "moderator")

COUNCIL, WORKING_GROUP = BODIES = ("Human Rights Council", "Working Group on the UPR")

FREE = "free"
NONE = "none"


@dataclass(frozen=True, slots=True)
class Session:
    """body: one of BODIES. number: of its session."""

    body: str
    number: int


@dataclass(frozen=True, slots=True)
class Organiser:
    """An organisation behind the event. status: ECOSOC status, as organisations have it; year: since when, or None.

    consultative: it is said to have ECOSOC status, whichever; None where nothing is said.
    """

    name: str
    acronym: str = ""
    role: str = ORGANISER
    status: str = UNKNOWN
    consultative: bool | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks. post: the words behind the name, with their organisation. country: in brackets, or empty."""

    name: str
    post: str = ""
    country: str = ""
    role: str = SPEAKER


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the programme. minutes: None where they are not said. start: `14:10` in the event's zone, or empty."""

    title: str
    minutes: int | None = None
    start: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """A side event; what is empty or None is not known.

    day: ISO date. start, end: `14:00`, in the time of `zone`; an end before the start is on the next day. duration:
    minutes. languages, interpretation: ISO 639 codes (`ase` to `zsl` and `ils` are signed). captions: whether there
    are. price: `free`, or the words. dial_in: `none`, or the words. join_link: only for people who are let in.
    """

    title: str = ""
    session: Session | None = None
    day: str = ""
    start: str = ""
    end: str = ""
    zone: str = GENEVA
    duration: int | None = None
    room: str = ""
    venue: str = ""
    format: str = ""
    organisers: tuple[Organiser, ...] = ()
    programme: tuple[Part, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    languages: tuple[str, ...] = ()
    interpretation: tuple[str, ...] = ()
    captions: bool | None = None
    price: str = ""
    audience: str = ""
    dial_in: str = ""
    registration: str = ""
    join_link: str = ""
    follow_up: str = ""
    status: str = SCHEDULED


def minutes_of(clock: str) -> int:
    """Minutes since midnight of `14:10`. ValueError for what is no time of day."""
    hours, minutes = (int(part) for part in clock.split(":"))
    if not (0 <= hours < 24 and 0 <= minutes < 60):
        raise ValueError(f"{clock} is no time of day: write it as 14:10")
    return hours * 60 + minutes


def clock_of(minutes: int) -> str:
    """`14:10` of minutes since midnight, of the next day too."""
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def length_of(event: Event) -> int | None:
    """Minutes from start to end, or the duration that is said; None where neither is known."""
    if event.start and event.end:
        return (minutes_of(event.end) - minutes_of(event.start)) % (24 * 60)
    return event.duration


def contradictions(event: Event) -> Iterator[str]:
    """What of the event does not fit together, a sentence each with what to do."""
    length = length_of(event)
    if event.duration is not None and length != event.duration:
        yield (
            f"{event.start} to {event.end} is {length} minutes, and the duration is given as {event.duration}: "
            "correct one of them"
        )
    minutes = [part.minutes for part in event.programme]
    known = sum(filter(None, minutes))
    if length is not None and known > length:
        yield f"the parts of the programme take {known} minutes, and the event {length}: shorten a part"
    elif length is not None and minutes and None not in minutes and known < length:
        yield f"the parts of the programme take {known} minutes of {length}: say what the rest is for"
    if event.format == VIRTUAL and event.room:
        yield f"a virtual event has no room, and {event.room} is named: is it hybrid?"
    if event.format == IN_PERSON and event.join_link:
        yield "an event in person has no link to join, and one is given: is it hybrid?"
