from __future__ import annotations

import pytest

from item6.annotate.action import says, verbs_of
from item6.annotate.words import words_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Share its experience of planting with its neighbours", 1),
        ("Seek technical assistance for its schools", 1),
        ("Continue its work for the villages", 2),
        ("Maintain the school meals", 2),
        ("Consider opening the archive", 3),
        ("Review the law on rivers", 3),
        ("Continue and strengthen the school meals", 4),
        ("Continue to build wells", 2),
        ("Consider signing and ratifying the treaty", 3),
        ("Strengthen the courts", 4),
        ("Take measures for the villages", 4),
        ("Strengthen the courts by adopting a law on judges", 5),
        ("Improve the schools, including by establishing a fund", 5),
        ("Ratify the treaty", 5),
        ("Abolish the tax on bread", 5),
        ("Adopt a law on rivers", 5),
        ("Adopt measures for rivers", 4),
        ("In line with its promise, ratify the treaty", 5),
        ("Immediately and fully release the prisoners", 5),
        ("Bread and salt", 4),
        ("", 4),
    ],
)
def test_the_written_rule(text: str, expected: int) -> None:
    assert verbs_of(words_of(text)).category == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Continue and further strengthen the courts", "strengthen"),
        ("Continue and the others strengthen", "continue"),
        ("Strengthen the courts by adopting a law", "adopting a law"),
        ("Ratify and sign", "sign"),
        ("Bread and salt", None),
    ],
)
def test_the_verb_that_decides(text: str, words: str | None) -> None:
    verb = verbs_of(words_of(text)).deciding
    assert (verb.words if verb else None) == words


def test_each_category_says_what_it_is() -> None:
    assert sorted(says()) == [1, 2, 3, 4, 5]
