"""Files of a published event: made of what is public alone, each kept while a worker lives."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from functools import lru_cache

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from item6.briefings.document import Document
from item6.briefings.writers import WRITERS
from item6.events import papers
from item6.events.calendar_file import calendar_file
from item6.events.posters.composing import poster_of
from item6.events.posters.drawing import drawn
from item6.events.posters.nouns import CARD, FLYER, SQUARE, Poster
from item6.events.public import PublicEvent
from item6.web.events.beside import attendance_of
from item6.web.events.models import Event
from item6.web.events.voices import said_in, voice

NAMES = (FLYER, SQUARE, CARD, "concept-note")
"""What can be taken, besides the calendar file."""

TYPES = {
    "pdf": "application/pdf", "png": "image/png", "ics": "text/calendar; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}  # fmt: skip

_FORMS = {FLYER: ("pdf", "png"), SQUARE: ("pdf", "png"), CARD: ("png",), "concept-note": ("pdf", "docx")}
_TURNS = threading.BoundedSemaphore(1)
"""Papers are set one at a time in a worker, so that pages go on being answered beside them."""


def page_address(event: Event, language: str = "") -> str:
    """The whole address of the public page."""
    path = reverse("event-page", kwargs={"address": event.address})
    return f"{settings.SERVER.address.rstrip('/')}{path}{f'?language={language}' if language else ''}"


def file_address(event: Event, name: str, language: str, form: str) -> str:
    """The path of a file."""
    given = {"address": event.address, "name": name, "language": language, "form": form}
    return reverse("event-file", kwargs=given)


def paper(event: Event, name: str, language: str, form: str) -> bytes:
    """A poster or the concept note in a language. KeyError for a form that it has not, WriterMissing without a package.

    name: one of NAMES. form: by the ending of its file.
    """
    if form not in _FORMS[name]:
        raise KeyError(form)
    with translation.override(language):
        shown, said = said_in(event.public()), voice()
        address = page_address(event, language)
        if name in (FLYER, SQUARE, CARD):
            return _drawn(poster_of(shown, said, address), name, form)
        return _written(papers.concept_note(shown, said, address), form)


def report(event: Event, form: str) -> bytes:
    """The report of the event in the language of the page, with the numbers of those who came."""
    shown: PublicEvent = said_in(event.public())
    following = event.followed_by.filter(state="published").order_by("begins").first()
    after = f"{following.title}: {page_address(following)}" if following else ""
    made = papers.report(shown, voice(), attendance=attendance_of(event), next_event=after, address=page_address(event))
    return _written(made, form)


def calendar(event: Event) -> bytes:
    """The calendar file for everybody: without the link to join. NoTime where day or time are not known."""
    return calendar_file(
        event.public(), stamp=datetime.now(UTC), uid=event.uid, sequence=event.sequence, page=page_address(event)
    )


@lru_cache(maxsize=128)
def _drawn(poster: Poster, shape: str, form: str) -> bytes:
    with _TURNS:
        return drawn(poster, shape, form)


@lru_cache(maxsize=32)
def _written(document: Document, form: str) -> bytes:
    with _TURNS:
        return WRITERS[form](document)
