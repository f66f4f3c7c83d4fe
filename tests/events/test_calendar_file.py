from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta

import pytest
from calendar_reader import entry_of, moment
from clock_changes import CASES

from item6.events.calendar_file import Earlier, NotACalendar, calendar_file, earlier, uid_of
from item6.events.nouns import Event, Organiser, Session
from item6.events.times import NoTime

WINTER, SUMMER = datetime(2024, 1, 10, tzinfo=UTC), datetime(2024, 7, 10, tzinfo=UTC)
ZENDA = Event(
    title="Water, salt; and “bread” \\ in Zenda", session=Session("Human Rights Council", 55),
    day="2024-03-12", start="14:00", end="15:30", room="Room XX", venue="Palais des Nations", format="hybrid",
    organisers=(Organiser("Zenda Water Watch"),),
    join_link="https://us02web.zoom.us/j/84400000000?pwd=abc", registration="https://example.org/water",
)  # fmt: skip


def test_there_are_a_hundred_cases() -> None:
    assert len(CASES) >= 100


@pytest.mark.parametrize(("zone", "edge", "ahead", "minutes"), CASES)
def test_utc_on_both_sides_of_every_edge(zone: str, edge: str, ahead: int, minutes: int) -> None:
    """Made in winter and in summer, read by a reader that knows no zones: the same moment."""
    expected = datetime.fromisoformat(edge).replace(tzinfo=UTC) + timedelta(minutes=minutes)
    local = expected + timedelta(minutes=ahead)
    event = replace(ZENDA, zone=zone, day=f"{local:%Y-%m-%d}", start=f"{local:%H:%M}", end="", duration=45)
    for stamp in (WINTER, SUMMER):
        entry = entry_of(calendar_file(event, stamp=stamp))
        assert moment(entry["DTSTART"]) == expected
        assert moment(entry["DTEND"]) == expected + timedelta(minutes=45)
        assert moment(entry["DTSTAMP"]) == stamp


def test_an_hour_that_clocks_skip_or_show_twice() -> None:
    skipped = replace(ZENDA, day="2024-03-31", start="02:30", end="")
    with pytest.raises(NoTime, match="clocks in Europe/Zurich skip 02:30 on 2024-03-31: choose another time"):
        calendar_file(skipped, stamp=WINTER)
    with pytest.raises(NoTime, match="skip 02:30"):
        calendar_file(replace(skipped, start="01:00", end="02:30"), stamp=WINTER)
    twice = entry_of(calendar_file(replace(ZENDA, day="2024-10-27", start="02:30", end="03:30"), stamp=WINTER))
    assert (twice["DTSTART"], twice["DTEND"]) == ("20241027T003000Z", "20241027T023000Z")


def test_an_end_after_midnight() -> None:
    entry = entry_of(calendar_file(replace(ZENDA, start="23:00", end="00:30"), stamp=WINTER))
    assert (entry["DTSTART"], entry["DTEND"]) == ("20240312T220000Z", "20240312T233000Z")


def test_an_end_that_nobody_knows_is_not_made_up() -> None:
    assert "DTEND" not in entry_of(calendar_file(replace(ZENDA, end=""), stamp=WINTER))


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"day": ""}, "the day of the event is not known"),
        ({"start": ""}, "the time of the event is not known"),
        ({"zone": "Ruritania/Zenda"}, "“Ruritania/Zenda” is no time zone"),
        ({"zone": "../../etc/passwd"}, "is no time zone"),
        ({"start": "25:00"}, "25:00 is no time of day"),
        ({"day": "2024-02-30"}, "2024-02-30 14:00: "),
    ],
)
def test_no_time(changed: dict[str, str], why: str) -> None:
    with pytest.raises(NoTime, match=why):
        calendar_file(replace(ZENDA, **changed), stamp=WINTER)


def test_what_the_entry_says() -> None:
    entry = entry_of(calendar_file(ZENDA, stamp=WINTER, sequence=3))
    assert (entry["SUMMARY"], entry["LOCATION"], entry["SEQUENCE"]) == (ZENDA.title, "Room XX, Palais des Nations", "3")
    assert (entry["STATUS"], entry["METHOD"], entry["UID"]) == ("CONFIRMED", "PUBLISH", uid_of(ZENDA))
    assert entry["DESCRIPTION"] == (
        "Format: hybrid\nOrganiser: Zenda Water Watch\nRegistration: https://example.org/water\n"
        "Times are those of Europe/Zurich: 14:00 to 15:30"
    )


def test_the_uid_stays_and_the_number_grows() -> None:
    first = calendar_file(ZENDA, stamp=WINTER)
    moved = replace(ZENDA, day="2024-03-19", start="10:00", end="11:00", room="Room VII", format="virtual")
    assert uid_of(moved) == uid_of(ZENDA) != uid_of(replace(ZENDA, title="Another"))
    known = earlier(first)
    assert known == Earlier(uid_of(ZENDA), 0)
    renamed = replace(moved, title="Bread in Zenda")
    second = entry_of(calendar_file(renamed, stamp=WINTER, uid=known.uid, sequence=known.sequence + 1))
    assert (second["UID"], second["SEQUENCE"], second["LOCATION"]) == (uid_of(ZENDA), "1", "Online")


@pytest.mark.parametrize(
    ("status", "said", "method", "words"),
    [
        ("scheduled", "CONFIRMED", "PUBLISH", "Format:"),
        ("rescheduled", "CONFIRMED", "PUBLISH", "Format:"),
        ("moved online", "CONFIRMED", "PUBLISH", "This event was moved online."),
        ("postponed", "TENTATIVE", "PUBLISH", "This event is postponed;"),
        ("cancelled", "CANCELLED", "CANCEL", "This event is cancelled."),
    ],
)
def test_what_became_of_it(status: str, said: str, method: str, words: str) -> None:
    entry = entry_of(calendar_file(replace(ZENDA, status=status), stamp=WINTER))
    assert (entry["STATUS"], entry["METHOD"]) == (said, method)
    assert entry["DESCRIPTION"].startswith(words)
    assert (entry["LOCATION"] == "Online") == (status == "moved online")


@pytest.mark.parametrize("field", [each.name for each in fields(Event) if each.type == "str" and each.name not in
                                   ("day", "start", "end", "zone", "join_link", "status", "format")])  # fmt: skip
def test_no_link_to_join_unless_asked_for(field: str) -> None:
    """Not even where somebody wrote it into another field."""
    event = replace(ZENDA, **{field: f"see {ZENDA.join_link} there"})
    secret = b"84400000000"
    assert secret not in calendar_file(event, stamp=WINTER).replace(b"\r\n ", b"")
    asked = calendar_file(event, stamp=WINTER, with_join_link=True)
    assert entry_of(asked)["URL"] == ZENDA.join_link


def test_lines_cannot_be_smuggled_in() -> None:
    event = replace(ZENDA, title="Zenda\r\nATTENDEE:mailto:x@example.org", room="XX\nSTATUS:CANCELLED")
    entry = entry_of(calendar_file(event, stamp=WINTER))
    assert "ATTENDEE" not in entry
    assert entry["STATUS"] == "CONFIRMED"


@pytest.mark.parametrize("contents", [b"", b"hello", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", b"\xff\xfe"])
def test_what_is_no_calendar(contents: bytes) -> None:
    with pytest.raises(NotACalendar, match="name the"):
        earlier(contents)
