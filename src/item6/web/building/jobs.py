"""A job: starting, stopping, and how far it is. All of its state lies in its folder, so it outlives the web server."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import item6
from item6.record.locks import is_held, locked
from item6.web.building import incoming
from item6.web.building.incoming import Problem

LOCK, PROCESS, PROGRESS, RESULT, FAILURE, STOPPED = (
    "lock", "process.json", "progress.json", "result.json", "failure.json", "stopped",
)  # fmt: skip
RUNNING = ("waiting", "reading", "publishing")
_PATIENCE = 10.0
"""Seconds that a killed process may take to be gone."""


@dataclass(frozen=True)
class Job:
    """A job as its page shows it. Each part is read once, when it is first asked for."""

    folder: Path

    @property
    def name(self) -> str:
        """Its name in addresses."""
        return self.folder.name

    @cached_property
    def state(self) -> str:
        """One of RUNNING, or `done`, `stopped` (by a person), `failed` (with a reason), `broken` (its process died)."""
        held = is_held(self.folder / LOCK)  # asked first: who lets go of the lock has written its result
        if self.result:
            return "done"
        if held:
            step = self.progress.get("step")
            return step if step in RUNNING else "waiting"
        if (self.folder / STOPPED).exists():
            return "stopped"
        return "failed" if self.failure else "broken"

    @property
    def running(self) -> bool:
        """Whether its process lives."""
        return self.state in RUNNING

    @cached_property
    def made(self) -> str:
        """When it was sent, `2026-11-21 09:30` (UTC)."""
        return str(incoming.read(self.folder / incoming.MADE).get("made", ""))[:16].replace("T", " ")

    @cached_property
    def count(self) -> int:
        """How many files were sent."""
        made = incoming.read(self.folder / incoming.MADE)
        return len(made.get("files", ())) + len(made.get("refused", ()))

    @cached_property
    def progress(self) -> dict[str, Any]:
        """What the process said last: step, done, total, last, problems, before (how many were read before)."""
        return incoming.read(self.folder / PROGRESS)

    @cached_property
    def result(self) -> dict[str, Any]:
        """What came of it; empty until it is done."""
        return incoming.read(self.folder / RESULT)

    @cached_property
    def failure(self) -> str:
        """Why it failed, in one sentence; empty where it did not."""
        return str(incoming.read(self.folder / FAILURE).get("why", ""))

    @cached_property
    def problems(self) -> list[Problem]:
        """The files that were not read, as far as is known."""
        found = (self.result or self.progress).get("problems", [])
        return [*incoming.refused_in(self.folder), *(Problem(**each) for each in found)]


def job_of(home: Path, name: str) -> Job | None:
    """The job of this name."""
    folder = incoming.folder_of(home, name)
    return Job(folder) if folder else None


def jobs_in(home: Path) -> list[Job]:
    """All jobs of the workspace, the last first."""
    return [Job(folder) for folder in incoming.folders(home)]


def start(job: Job) -> bool:
    """Starts a process that reads the job's files, those that were read before a stop aside, and publishes a record.

    False where one is at it already, or the job is done. Other jobs of the workspace are waited for by the process.
    """
    with locked(job.folder.parent / ".starting"):
        if Job(job.folder).state in ("done", *RUNNING):
            return False
        for name in (STOPPED, FAILURE, PROGRESS, PROCESS):
            (job.folder / name).unlink(missing_ok=True)
        with (job.folder / "log").open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, "-P", "-m", "item6.web.building.worker", str(job.folder.resolve())],
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log, env=environment(),
                start_new_session=True,
            )  # fmt: skip
        assert process.stdout
        with process.stdout as said:
            said.readline()  # it holds its lock now, or has ended
        threading.Thread(target=process.wait, daemon=True).start()
    return True


def stop(job: Job) -> None:
    """Ends the job's process and all that it started, at once. The record in force and the job's files stay."""
    with locked(job.folder.parent / ".starting"):
        if not Job(job.folder).running:
            return
        (job.folder / STOPPED).touch(mode=0o600)
        _end(int(incoming.read(job.folder / PROCESS).get("process", 0)))
        until = time.monotonic() + _PATIENCE
        while is_held(job.folder / LOCK) and time.monotonic() < until:
            time.sleep(0.02)


def remove(job: Job) -> None:
    """Stops the job and removes its files and its page. Documents that the record holds stay."""
    stop(job)
    shutil.rmtree(job.folder, ignore_errors=True)


def _end(process: int) -> None:
    """Ends the process of this number with its group. Only asked of one that holds its job's lock."""
    if process <= 1:
        return
    with suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process, signal.SIGKILL)
        else:
            os.kill(process, signal.SIGTERM)


def environment() -> dict[str, str]:
    """What the process needs to know: where this program is, and none of the server's secrets."""
    secret = ("ITEM6_KEY", "ITEM6_SECRET", "ITEM6_DATABASE")
    package = str(Path(item6.__file__).resolve().parents[1])
    path = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH", ""))))
    return {name: value for name, value in os.environ.items() if name not in secret} | {"PYTHONPATH": path}
