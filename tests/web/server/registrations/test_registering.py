"""Places and turns as they are kept: fifty are fifty whatever happens at once, and nobody overtakes."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import count

import pytest
from databases import databases_of_process
from django.db import connections
from guests_for_tests import asked, changed, come, moment, published
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from people_for_tests import member

from item6.events.attending import APPLIED, ASKED, DECLINED, DENIED, ONLINE, PLACED, ROOM, WAITING, WITHDRAWN
from item6.events.nouns import CANCELLED, HYBRID, MOVED_ONLINE
from item6.web.events.models import Event
from item6.web.events.states import APPROVAL, DRAFT, NOBODY
from item6.web.events.states import WITHDRAWN as TAKEN_DOWN
from item6.web.people.coalitions import begin
from item6.web.people.models import Person
from item6.web.registrations import offered, registering, seating, views
from item6.web.registrations.models import Desk, Registration
from item6.web.registrations.registering import Given, NotNow


def states(event: Event) -> list[tuple[str, str]]:
    """Names and states in turn."""
    rows = event.registrations.exclude(state__in=(WITHDRAWN, DENIED)).order_by("turn", "pk")
    return list(rows.values_list("name", "state"))


def test_a_place_is_taken_by_the_button_not_by_the_form(event: Event) -> None:
    for number in range(5):
        asked(event, f"Somebody {number}")
    late = come(event, "Late")
    assert (late.state, late.turn) == (PLACED, 1)
    assert seating.taken(event) == {ROOM: 1, ONLINE: 0}


def test_the_next_in_turn_gets_what_becomes_free(event: Event, coordinator: Person) -> None:
    first, _, third, _ = (come(event, name) for name in "ABCD")
    assert states(event) == [("A", PLACED), ("B", PLACED), ("C", WAITING), ("D", WAITING)]
    assert seating.position(third) == 1
    assert registering.withdraw(registration=first)
    assert states(event) == [("B", PLACED), ("C", PLACED), ("D", WAITING)]
    with pytest.raises(NotNow, match="Say why"):
        registering.decline(registration=third, by=coordinator, reason=" ")
    assert registering.decline(registration=third, by=coordinator, reason="twice")
    assert states(event) == [("B", PLACED), ("C", DECLINED), ("D", PLACED)]
    assert registering.approve(registration=third, by=coordinator)  # waits, with the turn they had
    assert states(event) == [("B", PLACED), ("C", WAITING), ("D", PLACED)]


def test_ways_have_places_of_their_own(event: Event) -> None:
    Event.objects.update(room_places=1, online_places=1)
    event.refresh_from_db()
    rows = [come(event, name, way) for name, way in (("A", ROOM), ("B", ROOM), ("C", ONLINE), ("D", ONLINE))]
    assert states(event) == [("A", PLACED), ("B", WAITING), ("C", PLACED), ("D", WAITING)]
    assert registering.change_way(registration=rows[2], way=ROOM)  # gives the place online back, and waits last
    assert states(event) == [("A", PLACED), ("B", WAITING), ("D", PLACED), ("C", WAITING)]
    assert not registering.change_way(registration=rows[0], way=ROOM)


def test_by_approval_an_organiser_looks_first(event: Event, coordinator: Person) -> None:
    Event.objects.update(admission=APPROVAL, room_places=1)
    event.refresh_from_db()
    first, second = come(event, "A"), come(event, "B")
    assert states(event) == [("A", APPLIED), ("B", APPLIED)]
    assert registering.approve(registration=second, by=coordinator)
    assert registering.approve(registration=first, by=coordinator)
    assert states(event) == [("A", WAITING), ("B", PLACED)]


def test_an_invitation_code_speaks_for_its_bearers(event: Event) -> None:
    Event.objects.update(admission=APPROVAL)
    event.refresh_from_db()
    code = views.make_code(event, "Castle Watch", 1)
    Desk.objects.update_or_create(event=event, defaults={"by_code": True})
    with pytest.raises(NotNow, match="invitation code"):
        asked(event)
    with pytest.raises(NotNow, match="invitation code"):
        registering.ask(event=event, given=Given("R", "r@zenda.example", code="WRONG"), network="")
    typed = f" {code.words.lower()[:5]} {code.words.lower()[5:]}"
    rows = [
        registering.ask(event=event, given=Given(name, f"{name}@zenda.example", code=typed), network="")
        for name in ("a", "b")
    ]
    assert [registering.confirm(registration=row) for row in rows if row] == [PLACED, APPLIED]  # the code is for one
    assert offered.valid_code(event, code.words) is None


@pytest.mark.parametrize(
    "columns",
    [{"state": DRAFT}, {"state": TAKEN_DOWN}, {"admission": NOBODY}, {"registration_closes": moment(-1)},
     {"file": {"status": CANCELLED}}, {"file": {"day": "2026-01-05"}}],
)  # fmt: skip
def test_closed_is_closed(event: Event, columns: dict[str, object]) -> None:
    row = asked(event)
    closed = published(event.coalition, **columns)
    with pytest.raises(NotNow, match="closed"):
        registering.ask(event=closed, given=Given("R", "r@zenda.example"), network="")
    Registration.objects.filter(pk=row.pk).update(event=closed)
    with pytest.raises(NotNow, match="closed"):
        registering.confirm(registration=Registration.objects.get(pk=row.pk))
    assert Registration.objects.get(pk=row.pk).state == ASKED


def test_moved_online_takes_everybody_along(event: Event) -> None:
    Event.objects.update(online_places=3)
    rows = [come(event, name) for name in "ABC"] + [come(event, "D", ONLINE)]
    assert seating.follow(changed(event, status=MOVED_ONLINE))
    assert states(event) == [("A", PLACED), ("B", PLACED), ("C", WAITING), ("D", PLACED)]
    assert set(event.registrations.values_list("way", flat=True)) == {ONLINE}
    registering.withdraw(registration=rows[0])
    assert states(event) == [("B", PLACED), ("C", PLACED), ("D", PLACED)]


def test_places_that_are_added_go_to_those_who_wait_and_none_is_taken_away(event: Event) -> None:
    for name in "ABCDE":
        come(event, name)
    Event.objects.update(room_places=4)
    assert seating.follow(event) and not seating.follow(event)
    assert [state for _, state in states(event)] == [PLACED] * 4 + [WAITING]
    Event.objects.update(room_places=1)
    assert not seating.follow(event)
    assert [state for _, state in states(event)] == [PLACED] * 4 + [WAITING]


def test_withdrawn_leaves_nothing_and_the_address_can_come_again(event: Event) -> None:
    row = come(event)
    assert registering.deny(registration=row) and not registering.withdraw(registration=row)
    held = Registration.objects.filter(pk=row.pk).values().get()
    assert (held["state"], held["name"], held["email"], held["network"], held["answers"]) == (DENIED, "", "", "", {})
    assert come(event).pk != row.pk


def test_a_script_fills_neither_the_table_nor_the_room(event: Event) -> None:
    Event.objects.update(room_places=None)
    event.refresh_from_db()
    for number in range(60):
        given_now = Given(f"Fake {number}", f"fake{number}@bots.example")
        registering.ask(event=event, given=given_now, network="192.0.2.0/24")
    assert event.registrations.count() == registering._MOST_OF_A_NETWORK
    for number in range(40):  # one that reads its mail
        given_now = Given(f"Bot {number}", f"bot{number}@bots.example")
        row = registering.ask(event=event, given=given_now, network="2001:db8:0:1::/64")
        assert row is not None
        registering.confirm(registration=row)
    placed = event.registrations.filter(state=PLACED).count()
    assert (placed, event.registrations.filter(state=APPLIED).count()) == (registering._MOST_PLACES_OF_A_NETWORK, 20)


@pytest.mark.parametrize("database", ["sqlite", pytest.param("postgresql", marks=pytest.mark.full)], indirect=True)
@pytest.mark.parametrize(("people", "places"), [(40, 10), pytest.param(200, 50, marks=pytest.mark.full)])
def test_all_at_once(event: Event, people: int, places: int) -> None:
    Event.objects.update(room_places=places)
    event.refresh_from_db()
    rows = [asked(event, f"Person {number}") for number in range(people)]

    def press(row: Registration) -> str:
        try:
            state = registering.confirm(registration=Registration.objects.select_related("event").get(pk=row.pk))
            assert state == registering.confirm(registration=row)  # pressed twice
            return state
        finally:
            connections.close_all()

    with ThreadPoolExecutor(16) as pool:
        answered = list(pool.map(press, rows))
    assert answered.count(PLACED) == places and answered.count(WAITING) == people - places
    in_turn = list(event.registrations.order_by("turn").values_list("turn", "state"))
    assert in_turn == [(n, PLACED if n <= places else WAITING) for n in range(1, people + 1)]

    def leave(row: Registration) -> bool:
        try:
            return registering.withdraw(registration=Registration.objects.select_related("event").get(pk=row.pk))
        finally:
            connections.close_all()

    gone = list(event.registrations.filter(state=PLACED)[: places // 2])
    with ThreadPoolExecutor(16) as pool:
        assert all(pool.map(leave, gone))
    left = list(event.registrations.exclude(turn__in=[each.turn for each in gone]).order_by("turn"))
    assert [each.state for each in left] == [PLACED] * places + [WAITING] * (people - places - len(gone))


STEPS = st.lists(
    st.tuples(st.sampled_from(("come", "leave", "decline", "approve", "way")), st.integers(0, 9))
    | st.tuples(st.just("places"), st.integers(0, 4)),
    min_size=4, max_size=18,
)  # fmt: skip
_NUMBERS = count(1)


@pytest.fixture(scope="module")
def own_database(tmp_path_factory: pytest.TempPathFactory) -> object:
    with databases_of_process().empty("sqlite", tmp_path_factory.mktemp("steps")) as opened:
        yield opened


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_whatever_happens_nobody_waits_beside_a_free_place(own_database: object, steps: list[tuple[str, int]]) -> None:
    number = next(_NUMBERS)
    coalition = begin(f"c{number}", f"C {number}")
    by = member(coalition, "coordinator", email=f"by{number}@example.org")
    event = published(coalition, room_places=2, online_places=1, file={"format": HYBRID})
    taken = dict.fromkeys((ROOM, ONLINE), 0)
    for at, (step, what) in enumerate(steps):
        rows = list(event.registrations.exclude(state__in=(WITHDRAWN, DENIED)).order_by("pk"))
        row = rows[what % len(rows)] if rows else None
        if step == "come":
            come(event, f"P {at}", ROOM if what % 3 else ONLINE)
        elif step == "places":
            Event.objects.filter(pk=event.pk).update(room_places=what)
            seating.follow(event)
        elif row and step == "leave":
            registering.withdraw(registration=row)
        elif row and step == "decline":
            registering.decline(registration=row, by=by, reason="r")
        elif row and step == "approve":
            registering.approve(registration=row, by=by)
        elif row:
            registering.change_way(registration=row, way=ONLINE if row.way == ROOM else ROOM)
        event.refresh_from_db()
        before, taken = taken, seating.taken(event)
        for way, most in ((ROOM, event.room_places or 0), (ONLINE, event.online_places or 0)):
            assert taken[way] <= max(most, before[way])
            assert taken[way] >= most or not event.registrations.filter(state=WAITING, way=way).exists()
    turns = list(event.registrations.exclude(turn=None).values_list("turn", flat=True))
    assert len(turns) == len(set(turns)) <= offered.desk_of(event).turns
