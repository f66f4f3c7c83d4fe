"""Pages of registering: what a person sees of themselves, what nobody sees of others, and what opening never does."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from guests_for_tests import JOIN, asked, changed, come, published
from pages import page_of

from item6.events.attending import APPLIED, ASKED, DECLINED, ONLINE, PLACED, ROOM, WAITING
from item6.events.nouns import CANCELLED, MOVED_ONLINE, POSTPONED
from item6.events.papers import Attendance
from item6.files.xlsx import read_xlsx
from item6.web.events.beside import attendance_of
from item6.web.events.models import Event
from item6.web.events.states import APPROVAL
from item6.web.people.models import Coalition
from item6.web.registrations import purging
from item6.web.registrations.links import CONFIRM, MINE, link_of
from item6.web.registrations.models import Desk, Registration
from item6.web.registrations.registering import Given, ask

Enter = Callable[..., Client]
TYPED = {"name": "Flavia", "email": "Flavia@zenda.example", "way": "room", "consent": "yes"}


def words(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return " ".join(page_of(answer.content).words.split())


def own(row: Registration) -> str:
    return f"/register/mine/{link_of(row, MINE)}"


def test_from_the_form_to_the_place(event: Event, anyone: Client, sent: list[EmailMessage]) -> None:
    address = f"/register/{event.address}"
    wrong = anyone.post(address, TYPED | {"consent": "", "way": "", "name": ""})
    assert wrong.status_code == 400 and "Choose how you take part" in page_of(wrong.content).words
    answer = anyone.post(address, TYPED)
    assert (answer.status_code, answer["Location"]) == (302, f"{address}?sent")
    row = Registration.objects.get()
    link = f"/register/confirm/{link_of(row, CONFIRM)}"
    assert len(sent) == 1 and link in sent[0].body and own(row) in sent[0].body
    for _ in range(10):  # a mail scanner
        anyone.get(link)
        anyone.head(link)
        anyone.get(own(row))
    assert Registration.objects.get().state == ASKED
    assert "You have a place" in " ".join(page_of(anyone.post(link).content).words.split())
    assert Registration.objects.get().state == PLACED
    assert sent[1].subject == "You have a place" and own(row) in sent[1].body
    anyone.post(own(row), {"act": "way", "way": "online"})
    assert "you have a place (online)" in words(anyone, own(row))
    anyone.post(own(row), {"act": "withdraw"})
    assert "What was given is erased" in words(anyone, own(row))


def test_answers_do_not_tell_who_is_registered(event: Event, anyone: Client, sent: list[EmailMessage]) -> None:
    come(event, "Flavia")
    answers = [anyone.post(f"/register/{event.address}", TYPED | {"email": email}) for email in
               ("flavia@zenda.example", "nobody@zenda.example", "flavia@zenda.example")]  # fmt: skip
    assert len({(each.status_code, each["Location"], each.content) for each in answers}) == 1
    assert sorted(each.subject for each in sent) == ["Confirm your registration", "You are registered already"]


@pytest.mark.parametrize(
    ("state", "way", "status", "sees"),
    [
        (PLACED, ONLINE, "scheduled", True),
        (PLACED, ROOM, MOVED_ONLINE, True),
        (PLACED, ROOM, "scheduled", False),
        (PLACED, ONLINE, CANCELLED, False),
        (PLACED, ONLINE, POSTPONED, False),
        *((state, ONLINE, "scheduled", False) for state in (ASKED, APPLIED, WAITING, DECLINED)),
    ],
)
def test_the_link_to_join_is_for_places_online(
    event: Event, anyone: Client, state: str, way: str, status: str, sees: bool
) -> None:
    row = come(event, "Flavia", way)
    Registration.objects.update(state=state)
    changed(event, status=status)
    assert (JOIN in anyone.get(own(row)).content.decode()) == sees
    other = published(event.coalition)
    pages = [f"/register/{event.address}", f"/register/{other.address}", f"/register/confirm/{link_of(row, CONFIRM)}",
             f"{own(row)}.ics"]  # fmt: skip
    assert not [each for each in pages if JOIN in anyone.get(each).content.decode()]


def test_anothers_token_opens_nothing(event: Event, anyone: Client) -> None:
    rows = [come(event, name, "online") for name in ("A", "B")]
    links = [link_of(row, MINE) for row in rows]
    swapped = f"{rows[0].pk}-{links[1].partition('-')[2]}"
    for address in (f"mine/{swapped}", f"mine/{link_of(rows[0], CONFIRM)}", f"confirm/{links[0]}",
                    f"mine/{rows[0].pk}-{'A' * 24}", f"mine/{swapped}.ics"):  # fmt: skip
        assert anyone.get(f"/register/{address}").status_code == 404
        assert anyone.post(f"/register/{address}", {"act": "withdraw"}).status_code in (404, 405)
    assert event.registrations.filter(state=PLACED).count() == 2


def test_who_comes_is_nowhere_in_public(event: Event, anyone: Client) -> None:
    first, second = come(event, "Flavia of Ruritania"), come(event, "Sapt")
    for address in (f"/register/{event.address}", own(second), f"{own(second)}.ics"):
        assert b"Flavia of Ruritania" not in anyone.get(address).content
    assert b"Flavia of Ruritania" in anyone.get(own(first)).content


@pytest.mark.parametrize("columns", [{"state": "draft"}, {"state": "withdrawn"}, {"admission": "none"}])
def test_what_is_not_published_is_not_there(event: Event, anyone: Client, columns: dict[str, str]) -> None:
    Event.objects.update(**columns)
    assert anyone.get(f"/register/{event.address}").status_code == 404
    assert anyone.post(f"/register/{event.address}", TYPED).status_code == 404


def test_own_questions_are_asked_answered_and_listed(event: Event, anyone: Client, enter_as: Enter) -> None:
    client, here = enter_as("coordinator"), f"/c/ruritania/events/{event.pk}/registrations"
    form = {"label-0": "Number of your passport", "needed-0": "yes", "listed-0": "yes", "kind-0": "line",
            "label-1": "Lunch", "kind-1": "choice", "choices-1": "with meat\nwithout", "label-2": "I bring a banner",
            "kind-2": "tick", "asking": "yes"}  # fmt: skip
    assert client.post(f"{here}/form", form | {"choices-1": "one"}).status_code == 400
    assert client.post(f"{here}/form", form).status_code == 302
    page = words(anyone, f"/register/{event.address}")
    assert "Number of your passport" in page and "without" in page
    assert anyone.post(f"/register/{event.address}", TYPED).status_code == 400  # the passport is needed
    typed = TYPED | {"answer-q1": "=X123", "answer-q2": "without", "answer-q3": "yes"}
    assert anyone.post(f"/register/{event.address}", typed).status_code == 302
    row = Registration.objects.get()
    assert row.answers == {"q1": "=X123", "q2": "without", "q3": "yes"}
    anyone.post(f"/register/confirm/{link_of(row, CONFIRM)}")
    kept = form | {"key-0": "q1", "label-1": "", "key-2": "q3"}
    client.post(f"{here}/form", kept)
    assert [each["key"] for each in Desk.objects.get().questions] == ["q1", "q3"]
    guests = client.get(f"{here}/guests.csv").content.decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(guests))) == [
        ["name", "organisation", "post", "country", "Number of your passport"],
        ["Flavia", "", "", "", "'=X123"],
    ]  # a formula is none
    book = read_xlsx(client.get(f"{here}/everybody.xlsx").content)
    assert list(list(book.rows)[1].cells)[-2:] == ["=X123", "yes"]


def test_organisers_decide_and_the_door_notes(event: Event, enter_as: Enter) -> None:
    Event.objects.update(admission=APPROVAL)
    event.refresh_from_db()
    rows = [come(event, name) for name in ("Flavia", "Sapt", "Fritz")]
    client, here = enter_as("coordinator"), f"/c/ruritania/events/{event.pk}/registrations"
    assert "Flavia" in words(client, here)  # those to be looked at come first
    ticked = {"registration": [rows[0].pk, rows[1].pk, "x", "9" * 30]}
    without = client.post(here, ticked | {"decision": "decline"})
    assert (without.status_code, without.content.decode().count(" checked>")) == (400, 2)
    assert "Nothing was ticked" in client.post(here, {"decision": "erase"}).content.decode()
    client.post(here, ticked | {"decision": "approve"})
    client.post(here, {"registration": [rows[2].pk], "decision": "erase"})
    assert "Flavia" in words(client, f"{here}?state=placed") and "1 withdrew" in words(client, here)
    assert "0 of 2 are here" in words(client, f"{here}/door")
    client.post(f"{here}/door", {"act": "here", "registration": rows[0].pk})
    client.post(f"{here}/door?q=sa", {"act": "here", "registration": rows[1].pk})
    client.post(f"{here}/door", {"act": "not here", "registration": rows[1].pk})
    assert "1 of 2 are here" in words(client, f"{here}/door?q=FLA")
    assert "Sapt" not in words(client, f"{here}/door?q=FLA")
    for _ in range(2):  # pressed twice
        full = client.post(f"{here}/door", {"act": "enter", "name": "Rupert"})
        assert full.status_code == 400 and "The room is full" in page_of(full.content).words
    assert event.registrations.filter(name="Rupert").count() == 1
    Event.objects.update(room_places=9)
    client.post(f"{here}/door", {"act": "enter", "name": "Antoinette", "organisation": "Castle Watch"})
    client.post(f"{here}/door", {"act": "enter", "name": "Antoinette", "organisation": "Castle Choir"})
    assert event.registrations.filter(name="Antoinette").count() == 2
    assert "Antoinette" in words(client, f"{here}/door/print")


def test_the_events_own_page_leads_to_the_form_and_its_report_counts(
    event: Event, anyone: Client, enter_as: Enter
) -> None:
    page = f"/events/{event.address}"
    assert f'href="/register/{event.address}"' in anyone.get(page).content.decode()
    assert attendance_of(event) is None
    rows = [come(event, "Flavia"), come(event, "Sapt"), come(event, "Fritz", ONLINE)]
    here = f"/c/ruritania/events/{event.pk}/registrations"
    enter_as("coordinator").post(here, {"decision": "came", "registration": [rows[0].pk, rows[2].pk]})
    assert attendance_of(event) == Attendance(3, 1, 1)
    Event.objects.update(purge="2026-01-01")
    purging.purge(event=Event.objects.get(pk=event.pk))
    assert attendance_of(event) == Attendance(3, 1, 1)
    assert f'href="/register/{event.address}"' not in anyone.get(page).content.decode()


def test_codes_are_made_and_ended(event: Event, enter_as: Enter, anyone: Client) -> None:
    client, here = enter_as("coordinator"), f"/c/ruritania/events/{event.pk}/registrations/codes"
    client.post(here, {"do": "make", "label": "Castle Watch", "most": "3"})
    code = event.codes.get()
    assert code.words in words(client, here) and (code.label, code.most) == ("Castle Watch", 3)
    assert anyone.post(f"/register/{event.address}", TYPED | {"code": "WRONG"}).status_code == 400
    assert anyone.post(f"/register/{event.address}", TYPED | {"code": code.words.lower()}).status_code == 302
    client.post(here, {"do": "end", "code": code.pk})
    again = TYPED | {"code": code.words, "email": "other@zenda.example"}
    assert anyone.post(f"/register/{event.address}", again).status_code == 400


def test_another_coalition_sees_none_of_it(event: Event, other: Coalition, enter_as: Enter) -> None:
    come(event, "Flavia")
    stranger = enter_as("owner", other)
    below = ("", "/form", "/codes", "/door", "/door/print", "/questions", "/import", "/guests.csv", "/everybody.xlsx")
    for each in below:
        for slug in ("ruritania", "strelsau"):
            assert stranger.get(f"/c/{slug}/events/{event.pk}/registrations{each}").status_code == 404
    assert enter_as("editor").get(f"/c/ruritania/events/{event.pk}/registrations").status_code == 403


def test_too_many_from_a_network_are_answered_alike(event: Event, anyone: Client, sent: list[EmailMessage]) -> None:
    for number in range(30):
        ask(event=event, given=Given("Bot", f"bot{number}@x.example"), network="127.0.0.0/24")
    answer = anyone.post(f"/register/{event.address}", TYPED)
    assert answer.status_code == 302 and sent == []
    assert not Registration.objects.filter(name="Flavia").exists()
    assert asked(event, "Rose").state == ASKED
