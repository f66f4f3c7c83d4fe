"""Making an archive while the server runs: all rows of one moment, then the files, beside the place where it goes."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import secrets
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, BinaryIO, cast

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.recorder import MigrationRecorder

import item6
from item6.record.locks import keep
from item6.web.backup.checking import HOME, TABLES, checked
from item6.web.backup.files import LAST, files_in
from item6.web.backup.manifest import MANIFEST, File, Manifest, Table, as_bytes
from item6.web.backup.rows import Hashed, Model, last_number, lines_of, tables_of

_SNAPSHOT = "snapshot"


def make(home: Path, path: Path) -> Manifest:
    """Writes the file `path`, which appears when it is whole and has been read again, for its owner alone.

    OSError, DatabaseError; Link for a link in the workspace.
    """
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    number = os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(number, "wb") as file:
            manifest = _write(home, file)
            file.flush()
            os.fsync(file.fileno())
        checked(part)
        part.replace(path)
        keep(path.parent)
    finally:
        part.unlink(missing_ok=True)
    _remember(home, path, manifest)
    return manifest


def _write(home: Path, file: BinaryIO) -> Manifest:
    with (
        gzip.GzipFile(fileobj=file, mode="wb", compresslevel=4, filename="", mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
        _moment() as connection,
    ):
        made = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
        migrations = tuple(sorted(MigrationRecorder(connection).applied_migrations()))
        tables = tuple(_add_table(archive, model, connection) for model in tables_of(migrations))
        files = tuple(each for name in files_in(home) if (each := _add_file(archive, home, name)))
        manifest = Manifest(item6.__version__, made, migrations, tables, files)
        _add(archive, MANIFEST, io.BytesIO(as_bytes(manifest)), len(as_bytes(manifest)), 0)
        return manifest


@contextmanager
def _moment() -> Iterator[BaseDatabaseWrapper]:
    """A connection of its own, which sees the database as it is at one moment, and hinders nobody."""
    own = connections["default"].copy(_SNAPSHOT)
    if own.vendor == "sqlite":
        own.settings_dict["OPTIONS"]["transaction_mode"] = "DEFERRED"  # reads only: takes no place of a writer
    connections[_SNAPSHOT] = own
    try:
        with transaction.atomic(using=_SNAPSHOT):
            if own.vendor == "postgresql":
                with own.cursor() as cursor:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield own
    finally:
        own.close()
        del connections[_SNAPSHOT]


def _add_table(archive: tarfile.TarFile, model: Model, connection: BaseDatabaseWrapper) -> Table:
    hashed = Hashed(model)
    with tempfile.TemporaryFile() as lines:
        lines.writelines(map(hashed.add, lines_of(model, connection)))
        size = lines.tell()
        lines.seek(0)
        _add(archive, f"{TABLES}{model._meta.db_table}.jsonl", lines, size, 0)
    return hashed.table(last_number(model, connection))


def _add_file(archive: tarfile.TarFile, home: Path, name: str) -> File | None:
    """None for a file that has been removed since it was listed."""
    try:
        file = (home / name).open("rb")
    except FileNotFoundError:
        return None
    with file:
        about = os.fstat(file.fileno())
        hashing = _Hashing(file)
        _add(archive, f"{HOME}{name}", cast("IO[bytes]", hashing), about.st_size, int(about.st_mtime))
        return File(name, about.st_size, hashing.digest.hexdigest())


class _Hashing:
    """A file that is hashed as it is read; no more of it is read than it had at first."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self.digest = file, hashlib.sha256()

    def read(self, size: int) -> bytes:
        """The next bytes."""
        found = self._file.read(size)
        self.digest.update(found)
        return found


def _add(archive: tarfile.TarFile, name: str, file: IO[bytes], size: int, time: int) -> None:
    about = tarfile.TarInfo(name)
    about.size, about.mtime, about.mode = size, time, 0o600
    archive.addfile(about, file)


def _remember(home: Path, path: Path, manifest: Manifest) -> None:
    fresh = home / f".{LAST}.{secrets.token_hex(4)}"
    fresh.write_text(json.dumps({"made": manifest.made, "path": str(path.absolute())}), encoding="utf-8")
    fresh.replace(home / LAST)
