"""Pages of a record never change, so each is made once and kept, packed, while the record is current."""

from __future__ import annotations

import gzip
import threading
from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from item6.web.explorer import own, records

_MOST = 64_000_000
"""Bytes kept; the pages asked for longest ago go first."""


class Kept:
    """Bytes by key, the last ones asked for, up to a size. Thread-safe."""

    def __init__(self, most: int) -> None:
        self._most, self._size = most, 0
        self._pages: OrderedDict[tuple[str, ...], bytes] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: tuple[str, ...]) -> bytes | None:
        """What is kept under a key."""
        with self._lock:
            found = self._pages.get(key)
            if found is not None:
                self._pages.move_to_end(key)
            return found

    def put(self, key: tuple[str, ...], page: bytes) -> None:
        """Keep it."""
        with self._lock:
            self._size += len(page) - len(self._pages.pop(key, b""))
            self._pages[key] = page
            while self._size > self._most:
                self._size -= len(self._pages.popitem(last=False)[1])


PAGES = Kept(_MOST)

View = Callable[..., HttpResponse]


def kept(view: View) -> View:
    """A view whose page depends on the record, the address, the language and the groups of the workspace alone."""

    @wraps(view)
    def made(request: HttpRequest, **names: Any) -> HttpResponse:
        record = records.current()
        if record is None or request.method != "GET":
            return view(request, **names)
        key = (record.hash, request.get_full_path(), get_language() or "", own.stamp())
        page = PAGES.get(key)
        if page is None:
            response = view(request, **names)
            if response.status_code != 200 or "html" not in response.headers["Content-Type"]:
                return response
            page = gzip.compress(response.content, 1, mtime=0)
            PAGES.put(key, page)
        if "gzip" not in request.headers.get("Accept-Encoding", ""):
            return HttpResponse(gzip.decompress(page))
        response = HttpResponse(page)
        response.headers["Content-Encoding"] = "gzip"
        response.headers["Vary"] = "Accept-Encoding, Accept-Language"
        return response

    return made
