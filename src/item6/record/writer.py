"""Publishing: a folder is made aside, checked, flushed to the disk and only then given its name.

records/                       .lock is held while folders get their names and the pointer moves
    current                    the pointer: one line, the hash of the record in force
    <hash>/                    record.sqlite, issues.jsonl, manifest.json; never changed
    .building-<random>/        a publication under way: record/, and a file `lock` that the living process holds

So at any moment a process may be killed: the pointer names a complete record, before and after.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from item6.record.arrange import Rows, arrange
from item6.record.check import is_sound
from item6.record.contents import Contents
from item6.record.errors import RecordDamaged
from item6.record.folders import base_of, find_folder, has_own
from item6.record.locks import hold, is_held, keep, locked
from item6.record.manifest import (
    ISSUES,
    MANIFEST,
    POINTER,
    issue_line,
    issue_of,
    manifest_of,
    read_manifest,
    write_text,
)
from item6.record.schema import content_hash
from item6.record.store import FILE, Store, write_store

Progress = Callable[[str, int, int], None]
"""Told (step, done, total) as a publication goes on; steps are arrange, store, index, check, publish."""

_BUILDING = ".building-"


def publish(home: Path, contents: Contents, *, progress: Progress | None = None) -> str:
    """Writes `home/records/<hash>/`, moves `home/records/current` to it, removes what dead publications left behind.

    Where a sound record of that hash is already there, or in the workspace that this one stands on, only the pointer
    moves. Returns the hash, which depends on
    the contents alone, not on their order. ContentsRefused where contents contradict themselves, OSError where the
    disk refuses; in both cases the record in force stays as it was.
    """
    told = progress or _silent
    told("arrange", 0, 1)
    rows = arrange(contents)
    content = content_hash(rows.__getitem__)
    records = home / "records"
    records.mkdir(parents=True, exist_ok=True)
    base = base_of(home)
    if not is_sound(records / content) and not (base and is_sound(base / "records" / content)):
        with _building(records) as folder:
            _fill(folder / "record", content, rows, told)
            told("publish", 0, 1)
            with locked(records / ".lock"):
                _name(folder / "record", records / content)
    with locked(records / ".lock"):
        _point(records, content)
        _remove_dead(records)
    told("publish", 1, 1)
    return content


def make_current(home: Path, which: str) -> str:
    """Moves `home/records/current` to a record that is there already; nothing else is written. Returns its hash.

    In a workspace that stands on another the record may lie there; the other's pointer stays where it is.
    which: as in `find_folder`. RecordNotFound, RecordNewer and RecordDamaged as in `open_record`, OSError where the
    disk refuses; then the record in force stays.
    """
    folder = find_folder(home, which)
    read_manifest(folder)
    records = home / "records"
    records.mkdir(parents=True, exist_ok=True)
    with locked(records / ".lock"):
        _point(records, folder.name)
    return folder.name


def follow_base(home: Path) -> None:
    """Removes `home/records/current` of a workspace that stands on another: it shows the other's record again.

    Records of its own stay. ValueError for a workspace that stands on its own, OSError where the disk refuses.
    """
    if base_of(home) is None:
        raise ValueError(f"{home}: stands on no other workspace")
    records = home / "records"
    if has_own(home):
        with locked(records / ".lock"):
            (records / POINTER).unlink(missing_ok=True)
            keep(records)


def _silent(step: str, done: int, total: int) -> None:
    """Nobody listens."""


@contextmanager
def _building(records: Path) -> Iterator[Path]:
    """A new folder of this process; removed at the end if it was not given its name."""
    with locked(records / ".lock"):
        folder = Path(tempfile.mkdtemp(prefix=_BUILDING, dir=records))
        lock = hold(folder / "lock")
    try:
        yield folder
    finally:
        os.close(lock)
        shutil.rmtree(folder, ignore_errors=True)


def _remove_dead(records: Path) -> None:
    """Called under the lock, so no folder is just being made."""
    for folder in records.glob(f"{_BUILDING}*"):
        if not is_held(folder / "lock"):
            shutil.rmtree(folder, ignore_errors=True)


def _fill(folder: Path, content: str, rows: Rows, told: Progress) -> None:
    folder.mkdir()
    write_store(folder / FILE, rows, told)
    told("check", 0, 1)
    with closing(Store(folder / FILE)) as store:
        if store.content_hash() != content:
            raise RecordDamaged(f"{folder}: what was written is not what was to be published; check the disk")
    lines = (issue_line(issue_of(row[1:])) + "\n" for row in rows["issue"])
    write_text(folder / ISSUES, "".join(lines))
    manifest = manifest_of(content, rows, folder)
    write_text(folder / MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1) + "\n")
    for name in (FILE, ISSUES, MANIFEST):
        keep(folder / name)
    keep(folder)


def _name(folder: Path, target: Path) -> None:
    """Gives a filled folder its name. A damaged record of that name gets its files back, one by one."""
    if not target.exists():
        folder.rename(target)
    elif not is_sound(target):
        for name in (FILE, ISSUES, MANIFEST):
            (folder / name).replace(target / name)
        keep(target)
    keep(target.parent)


def _point(records: Path, content: str) -> None:
    fresh = records / f".{POINTER}"
    write_text(fresh, content + "\n")
    keep(fresh)
    fresh.replace(records / POINTER)
    keep(records)
    keep(records.parent)
