"""Room, building, and whether an event is in person, virtual or both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from item6.events.drafts import Reading
from item6.events.lines import Labelled
from item6.events.nouns import HYBRID, IN_PERSON, VIRTUAL

_ROOM = re.compile(
    r"\b(?:Conference |Meeting )?(?:Room|Salle|Sala)\s+(?:[IVXL]+"
    r"|[A-Z]{0,2}[.-]?\d{1,4}[A-Z]?(?:-\d+)?|[A-Z])\b(?:\s\([^)\n]{1,20}\))?"
    r"|\b(?:[IVXL]+\s)?(?:Assembly Hall|Tempus Hall|Concordia \d|Salon [A-Z][a-z]+)\b"
)
_VENUE = re.compile(
    r"\b(?:Palais (?:des )?[A-Z][a-z]+|(?:John Knox|Ecumenical|Caux|International Conference|Press) Cent(?:re|er)"
    r"|Centre International de Conf[ée]rences(?: de Gen[èe]ve)?|Maison de la Paix|Graduate Institute|Quaker House"
    r"|Maison des Associations|UNHQ|UN Headquarters)\b"
    r"|(?:(?<=at )|(?<=at the )|(?<=in the ))(?:H[oô]tel [A-Z][a-z]+(?: [A-Z][a-z]+)?|University of [A-Z][a-z]+"
    r"|(?:[A-Z][a-z]+ )+(?:House|Hall|Hotel|Library|Club))\b"
)
_ROOM_LABEL = re.compile(r"\b(?:Room|Salle)\s*:\s*(?P<room>[IVXL]+|[A-Z]?[.-]?\d+)\b")
_HYBRID = re.compile(
    r"\bhybrid\b|in[- ]person (?:and|or|&) (?:(?:via )?zoom|online|virtual(?:ly)?|remote(?:ly)?)"
    r"|\b(?:online|virtual(?:ly)?|remote(?:ly)?) (?:and|or|&) in[- ]person|(?:both )?virtual elements"
    r"|also (?:be )?(?:streamed|available online|online|by video)|combination of in[- ]person"
    r"|in the room (?:and|or) online|on[- ]site (?:and|or|&) online|in[- ]person,? with (?:an )?online",
    re.IGNORECASE,
)
_VIRTUAL = re.compile(
    r"\b(?:virtual|online|on-line|webinar|zoom|video ?conference|video[- ]call|remote)\b(?! (?:form|registration))",
    re.IGNORECASE,
)
_IN_PERSON = re.compile(r"\b(?:in[- ]person|in presence|on[- ]site|in the room)\b(?! only\?)", re.IGNORECASE)
_NEXT = re.compile(r"follow[- ]?up|next event|previous|last year", re.IGNORECASE)
_FORM = re.compile(r"register|registration|sign up|rsvp", re.IGNORECASE)


def read_where(text: str, given: Sequence[Labelled]) -> Iterator[Reading]:
    """The readings of room, venue and format."""
    room = _ROOM.search(text)
    venue = _VENUE.search(text, room.end() if room else 0) or _VENUE.search(text)
    place = next((each for each in given if each.kind == "place"), None)
    if place and not (room or venue) and not _VIRTUAL.search(place.text):
        begin = place.start
        yield Reading("venue", place.text, begin, begin + len(place.text), "the place as the text has it")
    if room:
        yield Reading("room", room[0], *room.span())
    elif bare := _ROOM_LABEL.search(text):
        yield Reading("room", bare["room"], *bare.span("room"))
    if venue:
        yield Reading("venue", venue[0], *venue.span())
    yield from _format(text, given, room or venue, place)


def _format(
    text: str, given: Sequence[Labelled], place: re.Match[str] | None, labelled: Labelled | None
) -> Iterator[Reading]:
    for each in given:
        said = _said(each.text, each.start) if each.kind == "format" else None
        if said:
            yield Reading("format", *said)
            return
    hybrid = _HYBRID.search(text)
    if hybrid:
        yield Reading("format", HYBRID, *hybrid.span())
        return
    virtual = next((each for each in _VIRTUAL.finditer(text) if not _is_aside(text, each)), None)
    in_person = _IN_PERSON.search(text)
    if virtual and (in_person or place):
        yield Reading("format", HYBRID, *virtual.span(), "a place is named, and something online")
    elif virtual:
        yield Reading("format", VIRTUAL, *virtual.span())
    elif in_person:
        yield Reading("format", IN_PERSON, *in_person.span())
    elif place:
        yield Reading("format", IN_PERSON, *place.span(), "a place is named, and nothing online")
    elif labelled:
        end = labelled.start + len(labelled.text)
        yield Reading("format", IN_PERSON, labelled.start, end, "a place is named, and nothing online")


def _is_aside(text: str, found: re.Match[str]) -> bool:
    """A word of the follow-up event, or of registering online."""
    line = text[text.rfind("\n", 0, found.start()) + 1 : found.end()]
    rest = text[found.end() : found.end() + 40].partition("\n")[0]
    clause = re.split(r"[.;](?:\s|$)", line)[-1]
    return bool(_NEXT.search(clause) or _FORM.search(clause) or _FORM.match(rest.strip()) or "://" in clause)


def _said(words: str, start: int) -> tuple[str, int, int] | None:
    hybrid, virtual, in_person = _HYBRID.search(words), _VIRTUAL.search(words), _IN_PERSON.search(words)
    both = hybrid or (virtual and in_person)
    found = hybrid or virtual or in_person
    if not found:
        return None
    value = HYBRID if both else VIRTUAL if virtual else IN_PERSON
    return value, start + found.start(), start + found.end()
