"""item6 check: what it prints for people and for programs, and its exit codes."""

from __future__ import annotations

import csv
import io
import json
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from counted_reviews import publish_counted
from word_files import paragraph, word_file
from word_files import run as word_run

from item6.checks.as_rows import COLUMNS
from item6.cli import parser
from item6.files.docx import read_docx
from item6.measures.references import read_reference, recomputed
from item6.record.reader import open_record

Ask = Callable[..., Any]

RIGHT = "At its fourth UPR China accepted 290 of the 428 recommendations.\n"
WRONG = "At its fourth UPR China accepted 209 of the 428 recommendations.\n"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("check")
    publish_counted(folder, totals=True)
    return folder


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], Path]:
    def written(text: str) -> Path:
        path = tmp_path / "statement.txt"
        path.write_text(text, encoding="utf-8")
        return path

    return written


def test_for_people(run: Ask, home: Path, written: Callable[[str], Path]) -> None:
    said = run("--home", home, "check", written(RIGHT))
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[:3] == [
        "At its fourth UPR China accepted [290]1= of the [428]2= recommendations.",
        "  1 = matches · supported, China, cycle 4",
        "   basis  supported, in numbered recommendations, as published: 290",
    ]
    assert said.out.splitlines()[-1] == "2 claims: 2 matches"


@pytest.mark.parametrize("columns", ["60", "80", "120"])
def test_lines_are_no_longer_than_the_window(
    run: Ask, home: Path, written: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    """But for the references of figures, which stay whole so that they can be copied."""
    monkeypatch.setenv("COLUMNS", columns)
    said = run("--home", home, "check", written(f"{WRONG * 3}\n{'word ' * 80}accepted 290 recommendations.")).out
    lines = [line for line in said.splitlines() if not line.startswith("   figure")]
    assert [line for line in lines if len(line) > int(columns)] == []
    assert "#" in said


def test_paragraphs_without_claims_are_left_out_with_a_sign(
    run: Ask, home: Path, written: Callable[[str], Path]
) -> None:
    said = run("--home", home, "check", written(f"A title\n\n{RIGHT}\nThe weather was fine.\n\n{RIGHT}"))
    assert [line for line in said.out.splitlines() if line and line[0] not in " …A4"] == []
    assert said.out.splitlines().count("…") == 2
    assert "weather" not in said.out


def test_where_the_output_knows_only_ascii(
    run: Ask, home: Path, written: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", out)
    assert run("--home", home, "check", written(WRONG)).code == 1
    out.seek(0)
    assert "[209]1# of the [428]2=" in out.read()


def test_words_of_others_do_not_steer_the_terminal(run: Ask, home: Path, written: Callable[[str], Path]) -> None:
    said = run("--home", home, "check", written(f"\x1b[31m\u202e{RIGHT}"))
    assert "\x1b" not in said.out and "\u202e" not in said.out and "[290]" in said.out


def test_a_page_that_stands_alone(run: Ask, home: Path, written: Callable[[str], Path], tmp_path: Path) -> None:
    said = run("--home", home, "check", written(WRONG), "-o", tmp_path / "checked.html")
    assert (said.code, said.out) == (1, "")
    assert said.err == f"{tmp_path / 'checked.html'}: 2 claims, 1 to look at again\n"
    page = (tmp_path / "checked.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>") and '<mark class="look">209</mark>' in page
    assert run("--home", home, "check", written(WRONG), "--format", "html").out == page


def test_the_own_word_file_with_comments(run: Ask, home: Path, tmp_path: Path) -> None:
    own = tmp_path / "ours.docx"
    own.write_bytes(word_file(paragraph(runs=word_run(WRONG.strip()))))
    assert run("--home", home, "check", own, "-o", tmp_path / "checked.docx").code == 1
    made = (tmp_path / "checked.docx").read_bytes()
    assert read_docx(made).text == WRONG.strip()
    assert zipfile.ZipFile(io.BytesIO(made)).read("word/comments.xml").count(b"<w:comment ") == 2
    before = own.read_bytes()
    assert run("--home", home, "check", own, "-o", own).code == 1  # over itself, whole
    assert read_docx(own.read_bytes()).text == read_docx(before).text


def test_a_new_word_file_of_another_text(run: Ask, home: Path, written: Callable[[str], Path], tmp_path: Path) -> None:
    run("--home", home, "check", written(RIGHT), "-o", tmp_path / "checked.docx")
    assert read_docx((tmp_path / "checked.docx").read_bytes()).text.strip() == RIGHT.strip()
    assert run("--home", home, "check", written(RIGHT), "--format", "docx").code == 2


def test_what_differs_ends_with_one(run: Ask, home: Path, written: Callable[[str], Path]) -> None:
    said = run("--home", home, "check", written(WRONG))
    assert said.code == 1
    assert "≠ differs · supported, China, cycle 4" in said.out
    assert "290, not 209" in said.out
    assert "false" not in said.out.lower()


def test_for_programs(run: Ask, home: Path, written: Callable[[str], Path]) -> None:
    said = run("--home", home, "check", written(WRONG), "--format", "jsonl")
    first, second = map(json.loads, said.out.splitlines())
    assert tuple(first) == (*COLUMNS, "nearest", "date", "rows", "to_judge", "sources")
    assert [first[key] for key in COLUMNS[:12]] == [
        "statement.txt", 33, 36, "209", "count", "supported", "recommendations", "209", "CHN", "CHN-4", "later",
        "differs",
    ]  # fmt: skip
    assert (second["value"], second["verdict"], second["computed"]) == ("428", "matches", "428")
    rows = list(csv.DictReader(io.StringIO(run("--home", home, "check", written(WRONG), "--format", "csv").out)))
    assert [row["verdict"] for row in rows] == ["differs", "matches"]


def test_a_reference_computes_the_figure_again(run: Ask, home: Path, written: Callable[[str], Path]) -> None:
    text = "At its first review San Marino accepted 3 of the 4 recommendations."
    found = json.loads(run("--home", home, "check", written(text), "--format", "json").out)
    with open_record(home) as record:
        again = [recomputed(record, read_reference(each["reference"])).value for each in found]
    assert again == [3, 4]


def test_options_say_what_the_text_does_not(run: Ask, home: Path, written: Callable[[str], Path]) -> None:
    text = written("The government accepted 290 recommendations.")
    asked = [
        [],
        ["--state", "China"],
        ["--state", "CHN", "--cycle", "4"],
        ["--title", "China's fourth UPR"],
        ["--state", "China", "--as-of", "2024-07-01"],
    ]
    verdicts = [
        json.loads(run("--home", home, "check", text, *each, "--format", "jsonl").out)["verdict"] for each in asked
    ]
    assert verdicts == ["needs State or cycle", "needs State or cycle", "matches", "matches", "matches"]


def test_standard_input(run: Ask, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(WRONG.encode())))
    said = run("--home", home, "check", "-", "--format", "jsonl")
    assert (said.code, json.loads(said.out.splitlines()[0])["document"]) == (1, "-")


def test_without_a_record_the_own_sums_are_checked(run: Ask, tmp_path: Path, written: Callable[[str], Path]) -> None:
    said = run("--home", tmp_path / "none", "check", written("It received 50 recommendations and accepted 60."))
    assert said.code == 1
    assert "does not add up" in said.out
    assert "there is no record" in said.out


@pytest.mark.parametrize(
    ("contents", "message"),
    [(b"", "the file is empty (0 bytes)"), (b"%PDF-1.7\n", "the file is cut off or damaged")],
)
def test_what_cannot_be_read(run: Ask, home: Path, tmp_path: Path, contents: bytes, message: str) -> None:
    path = tmp_path / "bad.pdf"
    path.write_bytes(contents)
    said = run("--home", home, "check", path)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(f"{path}: {message}")
    assert len(said.err.splitlines()) == 1


def test_misuse(run: Ask, home: Path, tmp_path: Path, written: Callable[[str], Path]) -> None:
    assert run("--home", home, "check", tmp_path / "none.txt").code == 1
    assert run("--home", home, "check", written("a"), "--as-of", "June").code == 2
    assert run("--home", home, "check", written("a"), "--state", "Atlantis").code == 2


def test_a_text_without_figures(run: Ask, home: Path, written: Callable[[str], Path]) -> None:
    said = run("--home", home, "check", written("The weather was fine."))
    assert (said.code, said.out) == (0, "no figures about reviews were found in this text\n")


def test_a_statement_is_kept_whoever_closes_the_pipe(
    run: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*_: object) -> None:
        raise BrokenPipeError

    statement, home = tmp_path / "statement.txt", tmp_path / "home"
    statement.write_text("At its first UPR San Marino received 4 recommendations.", encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr("item6.cli.check._write", closed)
        args = parser().parse_args(["--home", str(home), "check", str(statement), "--keep"])
        with pytest.raises(BrokenPipeError):
            args.run(args)
    assert run("--home", home, "statements", "--format", "jsonl").out.count("\n") == 1
