"""Where a workspace keeps its decisions, and how one is added."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from item6.decisions.appending import append_lines
from item6.decisions.reading import decision

DECISIONS = "decisions"
"""Folder of a workspace."""

OWN = "decisions.jsonl"
"""The file in it that `append` writes; files of partners lie beside it."""


def files_in(home: Path) -> list[Path]:
    """The files of decisions of a workspace, by name."""
    return sorted(path for path in (home / DECISIONS).glob("*.jsonl") if not path.name.startswith("."))


def append(home: Path, values: Mapping[str, Any]) -> Path:
    """Adds a line to the workspace's own file of decisions and returns the file. Lines before it stay as they are.

    values: of one decision, checked first; values of None are left out. ValueError with one sentence where they are
    wrong, OSError where the disk refuses.
    """
    given = {key: value for key, value in values.items() if value is not None}
    decision(given)
    path = home / DECISIONS / OWN
    append_lines(path, json.dumps(given, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
    return path
