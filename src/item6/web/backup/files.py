"""Which files of a workspace are kept: all that cannot be made again of the others."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from item6.record.manifest import POINTER
from item6.web.backup.manifest import RESTORED
from item6.web.building.incoming import FOLDER as INCOMING
from item6.web.building.incoming import READINGS
from item6.web.building.jobs import LOCK, PROCESS
from item6.web.explorer.ahead import FOLDER as PAGES
from item6.web.people.coalitions import FOLDER as COALITIONS

LAST = "last-backup.json"
"""When the last one was made: what `item6 doctor --server` looks at."""
DATABASE = "item6.sqlite"


class Link(Exception):
    """A link in the workspace: what it leads to would be missing in the archive, or be taken from elsewhere."""


def files_in(home: Path) -> Iterator[str]:
    """The names of what is kept, pointers first: what they point at is there, and stays. Link."""
    found = sorted(_below(home, ""))
    yield from sorted(found, key=lambda name: name.rpartition("/")[2] != POINTER)


def _below(folder: Path, named: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            name = f"{named}{entry.name}"
            if is_left_out(name):
                continue
            if entry.is_symlink():
                raise Link(str(folder / entry.name))
            if entry.is_dir():
                yield from _below(folder / entry.name, f"{name}/")
            elif entry.is_file():
                yield name


def is_left_out(name: str) -> bool:
    """Whether a file or folder can be made again, is being made, or is of this machine alone. name: its path."""
    parts = name.split("/")
    if parts[0] == COALITIONS and len(parts) > 2:
        parts = parts[2:]
    if parts[-1].startswith(".") or parts[-1].endswith(".part") or parts[0] == PAGES:
        return True
    if parts[0] == INCOMING and len(parts) == 3:
        return parts[2] in (READINGS, LOCK, PROCESS)
    return name in (LAST, RESTORED) or name.startswith(DATABASE)
