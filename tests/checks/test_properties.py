"""What holds of any text: places quote it, sums are right, time grows with length alone."""

from __future__ import annotations

import sys
from fractions import Fraction
from itertools import pairwise
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from item6.checks.checking import check
from item6.checks.claims import KINDS, VERDICTS
from item6.checks.cues import LANGUAGES, cues_of
from item6.checks.finding import claims
from item6.checks.numbers import numbers, value_of_words
from item6.checks.rounding import as_printed, is_cut, is_hedged
from item6.checks.sentences import LONGEST, sentences

PIECES = st.sampled_from(
    "At its|fourth UPR|China|received|428|recommendations|accepted|290|,|.|\n|\n\n|partially|noted|32|30%|one third|"
    "none of the|all but one|in 2018|compared to|(|)|of the|út|\u00a0|1'250|22 January 2024|States|took the floor|"
    "A/HRC/1|torture|which|;|rejected all recommendations|NGOs|é|😀|’s".split("|")
)
for language in LANGUAGES:
    cues_of(language)  # read and compiled once, which takes longer than any text
TEXTS = st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=200)


@given(TEXTS)
def test_places_quote_the_text(text: str) -> None:
    for each in claims(text):
        assert 0 <= each.start < each.end <= len(text)
        assert text[each.start : each.end] == each.text
        assert each.kind in KINDS
        assert each.printed


@given(TEXTS)
def test_verdicts_are_of_the_ten(text: str) -> None:
    assert {each.verdict.verdict for each in check(text, None)} <= set(VERDICTS)


@given(TEXTS)
def test_sentences_are_pieces_of_the_text_in_order(text: str) -> None:
    found = list(sentences(text))
    assert all(one.end <= two.start for one, two in pairwise(found))
    kept = "".join("".join(text[each.start : each.end].split()) for each in found)
    assert kept == "".join(text.split())
    assert all(len(each.text) <= LONGEST for each in found)


@given(st.lists(st.integers(2, 400), min_size=2, max_size=4, unique=True), st.integers(-300, 300))
def test_totals_less_than_their_parts_do_not_add_up(parts: list[int], off: int) -> None:
    total = max(1, sum(parts) + off)
    verbs = ("accepted", "partially accepted", "noted", "rejected")
    said = ", ".join(f"{verb} {part}" for verb, part in zip(verbs, parts, strict=False))
    made = check(f"It received {total} recommendations, {said}.", None)
    assert [each.claim.printed for each in made] == [str(each) for each in (total, *parts)]
    wrong = [each.claim.printed for each in made if each.verdict.verdict == "does not add up"]
    assert wrong == ([str(total)] if sum(parts) > total else [])


@given(st.integers(2, 400), st.integers(2, 400), st.integers(0, 100))
def test_rates_beside_counts(part: int, more: int, share: int) -> None:
    total = part + more
    made = check(f"It accepted {part} of {total} recommendations ({share}%).", None)
    is_wrong = made[-1].verdict.verdict == "does not add up"
    assert is_wrong == (abs(Fraction(100 * part, total) - share) > 1)


@given(st.fractions(0, 100), st.integers(0, 2))
def test_rounded_is_as_printed_and_cut_is_close(true: Fraction, decimals: int) -> None:
    scale = 10**decimals
    rounded, cut = Fraction((2 * true * scale + 1) // 2, scale), Fraction(true * scale // 1, scale)
    assert as_printed(rounded, decimals, true)
    assert is_cut(cut, decimals, true)
    assert not is_cut(cut - Fraction(1, scale), decimals, true)


@pytest.mark.parametrize(
    ("hedge", "printed", "true", "holds"),
    [("about", 70, 74, True), ("about", 70, 90, False), ("least", 60, 61, True), ("least", 60, 59, False),
     ("most", 60, 59, True), ("most", 60, 61, False), ("", 60, 60, False)],
)  # fmt: skip
def test_hedges(hedge: str, printed: int, true: int, holds: bool) -> None:
    assert is_hedged(Fraction(printed), hedge, Fraction(true)) is holds


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("two hundred and ninety", ["290 count"]),
        ("twenty-one and 2'392, 1 250 or 3,400", ["21 count", "2392 count", "1250 count", "3400 count"]),
        ("78.58% or 30 per cent or fifty percent", ["78.58 percent", "30 percent", "50 percent"]),
        ("34 percentage points", ["34 points"]),
        ("one in three, two thirds, half", ["33.33 fraction", "66.67 fraction", "50 fraction"]),
        ("the 39th session, A/HRC/16/11, 28.212, 12:30, 1/2", []),
        ("more than 60, around 300, fewer than 12", ["60 count least", "300 count about", "12 count most"]),
    ],
)
def test_numbers(text: str, values: list[str]) -> None:
    found = [
        f"{round(float(each.value), 2):g} {each.form} {each.hedge}".strip()
        for each in numbers(text, cues_of("en").numbers)
    ]
    found = [each.removesuffix(" about") if "fraction" in each else each for each in found]
    assert found == values


@pytest.mark.parametrize(
    ("words", "value"),
    [("three hundred twenty one", 321), ("two thousand", 2000), ("ninety nine", 99), ("two three", None),
     ("ten twenty", None), ("hundred", 100), ("twenty eleven", None), ("one thousand two hundred five", 1205)],
)  # fmt: skip
def test_values_of_words(words: str, value: int | None) -> None:
    assert value_of_words(words, cues_of("en").numbers) == value


def work(text: str) -> int:
    """How many functions are called, of Python and of C, while a text is checked."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        check(text, None)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize(
    "piece",
    [
        "It accepted 290 of the 428 recommendations, noted 32. ",
        "La Ruritanie a accepté 290 recommandations en 2014. ",
        "word ", "9 ", "(((", "of the ", "28.212 ", "é", "Ж ", "中", "\x00", "1,", "State of ", "half ", "\n",
    ],
)  # fmt: skip
def test_work_grows_with_length_alone(piece: str) -> None:
    short, long = (work(piece * (characters // len(piece))) for characters in (10_000, 40_000))
    assert long < 4.4 * short + 500


@pytest.mark.full
@pytest.mark.parametrize(
    ("piece", "characters"),
    [("It accepted 290 of the 428 recommendations, noted 32. ", 1_000_000), ("7", 1_000_000), ("Жж ", 300_000)],
)
def test_long_texts_are_answered(piece: str, characters: int) -> None:
    """That work grows with length alone is held above, and test_reading has a hundred thousand words of sentences."""
    text = piece * (characters // len(piece))
    assert all(text[each.claim.start : each.claim.end] == each.claim.text for each in check(text, None))
