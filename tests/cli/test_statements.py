"""Statements that are kept: stored at once or not at all, checked again against newer records, forgotten."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from counted_reviews import publish_counted

from item6.checks import kept
from item6.checks.checking import check
from item6.checks.kept_changes import changes
from item6.checks.marked import mark
from item6.checks.resolving import Context
from item6.decisions import append

Ask = Callable[..., Any]

TEXT = "At its fourth UPR China accepted 290 of the 428 recommendations.\n"
TOTALS = {"kind": "totals", "review": "CHN-4", "source": "a letter", "why": "counted anew", "who": "Ana"}


@pytest.fixture(scope="module")
def counted_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept")
    publish_counted(folder, totals=True)
    return folder


@pytest.fixture
def home(counted_home: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(counted_home, tmp_path / "home"))


@pytest.fixture
def statement(tmp_path: Path) -> Path:
    path = tmp_path / "statement.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def change_the_record(run: Ask, home: Path, accepted: int = 289) -> None:
    """A new record, in which the published totals are others."""
    parts = {"received": 428, "accepted": accepted, "in_part": 8, "noted": 33, "rejected": 98}
    append(home, {**TOTALS, **parts, "when": f"2031-01-{accepted - 280:02}"})
    assert "1 statement checked against an earlier record" in run("--home", home, "build").out


def test_kept_is_private_and_kept_once(run: Ask, home: Path, statement: Path) -> None:
    first = run("--home", home, "check", statement, "--keep")
    assert first.code == 0
    assert first.err.startswith("kept as ")
    name = first.err.split()[2].rstrip(";")
    run("--home", home, "check", statement, "--keep")
    run("--home", home, "check", statement, "--keep", "--state", "China")  # said otherwise: another one
    found = kept.kept_in(home)
    assert sorted(each.id for each in found) == sorted(path.stem for path in (home / "statements").glob("*.json"))
    assert len(found) == 2 and name in {each.id for each in found}
    if sys.platform != "win32":
        modes = {path.stat().st_mode & 0o777 for path in (home / "statements").glob("*.json")}
        assert (modes, (home / "statements").stat().st_mode & 0o777) == ({0o600}, 0o700)
    assert [each["verdict"] for each in found[0].claims] == ["matches", "matches"]
    assert all(each["reference"] for each in found[0].claims)


def test_nothing_is_kept_unasked(run: Ask, home: Path, statement: Path) -> None:
    run("--home", home, "check", statement)
    assert not (home / "statements").exists()
    assert run("--home", home, "statements").out.startswith("no statement is kept; keep one with:")


def test_what_a_new_record_changes_is_listed(run: Ask, home: Path, statement: Path) -> None:
    run("--home", home, "check", statement, "--keep")
    same = run("--home", home, "statements", "--again")
    assert (same.code, same.out.splitlines()[-1]) == (0, "1 statement: 0 changed, 0 claims to look at again")
    change_the_record(run, home)
    listed = run("--home", home, "statements")
    assert "1 statement was checked against an earlier record" in listed.out
    again = run("--home", home, "statements", "--again")
    assert again.code == 1
    assert [" ".join(line.split()) for line in again.out.splitlines()[1:3]] == [
        "[290] supported CHN-4", "verdict matches → sources of record disagree",
    ]  # fmt: skip
    (row,) = map(json.loads, run("--home", home, "statements", "--again", "--format", "jsonl").out.splitlines())
    assert (row["before"], row["now"], row["to_look_at"]) == ("matches", "sources of record disagree", True)
    assert "1 claim changed, 1 to look at again" in run("--home", home, "statements").out
    accepted = run("--home", home, "statements", "--again", "--accept")
    assert accepted.code == 1
    after = run("--home", home, "statements", "--again")
    assert (after.code, "unchanged" in after.out) == (0, True)


def test_what_was_wrong_before_is_nothing_new(run: Ask, home: Path, statement: Path) -> None:
    statement.write_text(TEXT.replace("290", "209"))
    assert run("--home", home, "check", statement, "--keep").code == 1
    change_the_record(run, home)
    again = run("--home", home, "statements", "--again")
    assert again.code == 0
    assert "value 290 → 289" in " ".join(again.out.split())


def test_some_of_them_and_forgetting(run: Ask, home: Path, statement: Path) -> None:
    run("--home", home, "check", statement, "--keep")
    run("--home", home, "check", statement, "--keep", "--cycle", "4")
    first, second = (each.id for each in kept.kept_in(home))
    assert len(run("--home", home, "statements", first, "--format", "jsonl").out.splitlines()) == 1
    gone = run("--home", home, "statements", "--forget", first[:12])
    assert (gone.code, gone.err) == (0, f"{first}: forgotten\n")
    assert [each.id for each in kept.kept_in(home)] == [second]
    for wrong in (["--forget"], ["--accept"], ["--forget", first], ["--again", "zz"], ["--again", "--forget", second]):
        assert run("--home", home, "statements", *wrong).code == 2
    assert [each.id for each in kept.kept_in(home)] == [second]


@pytest.mark.parametrize("contents", [b"", b"{", b"[]", b'{"version": 9}', b"\xff\xfe", b"[" * 100_000, b'{"text": 1}'])
def test_a_damaged_file_is_named_and_costs_the_others_nothing(
    run: Ask, home: Path, statement: Path, contents: bytes
) -> None:
    run("--home", home, "check", statement, "--keep")
    bad = home / "statements" / f"{'0' * 16}.json"
    bad.write_bytes(contents)
    said = run("--home", home, "statements", "--again")
    assert said.code == 0
    assert said.err == f"{bad}: this statement cannot be understood: item6 statements --forget {'0' * 16}\n"
    assert "1 statement: 0 changed" in said.out
    assert run("--home", home, "statements", "--forget", "0000").code == 0
    assert not bad.exists()


def test_a_disk_that_refuses_is_said_and_the_verdicts_are_printed(
    run: Ask, home: Path, statement: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    run("--home", home, "check", statement, "--keep")
    before = {path.name: path.read_bytes() for path in (home / "statements").glob("*.json")}
    monkeypatch.setattr(kept.os, "fsync", full)
    said = run("--home", home, "check", statement, "--keep")
    assert said.code == 1
    assert "could not be kept (no space left on device)" in said.err and "kept as" not in said.err
    assert "2 claims: 2 matches" in said.out
    assert run("--home", home, "statements", "--again").code == 1
    assert {path.name: path.read_bytes() for path in (home / "statements").glob("*.json")} == before


KEEPER = """
import sys
from pathlib import Path
from item6.checks import kept
from item6.checks.checking import check
from item6.checks.marked import mark
from item6.checks.resolving import Context
home = Path(sys.argv[1])
at = 0
while True:
    text = f"It received {at + 2} recommendations and accepted {at}. " + "Words. " * 2000
    print(kept.keep(home, mark(f"{at}.txt", text, check(text, None), None, Context())), flush=True)
    at += 1
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows ends processes otherwise")
@pytest.mark.parametrize("attempt", range(3))
def test_killed_anywhere_nothing_that_was_said_is_lost(root: Path, tmp_path: Path, attempt: int) -> None:
    environment = {**os.environ, "PYTHONPATH": str(root / "src")}
    command = [sys.executable, "-c", KEEPER, str(tmp_path)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True)
    assert process.stdout
    said = [process.stdout.readline().strip() for _ in range(5 + 7 * attempt)]
    time.sleep(0.003 * attempt)
    process.kill()
    said += process.stdout.read().split()
    process.wait()
    process.stdout.close()
    assert {each for each in said if len(each) == 16} <= {each.id for each in kept.kept_in(tmp_path)}
    assert kept.damaged_in(tmp_path) == []
    text = "It received 5 recommendations."
    kept.keep(tmp_path, mark("a", text, check(text, None), None, Context()))
    assert list((tmp_path / "statements").glob(".part-*")) == []  # what was left half written is gone


def test_one_that_is_removed_meanwhile_stays_removed(home: Path) -> None:
    from item6.record.reader import open_record

    with open_record(home) as record:
        name = kept.keep(home, mark("a", TEXT, check(TEXT, record), record, Context()))
        held = kept.kept_as(home, name)
        assert held and kept.forget(home, name)
        kept.check_again(home, held, record)
    assert kept.kept_in(home) == []


def claim(**said: object) -> dict[str, object]:
    base = {
        "start": 1, "end": 4, "kind": "count", "unit": "recommendations", "text": "290", "role": "supported",
        "review": "CHN-4", "verdict": "matches", "computed": "290", "basis": "b", "rows": ["a", "b"], "why": "",
    }  # fmt: skip
    return {**base, **said}


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ({}, None),
        ({"why": "told otherwise"}, None),
        ({"verdict": "differs"}, ("matches", "differs", (), (), True)),
        ({"verdict": "superseded"}, ("matches", "superseded", (), (), False)),
        ({"computed": "291"}, ("matches", "matches", (), (), False)),
        ({"rows": ["a", "c"]}, ("matches", "matches", ("c",), ("b",), False)),
    ],
)
def test_what_counts_as_a_change(now: dict[str, object], expected: tuple[object, ...] | None) -> None:
    found = changes([claim()], [claim(**now)])
    assert [(each.before, each.now, each.gained, each.lost, each.asks_a_look) for each in found] == (
        [expected] if expected else []
    )


def test_claims_that_are_found_only_then_or_only_now() -> None:
    found = changes([claim()], [claim(start=9, end=12, verdict="differs")])
    assert [(each.start, each.before, each.now, each.asks_a_look) for each in found] == [
        (1, "matches", "", False), (9, "", "differs", True),
    ]  # fmt: skip
