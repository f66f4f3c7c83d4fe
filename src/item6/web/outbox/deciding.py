"""What a person sees of the outbox: states and addresses, no content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from item6.web.outbox.models import DROPPED, SENT, Mail
from item6.web.outbox.sending import settle

Row = Mapping[str, str | int]


def listed(*, everything: bool = False) -> Sequence[Row]:
    """Mails that wait, failed or may have been sent, the first first; with everything also those that are done with."""
    settle()
    found = Mail.objects.order_by("id")
    if not everything:
        found = found.exclude(state__in=(SENT, DROPPED))
    return [
        {"number": each.pk, "state": each.state, "to": each.to, "made": f"{each.made:%Y-%m-%d %H:%M}",
         "tries": each.tries, "code": each.code, "due": f"{each.due:%Y-%m-%d %H:%M}"}
        for each in found.defer("content")
    ]  # fmt: skip
