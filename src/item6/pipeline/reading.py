"""One file to its Reading, whatever the file is: missing, odd, hostile or sound."""

from __future__ import annotations

import hashlib
import os
import signal
import stat
import threading
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import FrameType, MappingProxyType

from item6 import sources
from item6.pipeline.conversion import converted, through_copy
from item6.terms.documents import Document, Reading
from item6.terms.issues import Place, issue

Reader = Callable[[bytes, str], Reading]
"""Bytes of a file and its name to what was read."""

SIZE_LIMIT = 200 * 1024 * 1024
"""Bytes; the largest documents of a review have a few million."""


def read_file(path: Path, *, reader: Reader = sources.read, seconds: float | None = None) -> Reading:
    """What the file holds. Never raises for the file: whatever is wrong becomes a Reading with an error Issue.

    seconds: reading is broken off after so long; only in the main thread of systems that have timers.
    """
    name = file_name(path)
    contents = _contents(path, name)
    if isinstance(contents, Reading):
        return contents
    try:
        with _timer(seconds):
            return _read(contents, name, reader)
    except _TimeUp:
        return unread(name, "file.time_limit", {"seconds": f"{seconds:g}"}, sha256=_digest(contents))
    except Exception as error:  # a fault of a reader costs its own file only
        return unread(name, "file.crashed", {"what": type(error).__name__}, sha256=_digest(contents))


def _digest(contents: bytes) -> str:
    return hashlib.sha256(contents).hexdigest()


def file_name(path: Path) -> str:
    """The name without folder, in composed characters, and without bytes that are no text."""
    return unicodedata.normalize("NFC", os.fsencode(path.name).decode("utf-8", "replace"))


def unread(name: str, key: str, arguments: Mapping[str, object] = MappingProxyType({}), *, sha256: str = "") -> Reading:
    """The Reading of a file that gave nothing, with the Issue that says why.

    sha256: of its bytes where they could be read, else empty.
    """
    document = Document(name, sha256, "", "", None, False, None, None, None, None)
    return Reading(document, issues=(issue(key, Place(name), arguments),))


def failed(reading: Reading) -> bool:
    """Whether the file was not read."""
    return any(found.severity == "error" for found in reading.issues)


def _read(contents: bytes, name: str, reader: Reader) -> Reading:
    """What the reader makes of the file; of a copy of it where it is an old Word file that can be converted."""
    reading = reader(contents, name)
    if [found.key for found in reading.issues] != ["file.legacy_word"]:
        return reading
    copy = converted(contents)
    return reading if copy is None else through_copy(reader(copy, name), reading.document)


def _contents(path: Path, name: str) -> bytes | Reading:
    """The bytes, or the Reading that says why there are none."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            return unread(name, "file.unreadable", {"why": "it is a folder"})
        if not stat.S_ISREG(status.st_mode):
            return unread(name, "file.unreadable", {"why": "it is no ordinary file"})
        if status.st_size > SIZE_LIMIT:
            return unread(name, "file.huge", {"limit": f"{SIZE_LIMIT >> 20} MB"})
        return path.read_bytes()
    except FileNotFoundError:
        return unread(name, "file.missing")
    except (OSError, ValueError) as error:
        return unread(name, "file.unreadable", {"why": _why(error)})


def _why(error: Exception) -> str:
    """The system's reason without path and number; the same on every machine where the system says the same."""
    return (error.strerror if isinstance(error, OSError) and error.strerror else type(error).__name__).lower()


class _TimeUp(BaseException):
    """Not an Exception, so that no reader takes it for a fault of the file."""


@contextmanager
def _timer(seconds: float | None) -> Iterator[None]:
    """Raises `_TimeUp` in the block after `seconds`, where the system and the thread allow it."""
    if seconds is None or not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _time_up)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _time_up(number: int, frame: FrameType | None) -> None:
    raise _TimeUp
