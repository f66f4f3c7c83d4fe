"""What keeps an event from being published, and what a person should look at before it is."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from dataclasses import field as given

from item6.events.naming import forms_of, parts_of, spans
from item6.events.nouns import HYBRID, IN_PERSON, SHOW_NAME, VIRTUAL, WORDS, Event, length_of
from item6.events.public import protected
from item6.events.times import NoTime, begins, ends

SENTENCES = {
    "title": "The event has no title: write one.",
    "time": "Day and time are not known, or the clocks skip them: give both.",
    "end": "Neither end nor duration is known: give one, so that calendars can show it.",
    "format": "Say whether the event is in person, virtual or hybrid.",
    "place": "People are to come, and no room or building is named: name one.",
    "organisers": "No organiser is named: add at least one.",
    "leak": "The legal name of somebody who is not to be named stands in “%(field)s”: take it out.",
    "link": "The link to join stands in “%(field)s”, which anybody can read: take it out.",
    "approval": "The ECOSOC NGO that books the room has not approved title and texts as they are now: ask it, then say "
    "in the tasks that it did.",
    "part of a name": "“%(word)s”, part of a name that is not to be known, stands in “%(field)s”: is it that person?",
    "programme too long": "The parts of the programme take %(parts)s minutes, and the event %(event)s: shorten a part.",
    "programme too short": "The parts of the programme take %(parts)s minutes of %(event)s: say what the rest is for.",
    "duration": "From start to end are %(event)s minutes, and the duration is given as %(given)s: correct one of them.",
    "virtual room": "A virtual event has no room, and %(room)s is named: is it hybrid?",
    "link in person": "An event in person has no link to join, and one is given: is it hybrid?",
    "booking": "No organiser is said to book the room, so nobody approves what is published: tick the one that does.",
    "not asked": "Neither agreed to be named nor under a pseudonym: %(count)s of the panel. They have no name there.",
    "languages": "In which languages it is held is not said.",
    "audience": "Who may attend is not said.",
    "accessibility": "Nothing is said about accessibility: say how people get in, and whom to ask.",
    "safety": "Speakers are under a pseudonym, and there is no safety notice: say what may not be filmed or shared.",
    "panel": "All of the panel that is known comes from one organisation: whose voice is missing?",
}  # fmt: skip
"""What is wrong, and what to do."""

BLOCKING = ("title", "time", "format", "place", "organisers", "leak", "link", "approval")


@dataclass(frozen=True, slots=True)
class Problem:
    """code: a key of SENTENCES. field: of Event, where it is to be mended. words: what the sentence takes."""

    code: str
    field: str
    words: dict[str, str | int] = given(default_factory=dict)

    @property
    def blocks(self) -> bool:
        """Whether the event cannot be published with it."""
        return self.code in BLOCKING

    @property
    def sentence(self) -> str:
        """In English."""
        return SENTENCES[self.code] % self.words


def problems(event: Event) -> Iterator[Problem]:
    """Everything, what blocks first."""
    found = [*_missing(event), *_leaks(event), *_sums(event), *_advice(event)]
    return iter(sorted(found, key=lambda each: not each.blocks))


def contradictions(event: Event) -> Iterator[str]:
    """What of the event does not fit together, a sentence each with what to do, as commands print them."""
    for each in _sums(event):
        yield each.sentence[0].lower() + each.sentence[1:].removesuffix(".")


def approved_words(event: Event) -> str:
    """A hash of what the ECOSOC NGO approves: title and texts in every language, and whose names stand under them."""
    shown = [[getattr(event, name) for name in WORDS[:-1]],
             [[each.language, *(getattr(each, name) for name in WORDS[:-1])] for each in event.translations],
             [[each.name, each.role] for each in event.organisers]]  # fmt: skip
    return hashlib.sha256(json.dumps(shown).encode()).hexdigest()


def _missing(event: Event) -> Iterator[Problem]:
    if not event.title:
        yield Problem("title", "title")
    try:
        begins(event)
        if ends(event) is None:
            yield Problem("end", "end")
    except NoTime:
        yield Problem("time", "day")
    if not event.format:
        yield Problem("format", "format")
    if event.format in (IN_PERSON, HYBRID) and not (event.room or event.venue):
        yield Problem("place", "room")
    if not event.organisers:
        yield Problem("organisers", "organisers")
    if any(each.books for each in event.organisers) and event.approved != approved_words(event):
        yield Problem("approval", "tasks")


def texts(event: Event) -> Iterator[tuple[str, str]]:
    """Every text of the event that anybody may read, with the field it stands in."""
    apart = {"speakers", "tasks", "notes", "join_link", "recordings", "approved"}
    for each in fields(event):
        if each.name not in apart:
            yield from ((each.name, words) for words in _strings(getattr(event, each.name)))
    for speaker in event.speakers:
        yield from (("speakers", words) for words in (speaker.post, speaker.organisation, speaker.pseudonym) if words)
    for recording in event.recordings:
        yield from (("recordings", words) for words in (recording.title, recording.address))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _strings(each)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from _strings(getattr(value, name))


def _leaks(event: Event) -> Iterator[Problem]:
    said = list(texts(event))
    wanted = {form for name, _ in protected(event) for form in forms_of(name)}
    leaking = dict.fromkeys(name for name, words in said if next(spans(words, wanted), None))
    for name in leaking:
        yield Problem("leak", name, {"field": name})
    for speaker in event.speakers:
        if not (speaker.name and speaker.pseudonym):
            continue
        parts = set(parts_of(speaker.name)) - set(parts_of(speaker.pseudonym, least=1))
        found = {(words[a:b], name) for name, words in said if name not in leaking for a, b, _ in spans(words, parts)}
        for word, name in sorted(found):
            yield Problem("part of a name", name, {"word": word, "field": name})
    if event.join_link:
        for name in dict.fromkeys(name for name, words in said if event.join_link in words):
            yield Problem("link", name, {"field": name})


def _sums(event: Event) -> Iterator[Problem]:
    length, parts = length_of(event), [each.minutes for each in event.programme]
    known = sum(filter(None, parts))
    if event.duration is not None and length is not None and length != event.duration:
        yield Problem("duration", "duration", {"event": length, "given": event.duration})
    if length is not None and known > length:
        yield Problem("programme too long", "programme", {"parts": known, "event": length})
    elif length is not None and parts and None not in parts and known < length:
        yield Problem("programme too short", "programme", {"parts": known, "event": length})
    if event.format == VIRTUAL and event.room:
        yield Problem("virtual room", "room", {"room": event.room})
    if event.format == IN_PERSON and event.join_link:
        yield Problem("link in person", "join_link")


def _advice(event: Event) -> Iterator[Problem]:
    if event.room and event.format != VIRTUAL and event.organisers and not any(e.books for e in event.organisers):
        yield Problem("booking", "organisers")
    unnamed = sum(not each.pseudonym and SHOW_NAME not in each.consents for each in event.speakers)
    if unnamed:
        yield Problem("not asked", "speakers", {"count": unnamed})
    for name in ("languages", "audience", "accessibility"):
        if not getattr(event, name):
            yield Problem(name, name)
    if any(each.pseudonym for each in event.speakers) and not event.safety:
        yield Problem("safety", "safety")
    panel = [each.organisation for each in event.speakers if each.organisation]
    if len(panel) > 2 and len(set(panel)) == 1:
        yield Problem("panel", "speakers")
