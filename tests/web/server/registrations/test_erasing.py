"""Who is forgotten is nowhere: not in a fresh dump, not in the database's files, not in the outbox, not in the logs."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from databases import Database
from django.conf import settings
from django.db import connection
from django.test import Client
from django.utils import timezone
from guests_for_tests import published

from item6.web.audit.models import Entry
from item6.web.events.models import Event
from item6.web.outbox.models import SENT, Mail
from item6.web.people.models import Person
from item6.web.registrations import offered, panel, purging, registering, sheets, telling
from item6.web.registrations.links import CONFIRM, MINE, link_of
from item6.web.registrations.models import Registration
from item6.web.registrations.registering import Given
from item6.web.work import doing, kinds
from item6.web.work.models import Task

BOTH = pytest.mark.parametrize(
    "database", ["sqlite", pytest.param("postgresql", marks=pytest.mark.full)], indirect=True
)
MARKED = "quetzal"
PLANTED = 200


def dump(database: Database) -> bytes:
    """A fresh dump of all rows, and for SQLite the bytes of the files themselves."""
    rows = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            rows += [repr([bytes(each) if isinstance(each, memoryview) else each for each in row]) for row in cursor]
    whole = "\n".join(rows).encode()
    if database.kind == "sqlite":
        path = Path(database.address.removeprefix("sqlite://"))
        whole += b"".join(each.read_bytes() for each in path.parent.glob(f"{path.name}*"))
    return whole


def files() -> bytes:
    """All files of the server's workspace."""
    return b"".join(each.read_bytes() for each in Path(settings.ITEM6_HOME).rglob("*") if each.is_file())


def left(whole: bytes) -> list[bytes]:
    """Where markers stand, with what is around them."""
    return [whole[max(0, each.start() - 60) : each.end() + 40] for each in re.finditer(MARKED.encode(), whole)][:20]


def planted(event: Event, client: Client, number: int) -> Registration:
    """Somebody who gave markers in every field there is, was mailed, confirmed on the page, asked a question."""
    said = Given(
        f"{MARKED} {number}", f"{MARKED}{number}@{MARKED}.example", "room" if number % 3 else "online",
        f"{MARKED} {number} Society", f"{MARKED} post", f"{MARKED} land", {"q1": f"{MARKED} answer {number}"}, True,
    )  # fmt: skip
    row = registering.ask(event=event, given=said, network=f"{MARKED}-{number}")
    assert row is not None
    telling.ask_to_confirm(row)
    assert client.post(f"/register/confirm/{link_of(row, CONFIRM)}").status_code == 200
    asked = {"act": "question", "words": f"{MARKED} question {number}?", "named": "yes"}
    client.post(f"/register/mine/{link_of(row, MINE)}", asked)
    return row


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.DEBUG)
    return caplog


@BOTH
def test_one_who_withdraws_is_nowhere(
    database: Database, event: Event, anyone: Client, coordinator: Person, lines: pytest.LogCaptureFixture
) -> None:
    row = planted(event, anyone, 1)
    Mail.objects.filter(pk=Mail.objects.earliest("pk").pk).update(state=SENT)
    header, guests = sheets.read_file(f"name,email\n{MARKED},{row.email}\n".encode())
    sheets.keep(event=event, person=coordinator, file="f.csv", header=header, guests=guests)
    assert dump(database).count(MARKED.encode()) >= 12 and Mail.objects.count() == 2
    assert anyone.post(f"/register/mine/{link_of(row, MINE)}", {"act": "withdraw"}).status_code == 302
    assert b"What was given is erased" in anyone.get(f"/register/mine/{link_of(row, MINE)}").content
    assert left(dump(database) + files()) == []
    assert MARKED not in lines.text.casefold()
    assert set(Mail.objects.values_list("state", "to")) == {(SENT, ""), ("dropped", "")}


@BOTH
def test_on_its_day_none_of_two_hundred_is_left(
    database: Database, event: Event, anyone: Client, lines: pytest.LogCaptureFixture
) -> None:
    Event.objects.update(room_places=40)
    event.refresh_from_db()
    for number in range(PLANTED):
        planted(event, anyone, number)
    kept = published(event.coalition)
    other = registering.ask(event=kept, given=Given("Stays", "stays@zenda.example"), network="")
    first = event.registrations.filter(state="placed", way="room").earliest("turn")
    registering.attend(registration=first, here=True)
    assert dump(database).count(MARKED.encode()) >= PLANTED * 10
    assert purging.purge(event=event) == 0  # not before the day
    Event.objects.filter(pk=event.pk).update(purge=timezone.now().date())
    doing.plan_regular()
    Task.objects.exclude(kind="registrations.purge").delete()
    Task.objects.update(due=timezone.now())
    assert doing.do_one("tests") and kinds.KINDS["registrations.purge"].every is not None
    assert left(dump(database) + files()) == []
    assert MARKED not in lines.text.casefold()
    noted = Entry.objects.get(what="registrations-purged")
    assert (noted.coalition_id, noted.object) == (event.coalition_id, f"event {event.pk}: {PLANTED}")
    held = offered.desk_of(event)
    assert held.purged and held.kept["registered"] == PLANTED and held.kept["came room"] == 1
    assert not offered.is_open(event) and other and Registration.objects.get() == other
    purging.purge_due()
    assert Entry.objects.filter(what="registrations-purged").count() == 1


def test_forms_that_nobody_confirmed_are_forgotten(event: Event) -> None:
    made = [registering.ask(event=event, given=Given(n, f"{n}@x.example"), network="") for n in ("a", "b")]
    assert all(made)
    Registration.objects.filter(name="a").update(asked=timezone.now() - purging.UNCONFIRMED)
    assert purging.forget_unconfirmed() == 1
    assert Registration.objects.get().name == "b"


def test_every_event_has_a_day(event: Event) -> None:
    assert offered.purge_day(event) == event.ends + offered.KEEP
    Event.objects.update(purge="2030-01-31")
    event.refresh_from_db()
    assert offered.purge_day(event).isoformat() == "2030-01-31T00:00:00+00:00"


def test_questions_are_moderated(event: Event, enter_as: Callable[..., Client], anyone: Client) -> None:
    row = planted(event, anyone, 1)
    other = planted(event, anyone, 2)
    asked = event.panel_questions.get(registration=row)
    assert panel.shown_to(other) == []
    editor = enter_as("editor")
    here = f"/c/ruritania/events/{event.pk}/registrations/questions"
    assert f"{MARKED} question 1?".encode() in editor.get(here).content
    editor.post(here, {"question": asked.pk, "to": "shown"})
    page = anyone.get(f"/register/mine/{link_of(other, MINE)}").content.decode()
    assert f"{MARKED} question 1?" in page and page.count(f"{MARKED} 1") == 1  # who asked agreed to be named
    editor.post(here, {"question": asked.pk, "to": "left out"})
    assert panel.shown_to(other) == []
    for number in range(10):
        panel.ask(row=row, words=f"Another {number}?", named=False)
    assert row.panel_questions.count() == panel.MOST
    assert panel.take_back(row=row, number=str(asked.pk)) and not panel.take_back(row=other, number=str(asked.pk))


def test_a_question_is_nobody_elses_to_moderate(event: Event, other: object, enter_as: Callable[..., Client]) -> None:
    stranger = enter_as("owner", other)
    assert stranger.get(f"/c/ruritania/events/{event.pk}/registrations/questions").status_code == 404
    assert stranger.get(f"/c/strelsau/events/{event.pk}/registrations/questions").status_code == 404
