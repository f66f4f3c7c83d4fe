"""Running the server: one process that listens and looks after others, which answer, and one that works behind them.

All workers share one listening socket, so that no address is lost while one of them is started anew. What ends is
started again, after pauses that grow where it ends at once. When this process ends, however it does, the others see
their standard input end, and end too.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import item6
from item6.web.explorer.ahead import ENABLED
from item6.web.work.background import SUPERVISED

PAUSES = (0.0, 1.0, 2.0, 5.0, 15.0, 30.0)
STEADY = 60.0
"""Who lived for so many seconds did not end at once."""
PATIENCE = 35.0
"""Seconds after which a process that was told to stop is ended."""

Say = Callable[[str], None]


@dataclass
class _Post:
    """A place that a process fills. tries: how often its process ended soon after its start."""

    what: str
    arguments: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    begun: float = 0.0
    tries: int = 0
    due: float = field(default_factory=time.monotonic)


def listen(host: str, port: int) -> socket.socket:
    """A listening socket. OSError, OverflowError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except (OSError, OverflowError):
        listening.close()
        raise
    listening.listen(1024)
    return listening


class Running:
    """The processes of a server over one listening socket. say: where it tells people what it does."""

    def __init__(self, listening: socket.socket, workers: int, say: Say) -> None:
        self._listening, self._say = listening, say
        number = str(listening.fileno())
        answering = [sys.executable, "-P", "-m", "item6.web.server.worker", number]
        behind = [sys.executable, "-P", "-m", "item6.web.work.background"]
        self._posts = [_Post("a process that answers", answering) for _ in range(workers)]
        self._posts.append(_Post("the process that works behind them", behind))
        self._stop = threading.Event()

    def run(self, begun: Callable[[], None]) -> int:
        """Runs until a signal says stop, and then until all is answered that was begun. begun: called when it answers.

        The exit code: 1 where no worker could be started at all.
        """
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self._stop.set())
        for post in self._posts:
            self._start(post)
        if not self._ready(self._posts[0]):
            self._end()
            return 0 if self._stop.is_set() else 1
        begun()
        while not self._stop.wait(0.2):
            for post in self._posts:
                self._look(post)
        self._end()
        return 0

    def _start(self, post: _Post) -> None:
        package = str(Path(item6.__file__).resolve().parents[1])
        path = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH", ""))))
        first = post is self._posts[0]  # the one that has pages made ahead
        own = {SUPERVISED: "1", "PYTHONPATH": path, ENABLED: os.environ.get(ENABLED, "1") if first else "0"}
        post.process = subprocess.Popen(
            post.arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE if first else subprocess.DEVNULL,
            env=os.environ | own, pass_fds=[self._listening.fileno()], start_new_session=True,
        )  # fmt: skip
        post.begun = time.monotonic()

    def _ready(self, post: _Post) -> bool:
        """Waits for the first worker's word that it answers. False where it ended without one, or is told to stop."""
        said: list[bytes] = []
        assert post.process and post.process.stdout
        reading = threading.Thread(target=lambda out=post.process.stdout: said.append(out.readline()), daemon=True)
        reading.start()
        while reading.is_alive() and not self._stop.is_set():
            reading.join(0.1)
        return said == [b"ready\n"]

    def _look(self, post: _Post) -> None:
        """Starts anew what has ended."""
        now = time.monotonic()
        if post.process is None:
            if now >= post.due:
                self._start(post)
            return
        code = post.process.poll()
        if code is None:
            return
        _close(post.process)
        post.process = None
        post.tries = 0 if now - post.begun > STEADY else post.tries + 1
        pause = PAUSES[min(post.tries, len(PAUSES)) - 1] if post.tries else 0.0
        post.due = now + pause
        later = f"in {pause:.0f} seconds" if pause else "at once"
        self._say(f"{post.what} ended ({_reason(code)}); it is started anew {later}")

    def _end(self) -> None:
        """Tells all to stop, waits until they have, and ends who does not."""
        living = [post.process for post in self._posts if post.process]
        for process in living:
            process.terminate()
        until = time.monotonic() + PATIENCE
        for process in living:
            try:
                process.wait(max(0.1, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            _close(process)
        self._listening.close()


def _close(process: subprocess.Popen[bytes]) -> None:
    for stream in (process.stdin, process.stdout):
        if stream:
            stream.close()


def _reason(code: int) -> str:
    return f"exit code {code}" if code >= 0 else f"signal {-code}"
