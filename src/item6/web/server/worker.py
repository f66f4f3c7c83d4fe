"""One process that answers: `python -m item6.web.server.worker NUMBER`, over the listening socket of that number.

Started by `item6.web.server.running`. It keeps nothing that others need. Told to stop, it takes no more requests,
finishes those it has, and ends.
"""

from __future__ import annotations

import os
import select
import socket
import sys
import threading
import time
from contextlib import suppress
from typing import Any

THREADS = 8
PATIENCE = 25.0
"""Seconds in which what was begun must be finished once it is told to stop."""
_NEW = 2.0
"""Seconds in which who has just connected must begin to ask."""
LARGEST = 2_000_000_000
_IN_MEMORY = 26_000_000
"""Bytes of a question or an answer that are never on the disk: more than a statement may have."""


def main(number: int) -> int:
    """Answers until it is told to stop."""
    from item6.web.work.background import ending

    stop = ending()
    from waitress.server import create_server

    from item6.web.wsgi import application

    listening = socket.socket(fileno=number)
    listening.setblocking(False)
    server = create_server(
        application, sockets=[listening], threads=THREADS, ident=None, max_request_body_size=LARGEST,
        clear_untrusted_proxy_headers=False,  # item6.web.gate.network and `proxies` say what of them is believed
        channel_timeout=60, inbuf_overflow=_IN_MEMORY, outbuf_overflow=_IN_MEMORY,
    )  # fmt: skip
    _warm()
    _connect(server)
    threading.Thread(target=_watch, args=(stop, server), daemon=True).start()
    print("ready", flush=True)
    until = 0.0
    while not until or (_busy(server) and time.monotonic() < until):
        server.asyncore.loop(timeout=0.5, map=server._map, use_poll=True, count=1)
        if stop.is_set() and not until:
            _take_what_waits(server, listening)
            until = time.monotonic() + PATIENCE
    server.task_dispatcher.shutdown(timeout=1)
    return 0


def _warm() -> None:
    """Loads every page's code and opens the record, so that nobody waits for it."""
    from django.urls import reverse

    from item6.record.errors import RecordError
    from item6.web.explorer.records import current

    reverse("health")
    try:
        current()
    except RecordError:
        return  # which the pages say


def _connect(server: Any) -> None:
    """Opens the database in every thread that answers, so that nobody waits for it; pages say where it is not there."""
    met = threading.Barrier(THREADS)
    for _ in range(THREADS):
        server.task_dispatcher.add_task(_Connecting(met))


class _Connecting:
    """What a thread of waitress does once. met: where it waits until all have one to do, so that each does it."""

    def __init__(self, met: threading.Barrier) -> None:
        self._met = met

    def service(self) -> None:
        """Opens the connection of this thread."""
        from django.db import Error, connection

        with suppress(Error):
            connection.ensure_connection()
        with suppress(threading.BrokenBarrierError):
            self._met.wait(timeout=5)

    def cancel(self) -> None:
        """Nothing was begun."""


def _watch(stop: threading.Event, server: Any) -> None:
    """Wakes the loop when it is to end."""
    stop.wait()
    server.pull_trigger()


def _take_what_waits(server: Any, listening: socket.socket) -> None:
    """Takes the connections that wait to be taken, and none after them."""
    while select.select([listening], [], [], 0)[0]:
        server.handle_accept()
    server.accepting = False


def _busy(server: Any) -> bool:
    """Whether something that was asked is not answered yet, or is just being asked."""
    return any(map(_is_busy, list(server.active_channels.values())))


def _is_busy(channel: Any) -> bool:
    new = channel.last_activity <= channel.creation_time and time.time() - channel.creation_time < _NEW
    return bool(channel.requests or channel.request or channel.total_outbufs_len or new)


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "item6.web.server.settings"  # whatever the machine's other programs use
    sys.exit(main(int(sys.argv[1])))
