"""Locks between processes, and files that are surely on the disk. A lock ends with the process that holds it."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_PATIENCE = 0.2
"""Setting: seconds between two looks at a lock that another process has."""

if sys.platform == "win32":
    import msvcrt

    def _take(number: int, wait: bool) -> None:
        msvcrt.locking(number, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(number: int, wait: bool) -> None:
        fcntl.flock(number, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Holds the lock file `path`, made where it is missing; waits for whoever holds it."""
    number = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        _take(number, True)
        yield
    finally:
        os.close(number)


@contextmanager
def in_turn(path: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Holds the lock file `path`, made where it is missing. waiting: called once where another process has it."""
    number = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    told = False
    try:
        while not _is_free(number):
            if not told:
                waiting()
            told = True
            time.sleep(_PATIENCE)
        yield
    finally:
        os.close(number)


def _is_free(number: int) -> bool:
    """Whether nobody else had the lock, which is held now. OSError where the disk knows no locks."""
    try:
        _take(number, False)
    except (BlockingIOError, PermissionError):
        return False
    return True


def hold(path: Path) -> int:
    """Makes and holds a lock file that no one else has. Returns what `os.close` ends it with."""
    number = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o666)
    _take(number, True)
    return number


def try_hold(path: Path) -> int | None:
    """Holds the lock file `path`, made where it is missing. What `os.close` ends it with; None where it is held."""
    number = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _take(number, False)
    except OSError:
        os.close(number)
        return None
    return number


def is_held(path: Path) -> bool:
    """Whether a living process holds the lock file; False where there is none."""
    try:
        number = os.open(path, os.O_RDWR)
    except FileNotFoundError:
        return False
    try:
        _take(number, False)
    except OSError:
        return True
    finally:
        os.close(number)
    return False


def keep(path: Path) -> None:
    """Waits until a file, or the names in a folder, are on the disk (folders: where the system can)."""
    if path.is_dir() and sys.platform == "win32":
        return
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
