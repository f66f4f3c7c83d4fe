"""Who may enter: the one-time key, the cookie, the host, and what every answer tells the browser."""

from __future__ import annotations

import subprocess
import sys
from http.cookies import SimpleCookie
from pathlib import Path

import pytest
from django.test import Client, override_settings
from django_for_tests import LAPTOP

from item6.web.gate import keys
from item6.web.gate.headers import HEADERS, POLICY

KEY = "a-key-that-works-once"
PAGES = [
    "/", "/r/XRU-2", "/r/XRU-2/115.1", "/r/XRU-2/115.1/page.png", "/recommendations", "/recommendations?q=torture",
    "/recommendations.csv", "/recommendations.json", "/figure?ref=x", "/state/XRU", "/state/CHE", "/documents",
    "/problems", "/check", "/statements",
    "/statements/again", "/no-such-page", "/r/XRU-2/../../problems", "/?key=", "/?key=another", f"/?key={KEY}x",
]  # fmt: skip
OF_THE_RECORD = ("Ruritania", "XRU", "ruritania", "Switzerland", "recommendation")


@pytest.fixture
def outside(home: Path, monkeypatch: pytest.MonkeyPatch) -> Client:
    """Somebody on the same machine who knows the port and not the key."""
    monkeypatch.setattr(keys, "KEYS", keys.Keys(KEY))
    with override_settings(ITEM6_HOME=home, **LAPTOP):
        yield Client(headers={"host": "127.0.0.1"}, raise_request_exception=False)


@pytest.mark.parametrize("method", ["get", "head", "post", "put", "patch", "delete", "options", "trace"])
@pytest.mark.parametrize("page", PAGES)
def test_without_the_key_nothing_is_told(outside: Client, page: str, method: str) -> None:
    answer = getattr(outside, method)(page)
    assert answer.status_code == 403
    assert [word for word in OF_THE_RECORD if word in answer.content.decode()] == []
    assert "Set-Cookie" not in answer.headers


def test_the_key_works_once(outside: Client) -> None:
    first = outside.get("/", {"key": KEY})
    assert (first.status_code, first.headers["Location"]) == (302, "/")
    again = Client(headers={"host": "127.0.0.1"})
    assert again.get("/", {"key": KEY}).status_code == 403
    assert outside.get("/").status_code == 200
    assert outside.get("/", {"key": KEY}).status_code == 200  # who is in, is in


def test_only_get_uses_the_key_up(outside: Client) -> None:
    assert outside.head("/", {"key": KEY}).status_code == 403
    assert outside.post(f"/?key={KEY}").status_code == 403
    assert outside.get("/", {"key": KEY}).status_code == 302


def test_the_key_leaves_the_address_and_the_rest_stays(outside: Client) -> None:
    answer = outside.get("/recommendations", {"key": KEY, "q": "position:noted by:CHE", "page": "1"})
    assert answer.headers["Location"] == "/recommendations?q=position%3Anoted+by%3ACHE&page=1"


def test_the_way_in_leads_nowhere_else(outside: Client) -> None:
    """`//elsewhere` as a path would send the browser to another site."""
    answer = outside.get("//elsewhere.example/", {"key": KEY})
    assert not answer.headers.get("Location", "").startswith("//")


def test_the_cookie_is_for_this_browser_alone(outside: Client) -> None:
    cookie = SimpleCookie(outside.get("/", {"key": KEY}).headers.get("Set-Cookie") or outside.cookies.output(header=""))
    morsel = cookie[keys.COOKIE]
    assert (morsel["httponly"], morsel["samesite"], morsel["path"]) == (True, "Strict", "/")
    assert (morsel["domain"], morsel["expires"], morsel["max-age"]) == ("", "", "")


@pytest.mark.parametrize("cookie", ["in", "", "in:x:y", '"in":1abc:AAAA', "x" * 5000])
def test_a_made_up_cookie_does_not_open(outside: Client, cookie: str) -> None:
    outside.cookies[keys.COOKIE] = cookie
    assert outside.get("/").status_code == 403


@pytest.mark.parametrize("host", ["item6.example", "127.0.0.1.nip.example", "0.0.0.0", "localhost.evil.example", "a b"])
def test_another_name_is_not_answered(client: Client, host: str) -> None:
    """A site whose name was turned to 127.0.0.1 must get nothing, even with the cookie."""
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 400
    assert [word for word in OF_THE_RECORD if word in answer.content.decode()] == []


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8600", "localhost:8600", "[::1]:8600"])
def test_its_own_names_are_answered(client: Client, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("page", [*PAGES, "/static/item6.css", "/static/none.css"])
def test_every_answer_has_the_headers(client: Client, outside: Client, page: str) -> None:
    for answer in (client.get(page), outside.get(page), client.post(page), client.get(page, headers={"host": "x.y"})):
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
        assert "Cache-Control" in answer.headers


def test_the_policy_allows_nothing_inline_and_nobody_else() -> None:
    assert "unsafe" not in POLICY and "http" not in POLICY and "*" not in POLICY and "data:" not in POLICY
    assert POLICY.startswith("default-src 'none'")


def test_pages_are_not_kept_by_the_browser(client: Client) -> None:
    assert client.get("/r/XRU-2").headers["Cache-Control"] == "no-store"


def test_a_failure_tells_nothing(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """No trace, no path, no name: the terminal says what happened."""
    monkeypatch.setattr("item6.web.explorer.records.current", lambda: 1 / 0)
    answer = client.get("/r/XRU-2")
    assert answer.status_code == 500
    assert [word for word in ("Traceback", "division", "/src/", "XRU") if word in answer.content.decode()] == []
    assert answer.headers["Content-Security-Policy"] == POLICY


def test_djangos_own_check_for_deployment(root: Path) -> None:
    """What does not apply to a server of one machine is silenced in the settings, each with its reason."""
    code = (
        "import os, sys; os.environ['DJANGO_SETTINGS_MODULE'] = 'item6.web.settings'\n"
        "from django.core.management import execute_from_command_line\n"
        "execute_from_command_line(['item6', 'check', '--deploy', '--fail-level', 'WARNING'])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False,
        env={"PYTHONPATH": str(root / "src"), "PATH": ""},
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
