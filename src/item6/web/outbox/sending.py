"""Sending what waits in the outbox: each mail once, also where the process is killed at any moment.

A mail is held by one process while it talks to the mail server. Until the end of the mail is said, the server throws
away what it got when the connection breaks, so the mail can be tried again. Just before, `sending` is written: a mail
that stays in it was caught in the middle, and is not sent again by itself. A person decides (`item6 outbox`).
"""

from __future__ import annotations

import logging
import secrets
from datetime import datetime, timedelta
from email.utils import parseaddr
from pathlib import Path

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone

from item6.web.backup.manifest import RESTORED
from item6.web.outbox.models import DROPPED, FAILED, SENDING, SENT, UNSURE, WAITING, Mail
from item6.web.outbox.postbox import Handing, MayBeSent, NotSent, Postbox, connected, postbox_of
from item6.web.work.kinds import each_round, kind

LEASE = timedelta(minutes=10)
"""Longer than all steps with their timeouts."""
MOST_TRIES = 12
PAUSES = tuple(timedelta(minutes=n) for n in (1, 5, 15, 60, 180, 360, 720))
"""Between tries; the last again and again: some three days in all."""

log = logging.getLogger("item6.outbox")


@each_round
def send_due() -> bool:
    """Sends one mail that is due; whether there was one. Without a mail server everything waits."""
    settle()
    if not settings.MAIL:
        return False
    mail = take()
    if mail is None:
        return False
    send(mail, postbox_of(settings.MAIL))
    return True


def settle(now: datetime | None = None) -> None:
    """Shows what may have been sent: what was caught in the middle, by a process not heard of since its last step.

    And what waited in a backup that was restored: it may have been sent after the backup was made.
    """
    now, restored = now or timezone.now(), Path(settings.ITEM6_HOME) / RESTORED
    if restored.exists():
        Mail.objects.filter(state=WAITING).update(state=UNSURE, holder="", held_until=None)
        restored.unlink(missing_ok=True)
    Mail.objects.filter(state=SENDING, held_until__lt=now).update(state=UNSURE)


def take(now: datetime | None = None) -> Mail | None:
    """Takes a mail that is due, by compare-and-swap; None where there is none."""
    now = now or timezone.now()
    free = Q(held_until=None) | Q(held_until__lt=now)
    for mail in Mail.objects.filter(free, state=WAITING, due__lte=now).order_by("due", "id")[:20]:
        holder = secrets.token_hex(16)
        seen = Mail.objects.filter(free, pk=mail.pk, state=WAITING, holder=mail.holder, tries=mail.tries)
        if seen.update(holder=holder, held_until=now + LEASE, tries=mail.tries + 1):
            mail.holder, mail.tries = holder, mail.tries + 1
            return mail
    return None


def send(mail: Mail, box: Postbox) -> None:
    """Hands a mail that was taken to the mail server, and writes what came of it."""
    try:
        with connected(box) as server:
            handing = Handing(server, parseaddr(settings.DEFAULT_FROM_EMAIL)[1], mail.to, bytes(mail.content))
            handing.begin()
            if not _held(mail, WAITING).update(state=SENDING, held_until=timezone.now() + LEASE):
                handing.give_up()  # another process has it by now
                return
            code = handing.end()
    except NotSent as refused:
        _not_sent(mail, refused)
    except MayBeSent:
        _held(mail, SENDING).update(state=UNSURE, code="disconnected")
        log.error("mail %d may have been sent or not; decide with: item6 outbox list", mail.pk)
    else:
        _held(mail, SENDING, UNSURE).update(state=SENT, code=code, ended=timezone.now(), held_until=None)


def _held(mail: Mail, *states: str) -> QuerySet[Mail]:
    return Mail.objects.filter(pk=mail.pk, holder=mail.holder, state__in=states)


def _not_sent(mail: Mail, refused: NotSent) -> None:
    now = timezone.now()
    ours = _held(mail, WAITING, SENDING, UNSURE)
    if refused.for_good or mail.tries >= MOST_TRIES:
        ours.update(state=FAILED, code=refused.code, ended=now, held_until=None)
        log.error("mail %d was refused (%s); see: item6 outbox list", mail.pk, refused.code)
        return
    due = now + PAUSES[min(mail.tries, len(PAUSES)) - 1]
    ours.update(state=WAITING, code=refused.code, due=due, holder="", held_until=None)


def send_again(number: int) -> bool:
    """A person's decision: a mail that failed, may have been sent, or came back waits to be sent. False for others."""
    away = Q(state__in=(FAILED, UNSURE)) | Q(state=SENT, returned__isnull=False)
    anew = {"due": timezone.now(), "tries": 0, "holder": "", "held_until": None, "ended": None}
    found = Mail.objects.filter(away, pk=number, erased=None)
    return bool(found.update(state=WAITING, returned=None, returned_status="", **anew))


def drop(number: int) -> bool:
    """A person's decision: a mail is not sent, or not sent again; its content is erased. False where there is none."""
    now = timezone.now()
    found = Mail.objects.filter(Q(held_until=None) | Q(held_until__lt=now) | Q(state=UNSURE), pk=number)
    found = found.filter(state__in=(WAITING, FAILED, UNSURE))
    return bool(found.update(state=DROPPED, ended=now, erased=now, content=b"", holder="", held_until=None))


@kind("outbox.erase", every=timedelta(hours=6))
def erase() -> None:
    """Erases the content of mails that ended some days ago (`keep_mails`)."""
    now = timezone.now()
    before = now - timedelta(days=settings.KEEP_MAILS)
    Mail.objects.filter(erased=None, ended__lt=before).update(content=b"", erased=now)
