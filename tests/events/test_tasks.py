"""Tasks counted back from an event, the programme's times, templates, follow-ups."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from item6.events.nouns import CANCELLED, POSTPONED, SHOW_NAME, VIRTUAL, Event, Organiser, Part, Speaker, Task
from item6.events.readiness import BLOCKING, SENTENCES, problems
from item6.events.tasks import HOURS, KINDS, in_order, name_of, reminders, usual
from item6.events.templates import TEMPLATES, Template, begun_from, follow_up_of
from item6.events.timetable import minutes_left, timetable

GUESTS, ROOM, REPORT = Task("guest list", hours=48), Task("room request", hours=28 * 24), Task("report", hours=-14 * 24)
EVENT = Event(title="On Zenda", day="2027-03-29", start="14:00", end="15:30", tasks=(GUESTS, ROOM, REPORT))
"""On the day after the clocks of Geneva went forward."""


def at(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=UTC)


def test_dates_are_counted_in_real_hours_across_summer_time() -> None:
    found = {name_of(each.task): each.at for each in in_order(EVENT, at("2027-03-01"))}
    assert found == {"room request": at("2027-03-01T12:00"), "guest list": at("2027-03-27T12:00"),
                     "report": at("2027-04-12T12:00")}  # fmt: skip
    assert [each.at for each in in_order(replace(EVENT, day=""), at("2027-03-01"))] == [None] * 3


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2027-02-26T11:59", []),
        ("2027-02-26T12:00", [("room request", False)]),
        ("2027-03-01T12:01", [("room request", True)]),
        ("2027-03-26T12:00", [("room request", True), ("guest list", False)]),
        ("2027-03-29T11:59", [("room request", True), ("guest list", True)]),
        ("2027-03-29T13:30", []),
        ("2027-04-09T12:00", [("report", False)]),
    ],
)
def test_who_is_reminded_when(now: str, expected: list[tuple[str, bool]]) -> None:
    assert [(name_of(each.task), each.late) for each in reminders(EVENT, at(now))] == expected


@pytest.mark.parametrize("status", [CANCELLED, POSTPONED])
def test_nobody_is_reminded_of_what_does_not_take_place(status: str) -> None:
    assert list(reminders(replace(EVENT, status=status), at("2027-03-26T12:00"))) == []


def test_what_is_done_is_not_called_for() -> None:
    done = replace(EVENT, tasks=(replace(ROOM, done="2027-02-20"),))
    assert list(reminders(done, at("2027-03-01T12:01"))) == []
    assert [each.late for each in in_order(done, at("2027-03-20"))] == [False]


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=lambda each: each.name)
def test_a_template_adds_up_and_lacks_only_what_nobody_can_know(template: Template) -> None:
    event = replace(begun_from(template), start="14:00", day="2027-03-15", title="T")
    assert minutes_left(event) == 0
    blocking = {each.code for each in problems(event) if each.blocks}
    assert blocking == {"organisers"}
    kinds = {each.kind for each in event.tasks}
    assert kinds == (set(KINDS) if event.format != VIRTUAL else set(KINDS) - {"approval", "room request", "guest list"})


def test_every_task_has_its_time_and_the_guest_list_48_hours() -> None:
    assert set(HOURS) == set(KINDS) and HOURS["guest list"] == 48
    assert all(each.hours == HOURS[each.kind] for each in usual(Event()))


def test_the_programme_has_times_as_far_as_its_minutes_say() -> None:
    parts = (Part("a", 10), Part("b", 20), Part("c", None), Part("d", 5), Part("e", 5, "15:20"), Part("f"))
    shown = timetable(replace(EVENT, programme=parts))
    assert [time for time, _ in shown] == ["14:00", "14:10", "14:30", "", "15:20", "15:25"]
    assert minutes_left(replace(EVENT, programme=parts)) is None
    assert minutes_left(replace(EVENT, programme=(Part("a", 100),))) == -10


def test_a_follow_up_carries_no_speaker_and_no_time() -> None:
    made = follow_up_of(replace(EVENT, speakers=(Speaker("A", consents=(SHOW_NAME,)),), venue="Palais des Nations"))
    assert (made.speakers, made.day, made.start, made.venue, made.duration) == ((), "", "", "Palais des Nations", 90)


def test_a_room_that_nobody_is_said_to_book_is_noticed() -> None:
    held = replace(EVENT, room="Room XXV", format="hybrid", organisers=(Organiser("Zenda Union"), Organiser("Circle")))
    assert [each.field for each in problems(held) if each.code == "booking"] == ["organisers"]
    booked = replace(held, organisers=(Organiser("Zenda Union", books=True), Organiser("Circle")))
    others = [booked, replace(held, format=VIRTUAL), replace(held, room=""), replace(held, organisers=())]
    assert not [each for other in others for each in problems(other) if each.code == "booking"]


def test_every_problem_is_one_that_can_be_said() -> None:
    assert set(BLOCKING) <= set(SENTENCES)
    bad = replace(EVENT, day="2027-03-28", start="02:30", duration=3, room="X", format=VIRTUAL,
                  programme=(Part("a", 300),), speakers=(Speaker("A", organisation="O"),) * 3)  # fmt: skip
    said = [each.sentence for each in problems(bad)]
    assert len(said) > 7 and not any("%(" in each for each in said)
