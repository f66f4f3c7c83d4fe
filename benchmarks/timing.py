"""Times and memory, and the lines that say what was measured."""

from __future__ import annotations

import gc
import os
import platform
import sqlite3
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Line:
    """One line of the table. target: what was aimed at, met: whether it was reached (None: no target)."""

    what: str
    measured: str
    beside: str = ""
    target: str = ""
    met: bool | None = None


@dataclass(frozen=True)
class Times:
    """Milliseconds of many calls, on the clock; cpu: the median of what the processor worked."""

    all: tuple[float, ...]
    cpu: float

    @property
    def median(self) -> float:
        """Half of the calls were faster."""
        return sorted(self.all)[len(self.all) // 2]

    @property
    def high(self) -> float:
        """Nineteen of twenty calls were faster (95th percentile)."""
        return sorted(self.all)[min(len(self.all) - 1, len(self.all) * 95 // 100)]

    def __str__(self) -> str:
        return f"{self.median:.3g} ms (p95 {self.high:.3g}, CPU {self.cpu:.3g}, n={len(self.all)})"


def times(ask: Callable[[object], object], arguments: Iterable[object]) -> Times:
    """How long each call took, one argument after the other."""
    found, worked = [], []
    gc.collect()
    for argument in arguments:
        start, begun = time.perf_counter(), time.process_time()
        ask(argument)
        worked.append((time.process_time() - begun) * 1000)
        found.append((time.perf_counter() - start) * 1000)
    return Times(tuple(found), sorted(worked)[len(worked) // 2])


class MemoryWatch:
    """Largest memory of a process and all it started, in MB, looked at twenty times a second (Linux).

    rss: sum of resident sizes, in which pages that processes share count several times. pss: shared pages divided.
    """

    def __init__(self, process: int) -> None:
        self.rss = self.pss = 0.0
        self._root = process
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> MemoryWatch:
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._over.set()
        self._thread.join()

    def now(self) -> float:
        """Resident size at this moment."""
        return sum(_memory(process)[0] for process in family(self._root))

    def _watch(self) -> None:
        while not self._over.wait(0.05):
            found = [_memory(process) for process in family(self._root)]
            self.rss = max(self.rss, sum(rss for rss, _ in found))
            self.pss = max(self.pss, sum(pss for _, pss in found))


def family(root: int) -> list[int]:
    """A process and its children, and theirs."""
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    family = [root]
    for process in family:
        family += [child for child, parent in parents.items() if parent == process]
    return family


def _memory(process: int) -> tuple[float, float]:
    """Resident and proportional size in MB; nothing for a process that has ended."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0, 0.0
    sizes = {line.split(":")[0]: int(line.split()[1]) / 1000 for line in lines[1:]}
    return sizes.get("Rss", 0.0), sizes.get("Pss", 0.0)


def machine() -> str:
    """The machine in a few words, and how busy it is with other things."""
    versions = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    load = f", load average {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{os.cpu_count()} cores, {platform.system()}, {versions}{load}"


class Stolen:
    """Percent of the time in which the processors were wanted, from its making on, that other machines had (Linux)."""

    def __init__(self) -> None:
        self._before = self._now()

    def __str__(self) -> str:
        stolen, wanted = (now - before for now, before in zip(self._now(), self._before, strict=True))
        return f"{stolen / wanted:.0%} of the processors' time was other machines'" if stolen else ""

    @staticmethod
    def _now() -> tuple[int, int]:
        """Ticks stolen, and all that were not idle."""
        stat = Path("/proc/stat")
        if not stat.is_file():
            return 0, 1
        user, nice, system, _, _, irq, soft, stolen = map(int, stat.read_text().split()[1:9])
        return stolen, user + nice + system + irq + soft + stolen
