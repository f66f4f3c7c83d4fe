from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

FOR_PEOPLE = """\
SMR-2 · San Marino, cycle 2

█ 5.1 · supported
    Plant a lime tree in every square
    in the report: supported: “enjoys the support” (A/HRC/99/4, page 9)
    OHCHR's matrix: supported: “Supported” (A/HRC/99/4, page 9)

▒ 5.2 · noted
    Publish the maps of the old walls
    in the report: pending: “will be examined” (A/HRC/99/4, page 9)
    in the addendum: noted: “cannot accept” (A/HRC/99/4, page 2)
        The walls are not for sale.
    at the adoption, said aloud: supported: “we accept” (decisions.jsonl)
    OHCHR's matrix: supported: “Supported” (A/HRC/99/4, page 9)

▒ 5.3 · noted
    Thank the archivists
    in the report: supported: “enjoys the support” (A/HRC/99/4, page 9)
    in the addendum: noted: “notes” (A/HRC/99/4, page 3)
    OHCHR's matrix: noted: “Noted” (A/HRC/99/4, page 9)

█ 5.4 · supported
    Open the archive on Sundays
    later: supported: “accepts” (decisions.jsonl)
    OHCHR's matrix: noted: “Noted” (A/HRC/99/4, page 9)
"""

CHANGES = """\
SMR-2 · San Marino, cycle 2: what changed

in the addendum: from pending to noted: 1 number
    5.2

in the addendum: from supported to noted: 1 number
    5.3
    in the addendum: noted: “notes” (A/HRC/99/4, page 3)

at the adoption: supported said aloud, noted in writing, which counts: 1 number
    5.2
    at the adoption, said aloud: supported: “we accept” (decisions.jsonl)

later: from pending to supported: 1 number
    5.4
"""


@pytest.mark.parametrize(("options", "out"), [((), FOR_PEOPLE), (("--changes",), CHANGES)])
def test_answers_for_people(run: Callable, answered_home: Path, options: tuple[str, ...], out: str) -> None:
    said = run("--home", answered_home, "answers", "San Marino", *options)
    assert (said.code, said.out) == (0, out)


@pytest.mark.parametrize(
    ("position", "numbers"),
    [("supported", ["5.1", "5.4"]), ("noted", ["5.2", "5.3"]), ("pending", []), ("supported/noted", [])],
)
def test_one_class_only(run: Callable, answered_home: Path, position: str, numbers: list[str]) -> None:
    out = run("--home", answered_home, "answers", "SMR-2", "--position", position, "--format", "jsonl").out
    assert [json.loads(line)["number"] for line in out.splitlines()] == numbers


def test_one_number_as_json(run: Callable, answered_home: Path) -> None:
    found = json.loads(run("--home", answered_home, "answers", "SMR-2", "--format", "json").out)[1]
    stages, beside = found.pop("stages"), found.pop("beside")
    assert found == {
        "name": "SMR-2#5.2", "number": "5.2", "position": "noted", "normalised": "rejected",
        "as_written": "cannot accept", "explanation": "The walls are not for sale.", "stage": "addendum",
        "document": "addendum.pdf", "page": 2, "recommending_states": ["CIV"],
        "text": "Publish the maps of the old walls", "labels": {},
    }  # fmt: skip
    assert [(each["stage"], each["source"], each["position"]) for each in (*stages, *beside)] == [
        ("report", "written", "pending"),
        ("addendum", "written", "noted"),
        ("adoption", "oral", "supported"),
        ("matrix", "reading", "supported"),
    ]
    (given,) = stages[1]["answers"]
    assert given["target"] == {"number": "5.2", "part": None, "state": None}
    assert given["passage"]["locator"]["pdf"]["spans"] == [[2, 0, 13]]
    assert beside[0]["answers"][0]["passage"]["locator"] == {"json": {"pointer": "/0"}}


def test_labels_of_the_matrix_stand_with_their_number(run: Callable, specimen_home: Path) -> None:
    out = run("--home", specimen_home, "answers", "XRU-2", "--format", "jsonl").out
    labels = {found["number"]: found["labels"] for found in map(json.loads, out.splitlines())}
    assert labels["115.1"] == {"theme": ["Acceptance of international norms"], "person": ["Children"]}


def test_a_spreadsheet_has_a_column_for_each_stage(run: Callable, answered_home: Path) -> None:
    out = run("--home", answered_home, "answers", "SMR-2", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(out)))
    columns = ("report", "addendum", "adoption", "later", "oral", "matrix", "uhri", "upr_info")
    assert {row["number"]: [row[f"{column}_position"] for column in columns] for row in rows} == {
        "5.1": ["supported", "", "", "", "", "supported", "", ""],
        "5.2": ["pending", "noted", "", "", "supported", "supported", "", ""],
        "5.3": ["supported", "noted", "", "", "", "noted", "", ""],
        "5.4": ["", "", "", "supported", "", "noted", "", ""],
    }


def test_changes_as_rows(run: Callable, answered_home: Path) -> None:
    out = run("--home", answered_home, "answers", "SMR-2", "--changes", "--format", "jsonl").out
    rows = [json.loads(line) for line in out.splitlines()]
    keys = ("number", "stage", "source", "before", "after", "document", "page")
    assert [tuple(row[key] for key in keys) for row in rows] == [
        ("5.2", "addendum", "written", "pending", "noted", "addendum.pdf", 2),
        ("5.3", "addendum", "written", "supported", "noted", "addendum.pdf", 3),
        ("5.2", "adoption", "oral", "noted", "supported", "decisions.jsonl", None),
        ("5.4", "later", "written", "pending", "supported", "decisions.jsonl", None),
    ]


def test_where_nothing_changed(run: Callable, made_home: Path) -> None:
    out = run("--home", made_home, "answers", "MCO-2", "--changes").out
    assert out.splitlines()[1:] == ["nothing: no later document or decision changes a position"]
    assert "    no answer was read" in run("--home", made_home, "answers", "MCO-2").out
