from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from edited_workbooks import edited
from excel_files import xlsx_file

from item6.briefings.asked import Asked
from item6.briefings.workbook import workbook
from item6.record.reader import open_record
from item6.terms.names import ReviewName

REVIEW = ReviewName("SMR", 2)
NAME = "SMR-2#5.1/1"


@pytest.fixture
def home(tmp_path: Path, made_home: Path) -> Path:
    """A copy of the made-up workspace, to be changed."""
    return Path(shutil.copytree(made_home, tmp_path / "home"))


@pytest.fixture
def filled(home: Path, tmp_path: Path) -> Path:
    """The workbook of a review in which somebody wrote."""
    path = tmp_path / "filled.xlsx"
    with open_record(home) as record:
        path.write_bytes(
            edited(workbook(Asked(record, REVIEW)), {(NAME, "Evidence"): "=two trees", (NAME, "Number"): "5.9"})
        )
    return path


def test_what_was_written_is_taken_once(run: Callable[..., Any], home: Path, filled: Path) -> None:
    first = run("--home", home, "notes", "import", filled, "--who", "Ana")
    assert first.code == 0
    assert first.out.splitlines() == [f"{filled}: 5 rows, 1 new note", f"{home / 'notes'}: written"]
    assert first.err.splitlines() == [
        f"{filled}: row 2, {NAME}: “Number” was changed and is not taken: the record is corrected with item6 decide"
    ]
    lines = (home / "notes" / "notes.jsonl").read_bytes()
    again = run("--home", home, "notes", "import", filled, "--who", "Ben")
    assert (again.code, again.out.splitlines()) == (0, [f"{filled}: 5 rows, nothing new"])
    assert (home / "notes" / "notes.jsonl").read_bytes() == lines
    said = json.loads(lines)
    assert (said["name"], said["field"], said["words"], said["who"]) == (NAME, "evidence", "=two trees", "Ana")


def test_notes_are_shown(run: Callable[..., Any], home: Path, filled: Path) -> None:
    empty = run("--home", home, "notes", "show", "SMR-2")
    assert (empty.code, empty.out) == (0, "")
    assert "there are no notes yet" in empty.err
    run("--home", home, "notes", "import", filled)
    shown = run("--home", home, "notes", "show", "San", "Marino", "--format", "json")
    assert [(row["name"], row["evidence"]) for row in json.loads(shown.out)] == [(NAME, "=two trees")]
    assert (
        run("--home", home, "notes", "show", "SMR-2", "--format", "csv").out.splitlines()[1].split(",")[3]
        == "'=two trees"
    )
    assert "Evidence: =two trees" in run("--home", home, "notes", "show", "SMR-2").out


def test_what_cannot_be_taken_is_a_failure_and_named(
    run: Callable[..., Any], home: Path, tmp_path: Path, filled: Path
) -> None:
    shutil.rmtree(home / "records")
    assert run("--home", home, "notes", "import", filled).code == 1
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK no workbook")
    said = run("--home", home, "notes", "import", broken)
    assert (said.code, len(said.err.splitlines())) == (1, 1)


def test_a_line_that_is_no_note_is_named_and_left(run: Callable[..., Any], home: Path, filled: Path) -> None:
    (home / "notes").mkdir()
    (home / "notes" / "notes.jsonl").write_text("not a note")
    said = run("--home", home, "notes", "import", filled)
    assert said.code == 0
    assert "line 1 is no note" in said.err
    assert (home / "notes" / "notes.jsonl").read_text().splitlines()[0] == "not a note"


def test_a_file_that_is_no_workbook_of_item6(run: Callable[..., Any], home: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.xlsx"
    other.write_bytes(xlsx_file([["a"], ["b"]]))
    said = run("--home", home, "notes", "import", other)
    assert said.code == 1
    assert said.err.endswith("import a workbook that item6 wrote\n")
    assert not (home / "notes").exists()
    assert run("--home", home, "notes", "import", tmp_path / "none.xlsx").code == 1
