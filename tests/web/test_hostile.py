"""Words that try to run, and addresses that try to get out: nothing of either works."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from hostile_record import TRIES, publish_hostile
from pages import page_of

Enter = Callable[[Path], Client]

NUMBERS = range(1, len(TRIES) + 1)
PAGES = [
    "/", "/r/SMR-2", "/recommendations", "/recommendations?q=state:SMR", "/recommendations?q=has:theme", "/state/SMR",
    "/state/CHE", "/documents", "/problems", "/brief/SMR-2", "/brief/SMR-2/press", "/brief/SMR-2/briefing",
    "/brief/SMR-2/factsheet?theme=has:issue", "/brief/SMR-2/embassy?by=CHE", "/brief/SMR-2/statement?theme=has:issue",
    "/brief/SMR-2/changes", "/brief/SMR-2/session", "/brief/CHN-4", "/brief/CHN-4/briefing",
    *(f"/r/SMR-2/5.{number}" for number in NUMBERS),
]  # fmt: skip


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("hostile")
    publish_hostile(home)
    return home


@pytest.mark.parametrize("address", PAGES)
def test_what_others_wrote_never_runs(enter: Enter, hostile: Path, address: str) -> None:
    answer = enter(hostile).get(address)
    assert answer.status_code == 200
    page = page_of(answer.content)
    assert page.running == []
    assert [each for each in page.addresses if not each.startswith(("/", "?", "#"))] == []


def test_what_others_wrote_is_shown_as_they_wrote_it(enter: Enter, hostile: Path) -> None:
    """Or the test above would pass on empty pages."""
    client = enter(hostile)
    for number, tried in zip(NUMBERS, TRIES, strict=True):
        assert tried.replace("\x00", "").split()[0] in page_of(client.get(f"/r/SMR-2/5.{number}").content).words
    problems = page_of(client.get("/problems").content).words
    documents = page_of(client.get("/documents").content).words
    for tried in TRIES:
        assert tried.replace("\x00", "").split()[0] in problems
        assert tried.replace("\x00", "").split()[0].replace("/", "∕") in documents


def test_templates_in_words_are_words(enter: Enter, hostile: Path) -> None:
    at = 1 + next(at for at, tried in enumerate(TRIES) if tried.startswith("{{"))
    assert "{{ 7|add:7 }}" in page_of(enter(hostile).get(f"/r/SMR-2/5.{at}").content).words


@pytest.mark.parametrize("tried", TRIES)
def test_what_is_typed_never_runs(client: Client, tried: str) -> None:
    for address, typed in (
        ("/recommendations", {"q": tried}), ("/recommendations", {"q": f'issue:"{tried}"'}),
        ("/recommendations", {"q": f"state:{tried}"}), ("/recommendations", {"q": "", "page": tried}),
        ("/figure", {"ref": tried}), ("/brief/XRU-2", {"theme": tried, "by": tried}),
        ("/brief/XRU-2/factsheet", {"theme": tried}), ("/brief/XRU-2/embassy", {"by": tried}),
        ("/brief/XRU-2/statement", {"theme": f'issue:"{tried}"'}), ("/brief/XRU-2/press.md", {"theme": tried}),
        (f"/{tried}", {}), ("/recommendations", {tried: tried}),
    ):  # fmt: skip
        answer = client.get(address, typed)
        assert answer.status_code in (200, 400, 404)
        page = page_of(answer.content)
        assert page.running == []
        assert [each for each in page.addresses if not each.startswith(("/", "?", "#"))] == []


def test_cells_of_exports_are_no_formulas(enter: Enter, hostile: Path) -> None:
    body = enter(hostile).get("/recommendations.csv").content.decode()
    assert [line for line in body.splitlines() if line.startswith(("=", "+", "-", "@", '"=', '"+', '"-', '"@'))] == []


ODD = (
    "..%2f..%2f..%2fetc%2fpasswd", "../../../etc/passwd", "..\\..\\windows\\win.ini", "%2e%2e%2f%2e%2e%2fmanifest.json",
    "%00", "a%00b", "%ff%fe", "%c0%ae%c0%ae%2f", "%", "%zz", "x" * 10_000, "9" * 400, "-1", "0", "1e9", "٣", "１",
    "99999999999999999999", "0x10", "NaN", "None", "[]", "{}", "' OR 1=1 --", '"', "*", "**", "(((((((", ":", "::", "-",
    "--", "-:", "\u202e", "%F0%9F%92%A9", "1;ls", "$(id)", "`id`", "file:///etc/passwd", "http://169.254.169.254/",
    "state:XRU " * 150, "-a " * 400, "number:9*", "number:1.1.1.1.1.1*", "cycle:..", "cycle:3..1", "year:0..", "a OR b",
    'text:"', "by:WEOG by:CHE -by:CHE", "NEAR(a b)", "a* b* c*", "^a", "words:a", "\r\nSet-Cookie: a=b", "%0d%0aX: y",
)  # fmt: skip
"""What is put into every place of an address."""

PLACES = (
    "/{}", "/r/{}", "/r/XRU-2/{}", "/r/{}/115.1", "/r/XRU-2/{}/page.png", "/r/XRU-{}", "/state/{}", "/static/{}",
    "/static/../{}", "/recommendations?q={}", "/recommendations?page={}", "/recommendations?q=a&page={}",
    "/recommendations?q=state:XRU&order={}", "/recommendations?q=state:XRU&open={}",
    "/recommendations.csv?q={}", "/recommendations.json?q={}", "/recommendations.{}", "/figure?ref={}",
    "/figure?ref=received@1?unit=numbers%26stage=later%26as_of=%26scope={}%23abcd",
    "/figure?ref=received@1?unit={}%26stage=later%26as_of=%26scope=%23abcd", "/figure?{}", "/?key={}", "/documents?{}",
    "/brief/{}", "/brief/XRU-{}", "/brief/XRU-2/{}", "/brief/XRU-2/{}.md", "/brief/XRU-2/press.{}", "/count?{}",
    "/brief/XRU-2/factsheet?theme={}", "/brief/XRU-2/embassy?by={}",
)  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_odd_addresses_are_answered_and_lead_nowhere(client: Client, place: str) -> None:
    for odd in ODD:
        address = place.format(odd.replace("\r", "%0d").replace("\n", "%0a"))
        answer = client.generic("GET", address)
        assert answer.status_code in (200, 302, 400, 404), address[:200]
        assert "root:x:" not in answer.content.decode(errors="replace")
        assert "Set-Cookie" not in answer.headers
        assert not answer.headers.get("Location", "").startswith(("//", "http"))


@pytest.mark.parametrize("name", ["..", ".", "item6.css/..", "web", "__init__.py", "settings.py", "..settings.py"])
def test_only_files_of_the_look_are_given(client: Client, name: str) -> None:
    assert client.get(f"/static/{name}").status_code == 404


def test_a_query_of_ten_thousand_terms_ends(client: Client) -> None:
    answer = client.get("/recommendations", {"q": "a " * 10_000})
    assert answer.status_code in (200, 400)
