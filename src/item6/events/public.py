"""What anybody may read of an event: no legal name of who speaks under a pseudonym, no link to join, no notes.

Everything that leaves the coalition (pages, papers, pictures, calendars, feeds, mails) is made of a PublicEvent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, NewType

from item6.events.naming import forms_of, without
from item6.events.nouns import BE_RECORDED, SHOW_NAME, Event, Recording, Speaker

PublicEvent = NewType("PublicEvent", Event)
"""An event that `public` has been over. Only `public` makes one."""

NOT_NAMED = "N. N."
"""What stands in texts instead of somebody who did not agree to be named."""


def public(event: Event) -> PublicEvent:
    """The event as the world may read it.

    Who has a pseudonym is called by it alone, also where the legal name was written into a title, a text, a programme
    or a translation. Who has none and did not agree to be named has an empty name, and is NOT_NAMED in texts.
    Recordings are left out unless everybody they show agreed. Tasks, notes and the link to join are not in it.
    """
    kept = replace(
        event,
        speakers=tuple(_speaker(each) for each in event.speakers),
        recordings=tuple(replace(each, shows=()) for each in event.recordings if may_be_seen(each, event)),
        tasks=(), notes="", approved="", join_link="",
    )  # fmt: skip
    names = {form: pseudonym for name, pseudonym in protected(event) for form in forms_of(name)}

    def scrub(words: str) -> str:
        words = without(words, names)
        return words.replace(event.join_link, "(link sent after registration)") if event.join_link else words

    return PublicEvent(_everywhere(kept, scrub))


def protected(event: Event) -> Iterator[tuple[str, str]]:
    """Names that nobody outside may read, and what stands instead of each."""
    for each in event.speakers:
        if each.name and (each.pseudonym or SHOW_NAME not in each.consents):
            yield each.name, each.pseudonym or NOT_NAMED


def _speaker(one: Speaker) -> Speaker:
    shown = one.pseudonym or (one.name if SHOW_NAME in one.consents else "")
    agreed = tuple(each for each in one.consents if each != SHOW_NAME)
    return replace(one, name=shown, pseudonym="", consents=agreed, consented="")


def may_be_seen(recording: Recording, event: Event) -> bool:
    """Whether everybody whom a recording shows agreed to be recorded."""
    shown = [each for each in event.speakers if not recording.shows or each.name in recording.shows]
    return all(BE_RECORDED in each.consents for each in shown)


def _everywhere(value: Any, scrub: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return scrub(value)
    if isinstance(value, tuple):
        return tuple(_everywhere(each, scrub) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: _everywhere(getattr(value, each.name), scrub) for each in fields(value)})
    return value
