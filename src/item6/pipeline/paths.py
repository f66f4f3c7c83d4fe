"""What people name on the command line, to files in a fixed order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path


def expand(paths: Iterable[Path]) -> list[Path]:
    """The files named, and all files below the folders named, each once.

    Folders are walked in order of names; files and folders that are hidden or belong to programs are left out there
    (`.DS_Store`, Word's `~$report.docx`), but never when named themselves. A path that does not exist stays in the
    list, so that it is answered like any other.
    """
    seen: dict[str, Path] = {}
    for path in paths:
        for file in _walk(path) if path.is_dir() else (path,):
            seen.setdefault(os.path.realpath(file), file)
    return list(seen.values())


def _walk(folder: Path) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not _is_hidden(name))
        yield from (Path(parent, name) for name in sorted(files) if not _is_hidden(name))


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$")) or name in ("Thumbs.db", "desktop.ini", "__MACOSX")
