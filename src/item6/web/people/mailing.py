"""Mail to one person, in plain text."""

from __future__ import annotations

from django.conf import settings
from django.core.mail import send_mail


def send(to: str, subject: str, text: str) -> bool:
    """Hands a mail over to be sent. False where this server sends none; then whoever asked must be told."""
    if not settings.SERVER.mail:
        return False
    return bool(send_mail(subject, text, settings.DEFAULT_FROM_EMAIL, [to]))
