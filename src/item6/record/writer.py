"""Publishing a record."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from item6.record.contents import Contents

Progress = Callable[[str, int, int], None]
"""Told (step, done, total) as a publication goes on."""


def publish(home: Path, contents: Contents, *, progress: Progress | None = None) -> str:
    """Writes `home/records/<hash>/` and moves `home/records/current` to it. Returns the hash."""
    raise NotImplementedError
