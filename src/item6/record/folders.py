"""Which folder a record's name means."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from item6.record.errors import RecordDamaged, RecordNotFound
from item6.record.manifest import POINTER

_HASH = re.compile(r"[0-9a-f]{64}")
_BEGINNING = re.compile(r"[0-9a-f]{4,64}")


STANDS_ON = "stands-on"
"""The file of a workspace that names another one, whose records it shows until it has one of its own."""

_MAKE = "`item6 build FOLDER` makes one of your documents"


def base_of(home: Path) -> Path | None:
    """The workspace that this one stands on, None for one that stands on its own. Asked for with every page."""
    try:
        changed = os.stat(_stands_on(home)).st_mtime_ns  # noqa: PTH116  # a fifth of the time
    except (FileNotFoundError, NotADirectoryError):
        return None
    return _base(home, changed)


@lru_cache(maxsize=1024)
def _stands_on(home: Path) -> str:
    return str(home / STANDS_ON)


@lru_cache(maxsize=1024)
def _base(home: Path, changed: int) -> Path | None:
    named = (home / STANDS_ON).read_text(encoding="utf-8").strip()
    return (home / named).resolve() if named else None


def find_folder(home: Path, which: str) -> Path:
    """The folder of the record `which`: `current`, a hash, or at least four digits of its beginning.

    A workspace that stands on another is looked through first, then the other; the record that its own pointer names
    may lie in either.

    RecordNotFound where there is none, or more than one; RecordDamaged where the pointer names no hash.
    """
    base = base_of(home)
    homes = [home] if base is None else [home, base]
    return _pointed(homes) if which == POINTER else _find(homes, which)


def _pointed(homes: Sequence[Path]) -> Path:
    """The folder that the first pointer names. Asked for with every page: a pointer is read once for each state of it.

    It is replaced as a whole, never written into, so that its number, size and times tell one state from another.
    """
    for index, each in enumerate(homes):
        try:
            state = os.stat(_pointer(each))  # noqa: PTH116  # a fifth of the time
        except OSError:
            continue
        seen = state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns
        folder = _named(tuple(homes[index:]), seen)
        is_there = os.path.isdir(folder)  # noqa: PTH112  # the same
        return folder if is_there else _find(homes[index:], folder.name)
    raise RecordNotFound(f"{homes[0] / 'records'}: there is no record yet; {_MAKE}")


@lru_cache(maxsize=1024)
def _pointer(home: Path) -> str:
    return str(home / "records" / POINTER)


@lru_cache(maxsize=1024)
def _named(homes: tuple[Path, ...], seen: tuple[int, ...]) -> Path:
    """The folder that the pointer of the first of these workspaces names, which lies in one of them."""
    return _find(homes, _current(homes[0] / "records"))


def has_own(home: Path) -> bool:
    """Whether a workspace that stands on another shows a record that it chose or built itself."""
    return os.path.exists(_pointer(home))  # noqa: PTH110  # asked with every page


def _find(homes: Sequence[Path], which: str) -> Path:
    wanted = which.strip().lower()
    if not _BEGINNING.fullmatch(wanted):
        raise RecordNotFound(f"{which}: not the name of a record; give `{POINTER}` or the first digits of a hash")
    for records in (each / "records" for each in homes):
        found = [records / wanted] if (records / wanted).is_dir() else sorted(records.glob(f"{wanted}*"))
        found = [folder for folder in found if _HASH.fullmatch(folder.name)]
        if len(found) > 1:
            raise RecordNotFound(f"{records}: {len(found)} records begin with {wanted}; give more digits")
        if found:
            return found[0]
    raise RecordNotFound(
        f"{homes[0] / 'records'}: there is no record {wanted}; `item6 record list` names those that are"
    )


def hashes_in(home: Path) -> list[str]:
    """The hashes of all records of a workspace and the one it stands on, in order; none in a new one."""
    homes = filter(None, (home, base_of(home)))
    return sorted({each.name for one in homes for each in (one / "records").glob("*") if _HASH.fullmatch(each.name)})


def _current(records: Path) -> str:
    pointer = records / POINTER
    try:
        named = pointer.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        raise RecordNotFound(f"{records}: there is no record yet; {_MAKE}") from None
    except UnicodeDecodeError:
        named = ""
    if not _HASH.fullmatch(named):
        raise RecordDamaged(f"{pointer}: does not name a record; build the record again")
    return named
