from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from announcements import announcements
from event_comparing import differences, flat
from hypothesis import given, settings
from hypothesis import strategies as st

from item6.events.drafts import as_json
from item6.events.nouns import Event, Part
from item6.events.readiness import contradictions
from item6.events.reading import LONGEST, read_announcement

ALL = announcements()


def test_there_are_forty() -> None:
    assert len(ALL) == 40


@pytest.mark.parametrize("row", ALL, ids=lambda row: row["text"].strip().splitlines()[0][:40])
def test_every_field_is_read_as_a_person_reads_it(row: dict[str, Any]) -> None:
    assert differences(read_announcement(row["text"]).event, row) == []


@pytest.mark.parametrize("row", ALL, ids=lambda row: row["text"].strip().splitlines()[0][:40])
def test_every_field_shows_the_words_it_came_from(row: dict[str, Any]) -> None:
    draft = read_announcement(row["text"])
    for read, shown in zip(draft.readings, as_json(draft), strict=True):
        assert row["text"][read.start : read.end] == draft.words(read) == shown["words"] != ""
    for name in ("title", "room", "venue", "join_link"):
        for read in draft.readings:
            if read.field == name:
                assert draft.words(read) == read.value
    for read in draft.readings:
        if hasattr(read.value, "name"):
            assert read.value.name in draft.words(read)


UNSURE = {
    "no zone": ("Rally of Zenda\n4 May 2024, 14:00", "zone", "no zone stands with the time"),
    "no year": ("Rally of Zenda\nHeld on 4 May, 14:00 CEST. Founded in 2019", "day", "no year stands with the day"),
    "weekday": ("Rally of Zenda\nMonday 4 May 2024, 14:00 CEST", "day", "2024-05-04 is a Saturday, and the text says"),
    "zone of winter": ("Rally of Zenda\n4 July 2024, 14:00 CET", "zone", "CET is not the time of Geneva on that day"),
    "two days": ("Rally of Zenda\n4 July 2024 and 5 July 2024, 14:00 CEST", "day", "a second day stands beside it"),
    "some days": ("Rally of Zenda\n4-6 July 2024, 14:00 CEST", "day", "it lasts longer than a day"),
    "place": ("Rally of Zenda\nRoom XX, 4 July 2024", "format", "a place is named, and nothing online"),
    "both": ("Rally of Zenda\nRoom XX, 4 July 2024, with Zoom", "format", "a place is named, and something online"),
}


@pytest.mark.parametrize("case", UNSURE)
def test_unsure_is_said(case: str) -> None:
    text, field, doubt = UNSURE[case]
    found = {read.field: read.doubt for read in read_announcement(text).readings}
    assert found[field].startswith(doubt)


@pytest.mark.parametrize(
    "text", ["Rally on Monday 6 May 2024, 14:00 CEST, online", "4 May 2024, 9 to 11 am Geneva time"]
)
def test_what_is_plain_is_not_doubted(text: str) -> None:
    assert {read.doubt for read in read_announcement(text).readings if read.field in ("day", "start", "zone")} == {""}


CLOCKS = {
    "14:00-16:00 CET": ("14:00", "16:00", "Europe/Zurich"),
    "14.00 – 16.00": ("14:00", "16:00", "Europe/Zurich"),
    "14h-16h": ("14:00", "16:00", "Europe/Zurich"),
    "14h30 to 16h": ("14:30", "16:00", "Europe/Zurich"),
    "2 p.m. Geneva time": ("14:00", "", "Europe/Zurich"),
    "2-4 pm": ("14:00", "16:00", "Europe/Zurich"),
    "11 am to 1 pm": ("11:00", "13:00", "Europe/Zurich"),
    "11 to 1 pm": ("11:00", "13:00", "Europe/Zurich"),
    "from noon until 1.30 p.m.": ("12:00", "13:30", "Europe/Zurich"),
    "12 am": ("00:00", "", "Europe/Zurich"),
    "12 pm": ("12:00", "", "Europe/Zurich"),
    "1400-1530 hrs": ("14:00", "15:30", "Europe/Zurich"),
    "15:00 UTC": ("15:00", "", "UTC"),
    "15:00 GMT+3": ("15:00", "", "Etc/GMT-3"),
    "15:00 UTC-5": ("15:00", "", "Etc/GMT+5"),
    "9:00 EST": ("09:00", "", "America/New_York"),
}


@pytest.mark.parametrize("words", CLOCKS)
def test_times_in_all_their_forms(words: str) -> None:
    event = read_announcement(f"Rally of Zenda\n12 March 2024, {words}\n").event
    assert (event.start, event.end, event.zone) == CLOCKS[words]


NO_TIME = ["CHF 12.50 at the door", "rooms 10 to 12", "2,128 people since 2018", "article 14.2", "33 States of 47"]


@pytest.mark.parametrize("words", NO_TIME)
def test_what_is_no_time(words: str) -> None:
    event = read_announcement(f"Rally of Zenda\n12 March 2024, {words}\n").event
    assert (event.day, event.start) == ("2024-03-12", "")


@pytest.mark.parametrize(
    "words",
    [
        "12 March 2024",
        "March 12th, 2024",
        "12th of March 2024",
        "12.03.2024",
        "12/3/2024",
        "2024-03-12",
        "Tue. 12 Mar. 2024",
    ],
)
def test_days_in_all_their_forms(words: str) -> None:
    assert read_announcement(f"Rally of Zenda\n{words}, 10:00\n").event.day == "2024-03-12"


def test_a_text_that_says_nothing() -> None:
    assert read_announcement("").readings == ()
    assert read_announcement("31 February 2024").event.day == ""


@given(st.text(alphabet=st.sampled_from("Room XVIat:. -–\n•()[]12034pmhCETZoom and byECOSOC,;|/")))
@settings(max_examples=300)
def test_any_text_is_read(text: str) -> None:
    draft = read_announcement(text)
    assert all(0 <= read.start <= read.end <= len(text) for read in draft.readings)
    assert isinstance(draft.event, Event)


@given(st.sampled_from(ALL), st.randoms())
@settings(max_examples=60)
def test_lines_in_any_order_are_read(row: dict[str, Any], random: Any) -> None:
    lines = row["text"].splitlines()
    random.shuffle(lines)
    text = "\n".join(lines)
    assert all(text[read.start : read.end] for read in read_announcement(text).readings)


def test_the_programme_adds_up() -> None:
    parts = (Part("Welcome", 5), Part("Panel", 55))
    assert list(contradictions(Event(start="14:00", end="15:00", programme=parts))) == []
    assert list(contradictions(Event(duration=50, programme=parts))) == [
        "the parts of the programme take 60 minutes, and the event 50: shorten a part"
    ]
    assert list(contradictions(Event(start="23:30", end="01:00", programme=parts))) == [
        "the parts of the programme take 60 minutes of 90: say what the rest is for"
    ]
    assert list(contradictions(Event(start="14:00", end="15:00", duration=90))) == [
        "from start to end are 60 minutes, and the duration is given as 90: correct one of them"
    ]
    assert list(contradictions(Event(format="virtual", room="Room XX"))) == [
        "a virtual event has no room, and Room XX is named: is it hybrid?"
    ]


def test_the_programmes_of_all_announcements_add_up() -> None:
    assert [problem for row in ALL for problem in contradictions(read_announcement(row["text"]).event)] == []


REAL = {
    "event-announcement-2024.txt": {
        "session": "Working Group on the UPR 45", "day": "2024-01-22", "start": "11:00", "room": "Room XXVI",
        "venue": "Palais des Nations", "format": "hybrid",
        "organisers": [
            "Coordination of Associations and Individuals for Freedom of Conscience|organiser|unknown",
            "Romanian Independent Society for Human Rights|organiser|unknown",
            "Doctors Against Forced Organ Harvesting|organiser|none",
            "Taiwan Association for International Care of Organ Transplants|organiser|none",
            "Koran Association for Ethical Organ Transplants|organiser|none",
            "Transplant Tourism Research Association|organiser|none",
            "Association Initiative Citoyenne|organiser|none",
        ],
    },
    "side-event-page-2022.txt": {
        "session": "Human Rights Council 49", "day": "2022-03-23", "duration": 90, "format": "virtual",
        "organisers": [
            "CAP Liberté de Conscience|organiser|unknown",
            "Doctors Against Forced Organ Harvesting|co-organiser|unknown",
        ],
        "programme": [
            "roundtable discussion|", "Q&A session|", "Moderation|", "Speeches|",
            "Introduction of follow up virtual side event|",
        ],
        "languages": ["en"], "price": "free", "audience": "Everyone", "dial_in": "none",
        "follow_up": "Introduction of follow up virtual side event",
    },
}  # fmt: skip


@pytest.mark.full
@pytest.mark.parametrize("name", REAL)
def test_real_announcements(corpus: Path, name: str) -> None:
    draft = read_announcement((corpus.parent / "claims" / "statements" / name).read_text(encoding="utf-8"))
    read = flat(draft.event)
    headline = read.pop("title")
    assert draft.text.count(headline) >= 1
    assert [headline.startswith(words) for words in ("Countdown to Justice:", "Escalation of ")].count(True) == 1
    assert read == REAL[name]
    statuses = [each.consultative for each in draft.event.organisers]
    assert statuses in ([True, True, False, False, False, False, False], [True, None])


HOSTILE = [
    "Zenda and ",
    "Zenda Water of the Watch ",
    "14:00 - ",
    "Speakers: A. ",
    " ",
    "(",
    "4 May 2024 ",
    "follow-up ",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_endless_repetition_comes_to_an_end(words: str) -> None:
    """With patterns that try every way to share words out, these would not return in a year."""
    text = words * (30_000 // len(words))
    assert all(read.end <= LONGEST for read in read_announcement(text).readings)


PIECES = (
    "\n", " – ", "- ", "; ", "A ", ")", "15 March ", "14:00-15:00 ", "English and French, ", "Time:\n",
    "Organiser: Abc; ", "Speaker: A (B) - c; ", "A. organiser: b. ",
)  # fmt: skip


@pytest.mark.full
@pytest.mark.parametrize("piece", PIECES)
def test_no_text_takes_long(piece: str) -> None:
    """What is said again and again, to the longest text that is read; the slowest once took a quarter of a minute."""
    before = time.process_time()
    for lead in ("", "Programme:\n"):
        read_announcement((lead + piece * LONGEST)[:LONGEST])
    assert time.process_time() - before < 6
