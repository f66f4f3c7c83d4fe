"""Pages over more than one record, with groups of the workspace's own, in other orders, and the same ask elsewhere."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from pages import page_of

from item6 import pipeline
from item6.record.reader import open_record
from item6.record.sequence import before, news
from item6.terms.names import ReviewName

SPECIMEN = Path(__file__).resolve().parents[2] / "specimen" / "documents"
FIRST = [SPECIMEN / f"ruritania-{name}" for name in ("2010-report.pdf", "2010-addendum.pdf", "2015-report.pdf")]
SECOND = [SPECIMEN / f"ruritania-{name}" for name in ("2015-addendum.pdf", "2015-matrix.docx")]

Enter = Callable[[Path], Client]


def words_of(answer: object) -> str:
    return " ".join(page_of(answer.content).words.split())  # type: ignore[attr-defined]  # of the test client


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with three records: the review of 2010, then that of 2015 as its report has it, then its answers."""
    home = tmp_path_factory.mktemp("grown")
    for files in (FIRST[:2], FIRST[2:], SECOND):
        pipeline.build(home, files)
    return home


@pytest.fixture
def own(home: Path, tmp_path: Path) -> Path:
    """A workspace with groups of its own."""
    copy = Path(shutil.copytree(home, tmp_path / "own"))
    (copy / "groups.toml").write_text('alpine = ["Switzerland", "AUT"]\n"far north" = ["ISL"]\n', encoding="utf-8")
    return copy


def listed(client: Client, query: str) -> list[str]:
    """Names of all recommendations of a list, page by page."""
    found: list[str] = []
    for page in range(1, 9):
        answer = client.get(f"/recommendations?{query}&page={page}")
        if answer.status_code == 404:
            break
        found += re.findall(r'class="head"><a href="/r/([^"]+)"', answer.content.decode())
    return found


def test_the_same_ask_stands_on_both_pages(client: Client) -> None:
    later, earlier = (words_of(client.get(each)) for each in ("/r/XRU-2/116.5", "/r/XRU-1/69.25"))
    assert "The same ask in other cycles XRU-1#69.25 supported" in later
    assert "The same ask in other cycles XRU-2#116.5 supported" in earlier
    for words in (later, earlier):
        assert re.search(r"wording 1\.00 alike(, to text \d)? · made again by Cuba", words)
        assert "Whether it is the same ask is for you to say." in words


def test_where_none_is_worded_alike(client: Client) -> None:
    assert "None is known that is worded alike." in words_of(client.get("/r/XRU-2/115.1"))


def test_without_another_cycle_nothing_is_said_of_it(enter: Enter, tmp_path: Path) -> None:
    pipeline.build(tmp_path, FIRST[:2])
    assert "other cycles" not in words_of(enter(tmp_path).get("/r/XRU-1/69.25"))


def test_groups_of_the_workspace_are_understood(enter: Enter, own: Path) -> None:
    client = enter(own)
    by_group = listed(client, "q=by:alpine")
    assert by_group == listed(client, "q=by:CHE by:AUT") != []
    assert listed(client, 'q=by:"far north"') == listed(client, "q=by:ISL")
    assert "Your groups of States" in words_of(client.get("/recommendations?q=state:XRU"))


def test_a_group_is_chosen_and_left_by_its_facet(enter: Enter, own: Path) -> None:
    client = enter(own)
    address = re.search(r'href="(\?q=[^"]+)" id="own-alpine"', client.get("/recommendations?q=").content.decode())
    assert address
    chosen = client.get("/recommendations" + address[1].replace("&amp;", "&")).content.decode()
    assert re.search(r'id="own-alpine" aria-current="true"', chosen)
    back = re.search(r'href="(\?q=[^"]*)" id="own-alpine"', chosen)
    assert back and back[1] == "?q="


def test_a_state_says_which_groups_it_is_in(enter: Enter, own: Path) -> None:
    client = enter(own)
    assert "your groups: alpine" in words_of(client.get("/state/CHE"))
    assert "your groups" not in words_of(client.get("/state/FRA"))


def test_pages_follow_the_file_of_groups(enter: Enter, own: Path) -> None:
    client = enter(own)
    assert client.get("/recommendations?q=by:alpine").status_code == 200
    (own / "groups.toml").write_text("alpine =", encoding="utf-8")
    said = client.get("/recommendations?q=by:alpine")
    assert said.status_code == 400
    assert f"{own / 'groups.toml'}: cannot be read" in words_of(said)
    assert client.get("/state/CHE").status_code == 200
    (own / "groups.toml").unlink()
    assert "no State or group is called “alpine”" in words_of(client.get("/recommendations?q=by:alpine"))


@pytest.mark.parametrize("order", ["newest", "position", "action"])
def test_every_order_lists_everything_once(client: Client, order: str) -> None:
    every = listed(client, "q=state:XRU")
    found = listed(client, f"q=state:XRU&order={order}")
    assert found != every
    assert sorted(found) == sorted(every)


def test_orders(client: Client) -> None:
    assert listed(client, "q=state:XRU&order=strange") == listed(client, "q=state:XRU")
    latest = [each.partition("/")[0] for each in listed(client, "q=state:XRU&order=newest")]
    assert latest == sorted(latest, reverse=True)
    pages = [client.get(f"/recommendations?q=state:XRU&order=position&page={page}") for page in (1, 2, 3, 4)]
    marks = re.findall(r'class="mark ([a-z-]+)"></span>', "".join(each.content.decode() for each in pages))
    assert marks == sorted(marks, key=["supported", "in-part", "noted", "pending"].index)


def test_a_facet_opens_whole(client: Client) -> None:
    folded = client.get("/recommendations?q=state:XRU").content.decode()
    more = re.search(r'href="(\?q=[^"]+&amp;open=issue)" id="issue-more">and (\d+) more<', folded)
    assert more
    opened = client.get("/recommendations" + more[1].replace("&amp;", "&")).content.decode()
    assert 'id="issue-more"' not in opened
    assert opened.count('id="issue-') == folded.count('id="issue-') - 1 + int(more[2])


def test_the_start_page_says_what_is_new(enter: Enter, grown: Path) -> None:
    words = words_of(enter(grown).get("/"))
    assert "New since the record before" in words
    assert "with other documents Ruritania, cycle 2" in words


def test_what_is_new_from_record_to_record(grown: Path) -> None:
    with open_record(grown) as last:
        earlier = before(grown, last)
        with open_record(grown, earlier[0].hash) as middle, open_record(grown, earlier[1].hash) as first:
            two, one = ReviewName("XRU", 2), ReviewName("XRU", 1)
            found = [news(first, middle), news(middle, last), news(middle, first), news(last, last)]
            assert [each.hash for each in before(grown, middle)] == [first.hash]
            assert before(grown, first) == []
    assert [(each.added, each.renewed, each.left_out) for each in found] == [
        ((two,), (), ()), ((), (two,), ()), ((), (), (two,)), ((), (), ()),
    ]  # fmt: skip
    assert [bool(each) for each in found] == [True, True, True, False]
    assert one not in found[0].added


def test_with_one_record_nothing_is_new(client: Client) -> None:
    assert "New since" not in words_of(client.get("/"))


def test_a_figure_says_what_earlier_records_give(enter: Enter, grown: Path) -> None:
    client = enter(grown)
    review = client.get("/r/XRU-2").content.decode()
    reference = next(each for each in re.findall(r'/figure\?ref=([^"]+)"', review) if each.startswith("noted%40"))
    words = words_of(client.get(f"/figure?ref={reference}"))
    assert "What earlier records give" in words
    with open_record(grown) as last:
        middle, first = (each.hash[:12] for each in before(grown, last))
    rows = words.partition("What earlier records give")[2]
    assert re.search(rf"{middle} \S+ \S+ \d+ gained XRU-2#", rows)
    assert re.search(rf"{first} \S+ \S+ 0 gained XRU-2#", rows)


def test_a_figure_of_an_earlier_record_says_what_changed_since(enter: Enter, grown: Path) -> None:
    client = enter(grown)
    review = client.get("/r/XRU-2").content.decode()
    reference = next(each for each in re.findall(r'/figure\?ref=([^"]+)"', review) if each.startswith("noted%40"))
    page = client.get(f"/figure?ref={reference}").content.decode()
    older = re.search(r'href="(/figure\?ref=noted%40[^"]+)"', page.partition("What earlier records give")[2])
    assert older
    words = words_of(client.get(older[1]))
    assert "Changed since: in the current record" in words
    assert "gained : XRU-2#" in words.replace("gained:", "gained :")


def test_a_review_shows_where_its_numbers_stood_at_each_stage(client: Client, enter: Enter, grown: Path) -> None:
    words = words_of(client.get("/r/XRU-2"))
    assert re.search(
        r"Stage by stage .* as the report of the Working Group has it \d+ .* after the addendum \d+", words
    )
    assert "addendum is not in the record" not in words


def test_a_review_without_addendum_says_what_is_missing(enter: Enter, tmp_path: Path) -> None:
    pipeline.build(tmp_path, FIRST[2:])
    words = words_of(enter(tmp_path).get("/r/XRU-2"))
    assert re.search(r"\d+ numbers are pending: the State's addendum is not in the record\. Add it", words)


def test_other_peoples_reading_is_shown_where_it_is_counted(enter: Enter, tmp_path: Path) -> None:
    """A record of a matrix alone: what the facet counts is what the rows show."""
    pipeline.build(tmp_path, SECOND[1:])
    client = enter(tmp_path)
    page = client.get("/recommendations?q=state:XRU position:noted").content.decode()
    marks = re.findall(r'class="mark ([a-z-]+)"></span>', page)
    assert set(marks) == {"noted"}
    assert "positions are other people's reading" in words_of(client.get("/recommendations?q=state:XRU position:noted"))
    rows = client.get("/recommendations.json?q=state:XRU position:noted").json()
    assert {row["position"] for row in rows} == {"noted"}
    one = client.get(re.findall(r'href="(/r/XRU-2/[^"]+)"', page)[0]).content.decode()
    assert set(re.findall(r'class="mark ([a-z-]+)"></span>', one)) == {"noted"}  # as the list has it, and whose it is
    assert re.search(r'<p class="lead">.*noted <span class="quiet">as OHCHR.*matrix has it', one)


def test_static_files_are_those_of_item6_and_htmx(client: Client) -> None:
    script = client.get("/static/htmx.js")
    assert (script.status_code, script.headers["Content-Type"]) == (200, "text/javascript; charset=utf-8")
    assert b"htmx" in script.content[:200]
    for name in ("django-htmx.js", "htmx-2.js", "htmx.css"):
        assert client.get(f"/static/{name}").status_code == 404
