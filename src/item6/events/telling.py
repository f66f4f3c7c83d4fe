"""A public event in the words of a language: when, where, by whom, and what one asks before coming."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from item6.events import nouns, phrases
from item6.events.nouns import Organiser, Speaker, length_of
from item6.events.public import PublicEvent
from item6.events.times import NoTime, begins, ends
from item6.events.voice import Voice
from item6.events.zones import Local, local
from item6.organisations.nouns import GENERAL, ROSTER, SPECIAL, UNKNOWN
from item6.terms.names import ReviewName

_STATUSES = {nouns.CANCELLED: phrases.CANCELLED, nouns.POSTPONED: phrases.POSTPONED,
             nouns.RESCHEDULED: phrases.RESCHEDULED, nouns.MOVED_ONLINE: phrases.MOVED_ONLINE}  # fmt: skip
_ROLES = {nouns.ORGANISER: phrases.ORGANISED_BY, nouns.CO_ORGANISER: phrases.CO_ORGANISED_BY,
          nouns.CO_SPONSOR: phrases.CO_SPONSORED_BY, nouns.PERMANENT_MISSION: phrases.MISSIONS}  # fmt: skip
_SPEAKING = {nouns.MODERATOR: phrases.MODERATION, nouns.INTERPRETER: phrases.INTERPRETING}
_HELD = {GENERAL: phrases.GENERAL, SPECIAL: phrases.SPECIAL, ROSTER: phrases.ROSTER}
_FORMATS = {nouns.IN_PERSON: phrases.IN_PERSON, nouns.VIRTUAL: phrases.ONLINE, nouns.HYBRID: phrases.HYBRID}


@dataclass(frozen=True, slots=True)
class Fact:
    """Something one asks before coming. name: for programs and styles."""

    name: str
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Group:
    """Organisers of a role. label: the role; status: of the group, in words, or empty where nobody's is known."""

    label: str
    status: str
    organisers: tuple[Organiser, ...]


def kicker(event: PublicEvent, voice: Voice) -> str:
    """What it is, above the title: `Side event · 55th session of the Human Rights Council`."""
    return " · ".join(filter(None, (voice.says(phrases.SIDE_EVENT), session(event, voice))))


def session(event: PublicEvent, voice: Voice) -> str:
    """The session beside which it is held, else the review; empty without one."""
    if event.session:
        council = event.session.body == nouns.COUNCIL
        words = phrases.SESSION_OF_COUNCIL if council else phrases.SESSION_OF_GROUP
        return voice.says(words, ordinal=voice.ordinal(event.session.number))
    return review(event, voice)


def review(event: PublicEvent, voice: Voice) -> str:
    """The review that it is about; empty without one."""
    state, _, cycle = event.review.rpartition("-")
    if not (state and cycle.isdigit()):
        return ""
    name = ReviewName(state, int(cycle))
    return voice.says(phrases.REVIEW, state=voice.tongue.state(name.state), cycle=name.cycle)


def status(event: PublicEvent, voice: Voice) -> str:
    """What became of it; empty for an event as it was announced."""
    return voice.says(_STATUSES[event.status]) if event.status in _STATUSES else ""


def moments(event: PublicEvent) -> tuple[datetime, datetime | None] | None:
    """First and last moment in UTC; None where they are not known, or no longer, as of a postponed event."""
    if event.status == nouns.POSTPONED:
        return None
    try:
        return begins(event), ends(event)
    except NoTime:
        return None


def when(event: PublicEvent, voice: Voice, *zones: str) -> tuple[str, ...]:
    """The day, then the hours in the event's own zone, then in others, one line each.

    zones: others that are told, where the clocks there show another time.
    """
    known = moments(event)
    if known is None:
        if event.status == nouns.POSTPONED:
            return (voice.says(phrases.NEW_DAY_UNKNOWN),)
        return (_begun(_day(event, voice)) or voice.says(phrases.DAY_UNKNOWN),)
    first, last = known
    own = local(first, event.zone)
    lines = [_begun(voice.day(own.day)), hours(first, last, event.zone, voice)]
    for zone in zones:
        there = local(first, zone)
        if there.offset != own.offset:
            day = f"{voice.day(there.day)}, " if there.day != own.day else ""
            lines.append(f"{day}{hours(first, last, zone, voice)}")
    return tuple(lines)


def hours(first: datetime, last: datetime | None, zone: str, voice: Voice) -> str:
    """`14:00–15:30, Geneva time (UTC+1)`."""
    there = local(first, zone)
    return voice.says(phrases.CLOCK, clock=span(there, local(last, zone) if last else None, voice),
                      zone=zone_words(zone, there, voice))  # fmt: skip


def span(first: Local, last: Local | None, voice: Voice) -> str:
    """`14:00 to 15:30`, or the beginning alone."""
    return voice.says(phrases.SPAN, start=first.clock, end=last.clock) if last else first.clock


def zone_words(zone: str, shown: Local, voice: Voice) -> str:
    """`Geneva time (UTC+1)`, `time of New York (UTC−4)`, `UTC`."""
    if zone == "UTC":
        return "UTC"
    if zone == nouns.GENEVA:
        return f"{voice.says(phrases.GENEVA_TIME)} ({shown.ahead})"
    place = zone.rpartition("/")[2].replace("_", " ")
    return f"{voice.says(phrases.TIME_OF, place=place)} ({shown.ahead})"


def former(event: PublicEvent, voice: Voice) -> str:
    """A sentence on the moment it was announced for before it was moved or postponed; empty for others."""
    try:
        if event.status == nouns.POSTPONED:
            moment: datetime | None = begins(event)
        else:
            moment = datetime.fromisoformat(event.former).astimezone(UTC) if event.former else None
        shown = local(moment, event.zone) if moment else None
    except ValueError:
        return ""
    if shown is None or event.status not in (nouns.RESCHEDULED, nouns.POSTPONED):
        return ""
    zone = zone_words(event.zone, shown, voice)
    said = voice.says(phrases.CLOCK, clock=f"{voice.day(shown.day)}, {shown.clock}", zone=zone)
    return voice.says(phrases.FORMER, moment=said)


def where(event: PublicEvent, voice: Voice) -> tuple[str, ...]:
    """Room and building, and whether it is online, one line each."""
    if event.format == nouns.VIRTUAL or event.status == nouns.MOVED_ONLINE:
        return tuple(filter(None, (voice.says(phrases.ONLINE), event.platform)))
    place = ", ".join(filter(None, (event.room, event.venue))) or voice.says(phrases.PLACE_UNKNOWN)
    if event.format != nouns.HYBRID:
        return (place,)
    online = voice.says(phrases.AND_ONLINE)
    return (place, f"{online} ({event.platform})" if event.platform else online)


def facts(event: PublicEvent, voice: Voice) -> tuple[Fact, ...]:
    """What one asks before coming, as far as it is known, in the order in which people ask."""
    return tuple(each for each in _facts(event, voice) if each.words)


def groups(event: PublicEvent, voice: Voice) -> tuple[Group, ...]:
    """Those behind the event, by role, and within a role by whether they have ECOSOC status."""
    return tuple(
        Group(voice.says(label), voice.says(words) if words and role != nouns.PERMANENT_MISSION else "", tuple(these))
        for role, label in _ROLES.items()
        for held, words in _standing(event, role)
        if (these := [each for each in event.organisers if each.role == role and _has_status(each) is held])
    )


def held(organiser: Organiser, voice: Voice) -> str:
    """What is said of an organisation's status: `ECOSOC special consultative status since 2011`; empty for nothing."""
    words = _HELD.get(organiser.status, phrases.CONSULTATIVE if organiser.consultative else "")
    if not words:
        return ""
    said = voice.says(words)
    return voice.says(phrases.SINCE, status=said, year=organiser.year) if organiser.year else said


def name_of(organiser: Organiser) -> str:
    """Name with acronym."""
    return f"{organiser.name} ({organiser.acronym})" if organiser.acronym else organiser.name


def speaker_named(one: Speaker, voice: Voice) -> str:
    """The name, or that it is not said."""
    return one.name or voice.says(phrases.NOT_NAMED)


def post_of(one: Speaker) -> str:
    """Post, organisation and country, as far as they are said."""
    words = ", ".join(filter(None, (one.post, one.organisation)))
    return " ".join(filter(None, (words, f"({one.country})" if one.country else "")))


def speaking(one: Speaker, voice: Voice) -> str:
    """The role of those who do not just speak."""
    return voice.says(_SPEAKING[one.role]) if one.role in _SPEAKING else ""


def _begun(line: str) -> str:
    """A line by itself, which begins with a capital letter in every language that has them."""
    return line[:1].upper() + line[1:]


def _day(event: PublicEvent, voice: Voice) -> str:
    try:
        return voice.day(event.day) if event.day else ""
    except ValueError:
        return ""


def _facts(event: PublicEvent, voice: Voice) -> Iterator[Fact]:
    says = voice.says
    online = event.format == nouns.VIRTUAL or event.status == nouns.MOVED_ONLINE
    form = phrases.ONLINE if online else _FORMATS.get(event.format, "")
    length = length_of(event) if event.status != nouns.POSTPONED or event.duration else None
    free = says(phrases.FREE) if event.price == nouns.FREE else event.price
    captions = "" if event.captions is None else says(phrases.YES if event.captions else phrases.NO)
    dial_in = says(phrases.NOT_AVAILABLE) if event.dial_in == nouns.NONE else event.dial_in
    needed = says(phrases.NOT_NEEDED) if event.registration == nouns.NONE else event.registration
    recorded = "" if event.recorded is None else says(phrases.RECORDED if event.recorded else phrases.NOT_RECORDED)
    yield Fact("format", says(phrases.FORMAT), says(form) if form else "")
    yield Fact("duration", says(phrases.DURATION), says(phrases.MINUTES, minutes=length) if length else "")
    yield Fact("price", says(phrases.PRICE), free)
    yield Fact("audience", says(phrases.AUDIENCE), event.audience)
    yield Fact("languages", says(phrases.LANGUAGES), _listed(event.languages, voice))
    yield Fact("interpretation", says(phrases.INTERPRETATION), _listed(event.interpretation, voice))
    yield Fact("captions", says(phrases.CAPTIONS), captions)
    yield Fact("dial-in", says(phrases.DIAL_IN), dial_in)
    yield Fact("accessibility", says(phrases.ACCESSIBILITY), event.accessibility)
    yield Fact("recording", says(phrases.RECORDING), recorded)
    yield Fact("registration", says(phrases.REGISTRATION), needed)
    yield Fact("contact", says(phrases.CONTACT), event.contact)


def _listed(codes: tuple[str, ...], voice: Voice) -> str:
    comma = "، " if voice.language == "ar" else ", "
    return comma.join(voice.language_named(code) for code in codes)


def _has_status(one: Organiser) -> bool | None:
    if one.status in _HELD:
        return True
    return one.consultative if one.status == UNKNOWN else False


def _standing(event: PublicEvent, role: str) -> tuple[tuple[bool | None, str], ...]:
    """The groups of a role; where nobody's status is known, nothing is said of it."""
    known = any(_has_status(each) is not None for each in event.organisers if each.role == role)
    return ((True, phrases.WITH_STATUS), (False, phrases.WITHOUT_STATUS),
            (None, phrases.STATUS_NOT_STATED if known else ""))  # fmt: skip
