from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

FINDINGS = """\
SMR-2 · San Marino, cycle 2: 2 findings
  yes  4 numbers listed, none missing
  yes  no number stands twice
  yes  addendum.pdf: 2 recommendations now noted (page 2), as counted
  no   addendum.pdf: 2 recommendations supported (page 2), but 1 was counted
  yes  no number has two answers
  yes  4 = 2 supported + 2 noted
  no   matrix.docx: 2 of 3 answers agree; 1 more is not answered in the State's documents
addendum.pdf: page 2: the addendum states 2 recommendations as supported, 1 were counted (R423):
  look for the missing or doubled ones
matrix.docx: page 9: 5.2 is supported here (“Supported”), but noted in addendum.pdf, page 2
  (“cannot accept”) (R431): open both places; the State's own answer counts
2 notes on drafts and misprints: --notes
"""

NOTES = """\
notes
draft.docx: page 3: 6.1 of the draft is not in the list of the report (R413): compare the two
  lists
report.pdf: page 3: 5.4 is not in the draft (R414): nothing to do
"""


def test_what_does_not_add_up(run: Callable, answered_home: Path) -> None:
    said = run("--home", answered_home, "reconcile", "SMR-2")
    assert (said.code, said.out) == (1, FINDINGS)
    noted = run("--home", answered_home, "reconcile", "SMR-2", "--notes")
    assert noted.out == FINDINGS.rpartition("2 notes")[0] + NOTES


@pytest.mark.parametrize(
    ("review", "code", "lines"),
    [
        ("CHN-4", 0, ["CHN-4 · China, cycle 4: adds up",
                      "  yes  428 = 290 accepted + 8 accepted in part + 32 noted + 98 rejected"]),
        ("China 2024", 0, ["CHN-4 · China, cycle 4: adds up",
                           "  yes  428 = 290 accepted + 8 accepted in part + 32 noted + 98 rejected"]),
        ("MCO-4", 1, ["MCO-4 · Monaco, cycle 4: 1 finding",
                      "  no   5 ≠ 3 accepted + 1 noted",
                      "decisions.jsonl: line 4: 5 recommendations of MCO-4, but the parts add up to 4 (D203): "
                      "look at the",
                      "  source; quote neither before it is clear"]),
    ],
)  # fmt: skip
def test_published_totals(run: Callable, answered_home: Path, review: str, code: int, lines: list[str]) -> None:
    said = run("--home", answered_home, "reconcile", review)
    assert (said.code, said.out.splitlines()) == (code, lines)


def test_a_review_that_adds_up(run: Callable, made_home: Path) -> None:
    said = run("--home", made_home, "reconcile", "MCO-2", "--format", "json")
    found = json.loads(said.out)
    assert (said.code, found["adds_up"], found["findings"], found["remarks"]) == (0, True, [], [])
    assert [(each["name"], each["fine"]) for each in found["checks"]] == [
        ("list", True), ("twice", True), ("answers", True), ("sum", True),
    ]  # fmt: skip


def test_a_gap_is_found(run: Callable, made_home: Path) -> None:
    said = run("--home", made_home, "reconcile", "SMR-2")
    assert said.code == 1
    lines = said.out.splitlines()
    assert lines[0] == "SMR-2 · San Marino, cycle 2: 1 finding"
    assert "  no   4 numbers listed, with 1 gap" in lines
    assert "  no   san-marino-2.pdf: 3 delegations that made statements (page 3), but 2 were counted" in lines


@pytest.mark.parametrize(("review", "code"), [("SMR-9", 2), ("Atlantis", 2)])
def test_no_review(run: Callable, answered_home: Path, review: str, code: int) -> None:
    assert run("--home", answered_home, "reconcile", review).code == code
