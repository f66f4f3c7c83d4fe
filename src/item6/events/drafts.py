"""A draft of an event: every field that could be read from an announcement, with the words it was read from."""

from __future__ import annotations

from dataclasses import asdict, dataclass, is_dataclass, replace
from typing import Any

from item6.events.nouns import Event, Organiser, Part, Session, Speaker

_MANY = {"organisers", "programme", "speakers", "languages", "interpretation"}


@dataclass(frozen=True, slots=True)
class Reading:
    """A field of Event, or one entry of a field of many, as it was read.

    start, end: characters of the text. doubt: empty, or why a person should look at it.
    """

    field: str
    value: str | int | bool | Session | Organiser | Part | Speaker
    start: int
    end: int
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """text: of the announcement, whose characters the readings count. readings: in the order of the fields."""

    text: str
    readings: tuple[Reading, ...]

    @property
    def event(self) -> Event:
        """The event with every field that was read."""
        event = Event()
        for read in self.readings:
            many = read.field in _MANY
            value: Any = (*getattr(event, read.field), read.value) if many else read.value
            known: dict[str, Any] = {read.field: value}
            event = replace(event, **known)
        return event

    def words(self, read: Reading) -> str:
        """The words of the announcement that a field was read from."""
        return self.text[read.start : read.end]


def as_json(draft: Draft) -> list[dict[str, Any]]:
    """The readings for programs: field, value, the words and their place, doubt or null."""
    return [
        {
            "field": read.field,
            "value": asdict(read.value) if is_dataclass(read.value) else read.value,
            "words": draft.words(read),
            "start": read.start,
            "end": read.end,
            "doubt": read.doubt or None,
        }
        for read in draft.readings
    ]
