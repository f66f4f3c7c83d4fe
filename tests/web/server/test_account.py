"""The page of one's own account: what it changes, and for whom."""

from __future__ import annotations

import re

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from people_for_tests import member, signed_in

from item6.web.people.models import Coalition, Membership, Person, Session
from item6.web.people.sessions import hashed

pytestmark = pytest.mark.usefixtures("quick_passwords")

PASSWORD = "a password of hers"


@pytest.fixture
def ann(coalition: Coalition) -> Person:
    made = member(coalition, "reader", email="ann@example.org", name="Ann")
    made.set_password(PASSWORD)
    made.save()
    return made


def confirmed(client: Client) -> Client:
    """Said who it is a moment ago."""
    assert client.post("/confirm/password?next=/account", {"password": PASSWORD}).status_code == 302
    return client


def name_of(client: Client) -> str:
    return hashed(client.cookies["item6-session"].value)


def test_name_language_and_zone_change(ann: Person) -> None:
    client = signed_in(ann)
    given = {"name": "Ann Ní Bhriain", "language": "ar", "time_zone": "Asia/Beirut"}
    assert client.post("/account", given).headers["Location"] == "/account?saved"
    ann.refresh_from_db()
    assert (ann.name, ann.language, ann.time_zone) == ("Ann Ní Bhriain", "ar", "Asia/Beirut")
    page = client.get("/account?saved").content.decode()
    assert '<html lang="ar" dir="rtl">' in page
    assert "Asia/Beirut" in page
    assert len(page) < 100_000


@pytest.mark.parametrize("wrong", [{"name": ""}, {"language": "xx"}, {"time_zone": "Moon/Base"}])
def test_what_is_wrong_changes_nothing(ann: Person, wrong: dict[str, str]) -> None:
    answer = signed_in(ann).post("/account", {"name": "Other", "language": "fr", "time_zone": ""} | wrong)
    assert answer.status_code == 200
    assert Person.objects.get(pk=ann.pk).name == "Ann"


def test_one_session_is_ended_or_all_others(ann: Person) -> None:
    here, there, elsewhere = signed_in(ann), signed_in(ann), signed_in(ann)
    here.post("/account/sessions/end", {"session": name_of(there)})
    assert (there.get("/account").status_code, elsewhere.get("/account").status_code) == (302, 200)
    here.post("/account/sessions/end", {"session": "others"})
    assert (here.get("/account").status_code, elsewhere.get("/account").status_code) == (200, 302)


def test_sessions_of_others_are_not_ended(ann: Person, coalition: Coalition) -> None:
    other = signed_in(member(coalition, "reader"))
    signed_in(ann).post("/account/sessions/end", {"session": name_of(other)})
    assert other.get("/account").status_code == 200
    assert name_of(other) not in signed_in(ann).get("/account").content.decode()


def test_a_changed_password_ends_other_sessions(ann: Person, sent: list[EmailMessage]) -> None:
    here, there = confirmed(signed_in(ann)), signed_in(ann)
    wrong = here.post("/account/password", {"present": "wrong", "password": "another password"})
    assert wrong.status_code == 200
    assert here.post("/account/password", {"present": PASSWORD, "password": "short"}).status_code == 200
    right = here.post("/account/password", {"present": PASSWORD, "password": "another password"})
    assert right.headers["Location"] == "/account?saved"
    assert (here.get("/account").status_code, there.get("/account").status_code) == (200, 302)
    assert Session.objects.filter(person=ann).count() == 1
    assert Person.objects.get(pk=ann.pk).check_password("another password")
    assert [one.to for one in sent] == [["ann@example.org"]]


def test_a_new_address_is_confirmed_by_its_mail(ann: Person, sent: list[EmailMessage]) -> None:
    client = confirmed(signed_in(ann))
    assert client.post("/account/address", {"email": "Ann@New.example.org"}).status_code == 200
    assert [one.to for one in sent] == [["ann@new.example.org"]]
    link = re.search(r"(/account/address/\S+)", sent[0].body)
    assert link
    assert client.get(link[1]).status_code == 200
    assert Person.objects.get(pk=ann.pk).email == "ann@example.org"
    assert client.post(link[1]).headers["Location"] == "/account?saved"
    assert Person.objects.get(pk=ann.pk).email == "ann@new.example.org"
    assert sent[1].to == ["ann@example.org"]
    assert client.get(link[1]).status_code == 410


def test_the_link_is_for_its_person_alone(ann: Person, coalition: Coalition, sent: list[EmailMessage]) -> None:
    confirmed(signed_in(ann)).post("/account/address", {"email": "new@example.org"})
    link = re.search(r"(/account/address/\S+)", sent[0].body)
    assert link
    assert signed_in(member(coalition, "reader")).post(link[1]).status_code == 410


def test_an_address_that_was_taken_meanwhile_stays_with_its_owner(
    ann: Person, coalition: Coalition, sent: list[EmailMessage]
) -> None:
    client = confirmed(signed_in(ann))
    client.post("/account/address", {"email": "new@example.org"})
    link = re.search(r"(/account/address/\S+)", sent[0].body)
    assert link
    member(coalition, "reader", email="new@example.org")
    assert client.post(link[1]).status_code == 410
    assert Person.objects.get(pk=ann.pk).email == "ann@example.org"


def test_an_address_that_is_taken_is_not_told(ann: Person, coalition: Coalition, sent: list[EmailMessage]) -> None:
    member(coalition, "reader", email="taken@example.org")
    client = confirmed(signed_in(ann))
    pages = [client.post("/account/address", {"email": each}) for each in ("taken@example.org", "free@example.org")]
    told = [re.sub(r'value="\w{64}"|(taken|free)@', "", each.content.decode()) for each in pages]
    assert told[0] == told[1]
    assert [one.to for one in sent] == [["free@example.org"]]


def test_no_word_of_who_asks_is_in_a_mail(ann: Person, sent: list[EmailMessage]) -> None:
    Person.objects.filter(pk=ann.pk).update(name="Click https://evil.example")
    client = confirmed(signed_in(ann))
    client.post("/account/address", {"email": "new@example.org"})
    client.post("/account/password", {"present": PASSWORD, "password": "another password"})
    client.post("/password/forgotten", {"email": "ann@example.org"})
    assert len(sent) == 3
    for one in sent:
        assert "evil" not in one.subject + one.body
        assert one.alternatives == []  # type: ignore[attr-defined]  # of mails with parts
        assert max(map(len, one.body.splitlines())) < 400


def test_the_coalition_worked_in_is_named_and_can_be_changed(ann: Person, other: Coalition) -> None:
    client = signed_in(ann)
    assert other.name not in client.get("/coalitions").content.decode()
    Membership.objects.create(person=ann, coalition=other, role="owner")
    page = client.get("/coalitions").content.decode()
    assert "Coalition for Ruritania" in page
    assert f'value="{other.slug}"' in page


def test_pages_of_the_record_are_the_same_for_everybody(ann: Person, coalition: Coalition) -> None:
    first = signed_in(ann).get("/r/XRU-2").content
    assert first == signed_in(member(coalition, "owner", name="Zoë")).get("/r/XRU-2").content
    assert b'href="/sign-out"' in first
    assert b'href="/sign-out"' in signed_in(ann).get("/r/XRU-2/115.1").content
