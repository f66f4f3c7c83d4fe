"""The links in mails to people without an account: made of the server's secret and a row's salt, and kept nowhere."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets

from django.conf import settings

_LENGTH = 18
_MOST_DIGITS = 18


def new_salt() -> str:
    """What makes the links of one row."""
    return secrets.token_hex(16)


def link_to(room: str, purpose: str, number: int, salt: str) -> str:
    """The last part of the address: the row's number and what only this server can make.

    room: whose row it is, such as `letters`. purpose: what the link is for; one for another purpose opens nothing.
    """
    words = f"item6.{room}:{purpose}:{number}:{salt}"
    made = hmac.digest(settings.SECRET_KEY.encode(), words.encode(), hashlib.sha256)
    return f"{number}-{base64.urlsafe_b64encode(made[:_LENGTH]).decode()}"


def number_in(link: str) -> int:
    """The number of the row that a link says it is of; 0, which no row has, for what is no link."""
    number = link.partition("-")[0]
    return int(number) if number.isascii() and number.isdigit() and len(number) <= _MOST_DIGITS else 0


def opens(link: str, room: str, purpose: str, number: int, salt: str) -> bool:
    """Whether this server made the link for this row and purpose."""
    return hmac.compare_digest(link_to(room, purpose, number, salt).encode(), link.encode())
