"""The process that reads the files of one job: `python -m item6.web.building.worker JOB`.

It is killed to be stopped, at any moment: what it publishes appears whole or not at all, and everything else that it
writes is replaced in one step.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from item6.record.errors import RecordError, RecordNotFound
from item6.record.locks import try_hold
from item6.record.reader import open_record
from item6.terms.documents import Document, Reading
from item6.terms.issues import Issue
from item6.terms.names import ReviewName
from item6.web.building import incoming
from item6.web.building.incoming import Kept, Problem
from item6.web.building.jobs import FAILURE, LOCK, PROCESS, PROGRESS, RESULT

TURN = ".turn"
"""The lock of the workspace: one job is read at a time."""
_EVERY = 0.25
"""Seconds between two reports."""


def main(arguments: Sequence[str]) -> int:
    """Reads a job. 0 when it is done, 1 where it failed, 3 where another process is at it."""
    folder = Path(arguments[0])
    if _hold(folder / LOCK) is None:
        return 3
    incoming.write(folder / PROCESS, {"process": os.getpid()})
    incoming.write(folder / PROGRESS, {"step": "waiting"})
    sys.stdout.write("started\n")
    sys.stdout.flush()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    if hasattr(os, "nice"):
        os.nice(5)  # pages come first
    while try_hold(folder.parent / TURN) is None:
        time.sleep(0.2)
    try:
        _read(folder.parents[1], folder)
    except OSError as error:
        return _failed(folder, f"the workspace cannot be written ({(error.strerror or str(error)).lower()})")
    except RecordError as error:
        return _failed(folder, str(error))
    except Exception as error:
        _failed(folder, f"the program failed ({type(error).__name__}); the file `log` of the job says where")
        raise
    return 0


def _hold(path: Path) -> int | None:
    """The lock; None where another process keeps it. A page that looks whether it is held has it for a moment."""
    for _ in range(20):
        number = try_hold(path)
        if number is not None:
            return number
        time.sleep(0.05)
    return None


def _failed(folder: Path, why: str) -> int:
    incoming.write(folder / FAILURE, {"why": why})
    return 1


def _read(home: Path, folder: Path) -> None:
    """Builds a record of the job's files and those of the current record, and says what came of it."""
    from item6 import pipeline  # loading the readers takes longest; the server waits only for what comes before

    told = _Told(folder, incoming.kept_in(folder))
    incoming.write(folder / PROGRESS, {"step": "reading", "before": told.before})
    built = pipeline.build(home, told.paths, workers=max(2, os.cpu_count() or 1), progress=told.file_read,
                           names=told.called, by=folder / incoming.READINGS)  # fmt: skip
    wrong: dict[Path, Issue] = {}
    for path, found in built.issues:
        if found.severity == "error":
            wrong.setdefault(path, found)
    # those of the record before and of decisions too: what is lost from a record is named
    problems = [_problem(told.called.get(path) or found.place.file, found) for path, found in wrong.items()]
    read = [told.documents[path] for path in told.paths if path not in wrong and path in told.documents]
    before = _reviews(home, built.previous)
    result = {
        "record": built.hash,
        "previous": built.previous,
        "given": built.given,
        "kept": built.kept,
        "read": len(read),
        "added": [str(name) for name in built.reviews if name not in before],
        "renewed": [str(name) for name in built.reviews if name in before and name in {each.review for each in read}],
        "waiting": sorted(
            told.called[path]
            for path, each in told.documents.items()
            if path not in wrong and each.review and each.review not in built.reviews
        ),
        "problems": [asdict(each) for each in problems],
    }
    incoming.write(folder / RESULT, result)
    for each in (incoming.FILES, incoming.READINGS):
        shutil.rmtree(folder / each, ignore_errors=True)


def _reviews(home: Path, record: str | None) -> set[ReviewName]:
    """The reviews of the record before."""
    if record is None:
        return set()
    try:
        with open_record(home, record) as before:
            return {row.name for row in before.reviews()}
    except RecordNotFound:
        return set()


def _problem(name: str, found: Issue) -> Problem:
    return Problem(name, found.message, found.hint, found.code)


class _Told:
    """Writes down how far reading is, not more often than anybody looks."""

    def __init__(self, folder: Path, kept: Sequence[Kept]) -> None:
        self.folder = folder
        self.files = {folder / incoming.FILES / each.stored: each for each in kept}
        self.called = {path: each.name for path, each in self.files.items()}
        self.documents: dict[Path, Document] = {}
        self.problems: list[Problem] = []
        self.last, self.said = "", 0.0
        self.before = len(list((folder / incoming.READINGS).glob("[!.]*")))

    @property
    def paths(self) -> list[Path]:
        """Where the files lie."""
        return list(self.files)

    def file_read(self, done: int, total: int, reading: Reading) -> None:
        """Told by the pipeline after each file, those of the record before too."""
        path = self.folder / incoming.FILES / reading.document.file
        if path in self.files:
            self.last = self.called[path]
            self.documents[path] = reading.document
            wrong = [found for found in reading.issues if found.severity == "error"]
            self.problems += [_problem(self.last, found) for found in wrong[:1]]
        if done == total or time.monotonic() - self.said > _EVERY:
            self.said = time.monotonic()
            self._write("publishing" if done == total else "reading", done, total)

    def _write(self, step: str, done: int, total: int) -> None:
        problems = [asdict(each) for each in self.problems]
        incoming.write(
            self.folder / PROGRESS,
            {
                "step": step,
                "done": done,
                "total": total,
                "last": self.last,
                "problems": problems,
                "before": self.before,
            },
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
