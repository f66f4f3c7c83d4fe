"""Invitations: made within limits, shown once, mailed, withdrawn, made anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client, override_settings
from django.utils import timezone
from people_for_tests import member, signed_in

from item6.web.people import inviting
from item6.web.people.inviting import NotInvited, invite, state_of
from item6.web.people.models import Coalition, Invitation, Membership
from item6.web.people.roles import Who
from item6.web.people.sessions import hashed

Enter = Callable[..., Client]
PAGE = "/c/ruritania/invitations"


@pytest.fixture(autouse=True)
def outbox() -> Iterator[list[mail.EmailMessage]]:
    """The mails that were sent."""
    mail.outbox = []
    server = replace(settings.SERVER, mail="smtp://127.0.0.1")
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend", SERVER=server):
        yield mail.outbox


def asking(email: str = "rose@example.net", role: str = "reader", days: str = "7") -> dict[str, str]:
    return {"email": email, "role": role, "days": days}


def test_the_link_is_shown_once_and_mailed_and_kept_as_a_hash(
    coalition: Coalition, enter_as: Enter, outbox: list[mail.EmailMessage]
) -> None:
    client = enter_as("coordinator")
    page = client.post(PAGE, asking(" Rose@Example.net ")).content.decode()
    token = page.partition("/invitation/")[2].partition("<")[0]
    made = Invitation.objects.get()
    assert (made.email, made.role, made.token, state_of(made)) == ("rose@example.net", "reader", hashed(token), "open")
    assert round((made.until - made.made) / timedelta(days=1)) == 7
    assert [each.to for each in outbox] == [["rose@example.net"]]
    assert f"/invitation/{token}" in str(outbox[0].body)
    assert token not in client.get(PAGE).content.decode()
    assert "The link goes out by mail." in page


def test_a_server_that_sends_no_mail_says_so(
    coalition: Coalition, enter_as: Enter, outbox: list[mail.EmailMessage]
) -> None:
    with override_settings(SERVER=replace(settings.SERVER, mail="")):
        page = enter_as("owner").post(PAGE, asking()).content.decode()
    assert "This server sends no mail. Hand the link over yourself." in page
    assert (Invitation.objects.count(), outbox) == (1, [])


WRONG = [
    (asking("rose"), "email"),
    (asking(""), "email"),
    (asking("a@example.net\nb@example.net"), "email"),
    (asking("x" * 250 + "@example.net"), "email"),
    (asking(role="owner"), "role"),
    (asking(role="coordinator"), "role"),
    (asking(role="keeper"), "role"),
    (asking(days="0"), "days"),
    (asking(days="31"), "days"),
    (asking(days="seven"), "days"),
    (asking(days="-1"), "days"),
]


@pytest.mark.parametrize(("typed", "field"), WRONG)
def test_what_is_wrong_is_said_at_its_field(
    coalition: Coalition, enter_as: Enter, typed: dict[str, str], field: str
) -> None:
    answer = enter_as("coordinator").post(PAGE, typed)
    assert (answer.status_code, Invitation.objects.count()) == (400, 0)
    assert f'id="{field}-trouble"' in answer.content.decode()


def test_an_owner_invites_owners(coalition: Coalition, enter_as: Enter) -> None:
    assert enter_as("owner").post(PAGE, asking(role="owner")).status_code == 200
    assert Invitation.objects.get().role == "owner"


def test_who_belongs_already_is_not_invited(coalition: Coalition, other: Coalition, enter_as: Enter) -> None:
    member(coalition, "guest", email="rose@example.net")
    assert enter_as("owner").post(PAGE, asking("ROSE@example.net")).status_code == 400
    assert enter_as("owner", other).post("/c/strelsau/invitations", asking()).status_code == 200  # says nothing of it


def test_made_anew_the_one_before_opens_nothing(coalition: Coalition, enter_as: Enter) -> None:
    client = enter_as("coordinator")
    client.post(PAGE, asking())
    client.post(PAGE, asking(role="editor"))
    assert [state_of(each) for each in Invitation.objects.order_by("pk")] == ["withdrawn", "open"]


def test_withdrawn_by_who_may_make_it(coalition: Coalition, other: Coalition, enter_as: Enter) -> None:
    owner = enter_as("owner")
    owner.post(PAGE, asking(role="owner"))
    made = Invitation.objects.get()
    address = f"{PAGE}/{made.pk}/withdraw"
    assert enter_as("coordinator").post(address).status_code == 404
    assert enter_as("owner", other).post(f"/c/strelsau/invitations/{made.pk}/withdraw").status_code == 404
    assert state_of(Invitation.objects.get()) == "open"
    assert owner.post(address).status_code == 302
    assert owner.post(address).status_code == 404
    assert state_of(Invitation.objects.get()) == "withdrawn"


def test_others_invitations_are_not_listed(coalition: Coalition, other: Coalition, enter_as: Enter) -> None:
    enter_as("owner", other).post("/c/strelsau/invitations", asking("secret@example.net"))
    assert "secret@example.net" not in enter_as("owner").get(PAGE).content.decode()


def test_states(coalition: Coalition) -> None:
    now = timezone.now()
    made = Invitation(coalition=coalition, until=now + timedelta(days=1))
    assert state_of(made) == "open"
    made.until = now
    assert state_of(made) == "over"
    made.withdrawn = now
    assert state_of(made) == "withdrawn"
    made.taken = now
    assert state_of(made) == "taken"


def test_limits_hold_who_invites_and_lock_nobody_out(
    coalition: Coalition, other: Coalition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inviting, "OF_PERSON", 3)
    monkeypatch.setattr(inviting, "OF_COALITION", 4)
    one, two = member(coalition, "owner"), member(coalition, "owner")
    Membership.objects.create(person=two, coalition=other, role="owner")

    def made(who: object, email: str, where: Coalition = coalition) -> str:
        try:
            invite(coalition=where, email=email, role="guest", days=7, person=getattr(who, "pk", None), by=Who.OWNER)
        except NotInvited as error:
            return error.reason
        return "made"

    assert [made(one, f"a{number}@example.net") for number in range(4)] == ["made", "made", "made", "many"]
    assert [made(two, f"b{number}@example.net") for number in range(2)] == ["made", "many"]
    assert made(two, "c@example.net", other) == "made"
    assert made(None, "d@example.net") == "made"  # who runs the server
    assert signed_in(one).get(PAGE).status_code == 200
    Invitation.objects.update(made=timezone.now() - timedelta(days=2))
    assert made(one, "e@example.net") == "made"


def test_one_address_is_not_written_to_without_end(coalition: Coalition, enter_as: Enter) -> None:
    client = enter_as("owner")
    assert [client.post(PAGE, asking()).status_code for _ in range(6)] == [200] * 5 + [400]
