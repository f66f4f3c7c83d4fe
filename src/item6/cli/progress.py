"""How far long work is: a bar on a terminal, a line now and then elsewhere; both on standard error."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from item6.cli.messages import say
from item6.cli.terminal import STYLES, fit
from item6.terms.documents import Reading

_TEAL = STYLES["supported"]
_EVERY = 10.0
"""Seconds between two lines where there is no terminal."""


class _Shown:
    """What shows a bar while it is open."""

    bar: Bar | None

    def __enter__(self) -> Self:
        if self.bar:
            self.bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.bar:
            self.bar.stop()


class Progress(_Shown):
    """Shows how many files are read. Use as a context, and hand `file_read` to the pipeline."""

    def __init__(self, doing: str) -> None:
        self.doing = doing
        self.bar = _bar() if sys.stderr.isatty() else None
        self.task = self.bar.add_task(doing, total=None, file="") if self.bar else None
        self.said = time.monotonic()

    def file_read(self, done: int, total: int, reading: Reading) -> None:
        """Told by the pipeline after each file."""
        if self.bar and self.task is not None:
            self.bar.update(self.task, completed=done, total=total, file=fit(reading.document.file, 32))
        elif time.monotonic() - self.said > _EVERY and done < total:
            self.said = time.monotonic()
            say(f"{self.doing}: {done} of {total} files")


def _bar() -> Bar:
    return Bar(
        TextColumn("{task.description}"),
        BarColumn(32, complete_style=_TEAL, finished_style=_TEAL, pulse_style=_TEAL),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[file]}", markup=False),
        console=Console(stderr=True),
        transient=True,
    )


class Steps(_Shown):
    """Shows which of several things is being made, on a terminal. Use as a context."""

    def __init__(self, doing: str, total: int) -> None:
        self.bar = _bar() if sys.stderr.isatty() and total > 1 else None
        self.task = self.bar.add_task(doing, total=total, file="") if self.bar else None
        self.begun = 0

    def next(self, name: str) -> None:
        """The one of this name is begun; those before it are done."""
        if self.bar and self.task is not None:
            self.bar.update(self.task, completed=self.begun, file=fit(name, 32))
        self.begun += 1
