from __future__ import annotations

import csv

import pytest

from item6.link.wording import FILE, HEAVIEST, LIGHTEST, weights, wording


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ratify", ["ratif"]),
        ("ratifying, and the RATIFICATION of", ["ratif"]),
        ("Implement; implemented – the implementation", ["impl"]),
        ("Abolish. Abolition", ["abol"]),
        ("the of to", []),
        ("", []),
        ("Ratify OP-CAT", ["OP-CAT", "ratif"]),
        ("Ratify the Optional Protocol to the Convention against Torture", ["OP-CAT", "ratif"]),
        ("Ratify CEDAW, CEDAW and CEDAW", ["CEDAW", "ratif"]),
        ("Lime trees in 1952", ["1952", "lime", "tree"]),
    ],
)
def test_what_is_compared_of_a_text(text: str, words: list[str]) -> None:
    assert sorted(wording(text).weights) == words


def test_rare_words_weigh_more_and_unknown_ones_most() -> None:
    found = wording("Ensure that zyxaro be ratified").weights
    assert found["ensur"] < found["ratif"] < found["zyxaro"] == HEAVIEST
    assert wording("Ensure that zyxaro be ratified").total == sum(found.values())


def test_treaties_are_kept_by_their_keys() -> None:
    assert wording("Ratify CEDAW and the Rome Statute in 1952").treaties == {"CEDAW", "Rome Statute"}
    assert wording("Plant 40 lime trees").treaties == frozenset()


def test_the_file_of_weights() -> None:
    with FILE.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["word"] for row in rows] == sorted({row["word"] for row in rows})
    assert set(weights().values()) <= set(range(LIGHTEST, HEAVIEST))
