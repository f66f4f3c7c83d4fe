"""Pages of people and coalitions in other languages: nothing that nobody translated, the choice on every page."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client
from foreign_words import latin
from pages import page_of

Enter = Callable[..., Client]

OUTSIDE = ("/sign-in", "/password/forgotten", "/password/sent", "/no-such-page")
# the log, and the columns of a spreadsheet, are left out: they show names that programs know things by
INSIDE = (
    "/account", "/account/password", "/account/address", "/account/keys", "/second-factor", "/coalitions", "/nowhere",
    "/c/ruritania", "/c/ruritania/members", "/c/ruritania/invitations", "/c/ruritania/decisions",
    "/c/ruritania/decisions/answer", "/c/ruritania/decisions/correct", "/c/ruritania/decisions/label",
    "/c/ruritania/decisions/totals", "/c/ruritania/leave", "/c/ruritania/organisations",
    "/c/ruritania/organisations/new", "/c/ruritania/organisations/alike",
    "/c/ruritania/letters", "/c/ruritania/letters/new", "/", "/r/XRU-2", "/sign-out",
)  # fmt: skip


def in_arabic(client: Client, path: str) -> bytes:
    answer = client.get(path, headers={"accept-language": "ar"}, follow=True)
    assert b'<html lang="ar" dir="rtl">' in answer.content
    return answer.content


@pytest.mark.parametrize("path", OUTSIDE)
def test_pages_before_the_door_are_in_arabic(anyone: Client, path: str) -> None:
    assert latin(in_arabic(anyone, path)) == []


def test_pages_behind_the_door_are_in_arabic(enter_as: Enter) -> None:
    owner = enter_as("owner", name="شخص", email="1@2.3")
    named = re.compile(rb"Coalition for Ruritania|Europe/Zurich|Death penalty, Justice|fr: Cercle ruritanien|"
                       rb"example\.org|Aegis|FreeOTP")  # fmt: skip  # names, and examples of what is typed
    found = {path: words for path in INSIDE if (words := latin(named.sub(b"", in_arabic(owner, path))))}
    assert found == {}


def test_every_page_has_the_choice(enter_as: Enter, anyone: Client) -> None:
    owner = enter_as("owner")
    for client, path in [(anyone, "/sign-in"), *((owner, path) for path in INSIDE)]:
        page = page_of(client.get(path, follow=True).content)
        assert [held["value"] for tag, held in page.elements if held.get("name") == "language" and tag == "button"] == [
            "en", "fr", "es", "ar",
        ], path  # fmt: skip


def test_who_is_not_signed_in_can_choose(anyone: Client) -> None:
    assert anyone.post("/language", {"language": "ar"}).status_code == 302
    assert b'<html lang="ar" dir="rtl">' in anyone.get("/sign-in").content


def test_what_is_chosen_in_a_browser_comes_before_the_account_until_the_account_is_changed(enter_as: Enter) -> None:
    reader = enter_as("reader", language="fr", name="Ann")
    assert b'<html lang="fr"' in reader.get("/keys").content
    reader.post("/language", {"language": "ar"})
    assert b'<html lang="ar"' in reader.get("/keys").content
    reader.post("/account", {"name": "Anne", "language": "fr", "time_zone": ""})
    assert b'<html lang="ar"' in reader.get("/keys").content
    reader.post("/account", {"name": "Anne", "language": "es", "time_zone": ""})
    assert b'<html lang="es"' in reader.get("/keys").content
