from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from item6.link import LEAST, MOST, Asked, alike, nearest, wording
from item6.terms.names import parse_recommendation_name

WORDS = ("plant", "lime", "trees", "squares", "wells", "mountain", "villages", "ratify", "ensure", "protect")

texts = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)


def asked(name: str, words: str) -> Asked:
    found = parse_recommendation_name(name)
    assert found
    return Asked(found, words)


def near(*given: tuple[str, str]) -> list[tuple[str, str, int]]:
    return [(str(each.name), str(each.other), each.hundredths) for each in nearest(asked(*each) for each in given)]


@pytest.mark.parametrize(
    ("one", "other", "hundredths"),
    [
        ("Plant lime trees", "To plant a lime tree", 100),
        ("Ratify OP-CAT", "ratify the Optional Protocol to the Convention against Torture", 100),
        ("Plant lime trees", "Dig wells", 0),
        ("", "", 0),
        ("Plant lime trees", "", 0),
        ("Ratify CEDAW", "Ratify CAT", 0),  # the verb alone would be 40
        ("Plant lime", "Plant wells", 50),  # each word is as heavy as can be
        ("Plant lime wells", "Plant lime", 80),
    ],
)
def test_how_near_two_texts_are(one: str, other: str, hundredths: int) -> None:
    assert alike(wording(one), wording(other)) == alike(wording(other), wording(one)) == hundredths


def test_a_text_is_tied_to_the_nearest_of_earlier_cycles_of_its_state() -> None:
    assert near(
        ("XRU-2#1.1/1", "Plant lime trees in squares"),
        ("XRU-1#9/1", "Plant lime trees"),
        ("XRU-1#10/2", "plant a lime tree in the squares"),
        ("XRU-1#11/1", "Dig wells"),
        ("XRU-2#1.2/1", "Plant lime trees in squares"),  # of the same cycle
        ("SMR-1#5/1", "Plant lime trees in squares"),  # of another State
    ) == [
        ("XRU-2#1.1/1", "XRU-1#10/2", 100),
        ("XRU-2#1.1/1", "XRU-1#9/1", 85),
        ("XRU-2#1.2/1", "XRU-1#10/2", 100),
        ("XRU-2#1.2/1", "XRU-1#9/1", 85),
    ]


def test_each_earlier_cycle_is_looked_at() -> None:
    words = "Plant lime trees in squares"
    assert near(*((f"XRU-{cycle}#1.1/1", words) for cycle in (3, 1, 2))) == [
        ("XRU-2#1.1/1", "XRU-1#1.1/1", 100),
        ("XRU-3#1.1/1", "XRU-1#1.1/1", 100),
        ("XRU-3#1.1/1", "XRU-2#1.1/1", 100),
    ]


def test_of_many_only_the_first_are_kept() -> None:
    same = [(f"XRU-1#{number}/1", "Plant lime trees") for number in range(1, 9)]
    assert [other for _, other, _ in near(*same, ("XRU-2#1.1/1", "Plant lime trees"))] == [
        f"XRU-1#{number}/1" for number in range(1, MOST + 1)
    ]


@given(st.lists(texts, max_size=6), st.lists(texts, max_size=6))
def test_nothing_near_is_missed(earlier: list[str], later: list[str]) -> None:
    """The short way, over words that must be shared, finds what comparing each with each finds."""
    before = [asked(f"XRU-1#{at}/1", words) for at, words in enumerate(earlier, 1)]
    after = [asked(f"XRU-2#{at}/1", words) for at, words in enumerate(later, 1)]
    every = {
        (str(one.name), str(other.name), hundredths)
        for one, other in product(after, before)
        if (hundredths := alike(wording(one.words), wording(other.words))) >= LEAST
    }
    found = near(*((str(each.name), each.words) for each in (*before, *after)))
    assert set(found) <= every
    for one in after:
        mine = sorted(hundredths for name, _, hundredths in every if name == str(one.name))
        assert sorted(hundredths for name, _, hundredths in found if name == str(one.name)) == mine[-MOST:]


@given(texts, texts)
def test_never_below_nothing_or_above_all(one: str, other: str) -> None:
    assert 0 <= alike(wording(one), wording(other)) <= 100
