"""Adding to a file of lines so that what is there stays and what is added is on the disk."""

from __future__ import annotations

import os
from pathlib import Path


def append_lines(path: Path, lines: bytes) -> None:
    """Adds whole lines at the end, made if need be, and returns when the disk has them. OSError from the disk.

    lines: each with its end. A last line that somebody typed without an end gets one first.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab+") as file:
        file.seek(0, os.SEEK_END)
        if file.tell():
            file.seek(-1, os.SEEK_END)
            lines = lines if file.read(1) == b"\n" else b"\n" + lines
        file.write(lines)
        file.flush()
        os.fsync(file.fileno())
