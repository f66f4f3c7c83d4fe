from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from item6.cli.output import write_file
from item6.files.cells import safe_cell


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("Ratify it", "Ratify it"),
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1", "'＝1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠A", "'＠A"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        ("5-1", "5-1"),
        ("", ""),
        (None, ""),
        (-4, "-4"),
        (True, "True"),
        (["CHL", "PER"], "CHL;PER"),
        (["=A", "B"], "'=A;B"),
        ([], ""),
    ],
)
def test_no_cell_is_a_formula(value: object, cell: str) -> None:
    assert safe_cell(value) == cell


def test_rows_as_csv(run: Callable, made_home: Path) -> None:
    said = run("--home", made_home, "show", "SMR-2", "--list", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(said.out)))
    assert [(row["name"], row["recommending_states"], row["text"]) for row in rows] == [
        ("SMR-2#5.1/1", "CHL;PER", "Plant a lime tree in every square"),
        ("SMR-2#5.2/1", "CIV", "Publish the maps of the old walls"),
        ("SMR-2#5.2/2", "CHL", "'=Repair them"),
        ("SMR-2#5.3/1", "", "Thank the archivists"),
        ("SMR-2#5.10/1", "PER", "Open the archive on Sundays"),
    ]


def test_rows_as_json_and_jsonl_are_the_same(run: Callable, made_home: Path) -> None:
    whole = json.loads(run("--home", made_home, "show", "SMR-2", "--list", "--format", "json").out)
    lines = run("--home", made_home, "show", "SMR-2", "--list", "--format", "jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == whole
    assert whole[2]["text"] == "=Repair them"


@pytest.mark.parametrize(
    ("name", "arguments", "first"),
    [
        ("out.csv", [], "name,number,page,position,as_written,recommending_states,text"),
        ("out.jsonl", [], '{"name": "SMR-2#5.1/1"'),
        ("out.json", [], "["),
        ("out.txt", [], "San Marino, cycle 2 (2014)"),
        ("out.csv", ["--format", "json"], "["),
    ],
)
def test_a_file_appears_whole(
    run: Callable, made_home: Path, tmp_path: Path, name: str, arguments: list[str], first: str
) -> None:
    target = tmp_path / name
    target.write_text("what was there before")
    said = run("--home", made_home, "show", "SMR-2", "--list", "-o", target, *arguments)
    assert (said.code, said.out) == (0, "")
    assert target.read_text(encoding="utf-8").splitlines()[0].startswith(first)
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_cannot_be_written(run: Callable, made_home: Path, tmp_path: Path) -> None:
    target = tmp_path / "no such folder" / "out.json"
    said = run("--home", made_home, "show", "SMR-2", "-o", target)
    assert (said.code, said.out) == (1, "")
    assert said.err == f"{target}: no such file or directory: check the path and its permissions\n"


def test_what_fails_half_way_leaves_the_file_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "out.json"
    target.write_text("before")
    monkeypatch.setattr(Path, "replace", lambda self, other: (_ for _ in ()).throw(OSError(28, "No space left")))
    with pytest.raises(OSError, match="No space left"):
        write_file(target, b"after")
    assert (target.read_text(), list(tmp_path.iterdir())) == ("before", [target])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_is_no_file_is_written_to_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDWR)
    write_file(pipe, b"words")
    assert (os.read(reader, 10), pipe.is_fifo()) == (b"words", True)
    os.close(reader)


def test_a_link_stays_and_its_file_is_written(tmp_path: Path) -> None:
    target, link = tmp_path / "target.csv", tmp_path / "link.csv"
    target.write_bytes(b"before")
    link.symlink_to(target)
    write_file(link, b"after")
    assert (link.is_symlink(), target.read_bytes(), sorted(tmp_path.iterdir())) == (True, b"after", [link, target])


def test_a_closed_pipe_is_quiet(start: Callable, made_home: Path) -> None:
    reading_end, writing_end = os.pipe()
    os.close(reading_end)
    with start("--home", made_home, "show", "SMR-2", stdout=writing_end) as process:
        os.close(writing_end)
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.parametrize(
    ("encoding", "form", "mark"),
    [("ascii", "table", "= SMR-2"), ("cp1252", "table", "= SMR-2"), ("ascii", "jsonl", None)],
)
def test_any_encoding_of_the_terminal(
    start: Callable, made_home: Path, encoding: str, form: str, mark: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", encoding)
    with start("--home", made_home, "search", "walls", "--format", form) as process:
        out, err = process.communicate()
    assert (process.returncode, err) == (0, b"")
    first = out.decode("utf-8" if form == "jsonl" else encoding).splitlines()[0]
    assert first.startswith(mark) if mark else json.loads(first)["name"] == "SMR-2#5.2/1"


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False), ({}, False)],
)
def test_colour_only_where_it_is_wanted(
    run: Callable, made_home: Path, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], coloured: bool
) -> None:
    for name in ("FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    out = run("--home", made_home, "show", "SMR-2").out
    assert ("\x1b[38" in out or "\x1b[3" in out) is coloured
