"""Claims of signatories against letters that are handed in."""

from __future__ import annotations

import pytest

from item6.checks.checking import check
from item6.checks.signed import SignedLetter

LETTER = SignedLetter("On the third review of Ruritania", 321, 60, "2026-05-31")
OTHER = SignedLetter("On Strelsau", 12, 3, "2026-05-31")


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("The letter was signed by 321 organisations from 60 countries.", ["matches", "matches"]),
        ("More than 300 organisations from 60 countries signed the letter.", ["matches", "matches"]),
        ("The letter was signed by 321 organisations from 61 countries.", ["matches", "differs"]),
        ("The letter was signed by 322 organisations from 60 countries.", ["not in the record", "not in the record"]),
        ("On the third review of Ruritania: the letter was signed by 322 organisations from 60 countries.",
         ["differs", "matches"]),
        ("It was signed by organisations from 60 countries.", ["not in the record"]),
    ],
)  # fmt: skip
def test_a_text_against_letters(text: str, verdicts: list[str]) -> None:
    found = [each for each in check(text, None, letters=(OTHER, LETTER)) if each.claim.kind == "signatories"]
    assert [each.verdict.verdict for each in found] == verdicts


def test_what_is_said_of_it() -> None:
    told = check("The letter was signed by 321 organisations from 61 countries.", None, letters=(LETTER,))
    assert [each.verdict.computed for each in told] == ["321", "60"]
    assert told[1].verdict.nearest == "321 organisations from 60 countries and territories (as of 2026-05-31)"


def test_without_letters_nothing_is_known() -> None:
    told = check("The letter was signed by 321 organisations from 60 countries.", None)
    assert {each.verdict.verdict for each in told} == {"not in the record"}
