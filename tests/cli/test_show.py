from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from item6.cli.lookup import find_review
from item6.cli.outcome import outcome_of, quotation
from item6.record.reader import open_record

PAGE = """\
San Marino, cycle 2 (2014)                                                                     SMR-2
session 20 of the Working Group · A/HRC/99/4 · 20 pages · san-marino-2.pdf

4 recommendations received, counted by number as the UN does
  supported                    2   50.0 %  █████████████████████████████
  supported/noted              0
  noted                        1   25.0 %  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒
  pending                      1   25.0 %  ··············

in every unit                all supported supported/noted    noted  pending
numbered recommendations       4         2               0        1        1  ██████████▒▒▒▒▒▒······
texts under them               5         2               0        2        1  █████████▒▒▒▒▒▒▒▒·····
State-recommendations          5         2               0        2        1  █████████▒▒▒▒▒▒▒▒·····
"""


def test_the_outcome_for_people(run: Callable, made_home: Path) -> None:
    said = run("--home", made_home, "show", "SMR-2")
    out = said.out.replace("\u00a0", " ")
    assert (said.code, said.err) == (0, "")
    head, _, rest = out.partition("\nto quote")
    assert head == PAGE
    assert rest.splitlines() == [
        "  “In cycle 2 San Marino received 4 numbered recommendations; according to the report of the",
        "          Working Group (A/HRC/99/4) it supported 2 (50.0 %), noted 1 (25.0 %) and left 1 (25.0 %)",
        "          to be answered.”",
        "",
        "refused   1 of 4 (25.0 %) not supported (noted or rejected); 0 of 4 (0.0 %) rejected in the State's",
        "          words",
        "stated    4 recommendations received (page 3), as counted",
        "stated    3 delegations that made statements (page 3), but 2 were counted",
        "floor     2 States took the floor",
        "pledged   1 voluntary commitment, not counted above",
        "by        3 States; most State-recommendations: Chile 2, Peru 2, Côte d'Ivoire 1",
        "open      2 issues",
        "          san-marino-2.pdf: page 3: the report states that 3 delegations made statements, 2 were",
        "          counted (R305): look at the summary of the dialogue",
        "          san-marino-2.pdf: page 3, 5.10: the list goes from 5.3 to 5.10: 5.4 to 5.9 (6 numbers) not",
        "          found (R301): look at the page: the report may leave it out",
        "",
        f"next      item6 --home {made_home} show SMR-2 --list",
        f"          item6 --home {made_home} passage 'SMR-2#5.1'",
    ]


@pytest.mark.parametrize(
    ("review", "sentence"),
    [
        ("SMR-1", "In cycle 1 San Marino received 2 numbered recommendations; the report of the Working Group "
                  "(A/HRC/99/4) gives no answer to them."),
        ("MCO-2", "In cycle 2 Monaco received 1 numbered recommendation; the report of the Working Group "
                  "(A/HRC/99/5) gives no answer to them."),
    ],
)  # fmt: skip
def test_sentences_to_quote(made_home: Path, review: str, sentence: str) -> None:
    with open_record(made_home) as record:
        assert quotation(outcome_of(record, find_review(record, review))) == sentence


def test_everything_as_json(run: Callable, made_home: Path) -> None:
    whole = json.loads(run("--home", made_home, "show", "SMR-2", "--format", "json").out)
    head = {
        "review": "SMR-2", "state": "SMR", "cycle": 2, "session": 20, "year": 2014, "symbol": "A/HRC/99/4",
        "document": "san-marino-2.pdf", "pages": 20, "stage": "report",
    }  # fmt: skip
    assert list(whole.items())[: len(head)] == list(head.items())
    assert whole["outcome"]["numbers"] == {"supported": 2, "noted": 1, "supported/noted": 0, "pending": 1}
    assert whole["stated"][1] == {
        "measure": "speakers", "stated": 3, "counted": 2, "document": "san-marino-2.pdf", "page": 3,
    }  # fmt: skip
    assert whole["recommending_states"] == {"CHL": 2, "PER": 2, "CIV": 1}
    assert [each["number"] for each in whole["recommendations"]] == ["5.1", "5.2", "5.3", "5.10"]
    assert [text["name"] for text in whole["recommendations"][1]["texts"]] == ["SMR-2#5.2/1", "SMR-2#5.2/2"]
    assert [each["code"] for each in whole["issues"]] == ["R305", "R301"]
    assert whole["voluntary_commitments"] == [{"number": "6.", "text": "To mend the bells", "page": 3}]


def test_every_recommendation(run: Callable, made_home: Path) -> None:
    out = run("--home", made_home, "show", "SMR-2", "--list").out
    assert out.splitlines()[:9] == [
        "San Marino, cycle 2 (2014)",
        "",
        "█ 5.1 · supported (“enjoy the support of San Marino”) · page 3",
        "    Plant a lime tree in every square (Chile, Peru)",
        "",
        "▒ 5.2 · noted (“notes”) · page 3",
        "    Publish the maps of the old walls (Côte d'Ivoire)",
        "    =Repair them (Chile)",
        "",
    ]
    assert "    Thank the archivists (collective)" in out
