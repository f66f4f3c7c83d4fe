"""What stands beside the tables: the manifest, the Issues as JSON lines, and the pointer to the current record."""

from __future__ import annotations

import hashlib
import json
import platform
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import item6
from item6.record.arrange import Rows
from item6.record.errors import RecordDamaged, RecordNewer
from item6.record.schema import SCHEMA_VERSION
from item6.record.store import FILE
from item6.terms.as_json import as_json
from item6.terms.issues import Issue, Place

MANIFEST, ISSUES = "manifest.json", "issues.jsonl"
POINTER = "current"
COUNTED = ("document", "review", "recommendation", "text", "commitment", "answer", "issue", "annotation", "link")


def counts(rows_in: dict[str, int]) -> dict[str, int]:
    """Counts of the manifest, from the number of rows of each table."""
    return {f"{table}s": rows_in[table] for table in COUNTED} | {"state_recommendations": rows_in["text_state"]}


def manifest_of(content: str, rows: Rows, folder: Path) -> dict[str, Any]:
    """The manifest of a record. Only its part `built` depends on when and where the record was made."""
    return {
        "format": "item6 record",
        "schema_version": SCHEMA_VERSION,
        "hash": content,
        "counts": counts({table: len(found) for table, found in rows.items()}),
        "documents": [
            {"sha256": row[1], "file": row[2], "family": row[4], "symbol": row[5]} for row in rows["document"]
        ],
        "built": {
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            "item6": item6.__version__,
            "python": platform.python_version(),
            "sqlite": sqlite3.sqlite_version,
            "files": {name: file_hash(folder / name) for name in (FILE, ISSUES)},
        },
    }


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a published record. RecordDamaged where it is none, RecordNewer where this program is too old."""
    path = folder / MANIFEST
    try:
        found = json.loads(path.read_bytes())
        version = int(found["schema_version"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RecordDamaged(f"{path}: cannot be read as the manifest of a record; build the record again") from error
    if version > SCHEMA_VERSION:
        raise newer(folder, version)
    return dict(found)


def newer(folder: Path, version: int) -> RecordNewer:
    """The error for a record whose schema is newer than this program."""
    known = f"this program knows schemas up to {SCHEMA_VERSION}"
    return RecordNewer(f"{folder}: this record has schema {version}, {known}; install a newer item6")


def issue_line(found: Issue) -> str:
    """An Issue as one line of JSON, with the sentences that it makes (docs/schemas/issue.schema.json)."""
    return json.dumps(as_json(found), ensure_ascii=False)


def issue_of(row: Sequence[Any]) -> Issue:
    """The Issue of a row of the table `issue`, its first column left out."""
    key, file, page, number, words, arguments = row
    return Issue(key, Place(file, page, number, words), tuple(sorted(json.loads(arguments).items())))


def write_text(path: Path, text: str) -> None:
    """Writes a file in UTF-8 with plain line ends, on any system."""
    path.write_bytes(text.encode())


def file_hash(path: Path) -> str:
    """SHA-256 of a file's bytes, hexadecimal."""
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
