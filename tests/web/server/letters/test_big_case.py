"""321 organisations of 60 countries: asked, signed, reviewed, published; nothing merged by machine."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from pages import page_of
from signers_for_tests import ALL, LEAVING, PLACES, WITHHELD, Signer, signers

from item6.proofs import verify
from item6.web.letters import signing
from item6.web.letters.links import CONFIRM, MINE, link_of
from item6.web.letters.models import Letter, Signature
from item6.web.letters.signature_views import pairs
from item6.web.letters.signing import Given
from item6.web.letters.states import CONFIRMED, COUNTED, MERGED, WITHDRAWN

pytestmark = pytest.mark.full

Enter = Callable[..., Client]
_ASKED = 200


@pytest.fixture
def mails(monkeypatch: pytest.MonkeyPatch) -> list[EmailMessage]:
    """What is sent."""
    sent = list[EmailMessage]()
    monkeypatch.setattr(EmailMessage, "send", lambda self, fail_silently=False: sent.append(self) or 1)
    return sent


def sign(anyone: Client, letter: Letter, each: Signer, network: int) -> None:
    """Asked for as the form does it, from a network of its own, and confirmed by the button."""
    given = Given(each.name, each.email, place=each.code.title(), code=each.code, withheld=each.withheld)
    made = signing.ask(letter=letter, given=given, network=f"192.0.{network}.0/24")
    assert made is not None
    assert anyone.post(f"/sign/confirm/{link_of(made, CONFIRM)}").status_code == 200


def test_ask_sign_review_publish(anyone: Client, enter_as: Enter, letter: Letter, mails: list[EmailMessage]) -> None:
    every = signers()
    page = f"/c/ruritania/letters/{letter.pk}"
    coordinator = enter_as("coordinator")

    # asked by mail: these count as soon as they press the button
    lines = "\n".join(f"{each.name} <{each.email}>" for each in every[:_ASKED])
    coordinator.post(f"{page}/asking", {"lines": lines, "do": "send"})
    assert len(mails) == _ASKED
    for network, each in enumerate(every):
        sign(anyone, letter, each, network)
    assert letter.signatures.filter(state=COUNTED).count() == _ASKED

    # the others are reviewed, in bulk, with one reason
    waiting = letter.signatures.filter(state=CONFIRMED)
    while ticked := list(waiting.values_list("pk", flat=True)[:100]):
        decided = {"signature": ticked, "decision": "approve", "reason": "members of the network, called"}
        assert coordinator.post(f"{page}/signatures", decided).status_code == 302
    assert letter.signatures.filter(state=COUNTED).count() == len(every)
    assert letter.signatures.filter(state=MERGED).count() == 0

    # people say which are one: the page holds 95 % of them, and no chapter
    true = {(each.again, each.name) for each in every if each.again}
    found = {(a.name, b.name): (a, b) for _, a, b in pairs(letter)}
    assert len(true & set(found)) >= 0.95 * len(true)
    assert len(set(found) - true) <= 0.05 * len(true)
    assert f"{len(found)} pairs" in coordinator.get(f"{page}/signatures/alike").content.decode()
    rows = {each.name: each for each in letter.signatures.all()}
    for first, again in sorted(true):
        merged = {"signature": rows[again].pk, "into": rows[first].pk, "reason": "one organisation"}
        assert coordinator.post(f"{page}/signatures/alike", merged).status_code == 302

    # published, and five leave afterwards
    coordinator.post(f"{page}/publish")
    before = anyone.get(f"/letters/{letter.address}.signed.json").content
    leaving = [each.name for each in every if each.leaves]
    for name in leaving:
        anyone.post(f"/sign/mine/{link_of(rows[name], MINE)}", {"act": "withdraw"})
    letter.refresh_from_db()
    assert (letter.organisations, letter.signatures.filter(state=WITHDRAWN).count()) == (ALL, LEAVING)
    assert Signature.objects.filter(state=COUNTED).count() == ALL

    words = " ".join(page_of(anyone.get(f"/letters/{letter.address}").content).words.split())
    assert f"{ALL} organisations from {PLACES} countries and territories" in words
    assert f"{WITHHELD} signatories asked not to be named" in words
    hidden = [each.name for each in every if each.withheld]
    after = anyone.get(f"/letters/{letter.address}.signed.json").content
    told = json.loads(anyone.get(f"/letters/{letter.address}.json").content)
    shown = [each["name"] for each in told["signatories"]]
    assert len(shown) == ALL - WITHHELD
    assert set(shown) == {each.name for each in every if not (each.again or each.leaves or each.withheld)}
    assert not any(name in words for name in (*leaving, *hidden))
    assert sorted(each["name"] for each in verify(after, previous=before).names) == sorted(shown)
    assert verify(after, previous=before).problems == []
    for form, begins in {"html": b"<!", "docx": b"PK", "pdf": b"%PDF"}.items():
        assert anyone.get(f"/letters/{letter.address}.{form}").content.startswith(begins)
