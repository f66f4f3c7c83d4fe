"""Many files to their Readings, in processes, so that a file that hangs or ends its process costs only itself."""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from pathlib import Path

from item6.pipeline.reading import file_name, read_file, unread
from item6.terms.documents import Reading

Progress = Callable[[int, int, Reading], None]
"""Told after each file: files done, files in all, what was read."""
ReadFile = Callable[[Path], Reading]

SECONDS = 120.0
"""Time limit for one file. Reports take well under a second; a slow, busy machine has room."""

_STARTING = 60.0
"""Seconds that a process may take before it can read at all."""

_SPAWN = multiprocessing.get_context("spawn")


def read_files(
    paths: Sequence[Path],
    *,
    workers: int = 1,
    progress: Progress | None = None,
    seconds: float = SECONDS,
    read: ReadFile = read_file,
) -> list[Reading]:
    """The Reading of each path, in the order of the paths, the same for any number of workers.

    workers: processes; with 1 the files are read in this process, where a file that ends the process is not
        survived. seconds: limit for one file. read: what reads one file; must be importable by other processes.
    """
    if workers < 1:
        raise ValueError("workers must be 1 or more")
    if workers == 1 or not paths:
        return _in_this_process(paths, progress, seconds, read)
    readings = _Pool(paths, min(workers, len(paths)), progress, seconds, read).run()
    return [readings[index] for index in range(len(paths))]


def _in_this_process(paths: Sequence[Path], progress: Progress | None, seconds: float, read: ReadFile) -> list[Reading]:
    readings = []
    for path in paths:
        readings.append(read_file(path, seconds=seconds) if read is read_file else read(path))
        if progress:
            progress(len(readings), len(paths), readings[-1])
    return readings


class _Worker:
    """A process that reads one file after another, and what it has in hand."""

    def __init__(self, read: ReadFile) -> None:
        self.connection, theirs = _SPAWN.Pipe()
        self.process = _SPAWN.Process(target=_serve, args=(theirs, read), daemon=True)
        with _interrupts_blocked():
            self.process.start()
        theirs.close()
        self.index: int | None = None
        self.starting = _STARTING
        self.deadline = 0.0

    def take(self, index: int, path: Path, seconds: float) -> None:
        """Give it a file. A worker that has just died is noticed when its answer is awaited."""
        self.index, self.deadline = index, time.monotonic() + self.starting + seconds
        with suppress(OSError):
            self.connection.send(path)

    def started(self, seconds: float) -> None:
        """It reads; the limit of its first file runs from now."""
        self.starting, self.deadline = 0.0, time.monotonic() + seconds

    def stop(self) -> None:
        """End the process at once and wait for it."""
        self.process.kill()
        self.process.join()
        self.connection.close()


class _Pool:
    """Files handed to workers one by one, so that it is always known which file a worker had in hand."""

    def __init__(
        self, paths: Sequence[Path], size: int, progress: Progress | None, seconds: float, read: ReadFile
    ) -> None:
        self.paths, self.size, self.progress, self.seconds, self.read = paths, size, progress, seconds, read
        self.waiting = deque(range(len(paths)))
        self.tried: set[int] = set()
        self.readings: dict[int, Reading] = {}
        self.workers: list[_Worker] = []

    def run(self) -> dict[int, Reading]:
        """Every file's Reading by index. Files whose process died are tried once more, each alone."""
        try:
            self._drain(self.size)
            for index in sorted(self.tried):
                self.waiting.append(index)
                self._drain(1)
            return self.readings
        finally:
            for worker in self.workers:
                worker.stop()

    def _drain(self, size: int) -> None:
        """Read all that waits, with at most `size` processes."""
        while self.waiting or any(worker.index is not None for worker in self.workers):
            self._hand_out(size)
            self._collect()

    def _hand_out(self, size: int) -> None:
        for worker in [idle for idle in self.workers if idle.index is None]:
            if self.waiting:
                self._give(worker)
        while self.waiting and len(self.workers) < size:
            self.workers.append(_Worker(self.read))
            self._give(self.workers[-1])

    def _give(self, worker: _Worker) -> None:
        index = self.waiting.popleft()
        worker.take(index, self.paths[index], self.seconds)

    def _collect(self) -> None:
        """Wait for an answer, a death or a time limit, and deal with all that happened."""
        busy = [worker for worker in self.workers if worker.index is not None]
        patience = max(0.0, min(worker.deadline for worker in busy) - time.monotonic())
        ready = wait([worker.connection for worker in busy], timeout=patience)
        for worker in busy:
            if worker.connection in ready:
                self._answer(worker)
            elif time.monotonic() >= worker.deadline:
                self._overdue(worker)

    def _answer(self, worker: _Worker) -> None:
        index = worker.index
        assert index is not None
        try:
            reading = worker.connection.recv()
        except (EOFError, OSError):
            self._died(worker, index)
            return
        if reading is None:
            worker.started(self.seconds)
            return
        worker.index = None
        self._done(index, reading)

    def _died(self, worker: _Worker, index: int) -> None:
        worker.process.join(5)
        why = _why(worker.process.exitcode)
        self._dismiss(worker)
        if index in self.tried:
            self._done(index, unread(file_name(self.paths[index]), "file.killed", {"why": why}))
        else:
            self.tried.add(index)

    def _overdue(self, worker: _Worker) -> None:
        index = worker.index
        assert index is not None
        self._dismiss(worker)
        self._done(index, unread(file_name(self.paths[index]), "file.time_limit", {"seconds": f"{self.seconds:g}"}))

    def _dismiss(self, worker: _Worker) -> None:
        worker.stop()
        self.workers.remove(worker)

    def _done(self, index: int, reading: Reading) -> None:
        self.readings[index] = reading
        if self.progress:
            self.progress(len(self.readings), len(self.paths), reading)


def _serve(connection: Connection[object, Path], read: ReadFile) -> None:
    """A worker's life: None once it can read, then a path in, a Reading out, until the other end is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):
        connection.send(None)
        while True:
            connection.send(read(connection.recv()))


@contextmanager
def _interrupts_blocked() -> Iterator[None]:
    """Ctrl-C is the parent's to answer: it gets it after the block, a process started here never."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # its start would lift the block
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _why(exitcode: int | None) -> str:
    """How a process ended, in words that do not depend on the run."""
    if exitcode is not None and exitcode < 0:
        return f"signal {signal.Signals(-exitcode).name}"
    return f"exit code {exitcode}"
