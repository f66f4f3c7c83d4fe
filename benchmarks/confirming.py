"""Confirmations of signatures of a letter that very many persons have signed, while others read its page.

The button is pressed as a browser presses it: HTTP POST to the processes that `item6 serve --accounts` starts, of which
there are two. The client runs on the same machine, and so does the database.
"""

from __future__ import annotations

import shutil
import tempfile
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from loading import Answers, Connection, Server, as_fast_as_it_goes, at_a_rate
from server import Served, postgresql
from timing import Line, MemoryWatch, Stolen, family

CONFIRMED = 20_000
RATE, OFFERED = 150, 165
"""Confirmations a second: aimed at, and sent."""
_FASTEST = 20.0
_READERS, _MOST_MS = 10, 100
"""Pages a second that others read meanwhile; milliseconds in which nineteen of twenty are to be answered."""
_TOKEN = "a" * 32


def measure(persons: int) -> list[Line]:
    """On PostgreSQL, then on SQLite."""
    with postgresql() as address:
        lines = _measured("PostgreSQL", address, persons, _first(address))
    return [*lines, *_measured("SQLite", "", persons, 0)]


def _first(address: str) -> int:
    """The number of PostgreSQL's first process."""
    folder = Path(unquote(parse_qs(urlsplit(address).query)["host"][0]))
    return int((folder / "postmaster.pid").read_text().split()[0])


def _measured(name: str, address: str, persons: int, process: int) -> list[Line]:
    home = Path(tempfile.mkdtemp(prefix="item6-letter-"))
    try:
        served = Served(address or f"sqlite://{home / 'item6.sqlite'}", f"csrftoken={_TOKEN}")
        waiting = CONFIRMED * 2
        letter, *links = served.run(home, "big_letter.py", persons, waiting).split()
        buttons = (f"POST /sign/confirm/{link}" for link in links)
        with served.two(home) as found:
            servers = [replace(each, token=_TOKEN) for each in found]
            lines = _confirmed(name, servers, letter, buttons, process)
            said = served.run(home, "big_letter.py", "count").split()
            lines += _list(name, servers[0], letter, [int(each) for each in said])
        return lines
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _confirmed(name: str, servers: list[Server], letter: str, buttons: Iterator[str], process: int) -> list[Line]:
    """First at the rate, then as fast as it goes; somebody reads all the while."""
    stolen = Stolen()
    with _Postgres(process) as database, _readers(servers, letter) as read:
        steady = at_a_rate(servers, buttons, CONFIRMED / OFFERED, OFFERED, b"")
    worked = database() / len(steady.seconds) * 1000
    calm, taken = read(), str(stolen)
    with _readers(servers, letter) as read:
        fast = as_fast_as_it_goes(servers, buttons, _FASTEST, b"")
    busy = read()
    good = set(steady.statuses) == set(fast.statuses) == {200}
    beside = f"CPU {steady.cpu_ms:.1f} ms each" + (f", of PostgreSQL {worked:.1f} ms" if worked else "")
    rate = steady.rate
    said = f"{name}: the next {len(steady.seconds):,} confirmations"
    lines = [
        Line(f"{said}, {OFFERED} sent a second", f"{rate:.0f} a second, p95 {steady.p95:.0f} ms", beside,
             f"{RATE} a second", good and rate >= RATE),
        Line(f"{name}: the letter's page meanwhile, {_READERS} a second", f"p95 {calm.p95:.0f} ms",
             f"all {len(calm.seconds):,} answers of two workers" + (taken and f"; {taken}"), f"p95 under {_MOST_MS} ms",
             set(calm.statuses) == {200} and calm.p95 < _MOST_MS),
        Line(f"{name}: confirmations as fast as it goes", f"{fast.rate:.0f} a second",
             f"CPU {fast.cpu_ms:.1f} ms each; the page: p95 {busy.p95:.0f} ms"),
    ]  # fmt: skip
    if name != "SQLite":
        return lines
    return [replace(line, target="", met=None) for line in lines]  # measured, and nothing aimed at


@contextmanager
def _readers(servers: list[Server], letter: str) -> Iterator[Callable[[], Answers]]:
    """People who read: the page, its list from some name on, the page with the form. Yields who gives the answers."""
    over, found = threading.Event(), Answers()
    asked = cycle(
        (f"/letters/{letter}", f"/letters/{letter}?list=persons&from=mir", f"/sign/{letter}", f"/letters/{letter}",
         f"/letters/{letter}?list=persons&from=lena")
    )  # fmt: skip

    def read() -> None:
        begun, n = time.perf_counter(), 0
        with Connection(servers[0]) as one, Connection(servers[1]) as other:
            while not over.is_set():
                due = begun + n / _READERS
                time.sleep(max(0.0, due - time.perf_counter()))
                status, _ = (one, other)[n % 2].get(next(asked))
                found.seconds.append(time.perf_counter() - due)
                found.statuses[status] += 1
                n += 1

    thread = threading.Thread(target=read)
    thread.start()
    try:
        yield lambda: found
    finally:
        over.set()
        thread.join()


def _list(name: str, server: Server, letter: str, held: list[int]) -> list[Line]:
    """Whether the letter's count, the rows and the published list are one number."""
    began, worked, shown, size = time.perf_counter(), server.cpu, -1, 0
    with MemoryWatch(server.process) as memory:
        before = memory.now()
        with urllib.request.urlopen(f"http://127.0.0.1:{server.port}/letters/{letter}.csv") as answer:
            for line in answer:
                shown, size = shown + 1, size + len(line)
    took, worked = time.perf_counter() - began, server.cpu - worked
    count, rows, withheld = held
    return [
        Line(f"{name}: count, rows, and the published list with those not to be named",
             f"{count:,} = {rows:,} = {shown:,} + {withheld:,}", "", "one number", count == rows == shown + withheld),
        Line(f"{name}: the published list as CSV, {size / 1e6:.0f} MB", f"{took:.0f} s, CPU {worked:.1f} s",
             f"{memory.rss - before:.0f} MB more memory"),
    ]  # fmt: skip


class _Postgres:
    """Seconds that the processor worked for the processes of PostgreSQL, between the beginning and the call."""

    def __init__(self, pid: int) -> None:
        self._pid = pid

    def __enter__(self) -> Callable[[], float]:
        before = self._worked()
        return lambda: self._worked() - before

    def __exit__(self, *error: object) -> None:
        pass

    def _worked(self) -> float:
        return sum(Server(process, 0).cpu for process in family(self._pid)) if self._pid else 0.0
