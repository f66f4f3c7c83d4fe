"""Events in the language of the page."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.utils.dateformat import format as formatted
from django.utils.translation import get_language, get_language_info

from item6.events.nouns import in_language
from item6.events.public import PublicEvent
from item6.events.voice import ENGLISH_VOICE, Voice
from item6.web.languages import saying

LANGUAGES = tuple(code for code, _ in settings.LANGUAGES)
"""Languages in which pages and papers are made."""


def voice() -> Voice:
    """The voice of the language that is active while it speaks."""
    return Voice(get_language() or "en", saying.tongue(), _day, _named)


def said_in(event: PublicEvent) -> PublicEvent:
    """The event in the language that is active, as far as it has words in it."""
    return PublicEvent(in_language(event, get_language() or "en"))


def _day(written: str) -> str:
    """A day with its weekday, as the language writes it."""
    found = date.fromisoformat(written)
    return formatted(found, saying.said("format of a day of an event", "l j F Y"))


def _named(code: str) -> str:
    """What the language of the page calls a language."""
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return saying.said("language", ENGLISH_VOICE.named(code))
