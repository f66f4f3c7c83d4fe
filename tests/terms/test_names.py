from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from item6.terms.names import (
    RecommendationName,
    ReviewName,
    is_number,
    number_key,
    parse_recommendation_name,
    parse_review_name,
)

RURITANIA = ReviewName("RUR", 3)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("RUR-3", RURITANIA),
        ("rur-3", RURITANIA),
        (" RUR-3 ", RURITANIA),
        ("RUR-10", ReviewName("RUR", 10)),
        ("RUR-0", None),
        ("RUR-03", None),
        ("RURI-3", None),
        ("RUR 3", None),
        ("RUR-3#28.1", None),
        ("Ruritania 2018", None),
        ("", None),
    ],
)
def test_review_name(text: str, name: ReviewName | None) -> None:
    assert parse_review_name(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("RUR-3#28.212", RecommendationName(RURITANIA, "28.212")),
        ("RUR-3#28.212.", RecommendationName(RURITANIA, "28.212")),
        ("rur-3#28.212/1", RecommendationName(RURITANIA, "28.212", 1)),
        ("RUR-3#28.212./2", RecommendationName(RURITANIA, "28.212", 2)),
        ("RUR-3#45", RecommendationName(RURITANIA, "45")),
        ("RUR-3#27(b)", RecommendationName(RURITANIA, "27(b)")),
        ("RUR-3#67(b)(i)", RecommendationName(RURITANIA, "67(b)(i)")),
        ("RUR-3#28.10", RecommendationName(RURITANIA, "28.10")),
        ("RUR-3#28.212/0", None),
        ("RUR-3#28.212/", None),
        ("RUR-3#", None),
        ("RUR-3", None),
        ("28.212", None),
    ],
)
def test_recommendation_name(text: str, name: RecommendationName | None) -> None:
    assert parse_recommendation_name(text) == name


def test_28_10_is_not_28_1() -> None:
    assert RecommendationName(RURITANIA, "28.10") != RecommendationName(RURITANIA, "28.1")


def test_numbers_sort_as_people_count() -> None:
    printed = ["28.10", "45", "28.9", "27(c)", "28.1", "27(b)", "114.1", "67(b)(i)"]
    assert sorted(printed, key=number_key) == ["27(b)", "27(c)", "28.1", "28.9", "28.10", "45", "67(b)(i)", "114.1"]


@pytest.mark.parametrize("text", ["28.", "28.1 ", "a", "(b)", "28-1", "1234", ""])
def test_what_is_no_number(text: str) -> None:
    assert not is_number(text)


REVIEW = st.builds(
    ReviewName, st.text(alphabet="ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=3, max_size=3), st.integers(1, 99)
)
LABEL = st.from_regex(r"[1-9]\d{0,2}(\.[1-9]\d{0,2}){0,2}(\([a-z]\)(\((i|ii|iv|2)\))?)?", fullmatch=True).filter(
    str.isascii
)
NAME = st.builds(RecommendationName, REVIEW, LABEL, st.none() | st.integers(1, 99))


@given(NAME)
def test_names_are_read_back(name: RecommendationName) -> None:
    assert is_number(name.number)
    assert parse_recommendation_name(str(name)) == name
    assert parse_review_name(str(name.review)) == name.review


@given(st.text(alphabet="RUrur-#/.(ab)ix 0123456789\u0663", max_size=20))
def test_whatever_is_read_prints_as_it_is_kept(text: str) -> None:
    name = parse_recommendation_name(text)
    assert name is None or parse_recommendation_name(str(name)) == name
