"""Browsers that signed in to an account before: a signed cookie for each account, which opens nothing.

It gives the browser a budget of tries of its own, so that nobody elsewhere can spend it.
"""

from __future__ import annotations

import secrets

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

_AGE = 400 * 24 * 3600
_PATH = "/sign-in"


def browser(request: HttpRequest, email: str) -> str:
    """The name of this browser for the account with a (folded) address; empty where it never signed in to it."""
    account = _account(email)
    try:
        return str(signing.loads(request.COOKIES.get(_cookie(account), ""), salt=_salt(account), max_age=_AGE))
    except signing.BadSignature:
        return ""


def remember(request: HttpRequest, response: HttpResponse, email: str) -> None:
    """Makes the browser known to the account; one that is known keeps its name."""
    account = _account(email)
    name = browser(request, email) or secrets.token_urlsafe(16)
    response.set_cookie(
        _cookie(account), signing.dumps(name, salt=_salt(account)), max_age=_AGE, path=_PATH, httponly=True,
        samesite="Lax", secure=settings.SESSION_COOKIE_SECURE,
    )  # fmt: skip


def _account(email: str) -> str:
    return salted_hmac("item6.known", email, algorithm="sha256").hexdigest()


def _cookie(account: str) -> str:
    return f"item6-known-{account[:12]}"


def _salt(account: str) -> str:
    return f"item6.known.{account}"
