"""An event as documents: the concept note before it, the report after it. Of public events alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from item6.briefings.document import Block, Bullets, Document, Heading, Paragraph, Run, Runs, Text
from item6.briefings.texts import blocks
from item6.events import phrases, telling
from item6.events.nouns import Part
from item6.events.public import PublicEvent
from item6.events.timetable import timetable
from item6.events.voice import Voice


@dataclass(frozen=True, slots=True)
class Attendance:
    """How many people were let in, and how many came to the room and joined online; None where nobody counted."""

    registered: int | None = None
    room: int | None = None
    online: int | None = None


def concept_note(event: PublicEvent, voice: Voice, address: str = "") -> Document:
    """The concept note with everything that one asks before coming. event: in the language of the voice."""
    return _document(
        event, voice, phrases.CONCEPT_NOTE, address,
        (
            *_status(event, voice),
            *([Paragraph((Text(event.summary),), "lead")] if event.summary else ()),
            *_matters(event, voice),
            *_text(event.concept_note, _head(voice, phrases.ABOUT)),
            *_programme(event, voice),
            *_speakers(event, voice),
            *_organisers(event, voice),
            *_said(voice, phrases.SAFETY, event.safety),
            *_said(voice, phrases.FOLLOW_UP, event.follow_up),
        ),
    )  # fmt: skip


def report(
    event: PublicEvent, voice: Voice, *, attendance: Attendance | None = None, next_event: str = "", address: str = ""
) -> Document:
    """What became of the event, to be sent round and completed. next_event: title, day and address of the follow-up."""
    return _document(
        event, voice, phrases.REPORT_OF, address,
        (
            *_status(event, voice),
            *_matters(event, voice, ("format", "languages", "interpretation")),
            *_came(attendance, voice),
            *(_text(event.report, _head(voice, phrases.REPORT)) or
              _text(event.summary, _head(voice, phrases.ABOUT))),
            *_programme(event, voice),
            *_speakers(event, voice),
            *_text(event.statement, _head(voice, phrases.STATEMENT)),
            *_recordings(event, voice),
            *_organisers(event, voice),
            *_said(voice, phrases.FOLLOW_UP, next_event or event.follow_up),
        ),
    )  # fmt: skip


def _document(event: PublicEvent, voice: Voice, kind: str, address: str, made: tuple[Block, ...]) -> Document:
    return Document(
        kind=kind, title=event.title, subtitle=telling.kicker(event, voice), review="", record="",
        blocks=made, language=voice.language, running=(voice.says(kind), address),
    )  # fmt: skip


def _status(event: PublicEvent, voice: Voice) -> list[Block]:
    said = " ".join(filter(None, (_sentence(telling.status(event, voice)), telling.former(event, voice), event.notice)))
    return [Paragraph((Text(said, "strong"),))] if said else []


def _sentence(words: str) -> str:
    return f"{words}." if words else ""


def _matters(event: PublicEvent, voice: Voice, only: Iterable[str] = ()) -> list[Block]:
    """When, where, and what one asks, a line each."""
    wanted = tuple(only)
    lines = [
        (voice.says(phrases.WHEN), "; ".join(telling.when(event, voice, "UTC"))),
        (voice.says(phrases.WHERE), ", ".join(telling.where(event, voice))),
        *((each.label, each.words) for each in telling.facts(event, voice) if not wanted or each.name in wanted),
    ]
    return [Bullets(tuple((Text(f"{label}: ", "strong"), Text(words)) for label, words in lines))]


def _text(written: str, head: Heading) -> tuple[Block, ...]:
    """A text under its heading, whose own headings stand below it."""
    below = tuple(Heading(each.words, 2) if isinstance(each, Heading) else each for each in blocks(written))
    return (head, *below) if below else ()


def _said(voice: Voice, head: str, words: str) -> tuple[Block, ...]:
    return _text(words, _head(voice, head))


def _programme(event: PublicEvent, voice: Voice) -> list[Block]:
    rows = [_row(at, part, voice) for at, part in timetable(event)]
    return [_head(voice, phrases.PROGRAMME), Bullets(tuple(rows))] if rows else []


def _row(at: str, part: Part, voice: Voice) -> Runs:
    minutes = voice.says(phrases.MINUTES, minutes=part.minutes) if part.minutes else ""
    beside = ", ".join(filter(None, (part.who, minutes)))
    start = (Text(f"{at}  ", "strong"),) if at else ()
    return (*start, Text(part.title), *((Text(f" ({beside})", "quiet"),) if beside else ()))


def _speakers(event: PublicEvent, voice: Voice) -> list[Block]:
    rows = []
    for each in event.speakers:
        role, post = telling.speaking(each, voice), telling.post_of(each)
        beside = ", ".join(filter(None, (post, role)))
        name: Run = Text(telling.speaker_named(each, voice), "strong")
        rows.append((name, *((Text(f", {beside}"),) if beside else ())))
    return [_head(voice, phrases.SPEAKERS), Bullets(tuple(rows))] if rows else []


def _organisers(event: PublicEvent, voice: Voice) -> list[Block]:
    groups = telling.groups(event, voice)
    made: list[Block] = [_head(voice, phrases.BEHIND)] if groups else []
    for group in groups:
        made.append(Heading(" ".join(filter(None, (group.label, f"({group.status})" if group.status else ""))), 2))
        rows = []
        for each in group.organisers:
            beside = ", ".join(filter(None, (telling.held(each, voice), each.website)))
            rows.append((Text(telling.name_of(each)), *((Text(f", {beside}", "quiet"),) if beside else ())))
        made.append(Bullets(tuple(rows)))
    return made


def _came(attendance: Attendance | None, voice: Voice) -> list[Block]:
    if attendance is None:
        return []
    counts = ((phrases.REGISTERED, attendance.registered), (phrases.IN_THE_ROOM, attendance.room),
              (phrases.OVER_THE_LINE, attendance.online))  # fmt: skip
    said = [voice.says(words, count=voice.tongue.grouped(count)) for words, count in counts if count is not None]
    return [_head(voice, phrases.ATTENDANCE), Paragraph((Text(", ".join(said)),))] if said else []


def _recordings(event: PublicEvent, voice: Voice) -> list[Block]:
    rows = tuple(
        (Text(each.title, "strong"), Text(f" {each.address}"),
         *((Text(f" ({voice.language_named(each.language)})", "quiet"),) if each.language else ()))
        for each in event.recordings
    )  # fmt: skip
    return [_head(voice, phrases.RECORDINGS), Bullets(rows)] if rows else []


def _head(voice: Voice, words: str) -> Heading:
    return Heading(voice.says(words))
