from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from item6.annotate.labelling import annotate, see
from item6.annotate.rules import rules
from item6.annotate.weights import FILE, Linear, model, read, write
from item6.terms.labels import ISSUES


def test_the_file_is_small_and_loads_fast() -> None:
    before = time.process_time()
    read(FILE)
    assert time.process_time() - before < 1
    assert FILE.stat().st_size < 5_000_000


def test_the_file_holds_arrays_only() -> None:
    with np.load(FILE, allow_pickle=False) as held:
        assert {held[name].dtype.kind for name in held.files} <= {"f", "i", "u"}


def test_the_vocabulary_holds_no_sentence() -> None:
    """Single words and pairs of them, but for the first three words of a text and the names of rules."""
    known = model()
    words = list(known.issues.index)[: len(known.issues.idf)]
    assert max(len(word.split()) for word in words) == 2
    assert max(len(flag.partition(":")[2].split()) for flag in known.action.index) <= 3
    written = {f"p:{issue}:" for issue in rules().issues}
    flags = list(known.issues.index)[len(words) :]
    assert [each for each in flags if each.startswith("p:") and not each.startswith(tuple(written))] == []


def test_labels_are_the_issues() -> None:
    assert sorted(model().labels) == sorted(ISSUES)
    assert model().about["sessions"] == [1, 20]


def test_written_and_read_back(tmp_path: Path) -> None:
    write(tmp_path / "one.npz", model())
    write(tmp_path / "two.npz", model())
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    again = read(tmp_path / "one.npz")
    assert (again.labels, again.asserted, again.issues.index) == (
        model().labels,
        model().asserted,
        model().issues.index,
    )
    assert np.array_equal(again.issues.weights, model().issues.weights)


SMALL = Linear(
    index={"oak": 0, "elm": 1, "r:Trees": 2},
    idf=np.array([3.0, 4.0]),
    weights=np.array([[10, 0], [0, 10], [4, -4]], dtype=np.int8),
    scale=np.array([0.1, 0.2]),
    bias=np.array([0.5, -0.5]),
    flag=0.25,
)


@pytest.mark.parametrize(
    ("words", "flags", "expected"),
    [
        ((), (), [0.5, -0.5]),
        (("oak",), (), [1.5, -0.5]),
        (("oak", "oak", "ash"), (), [1.5, -0.5]),
        (("oak", "elm"), (), [0.5 + 0.6, -0.5 + 1.6]),
        ((), ("r:Trees",), [0.5 + 0.1, -0.5 - 0.2]),
    ],
)
def test_margins_by_hand(words: tuple[str, ...], flags: tuple[str, ...], expected: list[float]) -> None:
    """The squares of 3 and 4 add up to that of 5: the words of a text count 0.6 and 0.8."""
    assert SMALL.margins([((), ()), (words, flags)])[1].tolist() == pytest.approx(expected)


def test_what_each_feature_adds() -> None:
    found = SMALL.parts(("oak", "elm"), ("r:Trees",), 1)
    assert [name for name, _ in found] == ["elm", "oak", "r:Trees"]
    assert [added for _, added in found] == pytest.approx([1.6, 0.0, -0.2])


def test_parts_add_up_to_the_margin() -> None:
    seen = see("Abolish the death penalty in Ruritania")
    linear = model().issues
    label = model().labels.index("Death penalty")
    added = sum(part for _, part in linear.parts(seen.features, seen.flags, label)) + linear.bias[label]
    assert linear.margins([(seen.features, seen.flags)])[0, label] == pytest.approx(added)


def test_another_model_decides_otherwise() -> None:
    from item6.annotate.labelling import annotate_all

    deaf = replace(model(), offset=np.full(len(ISSUES), -50.0))
    assert annotate("Abolish the death penalty").issues != ()
    assert next(annotate_all(["Abolish the death penalty"], deaf)).issues == ()
