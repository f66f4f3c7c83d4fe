"""Words of registrations, for people, in their language."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import translation
from django.utils.translation import gettext, pgettext

from item6.events.attending import ONLINE, ROOM
from item6.events.nouns import Event as File
from item6.web.events.models import Event
from item6.web.languages.dates import moment


def moment_words(event: Event, file: File, language: str) -> str:
    """When it begins, by the clock where it takes place; empty where that is not known."""
    if event.begins is None:
        return ""
    zone = file.zone
    with translation.override(language):
        return f"{moment(f'{event.begins.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}')} ({zone_words(zone)})"


def zone_words(zone: str) -> str:
    """A zone as people call it: Geneva time, or the name of its city."""
    return gettext("Geneva time") if zone == "Europe/Zurich" else zone.rpartition("/")[2].replace("_", " ")


def clock_words(at: datetime) -> str:
    """A moment in UTC, such as when registration closes."""
    return gettext("%(moment)s UTC") % {"moment": moment(f"{at:%Y-%m-%d %H:%M}")}


def way_words(way: str) -> str:
    """How somebody takes part."""
    return {ROOM: gettext("in the room"), ONLINE: gettext("online")}[way]


def state_words(state: str) -> str:
    """Where a registration stands."""
    return {
        "asked": gettext("not confirmed"), "applied": gettext("to be looked at"),
        "waiting": gettext("waiting list"), "placed": pgettext("registration", "has a place"),
        "declined": pgettext("registration", "declined"), "withdrawn": pgettext("registration", "withdrawn"),
        "denied": pgettext("registration", "denied"),
    }[state]  # fmt: skip


def question_words(state: str) -> str:
    """Where a question to the panel stands."""
    return {
        "wanted": pgettext("question", "new"), "shown": pgettext("question", "shown"),
        "left out": pgettext("question", "left out"), "put": pgettext("question", "put to the panel"),
    }[state]  # fmt: skip


def kept_words(name: str) -> str:
    """What a number counts that is left after everything else was erased (`purging.counts`)."""
    return {
        "registered": gettext("registered"), "withdrew": gettext("withdrew"),
        "places room": gettext("had a place in the room"), "came room": gettext("came to the room"),
        "places online": gettext("had a place online"), "came online": gettext("joined online"),
    }[name]  # fmt: skip
