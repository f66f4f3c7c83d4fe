"""The calendar of reviews: each State once in a cycle, and the order that the United Nations published."""

from __future__ import annotations

from itertools import chain

import pytest

from item6.terms.calendar import LAST_SESSION_OF_CYCLE, SESSIONS
from item6.terms.reviewed import reviewed_at, sessions_of
from item6.terms.states import STATES


@pytest.mark.parametrize(("cycle", "many"), [(1, 192), (2, 193), (3, 193)])
def test_each_state_once_in_a_cycle(cycle: int, many: int) -> None:
    first, last = LAST_SESSION_OF_CYCLE.get(cycle - 1, 0) + 1, LAST_SESSION_OF_CYCLE[cycle]
    states = list(chain.from_iterable(reviewed_at()[session] for session in range(first, last + 1)))
    assert len(states) == len(set(states)) == many


def test_only_states_and_known_sessions() -> None:
    assert set(chain.from_iterable(reviewed_at().values())) <= set(STATES)
    assert set(reviewed_at()) == set(SESSIONS)


@pytest.mark.parametrize(
    ("state", "sessions"),
    [
        ("SVN", {1: 7, 2: 20, 3: 34, 4: 48}),
        ("CHN", {1: 4, 2: 17, 3: 31, 4: 45}),
        ("ISR", {1: 3, 2: 17, 3: 29, 4: 43}),
        ("SDN", {1: 11, 2: 25, 3: 40}),
        ("SSD", {2: 26, 3: 40}),
        ("USA", {1: 9, 2: 22, 3: 36}),
        ("XRU", {}),
    ],
)
def test_sessions_of_a_state(state: str, sessions: dict[int, int]) -> None:
    assert dict(sessions_of(state)) == sessions
