"""What is erased of somebody who withdraws, or is forgotten: all they gave, and the mails that were sent to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import connection, transaction

from item6.web.outbox.erasing import erase_about
from item6.web.registrations.links import about
from item6.web.registrations.models import GuestSheet, PanelQuestion, Registration

NOTHING: Mapping[str, object] = {
    "name": "", "organisation": "", "post": "", "country": "", "email": "", "answers": {}, "unfilmed": False,
    "code": None, "network": "", "why": "", "attended": None,
}  # fmt: skip
"""The fields of a registration of which only its end is kept."""


def erase_around(row: Registration) -> None:
    """Erases what others hold of somebody whose own row is being emptied. row: as it was before."""
    erase_about([about(row.pk)])
    PanelQuestion.objects.filter(registration=row).delete()
    for sheet in GuestSheet.objects.filter(event=row.event_id):
        if row.email and any(line.get("email") == row.email for line in sheet.lines["lines"]):
            sheet.delete()
    transaction.on_commit(leave_no_traces)


def erase_mails(numbers: Sequence[int]) -> int:
    """Erases the mails to these registrations, in portions."""
    return sum(erase_about([about(each) for each in numbers[at : at + 500]]) for at in range(0, len(numbers), 500))


def leave_no_traces() -> None:
    """Has SQLite write over what was erased in the file beside it too; other databases do so in their own time."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
