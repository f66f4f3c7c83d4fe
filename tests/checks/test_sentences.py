"""How well claims must be found in the sentences of our own that were labelled before the finder was tried on them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
SENTENCES = Path(__file__).with_name("sentences")


@pytest.fixture(scope="module")
def heard() -> Iterator[ModuleType]:
    sys.path.append(str(BENCHMARKS))
    import claims_heard

    yield claims_heard
    sys.path.remove(str(BENCHMARKS))


@pytest.mark.parametrize(
    ("name", "precision", "recall"),
    [
        ("english_1", 0.99, 0.93),
        ("english_2", 0.98, 0.91),
        ("english_3", 0.95, 0.95),
        ("english_4", 0.97, 0.93),
        ("french_1", 0.98, 0.98),
        ("french_2", 0.94, 0.91),
        ("french_3", 0.98, 0.98),
        ("spanish_1", 0.98, 0.97),
        ("spanish_2", 0.98, 0.93),
        ("spanish_3", 0.98, 0.95),
    ],
)
def test_claims_are_found(heard: ModuleType, name: str, precision: float, recall: float) -> None:
    score = heard.scored([SENTENCES / f"{name}.txt"])
    found, labelled, beside = score.found.total(), score.labelled.total(), score.beside.total()
    assert labelled > 20
    assert found / (found + beside) >= precision, score.differing
    assert found / labelled >= recall, score.differing
    assert score.right.total() / found >= 0.95, score.differing


def test_every_file_is_measured(heard: ModuleType) -> None:
    (mark,) = (each for each in test_claims_are_found.pytestmark if each.name == "parametrize")  # type: ignore[attr-defined]  # set by pytest
    assert {name for name, *_ in mark.args[1]} == {path.stem for path in heard.FOLDER.glob("*.txt")}


def test_every_kind_is_there(heard: ModuleType) -> None:
    labelled = heard.scored(sorted(SENTENCES.glob("english_*.txt"))).labelled
    assert all(labelled[kind] >= 20 for kind in heard.KINDS)


def test_sentences_without_claims_have_none(heard: ModuleType) -> None:
    silent = [said for path in sorted(SENTENCES.glob("*.txt")) for said, labels in heard.labelled(path) if not labels]
    assert len(silent) > 40
    talking = [said for said in silent if heard.claims(said)]
    assert len(talking) <= len(silent) // 20, talking
