"""Looking after a published record: is it what was published, and are its sources still there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from item6.record.beside import issues_in
from item6.record.difference import Change, Diff, ReviewDiff, diff
from item6.record.errors import RecordDamaged
from item6.record.folders import find_folder
from item6.record.manifest import ISSUES, MANIFEST, counts, file_hash, issue_line, newer, read_manifest
from item6.record.schema import SCHEMA_VERSION, tables_of
from item6.record.store import FILE, Store
from item6.terms.issues import Issue, Place, issue

__all__ = ["Change", "Diff", "ReviewDiff", "diff", "is_sound", "verify"]


def verify(home: Path, which: str = "current") -> tuple[Issue, ...]:
    """What is wrong with a record, as Issues that name the files in full; empty where all is well.

    Looks at the bytes of its files, at SQLite's own checks, at the hash of its rows, at the counts of its manifest, and
    at the sources in `home/documents`. RecordNotFound and RecordNewer as in `open_record`.
    """
    folder = find_folder(home, which)
    found = list(_problems(folder))
    manifest = _manifest(folder)
    if manifest:
        found += _sources(home / "documents", manifest)
    return tuple(found)


def is_sound(folder: Path) -> bool:
    """Whether a folder holds the record that it is named after, whole; its sources are not looked at."""
    return folder.is_dir() and not any(_problems(folder))


def _manifest(folder: Path) -> dict[str, Any] | None:
    try:
        return read_manifest(folder)
    except RecordDamaged:
        return None


def _problems(folder: Path) -> Iterator[Issue]:
    """Problems of the folder itself; a record of a newer schema raises RecordNewer."""
    manifest = _manifest(folder)
    if manifest is None:
        yield _damaged(folder / MANIFEST, "it cannot be read as the manifest of a record")
        return
    if manifest.get("hash") != folder.name:
        yield _damaged(folder / MANIFEST, "its hash is not the name of the folder")
    yield from _files(folder, manifest)
    if not (folder / FILE).is_file():
        return
    with closing(Store(folder / FILE)) as store:
        try:
            yield from _inside(store, folder, manifest)
        except (RecordDamaged, ValueError, KeyError, TypeError) as error:
            yield _damaged(folder / FILE, f"it cannot be read ({error.__cause__ or error})")


def _files(folder: Path, manifest: dict[str, Any]) -> Iterator[Issue]:
    """Files that are missing, or whose bytes are not those that were written."""
    written = manifest.get("built", {}).get("files", {})
    for name in (FILE, ISSUES):
        if not (folder / name).is_file():
            yield _damaged(folder / name, "it is missing")
        elif file_hash(folder / name) != written.get(name):
            yield _damaged(folder / name, "its bytes are not those that were written")


def _inside(store: Store, folder: Path, manifest: dict[str, Any]) -> Iterator[Issue]:
    """What SQLite and the rows themselves say."""
    version = store.rows("PRAGMA user_version")[0][0]
    if version > SCHEMA_VERSION:
        raise newer(folder, version)
    checked = store.rows("PRAGMA integrity_check(3)")
    if checked != [("ok",)]:
        yield _damaged(store.path, f"SQLite says: {checked[0][0]}")
    for table, _, other, _ in store.rows("PRAGMA foreign_key_check")[:3]:
        yield _damaged(store.path, f"a row of {table} names a row of {other} that is not there")
    if store.content_hash() != folder.name:
        yield _damaged(store.path, "its rows do not give the hash that the record is named after")
    rows_in = {table: store.rows(f"SELECT count(*) FROM {table}")[0][0] for table in tables_of(version)}
    if counts(rows_in) != manifest.get("counts"):
        yield _damaged(folder / MANIFEST, "its counts are not those of the rows")
    yield from _issues(store, folder / ISSUES)


def _issues(store: Store, path: Path) -> Iterator[Issue]:
    """The Issues beside the store, compared by what is stored; their sentences may be worded anew since."""
    expected = (issue_line(found) for found in issues_in(store))
    written = path.read_bytes().decode().split("\n")[:-1] if path.is_file() else []
    if [_stored(line) for line in expected] != [_stored(line) for line in written]:
        yield _damaged(path, "its Issues are not those of the rows")


def _stored(line: str) -> list[Any]:
    found = json.loads(line)
    return [found[name] for name in ("key", "file", "page", "number", "words", "arguments")]


def _sources(documents: Path, manifest: dict[str, Any]) -> Iterator[Issue]:
    """Documents that were read and are no longer kept, or no longer what they were."""
    for source in manifest.get("documents", ()):
        kept = sorted(documents.glob(f"{source['sha256']}.*"))
        if not kept:
            place = Place(str(documents / f"{source['sha256']}.*"))
            yield issue("record.source_missing", place, {"file": source["file"]})
        for path in kept:
            if file_hash(path) != source["sha256"]:
                yield issue("record.source_changed", Place(str(path)), {"file": source["file"]})


def _damaged(path: Path, why: str) -> Issue:
    return issue("record.damaged", Place(str(path)), {"why": why})
