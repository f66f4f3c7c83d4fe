"""`item6 serve --accounts`: several processes behind one address, which outlive each other and end together."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from processes import ENVIRONMENT, below, item6, serving
from waitress.task import ThreadedTaskDispatcher

from item6.web.server import worker


@pytest.fixture
def made(home: Path, tmp_path: Path) -> Path:
    """A server's workspace whose tables are made."""
    copied = Path(shutil.copytree(home, tmp_path / "server"))
    run = item6(copied, "upgrade")
    assert (run.returncode, run.stderr.split(":")[0]) == (0, "done")
    return copied


def get(address: str) -> tuple[int, bytes]:
    with urllib.request.urlopen(address, timeout=30) as answer:
        return answer.status, answer.read()


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.1)


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_processes_are_started_anew_and_all_end_together(made: Path) -> None:
    with serving(made, "--port", 0, "--workers", 2) as (server, address):
        assert address.startswith("http://127.0.0.1:")
        assert get(f"{address}/health") == (200, b"ok\n")
        first = below(server.pid)
        assert [sum(part in args for args in first.values()) for part in (".server.worker", ".background")] == [2, 1]
        for process in first:
            os.kill(process, signal.SIGKILL)
        until(lambda: len(below(server.pid)) == 3 and not set(below(server.pid)) & set(first))
        assert get(f"{address}/health") == (200, b"ok\n")
        second = below(server.pid)
        server.terminate()
        assert server.wait(60) == 0
        said = server.stderr.read().splitlines()
        assert said[-1] == "stopped"
        assert sorted(said[:-1]) == [
            *["a process that answers ended (signal 9); it is started anew at once"] * 2,
            "the process that works behind them ended (signal 9); it is started anew at once",
        ]
        assert not any(map(alive, second))


def test_what_was_begun_to_be_asked_is_answered_when_it_stops(made: Path) -> None:
    with serving(made, "--port", 0, "--workers", 1) as (server, address):
        where = ("127.0.0.1", int(address.rpartition(":")[2]))
        asking = [socket.create_connection(where, 30) for _ in range(16)]
        for each in asking:
            each.sendall(b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n")
        server.send_signal(signal.SIGINT)
        time.sleep(1)
        for each in asking:
            each.sendall(b"Connection: close\r\n\r\n")
        answers = [b"".join(iter(lambda one=each: one.recv(9999), b"")) for each in asking]
        for each in asking:
            each.close()
        assert [(one.splitlines()[0], one.splitlines()[-1]) for one in answers] == [(b"HTTP/1.1 200 OK", b"ok")] * 16
        assert server.wait(60) == 0
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(where, 5)


def test_who_loses_the_process_that_looks_after_them_ends(made: Path) -> None:
    with serving(made, "--port", 0) as (server, _):
        processes = below(server.pid)
        server.kill()
        server.wait()
        until(lambda: not any(map(alive, processes)))


def test_without_its_tables_it_does_not_start(home: Path, tmp_path: Path) -> None:
    run = item6(tmp_path, "serve", "--accounts", "--port", "0")
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr == "the database has no tables yet: run: item6 upgrade\n"


def test_a_file_of_settings_that_cannot_be_understood(tmp_path: Path) -> None:
    (tmp_path / "server.toml").write_text("proxies = 'one'\n")
    run = item6(tmp_path, "serve", "--accounts", "--port", "0")
    assert run.returncode == 1
    assert run.stderr.startswith(f"{tmp_path}/server.toml: `proxies` must be a whole number from 0 to 9: ")


def test_a_taken_port(made: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        run = item6(made, "serve", "--accounts", "--port", port)
    said = (
        f"127.0.0.1, port {port}: taken or not allowed: give another with --host and --port; --port 0 takes a free one"
    )
    assert (run.returncode, run.stderr) == (1, f"{said}\n")


def test_options_of_the_one_are_not_taken_by_the_other(tmp_path: Path) -> None:
    run = item6(tmp_path, "serve", "--workers", "2")
    assert (run.returncode, run.stdout) == (2, "")


def test_without_what_a_server_needs_besides_it_says_so(tmp_path: Path) -> None:
    """As after an installation without the extra `server`."""
    hidden = (
        "import sys; from importlib.util import find_spec; import importlib.util as u;"
        "u.find_spec = lambda name, *rest: None if name == 'allauth' else find_spec(name, *rest);"
        "from item6.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", hidden, "--home", str(tmp_path / "new"), "serve", "--accounts"]
    run = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, check=False)
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr == (
        "what a server with accounts needs besides is not installed: "
        "install it with: pip install --require-hashes -r requirements-server.lock\n"
    )
    assert not (tmp_path / "new").exists()


def test_what_a_server_writes_is_its_own_alone(tmp_path: Path) -> None:
    assert item6(tmp_path / "new", "upgrade").returncode == 0
    modes = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "new").iterdir()}
    assert modes["server.secret"] == modes["item6.sqlite"] == 0o600
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("broken", [False, True])
def test_every_thread_opens_the_database_before_anybody_asks(monkeypatch: pytest.MonkeyPatch, broken: bool) -> None:
    """Each once, however quick the first one is; a database that is not there ends no thread."""
    opened: list[int] = []

    def open_it(_: object) -> None:
        opened.append(threading.get_ident())
        if broken:
            raise OperationalError("not there")

    monkeypatch.setattr(BaseDatabaseWrapper, "ensure_connection", open_it)
    dispatcher = ThreadedTaskDispatcher()
    dispatcher.set_thread_count(worker.THREADS)
    worker._connect(SimpleNamespace(task_dispatcher=dispatcher))
    until(lambda: len(opened) == worker.THREADS)
    assert len(set(opened)) == worker.THREADS == len(dispatcher.threads)
    assert dispatcher.shutdown(timeout=10)
