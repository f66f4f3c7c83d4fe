"""What a person sees of the outbox: states and addresses, no content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db.models import Q

from item6.web.outbox.models import DROPPED, SENT, Mail
from item6.web.outbox.sending import settle

Row = Mapping[str, str | int]
RETURNED = "returned"
"""The state of a mail that was sent, and came back."""


def listed(*, everything: bool = False) -> Sequence[Row]:
    """Mails that wait, failed, may have been sent or came back, the first first; with everything also the others.

    What came back is listed as long as it can be sent again.
    """
    settle()
    found = Mail.objects.order_by("id")
    if not everything:
        found = found.exclude(Q(state=DROPPED) | Q(state=SENT, returned=None) | Q(state=SENT, erased__isnull=False))
    return [
        {"number": each.pk, "state": RETURNED if each.returned else each.state, "to": each.to,
         "made": f"{each.made:%Y-%m-%d %H:%M}", "tries": each.tries,
         "code": each.returned_status or each.code, "due": f"{each.due:%Y-%m-%d %H:%M}"}
        for each in found.defer("content")
    ]  # fmt: skip
