"""What of an event stands on its posters."""

from __future__ import annotations

from itertools import groupby

from item6.briefings.texts import plain
from item6.events import phrases, telling
from item6.events.posters.nouns import Named, Person, Poster, Slot
from item6.events.public import PublicEvent
from item6.events.timetable import timetable
from item6.events.voice import Voice

_ASKED = ("price", "audience", "languages", "interpretation", "captions", "accessibility")
_LEAD = 420
"""Characters of the paragraph on what it is about; a longer one ends with a sentence."""


def poster_of(event: PublicEvent, voice: Voice, address: str) -> Poster:
    """The words of all shapes. event: in the language of the voice. address: of its public page, for the QR code."""
    groups = telling.groups(event, voice)
    shown = address.partition("://")[2].partition("?")[0]
    return Poster(
        language=voice.language,
        title=event.title,
        kicker=telling.kicker(event, voice),
        status=telling.status(event, voice),
        when=telling.when(event, voice, "UTC"),
        where=telling.where(event, voice),
        lead=lead_of(event),
        people_label=voice.says(phrases.SPEAKERS),
        people=tuple(
            Person(telling.speaker_named(each, voice), telling.post_of(each), telling.speaking(each, voice))
            for each in event.speakers
        ),
        programme_label=voice.says(phrases.PROGRAMME),
        programme=tuple(Slot(at, part.title, part.who) for at, part in timetable(event)),
        organisers=tuple(
            Named(label, tuple(_with_status(telling.name_of(each), telling.held(each, voice))
                               for group in same for each in group.organisers))
            for label, same in groupby(groups, key=lambda group: group.label)
        ),
        facts=tuple(Named(each.label, (each.words,)) for each in telling.facts(event, voice) if each.name in _ASKED),
        address=address,
        shown_address=shown,
        invites=voice.says(phrases.INVITES),
        more=voice.says(phrases.MORE),
        names=tuple(each.name for group in groups for each in group.organisers),
    )  # fmt: skip


def lead_of(event: PublicEvent, most: int = _LEAD) -> str:
    """What it is about: the summary, else the first paragraph of the concept note, whole sentences of it."""
    words = event.summary or next((line for line in plain(event.concept_note).split("\n") if len(line) > 60), "")
    words = " ".join(words.split())
    if len(words) <= most:
        return words
    cut = words[:most]
    end = max(cut.rfind(sign) for sign in (". ", "? ", "! ", "؟ ", "。"))
    return cut[: end + 1] if end > most // 3 else f"{cut.rpartition(' ')[0]} …"


def _with_status(name: str, held: str) -> str:
    return f"{name} ({held})" if held else name
