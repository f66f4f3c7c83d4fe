"""Kinds of side events to begin with: format, length, programme in minutes that add up, and tasks."""

from __future__ import annotations

from dataclasses import dataclass, replace

from item6.events.nouns import FREE, HYBRID, IN_PERSON, VIRTUAL, Event, Part, length_of
from item6.events.tasks import usual


@dataclass(frozen=True, slots=True)
class Template:
    """name: as in addresses. title, about: English. programme: English titles of parts, with minutes."""

    name: str
    title: str
    about: str
    format: str
    programme: tuple[tuple[str, int], ...]


_PALAIS = "Palais des Nations"

TEMPLATES = {each.name: each for each in (
    Template("information-meeting", "UPR information meeting",
             "An hour on how the review works, for missions and for organisations that take part in it the first time",
             HYBRID, (("Welcome", 5), ("How the review works", 15), ("What civil society found", 20),
                      ("Questions and answers", 20))),
    Template("pre-session", "Pre-session",
             "Organisations from the State under review speak to missions before it, and propose recommendations",
             IN_PERSON, (("Welcome", 5), ("Statements of the panel", 30), ("Recommendations proposed", 10),
                         ("Questions of missions", 15))),
    Template("hybrid-conference", "Hybrid conference",
             "Half an afternoon in a room and online at once, with several panels",
             HYBRID, (("Welcome", 10), ("First panel", 35), ("Second panel", 35), ("Questions and answers", 30),
                      ("Next steps", 10))),
    Template("virtual-roundtable", "Virtual roundtable",
             "An hour and a half online, where everybody on the panel answers everybody",
             VIRTUAL, (("Welcome", 5), ("Opening statements", 25), ("Roundtable", 35), ("Questions and answers", 20),
                       ("Next steps", 5))),
    Template("report-launch", "Report launch",
             "An hour in which a report is handed over, with those whom it speaks of",
             HYBRID, (("Welcome", 5), ("The report in short", 20), ("Responses", 15), ("Questions and answers", 15),
                      ("Next steps", 5))),
)}  # fmt: skip


def begun_from(template: Template, *, parts: tuple[str, ...] = ()) -> Event:
    """An event of a template. parts: the titles of its programme in another language."""
    titles = parts or tuple(title for title, _ in template.programme)
    event = Event(
        format=template.format,
        venue="" if template.format == VIRTUAL else _PALAIS,
        duration=sum(minutes for _, minutes in template.programme),
        programme=tuple(Part(title, minutes) for title, (_, minutes) in zip(titles, template.programme, strict=True)),
        price=FREE,
    )
    return replace(event, tasks=usual(event))


def follow_up_of(event: Event) -> Event:
    """A draft of the event that follows: who organises, where, for whom, in which languages; no day, nobody's consent.

    Speakers are not carried over: who spoke once has not said that they speak again.
    """
    kept = {name: getattr(event, name) for name in (
        "session", "zone", "venue", "format", "organisers", "languages", "interpretation", "captions",
        "price", "audience", "accessibility", "safety", "platform", "contact", "review", "themes", "language",
    )}  # fmt: skip
    made = Event(duration=length_of(event), **kept)
    return replace(made, tasks=usual(made))
