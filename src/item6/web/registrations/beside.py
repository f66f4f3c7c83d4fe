"""What an event's own pages and papers say of registrations: the button of the public page, and how many came."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext

from item6.events.attending import ONLINE, ROOM
from item6.events.attending import WAYS as WAYS_TO_COME
from item6.events.papers import Attendance
from item6.web.events.beside import COUNTS, WAYS, Way
from item6.web.events.models import Event
from item6.web.registrations import offered
from item6.web.registrations.models import Registration
from item6.web.registrations.purging import counts


def way_to_register(event: Event) -> Way | None:
    """The button, while people can register."""
    if not offered.is_open(event):
        return None
    return Way(reverse("register", kwargs={"address": event.address}), gettext("Register"))


def attendance(event: Event) -> Attendance | None:
    """How many came, also after everything else was erased; None where nobody registered here."""
    desk = offered.desk_of(event)
    if desk.kept is None and not Registration.objects.filter(event=event).exists():
        return None
    found = desk.kept or counts(event)
    came = {way: found[f"came {way}"] or None for way in WAYS_TO_COME}
    return Attendance(sum(found[f"places {way}"] for way in WAYS_TO_COME), came[ROOM], came[ONLINE])


WAYS.append(way_to_register)
COUNTS.append(attendance)
