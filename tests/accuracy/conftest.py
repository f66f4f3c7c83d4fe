"""One measurement for all tests of accuracy, also where tests run in several processes."""

from __future__ import annotations

import os
import pickle
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
sys.path.append(str(BENCHMARKS))

if TYPE_CHECKING:
    from accuracy_page import Measured

PATIENCE = 600
"""Seconds to wait for the process that measures."""


@pytest.fixture(scope="session")
def measured(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Measured:
    """Everything that benchmarks/accuracy.py measures; about two minutes, once."""
    import accuracy

    folder = tmp_path_factory.getbasetemp()
    shared = (folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder) / "accuracy.pickle"
    try:
        shared.with_suffix(".lock").touch(exist_ok=False)
    except FileExistsError:
        return _waited_for(shared)
    found, _ = accuracy.measure(corpus)
    part = shared.with_suffix(".part")
    part.write_bytes(pickle.dumps(found))
    part.replace(shared)
    return found


def _waited_for(shared: Path) -> Measured:
    """What another process has measured."""
    end = time.monotonic() + PATIENCE
    while not shared.exists():
        if time.monotonic() > end:
            pytest.fail("the process that measures accuracy has not finished")
        time.sleep(0.5)
    found: Measured = pickle.loads(shared.read_bytes())
    return found
