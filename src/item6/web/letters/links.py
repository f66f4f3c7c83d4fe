"""The links in mails to signatories: made from the server's secret and the row's salt, and kept nowhere."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets

from django.conf import settings

from item6.web.letters.models import Signature

CONFIRM, MINE = "confirm", "mine"
"""What a link is for: to confirm a signature, or to see, withdraw and deny it."""

_LENGTH = 18


def new_salt() -> str:
    """What makes the links of one row."""
    return secrets.token_hex(16)


def link_of(signature: Signature, purpose: str) -> str:
    """The last part of the address: the row's number and what only the server can make."""
    return f"{signature.pk}-{_mark(signature, purpose)}"


def found_by(link: str, purpose: str) -> Signature | None:
    """The signature of a link; None for one that this server did not make."""
    number, _, mark = link.partition("-")
    if not number.isascii() or not number.isdigit() or len(number) > 18:
        return None
    signature = Signature.objects.select_related("letter", "version").filter(pk=int(number)).first()
    if signature is None or not hmac.compare_digest(_mark(signature, purpose).encode(), mark.encode()):
        return None
    return signature


def _mark(signature: Signature, purpose: str) -> str:
    words = f"item6.letters:{purpose}:{signature.pk}:{signature.salt}"
    made = hmac.digest(settings.SECRET_KEY.encode(), words.encode(), hashlib.sha256)
    return base64.urlsafe_b64encode(made[:_LENGTH]).decode()
