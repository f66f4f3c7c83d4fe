from __future__ import annotations

import json
import os
import random
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from item6.pipeline import build
from item6.record.check import verify
from item6.record.reader import open_record
from item6.terms.documents import Reading

OLD, FINAL = "ruritania-2010-report.pdf", "ruritania-2015-report.pdf"


def current(home: Path) -> str:
    with open_record(home) as record:
        return record.hash


def test_what_a_build_says(run: Callable, specimen: Path, tmp_path: Path) -> None:
    said = run("--home", tmp_path, "build", specimen, "--workers", "1")
    lines = dict(line.split(maxsplit=1) for line in said.out.splitlines())
    assert (said.code, list(lines)) == (0, ["read", "holds", "issues", "record", "next"])
    assert lines["read"] == f"{len(list(specimen.iterdir()))} files"
    assert lines["holds"].startswith("2 reviews, ")
    assert lines["record"] == current(tmp_path)[:12]
    assert lines["next"] == f"item6 --home {tmp_path} show XRU-1"


def test_the_same_again_and_one_more(run: Callable, specimen: Path, tmp_path: Path) -> None:
    run("--home", tmp_path, "build", specimen / OLD, "--workers", "1")
    again = run("--home", tmp_path, "build", specimen / OLD, "--workers", "1").out
    assert f"record  {current(tmp_path)[:12]} (as before)" in again.splitlines()
    more = json.loads(run("--home", tmp_path, "build", specimen / FINAL, "--workers", "1", "--format", "json").out)
    assert (more["documents_given"], more["documents_kept"], more["reviews"]) == (1, 1, ["XRU-2", "XRU-1"])
    only = json.loads(
        run("--home", tmp_path, "build", "--only", specimen / FINAL, "--workers", "1", "--format", "json").out
    )
    assert (only["documents_kept"], only["reviews"], only["record"]) == (0, ["XRU-2"], current(tmp_path))


def test_a_bad_file_is_code_1_and_the_record_is_made(run: Callable, specimen: Path, tmp_path: Path) -> None:
    missing = tmp_path / "no such file.pdf"
    said = run("--home", tmp_path / "home", "build", missing, specimen / OLD)
    assert (said.code, said.err.splitlines()[0]) == (1, f"{missing}: there is no such file (F102): check the path")
    assert said.out.splitlines()[0] == "read    2 files; 1 could not be read"
    assert current(tmp_path / "home")


def test_builds_of_one_workspace_take_turns_and_lose_nothing(specimen: Path, tmp_path: Path) -> None:
    waits = threading.Event()
    other = threading.Thread(target=lambda: build(tmp_path, [specimen / OLD], waiting=waits.set))

    def begin(done: int, total: int, reading: Reading) -> None:
        other.start()
        assert waits.wait(60)

    build(tmp_path, [specimen / FINAL], progress=begin)
    other.join(60)
    with open_record(tmp_path) as record:
        assert [str(row.name) for row in record.reviews()] == ["XRU-1", "XRU-2"]


def test_documents_of_other_families_are_named_last(run: Callable, tmp_path: Path) -> None:
    other, broken = tmp_path / "a-national-report.docx", tmp_path / "b-broken.pdf"
    document = Document()
    for line in ("A/HRC/WG.6/21/RUR/1", "National report submitted in accordance with paragraph 5", "Ruritania"):
        document.add_paragraph(line)
    document.save(str(other))
    broken.write_bytes(b"%PDF-1.4 cut off")
    said = run("--home", tmp_path / "home", "build", other, broken, "--workers", "1")
    assert said.code == 1
    assert [line.partition(":")[0] for line in said.err.splitlines()[:2]] == [str(broken), str(other)]
    assert said.out.splitlines()[0] == (
        "read    2 files; 1 is a document that item6 does not read; 1 could not be read"
    )


def test_nothing_but_bad_files(run: Callable, tmp_path: Path) -> None:
    home = tmp_path / "home"
    said = run("--home", home, "build", tmp_path / "no such file.pdf", "--workers", "1")
    assert said.code == 1
    assert said.err.splitlines()[-1] == f"{home}: nothing was published: none of the files could be read"


@pytest.mark.parametrize("below", ["", "inside"])
def test_a_workspace_that_cannot_be_written(run: Callable, specimen: Path, tmp_path: Path, below: str) -> None:
    (tmp_path / "file").touch()
    home = tmp_path / "file" / below
    said = run("--home", home, "build", specimen / OLD, "--workers", "1")
    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
    assert ": cannot be written (" in said.err
    assert said.err.endswith(": check the path and its permissions; the record before stands\n")


@pytest.mark.parametrize("kills", [4, pytest.param(15, marks=pytest.mark.full)])
def test_killed_at_any_moment_the_record_before_stands(
    start: Callable, specimen: Path, tmp_path: Path, kills: int
) -> None:
    home, chance = tmp_path / "home", random.Random(6)
    before = build(home, [specimen / OLD]).hash
    after = build(tmp_path / "other", [specimen]).hash
    for _ in range(kills):
        with start("--home", home, "build", specimen, "--workers", "2", start_new_session=True) as process:
            time.sleep(chance.uniform(0.1, 1.2))
            os.killpg(process.pid, signal.SIGKILL)
        assert current(home) in (before, after)
        assert [each.key for each in verify(home)] == []
    with start("--home", home, "build", specimen, "--workers", "2") as process:
        process.communicate()
    assert (process.returncode, current(home), verify(home)) == (0, after, ())
    leftovers = [path.name for path in (home / "documents").iterdir() if path.suffix not in (".pdf", ".docx", ".csv")]
    assert leftovers == []


def test_stopped_by_hand_the_record_before_stands(
    run: Callable, specimen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = build(tmp_path, [specimen / OLD]).hash

    def stopped(*arguments: object, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("item6.pipeline.run.read_files", stopped)
    said = run("--home", tmp_path, "build", specimen)
    assert (said.code, said.out) == (1, "")
    assert said.err == "stopped: nothing has changed; the record before stands\n"
    assert current(tmp_path) == before


def test_ctrl_c_ends_the_process_with_one_line(start: Callable, specimen: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    with start("--home", home, "build", specimen, "--workers", "2", start_new_session=True) as process:
        while process.poll() is None and not (home / "documents").exists():
            time.sleep(0.01)
        time.sleep(0.05)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate()
    assert (process.returncode, out) == (1, b"")
    assert err == b"stopped: nothing has changed; the record before stands\n"
    assert not (home / "records" / "current").exists()


def test_a_record_made_again_names_documents_as_people_know_them(run: Callable, specimen: Path, tmp_path: Path) -> None:
    run("--home", tmp_path, "build", specimen / "ruritania-2015-addendum.pdf", "--workers", "1")
    again = run("--home", tmp_path, "build", "--workers", "1", "--notes")
    assert again.out.splitlines()[0] == "read    1 document of the record before"
    assert str(tmp_path / "documents") not in again.err
    assert again.err.startswith("ruritania-2015-addendum.pdf: ")
