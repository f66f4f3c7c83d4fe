"""What the pages of the record show, and that every link on them leads somewhere."""

from __future__ import annotations

import csv
import io
import json
import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from django.test import Client
from pages import Page, page_of

from item6.measures.figures import figure
from item6.measures.filters import parse
from item6.measures.scope import Scope
from item6.record.reader import Record, open_record
from item6.terms.names import ReviewName

LARGEST = 100_000


@pytest.fixture(scope="session")
def record(home: Path) -> Record:
    return open_record(home)


def walked(client: Client, most: int = 400) -> dict[str, Page]:
    """All pages that can be reached from the start by links, up to a number; each answered with 200."""
    found: dict[str, Page] = {}
    waiting = ["/"]
    while waiting and len(found) < most:
        # Facets lead to more lists than one can read: the other pages first.
        address = waiting.pop(next((at for at, each in enumerate(waiting) if each.startswith("/r/")), 0))
        if address in found or address.startswith(("/static/", "/recommendations.")):
            continue
        answer = client.get(address)
        assert answer.status_code == 200, address
        found[address] = page_of(answer.content)
        waiting += found[address].links(address)
    return found


@pytest.fixture(scope="module")
def every(home: Path) -> dict[str, Page]:
    from django.test import override_settings
    from django_for_tests import LAPTOP

    from item6.web.gate import keys

    with override_settings(ITEM6_HOME=home, **LAPTOP), pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys, "KEYS", keys.Keys("once"))
        client = Client(headers={"host": "127.0.0.1"})
        client.get("/?key=once")
        return walked(client)


def test_all_kinds_of_pages_are_reached(every: dict[str, Page], record: Record) -> None:
    kinds = {address.split("?")[0].rstrip("0123456789.()abiv") for address in every}
    assert {"/", "/r/XRU-", "/recommendations", "/figure", "/state/XRU", "/documents", "/problems"} <= kinds
    assert {f"/r/XRU-2/{row.number}" for row in record.recommendations(ReviewName("XRU", 2))} - set(every) == set()


def test_nothing_runs_and_nothing_is_from_elsewhere(every: dict[str, Page]) -> None:
    assert {address: page.running for address, page in every.items() if page.running} == {}
    foreign = {address for page in every.values() for address in page.addresses if address.startswith(("//", "http"))}
    assert foreign == set()


def test_every_page_has_one_heading_and_headings_in_order(every: dict[str, Page]) -> None:
    for address, page in every.items():
        levels = [int(tag[1]) for tag, _ in page.elements if tag in ("h1", "h2", "h3", "h4")]
        assert levels[0] == 1 and levels.count(1) == 1, address
        assert all(after - before <= 1 for before, after in pairwise(levels)), address


def test_every_page_has_its_own_title(client: Client) -> None:
    titles = [
        client.get(address).content.decode().partition("<title>")[2].partition("</title>")[0]
        for address in ("/", "/r/XRU-2", "/r/XRU-2/115.1", "/recommendations", "/state/XRU", "/documents", "/problems")
    ]
    assert len(set(titles)) == len(titles) and all(titles)


def test_pages_are_small(client: Client, every: dict[str, Page]) -> None:
    sizes = {address: len(client.get(address).content) for address in [*list(every)[::5], "/r/XRU-2"]}
    assert {address: size for address, size in sizes.items() if size > LARGEST} == {}


def test_compressed_for_who_takes_it(client: Client) -> None:
    plain = client.get("/r/XRU-2").content
    packed = client.get("/r/XRU-2", headers={"accept-encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert len(packed.content) < len(plain) / 3


def test_figures_of_a_review_are_the_measures(client: Client, record: Record) -> None:
    words = " ".join(page_of(client.get("/r/XRU-2").content).words.split())
    for name, said in (("received", "received {}"), ("noted", "noted {}"), ("supported", "supported {}")):
        made = figure(record, name, Scope(parse("state:XRU cycle:2")))
        assert said.format(made.numerator) in words


def test_from_a_number_to_its_rows_to_the_recommendation_to_its_place(client: Client, record: Record) -> None:
    page = page_of(client.get("/r/XRU-2").content)
    noted = next(each for each in page.links("/r/XRU-2") if each.startswith("/figure?ref=noted%40"))
    made = figure(record, "noted", Scope(parse("state:XRU cycle:2")))
    shown = page_of(client.get(noted).content)
    rows = [each for each in shown.links(noted) if each.startswith("/r/XRU-2/")]
    assert [each.rpartition("/")[2] for each in rows] == [row.rpartition("#")[2] for row in made.rows]
    last = page_of(client.get(rows[0]).content)
    picture = next(held["src"] for tag, held in last.elements if tag == "img")
    drawn = client.get(picture)
    assert drawn.content.startswith(b"\x89PNG")


def test_a_list_and_its_exports_are_the_same(client: Client, record: Record) -> None:
    asked = "/recommendations{}?q=state:XRU position:noted"
    made = figure(record, "received", Scope(parse("state:XRU position:noted")))
    as_json = json.loads(client.get(asked.format(".json")).content)
    as_csv = list(csv.DictReader(io.StringIO(client.get(asked.format(".csv")).content.decode())))
    assert [each["name"] for each in as_json] == [each["name"] for each in as_csv]
    assert list(dict.fromkeys(each["name"].partition("/")[0] for each in as_json)) == list(made.rows)
    listed = page_of(client.get(asked.format("")).content).links("/recommendations")
    assert [each for each in listed if each.startswith("/r/")] == [
        "/r/" + row.replace("#", "/") for row in made.rows[:25]
    ]


def test_pages_of_a_list_go_on_where_the_last_one_ended(client: Client, record: Record) -> None:
    every = [
        str(row.name) for name in (ReviewName("XRU", 1), ReviewName("XRU", 2)) for row in record.recommendations(name)
    ]
    found: list[str] = []
    for page in range(1, 5):
        links = page_of(client.get(f"/recommendations?page={page}").content).links("/recommendations")
        found += [each.removeprefix("/r/").replace("/", "#") for each in links if each.startswith("/r/")]
    assert found == every
    assert client.get("/recommendations?page=5").status_code == 404


def test_facets_count_what_their_links_list(client: Client) -> None:
    page = client.get("/recommendations?q=state:XRU").content.decode()
    choices = [part.partition("</li>")[0] for part in page.split('<li><a href="?q=')[1:]]
    assert len(choices) > 10
    for choice in choices:
        query = choice.partition('"')[0].replace("&amp;", "&")
        count = int(choice.partition('class="n">')[2].partition("<")[0].replace("\u00a0", ""))
        assert f"{count} numbered recommendation" in client.get(f"/recommendations?q={query}").content.decode()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("state:Rurritania", "did you mean"),
        ("position:supportet", "did you mean “supported”"),
        ('issue:"Death penalti"', "did you mean “Death penalty”"),
        ("stat:XRU", "did you mean “state”"),
        ("cycle:x", "is no cycle"),
        ("by:", "has no value"),
        ("number:abc", "is no number of a recommendation"),
    ],
)
def test_a_filter_typed_wrong_names_the_nearest(client: Client, typed: str, said: str) -> None:
    answer = client.get("/recommendations", {"q": typed})
    assert answer.status_code == 400
    assert said in page_of(answer.content).words
    fields = [held for tag, held in page_of(answer.content).elements if tag == "input"]
    assert [held["value"] for held in fields] == [typed]  # what was typed is not lost


def test_a_number_of_the_draft_leads_to_what_became_of_it(client: Client, record: Record) -> None:
    alias = next(each for each in record.aliases(ReviewName("XRU", 2)) if each.number and each.number != each.alias)
    answer = client.get(f"/r/XRU-2/{alias.alias}")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/r/XRU-2/{alias.number}")


def test_without_a_record_the_page_says_how_to_begin(enter: object, tmp_path: Path) -> None:
    client = enter(tmp_path)  # type: ignore[operator]  # the fixture of conftest
    assert "item6 build" in client.get("/").content.decode()
    for address in ("/r/XRU-2/115.1/page.png", "/recommendations.csv", "/recommendations.json"):
        assert client.get(address).status_code == 404


def test_a_damaged_record_is_named_and_nothing_breaks(enter: object, home: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(home, tmp_path / "copy"))
    store = next(copy.glob("records/*/record.sqlite"))
    store.write_bytes(store.read_bytes()[:5000])
    client = enter(copy)  # type: ignore[operator]  # the fixture of conftest
    answer = client.get("/r/XRU-2?damaged")  # not asked before, so not kept
    assert answer.status_code == 500
    assert "cannot be opened" in answer.content.decode()
