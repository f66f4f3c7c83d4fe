from __future__ import annotations

import pytest

from item6.sources.wg_report.verbs import ADVERBS, VERBS, ends_with_verb, starts_with_verb


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ratify the Convention", True),
        ("Ratify the Convention", True),
        ("to sign it", True),
        ("fully implement it", True),
        ("then also promptly sign it", True),
        ("acceding to it", True),
        ("ratifying it", True),
        ("establishing it", True),
        ("re-establish it", True),
        ("  (a) “ratify” it", False),
        ("“ratify” it", True),
        ("the ratification of it", False),
        ("a law that would ratify it", False),
        ("ratification", False),
        ("ratified it", False),
        ("its laws", False),
        ("children", False),
        ("during the year", False),
        ("bring", True),
        ("string of pearls", False),
        ("fully", False),
        ("fully then also promptly sign it", False),
        ("with adopting it", False),
        ("2015 adopt it", True),
        ("", False),
        ("!?", False),
    ],
)
def test_what_begins_a_demand(words: str, expected: bool) -> None:
    assert starts_with_verb(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("sign and ratify", True),
        ("Ratify", True),
        ("the possibility of joining", True),
        ("look into acceding ", True),
        ("consider the ratification", False),
        ("ratify it", False),
        ("ratify schools", False),
        ("the evening", False),
        ("", False),
        ("!?", False),
    ],
)
def test_what_takes_its_object_without_of(words: str, expected: bool) -> None:
    assert ends_with_verb(words) == expected


def test_lists_hold_plain_words() -> None:
    """Words are compared in small letters; a word with anything else in it would never be met."""
    assert {word for word in VERBS | ADVERBS if word != word.lower() or not word.replace("-", "").isalpha()} == set()
