"""The process that makes pages ahead: `python -m item6.web.explorer.making`, with ITEM6_HOME.

Gives way to everything else on the machine, ends when the server that started it has ended or another record is
current, and goes on next time where it ended. Pages of other records, and of other versions of this program, go first.
"""

from __future__ import annotations

import gzip
import io
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.urls import resolve
from django.utils.http import urlencode
from django.utils.translation import override

from item6.charts.bars import ORDER
from item6.record.locks import keep, locked
from item6.record.reader import Record
from item6.web.explorer import ahead, caching, own, records

MOST = 150_000_000
"""Bytes that the pages of a record may take; what does not fit is made when it is asked for."""


def addresses(record: Record) -> Iterator[str]:
    """The pages that people open first: all reviews, States, and the recommendations to each State and of each review.

    Those to a State by position and by cycle too, which is what one narrows down to first.
    """
    yield "/"
    reviews = [row.name for row in record.reviews()]
    yield from (f"/r/{review}" for review in reviews)
    for state in dict.fromkeys(review.state for review in reviews):
        yield _listed(f"state:{state}")
        yield f"/state/{state}"
        yield from (_listed(f"state:{state} cycle:{review.cycle}") for review in reviews if review.state == state)
        yield from (_listed(f"state:{state} position:{position}") for position in ORDER)


def make(home: Path, *, parent: int | None = None) -> int:
    """Writes the pages of the current record that are not there yet, each at once. How many were made.

    parent: the process that asked for it, after whose end it stops.
    """
    if records.current() is None:
        return 0
    (home / ahead.FOLDER).mkdir(mode=0o700, exist_ok=True)
    with locked(home / ahead.FOLDER / ".making"), override(settings.LANGUAGE_CODE):
        record = records.current()
        if record is None:
            return 0
        folder = ahead.folder_of(home, record.hash, settings.LANGUAGE_CODE, own.around())
        _tidy(folder)
        count, size = 0, sum(path.stat().st_size for path in folder.iterdir())
        for address in addresses(record):
            over = size > MOST or (parent is not None and os.getppid() != parent) or records.current() is not record
            if over:
                break
            path = ahead.file_of(folder, address)
            page = None if path.exists() else _page(address)
            if page:
                _write(path, page)
                count, size = count + 1, size + len(page)
        return count


def _tidy(folder: Path) -> None:
    """Makes the folder, and removes those of other records, programs and languages."""
    for other in folder.parent.iterdir():
        if other.is_dir() and other != folder:
            shutil.rmtree(other, ignore_errors=True)
    folder.mkdir(mode=0o700, exist_ok=True)


def _page(address: str) -> bytes | None:
    """The page as its view makes it, packed; None where it has none to show."""
    path, _, query = address.partition("?")
    request = WSGIRequest(
        {"REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query, "wsgi.input": io.BytesIO(),
         "SERVER_NAME": "127.0.0.1", "SERVER_PORT": "80"}
    )  # fmt: skip
    view = resolve(path)
    response = view.func(request, *view.args, **view.kwargs)
    return gzip.compress(response.content, 6, mtime=0) if caching.can_be_kept(response) else None


def _listed(asked: str) -> str:
    return f"/recommendations?{urlencode({'q': asked})}"


def _write(path: Path, page: bytes) -> None:
    partial = path.with_suffix(".part")
    partial.write_bytes(page)
    keep(partial)
    partial.replace(path)


def main() -> int:
    """Makes them, with the lowest claim on the machine."""
    if hasattr(os, "nice"):
        os.nice(15)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "item6.web.settings")
    django.setup()
    make(Path(settings.ITEM6_HOME), parent=os.getppid())
    return 0


if __name__ == "__main__":
    sys.exit(main())
