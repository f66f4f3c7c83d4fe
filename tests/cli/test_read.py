from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from answered_review import answered_readings

from item6 import pipeline

KEYS = [
    "document", "symbol", "state", "cycle", "number", "number_as_printed", "part", "text", "recommending_states",
    "position", "as_written", "stage", "page", "position_document", "position_page",
]  # fmt: skip
EXPECTED = ("number", "number_as_printed", "part", "text", "recommending_states", "position", "page", "position_page")


def rows_of(out: str) -> list[dict]:
    return [json.loads(line) for line in out.splitlines()]


@pytest.mark.parametrize("name", ["ruritania-2010-report", "ruritania-2015-report"])
def test_a_report_as_jsonl(run: Callable, specimen: Path, name: str) -> None:
    said = run("read", specimen / f"{name}.pdf", "--format", "jsonl")
    rows = rows_of(said.out)
    assert said.code == 0
    assert [list(row) for row in rows] == [KEYS] * len(rows)
    expected = rows_of((specimen.parent / "expected" / f"{name}.recommendations.jsonl").read_text(encoding="utf-8"))
    assert len(rows) == len(expected)
    assert {(row["document"], row["stage"]) for row in rows} == {(f"{name}.pdf", "report")}


def test_draft_and_final_are_read_together(run: Callable, specimen: Path) -> None:
    draft, final = specimen / "ruritania-2015-draft.docx", specimen / "ruritania-2015-report.pdf"
    said = run("read", draft, final, "--format", "jsonl", "--notes")
    assert {row["document"] for row in rows_of(said.out)} == {final.name}
    assert f"{draft}: this is a draft; the final report A/HRC/29/917 ({final.name}) takes its place (R202)" in said.err
    alone = run("read", draft, "--format", "jsonl")
    assert {(row["document"], row["page"]) for row in rows_of(alone.out)} == {(draft.name, None)}


def test_a_report_for_people(run: Callable, specimen: Path) -> None:
    said = run("read", specimen / "ruritania-2010-report.pdf")
    lines = said.out.splitlines()
    assert lines[0] == "Ruritania, cycle 1 · A/HRC/14/901 · ruritania-2010-report.pdf"
    assert lines[1].split() == ["number", "States", "words", "position", "page"]
    assert lines[2].split()[:2] == ["69.1", "Mexico"]
    assert max(map(len, lines)) <= 100
    texts = len(lines) - 5
    assert f" ({texts} texts, " in lines[-2]


@pytest.mark.parametrize("width", ["60", "80", "140"])
def test_the_table_keeps_to_the_width(
    run: Callable, specimen: Path, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    lines = run("read", specimen / "ruritania-2010-report.pdf").out.splitlines()
    assert {len(line) for line in lines[1:-3]} == {int(width)}


BAD = {
    "empty.pdf": b"",
    "page.pdf": b"<!DOCTYPE html><html><head><title>404</title></head><body>Not found</body></html>",
    "noise.docx": bytes(range(256)) * 40,
    "plain text.pdf": b"The review was held, and then it rained.\n" * 20,
    "cut.pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog",
    "cut.docx": b"PK\x03\x04\x14\x00\x06\x00",
    "Ünïcödé 报告.pdf": b"",
}


def test_bad_files_are_answered_in_one_line_each(run: Callable, specimen: Path, tmp_path: Path) -> None:
    for name, contents in BAD.items():
        (tmp_path / name).write_bytes(contents)
    sound = tmp_path / "a sound one.pdf"
    shutil.copy(specimen / "ruritania-2010-report.pdf", sound)
    said = run("read", tmp_path, tmp_path / "missing.pdf", "--format", "jsonl", "--workers", "1")
    assert said.code == 1
    assert {row["document"] for row in rows_of(said.out)} == {sound.name}
    errors = [line for line in said.err.splitlines() if "(F1" in line]
    assert sorted(line.split(": ")[0] for line in errors) == sorted(
        str(tmp_path / name) for name in (*BAD, "missing.pdf")
    )
    assert all(len(line.split(": ")) >= 3 for line in errors)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: None, "{path}: there is no such file (F102): check the path\n"),
        (
            lambda path: path.mkdir(),
            "{path}: there are no files in it: name a report, or a folder that holds reports\n",
        ),
        (lambda path: path.write_bytes(b""), "{path}: the file is empty (0 bytes) (F101): download it again\n"),
    ],
    ids=["missing", "empty folder", "empty file"],
)
def test_what_cannot_be_read(run: Callable, tmp_path: Path, make: Callable[[Path], object], message: str) -> None:
    path = tmp_path / "some report.pdf"
    make(path)
    said = run("read", path)
    assert (said.code, said.out, said.err) == (1, "", message.format(path=path))


def test_where_the_rows_went(run: Callable, specimen: Path, tmp_path: Path) -> None:
    target = tmp_path / "rows.csv"
    said = run("read", specimen / "ruritania-2010-report.pdf", "-o", target)
    count = len(target.read_text(encoding="utf-8").splitlines()) - 1
    assert said.err.splitlines()[-1] == f"{count} texts of 1 file in {target}"
    assert target.read_text(encoding="utf-8").splitlines()[0] == ",".join(KEYS)


def test_with_the_addendum_positions_are_those_after_it(run: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    report, _, addendum, _ = answered_readings()
    monkeypatch.setattr(pipeline, "read_files", lambda *paths, **options: [addendum, report])
    said = run("read", "addendum.pdf", "report.pdf", "--format", "jsonl")
    rows = [
        tuple(row[key] for key in ("number", "position", "as_written", "stage", "position_document", "position_page"))
        for row in rows_of(said.out)
    ]
    assert (said.code, rows) == (
        0,
        [
            ("5.1", "supported", "enjoys the support", "addendum", "report.pdf", 9),
            ("5.2", "noted", "cannot accept", "addendum", "addendum.pdf", 2),
            ("5.3", "noted", "notes", "addendum", "addendum.pdf", 3),
            ("5.4", "pending", "", "addendum", None, None),
        ],
    )


@pytest.mark.parametrize("form", ["table", "jsonl"])
def test_an_addendum_alone_prints_no_row_and_says_so(run: Callable, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    monkeypatch.setattr(pipeline, "read_files", lambda *paths, **options: [answered_readings()[2]])
    said = run("read", "addendum.pdf", "--format", form)
    assert (said.code, said.out) == (0, "")
    assert said.err == (
        "addendum.pdf: these are answers to the report A/HRC/99/4, which is not among the documents; no recommendation "
        "can be shown (R207): give the report together with it\n"
    )


def test_only_files_that_were_read_are_counted(run: Callable, specimen: Path, tmp_path: Path) -> None:
    said = run("read", specimen / "ruritania-2015-report.pdf", tmp_path / "none.pdf", "--format", "csv")
    assert said.code == 1
    assert said.err.splitlines()[-1].endswith(" texts of 1 file")
