from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

MADE = ("--source", "page 14", "--why", "seen on the page", "--who", "Ana", "--when", "2031-07-04")
TOLD = {"source": "page 14", "why": "seen on the page", "who": "Ana", "when": "2031-07-04"}


@pytest.fixture
def home(tmp_path: Path, made_home: Path) -> Path:
    """A copy of the made-up workspace, to be changed."""
    return Path(shutil.copytree(made_home, tmp_path / "home"))


def lines(home: Path) -> list[dict[str, object]]:
    path = home / "decisions" / "decisions.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (
            ("answer", "SMR-2", "5.2", "--position", "accepted", "--words", "we accept", "--oral"),
            {"kind": "answer", "review": "SMR-2", "number": "5.2", "position": "accepted", "words": "we accept",
             "stage": "adoption", "oral": True},
        ),
        (
            ("answer", "San Marino 2014", "5.2/2", "--position", "noted", "--state", "Chile", "--stage", "later",
             "--date", "2031-06-30", "--explanation", "too dear"),
            {"kind": "answer", "review": "SMR-2", "number": "5.2", "part": 2, "state": "CHL", "position": "noted",
             "stage": "later", "date": "2031-06-30", "explanation": "too dear", "oral": False},
        ),
        (
            ("answer", "SMR-2", "10", "--position", "pending"),
            {"kind": "answer", "review": "SMR-2", "number": "5.10", "position": "pending", "stage": "adoption",
             "oral": False},
        ),
        (
            ("correct", "SMR-2", "5.1", "--states", "Peru, CIV"),
            {"kind": "correct", "review": "SMR-2", "number": "5.1", "states": ["PER", "CIV"]},
        ),
        (
            ("correct", "SMR-2", "5.10", "--new-number", "5.4", "--states", ""),
            {"kind": "correct", "review": "SMR-2", "number": "5.10", "new_number": "5.4", "states": []},
        ),
        (
            ("label", "SMR-2", "5.2/2", "--issues", "Death penalty, Justice", "--action", "5"),
            {"kind": "label", "review": "SMR-2", "number": "5.2", "part": 2, "issues": ["Death penalty", "Justice"],
             "action": 5},
        ),
        (
            ("label", "SMR-2", "5.1", "--issues", ""),
            {"kind": "label", "review": "SMR-2", "number": "5.1", "issues": []},
        ),
        (
            ("totals", "China 2024", "--received", "428", "--accepted", "290", "--in-part", "8", "--rejected", "98"),
            {"kind": "totals", "review": "CHN-4", "received": 428, "accepted": 290, "in_part": 8, "rejected": 98},
        ),
    ],
)  # fmt: skip
def test_a_decision_is_a_line(run: Callable, home: Path, words: tuple[str, ...], line: dict[str, object]) -> None:
    said = run("--home", home, "decide", *words, *MADE)
    path = home / "decisions" / "decisions.jsonl"
    assert (said.code, said.out) == (0, f"{path}: written\n")
    assert said.err == f"in force with the next build: item6 --home {home} build\n"
    (written,) = lines(home)
    mark = written.pop("fingerprint", None)
    assert written == line | TOLD
    assert (mark is None) == (line["kind"] == "totals")


def test_an_answer_to_several_numbers_is_a_line_for_each(run: Callable, home: Path) -> None:
    said = run("--home", home, "decide", "answer", "SMR-2", "5.1-5.2, 10", "--position", "noted", *MADE)
    path = home / "decisions" / "decisions.jsonl"
    assert (said.code, said.out) == (0, f"{path}: written, 3 answers: 5.1, 5.2, 5.10\n")
    assert [(line["number"], line["position"], line["why"]) for line in lines(home)] == [
        (number, "noted", "seen on the page") for number in ("5.1", "5.2", "5.10")
    ]
    assert len({line["fingerprint"] for line in lines(home)}) == 3


def test_one_wrong_number_of_several_writes_nothing(run: Callable, home: Path) -> None:
    said = run("--home", home, "decide", "answer", "SMR-2", "5.1, 5.77", "--position", "noted", *MADE)
    assert (said.code, lines(home)) == (2, [])
    assert "5.77" in said.err


def test_all_that_have_no_answer(run: Callable, home: Path) -> None:
    rest = ("unanswered", "--position", "noted", "--stage", "addendum", *MADE)
    assert run("--home", home, "decide", "answer", "SMR-2", *rest).code == 0
    assert [line["number"] for line in lines(home)] == ["5.10"]
    said = run("--home", home, "decide", "answer", "CHN-4", *rest)
    assert (said.code, said.err.startswith("the record holds no report of CHN-4: ")) == (2, True)
    assert len(lines(home)) == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("answer", "SMR-2", "5.9", "--position", "noted"), "SMR-2 has no recommendation 5.9: did you mean "),
        (("answer", "SMR-2", "5.2/7", "--position", "noted"), "SMR-2#5.2 has no text 7: it has 2"),
        (("answer", "SMR-2", "five", "--position", "noted"), "“SMR-2#five” names no recommendation: write "),
        (("answer", "SMR-2", "5.1", "--position", "perhaps"), "item6 decide answer: argument --position: invalid "),
        (("answer", "SMR-2", "5.1", "--position", "noted", "--date", "June"),
         "item6 decide answer: date is “June”, not a date like 2024-07-04: nothing was written"),
        (("correct", "SMR-2", "5.1"), "item6 decide correct: it corrects nothing: give states or new_number: nothing"),
        (("correct", "SMR-2", "5.1", "--states", "Atlantis"), "no State is called “Atlantis”"),
        (("totals", "Atlantis", "--received", "1"), "no State is called “Atlantis”"),
        (("totals", "CHN-4", "--received", "-1"),
         "item6 decide totals: received is -1; nothing can be counted so: nothing was written"),
        (("totals", "CHN-4"), "item6 decide totals: the following arguments are required: --received"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_not_written(run: Callable, home: Path, words: tuple[str, ...], sentence: str) -> None:
    said = run("--home", home, "decide", *words, *MADE)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(sentence)
    assert lines(home) == []


def test_a_workspace_without_record_takes_decisions_too(run: Callable, tmp_path: Path) -> None:
    said = run("--home", tmp_path, "decide", "answer", "CHN-3", "28.5", "--position", "noted", *MADE)
    assert said.code == 0
    assert "fingerprint" not in lines(tmp_path)[0]


def test_who_decides_is_asked_of_the_system(run: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ITEM6_WHO", "Berta")
    run("--home", tmp_path, "decide", "totals", "CHN-4", "--received", "428", "--source", "statement")
    (line,) = lines(tmp_path)
    assert (line["who"], line["why"]) == ("Berta", "published total")


def test_decisions_are_in_force_after_the_next_build(run: Callable, own_specimen_home: Path) -> None:
    home = own_specimen_home
    number = json.loads(run("--home", home, "show", "XRU-1", "--format", "json").out)["recommendations"][0]["number"]
    for words in (
        ("answer", "XRU-1", number, "--position", "rejected", "--words", "rejects it", "--stage", "later"),
        ("correct", "XRU-1", number, "--states", "CHL"),
    ):
        assert run("--home", home, "decide", *words, *MADE).code == 0
    assert run("--home", home, "build").code == 0
    found = json.loads(run("--home", home, "answers", "XRU-1", "--format", "json").out)[0]
    assert (found["position"], found["as_written"], found["recommending_states"]) == ("noted", "rejects it", ["CHL"])
    assert run("--home", home, "record", "verify").code == 0


def test_build_without_anything(run: Callable, tmp_path: Path) -> None:
    said = run("--home", tmp_path, "build")
    assert (said.code, said.err) == (
        2, "item6 build: no file is named: name a report, or a folder that holds reports\n"
    )  # fmt: skip
