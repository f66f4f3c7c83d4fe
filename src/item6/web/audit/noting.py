"""Writing into the audit log: the one way in."""

from __future__ import annotations

from contextvars import ContextVar
from datetime import timedelta

from django.utils import timezone

from item6.web.audit.models import Entry

SAW, CHANGED, EXPORTED, REFUSED, ENTERED = KINDS = ("saw", "changed", "exported", "refused", "entered")

_BY: ContextVar[int | None] = ContextVar("item6.acting", default=None)


def acting(person: int | None) -> None:
    """Says who makes this request; nobody where the command line, or a process behind the pages, does something."""
    _BY.set(person)


def by() -> int | None:
    """Who makes this request."""
    return _BY.get()


def note(did: str, what: str, *, person: int | None, coalition: int | None, object: str = "", status: int = 0) -> None:
    """Adds a line. object: a name or number that says which, never what is written in it."""
    Entry.objects.create(
        did=did, what=what, person_id=person, coalition_id=coalition, object=object[:120], status=status
    )


def noted_this_hour(did: str, what: str, *, person: int, coalition: int, object: str) -> bool:
    """Whether the log has such a line that is not an hour old yet."""
    since = timezone.now() - timedelta(hours=1)
    lines = Entry.objects.filter(coalition_id=coalition, at__gte=since, person_id=person)
    return lines.filter(did=did, what=what, object=object[:120]).exists()
