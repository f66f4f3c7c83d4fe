"""Files of briefings, made in the server within bounds: few at once, each kept while the record is current."""

from __future__ import annotations

import io
import re
import threading
import zipfile
from collections.abc import Callable, Iterator
from typing import TypeVar

from item6.briefings.asked import Asked, Kind
from item6.briefings.document import Document, Picture
from item6.briefings.making import BriefingError, files, made, stem
from item6.briefings.writers import WriterMissing
from item6.measures.filters import FilterError
from item6.web.briefings.wanted import NotMade, checked, kinds_of
from item6.web.explorer.caching import Kept

Made = TypeVar("Made")

AT_ONCE = threading.BoundedSemaphore(2)
"""Briefings that are made at the same time; a made one takes a second or two of a processor."""

PATIENCE = 20.0
"""Seconds that somebody waits for a turn."""

_FILES = Kept(32_000_000)
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "zip": "application/zip",
}
"""The type of each format."""


class Busy(Exception):
    """Too many briefings are being made."""


def document(kind: Kind, asked: Asked) -> Document:
    """A briefing to be read in place. NotMade where it cannot be made, Busy where others are being made."""
    make = kind.document
    if make is None:
        raise NotMade(kind.title)
    found = _in_turn(lambda: make(checked(kind, asked)))
    for block in found.blocks:
        if isinstance(block, Picture):
            _FILES.put(_of_chart(kind, asked, block.name), _STYLE.sub("", block.svg, count=1).encode())
    return found


def chart(kind: Kind, asked: Asked, name: str) -> bytes:
    """A picture of a briefing as SVG. KeyError where it has none of that name; NotMade, Busy."""
    key = _of_chart(kind, asked, name)
    if _FILES.get(key) is None:
        document(kind, asked)
    found = _FILES.get(key)
    if found is None:
        raise KeyError(name)
    return found


def _of_chart(kind: Kind, asked: Asked, name: str) -> tuple[str, ...]:
    return (
        asked.record.hash,
        str(asked.review),
        kind.name,
        asked.theme,
        asked.state,
        asked.stage,
        str(asked.session),
        name,
    )


_STYLE = re.compile(r' style="[^"]*"')
"""The pages forbid styles in what they show; that of a chart only keeps it within its place, as the page's own do."""


def file(kind: Kind, asked: Asked, form: str) -> tuple[str, bytes]:
    """Name and content of a file. NotMade, Busy."""
    asked = checked(kind, asked)
    name = f"{stem(kind, asked)}.{form}"
    return name, _kept((name, asked.theme), asked, lambda: made(kind, asked, form))


def full_set(asked: Asked) -> tuple[str, bytes]:
    """Every kind that can be made of what is asked, in all its formats, as a ZIP. NotMade, Busy."""
    name = f"{asked.review}-briefings.zip"
    return name, _kept((name, asked.theme, asked.state), asked, lambda: _packed(asked))


def _packed(asked: Asked) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _all_files(asked):
            archive.writestr(zipfile.ZipInfo(name, _FIRST_DAY), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _all_files(asked: Asked) -> Iterator[tuple[str, bytes]]:
    """The files of a set; kinds that need what is not given, and formats that nothing here can write, are left out."""
    for kind in kinds_of(asked):
        try:
            found = list(files(kind, checked(kind, asked), kind.formats))
        except (NotMade, BriefingError):
            continue
        for name, content in found:
            try:
                yield name, content()
            except WriterMissing:
                continue


def _kept(key: tuple[str, ...], asked: Asked, make: Callable[[], bytes]) -> bytes:
    """What was made before of the same record, or is made now."""
    whole = (asked.record.hash, *key)
    found = _FILES.get(whole)
    if found is None:
        found = _in_turn(make)
        _FILES.put(whole, found)
    return found


def _in_turn(make: Callable[[], Made]) -> Made:
    if not AT_ONCE.acquire(timeout=PATIENCE):
        raise Busy
    try:
        return make()
    except (BriefingError, FilterError, KeyError, WriterMissing) as error:
        raise NotMade(str(error)) from None
    finally:
        AT_ONCE.release()
