"""Starts the worker that reads mutated documents, and says what went wrong in it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

MAKERS = Path(__file__).resolve().parent
SOURCE = MAKERS.parents[1] / "src"
SECONDS = 60
"""For one document. It takes hundredths of a second; only what never ends, or grows by squares, comes near."""


def faults(sort: str, seeds: range, files: Iterable[Path], *, workers: int = 1) -> list[str]:
    """What went wrong with the documents of these seeds, a line for each; empty where nothing did.

    sort: of mutation, see fuzz_worker. files: sound documents, taken in turn.
    """
    paths = [str(path) for path in files]
    share = -(-len(seeds) // workers)
    parts = [seeds[at : at + share] for at in range(0, len(seeds), share)]
    with ThreadPoolExecutor(workers) as pool:
        return [fault for found in pool.map(lambda part: _faults_of_one(sort, part, paths), parts) for fault in found]


def _faults_of_one(sort: str, seeds: range, files: Sequence[str]) -> list[str]:
    job = {"sort": sort, "seeds": [seeds.start, seeds.stop], "seconds": SECONDS, "files": files}
    command = [sys.executable, "-X", "utf8", str(MAKERS / "fuzz_worker.py"), json.dumps(job)]
    places = os.pathsep.join((str(SOURCE), str(MAKERS)))
    run = subprocess.run(
        command, env={**os.environ, "PYTHONPATH": places}, capture_output=True, text=True, encoding="utf-8", check=False
    )
    lines = run.stdout.splitlines()
    found = [line for line in lines if line.startswith("WRONG")]
    if run.returncode or lines[-1:] != ["done"]:
        found.append(f"{sort}: the worker ended with {run.returncode} {lines[-1:]}: {run.stderr[-3000:]}")
    return found
