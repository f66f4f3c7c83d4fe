"""What was read of an announcement beside what a person reads in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from item6.events.nouns import Event

FIELDS = (
    "title", "session", "day", "start", "end", "zone", "duration", "room", "venue", "format", "organisers", "programme",
    "speakers", "languages", "interpretation", "captions", "price", "audience", "dial_in", "registration", "join_link",
    "follow_up", "status",
)  # fmt: skip


def flat(event: Event) -> dict[str, Any]:
    """The fields of an event that are known, as the tables of expected values write them."""
    rows: dict[str, Any] = {name: getattr(event, name) for name in FIELDS}
    rows["session"] = f"{event.session.body} {event.session.number}" if event.session else None
    rows["organisers"] = [f"{each.name}|{each.role}|{each.status}" for each in event.organisers]
    rows["programme"] = [f"{each.title}|{each.minutes or ''}" for each in event.programme]
    rows["speakers"] = [f"{each.name}|{each.role}" for each in event.speakers]
    rows["languages"], rows["interpretation"] = list(event.languages), list(event.interpretation)
    return {name: value for name, value in rows.items() if value not in (None, "", []) and (name, value) not in UNSAID}


UNSAID = (("zone", "Europe/Zurich"), ("status", "scheduled"))
"""What an event has without a word of the text."""


def differences(event: Event, expected: Mapping[str, Any]) -> list[tuple[str, Any, Any]]:
    """(field, expected, read) of each that differs; None for what is not there."""
    wanted = {name: value for name, value in expected.items() if name != "text" and (name, value) not in UNSAID}
    read = flat(event)
    return [(name, wanted.get(name), read.get(name)) for name in FIELDS if wanted.get(name) != read.get(name)]
