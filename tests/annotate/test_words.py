from __future__ import annotations

import pytest

from item6.annotate.words import MOST_WORDS, words_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("  \n\t ", []),
        ("Ratify OP-CAT, at once.", ["ratify", "op", "cat", "at", "once"]),
        ("women’s rights and children's", ["women", "rights", "and", "children"]),
        ("Côte d’Ivoire", ["cote", "divoire"]),
        ("<p>Free <b>all</b> of them&nbsp;&amp; more</p>", ["free", "all", "of", "them", "more"]),
        ("a < b and c > d", ["a", "b", "and", "c", "d"]),
        ("保护儿童", []),
        ("ﬁve", ["five"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words_of(text) == expected


def test_long_texts_are_cut() -> None:
    assert len(words_of("plant " * 100_000)) == MOST_WORDS
    assert len(words_of("a" * 5_000_000)) == 1
