"""Every address answers as it is described, with what the commands print: on a laptop, behind its door."""

from __future__ import annotations

import gzip
import html
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from api_for_tests import BASE, complaints, told
from django.test import Client
from made_readings import digest, document, listed, text

from item6 import cli, pipeline
from item6.record.writer import publish
from item6.terms.documents import Reading
from item6.terms.names import ReviewName
from item6.web.api.openapi import description
from item6.web.api.routes import BY_NAME, ENDPOINTS

Get = Callable[..., Any]


@pytest.fixture
def get(client: Client) -> Get:
    """The answer to an address below /api/v1, with the status that is expected."""

    def get(path: str, status: int = 200) -> Any:
        answer = client.get(f"{BASE}{path}")
        assert answer.status_code == status, answer.content[:500]
        return json.loads(answer.content) if status == 200 else told(answer)

    return get


def printed(home: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    """What a command prints as JSON."""
    assert cli.main(["--home", str(home), *arguments, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("name", BY_NAME)
def test_examples_answer_as_described(get: Get, name: str) -> None:
    each = BY_NAME[name]
    found = get(each.example.format(record=get("/about")["record"]))
    assert complaints(each.form, found) == []


def test_complaints_would_be_heard(get: Get) -> None:
    assert complaints("about", {**get("/about"), "more": 1}) != []
    assert complaints("recommendations", {**get("/recommendations"), "next": "x"}) != []


def test_every_review_and_recommendation_is_as_described(get: Get) -> None:
    for row in get("/reviews")["reviews"]:
        whole = get(f"/reviews/{row['review']}")
        assert complaints("review", whole) == []
        for each in whole["recommendations"]:
            found = get(f"/reviews/{row['review']}/recommendations/{each['number']}")
            assert complaints("recommendation", found) == []
            assert found["recommendation"]["name"] == each["name"]
            assert found["passages"][0]["name"] == each["name"]


@pytest.mark.parametrize("name", ["documents", "problems"])
def test_pages_together_are_the_whole(get: Get, name: str) -> None:
    whole, parts, after = get(f"/{name}?limit=500"), [], ""
    while True:
        page = get(f"/{name}?limit=2{after}")
        assert complaints(name, page) == []
        parts += page[name]
        if page["next"] is None:
            break
        after = f"&after={page['next']}"
    assert parts == whole[name]
    assert len(parts) == whole["total"] > 2


@pytest.mark.parametrize("order", ["", "newest", "position", "action"])
@pytest.mark.parametrize("q", ["", "by:WEOG", "-position:supported", "torture OR", '"the law"', "number:115.*"])
def test_lists_together_are_the_whole(get: Get, q: str, order: str) -> None:
    asked = f"/recommendations?order={order}&q={quote(q)}"
    whole, names, after = get(f"{asked}&limit=500"), [], ""
    while True:
        page = get(f"{asked}&limit=7{after}")
        assert complaints("recommendations", page) == []
        names += [each["name"] for each in page["recommendations"]]
        if page["next"] is None:
            break
        after = f"&after={page['next']}"
    assert names == [each["name"] for each in whole["recommendations"]]
    assert len(names) == len(set(names)) == whole["total"]


def test_a_review_is_what_show_prints(get: Get, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert get("/reviews/XRU-2") == printed(home, capsys, "show", "XRU-2")


def test_answers_are_what_answers_prints(get: Get, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for each in printed(home, capsys, "answers", "XRU-2"):
        assert get(f"/reviews/XRU-2/recommendations/{each['number']}")["answers"] == each


def test_places_are_what_passage_prints(get: Get, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    number, text = get("/reviews/XRU-2/recommendations/115.1")["passages"][:2]
    assert number == printed(home, capsys, "passage", "XRU-2#115.1")
    assert text == printed(home, capsys, "passage", "XRU-2#115.1/1")


@pytest.mark.parametrize(
    ("asked", "typed"),
    [
        ("q=state:XRU%20cycle:2", ["XRU-2"]),
        ("q=state:XRU%20cycle:2%20by:WEOG&unit=texts", ["XRU-2", "by:WEOG", "--unit", "texts"]),
        ("q=state:XRU%20cycle:2&stage=report", ["XRU-2", "--stage", "report"]),
        ("q=state:XRU%20cycle:2&measure=noted,noted_share", ["XRU-2", "--measure", "noted,noted_share"]),
        ("q=state:XRU%20cycle:2&as_of=2016-01-01", ["XRU-2", "--as-of", "2016-01-01"]),
        ("q=state:XRU%20cycle:2&unit=upr_info_rows", ["XRU-2", "--unit", "upr_info_rows"]),
    ],
)  # fmt: skip
def test_figures_are_what_figures_prints(
    get: Get, home: Path, capsys: pytest.CaptureFixture[str], asked: str, typed: list[str]
) -> None:
    found = get(f"/count?{asked}")
    assert complaints("count", found) == []
    lines = printed(home, capsys, "figures", *typed)
    assert found["figures"] == [{key: value for key, value in each.items() if key != "rows"} for each in lines]
    assert found["figures"]


def test_a_figure_is_what_explain_prints(get: Get, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for each in get("/count?q=state:XRU%20cycle:2")["figures"]:
        found = get(f"/figures?limit=200&ref={quote(each['reference'], safe='')}")
        assert complaints("figure", found) == []
        assert found == printed(home, capsys, "explain", each["reference"])


def test_a_draft_number_gives_what_became_of_it(get: Get) -> None:
    found = get("/reviews/XRU-2/recommendations/115.1.")
    assert found["recommendation"]["number"] == "115.1"


TOTALS = {
    "kind": "totals", "review": "XRU-4", "received": 10, "accepted": 6, "noted": 3, "rejected": 1,
    "source": "the minister's speech", "why": "no list is out", "who": "Ana", "when": "2031-03-01",
}  # fmt: skip


def decide(home: Path, root: Path, decided: dict[str, object]) -> None:
    """Builds the made-up documents anew, with a decision."""
    (home / "decisions").mkdir()
    (home / "decisions" / "decisions.jsonl").write_text(json.dumps(decided) + "\n", encoding="utf-8")
    pipeline.build(home, [root / "specimen" / "documents"])


def test_published_totals_are_told(enter: Callable[[Path], Client], tmp_path: Path, root: Path) -> None:
    decide(tmp_path, root, TOTALS)
    inside = enter(tmp_path)
    found = inside.get(f"{BASE}/reviews/XRU-4").json()
    assert complaints("review", found) == []
    assert found["published"]["received"] == 10
    counted = inside.get(f"{BASE}/count?q=state:XRU%20cycle:4&measure=not_supported").json()
    assert complaints("count", counted) == []
    assert [each["value"] for each in counted["figures"]] == [4]


PROBLEMS = [
    ("/recommendations?q=stat:XRU", 400, "Unknown key “stat”.", "Did you mean “state”?"),
    ("/recommendations?q=position:suported", 400, None, "Did you mean “supported”, “supported/noted” or “noted”?"),
    ("/recommendations?lmit=3", 400, "“lmit” is no parameter of this address.", "Did you mean “limit”?"),
    ("/recommendations?limit=3&limit=4", 400, "`limit` is given 2 times.", "Give it once."),
    ("/recommendations?limit=501", 400, "`limit` cannot be “501”.", "Give a number from 1 to 500."),
    ("/recommendations?limit=-1", 400, "`limit` cannot be “-1”.", None),
    ("/recommendations?limit=٣", 400, "`limit` cannot be “٣”.", None),
    ("/recommendations?limit=", 400, None, None),
    ("/recommendations?order=oldest", 400, None, "It is one of newest, position, action."),
    ("/recommendations?after=abc", 400, None, None),
    (f"/recommendations?after={'0' * 16}.{'0' * 12}.5", 400, "`after` is of another list.", None),
    ("/recommendations?q=" + "a" * 2001, 400, None, "It has at most 2000 signs."),
    ("/about?q=x", 400, "“q” is no parameter of this address.", "It takes none."),
    ("/count?measure=suported", 400, "No measure is called “suported”.", None),
    ("/count?as_of=2016-02-30", 400, None, "Give a day such as 2016-06-30."),
    ("/count?unit=pages", 400, None, None),
    ("/figures", 400, "`ref` is missing.", None),
    ("/figures?ref=nothing", 400, "This reference cannot be computed.", None),
    ("/figures?ref=supported@1?unit=numbers%26stage=later%26as_of=%26scope=state:XRU%23dead", 404, None, None),
    ("/reviews/XRU-9", 404, "The record has no review XRU-9.", None),
    ("/reviews/XRU-2/recommendations/999.9", 404, "The record has no recommendation XRU-2#999.9.", None),
    ("/reviews/ZZZ-2/recommendations/1.1", 404, None, None),
    ("/states/QQQ", 404, "No State has the code QQQ.", None),
    ("/reviews/xru-2", 404, "There is nothing at this address.", None),
    ("/reviews/XRU-٢", 404, "There is nothing at this address.", None),
    ("/nothing", 404, "There is nothing at this address.", None),
    ("/about/", 404, "There is nothing at this address.", None),
]  # fmt: skip


@pytest.mark.parametrize(("path", "status", "detail", "hint"), PROBLEMS)
def test_problems_say_what_to_do(get: Get, path: str, status: int, detail: str | None, hint: str | None) -> None:
    found = get(path, status)
    assert detail in (None, found["detail"])
    assert hint in (None, found["hint"])


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options", "trace"])
@pytest.mark.parametrize("path", [f"{BASE}/about", f"{BASE}/openapi.json"])
def test_nothing_can_be_changed(client: Client, path: str, method: str) -> None:
    client.handler.enforce_csrf_checks = True
    answer = getattr(client, method)(path)
    assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD")
    told(answer)


def test_without_the_door_nothing_is_told(client: Client) -> None:
    outside = Client(headers={"host": "127.0.0.1"})
    assert told(outside.get(f"{BASE}/about"))["detail"] == "The door is closed."
    assert told(outside.get(f"{BASE}/about", headers={"authorization": "Bearer i6_x"}))["status"] == 403


def test_without_a_record_it_says_so(enter: Callable[[Path], Client], tmp_path: Path) -> None:
    assert told(enter(tmp_path).get(f"{BASE}/about"))["detail"] == "There is no record yet."


def test_a_broken_record_is_no_error_of_the_program(
    enter: Callable[[Path], Client], home: Path, tmp_path: Path
) -> None:
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / "current").write_text("nonsense", encoding="utf-8")
    answer = enter(tmp_path).get(f"{BASE}/about")
    assert told(answer)["status"] == 503
    assert str(tmp_path) not in answer.content.decode()


def test_what_has_not_changed_is_not_sent_again(client: Client) -> None:
    first = client.get(f"{BASE}/reviews/XRU-2")
    again = client.get(f"{BASE}/reviews/XRU-2", headers={"if-none-match": first.headers["ETag"]})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", first.headers["ETag"])
    assert first.headers["Cache-Control"] == again.headers["Cache-Control"] == "private, no-cache"
    other = client.get(f"{BASE}/reviews", headers={"if-none-match": first.headers["ETag"]})
    assert other.status_code == 200
    assert set(first.headers["Vary"].split(", ")) >= {"Accept-Encoding", "Authorization", "Cookie"}


def test_long_answers_are_packed_for_who_takes_it(client: Client) -> None:
    plain = client.get(f"{BASE}/reviews/XRU-2")
    packed = client.get(f"{BASE}/reviews/XRU-2", headers={"accept-encoding": "gzip, br"})
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content


def test_no_other_site_may_read(client: Client) -> None:
    answer = client.get(f"{BASE}/about", headers={"origin": "https://example.org"})
    assert [name for name in answer.headers if name.lower().startswith("access-control")] == []


def test_a_new_record_does_not_mix_into_a_list(
    enter: Callable[[Path], Client], home: Path, tmp_path: Path, root: Path
) -> None:
    shutil.copytree(home, tmp_path, dirs_exist_ok=True)
    inside = enter(tmp_path)
    page = inside.get(f"{BASE}/recommendations?limit=5").json()
    decide(tmp_path, root, TOTALS)
    now = inside.get(f"{BASE}/recommendations?limit=5").json()
    assert now["record"] != page["record"]
    later = inside.get(f"{BASE}/recommendations?limit=5&after={page['next']}").json()
    assert (later["record"], later["total"]) == (page["record"], page["total"])
    assert complaints("recommendations", later) == []
    lost = tmp_path / "records" / page["record"]
    lost.rename(tmp_path / "lost")
    gone = inside.get(f"{BASE}/recommendations?limit=5&after={page['next']}")
    assert told(gone)["detail"] == "The record of this list is no longer kept."


def test_the_description_has_every_address() -> None:
    whole = description(True)
    assert set(whole["paths"]) == {each.path for each in ENDPOINTS}
    used = json.dumps(whole)
    places = {part.partition('"')[0] for part in used.split('"$ref": "#/')[1:]}
    for place in places:
        found: Any = whole
        for step in place.split("/"):
            found = found[step]
    assert ".schema.json" not in used


def test_the_description_is_what_is_answered(client: Client) -> None:
    assert client.get(f"{BASE}/openapi.json").json() == description(False)


def test_the_page_of_the_interface_says_what_can_be_asked(client: Client) -> None:
    page = client.get("/api/v1").content.decode()
    for each in ENDPOINTS:
        assert f"<code>{each.path}</code>" in page
        words = each.about.partition("`")[0].replace("'", "&#x27;")
        assert words in page
    assert len(page) < 100_000
    assert "Bearer" not in page


def test_examples_are_of_what_the_record_holds(enter: Callable[[Path], Client], tmp_path: Path) -> None:
    review = ReviewName("XFR", 1)
    reading = Reading(document("report.pdf", review, sha256=digest("report.pdf")), (listed("5.1", text("Act", "CHL")),))
    publish(tmp_path, pipeline.gather([reading], []))
    client = enter(tmp_path)
    links = re.findall(r'href="(/api/v1/[^"]+)"', client.get("/api/v1").content.decode())
    assert f"/api/v1/reviews/{review}/recommendations/5.1" in links
    assert {link: client.get(html.unescape(link)).status_code for link in links} == dict.fromkeys(links, 200)


def test_a_laptop_needs_no_tables(home: Path, root: Path) -> None:
    """In a process of its own: the tests of this one run beside a server's tables."""
    program = (
        "import django; django.setup()\n"
        "from django.test import Client\n"
        "from item6.web.gate import keys\n"
        "keys.KEYS = keys.Keys('once')\n"
        "inside = Client(headers={'host': '127.0.0.1'})\n"
        "inside.get('/', {'key': 'once'})\n"
        "print(inside.get('/api/v1/about').status_code, inside.get('/api/v1').status_code)\n"
    )
    settings = {"DJANGO_SETTINGS_MODULE": "item6.web.settings", "ITEM6_HOME": str(home), "ITEM6_AHEAD": "0"}
    environment = {**os.environ, **settings, "PYTHONPATH": str(root / "src")}
    run = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False)
    assert (run.stdout, run.stderr) == ("200 200\n", "")
