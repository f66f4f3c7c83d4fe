"""A folder of reports to a published record, as `item6 build --workers 2` does it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from timing import Line, MemoryWatch

SECONDS, MEGABYTES = 60, 500
WORKERS = 2

BUILD = """
import pathlib, sys
from item6.pipeline import build
if __name__ == "__main__":
    result = build(pathlib.Path(sys.argv[1]), [pathlib.Path(sys.argv[2])], workers=int(sys.argv[3]))
    print(result.hash, len(result.reviews), result.numbers, result.not_read)
"""


ROOT = Path(__file__).resolve().parents[1]


def measure(corpus: Path) -> list[Line]:
    """Wall clock and memory of a whole build in an empty workspace."""
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "build_all.py"
        program.write_text(BUILD, encoding="utf-8")
        command = [sys.executable, str(program), str(Path(folder) / "home"), str(corpus / "reports"), str(WORKERS)]
        start, before = time.perf_counter(), _worked()
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
        with process, MemoryWatch(process.pid) as memory:
            said, _ = process.communicate()
        seconds, worked = time.perf_counter() - start, _worked() - before
        if process.returncode:
            raise SystemExit("the build failed")
    record, reviews, numbers, not_read = said.split()
    if not_read != "0":
        raise SystemExit(f"{not_read} reports could not be read; what is left would be built too fast")
    what = f"{reviews} reports, {numbers} recommendations, to record {record[:8]}, {WORKERS} workers"
    return [
        Line(what, f"{seconds:.1f} s", f"{worked:.1f} s of CPU", f"under {SECONDS} s", seconds < SECONDS),
        Line(
            "memory of all its processes together",
            f"{memory.rss:.0f} MB",
            f"{memory.pss:.0f} MB counting shared pages once",
            f"under {MEGABYTES} MB",
            memory.rss < MEGABYTES,
        ),
    ]


def _worked() -> float:
    """CPU seconds of all ended children and theirs."""
    times = os.times()
    return times.children_user + times.children_system
