"""Mails that came back: marked by what mail servers say of them, shown to those who have to do something about it."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from item6.web.outbox.mailbox import NotCollected, collect, mailbox_of
from item6.web.outbox.models import SENDING, SENT, UNSURE, Mail
from item6.web.outbox.reports import Returned, named, returned
from item6.web.work.kinds import kind

log = logging.getLogger("item6.outbox")


def take_in(data: bytes) -> bool:
    """Whether these bytes are a notification of a mail that this server sent, which is marked then.

    Whoever writes them can do no more than that, and only for a mail whose Message-ID they know: its own recipient, and
    the mail servers on the way. Nothing is parsed in which no such name stands.
    """
    ids = named(data)
    if not ids or not Mail.objects.filter(message_id__in=ids).exists():
        return False
    found = returned(data)
    return found is not None and _marked(found)


def _marked(found: Returned) -> bool:
    rows = Mail.objects.filter(message_id=found.message_id, state__in=(SENDING, SENT, UNSURE))
    if not rows.exists():
        return False
    if not found.for_good:
        rows = rows.exclude(returned_status__startswith="5")  # what was said for good stands
    rows.update(returned=timezone.now(), returned_status=found.status)
    rows.filter(state=UNSURE).update(state=SENT, ended=timezone.now())  # what comes back was surely sent
    return True


def came_back(about: Iterable[str]) -> Mapping[str, str]:
    """The status, such as `5.1.1`, of each thing whose last mail came back. about: as mails were written with."""
    found: dict[str, str] = {}
    rows = Mail.objects.filter(about__in=list(about)).order_by("id")
    for name, status in rows.values_list("about", "returned_status"):
        found.pop(name, None)
        if status:
            found[name] = status
    return found


@kind("outbox.collect", every=timedelta(minutes=5), whole=False)
def collect_returned() -> None:
    """Looks into the mailbox to which mails come back (`bounces`), where there is one."""
    if not settings.BOUNCES:
        return
    try:
        marked = collect(mailbox_of(settings.BOUNCES), take_in)
    except NotCollected as error:
        log.error("the mailbox of `bounces` cannot be read (%s); see: item6 doctor --server", error.code)
        return
    except ValueError as error:
        log.error("%s in server.toml", error)
        return
    if marked:
        log.info("mails that came back: %d; see: item6 outbox list", marked)
