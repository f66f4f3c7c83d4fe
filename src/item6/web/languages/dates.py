"""Days and hours as people write them. In English they stay as the record has them (ISO 8601), as all commands do."""

from __future__ import annotations

from datetime import date

from django.utils.dateformat import format as formatted
from django.utils.translation import get_language

from item6.web.languages import saying


def day(written: str) -> str:
    """`2026-11-21` as `21 novembre 2026`; anything else as it stands."""
    if (get_language() or "en") == "en":
        return written
    try:
        found = date.fromisoformat(written)
    except ValueError:
        return written
    return formatted(found, saying.said("format of a day", "Y-m-d"))


def moment(written: str) -> str:
    """`2026-11-21 09:30` as `21 novembre 2026, 09:30`; anything else as it stands."""
    on, _, at = written.partition(" ")
    shown = day(on)
    return written if shown == on else f"{shown}{saying.said('between day and hour', ', ')}{at}" if at else shown
