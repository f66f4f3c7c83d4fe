"""Pages of a record never change, so each is made once and kept, packed, while the record is current."""

from __future__ import annotations

import gzip
import threading
from collections import OrderedDict
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
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


def kept(request: HttpRequest, record: Record, made: Callable[[], HttpResponse]) -> HttpResponse:
    """The page of a request, which depends on the record, the address, the language and the groups of the workspace.

    Workspaces that have records of their own share no page with others: a page may name or open another record. Those
    that have none, and stand on one workspace, see the same and share.
    """
    if request.method != "GET":
        return made()
    language = get_language() or ""
    address = f"{request.path}?{request.GET.urlencode()}" if request.GET else request.path
    groups = own.around()
    key = (_records_seen(), record.hash, address, language, groups)
    page = PAGES.get(key)
    if page is None:
        page = ahead.made(record.folder.parents[1], record.hash, language, address, groups)
        if page is None:
            response = made()
            if not can_be_kept(response):
                return response
            page = gzip.compress(response.content, _QUICKLY, mtime=0)
        PAGES.put(key, page)
    if "gzip" not in request.headers.get("Accept-Encoding", ""):
        return HttpResponse(gzip.decompress(page))
    response = HttpResponse(page)
    response.headers["Content-Encoding"] = "gzip"
    response.headers["Vary"] = "Accept-Encoding, Accept-Language, Cookie"
    return response


def _records_seen() -> str:
    """Names the workspace whose records a page can show."""
    home = workspace.home()
    base = base_of(home)
    return str(home if base is None or (home / "records").exists() else base)


def can_be_kept(response: HttpResponse) -> bool:
    """Whether it is a page that shows what was asked for, always the same."""
    return response.status_code == 200 and "html" in response.headers["Content-Type"]
