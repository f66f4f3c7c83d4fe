"""Mail to one person, in plain text."""

from __future__ import annotations

from django.conf import settings
from django.core.mail import EmailMessage


def send(to: str, subject: str, text: str, *, about: str = "") -> bool:
    """Hands a mail over to be sent. False where this server sends none; then whoever asked must be told.

    about: what it is for, such as `invitation 12`, by which the outbox is asked whether it came back.
    """
    if not settings.SERVER.mail:
        return False
    message = EmailMessage(subject, text, settings.DEFAULT_FROM_EMAIL, [to])
    message.about = about  # type: ignore[attr-defined]  # read by item6.web.outbox.backend, never sent
    return bool(message.send())
