"""A coalition's own view of the record: its documents, decisions and groups change nothing that others see."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from people_for_tests import member, signed_in

from item6 import decisions, pipeline
from item6.cli import main
from item6.record.folders import find_folder
from item6.record.reader import open_record
from item6.web.building import jobs
from item6.web.explorer import caching
from item6.web.people.coalitions import workspace_of
from item6.web.people.models import Coalition

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
"""A coalition's view of the record is files: nothing of it differs with the database."""
Enter = Callable[..., Client]
ROOT = Path(__file__).resolve().parents[3]

ANSWER = {
    "review": "XRU-2", "number": "115.1", "position": "noted", "oral": "yes", "source": "recording, 0:41",
    "why": "a secret reason", "when": "2026-01-02", "stage": "adoption", "words": "We shall see",
}  # fmt: skip


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """No page is kept from other tests."""
    monkeypatch.setattr(caching, "PAGES", caching.Kept(10_000_000))


def finished(home: Path) -> None:
    """Waits until no job of a workspace runs."""
    while any(each.running for each in jobs.jobs_in(home)):
        time.sleep(0.05)
    assert [each.failure for each in jobs.jobs_in(home)] == [""] * len(jobs.jobs_in(home))


def current(home: Path) -> str:
    return find_folder(home, "current").name


def test_a_decision_is_entered_listed_built_and_withdrawn(
    coalition: Coalition, other: Coalition, server_home: Path
) -> None:
    client = signed_in(member(coalition, "coordinator", name="Rudolf Rassendyll"))
    mine, before = workspace_of("ruritania"), current(server_home)
    assert client.get("/c/ruritania/decisions/answer").status_code == 200
    assert client.post("/c/ruritania/decisions/answer", ANSWER).status_code == 302
    page = client.get("/c/ruritania/decisions").content.decode()
    for words in ("XRU-2#115.1", "a secret reason", "Rudolf Rassendyll", "Some are not in the record yet"):
        assert words in page
    assert "They count once it is built anew" in client.get("/c/ruritania").content.decode()

    assert client.post("/c/ruritania/record/again").headers["Location"] == "/c/ruritania"
    finished(mine)
    assert "Some are not in the record yet" not in client.get("/c/ruritania/decisions").content.decode()
    assert "This coalition has a record of its own" in client.get("/c/ruritania").content.decode()
    assert "We shall see" in client.get("/r/XRU-2/115.1").content.decode()
    theirs = signed_in(member(other, "owner"))
    assert "We shall see" not in theirs.get("/r/XRU-2/115.1").content.decode()
    assert (current(server_home), current(workspace_of("strelsau"))) == (before, before)

    mark = page.partition("?line=")[2].partition('"')[0]
    address = "/c/ruritania/decisions/withdraw"
    assert theirs.get(f"/c/strelsau/decisions/withdraw?line={mark}").status_code == 404
    assert client.post(address, {"line": mark}).status_code == 400
    assert client.post(address, {"line": mark, "why": "heard wrongly"}).status_code == 302
    assert client.post(address, {"line": mark, "why": "again"}).status_code == 404
    (kept,) = (mine / "decisions" / ".withdrawn.jsonl").read_text().splitlines()
    taken = json.loads(kept)
    assert (taken["why"], taken["who"], taken["line"]["number"]) == ("heard wrongly", "Rudolf Rassendyll", "115.1")
    client.post("/c/ruritania/record/again")
    finished(mine)
    assert current(mine) == before
    assert "We shall see" not in client.get("/r/XRU-2/115.1").content.decode()


WRONG = [
    ("answer", {"review": "Ruritania"}, "review"),
    ("answer", {"number": "999.1"}, "number"),
    ("answer", {"number": "115.1/9"}, "number"),
    ("answer", {"number": "one"}, "number"),
    ("answer", {"position": ""}, "position"),
    ("answer", {"state": "Atlantis"}, "state"),
    ("answer", {"source": ""}, "source"),
    ("answer", {"why": " "}, "why"),
    ("answer", {"when": "yesterday"}, "review"),
    ("correct", {}, "states"),
    ("correct", {"states": "Chile, Atlantis"}, "states"),
    ("label", {}, "issues"),
    ("label", {"issues": "Deth penalty"}, "review"),
    ("totals", {"received": "many"}, "received"),
]


@pytest.mark.parametrize(("kind", "changes", "field"), WRONG)
def test_what_is_wrong_is_said_and_nothing_is_written(
    enter_as: Enter, coalition: Coalition, kind: str, changes: dict[str, str], field: str
) -> None:
    answer = enter_as("editor").post(f"/c/ruritania/decisions/{kind}", ANSWER | changes)
    assert (answer.status_code, decisions.files_in(workspace_of("ruritania"))) == (400, [])
    assert f'href="#{field}"' in answer.content.decode()


ENTERED = [
    ("correct", {"states": "Chile, PER"}, {"states": ["CHL", "PER"], "number": "115.1"}),
    ("label", {"issues": "death penalty", "action": "5"}, {"issues": ["death penalty"], "action": 5}),
    ("totals", {"received": "120", "noted": "20"}, {"received": 120, "noted": 20}),
    ("answer", {"number": "115.2/1", "oral": ""}, {"number": "115.2", "part": 1, "position": "noted"}),
]


@pytest.mark.parametrize(("kind", "changes", "held"), ENTERED)
def test_every_kind_can_be_entered(
    enter_as: Enter, coalition: Coalition, kind: str, changes: dict[str, str], held: dict[str, object]
) -> None:
    assert enter_as("editor").post(f"/c/ruritania/decisions/{kind}", ANSWER | changes).status_code == 302
    ((_, values),) = decisions.lines_of(workspace_of("ruritania"))
    assert {name: values[name] for name in held} == held
    assert values["kind"] == kind


def test_readers_enter_nothing(enter_as: Enter, coalition: Coalition) -> None:
    client = enter_as("reader")
    assert client.get("/c/ruritania/decisions").status_code == 200
    assert client.post("/c/ruritania/decisions/answer", ANSWER).status_code == 403
    assert client.post("/c/ruritania/record/again").status_code == 403


def test_documents_of_one_are_seen_by_no_other(
    coalition: Coalition, other: Coalition, enter_as: Enter, server_home: Path
) -> None:
    pipeline.build(server_home, [ROOT / "specimen" / "documents" / "ruritania-2015-report.pdf"], only=True)
    mine, theirs, before = enter_as("editor"), enter_as("owner", other), current(server_home)
    content = (ROOT / "specimen" / "documents" / "ruritania-2010-report.pdf").read_bytes()
    answer = mine.post("/add", {"files": SimpleUploadedFile("smuggled.pdf", content)})
    job = answer.headers["Location"]
    finished(workspace_of("ruritania"))
    assert mine.get(job).status_code == 200
    assert (mine.get("/r/XRU-1").status_code, theirs.get("/r/XRU-1").status_code) == (200, 404)
    assert "smuggled.pdf" in mine.get("/documents").content.decode()
    own = current(workspace_of("ruritania"))
    for address in ("/", "/documents", "/problems", "/records", "/add", "/recommendations"):
        page = theirs.get(address).content.decode()
        assert not [words for words in ("smuggled", "XRU-1", own[:12], job[-16:]) if words in page], address
    assert theirs.get(job).status_code == 404
    assert theirs.post(f"{job}/remove").status_code == 404
    assert theirs.get("/records/compare", {"a": own[:12], "b": before[:12]}).status_code == 404
    assert theirs.post("/records/current", {"record": own}).status_code == 404
    assert current(server_home) == before


def test_a_kept_page_of_one_is_not_shown_to_another(
    coalition: Coalition, other: Coalition, enter_as: Enter, server_home: Path
) -> None:
    """Both show the server's record, and one of them has another one of its own that a figure refers to."""
    mine, theirs = enter_as("coordinator"), enter_as("coordinator", other)
    home = workspace_of("ruritania")
    decisions.append(home, {**ANSWER, "kind": "answer", "who": "R.", "oral": True})
    own = pipeline.build(home, []).hash or ""
    page = mine.get("/r/XRU-2").content.decode()
    reference = page.partition("/figure?ref=")[2].partition('"')[0].replace("&amp;", "&")
    assert mine.post("/c/ruritania/record/follow").status_code == 302
    assert current(home) == current(server_home)
    address = f"/figure?ref={reference}"
    assert mine.get(address).status_code == 200
    assert own[:12] in address
    assert theirs.get(address).status_code == 404


def test_groups_of_one_are_its_own_also_when_files_are_as_old_and_long(
    coalition: Coalition, other: Coalition, enter_as: Enter, server_home: Path
) -> None:
    one, two = workspace_of("ruritania") / "groups.toml", workspace_of("strelsau") / "groups.toml"
    one.write_text('friends = ["CHE"]\n')
    two.write_text('enemies = ["CHL"]\n')
    for path in (one, two):
        os.utime(path, ns=(10**18, 10**18))
    address = "/recommendations?q=by:friends"
    mine, theirs = enter_as("reader").get(address), enter_as("reader", other).get(address)
    assert "called “friends”" in theirs.content.decode()
    assert "called “friends”" not in mine.content.decode()
    assert "Switzerland" in mine.content.decode()


def test_the_servers_groups_are_everybodys_who_has_none(
    coalition: Coalition, enter_as: Enter, server_home: Path
) -> None:
    (server_home / "groups.toml").write_text('neighbours = ["CHE"]\n')
    assert "Switzerland" in enter_as("reader").get("/recommendations?q=by:neighbours").content.decode()


def test_who_share_a_record_share_its_pages(coalition: Coalition, other: Coalition, enter_as: Enter) -> None:
    enter_as("guest").get("/r/XRU-2")
    kept = len(caching.PAGES._pages)
    enter_as("guest", other).get("/r/XRU-2")
    assert (kept, len(caching.PAGES._pages)) == (1, 1)


def test_it_is_said_when_the_servers_record_moves_on(
    coalition: Coalition, enter_as: Enter, server_home: Path, tmp_path: Path
) -> None:
    home, client = workspace_of("ruritania"), enter_as("editor")
    decisions.append(home, {**ANSWER, "kind": "answer", "who": "R.", "oral": True})
    pipeline.build(home, [])
    moved_on = "The server’s record has moved on"
    assert moved_on not in client.get("/c/ruritania").content.decode()
    pipeline.build(server_home, [ROOT / "specimen" / "documents" / "ruritania-2015-report.pdf"], only=True)
    assert moved_on in client.get("/c/ruritania").content.decode()
    client.post("/c/ruritania/record/again")
    finished(home)
    assert moved_on not in client.get("/c/ruritania").content.decode()
    assert "ruritania-2010-report.pdf" not in client.get("/documents").content.decode()


def test_another_record_is_made_current_for_one_coalition_alone(
    coalition: Coalition, other: Coalition, enter_as: Enter, server_home: Path
) -> None:
    first = current(server_home)
    pipeline.build(server_home, [ROOT / "specimen" / "documents" / "ruritania-2015-report.pdf"], only=True)
    second = current(server_home)
    assert enter_as("coordinator").post("/records/current", {"record": first}).status_code == 302
    assert [current(each) for each in (workspace_of("ruritania"), workspace_of("strelsau"), server_home)] == [
        first, second, second,
    ]  # fmt: skip


def test_the_command_line_works_in_a_coalitions_workspace(
    coalition: Coalition, server_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = workspace_of("ruritania")
    before = current(server_home)
    decide = ["answer", "XRU-2", "115.1", "--position", "noted", "--oral", "--source", "s", "--why", "w", "--who", "R"]
    assert main(["--home", str(home), "decide", *decide]) == 0
    assert main(["--home", str(home), "build"]) == 0
    assert main(["--home", str(home), "show", "XRU-2"]) == 0
    assert main(["--home", str(home), "record", "list"]) == 0
    assert current(home)[:12] in capsys.readouterr().out
    assert current(server_home) == before != current(home)
    with open_record(home) as record:
        assert len(record.decisions()) == 1


def test_a_coalition_whose_files_are_gone_shows_the_servers_record(
    coalition: Coalition, enter_as: Enter, server_home: Path
) -> None:
    home = workspace_of("ruritania")
    decisions.append(home, {**ANSWER, "kind": "answer", "who": "R.", "oral": True})
    pipeline.build(home, [])
    shutil.rmtree(home / "records")
    assert enter_as("guest").get("/r/XRU-2").status_code == 200
