"""What was sent, as it lies in the workspace until it is read.

incoming/                      0700
    <job>/                     sixteen random digits; made aside and given its name when it is whole
        files.json             what people call the files, and what was not taken
        files/<random>         the bytes, 0600; removed once the workspace keeps copies of the documents
        readings/              what was read of them so far, until the record is published
        lock                   held by the process that reads
        process.json, progress.json, result.json, failure.json, stopped, log
"""

from __future__ import annotations

import json
import os
import re
import secrets
import shutil
import time
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

from item6.files.errors import Unreadable

FOLDER = "incoming"
FILES, READINGS, MADE = "files", "readings", "files.json"
TOTAL_LIMIT = 1024 * 1024 * 1024
"""Bytes in one go; a whole session of the Working Group with its addenda has about a hundred million."""
NUMBER_LIMIT = 400
"""Files in one go."""

_NAME_LIMIT = 200
_KEPT_JOBS = 30
_ABANDONED = 24 * 3600.0
"""Seconds after which what a dead server was taking in is removed."""
_JOB = re.compile(r"[0-9a-f]{16}")
_NOT_SHOWN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
"""Control characters, halves of characters, and marks that turn the direction of what follows."""


class NotTaken(Exception):
    """What was sent is not taken in at all; nothing was kept. reason: `none`, `number` or `size`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Sent(Protocol):
    """A file as the web server hands it over."""

    @property
    def name(self) -> str | None:
        """What the browser calls it."""

    @property
    def size(self) -> int | None:
        """Bytes."""

    def chunks(self) -> Iterable[bytes]:
        """Its bytes."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that was taken in. stored: its random name. name: what people call it; never a path."""

    stored: str
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that was not read: one sentence, and what to do."""

    name: str
    message: str
    hint: str
    code: str


def take(home: Path, sent: Iterable[Sent]) -> str:
    """Writes a new job into `home/incoming`, removes old ones that are done, and returns the job's name.

    Names never become paths; a file that is too large is named in the job and not kept. NotTaken where nothing is
    sent, or too much; OSError where the disk refuses. In both cases nothing is left behind.
    """
    files = list(sent)
    _check(files)
    return _take(home, files)


def take_none(home: Path) -> str:
    """A job without files: the record is built anew of what the workspace and the one beneath it hold. Its name."""
    return _take(home, [])


def _take(home: Path, files: list[Sent]) -> str:
    incoming = home / FOLDER
    incoming.mkdir(mode=0o700, parents=True, exist_ok=True)
    _tidy(incoming)
    job = secrets.token_hex(8)
    aside = incoming / f".taking-{job}"
    try:
        aside.mkdir(mode=0o700)
        (aside / FILES).mkdir(mode=0o700)
        kept, refused = _store(aside / FILES, files)
        made = {"made": datetime.now(UTC).isoformat(timespec="seconds")}
        write(aside / MADE, {**made, "files": [asdict(each) for each in kept], "refused": refused})
        aside.rename(incoming / job)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return job


def folder_of(home: Path, job: str) -> Path | None:
    """The folder of a job, None where there is none."""
    folder = home / FOLDER / job
    return folder if _JOB.fullmatch(job) and (folder / MADE).is_file() else None


def folders(home: Path) -> list[Path]:
    """The folders of all jobs, the last first."""
    found = [path for path in (home / FOLDER).glob("*") if _JOB.fullmatch(path.name) and (path / MADE).is_file()]
    return sorted(found, key=lambda path: ((path / MADE).stat().st_mtime_ns, path.name), reverse=True)


def kept_in(folder: Path) -> list[Kept]:
    """The files of a job."""
    return [Kept(**each) for each in read(folder / MADE)["files"]]


def refused_in(folder: Path) -> list[Problem]:
    """The files that were not taken in."""
    return [Problem(**each) for each in read(folder / MADE)["refused"]]


def called(name: str) -> str:
    """A file's name as people know it: the last part, without signs that are not shown, of a bearable length."""
    last = unicodedata.normalize("NFC", re.split(r"[/\\]", name)[-1])
    shown = _NOT_SHOWN.sub("", last).strip()
    if len(shown) > _NAME_LIMIT:
        stem, dot, ending = shown.rpartition(".")
        shown = f"{stem[: _NAME_LIMIT - 12]}….{ending[:8]}" if dot and stem else f"{shown[: _NAME_LIMIT - 1]}…"
    return "unnamed" if shown.strip(".") == "" else shown


def write(path: Path, values: dict[str, Any]) -> None:
    """Writes a file of JSON that only its owner can read; whoever reads it meanwhile sees the one before, whole."""
    part = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    with os.fdopen(_own(part), "wb") as opened:
        opened.write(json.dumps(values, ensure_ascii=False).encode("utf-8", "replace"))
    part.replace(path)


def read(path: Path) -> dict[str, Any]:
    """What `write` wrote; nothing where there is no such file, or what is in it cannot be understood."""
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _check(files: list[Sent]) -> None:
    if not files:
        raise NotTaken("none")
    if len(files) > NUMBER_LIMIT:
        raise NotTaken("number")
    if sum(each.size or 0 for each in files) > TOTAL_LIMIT:
        raise NotTaken("size")


def _store(folder: Path, files: list[Sent]) -> tuple[list[Kept], list[dict[str, str]]]:
    from item6.pipeline.reading import SIZE_LIMIT  # loads all readers, which most commands of a server do not need

    kept, refused = [], []
    for each in files:
        name = called(each.name or "")
        if (each.size or 0) > SIZE_LIMIT:
            said = Unreadable("file.huge", limit=f"{SIZE_LIMIT >> 20} MB").issue(name)
            refused.append(asdict(Problem(name, said.message, said.hint, said.code)))
            continue
        stored = secrets.token_hex(16)
        with os.fdopen(_own(folder / stored), "wb") as opened:
            for chunk in each.chunks():
                opened.write(chunk)
        kept.append(Kept(stored, name, each.size or 0))
    return kept, refused


def _own(path: Path) -> int:
    """A new file that only its owner can read."""
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)


def _tidy(incoming: Path) -> None:
    """Removes uploads that are read, all but the last jobs that are done, and what a dead server left half taken."""
    for folder in _done(incoming):
        for each in (FILES, READINGS):
            shutil.rmtree(folder / each, ignore_errors=True)
    for folder in list(_done(incoming))[_KEPT_JOBS:]:
        shutil.rmtree(folder, ignore_errors=True)
    for aside in incoming.glob(".taking-*"):
        if time.time() - aside.stat().st_mtime > _ABANDONED:
            shutil.rmtree(aside, ignore_errors=True)


def _done(incoming: Path) -> Iterator[Path]:
    return (folder for folder in folders(incoming.parent) if (folder / "result.json").exists())
