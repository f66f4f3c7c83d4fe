"""Rows of the database as lines of JSON, the same for SQLite and PostgreSQL, and back."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core.management.color import no_style
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader

from item6.web.backup.manifest import Damaged, Table

_BATCH = 500
Model = type[models.Model]


def tables_of(migrations: Collection[tuple[str, str]]) -> list[Model]:
    """The tables of a schema, each after those that it refers to. KeyError for a migration that nobody knows."""
    state = MigrationLoader(None).project_state(sorted(migrations))
    found = {
        model._meta.db_table: model
        for model in state.apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy
    }
    ordered: dict[str, Model] = {}

    def add(name: str, above: tuple[str, ...]) -> None:
        if name in ordered or name in above:
            return
        for field in found[name]._meta.local_fields:
            if isinstance(field, models.ForeignKey):
                add(field.related_model._meta.db_table, (*above, name))
        ordered[name] = found[name]

    for name in sorted(found):
        add(name, ())
    return list(ordered.values())


def lines_of(model: Model, connection: BaseDatabaseWrapper) -> Iterator[bytes]:
    """Each row as a line. Inside a transaction they are all of one moment."""
    fields = _fields(model)
    rows = model._base_manager.using(connection.alias).order_by("pk").values_list(*(each.attname for each in fields))
    for row in rows.iterator(chunk_size=2000):
        written = [_written(value) for value in row]
        yield json.dumps(written, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n"


class Hashed:
    """Lines of a table, hashed as they pass."""

    def __init__(self, model: Model) -> None:
        self._model, self._all, self._each = model, hashlib.sha256(), []  # type: Model, Any, list[bytes]

    def add(self, line: bytes) -> bytes:
        """The line itself."""
        self._all.update(line)
        self._each.append(hashlib.sha256(line).digest())
        return line

    def table(self, last: int) -> Table:
        """What the manifest says of it."""
        ordered = hashlib.sha256(b"".join(sorted(self._each)))
        columns = tuple(str(field.column) for field in _fields(self._model))
        name = self._model._meta.db_table
        return Table(name, columns, len(self._each), self._all.hexdigest(), ordered.hexdigest(), last)


def put(model: Model, lines: Iterable[bytes], connection: BaseDatabaseWrapper) -> int:
    """Writes rows into a table. How many. Damaged for a line that is no row of it."""
    fields, quote = _fields(model), connection.ops.quote_name
    columns = ", ".join(quote(str(field.column)) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    statement = f"INSERT INTO {quote(model._meta.db_table)} ({columns}) VALUES ({places})"
    count, batch = 0, []
    with connection.cursor() as cursor:
        for line in lines:
            batch.append(_read(line, fields, connection))
            count += 1
            if len(batch) == _BATCH:
                cursor.executemany(statement, batch)
                batch = []
        if batch:
            cursor.executemany(statement, batch)
    return count


def last_number(model: Model, connection: BaseDatabaseWrapper) -> int:
    """The last number given to a row, also where that row is gone; 0 where rows have no numbers, or none was given."""
    if not _is_numbered(model):
        return 0
    name = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [name])
            row = cursor.fetchone()
            return int(row[0]) if row else 0
        sequence = _sequence(model, connection)
        cursor.execute(f"SELECT last_value, is_called FROM {sequence}")
        value, called = cursor.fetchone()
        return int(value) if called else 0


def go_on_after(model: Model, last: int, connection: BaseDatabaseWrapper) -> None:
    """Has numbers of rows go on after the last one."""
    if not _is_numbered(model):
        return
    name = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [name])
            cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [name, last])
            return
        for statement in connection.ops.sequence_reset_sql(no_style(), [model]):
            cursor.execute(statement)
        if last:
            cursor.execute("SELECT setval(%s, %s, true)", [_sequence(model, connection), last])


def _sequence(model: Model, connection: BaseDatabaseWrapper) -> str:
    pk = model._meta.pk
    assert pk is not None
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [f'"{model._meta.db_table}"', pk.column])
        return str(cursor.fetchone()[0])


def _is_numbered(model: Model) -> bool:
    return isinstance(model._meta.pk, models.AutoField | models.BigAutoField | models.SmallAutoField)


def _fields(model: Model) -> Sequence[models.Field[Any, Any]]:
    return [field for field in model._meta.local_concrete_fields if field.column]


def _written(value: Any) -> Any:
    """A value as JSON has it."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value // timedelta(microseconds=1)
    if isinstance(value, Decimal | UUID):
        return str(value)
    if isinstance(value, bytes | bytearray | memoryview):
        return base64.b64encode(bytes(value)).decode()
    return value


def _read(line: bytes, fields: Sequence[models.Field[Any, Any]], connection: BaseDatabaseWrapper) -> list[Any]:
    """A row as the database takes it."""
    try:
        row = json.loads(line)
        if not isinstance(row, list) or len(row) != len(fields):
            raise ValueError
        return [
            field.get_db_prep_save(_value(field, value), connection) for field, value in zip(fields, row, strict=True)
        ]
    except (ValueError, TypeError, RecursionError):
        raise Damaged(f"a row of {fields[0].model._meta.db_table} cannot be understood") from None


def _value(field: models.Field[Any, Any], value: Any) -> Any:
    if value is None or isinstance(field, models.JSONField):
        return value
    if isinstance(field, models.BinaryField):
        return base64.b64decode(value, validate=True)
    if isinstance(field, models.DurationField):
        return timedelta(microseconds=value)
    if isinstance(field, models.ForeignKey):
        return field.target_field.to_python(value)
    return field.to_python(value)
