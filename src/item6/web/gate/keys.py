"""The one-time key: the address that `item6 serve` prints opens the door once; a cookie keeps it open.

Other programs and other people of the same machine can reach a loopback port, so the port alone is no secret.
"""

from __future__ import annotations

import hmac
import os
import threading
from collections.abc import Callable

from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import urlencode

from item6.web.gate.views import closed

COOKIE = "item6"
PARAMETER = "key"
_SALT = "item6.gate"


class Keys:
    """The key that has not been used yet. Thread-safe."""

    def __init__(self, key: str = "") -> None:
        self._key = key
        self._lock = threading.Lock()

    def use(self, given: str) -> bool:
        """Whether this is the key; true once only."""
        with self._lock:
            right = bool(self._key) and hmac.compare_digest(self._key.encode(), given.encode())
            if right:
                self._key = ""
            return right


KEYS = Keys(os.environ.get("ITEM6_KEY", ""))


class OneTimeKey:
    """Lets in who brings the key or the cookie; everything else is answered with 403 and no content of the record."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The page, the redirect that takes the key out of the address, or the closed door."""
        if _has_cookie(request) or request.path.startswith("/static/"):
            return self._get_response(request)
        if request.method == "GET" and KEYS.use(request.GET.get(PARAMETER, "")):
            return _let_in(request)
        return closed(request)


def _has_cookie(request: HttpRequest) -> bool:
    try:
        return bool(signing.loads(request.COOKIES.get(COOKIE, ""), salt=_SALT) == "in")
    except signing.BadSignature:
        return False


def _let_in(request: HttpRequest) -> HttpResponse:
    rest = request.GET.copy()
    del rest[PARAMETER]
    query = urlencode(list(rest.lists()), doseq=True)
    response = HttpResponseRedirect(f"{request.path}?{query}" if query else request.path)
    response.set_cookie(COOKIE, signing.dumps("in", salt=_SALT), httponly=True, samesite="Strict", path="/")
    return response
