"""Answers for programs. A view checks what was asked, asks `answers`, and packs what comes back."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.csrf import csrf_exempt

import item6
from item6.record.errors import RecordError
from item6.web.api.answers import ANSWERS
from item6.web.api.asking import Refused, asked
from item6.web.api.openapi import description
from item6.web.api.routes import Endpoint
from item6.web.explorer import own, records
from item6.web.gate import problems

if TYPE_CHECKING:
    from item6.web.api.limits import Allowed

View = Callable[..., HttpResponse]

_SMALL = 1000
"""Bytes below which packing gains nothing."""


def view_of(endpoint: Endpoint) -> View:
    """The view of an address of the record."""

    def view(request: HttpRequest, **parts: str) -> HttpResponse:
        return _answered(request, lambda: _of_record(request, endpoint, parts))

    view.__name__ = f"api_{endpoint.name}"
    return csrf_exempt(view)  # nothing can be changed here


@csrf_exempt
def openapi(request: HttpRequest) -> HttpResponse:
    """The description of all this, for programs."""
    return _answered(request, lambda: _packed(request, _bytes(description(settings.ACCOUNTS)), ""))


def _answered(request: HttpRequest, made: Callable[[], HttpResponse]) -> HttpResponse:
    """The answer, where the method reads and the limit allows it; else the problem."""
    if request.method not in ("GET", "HEAD"):
        return problems.not_allowed()
    allowed = _allowed(request)
    if allowed is not None and not allowed.fine:
        return problems.problem(
            429, f"More than {allowed.limit} requests in a minute.", f"Go on after {allowed.wait} s.", allowed.headers
        )
    try:
        response = made()
    except Refused as error:
        response = problems.problem(error.status, _sentence(error.detail), _sentence(error.hint))
    for name, value in (allowed.headers if allowed else {}).items():
        response.headers[name] = value
    return response


def _allowed(request: HttpRequest) -> Allowed | None:
    """One request of the key's limit, or the person's in the browser; None on a laptop, which has none."""
    found = getattr(request, "acting", None)
    if found is None:
        return None
    from item6.web.api.limits import LIMITS  # has a table, which a laptop has not

    return LIMITS.take(f"key {found.key}" if found.key else f"person {found.person}")


def _of_record(request: HttpRequest, endpoint: Endpoint, parts: dict[str, str]) -> HttpResponse:
    try:
        record = records.current()
        if record is None:
            raise Refused(404, "there is no record yet", "build one of your documents first")
        given = asked(endpoint, request.GET)
        tag = _tag(request, record.hash)
        if tag in request.headers.get("If-None-Match", ""):
            return _dressed(HttpResponse(status=304), tag)
        return _packed(request, _bytes(ANSWERS[endpoint.name](record, given, **parts)), tag)
    except RecordError:
        hint = "Whoever runs the server finds out why with: item6 doctor"
        return problems.problem(503, "The record cannot be read at the moment.", hint, {"Retry-After": "60"})


def _tag(request: HttpRequest, record: str) -> str:
    """What changes when the answer does: the record, the address, the groups of States, the program."""
    of = (record, request.path, request.GET.urlencode(), own.stamp(), item6.__version__)
    return f'W/"{hashlib.sha256(chr(10).join(of).encode("utf-8", "replace")).hexdigest()[:32]}"'


def _bytes(found: Any) -> bytes:
    """UTF-8; what cannot be written in it (a lone surrogate of a broken document) as a replacement sign."""
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _packed(request: HttpRequest, plain: bytes, tag: str) -> HttpResponse:
    small = len(plain) > _SMALL and "gzip" in request.headers.get("Accept-Encoding", "")
    content = gzip.compress(plain, 1, mtime=0) if small else plain
    response = HttpResponse(content, content_type="application/json")
    if small:
        response.headers["Content-Encoding"] = "gzip"
    return _dressed(response, tag)


def _dressed(response: HttpResponse, tag: str) -> HttpResponse:
    """With what says how long it holds: kept by who asked alone, and asked about again each time."""
    if tag:
        response.headers["ETag"] = tag
    response.headers["Cache-Control"] = "private, no-cache"
    patch_vary_headers(response, ["Accept-Encoding", "Authorization", "Cookie"])
    return response


def _sentence(words: str) -> str:
    ended = words if words.endswith((".", "?", "!")) else f"{words}."
    return ended[:1].upper() + ended[1:]
