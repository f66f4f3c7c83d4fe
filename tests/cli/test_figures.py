"""The verbs of figures: what they print for people and for programs, and what they say when something is wrong."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from counted_reviews import export, matrix, publish_counted

from item6.record.reader import open_record

Ask = Callable[..., Any]
"""Runs the command with these arguments: exit code, standard output, standard error."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("figures")
    publish_counted(folder, matrix(), export(), totals=True)
    return folder


@pytest.fixture
def ask(run: Ask, home: Path) -> Ask:
    return lambda *arguments: run("--home", home, *arguments)


def test_figures_for_people(ask: Ask) -> None:
    said = ask("figures", "San", "Marino", "2014")
    assert (said.code, said.err) == (0, "")
    lines = said.out.splitlines()
    assert lines[:2] == ["San Marino, cycle 2", "numbered recommendations, after the addendum"]
    assert [line.split() for line in lines[3:8]] == [
        ["received", "5"],
        ["supported", "1", "20.0", "%"],
        ["supported", "in", "part", "2", "40.0", "%"],
        ["noted", "1", "20.0", "%"],
        ["pending", "1", "20.0", "%"],
    ]
    assert "to quote  San Marino, cycle 2: 1 of 5 numbered recommendations (20.0\u00a0%) were not supported" in said.out
    assert "source    A/HRC/28/90, A/HRC/28/90/Add.1; item6 record " in said.out
    reference = next(line.split()[1] for line in lines if line.startswith("figure"))
    assert ask("explain", reference).code == 0


def test_a_filter_may_begin_with_what_it_leaves_out(ask: Ask) -> None:
    for first in (["SMR-2", "-by:WEOG"], ["-by:WEOG", "cycle:2", "state:SMR"], ["SMR-2", "--", "-by:WEOG"]):
        (found,) = json.loads(ask("figures", "--measure", "received", "--format", "json", *first).out)
        assert (found["scope"], found["value"]) == ("state:SMR -by:WEOG cycle:2", 3)


def test_what_is_not_known_is_said(ask: Ask) -> None:
    said = ask("figures", "SMR-2", "--stage", "matrix", "--measure", "rejected_share")
    assert [line.split() for line in said.out.splitlines() if line.startswith("share")] == [
        ["share", "rejected", "in", "the", "State's", "words", "not", "known"]
    ]


def test_figures_for_programs(ask: Ask) -> None:
    wanted = ["figures", "SMR-2", "by:NOR", "--unit", "texts", "--measure", "noted,noted_share"]
    objects = json.loads(ask(*wanted, "--format", "json").out)
    assert [(each["measure"], each["numerator"], each["denominator"], each["value"]) for each in objects] == [
        ("noted", 1, None, 1), ("noted_share", 1, 2, "1/2"),
    ]  # fmt: skip
    assert objects[0]["rows"] == ["SMR-2#2.3/2"]
    assert objects[1]["sentence"]["words"].startswith(
        "Recommendations to San Marino from Norway in cycle 2: 1 of 2 texts"
    )
    rows = list(csv.DictReader(io.StringIO(ask(*wanted, "--format", "csv").out)))
    assert [(row["measure"], row["value"], row["scope"]) for row in rows] == [
        ("noted", "1", "state:SMR by:NOR cycle:2"), ("noted_share", "1/2", "state:SMR by:NOR cycle:2"),
    ]  # fmt: skip


def test_definitions(ask: Ask) -> None:
    rows = json.loads(ask("figures", "--list", "--format", "json").out)
    assert {"not_supported_share", "rejected", "speakers"} <= {row["measure"] for row in rows}
    assert "not_supported\n" in ask("figures", "--list").out


WRONG = [
    (["figures", "Chnia"], "no State is called “Chnia”: did you mean China"),
    (["figures", "SMR-7"], "the record has no review SMR-7: of San Marino it holds SMR-1, SMR-2"),
    (["figures", "by:Switzrland"], "by: no State or group is called “Switzrland”: did you mean “Switzerland”"),
    (["figures", "state:SMR", "cycle:7"], "nothing in the record fits state:SMR cycle:7: leave out a term"),
    (["figures", "them:torture"], "unknown key “them”: did you mean “theme”?"),
    (["figures", "SMR-2", "--measure", "rejectd"], "no measure is called “rejectd”: did you mean “rejected”"),
    (["figures", "SMR-2", "cycle:1"], "cycle:1 and cycle:2 exclude each other: leave one of them out"),
    (["rank", "speakers"], "speakers cannot be ranked or grouped: those that can are received,"),
    (["rank", "received", "cycle:9"], "no review has a value to rank: "),
    (["compare", "Monaco"], "two reviews of Monaco are needed to compare: the record knows MCO-2"),
    (["issues", "MCO-2", "--by", "theme"], "nothing here has a theme: add OHCHR's matrix of the review to it"),
    (["states", "--profile", "Chile"], "the record has no recommendation to or from Chile"),
    (["explain", "noted"], "this is no reference of a figure: copy the whole line"),
    (["figures", "--as-of", "May"], "item6 figures: argument --as-of: “May” is no date such as 2014-12-31"),
]


@pytest.mark.parametrize(("arguments", "sentence"), WRONG, ids=[" ".join(each) for each, _ in WRONG])
def test_one_helpful_sentence(ask: Ask, arguments: list[str], sentence: str) -> None:
    said = ask(*arguments)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert said.err.startswith(sentence)


def test_a_review_without_addendum_says_that_it_is_pending(run: Ask, tmp_path: Path) -> None:
    publish_counted(tmp_path)
    said = run("--home", tmp_path, "figures", "SMR-2", "number:2.10")
    assert said.code == 0
    assert "pending; no answer has been read to any of 1 numbered recommendations" in " ".join(said.out.split())


def test_compare(ask: Ask) -> None:
    said = ask("compare", "San Marino", "--measure", "received,not_supported_share,reversed_to_noted")
    lines = [line.split() for line in said.out.splitlines()]
    assert ["SMR-1", "change", "SMR-2"] in lines
    assert ["received", "4", "+1", "5"] in lines
    assert "25.0\u00a0%  -5.0\u00a0points  20.0\u00a0%" in said.out
    assert "SMR-1     after the addendum" in said.out
    objects = json.loads(ask("compare", "SMR", "by:CHE", "--measure", "supported", "--format", "json").out)
    assert [(each["measure"], each["value"]) for each in objects] == [
        ("supported", 1), ("supported", 1), ("supported_change", 0),
    ]  # fmt: skip


def test_published_totals_beside_a_review(ask: Ask) -> None:
    said = ask("figures", "CHN-4")
    assert "numbered recommendations, as published" in said.out
    assert [line.split() for line in said.out.splitlines() if line.startswith("rejected")] == [
        ["rejected", "in", "the", "State's", "words", "98", "22.9", "%"]
    ]
    assert "source    press statement" in said.out


def test_rank(ask: Ask) -> None:
    rows = json.loads(ask("rank", "--format", "json").out)
    assert [(row["place"], row["review"], row["stage"]) for row in rows] == [
        (1, "SMR-2", "matrix"), (2, "CHN-4", "published"), (3, "SMR-1", "later"), (4, "MCO-2", "later"),
    ]  # fmt: skip
    lowest = ask("rank", "--lowest", "--limit", "1")
    assert "Monaco, cycle 2" in lowest.out and "San Marino" not in lowest.out
    assert "reviews of which more than 10.0\u00a0% is pending" in lowest.out


def test_states_and_issues(ask: Ask) -> None:
    rows = json.loads(ask("states", "SMR-2", "--format", "json").out)
    assert [(row["value"], row["received"], row["noted"]) for row in rows] == [
        ("KEN", 2, 0),
        ("NOR", 2, 0),
        ("CHE", 2, 1),
    ]
    groups = json.loads(ask("states", "cycle:2", "--groups", "--format", "json").out)
    assert {row["value"]: row["received"] for row in groups} == {"WEOG": 5, "African Group": 2}
    issues = json.loads(ask("issues", "SMR-2", "--format", "json").out)
    assert {row["value"]: row["received"] for row in issues} == {
        "Death penalty": 2, "Right to education": 1, "Torture": 1,
    }  # fmt: skip
    themes = ask("issues", "SMR-2", "--by", "theme").out
    assert "D23 Death penalty" in themes and "source    A/HRC/28/90" in themes
    rows = json.loads(ask("issues", "--unit", "upr_info_rows", "--format", "json").out)
    assert {row["value"]: row["received"] for row in rows} == {
        "Death penalty": 1, "Justice": 2, "Right to education": 1, "Torture": 2,
    }  # fmt: skip


def test_what_a_state_gives_and_gets(ask: Ask) -> None:
    rows = json.loads(ask("states", "--profile", "San Marino", "--format", "json").out)
    assert [(row["value"], row["recommends"], row["receives"]) for row in rows] == [
        ("Culture", 1, 0), ("Death penalty", 0, 3), ("Torture", 0, 3), ("International instruments", 0, 1),
        ("Right to education", 0, 1),
    ]  # fmt: skip
    assert "what it recommends and what it receives, by issue" in ask("states", "--profile", "SMR").out


def test_groups_of_the_workspace(run: Ask, home: Path, tmp_path: Path) -> None:
    own = Path(shutil.copytree(home, tmp_path / "home"))
    (own / "groups.toml").write_text('alpine = ["Switzerland", "AUT"]\n', encoding="utf-8")
    (found,) = json.loads(run("--home", own, "figures", "by:alpine", "--measure", "received", "--format", "json").out)
    assert (found["scope"], found["value"]) == ("by:AUT by:CHE", 4)
    (own / "groups.toml").write_text("alpine =", encoding="utf-8")
    said = run("--home", own, "figures", "by:alpine")
    assert said.code == 2 and f"{own / 'groups.toml'}: cannot be read" in said.err


def test_explain_opens_a_figure(ask: Ask) -> None:
    (made,) = json.loads(ask("figures", "SMR-2", "--measure", "noted", "--format", "json").out)
    said = ask("explain", made["reference"])
    assert said.code == 0
    assert "defined   noted@1: What is noted and not supported" in said.out
    assert "SMR-2#2.1 · A/HRC/28/90, page 14 · noted" in said.out.replace("A/HRC/99/4", "A/HRC/28/90")
    assert "“noted” (A/HRC/28/90/Add.1, page 9)" in said.out
    whole = json.loads(ask("explain", made["reference"], "--format", "json").out)
    assert (whole["figure"]["value"], whole["since"], whole["rows"][0]["page"]) == (1, None, 14)


def test_explain_says_what_changed_since(run: Ask, tmp_path: Path) -> None:
    publish_counted(tmp_path)
    wanted = ["figures", "SMR-2", "number:2.10", "--measure", "supported"]
    (then,) = json.loads(run("--home", tmp_path, *wanted, "--format", "json").out)
    assert run("--home", tmp_path, "explain", then["reference"]).code == 0
    publish_counted(tmp_path, matrix())
    said = run("--home", tmp_path, "explain", then["reference"])
    assert said.code == 1
    assert "since     changed in the current record" in said.out
    assert "gained    SMR-2#2.10" in said.out
    with open_record(tmp_path) as record:
        assert record.hash[:12] in said.out
    unknown = then["reference"].rpartition("#")[0] + "#" + "ab" * 32
    said = run("--home", tmp_path, "explain", unknown)
    assert said.code == 1 and "the workspace has no record abababababab" in said.err


def test_complete(ask: Ask) -> None:
    assert ask("complete", "state:SMR po").out == "state:SMR position:\n"
    assert 'issue:"Death penalty"' in ask("complete", "issue:dea").out


def test_a_rank_says_what_it_leaves_out(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("item6.cli.rank._MOST", 1)
    assert "more      1 review: --limit 2" in ask("rank", "received", "state:SMR").out
    assert "--limit" not in ask("rank", "received", "state:SMR", "--limit", "2").out


def test_rows_of_an_export_that_is_not_there(run: Ask, made_home: Path) -> None:
    said = run("--home", made_home, "figures", "SMR-2", "--unit", "upr_info_rows")
    assert (said.code, said.out) == (2, "")
    assert said.err == "the record has no rows of UPR Info's export: add the export with: item6 build FILE\n"
