"""The made-up record of the benchmarks: the same every time, of the size asked for, and measured without the corpus."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

MADE_UP = """
import sys
sys.path[:0] = sys.argv[1:3]
import generator
from item6.record.arrange import arrange
from item6.record.schema import content_hash
rows = arrange(generator.made_up(600, 3, seed=int(sys.argv[3])))
print(content_hash(rows.__getitem__), len(rows["recommendation"]), len(rows["review"]))
"""

MEASURED = """
import pathlib, sys
sys.path[:0] = sys.argv[1:3]
import queries
for _ in range(2):
    lines = queries.measure(pathlib.Path(sys.argv[3]), 400)
    print("\\n".join(f"{line.what}: {line.measured}" for line in lines))
"""


def run(root: Path, program: str, argument: object) -> str:
    """What a program in a process of its own prints; strings hash differently in each."""
    folders = [str(root / "benchmarks"), str(root / "src")]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONHASHSEED"}
    command = [sys.executable, "-c", program, *folders, str(argument)]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout


def test_the_same_seed_makes_the_same_record(root: Path) -> None:
    first, again, other = (run(root, MADE_UP, seed).split() for seed in (6, 6, 7))
    assert first == again
    assert first[1:] == other[1:] == ["600", "3"]
    assert first[0] != other[0]


@pytest.mark.full
def test_questions_are_measured_on_a_small_record(root: Path, tmp_path: Path) -> None:
    said = run(root, MEASURED, tmp_path)
    assert said.count("one review, all its recommendations: ") == 2
    assert said.count("publishing 400 recommendations") == 1
