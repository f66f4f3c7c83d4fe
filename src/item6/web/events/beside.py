"""What other features say of an event: how one takes part, and how many came. They name themselves here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from item6.events.papers import Attendance
from item6.web.events.models import Event


@dataclass(frozen=True, slots=True)
class Way:
    """A way to take part. address: of a page. words: of the button that leads there."""

    address: str
    words: str


WAYS: list[Callable[[Event], Way | None]] = []
"""Asked for the buttons of an event's public page, in the language of the page."""

COUNTS: list[Callable[[Event], Attendance | None]] = []
"""Asked for the numbers in the report of an event; the first that knows answers."""


def ways_of(event: Event) -> list[Way]:
    """The buttons of an event's page."""
    return [way for ask in WAYS if (way := ask(event)) is not None]


def attendance_of(event: Event) -> Attendance | None:
    """How many came; None where nobody counts."""
    return next((found for ask in COUNTS if (found := ask(event)) is not None), None)
