"""Words of side events, for people, in their language. What `item6.events` says is in the vocabulary of `languages`."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext

from item6.events.nouns import FREE, NONE, Event, Task
from item6.events.readiness import SENTENCES, Problem
from item6.events.tasks import TITLES
from item6.web.events.states import APPROVAL, DRAFT, NOBODY, OPEN, PUBLISHED, WITHDRAWN
from item6.web.languages.saying import said

LANGUAGES = {
    "en": "English", "fr": "français", "es": "español", "ar": "العربية", "ru": "русский", "zh": "中文",
}  # fmt: skip
"""The languages of the UN, by their own names."""


def language_words(code: str) -> str:
    """A language of the event; one that has no name here stays a code."""
    return LANGUAGES.get(code) or {"ils": gettext("International Sign")}.get(code, code)


def value_words(value: str) -> str:
    """A price or a way to dial in: what is free, or is none, in the language of the page; else the words."""
    return said("event value", value) if value in (FREE, NONE) else value


def state_words(state: str) -> str:
    """The state of an event's page."""
    return {DRAFT: gettext("being written"), PUBLISHED: gettext("published"), WITHDRAWN: gettext("withdrawn")}[state]


def admission_words(admission: str) -> str:
    """Who is let in."""
    return {
        NOBODY: gettext("nobody registers here"), OPEN: gettext("everybody who registers is let in"),
        APPROVAL: gettext("an organiser lets people in, one by one"),
    }[admission]  # fmt: skip


def format_words(written: str) -> str:
    """In person, virtual, hybrid."""
    return said("event format", written)


def status_words(written: str) -> str:
    """Scheduled, moved, cancelled."""
    return said("event status", written)


def role_words(written: str) -> str:
    """Of an organiser, or of somebody on the panel."""
    return said("event role", written)


def choices(context: str, values: Iterable[str], empty: str = "") -> list[tuple[str, str]]:
    """Values for a form, with their words in the vocabulary."""
    first = [("", empty)] if empty else []
    return [*first, *((each, said(context, each)) for each in values)]


def task_words(task: Task) -> str:
    """What is to be done."""
    return task.title or said("event task", TITLES[task.kind])


def problem_words(problem: Problem) -> str:
    """What is wrong with an event, and what to do."""
    words = {name: field_words(str(value)) if name == "field" else value for name, value in problem.words.items()}
    return said("event problem", SENTENCES[problem.code]) % words


def session_words(event: Event) -> str:
    """The session in words; empty without one."""
    if event.session is None:
        return ""
    body = said("event session", event.session.body)
    return gettext("%(body)s, session %(number)s") % {"body": body, "number": event.session.number}


def field_words(name: str) -> str:
    """What a field of an event is called on forms and in sentences."""
    return {
        "title": gettext("Title"), "summary": gettext("Summary"), "language": gettext("Language of the texts"),
        "session": gettext("Session"), "body": gettext("Session of"),
        "session_number": gettext("Number of the session"),
        "review": gettext("Review"), "themes": gettext("Themes"), "letters": gettext("Letters"),
        "figures": gettext("Figures"), "price": gettext("Price"), "audience": gettext("Who may attend"),
        "languages": gettext("Languages of the event"), "interpretation": gettext("Interpretation into"),
        "captions": gettext("Live captions"), "recorded": gettext("Will be recorded"), "platform": gettext("Platform"),
        "dial_in": gettext("Dial-in by telephone"), "accessibility": gettext("Accessibility"),
        "safety": gettext("Safety notice"), "contact": gettext("Contact"), "follow_up": gettext("Follow-up event"),
        "registration": gettext("Registration elsewhere"), "day": gettext("Day"), "start": gettext("Begins"),
        "end": gettext("Ends"), "zone": gettext("Time zone"), "duration": gettext("Duration"),
        "format": gettext("Format"), "room": gettext("Room"), "venue": gettext("Building or town"),
        "status": gettext("What happens to the event"), "notice": gettext("Notice"),
        "concept_note": gettext("Concept note"), "statement": gettext("Statement of the event"),
        "report": gettext("Report"), "notes": gettext("Notes"), "join_link": gettext("Link to join"),
        "admission": gettext("Who is let in"), "room_places": gettext("Places in the room"),
        "online_places": gettext("Places online"), "registration_closes": gettext("Registration closes"),
        "purge": gettext("Registrants are erased on"), "organisers": gettext("Organisers"),
        "programme": gettext("Programme"), "speakers": gettext("Panel"), "tasks": gettext("Tasks"),
        "recordings": gettext("Recordings"), "translations": gettext("Translations"), "name": gettext("Name"),
        "acronym": gettext("Acronym"), "role": gettext("Role"), "year": gettext("ECOSOC status since"),
        "ecosoc": gettext("ECOSOC status"), "website": gettext("Site"), "books": gettext("Books the room"),
        "post": gettext("Post"), "organisation": gettext("Organisation"), "country": gettext("Country or territory"),
        "pseudonym": gettext("Pseudonym"), "consents": gettext("Agreed to"), "consented": gettext("How and when"),
        "minutes": gettext("Minutes"), "who": gettext("Who"), "address": gettext("Address"), "shows": gettext("Shows"),
        "kind": gettext("Task"), "person": gettext("Who sees to it"), "done": gettext("Done on"),
        "hours": gettext("How long before"), "order": gettext("Place in the list"), "own": gettext("In own words"),
        "unit": gettext("Counted in"),
    }[name]  # fmt: skip


def consent_words(consent: str) -> str:
    """What somebody on the panel agreed to."""
    return {
        "name": gettext("being named"), "picture": gettext("being photographed"),
        "recording": gettext("being recorded"),
    }[consent]  # fmt: skip
