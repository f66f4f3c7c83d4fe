from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from item6.terms.calendar import (
    LONGEST_SESSION,
    SESSIONS,
    cycle_of_session,
    ordinal,
    session_from_words,
    session_of_date,
)


@pytest.mark.parametrize(
    ("session", "cycle"),
    [
        (0, None),
        (1, 1),
        (12, 1),
        (13, 2),
        (26, 2),
        (27, 3),
        (40, 3),
        (41, 4),
        (54, 4),
        (55, None),
    ],
)
def test_cycle_of_session(session: int, cycle: int | None) -> None:
    assert cycle_of_session(session) == cycle


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("first", 1),
        ("seventh", 7),
        ("Seventh", 7),
        ("twelfth", 12),
        ("twentieth", 20),
        ("twenty-first", 21),
        ("Twenty\u2011first", 21),
        ("twenty first", 21),
        ("twenty-\nfirst", 21),
        ("twenty\x02first", 21),
        ("fortythird", 43),
        ("fifty-fourth", 54),
        ("sixtieth", 60),
        ("21st", 21),
        ("2nd", 2),
        ("13th", 13),
        ("43 rd", 43),
        ("21th", None),
        ("0th", None),
        ("21", None),
        ("sixty-first", None),
        ("seven", None),
        ("regular", None),
        ("", None),
    ],
)
def test_session_from_words(words: str, number: int | None) -> None:
    assert session_from_words(words) == number


@given(st.integers(1, 60))
def test_ordinals_are_read_back(number: int) -> None:
    assert session_from_words(ordinal(number)) == number


@pytest.mark.parametrize("number", [0, 61])
def test_no_ordinal_beyond_the_table(number: int) -> None:
    with pytest.raises(ValueError, match="from 1 to 60"):
        ordinal(number)


def test_sessions_follow_one_another_from_mondays() -> None:
    days = [date.fromisoformat(session.begins) for session in SESSIONS.values()]
    assert list(SESSIONS) == list(range(1, len(SESSIONS) + 1))
    assert {day.weekday() for day in days} == {0}
    assert all(later - earlier > timedelta(days=LONGEST_SESSION) for earlier, later in pairwise(days))


def test_a_session_knows_its_month() -> None:
    assert (SESSIONS[20].year, SESSIONS[20].month) == (2014, 10)


@pytest.mark.parametrize(
    ("day", "session"),
    [
        ("2008-04-06", None),
        ("2008-04-07", 1),
        ("2008-05-19", 2),
        ("2014-11-06", 20),
        ("2014-12-10", None),
        ("2021-02-08", 37),
        ("2022-02-09", 40),
        ("2099-01-01", None),
    ],
)
def test_session_of_date(day: str, session: int | None) -> None:
    assert session_of_date(day) == session


@pytest.mark.parametrize("text", ["6 November 2014", "2014-13-01", ""])
def test_what_is_no_date_is_an_error(text: str) -> None:
    with pytest.raises(ValueError):
        session_of_date(text)
