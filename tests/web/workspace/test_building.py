"""Documents dropped into the browser become a record; whatever is wrong with one costs the others nothing."""

from __future__ import annotations

import errno
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from bad_files import BAD_FILES
from django.conf import settings
from django.test import Client, override_settings
from dropped_files import drop, form_of, hold_turn, job_at, upload, wait_until_ended, words_of
from specimen_files import SPECIMEN

from item6.pipeline import reading, stored_path
from item6.record.reader import open_record
from item6.terms.issue_catalogue import CATALOGUE
from item6.web.building import incoming
from item6.web.building.incoming import called

Browse = Callable[..., Client]

OLD, FINAL = (SPECIMEN / "documents" / f"ruritania-{year}-report.pdf" for year in (2010, 2015))
ADDENDUM = SPECIMEN / "documents" / "ruritania-2015-addendum.pdf"


def test_dropped_documents_give_the_record_that_the_command_gives(
    browse: Browse, new_home: Path, built_home: Path
) -> None:
    client = browse(new_home)
    assert 'href="/add"' in client.get("/").content.decode()
    address = drop(client, *sorted((SPECIMEN / "documents").iterdir()))
    assert wait_until_ended(new_home, address) == "done"
    page = client.get(address).content.decode()
    assert re.findall(r'href="(/r/[^"]+)"', page) == ["/r/XRU-1", "/r/XRU-2"]
    assert client.get("/r/XRU-2").status_code == 200
    assert open_record(new_home).hash == open_record(built_home).hash


def test_one_more_document_joins_the_record(browse: Browse, new_home: Path) -> None:
    client = browse(new_home)
    first = drop(client, OLD)
    assert wait_until_ended(new_home, first) == "done"
    before = open_record(new_home).hash
    second = drop(client, FINAL, OLD)
    assert wait_until_ended(new_home, second) == "done"
    result = job_at(new_home, second).result
    assert (result["added"], result["renewed"], result["previous"]) == (["XRU-2"], ["XRU-1"], before)
    words = words_of(client.get(second).content.decode())
    assert "2 documents were read" in words
    assert "What changed since the record before" in words
    third = drop(client, FINAL)
    assert wait_until_ended(new_home, third) == "done"
    assert "nothing has changed" in words_of(client.get(third).content.decode())


def test_an_answer_without_its_report_is_kept_and_said(browse: Browse, new_home: Path) -> None:
    client = browse(new_home)
    address = drop(client, OLD, ADDENDUM)
    assert wait_until_ended(new_home, address) == "done"
    words = words_of(client.get(address).content.decode())
    assert f"Kept until the report of their review is there {ADDENDUM.name}" in words


def test_every_bad_file_is_named_and_every_good_one_read(browse: Browse, new_home: Path, built_home: Path) -> None:
    client = browse(new_home)
    bad = {f"{at:02}-{file}": (make(), key) for at, (file, make, key) in enumerate(BAD_FILES.values())}
    good = sorted((SPECIMEN / "documents").iterdir())
    address = drop(client, *good, *(upload(name, contents) for name, (contents, _) in bad.items()))
    assert wait_until_ended(new_home, address) == "done"
    with open_record(new_home) as record, open_record(built_home) as without:
        assert (record.documents(), record.reviews()) == (without.documents(), without.reviews())
    words = words_of(client.get(address).content.decode())
    assert f"{len(good)} documents were read" in words
    assert f"{len(bad)} files were not read" in words
    told = {each.name: each.code for each in job_at(new_home, address).problems}
    assert told == {name: CATALOGUE[key].code for name, (_, key) in bad.items()}
    said = [f"{each.name}: {each.message}. {each.hint} ({each.code})" for each in job_at(new_home, address).problems]
    assert [sentence for sentence in said if sentence not in words] == []


def test_a_copy_of_the_workspace_that_was_damaged_is_named(browse: Browse, new_home: Path) -> None:
    client = browse(new_home)
    assert wait_until_ended(new_home, drop(client, OLD)) == "done"
    with open_record(new_home) as record:
        stored_path(new_home, record.documents()[0]).write_bytes(FINAL.read_bytes())
    address = drop(client, ADDENDUM)
    assert wait_until_ended(new_home, address) == "done"
    said = f"{OLD.name}: the file is cut off or damaged: the workspace's copy is not what was stored."
    assert said in words_of(client.get(address).content.decode())


def test_nothing_but_bad_files(browse: Browse, home: Path, new_home: Path) -> None:
    client = browse(new_home)
    address = drop(client, upload("empty.pdf", b""))
    assert wait_until_ended(new_home, address) == "done"
    words = words_of(client.get(address).content.decode())
    assert "Nothing could be read No record was made." in words
    assert "empty.pdf: the file is empty (0 bytes). download it again (F101)" in words
    assert not (new_home / "records" / "current").exists()


PATHS = [
    rb"../../escaped.pdf", rb"..\\..\\escaped.pdf", rb"/etc/escaped.pdf", rb"C:\\escaped.pdf", b"nul\x00escaped.pdf",
    "\u202efdp.escaped.pdf".encode(), b"CON", b"aux.pdf", b"x" * 300 + b".pdf", b"<img src=x onerror=alert(1)>.pdf",
    b"{{ 7|add:7 }}.pdf", b"=cmd()|a.pdf", b"%00%2e%2e%2f.pdf", "報告\u200f.pdf".encode(), b"a%0Ab.pdf",
    b"-rf.pdf", b"~root.pdf", b"$HOME.pdf", b".hidden", b"....pdf",
]  # fmt: skip


def test_names_never_become_paths_or_markup(browse: Browse, tmp_path: Path) -> None:
    home = tmp_path / "inner" / "home"
    client = browse(home)
    go_on = hold_turn(home)
    outside = {path for path in tmp_path.rglob("*") if home not in path.parents}
    answer = client.post("/add", **form_of(PATHS, FINAL.read_bytes()[:50]))
    address = answer.headers["Location"]
    folder = home / "incoming" / address.rsplit("/", 1)[1]
    stored = sorted(path.name for path in (folder / "files").iterdir())
    assert len(stored) == len(PATHS)
    assert all(re.fullmatch(r"[0-9a-f]{32}", name) for name in stored)
    names = [each.name for each in incoming.kept_in(folder)]
    assert [name for name in names if re.search(r"[/\\\x00-\x1f\u202a-\u202e\u200f]", name) or len(name) > 200] == []
    assert {"escaped.pdf", "CON", "報告.pdf", "<img src=x onerror=alert(1)>.pdf"} <= set(names)
    go_on()
    assert wait_until_ended(home, address) == "done"
    page = client.get(address).content.decode()
    assert len(job_at(home, address).problems) == len(PATHS)
    assert "<img" not in page
    assert "&lt;img src=x onerror=alert(1)&gt;.pdf" in page
    assert "{{ 7|add:7 }}.pdf" in page
    assert {path for path in tmp_path.rglob("*") if home not in path.parents} == outside


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("report.pdf", "report.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Ana\\report.pdf", "report.pdf"),
        ("\u202ereport\u2069.pdf", "report.pdf"),
        ("re\0po\nrt.pdf", "report.pdf"),
        ("e\u0301tude.pdf", "étude.pdf"),
        ("می\u200cخواهم.pdf", "می\u200cخواهم.pdf"),
        ("half \ud800.pdf", "half .pdf"),
        ("..", "unnamed"),
        ("folder/", "unnamed"),
        ("", "unnamed"),
        (" \t", "unnamed"),
        ("x" * 300 + ".pdf", "x" * 188 + "….pdf"),
        ("x" * 300, "x" * 199 + "…"),
        ("." + "x" * 300, "." + "x" * 198 + "…"),
        ("x." + "y" * 300, "x….yyyyyyyy"),
    ],
)
def test_what_a_file_is_called(name: str, shown: str) -> None:
    assert called(name) == shown


def test_what_is_sent_is_for_its_owner_only_and_goes_when_it_is_read(browse: Browse, new_home: Path) -> None:
    client = browse(new_home)
    go_on = hold_turn(new_home)
    address = drop(client, OLD, upload("empty.pdf", b""))
    folder = job_at(new_home, address).folder
    modes = {
        path: path.stat().st_mode & 0o777 for path in [folder, *folder.rglob("*")] if path.name not in ("lock", "log")
    }
    assert {mode for path, mode in modes.items() if path.is_file()} == {0o600}
    assert {mode for path, mode in modes.items() if path.is_dir()} == {0o700}
    assert len(list((folder / "files").iterdir())) == 2
    go_on()
    assert wait_until_ended(new_home, address) == "done"
    assert not (folder / "files").exists()
    assert len(list((new_home / "documents").iterdir())) == 1


def left(home: Path) -> list[Path]:
    """Everything below `incoming` that is no lock."""
    return [path for path in (home / "incoming").rglob("*") if path.name not in (".turn", ".starting")]


@pytest.mark.parametrize(
    ("limit", "value", "status", "said"),
    [
        ("TOTAL_LIMIT", 1000, 413, "These files are larger together than is taken in one go"),
        ("NUMBER_LIMIT", 1, 400, "These are more files than are taken in one go"),
    ],
)
def test_too_much_at_once(
    browse: Browse, new_home: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int, status: int, said: str
) -> None:
    monkeypatch.setattr(incoming, limit, value)
    answer = browse(new_home).post("/add", {"files": [upload("a.pdf", b"a" * 600), upload("b.pdf", b"b" * 600)]})
    assert (answer.status_code, left(new_home)) == (status, [])
    page = answer.content.decode()
    assert said in words_of(page)
    assert 'aria-invalid="true"' in page


def test_no_file_at_all(browse: Browse, new_home: Path) -> None:
    answer = browse(new_home).post("/add")
    assert (answer.status_code, left(new_home)) == (400, [])
    assert "No file was chosen." in words_of(answer.content.decode())


def test_more_files_than_the_form_is_parsed_for(browse: Browse, new_home: Path) -> None:
    client = browse(new_home)
    with override_settings(DATA_UPLOAD_MAX_NUMBER_FILES=3):
        answer = client.post("/add", {"files": [upload(f"{at}.pdf", b"a") for at in range(4)]})
    assert (answer.status_code, left(new_home)) == (400, [])
    assert "at most 3 files in one go, and 8 MB of text. Nothing was changed." in words_of(answer.content.decode())
    assert incoming.NUMBER_LIMIT == settings.DATA_UPLOAD_MAX_NUMBER_FILES


def test_one_file_that_is_too_large_costs_the_others_nothing(
    browse: Browse, new_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "SIZE_LIMIT", OLD.stat().st_size)
    client = browse(new_home)
    address = drop(client, OLD, upload("film.pdf", b"a" * (OLD.stat().st_size + 1)))
    assert wait_until_ended(new_home, address) == "done"
    words = words_of(client.get(address).content.decode())
    assert "film.pdf: the file is larger than 0 MB." in words
    assert job_at(new_home, address).result["added"] == ["XRU-1"]


def test_a_full_disk_leaves_nothing_behind(browse: Browse, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path) -> int:
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    before = open_record(home).hash
    monkeypatch.setattr(incoming, "_own", full)
    answer = browse(home).post("/add", {"files": [upload("a.pdf", b"a")]})
    assert (answer.status_code, left(home)) == (500, [])
    assert "The workspace cannot be written (no space left on device). Nothing was changed." in words_of(
        answer.content.decode()
    )
    assert open_record(home).hash == before
