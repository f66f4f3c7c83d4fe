"""Secrets of second factors as the database holds them: sealed with the server's key, so that a copy opens no door."""

from __future__ import annotations

import base64

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.utils.crypto import salted_hmac

_MARK = "sealed:"


def seal(text: str) -> str:
    """The text, readable with the server's key alone."""
    return _MARK + _fernet().encrypt(text.encode()).decode()


def unseal(sealed: str) -> str:
    """The text. Empty, which no code fits, where it was sealed with another key."""
    if not sealed.startswith(_MARK):
        return sealed
    try:
        return _fernet().decrypt(sealed.removeprefix(_MARK).encode()).decode()
    except InvalidToken:
        return ""


def _fernet() -> Fernet:
    key = salted_hmac("item6.sealing", "second factors", secret=settings.SECRET_KEY, algorithm="sha256").digest()
    return Fernet(base64.urlsafe_b64encode(key))
