"""Comments that are settled, the approval of who lends its name, the press version, versions that were published."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from django.utils import timezone
from pages import page_of

from item6.web.letters import signing, writing
from item6.web.letters.approving import approve
from item6.web.letters.links import DECLINE, link_of
from item6.web.letters.models import Approval, Asked, Comment, Letter
from item6.web.letters.signature_views import ask
from item6.web.letters.signing import Given
from item6.web.letters.writing import NotNow
from item6.web.people.models import Coalition, Person

Enter = Callable[..., Client]


def words_of(client: Client, address: str) -> str:
    return " ".join(page_of(client.get(address).content).words.split())


def test_a_freeze_asks_for_what_is_not_settled(enter_as: Enter, draft: Letter) -> None:
    editor, coordinator = enter_as("editor"), enter_as("coordinator")
    here = f"/c/ruritania/letters/{draft.pk}"
    editor.post(f"{here}/comment", {"words": "Shorter."})
    said = Comment.objects.get()
    writing.write(letter=draft, text="Act soon.", translations={}, by=None, after=1)
    assert "Shorter." in words_of(editor, here)  # of an earlier version, and not settled
    refused = coordinator.post(f"{here}/move", {"to": "frozen"})
    assert refused.status_code == 409
    assert "Comments are not settled" in refused.content.decode()
    assert enter_as("reader").post(f"{here}/comment/{said.pk}/settle", {"settled": "yes"}).status_code == 403
    editor.post(f"{here}/comment/{said.pk}/settle", {"settled": "yes"})
    said.refresh_from_db()
    assert said.settled and said.settled_by
    assert "Shorter." not in words_of(editor, here)
    editor.post(f"{here}/comment/{said.pk}/settle", {"settled": "no"})
    assert coordinator.post(f"{here}/move", {"to": "frozen", "unsettled": "yes"}).status_code == 302


@pytest.mark.parametrize("kind", ["oral-statement", "written-statement"])
def test_a_statement_is_opened_with_the_approval_of_who_lends_its_name(
    kind: str, enter_as: Enter, coalition: Coalition, coordinator: Person
) -> None:
    letter = writing.begin(coalition=coalition, kind=kind, title="On Ruritania", text="Act.", by=coordinator)
    writing.move(letter=letter, to="frozen")
    here, client = f"/c/ruritania/letters/{letter.pk}", enter_as("coordinator")
    assert "has not approved this title and text" in client.post(f"{here}/move", {"to": "open"}).content.decode()
    said = {"organisation": "Zenda Union", "person": "Rupert H., director", "on": "2026-05-01"}
    assert client.post(f"{here}/approval", {**said, "on": "yesterday"}).status_code == 400
    assert "has not come yet" in client.post(f"{here}/approval", {**said, "on": "2999-05-01"}).content.decode()
    assert client.post(f"{here}/approval", said).status_code == 302
    kept = Approval.objects.get()
    assert (kept.organisation, kept.person, kept.on, kept.by is not None) == (*list(said.values())[:2],
                                                                              date(2026, 5, 1), True)  # fmt: skip
    # of another title or text it is none
    writing.edit(letter=letter, edition=1, fields={"title": "On Strelsau"})
    letter.refresh_from_db()
    with pytest.raises(NotNow, match="has not approved"):
        writing.move(letter=letter, to="open")
    approve(letter=letter, organisation="Zenda Union", person="Rupert H.", on=date(2026, 5, 2), by=None)
    writing.move(letter=letter, to="comments")
    writing.write(letter=letter, text="Act soon.", translations={}, by=None, after=1)
    writing.move(letter=letter, to="frozen")
    with pytest.raises(NotNow, match="has not approved"):
        writing.move(letter=letter, to="open")
    approve(letter=letter, organisation="Zenda Union", person="Rupert H.", on=date(2026, 5, 3), by=None)
    writing.move(letter=letter, to="open")
    assert letter.opened == 2


def test_an_invitation_is_declined_by_a_button_and_by_nothing_else(
    enter_as: Enter, anyone: Client, letter: Letter, sent: list[EmailMessage]
) -> None:
    ask(letter, [("Zenda Mothers", "office@zenda.example"), ("Strelsau Watch", "mail@strelsau.example")])
    row = Asked.objects.get(email="office@zenda.example")
    link = f"/sign/decline/{link_of(row, DECLINE)}"
    for _ in range(10):
        assert anyone.get(link).status_code == 200
        assert anyone.head(link).status_code == 200
    assert not Asked.objects.exclude(declined=None)
    assert anyone.get(link[:-1] + ("A" if link[-1] != "A" else "B")).status_code == 404
    assert anyone.post(link, {"act": "decline"}).status_code == 302
    here = f"/c/ruritania/letters/{letter.pk}/asking"
    coordinator = enter_as("coordinator")
    assert "2 asked · 0 have signed · 1 declined" in words_of(coordinator, here)
    coordinator.post(f"{here}/remind")
    assert list(Asked.objects.order_by("email").values_list("email", "reminded")) == [
        ("mail@strelsau.example", 1), ("office@zenda.example", 0),
    ]  # fmt: skip
    anyone.post(link, {"act": "open"})
    assert not Asked.objects.exclude(declined=None)


def test_the_press_version_says_when_and_whom_to_call(
    enter_as: Enter, anyone: Client, letter: Letter, coordinator: Person
) -> None:
    fields = {"embargo": timezone.now() + timedelta(days=2), "contacts": ["Anna, public@zenda.example"],
              "press_contacts": ["Rupert, +41 22 000"]}  # fmt: skip
    writing.edit(letter=letter, edition=1, fields=fields)
    made = signing.ask(letter=letter, given=Given("Hentzau House", "a@hentzau.example"), network="")
    assert made is not None
    signing.vouch(signature=made, by=coordinator, reason="known")
    here, reader = f"/c/ruritania/letters/{letter.pk}/press", enter_as("reader")
    for words in (words_of(reader, here), document_words(reader.get(f"{here}.docx").content)):
        for said in ("until", "The Council should act.", "1 organisation", "Hentzau House", "Rupert, +41 22 000",
                     "public@zenda.example"):  # fmt: skip
            assert said in words
    assert anyone.get(f"/letters/{letter.address}").status_code == 404
    Letter.objects.update(embargo=None)
    assert "For immediate release" in words_of(reader, here)
    assert "+41 22 000" not in words_of(anyone, f"/letters/{letter.address}")


def document_words(contents: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(contents)) as made:
        return made.read("word/document.xml").decode()


def test_earlier_versions_are_public_and_drafts_are_not(anyone: Client, draft: Letter, coordinator: Person) -> None:
    writing.write(letter=draft, text="Act at last.", translations={}, by=None, after=1)
    for step in ("frozen", "open"):
        writing.move(letter=draft, to=step)
    page = f"/letters/{draft.address}"
    assert f"{page}/versions" not in anyone.get(page).content.decode()
    made = signing.ask(letter=draft, given=Given("Hentzau House", "a@hentzau.example"), network="")
    assert made is not None
    signing.vouch(signature=made, by=coordinator, reason="known")
    writing.write(letter=draft, text="Act now.", translations={}, by=None, after=2)
    assert "Act now" not in words_of(anyone, f"{page}/versions")  # until those who signed agree
    writing.write(letter=draft, text="Act never.", translations={}, by=None, after=3)
    writing.write(letter=draft, text="Act now.", translations={}, by=None, after=4)
    signing.consent(signature=made)
    assert f"{page}/versions" in anyone.get(page).content.decode()
    told = anyone.get(f"{page}/versions").content.decode()
    assert "<ins>Act now.</ins>" in told and "<del>Act at last.</del>" in told
    assert "Act never." not in told  # proposed, and agreed to by nobody
    assert "The Council should act." not in told
