"""Asking a server many times: as fast as it answers, and at a steady rate."""

from __future__ import annotations

import gzip
import os
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
LOOKED_AT = 20
"""Every how manieth answer is unpacked and its rows counted."""


@dataclass(frozen=True)
class Server:
    """A process that serves. cookie: what opens its door, or empty. token: what its forms are sent with."""

    process: int
    port: int
    cookie: str = ""
    token: str = ""

    @property
    def cpu(self) -> float:
        """Seconds that the processor worked for it."""
        fields = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS


@dataclass
class Answers:
    """What came back. seconds: of each answer, from when it was due. rows: in the answers that were looked at."""

    seconds: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    rows: list[int] = field(default_factory=list)
    took: float = 0.0
    cpu: float = 0.0

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.seconds) / self.took

    @property
    def cpu_ms(self) -> float:
        """Milliseconds of the servers' processors for an answer."""
        return self.cpu / len(self.seconds) * 1000

    @property
    def p95(self) -> float:
        """Milliseconds in which nineteen of twenty answers came."""
        return sorted(self.seconds)[len(self.seconds) * 95 // 100] * 1000

    @property
    def mean_rows(self) -> float:
        """Rows on a page."""
        return sum(self.rows) / max(1, len(self.rows))


def as_fast_as_it_goes(servers: Sequence[Server], addresses: Iterator[str], seconds: float, row: bytes) -> Answers:
    """Two connections to each server, each asking again as soon as it was answered. row: what begins a row."""
    end = time.perf_counter() + seconds
    return _ask(servers, addresses, row, 2, lambda: None if time.perf_counter() > end else time.perf_counter())


def at_a_rate(servers: Sequence[Server], addresses: Iterator[str], seconds: float, rate: float, row: bytes) -> Answers:
    """Questions at even intervals, whether the ones before were answered or not; eight connections to each server."""
    start, due = time.perf_counter(), iter(range(int(seconds * rate)))

    def next_one() -> float | None:
        at = next(due, None)
        if at is None:
            return None
        when = start + at / rate
        time.sleep(max(0.0, when - time.perf_counter()))
        return when

    return _ask(servers, addresses, row, 8, next_one)


def _ask(
    servers: Sequence[Server],
    addresses: Iterator[str],
    row: bytes,
    connections: int,
    next_one: Callable[[], float | None],
) -> Answers:
    answers, lock = Answers(), threading.Lock()
    before, start = sum(each.cpu for each in servers), time.perf_counter()

    def ask(server: Server) -> None:
        with Connection(server) as connection:
            while True:
                with lock:
                    address = next(addresses, None)
                    due = next_one() if connections <= 2 else None
                if connections > 2 and address is not None:
                    with pace:
                        due = next_one()
                if address is None or due is None:
                    return
                status, body = connection.get(address)
                took = time.perf_counter() - due
                with lock:
                    answers.seconds.append(took)
                    answers.statuses[status] += 1
                    look = len(answers.seconds) % LOOKED_AT == 0
                if look:
                    answers.rows.append(body().count(row))

    pace = threading.Lock()
    threads = [threading.Thread(target=ask, args=(each,)) for each in servers for _ in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    answers.took = time.perf_counter() - start
    answers.cpu = sum(each.cpu for each in servers) - before
    return answers


class Connection:
    """A connection that stays open; plainer and cheaper than http.client, since it shares the machine."""

    def __init__(self, server: Server) -> None:
        self._socket = socket.create_connection(("127.0.0.1", server.port))
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        cookie = f"Cookie: {server.cookie}\r\n" if server.cookie else ""
        self._rest = f" HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n{cookie}"
        self._form = f"csrfmiddlewaretoken={server.token}"

    def __enter__(self) -> Connection:
        return self

    def __exit__(self, *error: object) -> None:
        self._socket.close()

    def get(self, address: str) -> tuple[int, Callable[[], bytes]]:
        """Status, and the body unpacked when it is asked for. An address after `POST ` is sent a form's button."""
        if address.startswith("POST "):
            kind = f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(self._form)}"
            self._socket.sendall(f"{address}{self._rest}{kind}\r\n\r\n{self._form}".encode())
        else:
            self._socket.sendall(f"GET {address}{self._rest}\r\n".encode())
        got = b""
        while b"\r\n\r\n" not in got:
            got += self._more()
        head, _, body = got.partition(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0])
        parts, size = [body], len(body)
        while size < length:
            parts.append(self._more())
            size += len(parts[-1])
        whole = b"".join(parts)
        packed = b"content-encoding: gzip" in head.lower()
        return int(head.split(b" ", 2)[1]), lambda: gzip.decompress(whole) if packed else whole

    def _more(self) -> bytes:
        got = self._socket.recv(1 << 18)
        if not got:
            raise ConnectionError("the server closed the connection")
        return got
