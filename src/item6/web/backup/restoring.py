"""Putting an archive back into an empty folder and an empty database, and verifying it row by row, file by file."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from django.db import connection, transaction

from item6.record.locks import keep
from item6.web.backup.checking import HOME, TABLES, lines_in, walk
from item6.web.backup.manifest import RESTORED, Damaged, Manifest
from item6.web.backup.rows import Hashed, Model, go_on_after, last_number, lines_of, put, tables_of
from item6.web.server import schema
from item6.web.server.config import FILE, SECRET


class Refused(Exception):
    """Nothing was restored. what: why not. hint: what to do."""

    def __init__(self, what: str, hint: str) -> None:
        super().__init__(f"{what}: {hint}")
        self.what, self.hint = what, hint


def restore(path: Path, staging: Path, home: Path, manifest: Manifest, database: str) -> None:
    """Fills the folder `staging` and the database that is set up, verifies both, and names the folder `home`.

    manifest: as `checked` found it. database: the address, empty for SQLite in the workspace. On any failure the
    database stays empty, and `home` is not there. Refused, Damaged, OSError, DatabaseError.
    """
    _look(staging, manifest)
    sqlite = connection.vendor == "sqlite"
    if sqlite:
        connection.disable_constraint_checking()
    try:
        with transaction.atomic():
            _fill(path, staging, manifest)
            if not sqlite:
                _name(staging, home, database)
    except BaseException:
        if not staging.exists():  # it has its name already, and the database took nothing
            shutil.rmtree(home, ignore_errors=True)
        raise
    finally:
        connection.close()
    if sqlite:
        _name(staging, home, database)


def _look(staging: Path, manifest: Manifest) -> None:
    """Whether all of it can be, before anything is written."""
    if set(manifest.migrations) - schema.wanted():
        raise Refused("the backup was made by a newer item6", "restore it with that version, or a newer one")
    with connection.cursor() as cursor:
        if connection.introspection.table_names(cursor):
            raise Refused("the database is not empty", "name an empty one with --database")
    if manifest.size + 50_000_000 > shutil.disk_usage(staging).free:
        raise Refused(f"{staging.parent}: the disk has no room for it", "make room, or name another folder with --home")


def _fill(path: Path, staging: Path, manifest: Manifest) -> None:
    schema.upgrade(to=_ends(manifest))
    models = {model._meta.db_table: model for model in tables_of(manifest.migrations)}
    if set(models) != {table.name for table in manifest.tables}:
        raise Damaged("its tables are not those of its schema")
    _empty(models)
    _put_all(path, staging, models, manifest)
    for table in manifest.tables:
        go_on_after(models[table.name], table.last, connection)
    connection.check_constraints()
    verify(staging, models, manifest)


def _ends(manifest: Manifest) -> list[tuple[str, str]]:
    """The last migrations: those on which no other of them rests."""
    from django.db.migrations.loader import MigrationLoader

    graph, held = MigrationLoader(None).graph, set(manifest.migrations)
    return [node for node in held if not {child.key for child in graph.node_map[node].children} & held]


def _empty(models: Mapping[str, Model]) -> None:
    """Removes what migrations themselves wrote."""
    with connection.cursor() as cursor:
        for name in reversed(list(models)):
            cursor.execute(f"DELETE FROM {connection.ops.quote_name(name)}")


def _put_all(path: Path, staging: Path, models: Mapping[str, Model], manifest: Manifest) -> None:
    (staging / SECRET).unlink(missing_ok=True)  # made when this process set itself up

    def member(name: str, size: int, time: int, content: Iterator[bytes]) -> None:
        if name.startswith(TABLES):
            put(models[name.removeprefix(TABLES).removesuffix(".jsonl")], lines_in(content), connection)
        else:
            _write(staging / name.removeprefix(HOME), time, content)

    if walk(path, member) != manifest:
        raise Damaged("it was changed while it was read")


def _write(path: Path, time: int, content: Iterator[bytes]) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(number, "wb") as file:
        file.writelines(content)
        file.flush()
        os.fsync(file.fileno())
    os.utime(path, (time, time))


def verify(home: Path, models: Mapping[str, Model], manifest: Manifest) -> None:
    """Reads everything again, as it is now, and compares it with the archive. Damaged where anything differs."""
    for table in manifest.tables:
        model = models[table.name]
        hashed = Hashed(model)
        for line in lines_of(model, connection):
            hashed.add(line)
        found = hashed.table(last_number(model, connection))
        if (found.rows, found.rows_sha256, found.columns) != (table.rows, table.rows_sha256, table.columns):
            raise Damaged(f"the rows of {table.name} are not those of the archive ({found.rows} of {table.rows})")
        if found.last < table.last:
            raise Damaged(f"the numbers of {table.name} would be given again")
    for file in manifest.files:
        if _hash(home / file.name) != file.sha256:
            raise Damaged(f"{file.name} is not what the archive holds")


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _name(staging: Path, home: Path, database: str) -> None:
    """Gives the folder its name, once its settings name the database that was filled."""
    path = staging / FILE
    if path.exists():
        settings = path.read_text(encoding="utf-8")
        line = f'database = "{database}"' if database else ""
        changed = re.sub(r"(?m)^database\s*=.*$\n?", "", settings)
        if re.search(r"(?m)^database\s*=", settings) or database:
            path.write_text(f"{line}\n{changed}" if line else changed, encoding="utf-8")
            keep(path)
    (staging / RESTORED).touch(mode=0o600)
    for folder, _, _ in os.walk(staging):
        keep(Path(folder))
    staging.replace(home)
    keep(home.parent)
