"""On the day that an event says, everything is erased that its registrants gave; numbers stay."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from item6.events.attending import ASKED, ENDED, PLACED, WAYS
from item6.web.audit.noting import CHANGED, note
from item6.web.events.models import Event
from item6.web.registrations.erasing import erase_mails, leave_no_traces
from item6.web.registrations.models import GuestSheet, PanelQuestion, Registration
from item6.web.registrations.offered import purge_day
from item6.web.registrations.seating import locked
from item6.web.registrations.sheets import forget_old
from item6.web.work.kinds import kind

PURGED = "registrations-purged"
UNCONFIRMED = timedelta(days=7)
"""After that a form whose button nobody pressed is forgotten."""


@kind("registrations.purge", whole=False, every=timedelta(hours=6), lease=timedelta(minutes=30))
def purge_due() -> None:
    """Erases what is due: of events whose day has come, and forms that nobody confirmed."""
    held = Registration.objects.values("event")
    others = (PanelQuestion.objects.values("event"), GuestSheet.objects.values("event"))
    anything = Q(pk__in=held) | Q(pk__in=others[0]) | Q(pk__in=others[1])
    for event in Event.objects.filter(anything).order_by("pk"):
        purge(event=event)
    forget_unconfirmed()
    forget_old()
    leave_no_traces()


@transaction.atomic
def purge(*, event: Event, now: datetime | None = None) -> int:
    """Erases registrations, their mails, questions to the panel, codes and spreadsheets; notes how many.

    Nothing before the event's day. What stays are numbers: who came, each way. Registering is over from then on.
    """
    at = now or timezone.now()
    if purge_day(event) > at:
        return 0
    desk = locked(event)
    numbers = list(event.registrations.values_list("pk", flat=True))
    desk.kept, desk.purged = counts(event), at
    desk.save(update_fields=["kept", "purged"])
    erase_mails(numbers)
    event.panel_questions.all().delete()
    event.guest_sheets.all().delete()
    event.registrations.all().delete()
    event.codes.all().delete()
    note(CHANGED, PURGED, person=None, coalition=event.coalition_id, object=f"event {event.pk}: {len(numbers)}")
    return len(numbers)


def counts(event: Event) -> dict[str, int]:
    """How many registered, had a place each way, and came; nobody's name."""
    rows = event.registrations.exclude(state=ASKED)
    found = {"registered": rows.count(), "withdrew": rows.filter(state__in=ENDED).count()}
    for way in WAYS:
        found[f"places {way}"] = rows.filter(state=PLACED, way=way).count()
        found[f"came {way}"] = rows.filter(state=PLACED, way=way).exclude(attended=None).count()
    return found


@transaction.atomic
def forget_unconfirmed(now: datetime | None = None) -> int:
    """Removes forms whose button nobody pressed for a week, with the mails that went out for them."""
    before = (now or timezone.now()) - UNCONFIRMED
    rows = Registration.objects.filter(state=ASKED, asked__lt=before)
    numbers = list(rows.values_list("pk", flat=True))
    erase_mails(numbers)
    Registration.objects.filter(pk__in=numbers, state=ASKED).delete()
    return len(numbers)
