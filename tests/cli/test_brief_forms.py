"""Briefings with a form of their own: the workbook, and OHCHR's matrix filled from notes or from a list."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from edited_workbooks import edited, sheet
from excel_files import xlsx_file
from word_tables import EARLIER, LATER, matrix_file

Run = Callable[..., Any]


@pytest.fixture
def home(tmp_path: Path, made_home: Path) -> Path:
    """A copy of the made-up workspace, to be changed."""
    return Path(shutil.copytree(made_home, tmp_path / "home"))


def last_cells(path: Path) -> list[str]:
    return [row.cells[-1].text for row in docx.Document(io.BytesIO(path.read_bytes())).tables[0].rows]


def test_from_the_workbook_through_notes_to_the_form(run: Run, home: Path, tmp_path: Path) -> None:
    made = run("--home", home, "brief", "SMR-2", "--kind", "workbook", "-o", tmp_path)
    book = tmp_path / "SMR-2-workbook.xlsx"
    assert (made.code, made.out.splitlines()) == (0, [str(book)])
    book.write_bytes(edited(book.read_bytes(), {("SMR-2#5.1/1", "Assessment"): "Two trees stand"}))
    assert run("--home", home, "notes", "import", book).code == 0

    run("--home", home, "brief", "SMR-2", "--kind", "workbook", "-o", tmp_path)
    assert [row["Assessment"] for row in sheet(book.read_bytes())] == ["Two trees stand", "", "", "", ""]

    filled = run("--home", home, "brief", "SMR-2", "--kind", "matrix", "-o", tmp_path)
    assert (filled.code, filled.err) == (0, "")
    assert last_cells(tmp_path / "SMR-2-matrix.docx") == [EARLIER[-1], "Two trees stand", "", "", ""]


@pytest.mark.parametrize("kind", ["workbook", "matrix"])
def test_a_review_of_which_only_totals_are_known_has_no_list(
    run: Run, answered_home: Path, tmp_path: Path, kind: str
) -> None:
    said = run("--home", answered_home, "brief", "CHN-4", "--kind", kind, "-o", tmp_path / "out")
    assert said.code in (1, 2)
    assert len(said.err.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_a_form_and_a_list_that_do_not_match(run: Run, home: Path, tmp_path: Path) -> None:
    form, ours = tmp_path / "form.docx", tmp_path / "ours.xlsx"
    form.write_bytes(matrix_file(EARLIER, [("5.1 Plant a lime tree (Chile);", "Supported", "", "")]))
    ours.write_bytes(xlsx_file([["No.", "Comments"], ["5.1", "one"], ["9.9", "other"], ["none", "lost"]]))
    said = run(
        "--home", home, "brief", "SMR-2", "--kind", "matrix", "--form", form, "--assessments", ours, "-o", tmp_path
    )
    assert said.code == 0
    assert said.err.splitlines() == [
        f"{ours}: row 4: it begins with no number such as 28.212: its assessment is left out",
        f"{tmp_path / 'SMR-2-matrix'}: 9.9: assessed, and the form has no row for it: look at the number",
    ]
    assert last_cells(tmp_path / "SMR-2-matrix.docx") == [EARLIER[-1], "one"]


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (
            matrix_file(LATER, [("5.1 Go (Chile);", "Noted", "", "")]),
            2,
            "leave --form out, and the form is made from the record",
        ),
        (b"PK no document", 1, "damaged"),
    ],
)
def test_a_form_that_cannot_be_filled_in(
    run: Run, home: Path, tmp_path: Path, content: bytes, code: int, words: str
) -> None:
    form = tmp_path / "form.docx"
    form.write_bytes(content)
    said = run("--home", home, "brief", "SMR-2", "--kind", "matrix", "--form", form, "-o", tmp_path / "out")
    assert (said.code, len(said.err.splitlines())) == (code, 1)
    assert words in said.err
    assert not (tmp_path / "out").exists()
