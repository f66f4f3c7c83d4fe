"""The links in mails to signatories: made from the server's secret and the row's salt, and kept nowhere."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets

from django.conf import settings

from item6.web.letters.models import Asked, Signature

CONFIRM, MINE, DECLINE = "confirm", "mine", "decline"
"""What a link is for: to confirm a signature, to see, withdraw and deny it; or to say that one will not sign."""

_LENGTH = 18


def new_salt() -> str:
    """What makes the links of one row."""
    return secrets.token_hex(16)


def link_of(signature: Signature | Asked, purpose: str) -> str:
    """The last part of the address: the row's number and what only the server can make."""
    return f"{signature.pk}-{_mark(signature, purpose)}"


def found_by(link: str, purpose: str) -> Signature | None:
    """The signature of a link; None for one that this server did not make."""
    signature = Signature.objects.select_related("letter", "version").filter(pk=_number(link)).first()
    return signature if signature is not None and _is_of(link, signature, purpose) else None


def asked_by(link: str) -> Asked | None:
    """The invitation of a link that declines it; None for one that this server did not make."""
    asked = Asked.objects.select_related("letter__coalition").filter(pk=_number(link)).first()
    return asked if asked is not None and _is_of(link, asked, DECLINE) else None


def _number(link: str) -> int:
    number = link.partition("-")[0]
    return int(number) if number.isascii() and number.isdigit() and len(number) <= 18 else -1


def _is_of(link: str, row: Signature | Asked, purpose: str) -> bool:
    return hmac.compare_digest(_mark(row, purpose).encode(), link.partition("-")[2].encode())


def _mark(signature: Signature | Asked, purpose: str) -> str:
    words = f"item6.letters:{purpose}:{signature.pk}:{signature.salt}"
    made = hmac.digest(settings.SECRET_KEY.encode(), words.encode(), hashlib.sha256)
    return base64.urlsafe_b64encode(made[:_LENGTH]).decode()
