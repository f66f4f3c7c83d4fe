from __future__ import annotations

import io

import pytest

from item6.cli.terminal import Column, clean, fill_of, fit, percent, share_out, stacked_bar

CP437_LIKE = io.TextIOWrapper(io.BytesIO(), encoding="ascii")


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (204, 252, "81.0\u00a0%"),
        (48, 252, "19.0\u00a0%"),
        (1, 3, "33.3\u00a0%"),
        (2, 3, "66.7\u00a0%"),
        (1, 8, "12.5\u00a0%"),
        (1, 16, "6.3\u00a0%"),
        (0, 5, "0.0\u00a0%"),
        (5, 5, "100.0\u00a0%"),
        (0, 0, ""),
    ],
)
def test_percent_rounds_half_up(part: int, whole: int, said: str) -> None:
    assert percent(part, whole) == said


@pytest.mark.parametrize(
    ("counts", "width", "cells"),
    [
        ({"a": 1, "b": 1}, 10, {"a": 5, "b": 5}),
        ({"a": 999, "b": 1}, 10, {"a": 9, "b": 1}),
        ({"a": 3, "b": 0, "c": 1}, 10, {"a": 7, "c": 3}),
        ({"a": 0}, 10, {}),
        ({"a": 1, "b": 1, "c": 1}, 2, {}),
        ({"a": 1, "b": 1, "c": 1}, 10, {"a": 4, "b": 3, "c": 3}),
    ],
)
def test_columns_are_shared_so_that_none_is_lost(counts: dict[str, int], width: int, cells: dict[str, int]) -> None:
    shared = share_out(counts, width)
    assert shared == cells
    assert sum(shared.values()) in (0, width)


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("short", 8, "short   "),
        ("much too long", 8, "much to…"),
        ("cut at a space", 6, "cut a…"),
        ("cut at", 5, "cut…"),
        ("two\nlines", 9, "two lines"),
        ("日本語", 4, "日…"),
        ("", 3, "   "),
        ("red\x1b[31m", 9, "red [31m "),
    ],
)
def test_text_fills_its_column(text: str, width: int, shown: str) -> None:
    assert fit(text, width).ljust(width) == shown.ljust(width)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain  words", "plain  words"),
        ("a\nb\tc", "a b c"),
        ("\x1b]0;title\x07", " ]0;title "),
        ("report\u202efdp.exe", "reportfdp.exe"),
        ("Côte d’Ivoire", "Côte d’Ivoire"),
        ("half \udce9", "half �"),
        ("line\u2028separator", "line separator"),
    ],
)
def test_nothing_steers_the_terminal(text: str, shown: str) -> None:
    assert clean(text) == shown


def test_bars_differ_without_colour_and_without_unicode() -> None:
    positions = ("supported", "supported/noted", "noted", "pending")
    assert [fill_of(position, io.StringIO()) for position in positions] == ["█", "▚", "▒", "·"]
    assert [fill_of(position, CP437_LIKE) for position in positions] == ["#", "%", "=", "."]
    counts = dict(zip(positions, (4, 0, 2, 2), strict=True))
    assert stacked_bar(counts, 8, CP437_LIKE).plain == "####==.."


def test_columns_of_numbers_stand_to_the_right() -> None:
    assert Column("page", 6, right=True).cell(12) == "    12"
    assert Column("page", 6).cell(12) == "12    "
