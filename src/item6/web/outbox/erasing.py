"""Taking mails out of the outbox that are about somebody who wants to be forgotten."""

from __future__ import annotations

from collections.abc import Collection

from django.utils import timezone

from item6.web.outbox.models import DROPPED, FAILED, UNSURE, WAITING, Mail


def erase_about(about: Collection[str]) -> int:
    """Erases address and content of the mails about these rows; those that were not sent are not sent any more.

    How many mails there were. One that is being handed over at this moment may still arrive.
    """
    now = timezone.now()
    found = Mail.objects.filter(about__in=[each for each in about if each])
    found.filter(state__in=(WAITING, FAILED, UNSURE)).update(state=DROPPED, ended=now, holder="", held_until=None)
    return found.update(to="", content=b"", about="", erased=now)
