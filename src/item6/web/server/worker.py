"""One process that answers: `python -m item6.web.server.worker NUMBER`, over the listening socket of that number.

Started by `item6.web.server.running`. It keeps nothing that others need. Told to stop, it takes no more requests,
finishes those it has, and ends.
"""

from __future__ import annotations

import os
import socket
import sys
import threading
import time

THREADS = 8
PATIENCE = 25.0
"""Seconds in which what was begun must be finished once it is told to stop."""
LARGEST = 2_000_000_000


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
        channel_timeout=60, asyncore_loop_timeout=1,
    )  # fmt: skip
    _warm()
    threading.Thread(target=_watch, args=(stop, server), daemon=True).start()
    print("ready", flush=True)
    until = None
    while True:
        server.asyncore.loop(timeout=0.5, map=server._map, use_poll=True, count=1)
        if stop.is_set():
            until = until or _refuse(server)
            if not _busy(server) or time.monotonic() > until:
                break
    server.task_dispatcher.shutdown(timeout=1)
    return 0


def _warm() -> None:
    """Opens the record, so that nobody waits for it."""
    from item6.record.errors import RecordError
    from item6.web.explorer.records import current

    try:
        current()
    except RecordError:
        return  # which the pages say


def _watch(stop: threading.Event, server: object) -> None:
    """Wakes the loop when it is to end."""
    stop.wait()
    server.pull_trigger()  # type: ignore[attr-defined]  # waitress ships no types


def _refuse(server: object) -> float:
    """Takes no more connections, and closes those that are idle. Until when what was begun may go on."""
    server.accepting = False  # type: ignore[attr-defined]  # waitress ships no types
    return time.monotonic() + PATIENCE


def _busy(server: object) -> bool:
    """Whether something that was asked is not answered yet."""
    channels = list(server.active_channels.values())  # type: ignore[attr-defined]  # waitress ships no types
    return any(each.requests or each.total_outbufs_len for each in channels)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "item6.web.server.settings")
    sys.exit(main(int(sys.argv[1])))
