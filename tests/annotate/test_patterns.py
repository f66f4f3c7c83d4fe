from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from item6.annotate.patterns import Finder, Match, PatternError, pattern
from item6.annotate.words import words_of

TEXT = "Consider planting trees along the roads, and plant many more oak trees in every village of Ruritania"


def found(written: str, text: str = TEXT) -> list[str]:
    words = words_of(text)
    return [" ".join(words[match.start : match.end]) for match in Finder([pattern(written)]).find(words)]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("trees", ["trees", "trees"]),
        ("tree", []),
        ("plant*", ["planting", "plant"]),
        ("planting trees", ["planting trees"]),
        ("trees planting", []),
        ("oak|elm trees", ["oak trees"]),
        ("plant .. trees", ["plant many more oak trees"]),
        ("plant ..2 trees", []),
        ("plant ..3 trees", ["plant many more oak trees"]),
        ("plant*|sow* .. trees|villag*", ["planting trees", "plant many more oak trees"]),
        ("^ consider", ["consider"]),
        ("^ planting", []),
        ("^ consider ..3 roads", []),
        ("^ consider .. roads", ["consider planting trees along the roads"]),
        ("RURITANIA", ["ruritania"]),
        ("oak-trees", ["oak trees"]),
    ],
)
def test_patterns(written: str, expected: list[str]) -> None:
    assert found(written) == expected


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("", "“”: a pattern begins and ends with a word"),
        ("..", "“..”: `..` stands between two words"),
        ("trees ..", "“trees ..”: a pattern begins and ends with a word"),
        (".. trees", "“.. trees”: `..` stands between two words"),
        ("a .. .. b", "“a .. .. b”: `..` stands between two words"),
        ("oak ..99 elm", "“oak ..99 elm”: at most 15 words may stand between two others"),
        ("oak ..0 elm", "“oak ..0 elm”: at most 15 words may stand between two others"),
        ("*", "“*”: “*” is not one word, or a beginning with a star at its end"),
        ("o*k", "“o*k”: “o*k” is not one word, or a beginning with a star at its end"),
        ("oa*", "“oa*”: “oa*”: give at least 3 letters before the star"),
        ("oak|", "“oak|”: “” is not one word, or a beginning with a star at its end"),
        ("oak ?! elm", "“oak ?! elm”: “?!” is no word"),
        (" ".join("a" * 13), f"“{' '.join('a' * 13)}”: a pattern has at most 12 words"),
    ],
)
def test_a_bad_pattern_is_said(written: str, why: str) -> None:
    with pytest.raises(PatternError) as said:
        pattern(written)
    assert str(said.value) == why


def test_many_at_once() -> None:
    finder = Finder([pattern("oak trees"), pattern("trees"), pattern("plant*")])
    assert finder.find(words_of("Plant oak trees")) == [Match(2, 0, 1), Match(0, 1, 3), Match(1, 2, 3)]
    assert Match(1, 2, 3).within(Match(0, 1, 3))
    assert not Match(0, 1, 3).within(Match(1, 2, 3))


@pytest.mark.parametrize("written", ["a ..15 a ..15 a ..15 a ..15 a ..15 a ..15 b", "aaa* ..15 aaa* ..15 aaa* ..15 z"])
def test_no_text_makes_a_pattern_slow(written: str) -> None:
    """Backtracking would try 15 to the power of six ways at each word."""
    finder, words = Finder([pattern(written)]), ["a", "aaab"] * 1000
    before = time.process_time()
    assert finder.find(words) == []
    assert time.process_time() - before < 2


WORDS = st.lists(st.sampled_from(["oak", "elm", "tree", "trees", "of"]), max_size=12)


@given(WORDS, st.lists(st.sampled_from(["oak", "elm", "tree*", "oak|elm", ".."]), min_size=1, max_size=4))
def test_every_match_holds_the_words_of_its_pattern(words: list[str], parts: list[str]) -> None:
    try:
        made = pattern(" ".join(parts))
    except PatternError:
        return
    for match in Finder([made]).find(words):
        covered = words[match.start : match.end]
        assert made.steps[0].takes(covered[0])
        assert made.steps[-1].takes(covered[-1])
        assert len(covered) >= len(made.steps)
