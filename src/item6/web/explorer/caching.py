"""Pages of a record never change, so each is made once and kept, packed, while the record is current."""

from __future__ import annotations

import gzip
import os
import threading
from collections import OrderedDict
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import get_language

from item6.record.folders import base_of
from item6.record.reader import Record
from item6.web.explorer import ahead, own
from item6.web.gate import workspace

_MOST = 64_000_000
"""Bytes kept; the pages asked for longest ago go first."""

_QUICKLY = 1
"""How hard pages are packed while somebody waits: a half larger than they could be, in a third of the time."""


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
_LONG = 500
"""Characters of a query that is longer than those that are remembered."""


def kept(request: HttpRequest, record: Record, made: Callable[[], HttpResponse]) -> HttpResponse:
    """The page of a request, which depends on the record, the address, the language and the groups of the workspace.

    Workspaces that have records of their own share no page with others: a page may name or open another record. Those
    that have none, and stand on one workspace, see the same and share.
    """
    if request.method != "GET":
        return made()
    key = _key(request, record)
    page = _found(key, record)
    if page is None:
        response = made()
        if not can_be_kept(response):
            return response
        page = gzip.compress(response.content, _QUICKLY, mtime=0)
        PAGES.put(key, page)
    return _answer(request, page)


def made_before(request: HttpRequest, record: Record) -> HttpResponse | None:
    """The page of a request where it is there already, by whichever view; None where a view must be asked."""
    page = _found(_key(request, record), record) if request.method == "GET" else None
    return None if page is None else _answer(request, page)


Key = tuple[str, str, str, str, str]
"""Whose records are seen, the record's hash, the address, the language, the groups."""


def _key(request: HttpRequest, record: Record) -> Key:
    address = f"{request.path}?{asked}" if (asked := _asked(request)) else request.path
    return (_records_seen(), record.hash, address, get_language() or "", own.around())


def _found(key: Key, record: Record) -> bytes | None:
    """What is kept, or was made ahead and is kept from now on."""
    page = PAGES.get(key)
    if page is None:
        _, hash, address, language, groups = key
        page = ahead.made(record.folder.parents[1], hash, language, address, groups)
        if page is not None:
            PAGES.put(key, page)
    return page


def _answer(request: HttpRequest, page: bytes) -> HttpResponse:
    if "gzip" not in request.META.get("HTTP_ACCEPT_ENCODING", ""):  # `headers` would be made of all of them
        return HttpResponse(gzip.decompress(page))
    response = HttpResponse(page)
    response.headers["Content-Encoding"] = "gzip"
    response.headers["Vary"] = "Accept-Encoding, Accept-Language, Cookie"
    return response


def _asked(request: HttpRequest) -> str:
    """What is asked for behind the address, in one spelling."""
    query = request.META.get("QUERY_STRING", "")
    if len(query) > _LONG:
        return request.GET.urlencode()
    return _spelled(query, request.encoding) if query else ""


@lru_cache(maxsize=2048)
def _spelled(query: str, encoding: str | None) -> str:
    """As `HttpRequest.GET` reads it; what was asked before is not read anew."""
    return QueryDict(query.encode("latin-1"), encoding=encoding).urlencode()


def _records_seen() -> str:
    """Names the workspace whose records a page can show."""
    home = workspace.home()
    base = base_of(home)
    return str(home if base is None or os.path.exists(_records(home)) else base)  # noqa: PTH110  # with every page


@lru_cache(maxsize=1024)
def _records(home: Path) -> str:
    return str(home / "records")


def can_be_kept(response: HttpResponse) -> bool:
    """Whether it is a page that shows what was asked for, always the same."""
    return response.status_code == 200 and "html" in response.headers["Content-Type"]
