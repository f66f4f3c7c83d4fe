"""Members of a coalition: seen, given other roles, removed, leaving. Nothing of one coalition moves another."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from people_for_tests import member, person, signed_in

from item6.web.people import members
from item6.web.people.members import Refused
from item6.web.people.models import Coalition, Membership
from item6.web.people.roles import ROLES, Who

Enter = Callable[..., Client]


def role_of(who: object, coalition: Coalition) -> str | None:
    return Membership.objects.filter(person=who, coalition=coalition).values_list("role", flat=True).first()


def test_home_of_a_coalition_says_where_one_is(coalition: Coalition, enter_as: Enter) -> None:
    page = enter_as("editor").get("/c/ruritania").content.decode()
    assert "<h1><bdi>Coalition for Ruritania</bdi></h1>" in page
    assert "You are editor here." in page
    assert "/c/ruritania/decisions" in page
    assert "/c/ruritania/members" not in page


def test_guests_are_offered_what_opens_for_them(coalition: Coalition, enter_as: Enter) -> None:
    client = enter_as("guest")
    page = client.get("/c/ruritania").content.decode()
    offered = {part.partition('"')[0] for part in page.partition("<main")[2].partition("</main")[0].split('href="')[1:]}
    assert offered == {"/", "/coalitions", "/c/ruritania/leave"}
    assert {client.get(address).status_code for address in offered} == {200}


def test_ones_coalitions_are_listed_and_changed_between(coalition: Coalition, other: Coalition) -> None:
    someone = member(coalition, "reader")
    Membership.objects.create(person=someone, coalition=other, role="guest")
    client = signed_in(someone)
    page = client.get("/coalitions").content.decode()
    assert page.count("worked in now") == 1
    assert client.get("/c/strelsau").content.decode().count("This browser works in another coalition") == 1
    client.post("/work-in", {"coalition": "strelsau"})
    assert "This browser works in another coalition" not in client.get("/c/strelsau").content.decode()


def test_who_belongs_to_none_is_told_how_to_come_in(coalition: Coalition) -> None:
    page = signed_in(person()).get("/coalitions").content.decode()
    assert "You belong to no coalition yet." in page
    assert coalition.name not in page


def test_members_of_others_are_not_named(coalition: Coalition, other: Coalition, enter_as: Enter) -> None:
    member(other, "owner", name="Rupert of Hentzau", email="rupert@example.net")
    mine = member(coalition, "reader", name="Rose", second_factor=False)
    client = enter_as("coordinator")
    page = client.get("/c/ruritania/members").content.decode()
    assert "Rose" in page
    assert "not yet: nothing opens for them" in page
    assert "Rupert" not in page
    assert client.get(f"/c/strelsau/members/{mine.pk}").status_code == 404


CHANGES = [
    ("coordinator", "reader", "editor", 302),
    ("coordinator", "editor", "guest", 302),
    ("coordinator", "reader", "coordinator", 409),
    ("coordinator", "reader", "owner", 409),
    ("coordinator", "coordinator", "reader", 403),
    ("coordinator", "owner", "reader", 403),
    ("owner", "reader", "owner", 302),
    ("owner", "owner", "guest", 302),
    ("owner", "reader", "keeper", 409),
    ("owner", "reader", "", 409),
    ("editor", "reader", "guest", 403),
]


@pytest.mark.parametrize(("by", "was", "role", "status"), CHANGES)
def test_roles_are_changed_as_far_as_a_hand_reaches(
    coalition: Coalition, enter_as: Enter, by: str, was: str, role: str, status: int
) -> None:
    someone = member(coalition, was)
    answer = enter_as(by).post(f"/c/ruritania/members/{someone.pk}", {"role": role, "was": was})
    assert (answer.status_code, role_of(someone, coalition)) == (status, role if status == 302 else was)


def test_a_change_holds_from_the_next_request_on(coalition: Coalition, enter_as: Enter) -> None:
    someone = member(coalition, "reader")
    theirs = signed_in(someone)
    assert theirs.get("/statements").status_code == 200
    owner = enter_as("owner")
    owner.post(f"/c/ruritania/members/{someone.pk}", {"role": "guest", "was": "reader"})
    assert theirs.get("/statements").status_code == 403
    owner.post(f"/c/ruritania/members/{someone.pk}/remove")
    assert theirs.get("/c/ruritania").status_code == 404


def test_a_role_that_somebody_else_changed_meanwhile_is_not_overwritten(coalition: Coalition, enter_as: Enter) -> None:
    someone = member(coalition, "editor")
    answer = enter_as("owner").post(f"/c/ruritania/members/{someone.pk}", {"role": "guest", "was": "reader"})
    assert (answer.status_code, role_of(someone, coalition)) == (409, "editor")
    assert "Somebody else has changed this role meanwhile" in answer.content.decode()


def test_the_last_owner_stays(coalition: Coalition) -> None:
    last = member(coalition, "owner")
    client = signed_in(last)
    assert client.post(f"/c/ruritania/members/{last.pk}", {"role": "editor", "was": "owner"}).status_code == 409
    assert client.post(f"/c/ruritania/members/{last.pk}/remove").status_code == 409
    answer = client.post("/c/ruritania/leave")
    assert (answer.status_code, "This is the last owner" in answer.content.decode()) == (409, True)
    assert role_of(last, coalition) == "owner"


def test_an_owner_whose_account_is_closed_does_not_count(coalition: Coalition) -> None:
    member(coalition, "owner", is_active=False)
    assert signed_in(member(coalition, "owner")).post("/c/ruritania/leave").status_code == 409


def test_one_can_leave_and_the_page_of_coalitions_says_so(coalition: Coalition) -> None:
    someone = member(coalition, "guest")
    answer = signed_in(someone).post("/c/ruritania/leave", follow=True)
    assert (role_of(someone, coalition), answer.request["PATH_INFO"]) == (None, "/coalitions")


def test_somebody_of_another_coalition_is_not_there(coalition: Coalition, other: Coalition, enter_as: Enter) -> None:
    theirs = member(other, "reader")
    client = enter_as("owner")
    for address in (f"/c/ruritania/members/{theirs.pk}", f"/c/ruritania/members/{theirs.pk}/remove"):
        assert client.post(address, {"role": "guest", "was": "reader"}).status_code == 404
    assert role_of(theirs, other) == "reader"


@pytest.mark.parametrize("by", [Who.GUEST, Who.READER, Who.EDITOR])
def test_who_may_give_nothing_changes_nothing(coalition: Coalition, by: Who) -> None:
    someone = member(coalition, "guest")
    with pytest.raises(Refused, match="role"):
        members.change_role(coalition=coalition.pk, person=someone.pk, role="guest", was="guest", by=by)


def test_what_each_may_give() -> None:
    assert members.may_give(Who.COORDINATOR) == ["guest", "reader", "editor"]
    assert members.may_give(Who.OWNER) == list(ROLES)
