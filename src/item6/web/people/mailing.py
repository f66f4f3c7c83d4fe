"""Mail to one person, in plain text."""

from __future__ import annotations

import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail


def send(to: str, subject: str, text: str) -> bool:
    """Hands a mail over. False where the server sends none, or it was refused; then whoever asked must be told."""
    try:
        return bool(send_mail(subject, text, settings.SERVER.sender or None, [to]))
    except (OSError, SMTPException) as error:
        logging.getLogger(__name__).error("a mail was not sent (%s)", type(error).__name__)
        return False
