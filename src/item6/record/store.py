"""The SQLite file of a record: written once, then only read."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from item6.record import facet_rows, postings
from item6.record.arrange import Rows
from item6.record.errors import RecordDamaged
from item6.record.schema import (
    APPLICATION_ID,
    DDL,
    FULL_TEXT,
    INDEXES,
    SCHEMA_VERSION,
    TABLES,
    Value,
    columns,
    content_hash,
    select_all,
)

FILE = "record.sqlite"

_KEPT = 32_000
"""Kilobytes of the file that are kept at most, so that what every question reads is not read again each time."""


def write_store(path: Path, rows: Rows, told: Callable[[str, int, int], None]) -> None:
    """Writes the SQLite file `path`, which must not exist; OSError where the disk refuses. The caller flushes it."""
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            _write(connection, rows, told)
    except sqlite3.OperationalError as error:
        raise OSError(errno.EIO, f"cannot be written ({error})", str(path)) from error


def _write(connection: sqlite3.Connection, rows: Rows, told: Callable[[str, int, int], None]) -> None:
    # The file has no name yet that anyone reads; if this stops half-way, it is thrown away.
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
    connection.executescript(DDL)
    connection.execute("BEGIN")
    for done, table in enumerate(TABLES):
        told("store", done, len(TABLES))
        places = ", ".join("?" * len(columns(table)))
        connection.executemany(f"INSERT INTO {table} VALUES ({places})", rows[table])
    connection.execute("COMMIT")
    told("index", 0, 3)
    connection.executescript(f"BEGIN; {INDEXES} COMMIT;")
    told("index", 1, 3)
    _full_text(connection)
    told("index", 2, 3)
    _for_counting(connection, rows)
    connection.executescript(
        f"ANALYZE; PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {SCHEMA_VERSION};"
    )


def _full_text(connection: sqlite3.Connection) -> None:
    connection.executescript(FULL_TEXT)
    # One large segment written at once instead of many small ones that must be merged.
    connection.execute("INSERT INTO found (found, rank) VALUES ('hashsize', ?)", (1 << 26,))
    connection.executescript("BEGIN; INSERT INTO found (found) VALUES ('rebuild'); COMMIT;")
    connection.executescript("BEGIN; INSERT INTO found (found) VALUES ('optimize'); COMMIT;")


def _for_counting(connection: sqlite3.Connection, rows: Rows) -> None:
    connection.executescript(facet_rows.DDL + postings.DDL)
    connection.execute("BEGIN")
    derived = dict(facet_rows.derived(rows))
    derived["posting"] = list(postings.posted(connection, derived["pair"]))
    for table, found in derived.items():
        if found:
            connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(found[0]))})", found)
    connection.execute("COMMIT")


class Store:
    """The SQLite file of a published record, opened as one that never changes: no locks, no journal, for any thread."""

    def __init__(self, path: Path) -> None:
        self.path = path
        address = f"{path.resolve().as_uri()}?immutable=1&mode=ro"
        try:
            self._connection = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
            with suppress(sqlite3.DatabaseError):  # a damaged file says so when it is asked
                self._connection.execute(f"PRAGMA cache_size = -{_KEPT}")
        except sqlite3.Error as error:
            raise self._damaged(error) from error

    def rows(self, query: str, *arguments: Value) -> list[Any]:
        """All rows of a query. RecordDamaged where the file cannot be read."""
        try:
            return self._connection.execute(query, arguments).fetchall()
        except sqlite3.ProgrammingError:
            raise
        except (sqlite3.DatabaseError, UnicodeError) as error:
            raise self._damaged(error) from error

    def each(self, query: str, *arguments: Value) -> Iterator[Any]:
        """The rows of a query one by one, for those who may stop early. RecordDamaged as in `rows`."""
        try:
            yield from self._connection.execute(query, arguments)
        except sqlite3.ProgrammingError:
            raise
        except (sqlite3.DatabaseError, UnicodeError) as error:
            raise self._damaged(error) from error

    @contextmanager
    def understood(self) -> Iterator[None]:
        """RecordDamaged for rows that cannot be what was written: broken JSON, unknown codes, bytes for text."""
        try:
            yield
        except (ValueError, LookupError, TypeError) as error:
            raise self._damaged(error) from error

    def content_hash(self) -> str:
        """The hash of what the file holds now. RecordDamaged where it cannot be read."""
        try:
            version = self._connection.execute("PRAGMA user_version").fetchone()[0]
            return content_hash(lambda table: self._connection.execute(select_all(table, version)), version)
        except (sqlite3.DatabaseError, ValueError, TypeError) as error:
            raise self._damaged(error) from error

    def close(self) -> None:
        """Closes the file. Asking after that is an error of the program."""
        self._connection.close()

    def _damaged(self, error: Exception) -> RecordDamaged:
        return RecordDamaged(f"{self.path}: is damaged or missing ({error}); build the record again")
