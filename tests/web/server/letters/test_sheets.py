"""Signatories from a spreadsheet are looked at first, and counted by a coordinator's word; sendings and answers."""

from __future__ import annotations

from collections.abc import Callable

from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.mail import EmailMessage
from django.test import Client

from item6.web.letters import signing
from item6.web.letters.models import Letter, Sent, Sheet, Signature
from item6.web.letters.signing import Given
from item6.web.letters.states import COUNTED
from item6.web.people.models import Person

Enter = Callable[..., Client]
ROWS = """name,country,ecosoc status,contact email
Zenda Mothers,Zenda,none,office@zenda.example
Strelsau Lawyers,France,special,
Strelsau Lawyers e.V.,France,special,
Hentzau Watch,Kenya,purple,
The Mothers of Zenda,Zenda,,
"""


def test_looked_at_first_then_counted_with_one_reason(
    enter_as: Enter, letter: Letter, coordinator: Person, sent: list[EmailMessage]
) -> None:
    there = signing.ask(letter=letter, given=Given("Mothers Zenda", "a@zenda.example"), network="")
    assert there is not None
    client, page = enter_as("coordinator"), f"/c/ruritania/letters/{letter.pk}"
    rows = ROWS.replace("The Mothers of Zenda", "Kastell Circle")
    sheet = SimpleUploadedFile("list.csv", rows.encode())
    looked = client.post(f"{page}/signatures/import", {"file": sheet}).headers["Location"]
    words = client.get(looked).content.decode()
    assert "signs already: 1" in words and "not understood: 2" in words and "Count 2 signatures" in words
    assert Signature.objects.count() == 1
    assert client.post(looked, {"do": "take", "reason": " "}).status_code == 400
    assert (Signature.objects.count(), Sheet.objects.count()) == (1, 1)
    assert client.post(looked, {"do": "take", "reason": "their own list of 3 May"}).status_code == 302
    made = Signature.objects.filter(state=COUNTED).order_by("pk")
    assert [(each.name, each.code, each.why) for each in made] == [
        ("Strelsau Lawyers", "FRA", "their own list of 3 May"), ("Kastell Circle", "", "their own list of 3 May"),
    ]  # fmt: skip
    letter.refresh_from_db()
    assert (letter.organisations, Sheet.objects.count(), sent) == (2, 0, [])
    assert client.get(looked).status_code == 404


def test_who_is_entered_is_told_and_can_take_it_back(
    enter_as: Enter, anyone: Client, letter: Letter, sent: list[EmailMessage]
) -> None:
    client, page = enter_as("coordinator"), f"/c/ruritania/letters/{letter.pk}"
    sheet = SimpleUploadedFile("list.csv", b"name,contact email\nZenda Mothers,office@zenda.example\n")
    looked = client.post(f"{page}/signatures/import", {"file": sheet}).headers["Location"]
    assert client.post(looked, {"do": "take", "reason": "called"}).status_code == 302
    assert [mail.to for mail in sent] == [["office@zenda.example"]]
    mine = str(sent[0].body).split("/sign/mine/")[1].split()[0]
    anyone.post(f"/sign/mine/{mine}", {"act": "deny"})
    letter.refresh_from_db()
    assert letter.organisations == 0


def test_sendings_and_answers(enter_as: Enter, letter: Letter) -> None:
    client, page = enter_as("coordinator"), f"/c/ruritania/letters/{letter.pk}/sent"
    assert client.post(page, {"to": "", "on": "soon"}).status_code == 400
    assert client.post(page, {"to": "The Council", "on": "2999-05-01"}).status_code == 400
    assert client.post(page, {"to": "The Council", "how": "by mail", "on": "2026-05-01"}).status_code == 302
    handed = Sent.objects.get()
    assert "No answer on file" in enter_as("reader").get(page).content.decode()
    answer = f"{page}/{handed.pk}/answer"
    assert enter_as("reader").post(answer, {"answer": "No.", "answered": "2026-05-03"}).status_code == 403
    assert client.post(answer, {"answer": "", "answered": "2026-05-03"}).status_code == 400
    assert client.post(answer, {"answer": "We take note.", "answered": "2999-05-03"}).status_code == 400
    assert client.post(answer, {"answer": "We take note.", "answered": "2026-05-03"}).status_code == 302
    client.post(answer, {"answer": "Something else.", "answered": "2026-05-04"})
    words = client.get(page).content.decode()
    assert "We take note." in words and "Something else" not in words
    assert (handed.version.number, Sent.objects.count()) == (1, 1)
