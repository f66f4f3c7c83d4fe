"""How well claims must be found in the labelled sentences, and that the documentation says how well they are."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from claims import Score

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"

pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def score(corpus: Path) -> Iterator[Score]:
    sys.path.append(str(BENCHMARKS))
    from claims import scored

    yield scored(corpus.parent / "claims")
    sys.path.remove(str(BENCHMARKS))


@pytest.mark.parametrize(
    ("kind", "precision", "recall"),
    [
        ("count", 0.97, 0.97),
        ("share", 0.97, 0.97),
        ("signatories", 0.97, 0.97),
        ("rank", 0.90, 0.95),
        ("thematic", 0.90, 0.90),
        ("date", 0.85, 0.95),
        ("comparison", 0.95, 0.95),
        ("none-of", 0.95, 0.95),
        ("all", 0.97, 0.98),
    ],
)
def test_claims_are_found(score: Score, kind: str, precision: float, recall: float) -> None:
    got_precision, got_recall, _ = score.of(kind)
    assert got_precision >= precision
    assert got_recall >= recall


def test_labels_that_contradict_each_other_hide_nothing_else(score: Score) -> None:
    for kind in ("count", "signatories", "share", "rank", "date", "comparison", "none-of", "all"):
        precision, recall, _ = score.without_questioned(kind)
        assert min(precision, recall) >= 0.97, kind


def test_the_page_says_what_is_measured(score: Score, root: Path) -> None:
    page = (root / "docs" / "checking.md").read_text(encoding="utf-8")
    for kind in (*score.labelled, "all"):
        shown = [f"{each:.2f}" for each in score.of(kind)]
        assert f"| {kind} | " in page
        (line,) = (line for line in page.splitlines() if line.startswith(f"| {kind} |"))
        assert [cell.strip() for cell in line.split("|")[5:8]] == shown


def test_what_is_counted_is_told(score: Score) -> None:
    assert score.roles["right"] / score.roles.total() >= 0.97


def test_states_are_told(score: Score) -> None:
    assert score.named["State", True] / (score.named["State", True] + score.named["State", False]) >= 0.95
