"""Whatever moment a publication is ended at, the record before it stands and the next publication succeeds."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest
from record_samples import RURITANIA, edition

from item6.record.check import is_sound
from item6.record.reader import open_record
from item6.record.writer import publish

HERE = str(Path(__file__).parent)
SOURCE = str(Path(__file__).parents[2] / "src")

PUBLISHING = """
import itertools, pathlib, sys
sys.path[:0] = sys.argv[3:]
from record_samples import edition
from item6.record.writer import publish
home, name = pathlib.Path(sys.argv[1]), sys.argv[2]
print("ready", flush=True)
for count in itertools.count():
    publish(home, edition(name if name == "same" else f"{name}{count}"))
"""

DYING = """
import itertools, os, pathlib, sqlite3, sys
sys.path[:0] = sys.argv[3:]
from record_samples import edition
from item6.record import writer
calls, last = itertools.count(1), int(sys.argv[2])
def watched(function):
    def call(*args, **kwargs):
        if next(calls) == last:
            os._exit(9)
        return function(*args, **kwargs)
    return call
for name in ("fsync", "open", "close", "mkdir", "rename", "replace", "unlink", "rmdir"):
    setattr(os, name, watched(getattr(os, name)))
sqlite3.connect = watched(sqlite3.connect)
pathlib.Path.write_bytes = watched(pathlib.Path.write_bytes)
writer.publish(pathlib.Path(sys.argv[1]), edition("next"))
"""

FULL_DISK = """
import pathlib, resource, signal, sys
sys.path[:0] = sys.argv[3:]
from record_samples import edition
from item6.record.writer import publish
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    publish(pathlib.Path(sys.argv[1]), edition("too large"))
except OSError as error:
    print(type(error).__name__)
"""


def start(program: str, home: Path, argument: str) -> subprocess.Popen[str]:
    """A process of its own that publishes into `home`."""
    return subprocess.Popen(
        [sys.executable, "-c", program, str(home), argument, HERE, SOURCE], stdout=subprocess.PIPE, text=True
    )


def wait_until_ready(process: subprocess.Popen[str]) -> None:
    assert process.stdout
    assert process.stdout.readline() == "ready\n"


def kill_after(process: subprocess.Popen[str], seconds: float) -> None:
    """Ends a process that would publish for ever."""
    with process, pytest.raises(subprocess.TimeoutExpired):
        try:
            process.wait(seconds)
        finally:
            process.kill()


def assert_all_is_well(home: Path) -> str:
    """Every folder that has the name of a record is one, whole, and the pointer names one; its hash."""
    named = [path for path in (home / "records").iterdir() if path.is_dir() and not path.name.startswith(".")]
    assert [path for path in named if not is_sound(path)] == []
    with open_record(home) as record:
        assert len(record.recommendations(RURITANIA)) == 4
        return record.hash


def half_made(home: Path) -> list[Path]:
    return list((home / "records").glob(".building-*"))


def assert_next_publication_tidies(home: Path, name: str = "last") -> None:
    last = publish(home, edition(name))
    assert assert_all_is_well(home) == last
    assert half_made(home) == []


def kill_at_random(folder: Path, times: int) -> int:
    """Kills publishing processes at random moments; how often a folder was left half made."""
    dice = random.Random(6)
    left = 0
    for turn in range(times):
        home = folder / str(turn)
        publish(home, edition("first"))
        process = start(PUBLISHING, home, f"{turn}-")
        wait_until_ready(process)
        kill_after(process, dice.uniform(0, 0.08))
        left += bool(half_made(home))
        assert_all_is_well(home)
        assert_next_publication_tidies(home)
    return left


def test_killed_at_random_moments(tmp_path: Path) -> None:
    kill_at_random(tmp_path, 8)


@pytest.mark.full
def test_killed_at_many_random_moments(tmp_path: Path) -> None:
    """The test below kills before each call to the system; this one anywhere."""
    assert kill_at_random(tmp_path, 40) > 4


@pytest.mark.full
def test_killed_before_each_call_to_the_system(tmp_path: Path) -> None:
    call, died = 0, True
    while died:
        call += 1
        home = tmp_path / str(call)
        before = publish(home, edition("before"))
        with start(DYING, home, str(call)) as process:
            died = process.wait() == 9
        now = assert_all_is_well(home)
        moved = now != before
        assert moved or died
        assert_next_publication_tidies(home, "next")
    assert call > 30


@pytest.mark.parametrize("name", ["same", "own"])
def test_publishing_at_the_same_time(tmp_path: Path, name: str) -> None:
    publish(tmp_path, edition("first"))
    running = [start(PUBLISHING, tmp_path, name if name == "same" else f"{name}{number}-") for number in range(3)]
    for process in running:
        wait_until_ready(process)
    for process in running:
        kill_after(process, 0.3)
    assert_all_is_well(tmp_path)
    assert_next_publication_tidies(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="limits the size of files, which Windows does not")
@pytest.mark.parametrize("limit", [0, 100, 10_000, 100_000])
def test_a_disk_that_refuses(tmp_path: Path, limit: int) -> None:
    """The SQLite file of the two reviews has some 140,000 bytes."""
    before = publish(tmp_path, edition("first"))
    with start(FULL_DISK, tmp_path, str(limit)) as process:
        assert process.stdout
        assert process.stdout.read() == "OSError\n"
    assert assert_all_is_well(tmp_path) == before
    assert half_made(tmp_path) == []
