"""Events for tests of who comes to them, made as rows: what edits and publishes them is tried elsewhere."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from django.utils import timezone

from item6.events.file import to_json
from item6.events.nouns import HYBRID, Event
from item6.events.times import begins, ends
from item6.web.events.models import Event as Row
from item6.web.events.states import OPEN, PUBLISHED
from item6.web.people.models import Coalition
from item6.web.registrations import registering
from item6.web.registrations.models import Registration
from item6.web.registrations.registering import Given

JOIN = "https://video.zenda.example/j/7431-xochitl"


def published(coalition: Coalition, *, file: dict[str, Any] | None = None, **columns: Any) -> Row:
    """A published hybrid event in ten days, as a row of the database."""
    day = (timezone.now() + timedelta(days=10)).astimezone(UTC).date().isoformat()
    said = Event(
        title="Castles and their critics", day=day, start="14:00", end="15:30", room="Room XXVI",
        venue="Palais des Nations", format=HYBRID, language="en",
    )  # fmt: skip
    said = replace(said, **(file or {}))
    fields = {"state": PUBLISHED, "admission": OPEN, "join_link": JOIN, "title": said.title} | columns
    key = secrets.token_urlsafe(12)
    return Row.objects.create(
        coalition=coalition, address=key, uid=f"{key}@item6", file=to_json(said), begins=begins(said), ends=ends(said),
        **fields,
    )  # fmt: skip


def changed(event: Row, sequence: int | None = None, **fields: Any) -> Row:
    """The event with fields of its file changed, and the number of its calendar entry one higher."""
    said = replace(event.whole(), **fields)
    row = Row.objects.get(pk=event.pk)
    row.file, row.begins, row.ends = to_json(said), begins(said), ends(said)
    row.sequence = row.sequence + 1 if sequence is None else sequence
    row.save()
    return row


def asked(event: Row, name: str = "Rudolf R.", email: str = "", way: str = "room", network: str = "") -> Registration:
    """Somebody who has sent the form."""
    email = email or f"{name.casefold().replace(' ', '.')}@zenda.example".replace("..", ".")
    made = registering.ask(event=event, given=Given(name, email, way), network=network)
    assert made is not None
    return made


def come(event: Row, name: str = "Rudolf R.", way: str = "room") -> Registration:
    """Somebody who has pressed the button too."""
    row = asked(event, name, way=way)
    registering.confirm(registration=row)
    row.refresh_from_db()
    return row


def moment(days: float) -> datetime:
    """A moment so many days from now."""
    return timezone.now() + timedelta(days=days)
