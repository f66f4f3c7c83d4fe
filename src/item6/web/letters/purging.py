"""Addresses of signatories are erased on the day that their letter says; the list of names stays."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import islice

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from item6.web.audit.noting import CHANGED, note
from item6.web.letters.mails import about_of
from item6.web.letters.models import Asked, Letter, Signature
from item6.web.outbox.erasing import erase_about
from item6.web.work.kinds import kind

PURGED = "letter-purged"


@kind("letters.purge", every=timedelta(hours=6))
def purge_due() -> None:
    """Erases what is due."""
    for letter in Letter.objects.filter(purge__lte=timezone.now().date()).order_by("pk"):
        purge(letter=letter)


@transaction.atomic
def purge(*, letter: Letter, today: date | None = None) -> int:
    """Erases addresses, networks and who signed for an organisation, whom the coalition asked, and the mails to them.

    Nothing before the letter's day. What is counted stays counted, and links of mails that were sent go on to work.
    """
    if letter.purge is None or letter.purge > (today or timezone.now().date()):
        return 0
    held = letter.signatures.exclude(Q(email="") & Q(network="") & Q(signer=""))
    _erase_mails(held.only("pk").iterator(chunk_size=2000))
    _erase_mails(letter.asked.only("pk").iterator(chunk_size=2000))
    rows = held.update(email="", network="", signer="")
    asked, _ = letter.asked.all().delete()
    if rows or asked:
        note(CHANGED, PURGED, person=None, coalition=letter.coalition_id, object=f"letter {letter.pk}: {rows + asked}")
    return rows + asked


def _erase_mails(rows: Iterable[Signature | Asked]) -> None:
    """Those in the outbox, of however many rows."""
    about = map(about_of, rows)
    while some := list(islice(about, 2000)):
        erase_about(some)
