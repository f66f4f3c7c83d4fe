from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from made_readings import answer, digest, document, listed, reading

from item6.cli.lookup import find_review
from item6.measures.reviewed import outcome_of, quotation
from item6.pipeline import gather
from item6.record.reader import open_record
from item6.record.writer import publish
from item6.terms.names import ReviewName

LATER = ReviewName("SMR", 2)

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
        "stated    san-marino-2.pdf: 4 recommendations received (page 3), as counted",
        "stated    san-marino-2.pdf: 3 delegations that made statements (page 3), but 2 were counted",
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


STAGES = """\
in every unit                all supported supported/noted    noted  pending
numbered recommendations       4         1               0        2        1  ██████▒▒▒▒▒▒▒▒▒▒······
texts under them               4         1               0        2        1  ██████▒▒▒▒▒▒▒▒▒▒······
State-recommendations          4         2               0        1        1  ██████████▒▒▒▒▒▒······

as the report had it
  numbered recommendations     4         2               0        0        2
  State-recommendations        4         2               0        0        2

to quote  “In cycle 2 San Marino received 4 numbered recommendations; according to the addendum to
          the report (A/HRC/99/4/Add.1) it supported 1 (25.0 %), noted 2 (50.0 %) and left 1
          (25.0 %) to be answered.”

refused   2 of 4 (50.0 %) not supported (noted or rejected); 1 of 4 (25.0 %) rejected in the State's
          words
stated    addendum.pdf: 2 recommendations now noted (page 2), as counted
stated    addendum.pdf: 2 recommendations supported (page 2), but 1 was counted
aloud     1 oral answer, not counted above: 5.2
others    OHCHR's matrix (matrix.docx): 4 = 2 supported + 2 noted; 50.0 % not supported; compared,
          not counted above
"""


def test_a_stage_and_what_stands_beside(run: Callable, answered_home: Path) -> None:
    out = run("--home", answered_home, "show", "SMR-2", "--stage", "addendum").out.replace("\u00a0", " ")
    assert out[out.index("in every unit") : out.index("by        ")] == STAGES


@pytest.mark.parametrize(
    ("stage", "counts", "before", "rejected"),
    [
        ("report", (2, 0, 0, 2), [], 0),
        ("addendum", (1, 2, 0, 1), ["report"], 1),
        ("adoption", (1, 2, 0, 1), ["report"], 1),
        ("later", (2, 2, 0, 0), ["report", "addendum"], 1),
    ],
)
def test_the_outcome_at_a_stage(
    run: Callable, answered_home: Path, stage: str, counts: tuple[int, ...], before: list[str], rejected: int
) -> None:
    out = run("--home", answered_home, "show", "SMR-2", "--stage", stage, "--format", "json").out
    whole = json.loads(out)
    numbers = whole["outcome"]["numbers"]
    assert tuple(numbers[key] for key in ("supported", "noted", "supported/noted", "pending")) == counts
    assert list(whole["before"]) == before
    assert whole["rates"] == {
        "not_supported": {"count": counts[1], "of": 4},
        "rejected": {"count": rejected, "of": 4},
    }


PUBLISHED = """\
China, cycle 4  CHN-4
known     published totals only; no list of its recommendations is in the record
figures   428 = 290 accepted + 8 accepted in part + 32 noted + 98 rejected
refused   130 of 428 (30.4 %) not supported (noted or rejected); 98 of 428 (22.9 %) rejected in the State's words
source    recording, 0:41
entered   Ana, 2031-09-30: no list yet
"""


@pytest.mark.parametrize("asked", ["CHN-4", "chn-4", "China 2024"])
def test_published_totals_are_figures_only(run: Callable, answered_home: Path, asked: str) -> None:
    said = run("--home", answered_home, "show", asked)
    assert (said.code, said.out.replace("\u00a0", " "), said.err) == (0, PUBLISHED, "")
    whole = json.loads(run("--home", answered_home, "show", asked, "--format", "json").out)
    assert whole["published"] == {"received": 428, "accepted": 290, "in_part": 8, "noted": 32, "rejected": 98}


@pytest.mark.parametrize(
    ("symbol", "title"),
    [("A/HRC/WG.6/20/L.7", "San Marino, cycle 2 (2014)"), ("A/HRC/99/4/Add.1", "San Marino, cycle 2 (2014)")],
)
def test_a_symbol_names_its_review(run: Callable, answered_home: Path, symbol: str, title: str) -> None:
    assert run("--home", answered_home, "show", symbol, "--list").out.splitlines()[0] == title


def test_a_review_known_by_its_matrix_alone(run: Callable, tmp_path: Path) -> None:
    matrix = reading(
        document(
            "matrix.docx", LATER, symbol=None, family="matrix", date=None, pages=None, sha256=digest("report.pdf")
        ),
        listed("5.1"),
        listed("5.2"),
        listed("5.3"),
        answers=tuple(
            answer(number, said, stage="matrix", source="reading", review=LATER)
            for number, said in (("5.1", "accepted"), ("5.2", "noted"), ("5.3", "accepted"))
        ),
    )
    publish(tmp_path, gather([matrix]))
    out = run("--home", tmp_path, "show", "SMR-2").out.replace("\u00a0", " ")
    lines = [line for line in out.splitlines() if line.startswith(("to quote", "others", "refused", "          OHCHR"))]
    assert lines == [
        "to quote  “In cycle 2 San Marino received 3 numbered recommendations, as OHCHR lists them; no answer",
        "others    OHCHR's matrix (matrix.docx): 3 = 2 supported + 1 noted; 33.3 % not supported; compared,",
    ]
    said = run("--home", tmp_path, "reconcile", "SMR-2")
    assert (said.code, said.out.splitlines()[-1]) == (0, "  yes  3 = 2 supported + 1 noted, by OHCHR's matrix alone")
