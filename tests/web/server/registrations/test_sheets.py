"""People from a spreadsheet: nothing happens before a person says so, and everybody is mailed once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.mail import EmailMessage
from django.test import Client
from guests_for_tests import come

from item6.events.attending import PLACED, WAITING
from item6.web.events.models import Event
from item6.web.people.models import Person
from item6.web.registrations import sheets, telling
from item6.web.registrations.models import GuestSheet, Registration
from item6.web.registrations.registering import NotNow
from item6.web.registrations.sheets import NEW, THERE, UNCLEAR


def sheet_of(event: Event, person: Person, table: str) -> GuestSheet:
    header, guests = sheets.read_file(table.encode())
    return sheets.keep(event=event, person=person, file="list.csv", header=header, guests=guests)


def test_each_row_says_what_it_would_do(event: Event, coordinator: Person) -> None:
    come(event, "Rudolf")
    table = (
        "name,email,way\nRudolf R.,Rudolf@zenda.example,room\nFlavia,flavia@zenda.example,online\nSapt,no address,\n"
        "Fritz,,\nRupert,rupert@zenda.example,by horse\n"
    )
    sheet = sheet_of(event, coordinator, table)
    assert [(each.name, each.kind, each.way) for each in sheets.lines_of(sheet)] == [
        ("Rudolf R.", THERE, "room"), ("Flavia", NEW, "online"), ("Sapt", UNCLEAR, "room"), ("Fritz", NEW, "room"),
        ("Rupert", UNCLEAR, "room"),
    ]  # fmt: skip
    assert Registration.objects.count() == 1  # a dry run
    with pytest.raises(NotNow, match="how you know"):
        sheets.take_in(sheet=sheet, by=coordinator, reason=" ")
    assert sheets.take_in(sheet=sheet, by=coordinator, reason="their list") == 2
    rows = event.registrations.order_by("turn").values_list("name", "state", "turn", "entered")
    assert list(rows) == [("Rudolf", PLACED, 1, False), ("Flavia", PLACED, 2, True), ("Fritz", PLACED, 3, True)]
    assert GuestSheet.objects.count() == 0


@pytest.mark.parametrize("people", [300, pytest.param(5000, marks=pytest.mark.full)])
def test_thousands_are_registered_and_each_is_mailed_once(
    event: Event, enter_as: Callable[..., Client], sent: list[EmailMessage], work: Callable[[], int], people: int
) -> None:
    Event.objects.update(room_places=people // 2)
    table = "name,email\n" + "".join(f"Guest {n},guest{n}@zenda.example\n" for n in range(people))
    client, here = enter_as("coordinator"), f"/c/ruritania/events/{event.pk}/registrations"
    answer = client.post(f"{here}/import", {"file": SimpleUploadedFile("list.csv", table.encode())})
    assert answer.status_code == 302 and Registration.objects.count() == 0
    shown = client.get(answer["Location"])
    assert shown.status_code == 200 and len(shown.content) < 100_000
    assert client.post(answer["Location"], {"do": "take", "reason": "their list"}).status_code == 302
    assert client.post(answer["Location"], {"do": "take", "reason": "again"}).status_code == 404
    telling.look()  # meanwhile the regular look finds them due too
    work()
    telling.look()
    work()
    assert Counter(each.to[0] for each in sent) == Counter(f"guest{n}@zenda.example" for n in range(people))
    assert sum(bool(each.attachments) for each in sent) == people // 2  # an entry for the calendar with a place
    states = Counter(event.registrations.values_list("state", flat=True))
    assert states == {PLACED: people // 2, WAITING: people - people // 2}
    in_turn = list(event.registrations.order_by("turn").values_list("name", flat=True))
    assert in_turn == [f"Guest {n}" for n in range(people)]
    assert "has registered you" in sent[0].body
