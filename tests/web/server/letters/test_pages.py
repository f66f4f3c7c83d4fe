"""The pages of letters: from the first draft to the published list, and what opening a link does not do."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable

import pytest
from django.core.mail import EmailMessage
from django.test import Client

from item6.proofs import verify
from item6.web.letters import signing
from item6.web.letters.links import CONFIRM, MINE, link_of
from item6.web.letters.models import Asked, Letter, Signature
from item6.web.letters.signing import Given
from item6.web.letters.states import ASKED, COUNTED, DENIED, OPEN, WITHDRAWN
from item6.web.people.models import Coalition, Person

Enter = Callable[..., Client]
FORM = {
    "name": "Zenda Mothers",
    "place": "Zenda",
    "signer": "Anna Z.",
    "email": "office@zenda.example",
    "consent": "yes",
}


@pytest.fixture
def mails(monkeypatch: pytest.MonkeyPatch) -> list[EmailMessage]:
    """What is sent."""
    sent = list[EmailMessage]()

    def keep(self: EmailMessage, fail_silently: bool = False) -> int:
        sent.append(self)
        return 1

    monkeypatch.setattr(EmailMessage, "send", keep)
    return sent


def links(mail: EmailMessage) -> list[str]:
    return re.findall(r"https?://[^/\s]+(/\S+)", str(mail.body))


def test_from_the_first_draft_to_the_published_list(
    enter_as: Enter, anyone: Client, coalition: Coalition, mails: list[EmailMessage]
) -> None:
    editor, coordinator = enter_as("editor"), enter_as("coordinator")
    here = f"/c/{coalition.slug}/letters"
    assert "will be listed" in editor.get(here).content.decode()
    typed = {"kind": "open-letter", "title": "On Ruritania", "text": "Act *now*.", "language": "en"}
    begun = editor.post(f"{here}/new", typed | {"text-fr": "Agissez *maintenant*.", "text-es": " "})
    assert begun.status_code == 302
    letter = Letter.objects.get()
    assert letter.versions.get().translations == {"fr": "Agissez *maintenant*.\n"}  # nothing typed at first is lost
    page = begun.headers["Location"]
    assert "<em>now</em>" in editor.get(page).content.decode()
    assert anyone.get(f"/sign/{letter.address}").status_code == 404  # nothing is public yet
    assert editor.post(f"{page}/move", {"to": "frozen"}).status_code == 403
    for step in ("comments", "frozen", "open"):
        assert coordinator.post(f"{page}/move", {"to": step}).status_code == 302
    public = f"/sign/{letter.address}"
    assert "Sign this letter" in anyone.get(public).content.decode()
    assert anyone.post(public, {**FORM, "consent": ""}).status_code == 400
    assert anyone.post(public, FORM).headers["Location"] == f"{public}?sent"
    confirm, mine = links(mails[0])
    assert "Zenda" not in mails[0].subject + str(mails[0].body)  # no word of the form
    for _ in range(10):
        anyone.get(confirm)
        anyone.head(confirm)
    assert Signature.objects.get().state == ASKED
    assert "the coalition looks at it" in anyone.post(confirm).content.decode()
    waiting = coordinator.get(f"{page}/signatures").content.decode()
    assert "Zenda Mothers" in waiting
    number = Signature.objects.get().pk
    decide = {"signature": [number], "decision": "approve", "reason": ""}
    without = coordinator.post(f"{page}/signatures", decide)
    assert (
        without.status_code == 400
        and f'value="{number}" aria-label="Zenda Mothers" checked' in without.content.decode()
    )
    assert "Nothing was ticked" in coordinator.post(f"{page}/signatures", {"decision": "approve"}).content.decode()
    assert coordinator.post(f"{page}/signatures", {**decide, "reason": "called"}).status_code == 302
    shown = anyone.get(f"/letters/{letter.address}").content.decode()
    assert "1 organisation" in shown and "Zenda Mothers" in shown and "office@" not in shown and "Anna" not in shown
    coordinator.post(f"{page}/publish")
    listed = anyone.get(f"/letters/{letter.address}.signed.json").content
    assert [each["name"] for each in verify(listed).names] == ["Zenda Mothers"]
    assert "Withdraw" in anyone.get(mine).content.decode()
    assert Signature.objects.get().state == COUNTED
    anyone.post(mine, {"act": "withdraw"})
    assert Signature.objects.get().state == WITHDRAWN
    after = [
        anyone.get(f"/letters/{letter.address}{form}").content
        for form in ("", ".html", ".csv", ".json", ".signed.json")
    ]
    assert not any(b"Zenda" in each for each in after)
    assert verify(after[-1], previous=listed).problems == []


def test_who_saves_second_saves_nothing_of_text_or_fields(draft: Letter, enter_as: Enter) -> None:
    editor, page = enter_as("editor"), f"/c/ruritania/letters/{draft.pk}/edit"
    same = {"language": "en", "after": "1", "edition": str(draft.edition)}
    first = {**same, "title": "On Ruritania and Zenda", "text": "The Council should act."}
    assert editor.post(page, first).status_code == 302
    answer = editor.post(page, {**same, "title": "On Ruritania", "text": "The Council should act soon."})
    assert "Nothing of yours was saved yet" in answer.content.decode()
    assert (Letter.objects.get().title, draft.versions.count()) == ("On Ruritania and Zenda", 1)


@pytest.fixture
def signed(letter: Letter, coordinator: Person) -> Letter:
    for place, name in enumerate(("Zenda Mothers", "=Formula", "<script>alert(1)</script>", "نقابة المحامين")):
        given = Given(name=name, email=f"a{place}@{place}.example", place="Zenda", code="FRA")
        made = signing.ask(letter=letter, given=given, network="")
        assert made
        signing.vouch(signature=made, by=coordinator, reason="known")
    letter.refresh_from_db()
    return letter


@pytest.mark.parametrize("form", ["html", "docx", "pdf", "csv", "json"])
def test_files(anyone: Client, signed: Letter, form: str) -> None:
    answer = anyone.get(f"/letters/{signed.address}.{form}")
    assert answer.status_code == 200
    if form == "docx":
        assert zipfile.ZipFile(io.BytesIO(answer.content)).testzip() is None
    elif form == "pdf":
        assert answer.content.startswith(b"%PDF")
    elif form == "csv":
        assert "'=Formula" in answer.content.decode()
    elif form == "json":
        assert json.loads(answer.content)["numbers"]["organisations"] == 4
    else:
        assert "<script>" not in answer.content.decode()


def test_no_page_runs_what_a_name_says(anyone: Client, enter_as: Enter, signed: Letter) -> None:
    page = f"/c/ruritania/letters/{signed.pk}"
    for address in (f"/letters/{signed.address}", f"/sign/{signed.address}"):
        assert "<script>alert" not in anyone.get(address).content.decode()
    for address in (f"{page}/signatures?state=counted", f"{page}/signatures/alike", page, f"{page}/versions"):
        answer = enter_as("coordinator").get(address)
        assert answer.status_code == 200
        assert "<script>alert" not in answer.content.decode()


def test_the_same_form_a_hundred_times_sends_one_mail(
    anyone: Client, letter: Letter, mails: list[EmailMessage]
) -> None:
    for _ in range(30):
        assert anyone.post(f"/sign/{letter.address}", FORM).status_code == 302
    assert (len(mails), Signature.objects.count()) == (1, 1)


def test_too_many_of_a_network_look_like_success(anyone: Client, letter: Letter, mails: list[EmailMessage]) -> None:
    answers = {
        anyone.post(f"/sign/{letter.address}", {**FORM, "name": f"Fake {n}", "email": f"f{n}@bots.example"}).headers[
            "Location"
        ]
        for n in range(40)
    }
    assert answers == {f"/sign/{letter.address}?sent"}
    assert len(mails) == Signature.objects.count() == signing._MOST_OF_A_NETWORK


@pytest.mark.parametrize("purpose", ["confirm", "mine"])
def test_links_of_others_open_nothing(anyone: Client, letter: Letter, purpose: str) -> None:
    made = signing.ask(letter=letter, given=Given("Zenda Mothers", "office@zenda.example"), network="")
    assert made
    wrong = link_of(made, MINE if purpose == "confirm" else CONFIRM)
    for link in (wrong, f"{made.pk + 1}-{wrong.partition('-')[2]}"):
        assert anyone.get(f"/sign/{purpose}/{link}").status_code == 404
        assert anyone.post(f"/sign/{purpose}/{link}", {"act": "withdraw"}).status_code == 404
    assert Signature.objects.get().state == ASKED


def test_whoever_did_not_sign_says_so(anyone: Client, letter: Letter) -> None:
    made = signing.ask(letter=letter, given=Given("Zenda Mothers", "office@zenda.example"), network="")
    assert made
    anyone.post(f"/sign/mine/{link_of(made, MINE)}", {"act": "deny"})
    assert Signature.objects.get().state == DENIED
    assert "taken back" in anyone.get(f"/sign/mine/{link_of(made, MINE)}").content.decode()


def test_an_embargo_holds(anyone: Client, enter_as: Enter, letter: Letter) -> None:
    page = f"/c/ruritania/letters/{letter.pk}"
    form = {"title": "T", "text": "The Council should act.", "embargo": "2999-01-01 00:00", "after": "1",
            "edition": "1", "language": "en"}  # fmt: skip
    assert enter_as("editor").post(f"{page}/edit", form).status_code == 302
    assert anyone.get(f"/letters/{letter.address}").status_code == 404
    assert anyone.get(f"/letters/{letter.address}.json").status_code == 404


def test_two_editors_lose_nothing(enter_as: Enter, draft: Letter) -> None:
    page = f"/c/ruritania/letters/{draft.pk}/edit"
    form = {"title": "T", "text": "First.", "after": "1", "edition": "1", "language": "en"}
    assert enter_as("editor").post(page, form).status_code == 302
    second = enter_as("editor").post(page, {**form, "text": "Second."})
    assert second.status_code == 409
    words = second.content.decode()
    assert "<ins>Second.</ins>" in words and "<del>First.</del>" in words
    assert draft.versions.count() == 2


def test_asking_is_looked_at_first_and_sent_once(enter_as: Enter, letter: Letter, mails: list[EmailMessage]) -> None:
    page = f"/c/ruritania/letters/{letter.pk}/asking"
    lines = "Zenda Mothers <office@zenda.example>\nbar@strelsau.example\nnonsense\nBar <BAR@strelsau.example>\n"
    client = enter_as("coordinator")
    looked = client.post(page, {"lines": lines, "do": "look"}).content.decode()
    assert "2 mails would be sent" in looked and "nonsense" in looked
    assert (mails, Asked.objects.count()) == ([], 0)
    for _ in range(2):
        assert client.post(page, {"lines": lines, "do": "send"}).status_code == 302
    assert (len(mails), Asked.objects.count()) == (2, 2)
    made = signing.ask(letter=letter, given=Given("Zenda Mothers", "office@zenda.example"), network="")
    assert made and signing.confirm(signature=made) == COUNTED
    client.post(f"{page}/remind")
    assert [mail.to for mail in mails[2:]] == [["bar@strelsau.example"]]


def test_a_differing_figure_needs_a_reason(enter_as: Enter, draft: Letter) -> None:
    page = f"/c/ruritania/letters/{draft.pk}"
    text = "In its second review Ruritania received 999 recommendations."
    enter_as("editor").post(f"{page}/edit", {"title": "On the second review of Ruritania", "text": text, "after": "1",
                                             "edition": "1", "language": "en"})  # fmt: skip
    client = enter_as("coordinator")
    client.post(f"{page}/move", {"to": "frozen"})
    refused = client.post(f"{page}/move", {"to": "open"})
    assert (refused.status_code, "differs from the record" in refused.content.decode()) == (409, True)
    assert client.post(f"{page}/move", {"to": "open", "reason": "counted by us"}).status_code == 302
    draft.refresh_from_db()
    assert (draft.state, draft.reason) == (OPEN, "counted by us")


def test_pairs_are_for_people(enter_as: Enter, letter: Letter, coordinator: Person) -> None:
    for place, name in enumerate(
        ("Zenda Mothers", "The Mothers of Zenda", "Tibet Circle France", "Tibet Circle Kenya", "Mothers Zenda e.V.")
    ):
        made = signing.ask(letter=letter, given=Given(name, f"o@{place}.example"), network="")
        assert made
        signing.vouch(signature=made, by=coordinator, reason="known")
    page = f"/c/ruritania/letters/{letter.pk}/signatures/alike"
    client = enter_as("coordinator")
    words = client.get(page).content.decode()
    assert "1 pair" in words and "Mothers Zenda e.V." in words and "Tibet" not in words
    first, last = Signature.objects.order_by("pk").first(), Signature.objects.order_by("pk").last()
    assert first and last
    merged = {"signature": str(last.pk), "into": str(first.pk), "reason": "one"}
    assert client.post(page, {**merged, "signature": "x"}).status_code == 400
    assert client.post(page, merged).status_code == 302
    letter.refresh_from_db()
    assert letter.organisations == 4


def test_others_see_nothing_of_it(enter_as: Enter, other: Coalition, signed: Letter) -> None:
    client = enter_as("owner", other)
    page = f"/c/{other.slug}/letters/{signed.pk}"
    for address in (page, f"{page}/signatures", f"{page}/versions", f"/c/ruritania/letters/{signed.pk}"):
        assert client.get(address).status_code == 404
    assert client.post(f"{page}/signatures", {"signature": "1", "decision": "refuse", "reason": "x"}).status_code == 404
    assert Signature.objects.filter(letter=signed, state=COUNTED).count() == 4


def test_those_who_signed_another_text_are_asked(
    enter_as: Enter, anyone: Client, signed: Letter, mails: list[EmailMessage]
) -> None:
    page = f"/c/ruritania/letters/{signed.pk}"
    form = {"title": "T", "text": "The Council must act.", "after": "1", "edition": "1", "language": "en"}
    assert enter_as("editor").post(f"{page}/edit", form).status_code == 302
    client = enter_as("coordinator")
    assert "/asking/remind" in client.get(page).content.decode()
    for _ in range(2):
        client.post(f"{page}/asking/remind")
    assert len(mails) == 4  # each once in twenty minutes
    (mine,) = links(mails[0])
    assert "We agree to this text" in anyone.get(mine).content.decode()
    anyone.post(mine, {"act": "consent"})
    assert "3 signatures were given to another text" in client.get(page).content.decode()
