"""Places and waiting lists: whatever people do in whatever order, it is fair, and no place is given twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from item6.events.attending import (
    AFTER,
    APPLIED,
    ASKED,
    COMING,
    DECLINED,
    DENIED,
    ONLINE,
    PLACED,
    ROOM,
    WAITING,
    WAYS,
    WITHDRAWN,
    Places,
    Waiting,
    admitted,
    free,
    mail_due,
    sees_join_link,
    ways_of,
)
from item6.events.nouns import CANCELLED, FORMATS, HYBRID, IN_PERSON, MOVED_ONLINE, POSTPONED, SCHEDULED, VIRTUAL

LIMITS = st.none() | st.integers(0, 4)
STEPS = st.lists(
    st.tuples(st.just("confirm"), st.sampled_from(WAYS))
    | st.tuples(st.just("leave"), st.integers(0, 30))
    | st.tuples(st.just("places"), st.builds(Places, LIMITS, LIMITS)),
    max_size=40,
)


def seat(states: dict[int, tuple[str, str]], places: Places) -> tuple[int, ...]:
    """Gives places: the numbers are turns here."""
    waiting = [Waiting(number, way, number) for number, (way, state) in states.items() if state == WAITING]
    taken = {way: sum(each == (way, PLACED) for each in states.values()) for way in WAYS}
    got = admitted(waiting, taken, places)
    for number in got:
        states[number] = (states[number][0], PLACED)
    return got


@given(LIMITS, LIMITS, STEPS)
def test_fair_whatever_happens(room: int | None, online: int | None, steps: list[tuple[str, object]]) -> None:
    places, states = Places(room, online), dict[int, tuple[str, str]]()
    for number, (step, what) in enumerate(steps):
        before = dict(states)
        if step == "confirm":
            states[number] = (str(what), WAITING)
        elif step == "leave" and states:
            gone = list(states)[int(str(what)) % len(states)]
            states[gone] = (states[gone][0], WITHDRAWN)
        elif isinstance(what, Places):
            places = what
        got = seat(states, places)
        assert seat(states, places) == ()  # nothing is left to give
        for way in WAYS:
            held = [n for n, each in states.items() if each == (way, PLACED)]
            queue = [n for n, each in states.items() if each == (way, WAITING)]
            given_now = [n for n in got if states[n][0] == way]
            most = places.of(way)
            kept = [n for n in held if before.get(n) == (way, PLACED)]
            if most is not None:
                assert len(held) <= max(most, len(kept))  # never more than there are, but nobody loses theirs
                assert not queue or len(held) >= most  # nobody waits beside a free place
            else:
                assert queue == []
            assert all(n < min(queue, default=99) for n in given_now)  # nobody overtakes
            assert given_now == sorted(given_now)


@pytest.mark.parametrize(("places", "taken", "expected"), [(None, 7, None), (50, 49, 1), (50, 50, 0), (40, 50, 0)])
def test_free_places(places: int | None, taken: int, expected: int | None) -> None:
    assert free(places, taken) == expected


@pytest.mark.parametrize(
    ("format", "status", "expected"),
    [
        (IN_PERSON, SCHEDULED, (ROOM,)),
        (VIRTUAL, SCHEDULED, (ONLINE,)),
        (HYBRID, SCHEDULED, (ROOM, ONLINE)),
        (HYBRID, MOVED_ONLINE, (ONLINE,)),
        (IN_PERSON, MOVED_ONLINE, (ONLINE,)),
        ("", SCHEDULED, (ROOM, ONLINE)),
    ],
)
def test_ways(format: str, status: str, expected: tuple[str, ...]) -> None:
    assert ways_of(format, status) == expected


def test_what_ended_never_comes_back() -> None:
    assert {state for state, after in AFTER.items() if not after} == {WITHDRAWN, DENIED}
    assert all(WITHDRAWN in after for after in AFTER.values() if after)
    assert all(ASKED not in after for after in AFTER.values())


@pytest.mark.parametrize(
    ("state", "sequence", "told_state", "told_sequence", "expected"),
    [
        (PLACED, 0, "", 0, "placed"),
        (PLACED, 0, PLACED, 0, ""),
        (PLACED, 2, PLACED, 1, "changed"),
        (WAITING, 0, "", 0, "waiting"),
        (PLACED, 1, WAITING, 1, "placed"),
        (PLACED, 2, WAITING, 1, "placed"),  # says the new time too: one mail, not two
        (APPLIED, 0, "", 0, ""),
        (APPLIED, 1, "", 0, "changed"),
        (DECLINED, 0, PLACED, 0, "declined"),
        (DECLINED, 3, DECLINED, 0, ""),
        (ASKED, 3, "", 0, ""),  # nobody knows yet whose address it is
        (WITHDRAWN, 3, PLACED, 0, ""),
        (DENIED, 3, "", 0, ""),
    ],
)
def test_mails_due(state: str, sequence: int, told_state: str, told_sequence: int, expected: str) -> None:
    assert mail_due(state, sequence, told_state=told_state, told_sequence=told_sequence) == expected


@given(st.sampled_from(sorted(AFTER)), st.sampled_from(WAYS), st.sampled_from(FORMATS))
def test_the_join_link_is_for_places_online(state: str, way: str, format: str) -> None:
    assert sees_join_link(state, way, format, SCHEDULED) == (state == PLACED and (way == ONLINE or format == VIRTUAL))
    assert sees_join_link(state, way, format, MOVED_ONLINE) == (state == PLACED)
    assert not sees_join_link(state, way, format, CANCELLED) and not sees_join_link(state, way, format, POSTPONED)
    assert set(COMING) == {APPLIED, WAITING, PLACED}
