from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

LINE = {"number": "1.1", "text": "Abolish the death penalty", "kept": {"as": ["it", "is"]}}


@pytest.fixture
def lines(tmp_path: Path) -> Callable[..., Path]:
    """Writes a file of lines: objects as JSON, anything else as it is."""

    def lines(*given: object) -> Path:
        path = tmp_path / "texts.jsonl"
        path.write_text("\n".join(each if isinstance(each, str) else json.dumps(each) for each in given), "utf-8")
        return path

    return lines


def rows_of(out: str) -> list[dict]:
    return [json.loads(line) for line in out.splitlines()]


def test_keys_are_kept_and_labels_added(run: Callable, lines: Callable) -> None:
    said = run("annotate", lines(LINE), "--format", "jsonl")
    [row] = rows_of(said.out)
    assert (said.code, said.err) == (0, "")
    assert list(row) == ["number", "text", "kept", "issues", "suggested", "action", "confidence", "why"]
    assert {key: row[key] for key in LINE} == LINE
    assert (row["issues"], row["suggested"], row["action"]) == (["Death penalty"], [], 5)
    assert row["confidence"]["issues"]["Death penalty"] > 0.9
    assert "“death penalty”" in row["why"]


def test_one_object_out_for_each_in(run: Callable, lines: Callable) -> None:
    texts = ["Abolish the death penalty", "", "Build schools", "Construire des écoles", "<b>Build</b> schools"]
    rows = rows_of(run("annotate", lines(*({"text": text} for text in texts)), "--format", "jsonl").out)
    assert [row["text"] for row in rows] == texts
    assert [bool(row["issues"]) for row in rows] == [True, False, True, False, True]
    assert [row["action"] in (1, 2, 3, 4, 5) for row in rows] == [True] * 5


def test_what_cannot_be_labelled_costs_the_others_nothing(run: Callable, lines: Callable) -> None:
    path = lines(LINE, "no json", {"words": "none"}, "[1]", "", {"text": None}, {"text": "Build schools"})
    said = run("annotate", path, "--format", "jsonl")
    assert said.code == 1
    assert [row.get("text") for row in rows_of(said.out)] == [LINE["text"], None, None, "Build schools"]
    assert [(row["action"], row["issues"]) for row in rows_of(said.out)][1] == (None, [])
    assert said.err.splitlines() == [
        f"{path}: line 2: this is no JSON: give lines as `item6 read --format jsonl` prints them",
        f"{path}: line 3: this object has no text: give its words under the name “text”",
        f"{path}: line 4: this is no object with names and values: give each text as an object",
        f"{path}: line 6: this object has no text: give its words under the name “text”",
    ]


def test_many_bad_lines_are_counted(run: Callable, lines: Callable) -> None:
    said = run("annotate", lines(*["no json"] * 50, LINE), "--format", "jsonl")
    assert (said.code, len(said.out.splitlines()), len(said.err.splitlines())) == (1, 1, 21)
    assert said.err.endswith("... and 30 more lines that cannot be used\n")


def test_standard_input(run: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbf" + json.dumps(LINE).encode()))
    monkeypatch.setattr(sys, "stdin", stream)
    [row] = rows_of(run("annotate", "--format", "jsonl").out)
    assert row["issues"] == ["Death penalty"]


def test_nothing_to_read_is_misuse(run: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    said = run("annotate")
    assert (said.code, said.out) == (2, "")
    assert said.err == (
        "item6 annotate: there is nothing to read: name a file, or hand texts over: see item6 annotate --help\n"
    )


def test_a_missing_file_is_said(run: Callable, tmp_path: Path) -> None:
    said = run("annotate", tmp_path / "none.jsonl")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(f"{tmp_path / 'none.jsonl'}: no such file or directory")


def test_all(run: Callable, lines: Callable) -> None:
    [row] = rows_of(run("annotate", lines({"text": "Ratify OP-CAT"}), "--all", "--format", "jsonl").out)
    assert [(each["key"], each["kind"]) for each in row["named"]] == [("OP-CAT", "treaty")]
    assert row["themes"][0]["label"] == "Acceptance of international norms"
    assert [set(each) for each in (*row["themes"], *row["persons"], *row["sdgs"])] == [{"label", "confidence"}] * 4


def test_csv(run: Callable, lines: Callable) -> None:
    said = run("annotate", lines(LINE, {"text": "Ratify OP-CAT", "other": 1}), "--all", "--format", "csv")
    one, two = csv.DictReader(io.StringIO(said.out))
    assert (one["issues"], one["action"], one["other"]) == ("Death penalty", "5", "")
    assert (two["named"], two["other"], two["number"]) == ("OP-CAT", "1", "")
    assert sorted(two["issues"].split(";")) == [
        "Detention",
        "International instruments",
        "Torture and other CID treatment",
    ]


def test_the_table_keeps_to_the_width(run: Callable, lines: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    said = run("annotate", lines(LINE, {"text": "Improve courts " * 30}, {"a": 1}))
    assert max(map(len, said.out.splitlines())) <= 80
    assert said.out.splitlines()[0].split() == ["number", "words", "issues", "action"]
    assert said.out.splitlines()[1].split()[-3:] == ["Death", "penalty", "5"]


def test_explain_words(run: Callable) -> None:
    said = run("annotate", "--explain-text", "Abolish the death penalty")
    assert said.code == 0
    assert "Death penalty: asserted, confidence 99.9%" in said.out
    assert "rule “death penalty” meets “death penalty”" in said.out
    whole = json.loads(run("annotate", "--explain-text", "", "--format", "json").out)
    assert (whole["doubt"], whole["issues"], whole["action"]["label"]) == ("there are no words in it", [], "4")


@pytest.mark.parametrize(
    "given", [("--explain", "XRU-1#69.1", "--explain-text", "a"), ("texts.jsonl", "--explain-text", "a")]
)
def test_one_thing_at_a_time(run: Callable, given: tuple[str, ...]) -> None:
    said = run("annotate", *given)
    assert (said.code, said.err.split(":")[1]) == (2, " one thing at a time")


def test_read_and_annotate(run: Callable, specimen: Path, tmp_path: Path) -> None:
    texts = tmp_path / "texts.jsonl"
    assert run("read", specimen / "ruritania-2015-report.pdf", "-o", texts).code == 0
    rows = rows_of(run("annotate", texts, "--format", "jsonl").out)
    labels = {(row["number"], row["part"]): (sorted(row["issues"]), row["action"]) for row in rows}
    assert len(labels) == len(texts.read_text("utf-8").splitlines())
    assert labels["115.4", 1] == (["Detention", "International instruments", "Torture and other CID treatment"], 5)
    assert labels["115.9", 1] == (["Minorities", "Right to education"], 2)
    assert labels["115.12", 1] == (["Right to health"], 4)


@pytest.fixture
def home(run: Callable, specimen: Path, tmp_path: Path) -> Path:
    """A workspace with the made-up report of 2010."""
    assert run("--home", tmp_path / "home", "build", specimen / "ruritania-2010-report.pdf").code == 0
    return tmp_path / "home"


def test_explain_a_text_of_the_record(run: Callable, home: Path) -> None:
    said = run("--home", home, "annotate", "--explain", "XRU-1#69.1")
    lines = said.out.splitlines()
    assert (said.code, lines[0]) == (0, "XRU-1#69.1")
    assert [line for line in lines if line.startswith("International instruments: asserted")] != []
    assert [line for line in lines if "decided by" in line] == []


def test_explain_says_what_people_decided(run: Callable, home: Path) -> None:
    made = ("--source", "our reading", "--why", "speaks of courts", "--who", "Ana", "--when", "2031-02-03")
    assert run("--home", home, "decide", "label", "XRU-1", "69.1", "--issues", "Justice", *made).code == 0
    assert run("--home", home, "build").code == 0
    said = run("--home", home, "annotate", "--explain", "XRU-1#69.1")
    assert said.out.splitlines()[-1] == "in the record: issue Justice, decided by Ana, 2031-02-03: speaks of courts"


def test_explain_asks_which_text_is_meant(run: Callable, home: Path) -> None:
    said = run("--home", home, "annotate", "--explain", "XRU-1#69.2")
    assert (said.code, said.out) == (2, "")
    assert said.err == "XRU-1#69.2 has 3 texts: name one of them, such as XRU-1#69.2/1\n"
    assert run("--home", home, "annotate", "--explain", "XRU-1#69.2/3").out.startswith("XRU-1#69.2/3\n")


def test_explain_needs_a_record(run: Callable, tmp_path: Path) -> None:
    said = run("--home", tmp_path / "none", "annotate", "--explain", "XRU-1#69.2")
    assert (said.code, said.out) == (1, "")
    assert "there is no record yet" in said.err


@pytest.mark.parametrize("verb", [["annotate"], ["theme", "THEME"]])
def test_a_file_of_another_kind_is_one_sentence(run: Callable, tmp_path: Path, verb: list[str]) -> None:
    report, theme = tmp_path / "report.pdf", tmp_path / "theme.toml"
    report.write_bytes(b"%PDF-1.4\n" + b"1 0 obj\n" * 50)
    theme.write_text('name = "a"\ntitle = "A"\nwords = ["lime"]\n', encoding="utf-8")
    said = run(*(str(theme) if each == "THEME" else each for each in verb), report)
    hint = "give texts as `item6 read REPORT --format jsonl` prints them"
    assert (said.code, said.err) == (1, f"{report}: this holds no lines of JSON: {hint}\n")
