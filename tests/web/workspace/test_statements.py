"""Checking in the browser: verdicts in place, downloads, what is kept and what is not, and texts that mean harm."""

from __future__ import annotations

import io
import json
import logging
import os
import signal
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hostile_record import TRIES
from pages import page_of
from pdf_files import text_pdf
from word_files import paragraph, run, word_file

from item6 import pipeline
from item6.checks import kept
from item6.files.docx import read_docx
from item6.record.writer import make_current
from item6.web.statements import asking, running
from item6.web.statements.asking import LONGEST_TEXT

Browse = Callable[..., Client]

TEXT = "At its second review Ruritania received 56 recommendations. It supported 41 of the 56 and noted 11."
SECRET = "Quetzalcoatl-7431"


def upload(name: str, contents: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, contents)


def verdicts(client: Client, **fields: object) -> list[dict[str, object]]:
    answer = client.post("/check", {**fields, "form": "jsonl"})
    assert answer.status_code == 200
    return [json.loads(line) for line in answer.content.decode().splitlines()]


def tree(home: Path) -> dict[str, bytes]:
    return {str(path.relative_to(home)): path.read_bytes() for path in sorted(home.rglob("*")) if path.is_file()}


def test_verdicts_stand_in_the_text(browse: Browse, built_home: Path) -> None:
    answer = browse(built_home).post("/check", {"text": TEXT})
    assert answer.status_code == 200
    page = answer.content.decode()
    assert '<mark class="look">41</mark>' in page
    words = " ".join(page_of(answer.content).words.split())
    for said in ("4 claims ; 1 asks to be looked at", "differs", "44, not 41", "44 supported of 56", "2015-06-03"):
        assert said.replace(" ;", ";") in words.replace(" ;", ";"), said


def test_a_number_leads_to_its_figure_and_its_rows(browse: Browse, built_home: Path) -> None:
    client = browse(built_home)
    links = page_of(client.post("/check", {"text": TEXT}).content).links("/check")
    figures = [each for each in links if each.startswith("/figure?ref=supported%40")]
    rows = [each for each in links if each.startswith("/r/XRU-2/")]
    assert len(figures) == 1 and rows[0] == "/r/XRU-2/115.1"
    assert "44 rows" in page_of(client.get(figures[0]).content).words
    assert client.get(rows[0]).status_code == 200


@pytest.mark.parametrize(
    ("name", "contents"),
    [
        ("a.txt", TEXT.encode()),
        ("a.md", f"# Title\n\n{TEXT}".encode()),
        ("a.html", f"<p>{TEXT}</p>".encode()),
        ("a.docx", word_file(paragraph(runs=run(TEXT)))),
        ("a.pdf", text_pdf([[TEXT[:59], TEXT[60:]]])),
    ],
)
def test_every_kind_of_file_is_taken(browse: Browse, built_home: Path, name: str, contents: bytes) -> None:
    client = browse(built_home)
    found = verdicts(client, file=upload(name, contents))
    assert [(each["document"], each["text"], each["verdict"]) for each in found] == [
        (name, "56", "matches"), (name, "41", "differs"), (name, "56", "matches"), (name, "11", "matches"),
    ]  # fmt: skip
    assert found[1]["nearest"].startswith("Ruritania, cycle 2: 44 supported of 56")
    assert len(found[1]["rows"]) == 44


def test_a_word_file_comes_back_with_comments(browse: Browse, built_home: Path) -> None:
    client = browse(built_home)
    own = word_file(paragraph(runs=run(TEXT)), headers=(paragraph(runs=run("our letterhead")),))
    page = page_of(client.post("/check", {"file": upload("ours.docx", own)}).content)
    hidden = {held["name"]: held["value"] for tag, held in page.elements if tag == "input" and "value" in held}
    answer = client.post("/check", {"name": hidden["name"], "carried": hidden["carried"], "form": "docx"})
    assert 'filename="ours-checked.docx"' in answer.headers["Content-Disposition"]
    assert read_docx(answer.content).text == TEXT
    parts = zipfile.ZipFile(io.BytesIO(answer.content))
    assert "our letterhead" in parts.read("word/header1.xml").decode()
    assert parts.read("word/comments.xml").decode().count("<w:comment ") == 4


def test_what_is_told_of_the_text_is_used(browse: Browse, built_home: Path) -> None:
    client = browse(built_home)
    text = "The State received 56 recommendations."
    for told, verdict in (
        ({}, "needs State or cycle"), ({"state": "Ruritania", "cycle": "2"}, "matches"),
        ({"state": "xru", "as_of": "2015-07-01"}, "matches"), ({"title": "Ruritania's second UPR"}, "matches"),
    ):  # fmt: skip
        assert [each["verdict"] for each in verdicts(client, text=text, **told)] == [verdict]


@pytest.mark.parametrize(
    ("fields", "status", "said"),
    [
        ({}, 400, "There is no text yet"),
        ({"text": " \n"}, 400, "There is no text yet"),
        ({"text": TEXT, "state": "Rurutania"}, 400, "Did you mean Ruritania"),
        ({"text": TEXT, "cycle": "x"}, 400, "A cycle is a number"),
        ({"text": TEXT, "cycle": "٣"}, 400, "A cycle is a number"),
        ({"text": TEXT, "as_of": "June"}, 400, "A date is written like"),
        ({"text": "a" * (LONGEST_TEXT + 1)}, 413, "longer than"),
        ({"text": TEXT, "file": upload("a.txt", b"a")}, 400, "Both a text and a file"),
        ({"file": upload("a.pdf", b"%PDF-1.7\nx")}, 400, "cut off or damaged"),
        ({"file": upload("a.bin", b"\0\1\2" * 99)}, 400, "error"),
        ({"file": upload("a.txt", b"a" * 20_000_001)}, 413, "larger than 20 MB"),
    ],
)
def test_what_cannot_be_checked_is_said_beside_its_field(
    browse: Browse, built_home: Path, fields: dict[str, object], status: int, said: str
) -> None:
    answer = browse(built_home).post("/check", fields)
    assert answer.status_code == status
    page = page_of(answer.content)
    assert said.lower() in page.words.lower()
    assert [held for _, held in page.elements if held.get("aria-invalid") == "true"]
    typed = {held.get("name"): held.get("value") for tag, held in page.elements if tag == "input"}
    assert {key: typed[key] for key in ("state", "cycle", "as_of") if key in fields} == {
        key: fields[key] for key in ("state", "cycle", "as_of") if key in fields
    }


@pytest.mark.parametrize("tried", TRIES)
def test_fields_that_mean_harm_do_nothing(browse: Browse, built_home: Path, tried: str) -> None:
    client = browse(built_home)
    for fields in (
        {"state": tried}, {"cycle": tried, "as_of": tried, "title": tried, "name": tried}, {"carried": tried},
        {"file": upload("a.pdf", b"%PDF-1.7\n" + tried.encode("utf-8", "replace"))},
    ):  # fmt: skip
        answer = client.post("/check", fields)
        assert answer.status_code == 400
        page = page_of(answer.content)
        assert page.running == []
        assert [each for each in page.addresses if not each.startswith(("/", "?", "#"))] == []


def test_a_text_that_means_harm_is_shown_and_does_nothing(browse: Browse, built_home: Path) -> None:
    client = browse(built_home)
    tries = [tried.replace("\x00", "") for tried in TRIES]
    text = "\n\n".join(f"{tried} {TEXT} 56 {tried} recommendations" for tried in tries)
    for fields in (
        {"text": text}, {"text": TEXT, "title": " ".join(tries)}, {"file": upload("a.txt", text.encode())},
        {"text": TEXT, "name": tries[0], "form": tries[1]}, {"text": TEXT, "name": " ".join(tries), "keep": tries[0]},
    ):  # fmt: skip
        answer = client.post("/check", fields)
        assert answer.status_code == 200
        page = page_of(answer.content)
        assert page.running == []
        assert [each for each in page.addresses if not each.startswith(("/", "?", "#"))] == []
    shown = page_of(client.post("/check", {"text": text}).content).words
    assert [tried for tried in tries if tried.split()[0] not in shown] == []
    made = client.post("/check", {"text": text, "name": " ".join(tries), "form": "html"})
    page = page_of(made.content)
    assert [each for each in page.running if each != "style"] == []
    assert [each for each in page.addresses if not each.startswith("#")] == []
    assert "\n" not in made.headers["Content-Disposition"]


def test_nothing_is_written_unless_somebody_says_so(
    browse: Browse, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    """Not in the workspace, not among temporary files, not in what is logged, also where the file cannot be read."""
    aside = tmp_path / "aside"
    aside.mkdir()
    monkeypatch.setenv("TMPDIR", str(aside))
    monkeypatch.setattr("tempfile.tempdir", str(aside))
    caplog.set_level(logging.DEBUG)
    client, before = browse(home), tree(home)
    text = f"{SECRET} received 56 recommendations."
    for fields in (
        {"text": text}, {"text": text, "form": "html"}, {"file": upload(f"{SECRET}.txt", text.encode())},
        {"file": upload(f"{SECRET}.docx", word_file(paragraph(runs=run(text)))), "form": "docx"},
        {"file": upload(f"{SECRET}.pdf", b"%PDF-1.7 " + text.encode())}, {"text": text, "state": SECRET},
    ):  # fmt: skip
        client.post("/check", fields)
    assert tree(home) == before
    assert list(aside.rglob("*")) == []
    said = capfd.readouterr()
    assert SECRET not in said.out + said.err + caplog.text


def test_a_text_does_not_stand_in_addresses(browse: Browse, built_home: Path) -> None:
    client = browse(built_home)
    assert client.get("/check", {"text": TEXT}).status_code == 200
    assert "supported 41" not in client.get("/check", {"text": TEXT}).content.decode()
    page = page_of(client.post("/check", {"text": f"{SECRET} {TEXT}"}).content)
    assert [each for each in page.addresses if SECRET in each] == []
    assert SECRET not in next(iter(page.words.split("item6")))  # the title, which browsers list


def test_kept_checked_again_accepted_and_removed(browse: Browse, home: Path, tmp_path: Path) -> None:
    client = browse(home)
    final = pipeline.build(home, [home / "documents"], only=True).hash
    answer = client.post("/check", {"text": TEXT, "keep": "yes", "title": "Our statement"})
    (only,) = kept.kept_in(home)
    assert f"/statements/{only.id}" in page_of(answer.content).links("/check")
    path = home / "statements" / f"{only.id}.json"
    if sys.platform != "win32":
        assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert "Unchanged in the current record" in client.get("/statements").content.decode()
    decided = {"kind": "answer", "review": "XRU-2", "number": "117.1", "position": "accepted", "stage": "adoption"}
    lines = home / "decisions" / "decisions.jsonl"
    lines.parent.mkdir(exist_ok=True)
    lines.write_text(json.dumps({**decided, "source": "letter", "why": "said so", "who": "Ana", "when": "2016-01-01"}))
    assert pipeline.build(home, []).hash != final
    waiting = client.get("/statements").content.decode()
    assert "1 statement was checked against an earlier record" in waiting
    assert client.post("/statements/again").headers["Location"] == "/statements"
    listed = " ".join(page_of(client.get("/statements").content).words.split())
    assert "1 claim has changed." in listed or "claims have changed" in listed, listed
    one = " ".join(page_of(client.get(f"/statements/{only.id}").content).words.split())
    assert "Changed since it was kept" in one and "XRU-2#117.1" in one
    assert client.post(f"/statements/{only.id}/accept").headers["Location"] == f"/statements/{only.id}"
    assert "Changed since it was kept" not in client.get(f"/statements/{only.id}").content.decode()
    assert client.post(f"/statements/{only.id}/forget").headers["Location"] == "/statements"
    assert not path.exists()
    make_current(home, final)


def test_a_file_that_is_damaged_is_named_and_can_be_removed(browse: Browse, home: Path) -> None:
    client = browse(home)
    client.post("/check", {"text": TEXT, "keep": "yes"})
    path = next((home / "statements").glob("*.json"))
    path.write_text('{"version": 1, "text": ')
    assert f"The file of statement {path.stem} cannot be understood" in client.get("/statements").content.decode()
    assert client.get(f"/statements/{path.stem}").status_code == 404
    assert client.post(f"/statements/{path.stem}/forget").status_code == 302
    assert not path.exists()


@pytest.mark.parametrize("form", ["/check", "/statements/again", "/statements/{id}/accept", "/statements/{id}/forget"])
def test_a_form_without_its_token_changes_nothing(browse: Browse, home: Path, form: str) -> None:
    browse(home).post("/check", {"text": TEXT, "keep": "yes"})
    (only,) = kept.kept_in(home)
    before = tree(home)
    stranger = browse(home, enforce_csrf_checks=True)
    stranger.get("/check")
    answer = stranger.post(form.format(id=only.id), {"text": f"{TEXT} 12 more.", "keep": "yes"})
    assert (answer.status_code, tree(home)) == (403, before)


def test_without_a_record_the_own_sums_are_checked(browse: Browse, new_home: Path) -> None:
    text = "It received 50 recommendations and accepted 60."
    answer = browse(new_home).post("/check", {"text": text})
    assert "does not add up" in answer.content.decode()
    assert "There is no record yet" in answer.content.decode()


def test_a_check_that_takes_too_long_is_ended(
    browse: Browse, built_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process is gone afterwards, and so is what it held."""
    started = []
    real = subprocess.Popen

    def slow(command: list[str], **options: object) -> object:
        started.append(real([sys.executable, "-c", "import time; time.sleep(600)"], **options))
        return started[-1]

    monkeypatch.setattr(running.subprocess, "Popen", slow)
    monkeypatch.setattr(running, "PATIENCE", 0.2)
    answer = browse(built_home).post("/check", {"text": TEXT})
    assert answer.status_code == 413
    assert "longer than two minutes" in answer.content.decode()
    assert started[0].returncode == -signal.SIGKILL if hasattr(signal, "SIGKILL") else started[0].returncode


def test_a_check_that_dies_is_said(browse: Browse, built_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = subprocess.Popen
    monkeypatch.setattr(
        running.subprocess, "Popen",
        lambda command, **options: real([sys.executable, "-c", "import sys; sys.stdin.read(); sys.exit(1)"], **options),
    )  # fmt: skip
    answer = browse(built_home).post("/check", {"text": TEXT})
    assert answer.status_code == 500
    assert "The check failed" in answer.content.decode()
    assert TEXT.split()[0] in answer.content.decode()  # what was typed is not lost


def test_no_more_than_two_at_once(browse: Browse, built_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "_AT_ONCE", threading.BoundedSemaphore(1))
    monkeypatch.setattr(running, "_TURN", 0.05)
    running._AT_ONCE.acquire()
    client = browse(built_home)
    assert client.post("/check", {"text": TEXT}).status_code == 503
    running._AT_ONCE.release()
    assert client.post("/check", {"text": TEXT}).status_code == 200


def test_a_page_shows_the_first_claims_and_says_how_many_more(browse: Browse, built_home: Path) -> None:
    answer = browse(built_home).post("/check", {"text": f"{TEXT}\n\n" * 150})
    assert answer.status_code == 200
    assert "200 more claims are not shown" in " ".join(page_of(answer.content).words.split())


def test_a_large_file_is_not_carried(browse: Browse, built_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "CARRIED", len(TEXT) - 1)
    answer = browse(built_home).post("/check", {"file": upload("a.txt", TEXT.encode())})
    assert answer.status_code == 200
    assert "choose it again" in answer.content.decode()


def test_the_process_holds_no_secret_and_few_rights(monkeypatch: pytest.MonkeyPatch, built_home: Path) -> None:
    seen: list[dict[str, str]] = []
    real = subprocess.Popen

    def watched(command: list[str], **options: object) -> object:
        seen.append(dict(options["env"]))  # type: ignore[arg-type,call-overload]  # what is given is a mapping
        return real(command, **options)

    monkeypatch.setenv("ITEM6_SECRET", "s")
    monkeypatch.setattr(running.subprocess, "Popen", watched)
    found = running.checked(built_home, TEXT.encode(), name="a", is_text=True, context=running.Context(), form="page")
    assert found.page and found.page["claims"] == 4
    assert "ITEM6_SECRET" not in seen[0]
    assert os.environ["ITEM6_SECRET"] == "s"
