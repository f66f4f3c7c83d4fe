"""Getting in, in Chromium: with a passkey of a virtual authenticator, with an app, without scripts, by keyboard."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from axe_for_tests import PHONE, troubles, troubles_in_both_schemes
from django.utils import timezone
from people_for_tests import member
from playwright.sync_api import Browser, Page, expect

from item6.web.people.models import Coalition, Invitation, Membership, Person
from item6.web.signin import invitations

pytestmark = [pytest.mark.full, pytest.mark.usefixtures("quick_passwords", "sent")]
ON_SQLITE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
"""No page differs with the database, and what lies below them is tried on both by tests without a browser. One journey
with a passkey, whose key is bytes and JSON, goes through both here."""

PASSWORD = "a password of hers"
TOKEN = "a-token-of-the-mail"
AUTHENTICATOR = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


@dataclass
class Window:
    """A page of a browser of its own; what it asked of other sites, and complained of."""

    page: Page
    site: str
    foreign: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        self.page.goto(self.site + path)
        return self.page

    @property
    def path(self) -> str:
        return self.page.url.removeprefix(self.site)

    def authenticator(self) -> Any:
        """A virtual authenticator, which answers at once; the session to speak to it with."""
        session = self.page.context.new_cdp_session(self.page)
        session.send("WebAuthn.enable")
        session.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
        return session


Windows = Callable[..., Window]


@pytest.fixture
def window(chromium: Browser, live: str) -> Iterator[Windows]:
    """Opens browsers; at the end none has asked anything of other sites, or complained of the policy."""
    opened = []

    def window(**options: Any) -> Window:
        context = chromium.new_context(**options)
        made = Window(context.new_page(), live)
        made.page.on("request", lambda one: None if one.url.startswith(live) else made.foreign.append(one.url))
        made.page.on("console", lambda one: made.complaints.append(one.text) if one.type == "error" else None)
        made.page.on("pageerror", lambda one: made.complaints.append(str(one)))
        opened.append((context, made))
        return made

    yield window
    for context, made in opened:
        context.close()
        assert made.foreign == []
        assert [each for each in made.complaints if "Failed to load resource" not in each] == []


@pytest.fixture
def invited(coalition: Coalition) -> Invitation:
    return Invitation.objects.create(
        coalition=coalition, email="bea@example.org", role="reader", token=invitations.hashed(TOKEN),
        until=timezone.now() + timedelta(days=7),
    )  # fmt: skip


def code_of(secret: str, steps: int = 0) -> str:
    return format_hotp_value(hotp_value(secret.replace(" ", ""), int(time.time()) // 30 + steps))


def with_password(coalition: Coalition, **fields: Any) -> Person:
    made = member(coalition, "reader", email="ann@example.org", name="Ann", **fields)
    made.set_password(PASSWORD)
    made.save()
    return made


def give_password(page: Page) -> None:
    page.get_by_label("E-mail address").fill("ann@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def test_invited_with_a_passkey_and_back_by_passkey(window: Windows, invited: Invitation, coalition: Coalition) -> None:
    here = window()
    here.authenticator()
    page = here.open(f"/invitation/{TOKEN}")
    page.get_by_label("Your name").fill("Bea")
    page.get_by_role("button", name="Join with a passkey").click()
    page.get_by_role("button", name="Make the passkey").click()
    page.wait_for_url("**/second-factor/codes")
    assert len(page.locator(".codes li").all()) == 10
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save as text").click()
    assert saved.value.suggested_filename == "item6-recovery-codes.txt"
    page.get_by_role("link", name="go on").click()
    assert here.path == f"/c/{coalition.slug}"
    page.get_by_role("link", name="Sign out").click()
    page.get_by_role("button", name="Sign out").click()
    here.open("/r/XRU-2?x=1")
    assert here.path.startswith("/sign-in?next=")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url("**/r/XRU-2?x=1")
    expect(page.locator("h1")).to_contain_text("Ruritania")


@ON_SQLITE
def test_passkey_after_a_password_and_codes_when_it_is_lost(window: Windows, coalition: Coalition) -> None:
    with_password(coalition, second_factor=False)
    here = window()
    here.authenticator()
    page = here.open("/sign-in")
    give_password(page)
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("Sign in with it alone").uncheck()
    page.get_by_role("button", name="Make the passkey").click()
    page.wait_for_url("**/second-factor/codes")
    codes = page.locator(".codes code").all_inner_texts()
    here.open("/sign-out")
    page.get_by_role("button", name="Sign out").click()
    give_password(page)
    page.get_by_role("button", name="Use your passkey").click()
    page.wait_for_url(here.site + "/")
    lost = window()
    page = lost.open("/sign-in")
    give_password(page)
    page.get_by_label("Code").fill(codes[3])
    page.get_by_role("button", name="Go on").click()
    page.wait_for_url(lost.site + "/")


@ON_SQLITE
def test_a_passkey_that_does_not_answer_is_said_in_words(window: Windows, coalition: Coalition) -> None:
    here = window()
    session = here.authenticator()
    page = here.open("/sign-in")
    page.get_by_role("button", name="Sign in with a passkey").wait_for()
    session.send("WebAuthn.disable")
    refused = "Promise.reject(new DOMException('no', 'NotAllowedError'))"
    page.evaluate(f"() => {{ navigator.credentials.get = () => {refused} }}")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.locator("#passkey-trouble")).to_be_visible()
    expect(page.locator("#passkey-trouble")).to_be_focused()


@ON_SQLITE
def test_password_and_app_without_scripts(window: Windows, invited: Invitation) -> None:
    here = window(java_script_enabled=False)
    page = here.open(f"/invitation/{TOKEN}")
    page.get_by_label("Your name").fill("Bea")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Join with this password").click()
    page.get_by_role("link", name="Add an app").click()
    page.wait_for_load_state()
    shown = page.locator("img.code-picture")
    assert shown.evaluate("image => image.complete && image.naturalWidth > 100")
    secret = page.locator("code").inner_text()
    page.get_by_label("Code").fill(code_of(secret))
    page.get_by_role("button", name="Add the app").click()
    assert here.path == "/second-factor/codes"
    here.open("/sign-out")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("button", name="Sign in with a passkey")).to_be_hidden()
    page.get_by_label("E-mail address").fill("bea@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_label("Code").fill(code_of(secret, 1))
    page.get_by_role("button", name="Go on").click()
    assert here.path == "/"


@ON_SQLITE
def test_by_keyboard_alone(window: Windows, coalition: Coalition) -> None:
    with_password(coalition, second_factor=False)
    here = window()
    here.authenticator()
    page = here.open("/sign-in")
    press = page.keyboard.press

    def to(name: str) -> None:
        """Tabs on to what has a name, as somebody does who sees where they are."""
        for _ in range(40):
            press("Tab")
            focused = "e => (e.labels?.[0]?.innerText || e.innerText || '').trim()"
            if page.evaluate(f"({focused})(document.activeElement)").startswith(name):
                return
        pytest.fail(f"{name} is not reached by keyboard")

    to("E-mail address")
    page.keyboard.type("ann@example.org")
    to("Password")
    page.keyboard.type(PASSWORD)
    press("Enter")
    page.wait_for_url("**/second-factor")
    to("Add a passkey")
    press("Enter")
    page.wait_for_url("**/passkey/add")
    to("Make the passkey")
    press("Enter")
    page.wait_for_url("**/second-factor/codes")
    to("I have kept them")
    press("Enter")
    page.wait_for_url(f"{here.site}/c/{coalition.slug}")
    to("Sign out")
    press("Enter")
    page.wait_for_url("**/sign-out")
    to("Sign out")
    press("Enter")
    page.wait_for_url("**/sign-in")
    to("Sign in with a passkey")
    press("Enter")
    page.wait_for_url(here.site + "/")


@ON_SQLITE
def test_a_role_that_changes_is_seen_at_once(window: Windows, invited: Invitation, coalition: Coalition) -> None:
    here = window()
    here.authenticator()
    page = here.open(f"/invitation/{TOKEN}")
    page.get_by_label("Your name").fill("Bea")
    page.get_by_role("button", name="Join with a passkey").click()
    page.get_by_role("button", name="Make the passkey").click()
    page.wait_for_url("**/second-factor/codes")
    found = []
    for role in ("reader", "guest", "editor"):
        Membership.objects.update(role=role)
        here.open("/statements")
        found.append(page.locator("h1").inner_text())
        here.open("/add")
        found.append(page.locator("h1").inner_text())
    refused = "Your role does not open this page"
    assert found == ["Kept statements", refused, refused, refused, "Kept statements", "Add documents"]
    Membership.objects.all().delete()
    here.open("/statements")
    assert here.path == "/nowhere"


@ON_SQLITE
def test_sessions_are_ended_from_another_browser(window: Windows, coalition: Coalition) -> None:
    with_password(coalition, second_factor=False)
    here, there = window(), window(**PHONE)
    for each in (here, there):
        give_password(each.open("/sign-in"))
        each.page.wait_for_url("**/second-factor")
    page = here.open("/account")
    expect(page.get_by_text("this browser")).to_have_count(1)
    page.get_by_role("button", name="End all others").click()
    there.open("/account")
    assert there.path.startswith("/sign-in")
    here.open("/account")
    assert here.path == "/account"


OUTSIDE = ("/sign-in", "/password/forgotten", "/password/sent", "/password/new/x/y", "/password/set",
           f"/invitation/{TOKEN}", "/invitation/unknown")  # fmt: skip
INSIDE = (
    "/account", "/coalitions", "/sign-out", "/second-factor", "/second-factor/passkey/add", "/second-factor/app/add",
    "/second-factor/codes", "/second-factor/codes/new", "/second-factor/app/remove", "/account/password",
    "/account/address", "/account/address/no-such-token-is-known-here", "/confirm/password", "/confirm/code",
    "/nowhere",
)  # fmt: skip
LOOKS = {
    "desk": {"viewport": {"width": 1280, "height": 800}},  # in the light and in the dark
    "phone": PHONE,
    "arabic": {"locale": "ar", **PHONE},
}


@ON_SQLITE
@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing(window: Windows, invited: Invitation, coalition: Coalition, look: str) -> None:
    with_password(coalition)
    here, found = window(**LOOKS[look]), []
    page = here.page
    direction, look_at = "rtl" if look == "arabic" else "ltr", troubles_in_both_schemes if look == "desk" else troubles

    def found_in(page: Page) -> list[str]:
        return [f"{page.url} {each}" for each in look_at(page)]

    for path in OUTSIDE:
        here.open(path)
        found += found_in(page)
        assert page.evaluate("getComputedStyle(document.body).direction") == direction
    page = here.open("/sign-in")
    page.locator("#id_login").fill("ann@example.org")
    page.locator("#id_password").fill("wrong")
    page.locator("#id_password").press("Enter")
    page.wait_for_selector("[role=alert]:not([hidden])")
    found += found_in(page)
    page.locator("#id_password").fill(PASSWORD)
    page.locator("#id_password").press("Enter")
    page.wait_for_url("**/sign-in/second-factor")
    found += found_in(page)
    page.locator("#id_code").fill(code_of("JBSWY3DPEHPK3PXP"))
    page.locator("#id_code").press("Enter")
    page.wait_for_url(here.site + "/")
    for path in INSIDE:
        here.open(path)
        if "app/add" not in path:  # who has an app is led to its page
            assert here.path == path
        found += found_in(page)
        assert page.evaluate("getComputedStyle(document.body).direction") == direction
        assert len(page.content()) < 100_000
    assert found == []


@ON_SQLITE
def test_text_runs_from_right_to_left_on_the_pages_of_the_door(window: Windows, coalition: Coalition) -> None:
    page = window(locale="ar").open("/sign-in")
    label, button = page.locator("label[for=id_login]"), page.locator(".asking button")
    width = page.viewport_size
    box = button.bounding_box()
    assert width and box
    assert page.locator("html").get_attribute("lang") == "ar"
    assert box["x"] > width["width"] / 2  # buttons stand where reading begins
    assert re.match("rtl", label.evaluate("e => getComputedStyle(e).direction"))
