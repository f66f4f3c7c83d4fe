from __future__ import annotations

import time

import pytest

from item6.annotate.themes import Seen, ThemeError, read

RIVERS = b"""
name = "rivers"
title = "Rivers and lakes"
words = ["river", "clean lakes"]
patterns = ["water* .. fish*"]
exclusions = ["river bank accounts"]
examples = ["Clean the river", "Let no waterway be without fish"]
counterexamples = ["Publish the river bank accounts"]
"""

TEXTS = [
    ("Clean the river", Seen(caught="river")),
    ("Keep clean lakes clean", Seen(caught="clean lakes")),
    ("Keep the lakes clean", Seen(near="has the words of “clean lakes”, but not together")),
    ("Protect waterways, their plants and fishes", Seen(caught="waterways their plants and fishes")),
    ("Publish the river bank accounts", Seen(near="“river” is excluded by “river bank accounts”")),
    ("Publish the river bank accounts of the river", Seen(caught="river")),
    ("Plant more trees", Seen()),
    ("", Seen()),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_what_a_theme_sees(text: str, expected: Seen) -> None:
    assert read(RIVERS).see(text) == expected


def test_examples_are_tested() -> None:
    assert read(RIVERS).failures() == []
    wrong = b'name = "x"\nwords = ["oak"]\nexamples = ["An elm", "An oak"]\ncounterexamples = ["One oak", "One elm"]'
    assert read(wrong).failures() == [
        "the example “An elm” is not caught",
        "the counterexample “One oak” is caught by “oak”",
    ]


def test_texts_like_those_caught_are_near() -> None:
    """Dams, salmon and ferries stand in the texts on rivers, and in one that has no river."""
    caught = [
        f"Open the dams on the river to salmon and ferries in {place}"
        for place in ("May", "June", "July", "fall", "rain")
    ]
    others = [f"Build {many} schools in the hills" for many in range(20)]
    seen = read(RIVERS).see_all([*caught, *others, "Build dams for ferries and salmon", "Build dams in the hills"])
    assert [bool(each.caught) for each in seen] == [True] * 5 + [False] * 22
    assert [each.near for each in seen[5:-2]] == [""] * 20
    assert seen[-2].near == "has words typical of the theme: dams, ferries, salmon"
    assert seen[-1] == Seen()


def test_few_caught_texts_are_typical_of_nothing() -> None:
    texts = ["Open the dams on the river to salmon and ferries", "Build dams for ferries and salmon"]
    assert read(RIVERS).see_all(texts)[1] == Seen()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"name = ", "this is no TOML (Invalid value (at end of document))"),
        (b"\xff\xfe", "this is no TOML ("),
        (b'words = ["oak"]', "name is missing, or no text"),
        (b'name = 3\nwords = ["oak"]', "name is missing, or no text"),
        (b'name = "x"', "it catches nothing: give words or patterns"),
        (b'name = "x"\nwords = "oak"', 'words is no list of texts such as ["civil society"]'),
        (b'name = "x"\nwords = [3]', 'words is no list of texts such as ["civil society"]'),
        (b'name = "x"\nword = ["oak"]', "a theme has no “word”; it has name, title, words, patterns"),
        (b'name = "x"\npatterns = ["(a+)+$"]', "“(a+)+$”: a pattern"),
        (b'name = "x"\npatterns = ["oak .."]', "“oak ..”: a pattern begins and ends with a word"),
    ],
)
def test_a_file_that_is_no_theme_is_said(data: bytes, why: str) -> None:
    if why.startswith("“(a"):
        assert read(data).see("aaaa" * 1000) == Seen()  # a regular expression is words here, and can be no trap
        return
    with pytest.raises(ThemeError) as said:
        read(data)
    assert str(said.value).startswith(why)


def test_without_title_the_name_is_shown() -> None:
    assert read(b'name = "x"\nwords = ["oak"]').title == "x"


def test_ten_thousand_texts_take_seconds() -> None:
    before = time.process_time()
    read(RIVERS).see_all(["Let no waterway of the valley be without its fishes and its boats"] * 10_000)
    assert time.process_time() - before < 10
