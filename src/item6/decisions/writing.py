"""Where a workspace keeps its decisions, how one is added, and how one is taken back."""

from __future__ import annotations

import hashlib
import json
import os
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


WITHDRAWN = ".withdrawn.jsonl"
"""Beside it: the lines that were taken back, each with who did it, when and why. It is no file of decisions."""


def lines_of(home: Path) -> list[tuple[str, dict[str, Any]]]:
    """The lines of the workspace's own file that are decisions, each after its mark, by which it is taken back."""
    found = []
    for line in _lines(home / DECISIONS / OWN):
        try:
            values = json.loads(line)
            decision(values)
        except (ValueError, AttributeError, RecursionError):
            continue
        found.append((_mark(line), values))
    return found


def withdraw(home: Path, mark: str, *, who: str, when: str, why: str) -> bool:
    """Takes a line out of the workspace's own file of decisions and keeps it beside it. OSError where the disk refuses.

    The caller holds the lock of the folder. False where there is no such line; of several equal ones the last goes.
    """
    path = home / DECISIONS / OWN
    lines = _lines(path)
    at = next((place for place in reversed(range(len(lines))) if _mark(lines[place]) == mark), None)
    if at is None:
        return False
    taken = {"line": json.loads(lines.pop(at)), "who": who, "when": when, "why": why}
    append_lines(path.with_name(WITHDRAWN), json.dumps(taken, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
    if lines:
        _replace(path, b"\n".join(lines) + b"\n")
    else:
        path.unlink()
    return True


def _lines(path: Path) -> list[bytes]:
    try:
        return [line for line in path.read_bytes().split(b"\n") if line.strip()]
    except FileNotFoundError:
        return []


def _mark(line: bytes) -> str:
    return hashlib.sha256(line).hexdigest()[:16]


def _replace(path: Path, contents: bytes) -> None:
    part = path.with_name(f".{path.name}.part")
    with part.open("wb") as file:
        file.write(contents)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


def append(home: Path, *decided: Mapping[str, Any]) -> Path:
    """Adds lines to the workspace's own file of decisions, all or none, and returns the file. Those before stay.

    decided: the values of each decision, checked first; values of None are left out. ValueError with one sentence where
    they are wrong, OSError where the disk refuses.
    """
    lines = []
    for values in decided:
        given = {key: value for key, value in values.items() if value is not None}
        decision(given)
        lines.append(json.dumps(given, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
    path = home / DECISIONS / OWN
    append_lines(path, b"".join(lines))
    return path
