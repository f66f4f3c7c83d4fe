"""Signing in and out, second factors, forgotten passwords: what the pages answer."""

from __future__ import annotations

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail
from django.test import Client
from people_for_tests import member, person

from item6.web.audit.models import Entry
from item6.web.people.keeping import NotDone
from item6.web.people.models import Coalition, Membership, Person, Session
from item6.web.people.sessions import SessionStore, hashed
from item6.web.signin import limits
from item6.web.signin.devices import device_of
from item6.web.signin.sealing import seal, unseal
from item6.web.signin.starting_over import start_over

pytestmark = pytest.mark.usefixtures("quick_passwords", "sent")

PASSWORD = "a password of hers"
SECRET = "JBSWY3DPEHPK3PXP"
AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


def code(at: int = 0) -> str:
    """The code of the app, so many half minutes from now."""
    return format_hotp_value(hotp_value(SECRET, int(time.time()) // 30 + at))


@pytest.fixture
def ann(coalition: Coalition) -> Person:
    """A reader with a password and an app."""
    made = member(coalition, "reader", email="ann@example.org", name="Ann")
    made.set_password(PASSWORD)
    made.save()
    return made


def browser() -> Client:
    return Client(headers={"host": "127.0.0.1", "user-agent": AGENT})


def pass_password(client: Client, email: str = "ann@example.org", then: str = "") -> str:
    """Gives the password; where it leads."""
    answer = client.post("/sign-in", {"login": email, "password": PASSWORD, "next": then})
    return str(answer.headers.get("Location", answer.status_code))


def get_in(client: Client) -> None:
    pass_password(client)
    assert client.post("/sign-in/second-factor", {"code": code()}).status_code == 302


def test_a_password_alone_opens_nothing(ann: Person) -> None:
    client = browser()
    assert pass_password(client) == "/sign-in/second-factor"
    for path in ("/", "/statements", "/account", "/second-factor/codes"):
        assert client.get(path).headers["Location"].startswith("/sign-in?next=")


def test_password_and_code_open_the_door(ann: Person) -> None:
    client = browser()
    assert pass_password(client, then="/r/XRU-2") == "/sign-in/second-factor"
    answer = client.post("/sign-in/second-factor", {"code": code()})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/r/XRU-2")
    assert client.get("/r/XRU-2").status_code == 200
    noted = Entry.objects.filter(did="entered")
    assert list(noted.values_list("did", "what", "person")) == [("entered", "signed-in", ann.pk)]


def test_the_address_is_compared_folded(ann: Person) -> None:
    assert pass_password(browser(), " Ann@Example.ORG ") == "/sign-in/second-factor"


def test_a_code_serves_once(ann: Person) -> None:
    now = code()
    first, second = browser(), browser()
    pass_password(first)
    assert first.post("/sign-in/second-factor", {"code": now}).status_code == 302
    pass_password(second)
    assert second.post("/sign-in/second-factor", {"code": now}).status_code == 200


def test_codes_are_limited_and_the_known_browser_is_not_kept_out(ann: Person) -> None:
    known = browser()
    get_in(known)
    known.post("/sign-out")
    other = browser()
    pass_password(other)
    wrong = [other.post("/sign-in/second-factor", {"code": "000000"}).status_code for _ in range(limits.CODE.size + 2)]
    assert wrong == [200] * limits.CODE.size + [429] * 2
    pass_password(known)
    assert known.post("/sign-in/second-factor", {"code": code(1)}).status_code == 302


def test_wrong_password_and_unknown_address_are_answered_the_same(ann: Person) -> None:
    def answer(email: str) -> tuple[int, str]:
        page = browser().post("/sign-in", {"login": email, "password": "a wrong password"})
        return page.status_code, re.sub(r'value="\w{64}"', "", page.content.decode().replace(email, ""))

    assert answer("ann@example.org") == answer("bob@example.org")
    Person.objects.filter(pk=ann.pk).update(is_active=False)
    closed = browser().post("/sign-in", {"login": "ann@example.org", "password": PASSWORD})
    assert (
        closed.status_code,
        re.sub(r'value="\w{64}"', "", closed.content.decode().replace("ann@example.org", "")),
    ) == answer("bob@example.org")


def test_a_password_is_hashed_once_whoever_is_asked_for(ann: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """The time that an answer takes says nothing: each makes one hash."""
    from django.contrib.auth import hashers

    made: list[str] = []
    real = hashers.MD5PasswordHasher.encode
    monkeypatch.setattr(hashers.MD5PasswordHasher, "encode", lambda *given: made.append("") or real(*given))
    person(email="passkey@example.org", second_factor=False)
    Person.objects.filter(email="passkey@example.org").update(password="!none")
    counts = []
    for email in ("ann@example.org", "nobody@example.org", "passkey@example.org"):
        made.clear()
        browser().post("/sign-in", {"login": email, "password": "wrong"})
        counts.append(len(made))
    assert counts == [1, 1, 1]


@pytest.mark.parametrize(
    "elsewhere",
    ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "http://127.0.0.1/r"],
)
def test_one_is_sent_to_paths_of_this_server_only(ann: Person, elsewhere: str) -> None:
    client = browser()
    pass_password(client, then=elsewhere)
    assert client.post("/sign-in/second-factor", {"code": code()}).headers["Location"] == "/"


def test_the_key_of_the_session_changes_at_every_step(ann: Person) -> None:
    client = browser()
    client.get("/sign-in/passkey")  # begins a session that nobody is signed in to
    planted = client.cookies["item6-session"].value
    get_in(client)
    kept = client.cookies["item6-session"].value
    assert kept != planted
    assert not Session.objects.filter(session_key=hashed(planted)).exists()
    thief = browser()
    thief.cookies["item6-session"] = planted
    assert thief.get("/r/XRU-2").status_code == 302


def test_signing_out_takes_a_button_and_ends_the_session(ann: Person) -> None:
    client = browser()
    get_in(client)
    assert client.get("/sign-out").status_code == 200
    assert client.get("/account").status_code == 200
    assert client.post("/sign-out").headers["Location"] == "/sign-in"
    assert Session.objects.filter(person=ann).count() == 0


def test_nobody_signs_up(ann: Person) -> None:
    assert browser().get("/signup").status_code == 404
    from item6.web.signin.adapter import Accounts

    assert Accounts().is_open_for_signup(None) is False  # type: ignore[arg-type]  # asks nothing of the request


@pytest.mark.parametrize(
    "sent", ["", "null", "[]", "7", '"x"', "{}", '{"response":{"userHandle":"!"}}', "{", '{"id":1,"response":[]}']
)
def test_what_is_no_passkey_is_not_accepted(ann: Person, sent: str) -> None:
    client = browser()
    client.get("/sign-in/passkey")
    answer = client.post("/sign-in/passkey", {"credential": sent})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/sign-in")
    assert client.get("/account").status_code == 302


# forgotten passwords


def link_of(text: str) -> str:
    """The path of the link in a mail."""
    return next(each for each in re.findall(r"https?://[^/\s]+(/\S+)", text) if "/new/" in each or "/address/" in each)


def test_a_forgotten_password_is_replaced_by_mail(ann: Person) -> None:
    signed_in = browser()
    get_in(signed_in)
    client = browser()
    assert client.post("/password/forgotten", {"email": "ANN@example.org"}).headers["Location"] == "/password/sent"
    path = link_of(mail.outbox[0].body)
    assert client.get(path).status_code == 200
    assert client.post(path, {"password": "short"}).status_code == 200
    assert client.post(path, {"password": "another password"}).headers["Location"] == "/password/set"
    assert client.get(path).status_code == 410
    assert signed_in.get("/account").status_code == 302  # all sessions have ended
    assert client.get("/account").status_code == 302  # and nobody is in by the link
    answer = client.post("/sign-in", {"login": "ann@example.org", "password": "another password"})
    assert answer.headers["Location"] == "/sign-in/second-factor"
    assert [one.to for one in mail.outbox] == [["ann@example.org"]] * 2


def test_asking_for_a_password_tells_nothing(ann: Person) -> None:
    known, unknown = (
        browser().post("/password/forgotten", {"email": each}) for each in ("ann@example.org", "no@example.org")
    )
    assert (known.status_code, known.headers["Location"]) == (unknown.status_code, unknown.headers["Location"])
    assert len(mail.outbox) == 1


def test_a_mailbox_is_not_filled_and_a_link_always_works(ann: Person) -> None:
    client = browser()
    for _ in range(10):
        assert client.post("/password/forgotten", {"email": "ann@example.org"}).status_code == 302
    assert len(mail.outbox) == limits.MAIL.size
    assert client.get(link_of(mail.outbox[0].body)).status_code == 200


def test_the_browser_of_the_link_is_known_while_others_guess(ann: Person) -> None:
    attacker = browser()
    for each in range(limits.ACCOUNT.size):
        attacker.post("/sign-in", {"login": "ann@example.org", "password": "wrong"}, REMOTE_ADDR=f"10.0.{each}.1")
    client = browser()
    assert pass_password(client) == "429"
    client.post("/password/forgotten", {"email": "ann@example.org"})
    client.post(link_of(mail.outbox[0].body), {"password": PASSWORD})
    assert pass_password(client) == "/sign-in/second-factor"


def test_who_lost_factor_and_codes_starts_over_by_mail(ann: Person, coalition: Coalition) -> None:
    signed_in = browser()
    get_in(signed_in)
    start_over("Ann@example.org")
    assert signed_in.get("/account").status_code == 302
    assert not Authenticator.objects.filter(user=ann).exists()
    assert Entry.objects.filter(what="factor-removed", person=ann, coalition=coalition).count() == 1
    client = browser()
    assert pass_password(client) == "200"  # the old password is none any more
    client.post("/password/forgotten", {"email": "ann@example.org"})
    client.post(link_of(mail.outbox[-1].body), {"password": PASSWORD})
    pass_password(client)
    assert client.get("/c/ruritania").headers["Location"].startswith("/second-factor")
    assert Membership.objects.get(person=ann).role == "reader"
    with pytest.raises(NotDone, match="nobody has an account"):
        start_over("nobody@example.org")


@pytest.mark.parametrize(
    "path", ["/password/new/x/y", "/password/new/LTE/y-z", "/password/new/OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5/y"]
)
def test_a_link_that_is_none(ann: Person, path: str) -> None:
    assert browser().get(path).status_code == 410


# second factors


def test_whoever_has_none_is_led_to_one(coalition: Coalition) -> None:
    made = member(coalition, "reader", second_factor=False, email="new@example.org")
    made.set_password(PASSWORD)
    made.save()
    client = browser()
    assert pass_password(client, "new@example.org") == "/"
    assert client.get("/", follow=True).request["PATH_INFO"] == "/second-factor"
    page = client.get("/second-factor/app/add").content.decode()
    secret = re.search(r'<code dir="ltr">([A-Z2-7 ]+)</code>', page)
    assert secret
    picture = client.get("/second-factor/app/picture.svg")
    assert (picture.headers["Content-Type"], picture.headers["Cache-Control"]) == ("image/svg+xml", "no-store")
    assert "data:" not in page
    now = format_hotp_value(hotp_value(secret[1].replace(" ", ""), int(time.time()) // 30))
    assert client.post("/second-factor/app/add", {"code": now}).headers["Location"] == "/second-factor/codes"
    shown = re.findall(r"<li><code>(\w+)</code>", client.get("/second-factor/codes").content.decode())
    assert len(shown) == 10
    saved = client.get("/second-factor/codes.txt")
    assert saved.headers["Content-Disposition"] == 'attachment; filename="item6-recovery-codes.txt"'
    assert [each for each in shown if each not in saved.content.decode()] == []
    assert client.get("/r/XRU-2").status_code == 200
    kept = Authenticator.objects.get(user=made, type="totp").data["secret"]
    assert kept.startswith("sealed:")
    assert secret[1].replace(" ", "") not in kept


def test_recovery_codes_are_shown_in_one_session_only(ann: Person) -> None:
    client, other = browser(), browser()
    get_in(client)
    assert client.post("/second-factor/codes/new").headers["Location"] == "/second-factor/codes"
    shown = re.findall(r"<li><code>(\w+)</code>", client.get("/second-factor/codes").content.decode())
    assert len(shown) == 10
    pass_password(other)
    assert other.post("/sign-in/second-factor", {"code": shown[0]}).status_code == 302
    assert re.findall(r"<li><code>(\w+)</code>", other.get("/second-factor/codes").content.decode()) == []
    assert other.get("/second-factor/codes.txt").status_code == 302
    assert len(re.findall(r"<li><code>(\w+)</code>", client.get("/second-factor/codes").content.decode())) == 9
    pass_password(client)
    third = browser()
    pass_password(third)
    assert third.post("/sign-in/second-factor", {"code": shown[0]}).status_code == 200  # it served once


def test_the_last_factor_stays(ann: Person) -> None:
    client = browser()
    get_in(client)
    client.post("/second-factor/app/remove")
    assert Authenticator.objects.filter(user=ann, type="totp").count() == 1
    Authenticator.objects.create(user=ann, type="webauthn", data={"name": "Key", "credential": {}})
    client.post("/second-factor/app/remove")
    assert Authenticator.objects.filter(user=ann, type="totp").count() == 0
    left = Authenticator.objects.get(user=ann, type="webauthn")
    assert client.post(f"/second-factor/passkey/{left.pk}/remove").status_code == 409
    assert mail.outbox[-1].to == ["ann@example.org"]


def test_factors_of_others_are_not_there(ann: Person, other: Coalition) -> None:
    theirs = Authenticator.objects.create(
        user=member(other, "owner"), type="webauthn", data={"name": "K", "credential": {}}
    )
    client = browser()
    get_in(client)
    for what in ("remove", "name"):
        assert client.post(f"/second-factor/passkey/{theirs.pk}/{what}", {"name": "mine"}).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/second-factor/app/add",
        "/second-factor/codes",
        "/second-factor/codes/new",
        "/account/password",
        "/account/address",
    ],
)
def test_pages_about_the_door_ask_again_who_it_is(ann: Person, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    client = browser()
    get_in(client)
    from allauth.account.internal.flows import reauthentication

    later = time.time() + 3600
    monkeypatch.setattr(reauthentication.time, "time", lambda: later)
    assert client.get(path).headers["Location"] == f"/confirm/password?next={path.replace('/', '%2F')}"
    sent_too = [client.post(path, {})] if path != "/second-factor/codes" else []  # which nobody changes
    assert [each.headers["Location"].partition("?")[0] for each in sent_too] == ["/confirm/password"] * len(sent_too)
    assert client.post(f"/confirm/password?next={path}", {"password": "wrong"}).status_code == 200
    assert client.post(f"/confirm/password?next={path}", {"password": PASSWORD}).headers["Location"] == path


def test_nothing_that_was_sent_lies_in_the_session_meanwhile(ann: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    client = browser()
    get_in(client)
    from allauth.account.internal.flows import reauthentication

    later = time.time() + 3600
    monkeypatch.setattr(reauthentication.time, "time", lambda: later)
    client.post("/account/password", {"present": PASSWORD, "password": "another password"})
    for row in Session.objects.all():
        assert client.cookies["item6-session"].value not in str(SessionStore().decode(row.session_data))
        assert PASSWORD not in str(SessionStore().decode(row.session_data))


# the browser's name, sealed secrets


@pytest.mark.parametrize(
    ("agent", "device"),
    [
        (AGENT, "Firefox on Linux"),
        ("Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36", "Chrome on Windows"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Windows"),
        ("Mozilla/5.0 (iPhone; CPU OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1", "Safari on iPhone"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.0 Safari/605.1.15", "Safari on Mac"),
        ("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36", "Chrome on Android"),
        ("curl/8.0", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_devices(agent: str, device: str) -> None:
    assert device_of(agent) == device


def test_a_session_names_its_browser(ann: Person) -> None:
    get_in(browser())
    assert [row.device for row in Session.objects.filter(person=ann)] == ["Firefox on Linux"]


def test_secrets_are_sealed_by_the_key_of_the_server() -> None:
    from django.test import override_settings

    sealed = seal("a secret")
    assert unseal(sealed) == "a secret"
    assert "secret" not in sealed.removeprefix("sealed:")
    with override_settings(SECRET_KEY="another"):
        assert unseal(sealed) == ""
