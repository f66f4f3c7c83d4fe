"""What an event offers: whether, how and with which code one can register, and how long what is given is kept."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from item6.events.attending import COMING, ways_of
from item6.events.nouns import CANCELLED
from item6.web.events.models import Event
from item6.web.events.states import NOBODY, PUBLISHED
from item6.web.registrations.models import Code, Desk

KEEP = timedelta(days=30)
"""After an event without a day of its own, how long what registrants gave is kept."""


def is_open(event: Event, now: datetime | None = None) -> bool:
    """Whether people can register: published, not cancelled, not over, not closed, not erased."""
    at = now or timezone.now()
    over = event.ends or (event.begins + timedelta(hours=12) if event.begins else None)
    return (
        event.state == PUBLISHED
        and event.admission != NOBODY
        and event.whole().status != CANCELLED
        and (over is None or at <= over)
        and (event.registration_closes is None or at <= event.registration_closes)
        and not Desk.objects.filter(event=event).exclude(purged=None).exists()
    )


def ways(event: Event) -> tuple[str, ...]:
    """How one can take part in it now."""
    file = event.whole()
    return ways_of(file.format, file.status)


def desk_of(event: Event) -> Desk:
    """The event's desk; one that is not stored where nothing of it was ever set."""
    return Desk.objects.filter(event=event).first() or Desk(event=event)


def purge_day(event: Event) -> datetime:
    """The moment from which nothing is kept of those who registered; every event has one."""
    if event.purge is not None:
        return datetime.combine(event.purge, datetime.min.time(), timezone.get_default_timezone())
    return (event.ends or event.begins or event.begun) + KEEP


def valid_code(event: Event, words: str) -> Code | None:
    """The invitation code of these words; None where it is none, has ended, or has been used up."""
    found = Code.objects.filter(event=event, words=_code_words(words), ended=None).first()
    if found is None or (found.most is not None and used(found) >= found.most):
        return None
    return found


def used(code: Code) -> int:
    """How many came with it, or want to."""
    return code.registrations.filter(state__in=COMING).count()


def _code_words(typed: str) -> str:
    return "".join(typed.split()).upper()[:40]
