"""What an archive says of itself, at its end: every table with its rows, every file, and the hashes of all."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

FORMAT = "item6-backup/1"
MANIFEST = "manifest.json"
RESTORED = "restored"
"""Written beside what was restored: mails that waited then may have been sent since (`item6.web.outbox.sending`)."""
LARGEST = 256_000_000
"""Bytes; a million files take about half of it."""


class Damaged(Exception):
    """The archive is not what was written; the text says what of it."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table. sha256: of its lines as they lie in the archive. rows_sha256: of its rows, in whichever order.

    last: the last number that was given to a row, below which none may be given again; 0 where rows have no numbers.
    """

    name: str
    columns: tuple[str, ...]
    rows: int
    sha256: str
    rows_sha256: str
    last: int


@dataclass(frozen=True, slots=True)
class File:
    """A file of the workspace. name: its path from there, with `/`."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """All of it. migrations: the schema of the tables, (application, name)."""

    item6: str
    made: str
    migrations: tuple[tuple[str, str], ...]
    tables: tuple[Table, ...]
    files: tuple[File, ...]

    @property
    def rows(self) -> int:
        """Rows of all tables."""
        return sum(table.rows for table in self.tables)

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files)


def as_bytes(manifest: Manifest) -> bytes:
    """As it stands in the archive."""
    return json.dumps({"format": FORMAT, **asdict(manifest)}, ensure_ascii=False, indent=1).encode()


def manifest_of(written: bytes) -> Manifest:
    """Read again. Damaged for what is none, or of a format that this program does not know."""
    try:
        found: Any = json.loads(written)
        if found.pop("format") != FORMAT:
            raise Damaged("it is of another format; a newer item6 may know it")
        return Manifest(
            item6=str(found["item6"]), made=str(found["made"]),
            migrations=tuple((str(app), str(name)) for app, name in found["migrations"]),
            tables=tuple(_table(each) for each in found["tables"]),
            files=tuple(File(str(each["name"]), int(each["size"]), str(each["sha256"])) for each in found["files"]),
        )  # fmt: skip
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise Damaged("what it says of itself cannot be understood") from None


def _table(found: Any) -> Table:
    columns: Sequence[str] = found["columns"]
    return Table(
        str(found["name"]), tuple(map(str, columns)), int(found["rows"]), str(found["sha256"]),
        str(found["rows_sha256"]), int(found["last"]),
    )  # fmt: skip
