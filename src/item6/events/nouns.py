"""What is known of a side event, and what of it does not fit together."""

from __future__ import annotations

from dataclasses import dataclass, replace

from item6.organisations.nouns import UNKNOWN

GENEVA = "Europe/Zurich"

IN_PERSON, VIRTUAL, HYBRID = FORMATS = ("in person", "virtual", "hybrid")

SCHEDULED, RESCHEDULED, MOVED_ONLINE, POSTPONED, CANCELLED = STATUSES = (
    "scheduled", "rescheduled", "moved online", "postponed", "cancelled",
)  # fmt: skip

ORGANISER, CO_ORGANISER, CO_SPONSOR, PERMANENT_MISSION = ORGANISER_ROLES = (
    "organiser", "co-organiser", "co-sponsor", "Permanent Mission",
)  # fmt: skip
SPEAKER, MODERATOR, INTERPRETER = SPEAKER_ROLES = ("speaker", "moderator", "interpreter")

SHOW_NAME, SHOW_PICTURE, BE_RECORDED = CONSENTS = ("name", "picture", "recording")
"""What somebody on the panel can agree to, each by itself; what is not named was not agreed to."""

COUNCIL, WORKING_GROUP = BODIES = ("Human Rights Council", "Working Group on the UPR")

FREE = "free"
NONE = "none"

WORDS = ("title", "summary", "concept_note", "audience", "accessibility", "safety", "notice")
"""The fields that an event can say in several languages."""


@dataclass(frozen=True, slots=True)
class Session:
    """body: one of BODIES. number: of its session."""

    body: str
    number: int


@dataclass(frozen=True, slots=True)
class Organiser:
    """An organisation behind the event. status: ECOSOC status, as organisations have it; year: since when, or None.

    consultative: it is said to have ECOSOC status, whichever; None where nothing is said. books: it books the room at
    the UN, and so lends its name and approves what is published.
    """

    name: str
    acronym: str = ""
    role: str = ORGANISER
    status: str = UNKNOWN
    consultative: bool | None = None
    year: int | None = None
    website: str = ""
    books: bool = False


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, moderates or interprets. post: the words behind the name. country: in brackets, or empty.

    pseudonym: the only name that anybody outside may read (`item6.events.public`); then `name` is the legal one, which
    security at the door asks for, or empty. consents: some of CONSENTS. consented: how and when they were given.
    """

    name: str
    post: str = ""
    country: str = ""
    role: str = SPEAKER
    organisation: str = ""
    pseudonym: str = ""
    consents: tuple[str, ...] = ()
    consented: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the programme. minutes: None where they are not said. start: `14:10` in the event's zone, or empty.

    who: whose part it is, in words.
    """

    title: str
    minutes: int | None = None
    start: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """Something to be done before the event. kind: one of `item6.events.tasks.KINDS`, or empty for one's own.

    hours: how long before the event begins it must be done; below 0, after it. person: who sees to it, by the number
    of their account, or None. done: ISO date, or empty.
    """

    kind: str
    title: str = ""
    hours: int = 0
    person: int | None = None
    done: str = ""


@dataclass(frozen=True, slots=True)
class Recording:
    """A recording that can be seen. shows: names of those it shows, as `Speaker.name`; empty: everybody who spoke."""

    title: str
    address: str
    language: str = ""
    shows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """What the event says of itself in another language; what is empty is said in the event's own."""

    language: str
    title: str = ""
    summary: str = ""
    concept_note: str = ""
    audience: str = ""
    accessibility: str = ""
    safety: str = ""
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """A side event; what is empty or None is not known.

    day: ISO date. start, end: `14:00`, in the time of `zone`; an end before the start is on the next day. duration:
    minutes. languages, interpretation: ISO 639 codes (`ase` to `zsl` and `ils` are signed). captions: whether there
    are. price: `free`, or the words. dial_in: `none`, or the words. join_link: only for people who are let in; it is
    never written into a file (`item6.events.file`).

    language: of what is written here; translations: the same in others (`in_language`). summary: one paragraph;
    concept_note: Markdown, as letters have it. notice: what is said of a status that is not `scheduled`. former: the
    moment it was to begin before it was moved, ISO in UTC, or empty. recorded: whether it will be, None where nobody
    has said. review: such as `CHN-3`; themes: in the coalition's words; letters: addresses of letters; figures:
    references of Figures. statement, report: Markdown. tasks, notes, approved (the hash of
    what the ECOSOC NGO that books the room has approved, `item6.events.readiness`): of the organisers, never published.
    contact: whom the public may ask.
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
    language: str = "en"
    summary: str = ""
    concept_note: str = ""
    accessibility: str = ""
    safety: str = ""
    notice: str = ""
    former: str = ""
    recorded: bool | None = None
    platform: str = ""
    contact: str = ""
    review: str = ""
    themes: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    statement: str = ""
    report: str = ""
    recordings: tuple[Recording, ...] = ()
    translations: tuple[Words, ...] = ()
    tasks: tuple[Task, ...] = ()
    approved: str = ""
    notes: str = ""


def in_language(event: Event, language: str) -> Event:
    """The event in a language, field by field as far as there are words; `language` is that of its title then."""
    said = next((each for each in event.translations if each.language == language), None)
    if said is None or language == event.language:
        return event
    words = {name: getattr(said, name) or getattr(event, name) for name in WORDS}
    return replace(event, language=language if said.title else event.language, **words)


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
