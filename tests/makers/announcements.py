"""The announcements of tests/events."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any


def announcements() -> list[dict[str, Any]]:
    """All announcements that were made up, each with what a person reads in it."""
    here = Path(__file__).resolve().parents[1] / "events"
    files = (here / "first_twenty.toml", here / "second_twenty.toml")
    return [row for file in files for row in tomllib.loads(file.read_text(encoding="utf-8"))["announcement"]]
