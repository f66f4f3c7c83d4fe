"""The reader's time: a hundred moments on both sides of the clocks' changes, and what a browser's language says."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from clock_changes import CASES

from item6.events.zones import choices, guessed, is_zone, local

WINTER, SUMMER = datetime(2027, 1, 12, 13, tzinfo=UTC), datetime(2027, 7, 12, 13, tzinfo=UTC)


@pytest.mark.parametrize(("zone", "edge", "ahead", "minutes"), CASES)
def test_a_reader_on_both_sides_of_every_edge(zone: str, edge: str, ahead: int, minutes: int) -> None:
    moment = datetime.fromisoformat(edge).replace(tzinfo=UTC) + timedelta(minutes=minutes)
    wall = moment + timedelta(minutes=ahead)
    shown = local(moment, zone)
    assert (shown.day, shown.clock, shown.offset) == (f"{wall:%Y-%m-%d}", f"{wall:%H:%M}", ahead)


@pytest.mark.parametrize(
    ("zone", "ahead"),
    [("UTC", "UTC"), ("Asia/Kolkata", "UTC+5:30"), ("America/St_Johns", "UTC−3:30"), ("America/Sao_Paulo", "UTC−3")],
)
def test_how_far_ahead(zone: str, ahead: str) -> None:
    assert local(WINTER, zone).ahead == ahead


@pytest.mark.parametrize(
    ("accepted", "zone"),
    [
        ("de-CH,de;q=0.9,en;q=0.8", "Europe/Zurich"),
        ("fr", ""),
        ("en,fr-SN;q=0.5", "Africa/Dakar"),
        ("zh-Hant-TW", "Asia/Taipei"),
        ("en-US,en;q=0.9", ""),  # four zones and more: nobody can say
        ("pt-BR", ""),
        ("en-IN", "Asia/Kolkata"),
        ("de-DE", "Europe/Berlin"),  # two zones whose clocks agree
        ("xx-ZZ", ""),
        ("-,;;=," * 50, ""),
        ("../../etc-DE", ""),
        ("", ""),
    ],
)
def test_what_a_language_says_of_a_place(accepted: str, zone: str) -> None:
    assert guessed(accepted, WINTER) == zone


def test_a_country_whose_clocks_differ() -> None:
    assert (guessed("es-CL", WINTER), guessed("en-NZ", SUMMER)) == ("", "")


def test_what_can_be_chosen() -> None:
    every = choices()
    assert every[0] == "UTC" and list(every[1:]) == sorted(every[1:]) and len(every) > 300
    assert is_zone("Africa/Kigali") and not is_zone("../../etc/passwd") and not is_zone("Mars/Olympus")
    assert all(local(WINTER, each).clock for each in every)
    with pytest.raises(ValueError, match="is no time zone"):
        local(WINTER, "Ruritania/Zenda")
    with pytest.raises(ValueError, match="needs a zone"):
        local(datetime(2027, 1, 1), "UTC")
