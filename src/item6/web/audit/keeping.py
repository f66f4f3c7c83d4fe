"""How long the audit log is kept. Lines that are older are purged once a day, and the log says how many were."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Count
from django.utils import timezone

from item6.web.audit.models import Entry
from item6.web.audit.noting import CHANGED, note
from item6.web.work.kinds import kind

PURGED = "log-purged"


def kept_for() -> timedelta:
    """How long a line is kept (`keep_log` of server.toml, in days)."""
    return timedelta(days=settings.KEEP_LOG)


@kind("audit.purge", every=timedelta(days=1))
def purge_daily() -> None:
    """Removes lines that are older than they are kept for."""
    purge(timezone.now())


def purge(now: datetime) -> int:
    """Deletes lines older than `kept_for` and notes it, for each coalition how many. How many in all.

    The one place where lines are deleted; it passes by the guards of the model.
    """
    before = now - kept_for()
    with transaction.atomic():
        old = Entry.objects.filter(at__lt=before).order_by()
        counts = list(old.values_list("coalition").annotate(lines=Count("id")))
        with connection.cursor() as cursor:
            stored = connection.ops.adapt_datetimefield_value(before)
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(Entry._meta.db_table)} WHERE at < %s", [stored])
        for coalition, lines in counts:
            note(CHANGED, PURGED, person=None, coalition=coalition, object=str(lines))
    return sum(lines for _, lines in counts)
