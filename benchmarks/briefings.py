"""What briefings cost, from the command to the last file: everything of one review, and one factsheet.

Each is a process of its own, as people start it. The review is the one of the corpus that received most.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from timing import Line

from item6 import pipeline
from item6.briefings import KINDS
from item6.record.reader import open_record
from item6.terms.names import ReviewName

ROOT = Path(__file__).resolve().parents[1]
MOST_SECONDS, MOST_FOR_ONE = 10.0, 2.0
THEME = 'issue:"International instruments"'
"""An issue that every review has recommendations on."""


@dataclass(frozen=True)
class Made:
    """One run of the command. files: how many it wrote."""

    seconds: float
    cpu: float
    files: int


def measure(corpus: Path) -> list[Line]:
    """Builds a record of the corpus's matrices and answers, and makes briefings of its largest review."""
    with tempfile.TemporaryDirectory() as folder:
        home, out = Path(folder) / "home", Path(folder) / "out"
        pipeline.build(home, [corpus / "china", corpus / "slovenia"])
        with open_record(home) as record:
            row = max(record.reviews(), key=lambda each: each.numbers)
        whole = _made(home, row.name, "all", out)
        lines = [_line(f"everything of {row.name} ({row.numbers} numbers, {whole.files} files)", whole, MOST_SECONDS)]
        for kind in KINDS.values():
            if kind.needs == ("theme",):
                one = _made(home, row.name, kind.name, out)
                lines.append(_line(f"a {kind.name} in {one.files} formats", one, MOST_FOR_ONE))
        press = _made(home, row.name, "press", out)
        return [*lines, _line(f"press lines in {press.files} formats", press, MOST_FOR_ONE)]


def _line(what: str, made: Made, most: float) -> Line:
    measured = f"{made.seconds:.1f} s (CPU {made.cpu:.1f} s)"
    return Line(f"briefings: {what}", measured, "", f"under {most:.0f} s", made.seconds < most)


def _made(home: Path, review: ReviewName, kind: str, out: Path) -> Made:
    """Runs the command twice and takes the second, so that programs and fonts have been read from the disk once."""
    options = ["--kind", kind, "--theme", THEME, "--by", "CHE", "-o", out]
    command = [sys.executable, "-m", "item6", "--home", home, "brief", str(review), *options]
    for _ in range(2):
        begun, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        said = subprocess.run(
            command, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": str(ROOT / "src")}
        )
        seconds, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Made(seconds, cpu, len(said.stdout.splitlines()))
