"""Django's way to send mail, which here writes into the outbox, in the transaction of the change that it tells of."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from email.utils import formatdate, parseaddr

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from item6.web.outbox.models import Mail


class EmailBackend(BaseEmailBackend):
    """Writes a row for each address; nothing is sent here."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """How many mails were written into the outbox."""
        rows = [_row(message, to) for message in email_messages for to in dict.fromkeys(message.recipients())]
        Mail.objects.bulk_create(rows)
        return len(rows)


def _row(message: EmailMessage, to: str) -> Mail:
    """A mail to one address. Its Message-ID and date are fixed here, and the same however often it is tried."""
    host = parseaddr(message.from_email)[1].rpartition("@")[2] or "localhost"
    message_id, now = f"<{secrets.token_hex(16)}@{host}>", timezone.now()
    before = message.extra_headers
    try:
        message.extra_headers = {**before, "Message-ID": message_id, "Date": formatdate(now.timestamp())}
        content = message.message().as_bytes()
    finally:
        message.extra_headers = before
    about = str(getattr(message, "about", ""))
    return Mail(to=parseaddr(to)[1], content=content, about=about, message_id=message_id, made=now, due=now)
