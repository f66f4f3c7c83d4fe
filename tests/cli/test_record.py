from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from item6.pipeline import build, stored_path
from item6.record.reader import open_record


@pytest.fixture
def two(tmp_path: Path, specimen: Path) -> tuple[Path, str, str]:
    """A workspace with two records: of the first report, and of both."""
    home = tmp_path / "home"
    first = build(home, [specimen / "ruritania-2010-report.pdf"]).hash
    second = build(home, [specimen / "ruritania-2015-report.pdf"]).hash
    assert first and second
    return home, first, second


def test_records_of_a_workspace(run: Callable, two: tuple[Path, str, str]) -> None:
    home, first, second = two
    rows = json.loads(run("--home", home, "record", "list", "--format", "json").out)
    assert {(row["record"], row["current"], row["documents"], row["reviews"]) for row in rows} == {
        (first, False, 1, 1),
        (second, True, 2, 2),
    }
    lines = run("--home", home, "record", "list").out.splitlines()
    assert [line.split()[1] for line in lines if line.startswith(second[:12])] == ["current"]
    assert len(lines) == 3


def test_the_folder_of_a_record(run: Callable, two: tuple[Path, str, str]) -> None:
    home, first, second = two
    assert run("--home", home, "record", "path").out == f"{home / 'records' / second}\n"
    assert run("--home", home, "record", "path", first[:8]).out == f"{home / 'records' / first}\n"


def test_a_sound_record(run: Callable, two: tuple[Path, str, str]) -> None:
    home, _, second = two
    said = run("--home", home, "record", "verify")
    assert (said.code, said.out, said.err) == (0, f"{second[:12]}: is what was published\n", "")


def test_a_changed_record(run: Callable, two: tuple[Path, str, str]) -> None:
    home, _, second = two
    (home / "records" / second / "issues.jsonl").write_text("")
    said = run("--home", home, "record", "verify", "--format", "json")
    assert (said.code, json.loads(said.out)["sound"]) == (1, False)
    assert said.err.splitlines()[0].startswith(f"{home / 'records' / second / 'issues.jsonl'}: this is not as it was ")


def test_a_lost_document(run: Callable, two: tuple[Path, str, str]) -> None:
    home, _, _ = two
    with open_record(home) as record:
        stored_path(home, record.documents()[0]).unlink()
    said = run("--home", home, "record", "verify")
    assert said.code == 1
    assert "(R103)" in said.err


def test_what_changed(run: Callable, two: tuple[Path, str, str]) -> None:
    home, first, second = two
    said = run("--home", home, "record", "diff", first[:8])
    assert said.out.splitlines() == [
        f"from {first[:12]} to {second[:12]}",
        "+ document ruritania-2015-report.pdf",
        "+ review XRU-2",
    ]
    back = json.loads(run("--home", home, "record", "diff", second, first, "--format", "json").out)
    assert (back["before"], back["after"], back["reviews_removed"]) == (second, first, ["XRU-2"])


def test_nothing_changed(run: Callable, two: tuple[Path, str, str]) -> None:
    home, _, second = two
    said = run("--home", home, "record", "diff", second, "current")
    assert said.out.splitlines()[1:] == ["no review, recommendation or document differs"]
