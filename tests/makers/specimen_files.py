"""The files of the specimen, and the rows that were written by hand about them (see specimen/README.md)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

SPECIMEN = Path(__file__).resolve().parents[2] / "specimen"

Row = dict[str, Any]


def path_of(name: str) -> Path:
    """The file, in `documents/` or, where the demonstration does not use it, in `variants/`."""
    return next(path for folder in ("documents", "variants") if (path := SPECIMEN / folder / name).exists())


def expected(document: str, what: str) -> list[Row]:
    """What was written by hand about a document, given with or without the ending of its name."""
    return expected_rows(f"{Path(document).stem}.{what}")


def expected_rows(name: str) -> list[Row]:
    """The rows of a file in `expected/`, named without `.jsonl`."""
    lines = (SPECIMEN / "expected" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]
