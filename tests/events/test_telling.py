"""What is said of an event: when, where, by whom; on pages, posters and in papers alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

from item6.events import phrases, telling
from item6.events.nouns import (
    CANCELLED,
    COUNCIL,
    HYBRID,
    IN_PERSON,
    MOVED_ONLINE,
    POSTPONED,
    RESCHEDULED,
    VIRTUAL,
    WORKING_GROUP,
    Event,
    Organiser,
    Session,
    Speaker,
)
from item6.events.public import PublicEvent, public
from item6.events.voice import ENGLISH_VOICE, Voice
from item6.measures.tongue import Tongue

ZENDA = Event(
    title="Water in Zenda", session=Session(COUNCIL, 52), day="2027-03-15", start="14:00", end="15:30",
    room="Room XX", venue="Palais des Nations", format=HYBRID, platform="Zoom", price="free", dial_in="none",
    languages=("en", "ils"), captions=False, recorded=True, review="FRA-4",
    organisers=(
        Organiser("Zenda Mothers", "ZM", status="special", consultative=True, year=2009),
        Organiser("Hentzau Circle", status="none"), Organiser("Strelsau Bar"),
        Organiser("River Watch", consultative=True),
        Organiser("Mission of Graustark", role="Permanent Mission"),
    ),
)  # fmt: skip


def shown(**changed: object) -> PublicEvent:
    return public(replace(ZENDA, **changed))


@pytest.mark.parametrize(
    ("changed", "zones", "lines"),
    [
        ({}, ("UTC",), ("Monday 15 March 2027", "14:00 to 15:30, Geneva time (UTC+1)", "13:00 to 14:30, UTC")),
        ({"day": "2027-03-29"}, ("UTC",),
         ("Monday 29 March 2027", "14:00 to 15:30, Geneva time (UTC+2)", "12:00 to 13:30, UTC")),
        ({"end": ""}, (), ("Monday 15 March 2027", "14:00, Geneva time (UTC+1)")),
        ({}, ("Europe/Paris",), ("Monday 15 March 2027", "14:00 to 15:30, Geneva time (UTC+1)")),
        ({"start": "23:00", "end": "23:30"}, ("Asia/Tokyo",),
         ("Monday 15 March 2027", "23:00 to 23:30, Geneva time (UTC+1)",
          "Tuesday 16 March 2027, 07:00 to 07:30, time of Tokyo (UTC+9)")),
        ({"zone": "America/New_York"}, (), ("Monday 15 March 2027", "14:00 to 15:30, time of New York (UTC−4)")),
        ({"start": ""}, ("UTC",), ("Monday 15 March 2027",)),
        ({"day": ""}, ("UTC",), ("The day will be announced",)),
        ({"day": "soon"}, ("UTC",), ("The day will be announced",)),
        ({"status": POSTPONED}, ("UTC",), ("A new day will be announced",)),
    ],
)  # fmt: skip
def test_when(changed: dict[str, str], zones: tuple[str, ...], lines: tuple[str, ...]) -> None:
    assert telling.when(shown(**changed), ENGLISH_VOICE, *zones) == lines


@pytest.mark.parametrize(
    ("changed", "lines"),
    [
        ({}, ("Room XX, Palais des Nations", "and online (Zoom)")),
        ({"format": IN_PERSON}, ("Room XX, Palais des Nations",)),
        ({"format": VIRTUAL}, ("Online", "Zoom")),
        ({"format": IN_PERSON, "status": MOVED_ONLINE, "platform": ""}, ("Online",)),
        ({"format": IN_PERSON, "room": "", "venue": ""}, ("The place will be announced",)),
    ],
)
def test_where(changed: dict[str, str], lines: tuple[str, ...]) -> None:
    assert telling.where(shown(**changed), ENGLISH_VOICE) == lines


@pytest.mark.parametrize(
    ("changed", "status", "former"),
    [
        ({}, "", ""),
        ({"status": CANCELLED}, "Cancelled", ""),
        ({"status": MOVED_ONLINE, "former": "2027-03-08T13:00:00Z"}, "Moved online", ""),
        ({"status": RESCHEDULED, "former": "2027-03-08T13:00:00Z"}, "Moved to another time",
         "It was to begin on Monday 8 March 2027, 14:00, Geneva time (UTC+1)."),
        ({"status": RESCHEDULED, "former": "then"}, "Moved to another time", ""),
        ({"status": POSTPONED}, "Postponed", "It was to begin on Monday 15 March 2027, 14:00, Geneva time (UTC+1)."),
    ],
)  # fmt: skip
def test_what_became_of_it(changed: dict[str, str], status: str, former: str) -> None:
    event = shown(**changed)
    assert (telling.status(event, ENGLISH_VOICE), telling.former(event, ENGLISH_VOICE)) == (status, former)


def test_facts() -> None:
    said = {each.name: (each.label, each.words) for each in telling.facts(shown(), ENGLISH_VOICE)}
    assert said == {
        "format": ("Form", "In person and online"), "duration": ("Duration", "90 minutes"),
        "price": ("Price", "Free of charge"), "languages": ("Languages", "English, International Sign"),
        "captions": ("Captions", "No"), "dial-in": ("Dial-in by telephone", "Not available"),
        "recording": ("Recording", phrases.RECORDED),
    }  # fmt: skip


def test_organisers_by_role_and_status() -> None:
    assert [(group.label, group.status, [each.name for each in group.organisers])
            for group in telling.groups(shown(), ENGLISH_VOICE)] == [
        ("Organised by", "with ECOSOC consultative status", ["Zenda Mothers", "River Watch"]),
        ("Organised by", "without ECOSOC consultative status", ["Hentzau Circle"]),
        ("Organised by", "status not stated", ["Strelsau Bar"]),
        ("Permanent Missions", "", ["Mission of Graustark"]),
    ]  # fmt: skip
    assert [telling.held(each, ENGLISH_VOICE) for each in ZENDA.organisers] == [
        "ECOSOC special consultative status since 2009", "", "", "ECOSOC consultative status", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("session", "words"),
    [
        (Session(COUNCIL, 52), "Side event · 52nd session of the Human Rights Council"),
        (Session(WORKING_GROUP, 45), "Side event · 45th session of the Working Group on the UPR"),
        (Session(COUNCIL, 113), "Side event · 113th session of the Human Rights Council"),
        (None, "Side event · review of France, cycle 4"),
    ],
)
def test_the_line_above_the_title(session: Session | None, words: str) -> None:
    assert telling.kicker(shown(session=session), ENGLISH_VOICE) == words


def test_who_is_not_named() -> None:
    judge = Speaker("Rosa Hentzau", "judge", "Ruritania", organisation="High Court")
    (one,) = shown(speakers=(judge,)).speakers
    assert (telling.speaker_named(one, ENGLISH_VOICE), telling.post_of(one)) == (
        "A speaker who is not named here", "judge, High Court (Ruritania)",
    )  # fmt: skip


def test_another_tongue_says_every_word() -> None:
    """Nothing is put together of English pieces: each word that is said goes through the tongue."""
    asked = set[str]()

    def say(context: str, words: str) -> str:
        asked.add(words)
        return f"«{words}»"

    voice = Voice("fr", Tongue(say), lambda day: f"le {day}", lambda code: code.upper())
    event = shown(status=RESCHEDULED, former="2027-03-08T13:00:00Z")
    every = [*telling.when(event, voice, "UTC"), *telling.where(event, voice), telling.kicker(event, voice),
             telling.status(event, voice), telling.former(event, voice),
             *(each.label for each in telling.facts(event, voice)),
             *(each.label for each in telling.groups(event, voice))]  # fmt: skip
    assert all("«" in each or each in ("Le 2027-03-15", "Room XX, Palais des Nations") for each in every), every
    assert asked <= {words for _, words in phrases.said_in()}
    assert telling.session(event, voice) == "«52e session of the Human Rights Council»"
