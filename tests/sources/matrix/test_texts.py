"""The States of a listed recommendation, and where its texts end."""

from __future__ import annotations

import pytest

from item6.sources.matrix.texts import read_printed


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Plant trees (Chile);", [("Plant trees", "CHL")]),
        ("Plant trees (Chile) (Ghana);", [("Plant trees", "CHL GHA")]),
        ("Plant trees (Chile); (Ghana);", [("Plant trees", "CHL GHA")]),
        ("Plant trees (Chile, Bosnia and Herzegovina).", [("Plant trees", "CHL BIH")]),
        ("Plant trees (Iran (Islamic Republic of));", [("Plant trees", "IRN")]),
        ("Plant trees (Chile); Water them (Ghana) (Peru);", [("Plant trees", "CHL"), ("Water them", "GHA PER")]),
        ("Plant trees (Chile).Water them (Ghana)", [("Plant trees", "CHL"), ("Water them", "GHA")]),
        ("Plant (Chile)/water (Ghana) trees;", [("Plant/water trees", "CHL GHA")]),
        ("Plant trees (Chile) and water them (Ghana);", [("Plant trees and water them", "CHL GHA")]),
        ("Plant trees (Chile); water them (Ghana) daily;", [("Plant trees; water them daily", "CHL GHA")]),
        ("Plant trees (No. 118) (Chile);", [("Plant trees (No. 118)", "CHL")]),
        ("Plant trees Ghana);", [("Plant trees", "GHA")]),
        ("Plant trees;", [("Plant trees", "")]),
        ("Plant trees (France);", [("Plant trees (France)", "")]),
        ("", [("", "")]),
    ],
)
def test_texts(words: str, expected: list[tuple[str, str]]) -> None:
    printed = read_printed(words, "", "FRA")
    assert [(part.words, " ".join(part.states)) for part in printed.parts] == expected
    assert printed.states == tuple(dict.fromkeys(" ".join(states for _, states in expected).split()))


@pytest.mark.parametrize(
    ("words", "column", "states", "leftover"),
    [
        ("Plant trees", "Chile, Ghana", ("CHL", "GHA"), ()),
        ("Plant trees", "Chile; France", ("CHL",), ("France",)),
        ("Plant trees (Peru)", "Chile", ("PER",), ()),
        ("Plant trees", "Atlantis", (), ("Atlantis",)),
        ("Plant trees", "", (), ()),
    ],
)
def test_a_column_for_states(words: str, column: str, states: tuple[str, ...], leftover: tuple[str, ...]) -> None:
    printed = read_printed(words, column, "FRA")
    assert (printed.states, printed.leftover) == (states, leftover)


def test_slips_are_named() -> None:
    assert read_printed("Plant trees (Chlie);", "", "FRA").near == (("Chlie", "CHL"),)
