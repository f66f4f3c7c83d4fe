"""Choosing a language: a form at the foot of every page, a cookie, no script; and the browser's wish without it."""

from __future__ import annotations

import pytest
from django.test import Client
from pages import EVERY, page_of

SITE = "http://127.0.0.1"


def language_of(client: Client, path: str = "/", **headers: str) -> str:
    ((_, held),) = [
        each for each in page_of(client.get(path, headers=headers).content).elements if each[0] == "html"
    ]  # fmt: skip
    return held["lang"]


def choose(client: Client, language: str, **headers: str) -> object:
    return client.post("/language", {"language": language}, headers=headers)


@pytest.mark.parametrize(
    ("wished", "given"),
    [
        ("", "en"),
        ("de", "en"),
        ("fr-CH, de;q=0.9", "fr"),
        ("ar-EG", "ar"),
        ("es;q=0.5, pt", "es"),
        ("zz, ar;q=0.1", "ar"),
    ],
)
def test_the_browsers_wish(client: Client, wished: str, given: str) -> None:
    assert language_of(client, **{"accept-language": wished}) == given


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar"])
def test_what_is_chosen_wins_and_stays(client: Client, language: str) -> None:
    answer = client.post("/language", {"language": language}, headers={"referer": f"{SITE}/r/XRU-2?a=1"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/r/XRU-2?a=1")
    cookie = answer.cookies["django_language"]
    assert (cookie.value, cookie["httponly"], cookie["samesite"], cookie["path"]) == (language, True, "Strict", "/")
    for path in ("/", "/r/XRU-2", "/r/XRU-2/115.1", "/recommendations", "/check", "/no-such-page"):
        assert language_of(client, path, **{"accept-language": "es"}) == language


@pytest.mark.parametrize(
    "came",
    ["", "https://elsewhere.example/r/XRU-2", "http://127.0.0.1.elsewhere.example/", "javascript:alert(1)",
     "http://127.0.0.1//elsewhere.example/path", "http://127.0.0.1/\\elsewhere.example"],
)  # fmt: skip
def test_it_leads_nowhere_else(client: Client, came: str) -> None:
    answer = client.post("/language", {"language": "fr"}, headers={"referer": came} if came else {})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")


@pytest.mark.parametrize("language", ["", "de", "EN", "../fr", "fr\nSet-Cookie: a=b"])
def test_a_language_that_there_is_not(client: Client, language: str) -> None:
    answer = client.post("/language", {"language": language})
    assert (answer.status_code, "django_language" in answer.cookies) == (404, False)


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "null", "http://127.0.0.1.elsewhere.example"])
def test_other_sites_cannot_choose(client: Client, origin: str) -> None:
    assert client.post("/language", {"language": "fr"}, headers={"origin": origin}).status_code == 404
    assert client.post("/language", {"language": "fr"}, headers={"origin": SITE}).status_code == 302


def test_who_is_outside_cannot_choose(client: Client) -> None:
    assert Client(headers={"host": "127.0.0.1"}).post("/language", {"language": "fr"}).status_code == 403


@pytest.mark.parametrize("path", [each for each in EVERY if each != "figure"])
def test_every_page_has_the_choice_in_the_languages_own_names(client: Client, path: str) -> None:
    page = page_of(client.get(path).content)
    forms = [held for tag, held in page.elements if tag == "form" and held.get("action") == "/language"]
    assert [(held["method"], bool(held["aria-label"])) for held in forms] == [("post", True)]
    buttons = [held for tag, held in page.elements if tag == "button" and held.get("name") == "language"]
    assert [(held["value"], held["lang"]) for held in buttons] == [(each, each) for each in ("en", "fr", "es", "ar")]
    assert [held["value"] for held in buttons if held.get("aria-current") == "true"] == ["en"]
    for called in ("English", "français", "español", "العربيّة"):
        assert called in page.words
