"""Invitations: what a link is worth, for whom, and what it tells."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from django.utils import timezone
from people_for_tests import member, person, signed_in

from item6.web.audit.models import Entry
from item6.web.people.models import Coalition, Invitation, Membership, Person
from item6.web.signin import invitations, limits

pytestmark = pytest.mark.usefixtures("quick_passwords", "sent")

TOKEN = "a-token-of-the-mail"
PATH = f"/invitation/{TOKEN}"
JOINING = {"name": "Bea", "password": "a password of hers", "way": "password"}
Invite = Callable[..., Invitation]


@pytest.fixture
def invite(coalition: Coalition) -> Invite:
    """Writes an invitation as an editor."""

    def invite(**fields: object) -> Invitation:
        made = {"coalition": coalition, "email": "bea@example.org", "role": "editor",
                "token": invitations.hashed(TOKEN), "until": timezone.now() + timedelta(days=7)} | fields  # fmt: skip
        return Invitation.objects.create(**made)

    return invite


def roles() -> list[tuple[str, str]]:
    return list(Membership.objects.order_by("pk").values_list("person__email", "role"))


def test_an_account_is_made_by_taking_an_invitation(invite: Invite, anyone: Client) -> None:
    invitation = invite(email="Bea@Example.org")
    page = anyone.get(PATH).content.decode()
    assert "Coalition for Ruritania" in page
    assert "ea@" not in page  # the address is not told to who holds the link
    assert (Person.objects.count(), roles()) == (0, [])  # looking at it takes nothing
    answer = anyone.post(PATH, JOINING)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/second-factor")
    assert roles() == [("bea@example.org", "editor")]
    invitation.refresh_from_db()
    assert invitation.taken is not None
    assert anyone.get("/account").status_code == 200
    assert anyone.get("/r/XRU-2").headers["Location"] == "/second-factor"
    assert ("entered", "invitation") in Entry.objects.values_list("did", "what")


def test_with_a_passkey_there_is_no_password(invite: Invite, anyone: Client) -> None:
    invite()
    assert (
        anyone.post(PATH, JOINING | {"way": "passkey", "password": ""}).headers["Location"]
        == "/second-factor/passkey/add"
    )
    assert not Person.objects.get().has_usable_password()
    assert anyone.get("/second-factor/passkey/add").status_code == 200


@pytest.mark.parametrize(
    "wrong", [{"name": ""}, {"password": ""}, {"password": "short"}, {"password": "bea@example.org"}]
)
def test_what_is_wrong_is_said_and_nothing_is_made(invite: Invite, anyone: Client, wrong: dict[str, str]) -> None:
    invite()
    answer = anyone.post(PATH, JOINING | wrong)
    assert answer.status_code == 200
    assert 'aria-invalid="true"' in answer.content.decode()
    assert Person.objects.count() == 0


def test_who_is_signed_in_with_its_address_gets_the_role(invite: Invite, coalition: Coalition) -> None:
    invite(email="BEA@example.org")
    client = signed_in(person(email="bea@example.org"))
    assert "Take the invitation" in client.get(PATH).content.decode()
    assert client.post(PATH).headers["Location"] == "/"
    assert roles() == [("bea@example.org", "editor")]
    assert client.get("/statements").status_code == 200


@pytest.mark.parametrize(("before", "after"), [("guest", "editor"), ("owner", "owner")])
def test_nobody_loses_a_role_by_an_invitation(invite: Invite, coalition: Coalition, before: str, after: str) -> None:
    invite()
    client = signed_in(member(coalition, before, email="bea@example.org"))
    assert client.post(PATH).status_code == 302
    assert roles() == [("bea@example.org", after)]


def test_who_is_signed_in_with_another_address_gets_nothing(invite: Invite) -> None:
    invite()
    client = signed_in(person(email="someone@example.org"))
    for answer in (client.get(PATH), client.post(PATH, JOINING)):
        assert answer.status_code == 403
        assert "bea@" not in answer.content.decode()
    assert roles() == []


def test_who_has_an_account_signs_in_first(invite: Invite, anyone: Client) -> None:
    invite()
    person(email="bea@example.org")
    page = anyone.get(PATH).content.decode()
    assert f"/sign-in?next={PATH}" in page
    assert anyone.post(PATH, JOINING).status_code == 200
    assert roles() == []


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"until": timezone.now() - timedelta(seconds=1)}, "has expired"),
        ({"withdrawn": timezone.now()}, "was withdrawn"),
        ({"taken": timezone.now()}, "was taken"),
    ],
)
def test_a_closed_one_says_so_and_nothing_else(
    invite: Invite, anyone: Client, fields: dict[str, object], said: str
) -> None:
    invite(**fields)
    for answer in (anyone.get(PATH), anyone.post(PATH, JOINING)):
        page = answer.content.decode()
        assert (answer.status_code, said in page, "Ruritania" in page, "bea@" in page) == (410, True, False, False)
    assert roles() == []


def test_that_of_a_closed_coalition_is_withdrawn(invite: Invite, anyone: Client, coalition: Coalition) -> None:
    invite()
    Coalition.objects.filter(pk=coalition.pk).update(closed=timezone.now())
    assert "was withdrawn" in anyone.get(PATH).content.decode()


def test_it_is_taken_once(invite: Invite, anyone: Client) -> None:
    invitation = invite()
    early = Invitation.objects.get(pk=invitation.pk)
    anyone.post(PATH, JOINING)
    with pytest.raises(invitations.NotOpen):
        invitations.join(early, name="Bea", password=None)
    assert Person.objects.count() == 1


def test_two_taken_at_once_make_one_account(invite: Invite, monkeypatch: pytest.MonkeyPatch) -> None:
    invitation = invite()
    person(email="bea@example.org")  # made between the look and the writing
    monkeypatch.setattr(invitations, "person_of", lambda invitation: None)
    with pytest.raises(invitations.NotOpen):
        invitations.join(invitation, name="Bea", password=None)
    assert (Person.objects.count(), roles()) == (1, [])


def test_guessing_is_limited_and_a_real_link_still_works(invite: Invite, anyone: Client) -> None:
    invite()
    statuses = [anyone.get(f"/invitation/guess-{each}").status_code for each in range(limits.INVITATION.size + 2)]
    assert statuses == [404] * limits.INVITATION.size + [429] * 2
    assert anyone.get(PATH).status_code == 200


def test_only_the_hash_is_kept(invite: Invite) -> None:
    assert re.fullmatch("[0-9a-f]{64}", invite().token)
    assert invitations.find(TOKEN) is not None
    assert invitations.find(invitations.hashed(TOKEN)) is None


def test_no_mail_goes_out_for_it(invite: Invite, anyone: Client, sent: list[EmailMessage]) -> None:
    invite()
    anyone.get(PATH)
    assert sent == []
