"""Statements kept in the workspace with their claims and Figures, to be checked again against newer records.

statements/                    0700; .lock is held while one is written or removed
    <id>.json                  0600; replaced in one step, on the disk before anybody is told

The id is of the text and what was said about it: keeping the same text twice keeps it once.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from item6.checks.as_rows import as_objects
from item6.checks.checking import check
from item6.checks.kept_changes import Change, changes
from item6.checks.marked import Marked, mark
from item6.checks.resolving import Context
from item6.checks.signed import SignedLetter
from item6.record.locks import keep as on_disk
from item6.record.locks import locked
from item6.record.reader import Record

FOLDER = "statements"
VERSION = 1

_ID = re.compile(r"[0-9a-f]{16}")
_PART = ".part-"


@dataclass(frozen=True, slots=True)
class Again:
    """A kept statement checked again. record: hash. at: ISO time (UTC). changes: against the claims as kept."""

    record: str
    at: str
    changes: tuple[Change, ...]

    @property
    def to_look_at(self) -> int:
        """How many claims differ or do not add up that did not before."""
        return sum(each.asks_a_look for each in self.changes)


@dataclass(frozen=True, slots=True)
class Kept:
    """A statement as it was kept. claims: as `--format jsonl` has them. record: hash, empty where there was none."""

    id: str
    name: str
    text: str
    context: Context
    kept: str
    record: str
    claims: tuple[Mapping[str, Any], ...]
    again: Again | None = None

    @property
    def checked_against(self) -> str:
        """The hash of the record that it was last checked against."""
        return self.again.record if self.again else self.record


class Damaged(Exception):
    """A file of a kept statement that cannot be understood."""


def keep(home: Path, marked: Marked) -> str:
    """Writes a checked statement into `home/statements`, private to its owner, and returns its id.

    It is on the disk when this returns. Kept before: its verdicts are replaced. OSError where the disk refuses.
    """
    made = Kept(
        _id(marked.text, marked.context), marked.name, marked.text, marked.context, _now(), marked.record,
        tuple(as_objects(marked)),
    )  # fmt: skip
    _write(home, made)
    return made.id


def kept_in(home: Path) -> list[Kept]:
    """The statements of a workspace, the last kept first. Those that are damaged are left out: see `damaged_in`."""
    found = []
    for name in _ids(home):
        try:
            found.append(_read(home, name))
        except (Damaged, OSError):
            continue
    return sorted(found, key=lambda each: (each.kept, each.id), reverse=True)


def damaged_in(home: Path) -> list[Path]:
    """The files of kept statements that cannot be understood."""
    found = []
    for name in _ids(home):
        try:
            _read(home, name)
        except (Damaged, OSError):
            found.append(_path(home, name))
    return found


def kept_as(home: Path, name: str) -> Kept | None:
    """The statement of this id; None where there is none, or it is damaged."""
    if not _ID.fullmatch(name):
        return None
    try:
        return _read(home, name)
    except (Damaged, OSError):
        return None


def forget(home: Path, name: str) -> bool:
    """Removes a kept statement from `home/statements`, damaged ones too; False where there is none of this id."""
    if not _ID.fullmatch(name) or not _path(home, name).exists():
        return False
    with locked(home / FOLDER / ".lock"):
        _path(home, name).unlink(missing_ok=True)
        on_disk(home / FOLDER)
    return True


def check_again(
    home: Path, kept: Kept, record: Record, *, accept: bool = False, letters: Sequence[SignedLetter] = ()
) -> Again:
    """Checks a kept statement against a record, writes what changed beside it, and returns it.

    letters: published ones, against which claims of signatories are held.

    accept: the verdicts of today become those that later ones are compared with. OSError where the disk refuses;
    then the file stays as it was.
    """
    marked = mark(kept.name, kept.text, check(kept.text, record, kept.context, letters=letters), record, kept.context)
    now = as_objects(marked)
    again = Again(record.hash, _now(), changes(kept.claims, now))
    if accept:
        _write(home, replace(kept, claims=tuple(now), record=record.hash, kept=_now(), again=None), only_if_there=True)
    else:
        _write(home, replace(kept, again=again), only_if_there=True)
    return again


def waiting(kept: Sequence[Kept], record: str) -> int:
    """How many were last checked against another record than this one."""
    return sum(each.checked_against != record for each in kept)


def _id(text: str, context: Context) -> str:
    said = json.dumps([text, *asdict(context).values()]).encode()
    return hashlib.sha256(said).hexdigest()[:16]


def _ids(home: Path) -> Iterator[str]:
    found = (path.stem for path in (home / FOLDER).glob("*.json"))
    yield from sorted(name for name in found if _ID.fullmatch(name))


def _path(home: Path, name: str) -> Path:
    return home / FOLDER / f"{name}.json"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _read(home: Path, name: str) -> Kept:
    try:
        found = json.loads(_path(home, name).read_bytes())
        again = found["again"]
        made = again and Again(
            again["record"], again["at"], tuple(Change(**{**each, "gained": tuple(each["gained"]),
                                                          "lost": tuple(each["lost"])}) for each in again["changes"])
        )  # fmt: skip
        if found["version"] != VERSION:
            raise Damaged(f"{_path(home, name)}: written by another version of item6")
        texts = {key: str(found[key]) for key in ("name", "text", "kept", "record")}
        return Kept(name, texts["name"], texts["text"], Context(**found["context"]), texts["kept"], texts["record"],
                    tuple(found["claims"]), made)  # fmt: skip
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Damaged(f"{_path(home, name)}: cannot be understood") from error


def _write(home: Path, kept: Kept, *, only_if_there: bool = False) -> None:
    """Replaces the file of a statement in one step. only_if_there: one that was removed meanwhile stays removed."""
    folder = home / FOLDER
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    values = {"version": VERSION, **asdict(kept)}
    del values["id"]
    written = json.dumps(values, ensure_ascii=False, indent=1).encode("utf-8", "replace")
    with locked(folder / ".lock"):
        if only_if_there and not _path(home, kept.id).exists():
            return
        for left in folder.glob(f"{_PART}*"):  # of a process that was killed
            left.unlink(missing_ok=True)
        part = folder / f"{_PART}{secrets.token_hex(8)}"
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
            opened.write(written)
            opened.flush()
            os.fsync(opened.fileno())
        part.replace(_path(home, kept.id))
        on_disk(folder)
