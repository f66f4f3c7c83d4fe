"""Misspelt names are suggested, chapters of a network are not."""

from __future__ import annotations

import random

import pytest
from signers_for_tests import signers

from item6.organisations.keys import alike, key_of
from item6.organisations.likeness import is_slip


def slipped(name: str, choose: random.Random) -> str:
    """The name with one slip of the pen within a word of five letters and more; the name itself where it has none."""
    words = name.split()
    places = [place for place, word in enumerate(words) if len(word) >= 5 and word.isalpha() and word[0] < "\u3040"]
    if not places:
        return name
    place = choose.choice(places)
    word = words[place]
    at = choose.randrange(1, len(word) - 1)
    words[place] = choose.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + choose.choice("aeinrs") + word[at + 1 :],
        )
    )
    return " ".join(words)


def test_of_321_organisations_nearly_all_slips_are_found_and_nothing_else() -> None:
    choose = random.Random(6)
    once = [each.name for each in signers() if not each.again]
    twice = [(name, slipped(name, choose)) for name in once]
    true = {(one, other) for one, other in twice if key_of(one) != key_of(other)}
    assert len(true) > 200
    names = {number: (name,) for number, name in enumerate([*once, *(other for _, other in sorted(true))])}
    said = {(names[pair.a][0], names[pair.b][0]) for pair in alike(names)}
    assert len(said & true) >= 0.95 * len(true)
    assert len(said - true) <= 0.05 * len(true)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zenda Journalists", "Zenda Jurnalists"),
        ("International Federation of Zenda Writers", "International Federaton of Zenda Wrtiers"),
        ("TibetWatch", "Tibet Watch"),
        ("Комитет матерей Зенды", "Комитет матарей Зенды"),
        ("रुरितानिया लेखक संघ", "रुरीतानिया लेखक संघ"),
        ("中國維權律師關注組", "中国维权律师关注组"),
    ],
)
def test_they_may_be_one(one: str, other: str) -> None:
    assert [(pair.a, pair.b) for pair in alike({1: (one,), 2: (other,)})] == [(1, 2)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zenda Support Group Ireland", "Zenda Support Group Iceland"),
        ("Niger Watch", "Nigeria Watch"),
        ("Austria League of Women", "Australia League of Women"),
        ("Northern Zenda Relief", "Southern Zenda Relief"),
        ("Section 12345", "Section 12346"),
        ("曾达妇女协会", "曾达农民协会"),
        ("Zenda Observers (Kenya)", "Zenda Obsevers (Ghana)"),
    ],
)
def test_they_are_two(one: str, other: str) -> None:
    assert alike({1: (one,), 2: (other,)}) == []


def test_a_slip_changes_one_letter_of_a_short_word_and_two_of_a_long_one() -> None:
    assert is_slip("zenda", "zendas")
    assert is_slip("tarlenheim", "tarlenhiemm")
    assert not is_slip("zenda", "zendasa")
    assert not is_slip("zend", "zenb")
    assert not is_slip("zenda", "kenda")
