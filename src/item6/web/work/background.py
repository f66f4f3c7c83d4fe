"""The background process: `python -m item6.web.work.background`, with ITEM6_HOME. Several may run at once."""

from __future__ import annotations

import logging
import os
import secrets
import signal
import socket
import sys
import threading
import time
from datetime import timedelta

import django
from django.db import DatabaseError, close_old_connections, connection
from django.utils import timezone

SUPERVISED = "ITEM6_SUPERVISED"
"""Set to 1 by whoever holds the other end of standard input, with whose end this process ends too."""

BEAT = 15.0
"""Seconds between two signs of life."""
ALIVE = timedelta(seconds=90)
"""Who gave no sign of life for so long is taken for dead."""

_PAUSE = 1.0
_AFTER_TROUBLE = 5.0

log = logging.getLogger("item6.work")


def ending() -> threading.Event:
    """What is set when this process is to end: by a signal, or because whoever started it has ended."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    if os.environ.get(SUPERVISED) == "1":
        threading.Thread(target=_until_alone, args=(stop,), daemon=True).start()
    return stop


def _until_alone(stop: threading.Event) -> None:
    """Waits for the end of standard input. Asked of the system itself: Python's own stream is locked while it waits."""
    while os.read(0, 64):
        pass
    stop.set()


class Background:
    """One background process. name: under which it gives signs of life."""

    def __init__(self) -> None:
        self.holder = secrets.token_hex(16)
        self.name = f"{socket.gethostname()[:80]} {os.getpid()} {self.holder[:8]}"
        self._begun = timezone.now()
        self._beaten = -BEAT

    def run(self, stop: threading.Event) -> None:
        """Does what is due until it is told to stop; trouble with the database is waited out."""
        from item6.web.work.doing import plan_regular

        planned = False
        while not stop.is_set():
            try:
                if not planned:
                    plan_regular()
                    planned = True
                self._beat()
                if not self.round():
                    stop.wait(_PAUSE)
            except DatabaseError as error:
                log.error("the database does not answer (%s); trying again", type(error).__name__)
                connection.close()
                stop.wait(_AFTER_TROUBLE)
            close_old_connections()
        self._leave()

    def round(self) -> bool:
        """Does one thing of each sort that is due; whether there was any."""
        from item6.web.work.doing import do_one
        from item6.web.work.kinds import ROUNDS

        return any([do_one(self.holder), *(ask() for ask in ROUNDS)])

    def _beat(self) -> None:
        from item6.web.work.models import Worker

        now = time.monotonic()
        if now - self._beaten >= BEAT:
            Worker.objects.update_or_create(
                name=self.name, defaults={"seen": timezone.now()}, create_defaults=self._first()
            )
            self._beaten = now

    def _first(self) -> dict[str, object]:
        return {"begun": self._begun, "seen": timezone.now()}

    def _leave(self) -> None:
        from item6.web.work.models import Worker

        try:
            Worker.objects.filter(name=self.name).delete()
        except DatabaseError:
            log.error("the database does not answer; the process ends without a word")


def main() -> int:
    """Runs until it is stopped."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "item6.web.server.settings"  # whatever the machine's other programs use
    stop = ending()
    django.setup()
    Background().run(stop)
    return 0


if __name__ == "__main__":
    sys.exit(main())
