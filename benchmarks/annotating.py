"""What labelling costs: as many texts as all reviews of three cycles have, and loading the model."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from timing import Line

from item6.annotate import annotate_all

ROOT = Path(__file__).resolve().parents[1]
TEXTS = 41_000
MOST_SECONDS = 60
MOST_TO_LOAD = 1.0

_LOADED = "import time; begun = time.perf_counter(); from item6.annotate import annotate; annotate('Plant trees')\n"
_LOADED += "print(time.perf_counter() - begun, time.process_time())"

_SENTENCE = (
    "{verb} the {number} {noun} of {place}, and take further measures to protect women and children against {harm}"
)
_WORDS = {
    "verb": (
        "Ratify",
        "Consider reviewing",
        "Continue and strengthen",
        "Share",
        "Abolish",
        "Improve by adopting a law on",
    ),
    "noun": ("schools", "courts", "prisons", "treaties", "villages", "ministries", "newspapers"),
    "place": ("Ruritania", "the north", "the islands", "the capital", "its neighbours"),
    "harm": ("torture", "poverty", "trafficking", "discrimination", "hunger", "arbitrary arrest", "floods"),
}


def measure() -> list[Line]:
    """The lines of the table."""
    loaded, worked_loading = min(_loaded() for _ in range(3))
    list(annotate_all(_texts(10)))
    begun, worked = time.perf_counter(), time.process_time()
    found = sum(len(each.issues) for each in annotate_all(_texts(TEXTS)))
    seconds, processor = time.perf_counter() - begun, time.process_time() - worked
    return [
        Line(
            "loading the model and labelling one text, in a new process",
            f"{loaded:.2f} s (best of 3)", f"{worked_loading:.2f} s of CPU, Python itself included", "under 1 s",
            loaded < MOST_TO_LOAD,
        ),
        Line(
            f"labelling {TEXTS:,} made-up texts ({found:,} issues), one process", f"{seconds:.1f} s",
            f"{processor:.1f} s of CPU", f"under {MOST_SECONDS} s", seconds < MOST_SECONDS,
        ),
    ]  # fmt: skip


def _loaded() -> tuple[float, float]:
    """Seconds on the clock and of the processor, of a process that loads the model and labels one text."""
    command, environment = [sys.executable, "-c", _LOADED], {"PYTHONPATH": str(ROOT / "src")}
    said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.split()
    return float(said[0]), float(said[1])


def _texts(count: int) -> list[str]:
    """Made-up sentences, no two the same."""
    return [
        _SENTENCE.format(number=number, **{name: words[number % len(words)] for name, words in _WORDS.items()})
        for number in range(count)
    ]
