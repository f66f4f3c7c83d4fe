"""Keys: made and withdrawn on one's page, and what they open: what the person may at that moment, and no more."""

from __future__ import annotations

import html
import re
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from api_for_tests import BASE, Ask, key_of, program, told
from django.test import Client
from django.utils import timezone
from people_for_tests import member, person
from people_for_tests import signed_in as signed_in_before

from item6.web.api import keys
from item6.web.api.models import Key
from item6.web.audit.models import Entry
from item6.web.gate.access import RULES
from item6.web.people.models import Coalition, Membership, Person
from item6.web.people.roles import ROLES, Who
from item6.web.server import urls

PAGE = "/account/keys"
GIVEN = {"name": "notebook", "coalition": "ruritania", "days": "90"}


def signed_in(who: Person, **options: object) -> Client:
    """A browser in which somebody said just now who they are."""
    client = signed_in_before(who, **options)
    session = client.session
    session["account_authentication_methods"] = [{"method": "password", "at": time.time(), "reauthenticated": True}]
    session["account_authentication_methods_user"] = str(who.pk)
    session.save()
    return client


def secret_on(page: Any) -> str:
    """The key that a page shows."""
    found = re.search(r'id="secret">([^<]+)<', page.content.decode())
    assert found
    return html.unescape(found[1])


def test_a_key_is_made_shown_once_and_opens_the_record(coalition: Coalition) -> None:
    client = signed_in(member(coalition, "reader"))
    answer = client.post(PAGE, GIVEN)
    secret = secret_on(answer)
    assert answer.headers["Cache-Control"] == "no-store"
    assert secret not in client.get(PAGE).content.decode()
    kept = Key.objects.get()
    assert secret not in str(Key.objects.values_list())
    assert kept.secret == keys.hashed(secret)
    assert program(secret)("about").status_code == 200


def test_a_key_is_made_once_however_often_it_is_sent(coalition: Coalition) -> None:
    client = signed_in(member(coalition, "reader"))
    assert [client.post(PAGE, GIVEN).status_code for _ in range(2)] == [200, 400]
    assert Key.objects.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"name": " \t"},
        {"name": "x" * 81},
        {"days": "0"},
        {"days": "9999"},
        {"days": ""},
        {"coalition": ""},
        {"coalition": "strelsau"},
        {"coalition": "nowhere"},
    ],
)
def test_what_is_missing_is_said(coalition: Coalition, other: Coalition, wrong: dict[str, str]) -> None:
    client = signed_in(member(coalition, "reader"))
    answer = client.post(PAGE, GIVEN | wrong)
    assert (answer.status_code, Key.objects.count()) == (400, 0)
    assert 'role="alert"' in answer.content.decode()
    assert "Strelsau" not in answer.content.decode()


def test_there_is_an_end_to_keys(coalition: Coalition) -> None:
    someone = member(coalition, "reader")
    for number in range(keys.MOST):
        key_of(someone, coalition, name=f"key {number}")
    with pytest.raises(keys.NotMade, match="twenty"):
        key_of(someone, coalition, name="one more")
    Key.objects.filter(name="key 1").update(until=timezone.now())
    key_of(someone, coalition, name="one more")


def test_who_signed_in_long_ago_says_again_who_they_are(coalition: Coalition) -> None:
    client = signed_in_before(member(coalition, "reader"))
    for answer in (client.get(PAGE), client.post(PAGE, GIVEN)):
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith("/confirm/")
    assert Key.objects.count() == 0


def test_guests_make_no_keys(coalition: Coalition) -> None:
    client = signed_in(member(coalition, "guest"))
    assert client.post(PAGE, GIVEN).status_code == 400
    assert "Make the key" not in client.get(PAGE).content.decode()


def test_keys_need_a_second_factor(coalition: Coalition) -> None:
    client = signed_in(member(coalition, "owner", second_factor=False))
    for answer in (client.get(PAGE), client.post(PAGE, GIVEN)):
        assert (answer.status_code, answer.headers["Location"]) == (302, "/second-factor")
    assert Key.objects.count() == 0


def test_a_form_of_another_site_makes_no_key(coalition: Coalition) -> None:
    client = signed_in(member(coalition, "reader"), enforce_csrf_checks=True)
    assert client.post(PAGE, GIVEN).status_code == 403
    assert Key.objects.count() == 0


def test_a_withdrawn_key_opens_nothing(ask: Ask, reader: Person) -> None:
    assert ask("about").status_code == 200
    key = Key.objects.get()
    assert signed_in(reader).post(f"{PAGE}/withdraw", {"key": key.pk}).status_code == 302
    answer = ask("about")
    assert told(answer)["status"] == 401
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="item6"'
    assert "tide tables" not in signed_in(reader).get(PAGE).content.decode()


@pytest.mark.parametrize("typed", ["", "x", "-1", "1" * 30, "٣", "0"])
def test_what_is_no_key_of_mine_cannot_be_withdrawn(reader: Person, ask: Ask, typed: str) -> None:
    assert signed_in(reader).post(f"{PAGE}/withdraw", {"key": typed}).status_code == 404


def test_nobody_withdraws_or_sees_the_keys_of_others(coalition: Coalition, ask: Ask) -> None:
    stranger = signed_in(member(coalition, "owner"))
    assert stranger.post(f"{PAGE}/withdraw", {"key": Key.objects.get().pk}).status_code == 404
    assert "tide tables" not in stranger.get(PAGE).content.decode()
    assert ask("about").status_code == 200


LOST: dict[str, tuple[Callable[[Person, Coalition], object], int]] = {
    "run out": (lambda who, where: Key.objects.update(until=timezone.now() - timedelta(seconds=1)), 401),
    "no longer a member": (lambda who, where: Membership.objects.filter(person=who).delete(), 401),
    "no longer a reader": (lambda who, where: Membership.objects.filter(person=who).update(role="guest"), 403),
    "not active": (lambda who, where: Person.objects.filter(pk=who.pk).update(is_active=False), 401),
    "coalition closed": (lambda who, where: Coalition.objects.update(closed=timezone.now()), 401),
    "without a second factor": (lambda who, where: who.authenticator_set.all().delete(), 403),
    "person gone": (lambda who, where: Person.objects.filter(pk=who.pk).delete(), 401),
}


@pytest.mark.parametrize("lost", LOST)
def test_what_a_person_loses_their_keys_lose_at_once(ask: Ask, reader: Person, coalition: Coalition, lost: str) -> None:
    assert ask("reviews").status_code == 200
    change, status = LOST[lost]
    change(reader, coalition)
    for path in ("reviews", "about", "openapi.json", "recommendations?q=law"):
        assert told(ask(path))["status"] == status


@pytest.mark.parametrize("role", [*ROLES, None])
def test_roles(coalition: Coalition, other: Coalition, role: str | None) -> None:
    """Every address for programs, in every role of the coalition, and for who belongs to another one alone."""
    someone = member(coalition, role) if role else member(other, "owner")
    ask = program(key_of(someone, coalition).secret)
    expected = 401 if role is None else 200 if ROLES[role] >= Who.READER else 403
    answers = {name: ask(path).status_code for name, path in EXAMPLES.items()}
    assert answers == dict.fromkeys(EXAMPLES, expected)


def test_every_address_that_keys_open_has_an_example() -> None:
    assert {f"api-{name}" for name in EXAMPLES} == {name for name, rule in RULES.items() if rule.by_key}
    assert set(RULES) == {each.name for each in urls.urlpatterns}


EXAMPLES = {
    "openapi": "openapi.json",
    "about": "about",
    "reviews": "reviews",
    "review": "reviews/XRU-2",
    "recommendation": "reviews/XRU-2/recommendations/115.1",
    "recommendations": "recommendations?q=by:WEOG",
    "count": "count",
    "figure": "figures?ref=supported@1?unit=numbers%26stage=later%26as_of=%26scope=%23{record}",
    "state": "states/CHE",
    "documents": "documents",
    "problems": "problems",
}


@pytest.fixture(autouse=True)
def _record(home: Any) -> None:
    """The hash of the record in the examples."""
    hash = (home / "records" / "current").read_text().strip()
    EXAMPLES["figure"] = EXAMPLES["figure"].replace("{record}", hash)


def test_a_key_opens_nothing_but_what_is_for_programs(ask: Ask) -> None:
    paths = [
        "/",
        "/r/XRU-2",
        "/api/v1",
        "/statements",
        "/recommendations.csv",
        "/account/keys",
        "/second-factor",
        "/nowhere",
    ]
    assert [ask(path).status_code for path in paths] == [403] * len(paths)
    assert ask("/account/keys", "post", data=GIVEN).status_code == 403
    assert ask("/work-in", "post", data={"coalition": "ruritania"}).status_code == 403
    assert Key.objects.count() == 1


def test_where_a_key_is_sent_it_alone_counts(coalition: Coalition, reader: Person) -> None:
    client = signed_in(reader)
    assert client.get(f"{BASE}/about").status_code == 200
    for sent in ("i6_wrong", "", " ", "x", "\x00é", "i6_" + "a" * 5000):
        for scheme in ("Bearer", "bearer", "BEARER"):
            answer = client.get(f"{BASE}/about", headers={"authorization": f"{scheme} {sent}"})
            assert told(answer)["status"] == 401
    assert client.get(f"{BASE}/about", headers={"authorization": "Basic dXNlcjpwYXNz"}).status_code == 200


def test_a_key_in_the_address_opens_nothing(coalition: Coalition, reader: Person, anyone: Client) -> None:
    secret = key_of(reader, coalition).secret
    for name in ("key", "token", "access_token", "api_key"):
        assert told(anyone.get(f"{BASE}/about", {name: secret}))["status"] == 401


def test_a_key_sets_no_cookie(ask: Ask) -> None:
    assert dict(ask("about").cookies) == {}


def test_when_a_key_was_used_is_kept_to_the_hour(ask: Ask) -> None:
    assert Key.objects.get().used is None
    ask("about")
    first = Key.objects.get().used
    ask("about")
    assert first is not None
    assert Key.objects.get().used == first
    Key.objects.update(used=first - timedelta(minutes=61))
    ask("about")
    assert Key.objects.get().used > first


def test_what_is_taken_by_key_is_noted_once_in_an_hour(ask: Ask, coalition: Coalition, reader: Person) -> None:
    for _ in range(3):
        ask("reviews")
    noted = Entry.objects.filter(what="api-reviews").values_list("did", "what", "person", "coalition", "status")
    assert list(noted) == [("exported", "api-reviews", reader.pk, coalition.pk, 200)]
    Key.objects.update(used=timezone.now() - timedelta(hours=2))
    Membership.objects.update(role="guest")
    ask("reviews")
    assert noted.order_by("-id")[0] == ("refused", "api-reviews", reader.pk, coalition.pk, 403)


def test_making_and_withdrawing_are_noted_without_the_name(coalition: Coalition, other: Coalition) -> None:
    someone = member(coalition, "reader")
    Membership.objects.create(person=someone, coalition=other, role="reader")
    client = signed_in(someone)
    client.post(PAGE, GIVEN | {"coalition": other.slug})
    client.post(f"{PAGE}/withdraw", {"key": Key.objects.get().pk})
    noted = (
        Entry.objects.filter(what__startswith="key")
        .order_by("id")
        .values_list("did", "what", "person", "coalition", "object")
    )
    which = f"key {Key.objects.get().pk}"
    assert not Entry.objects.filter(what__startswith="account-keys").exists()  # each is noted once
    assert list(noted) == [
        ("changed", "key-made", someone.pk, other.pk, which),
        ("changed", "key-withdrawn", someone.pk, other.pk, which),
    ]


def test_a_person_of_no_coalition_is_told_so(coalition: Coalition) -> None:
    client = signed_in(person())
    assert told(client.get(f"{BASE}/about"))["detail"] == "You belong to no coalition."
    assert client.get(PAGE).status_code == 200
