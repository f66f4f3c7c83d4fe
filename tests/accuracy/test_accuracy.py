"""How right the reading of real reports must be; every error left has a cause and stands in the documentation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from accuracy_page import Measured

pytestmark = pytest.mark.full

AGAIN = ".venv/bin/python benchmarks/accuracy.py --write"
LONGEST_QUOTE = 6
"""Words in a row that a note may share with a document, such as the name of an office."""


@pytest.mark.parametrize(
    ("group", "strict", "figure", "least"),
    [
        ("ALL", False, "accepted_f1", 0.997),
        ("cycle 1", False, "accepted_f1", 0.995),
        ("cycle 2", False, "accepted_f1", 0.999),
        ("ALL", False, "f1", 0.990),
        ("ALL", True, "f1", 0.970),
    ],
)
def test_texts_and_states(measured: Measured, group: str, strict: bool, figure: str, least: float) -> None:
    (score,) = (score for score in measured.runs["all", strict].scores if score.group == group)
    assert getattr(score, figure) >= least


def test_all_reports_are_scored(measured: Measured, corpus: Path) -> None:
    """One of them has no rows in the export."""
    reports = len(list((corpus / "reports").glob("*.pdf")))
    scored = {part: measured.runs[part, False].overall.reports for part in ("all", "aside", "rest")}
    assert (measured.reports, scored["all"], scored["aside"] + scored["rest"]) == (reports, reports - 1, reports - 1)


def test_answers_of_the_reports(measured: Measured) -> None:
    run = measured.runs["all", False]
    assert run.given / run.overall.matched >= 0.46
    assert run.equal / run.given >= 0.995
    assert sum(each.pairs for each in measured.answers) == run.given - run.equal


def test_matrices(measured: Measured) -> None:
    assert measured.matrices == {
        "china_2013": ["252 numbers, 0 differences"],
        "slovenia_2014": ["163 numbers, 0 differences"],
        "slovenia_2019": ["215 numbers, 0 differences"],
    }


def test_every_error_has_a_cause(measured: Measured) -> None:
    """What is missing: benchmarks/accuracy.py --unexplained prints its rows."""
    assert measured.explained.unexplained == []


def test_no_cause_of_an_error_that_is_gone(measured: Measured) -> None:
    assert measured.explained.stale == (), f"run: {AGAIN}"


def test_the_page_says_what_was_measured(measured: Measured, root: Path) -> None:
    from accuracy import with_measured
    from accuracy_page import page

    document = (root / "docs" / "accuracy.md").read_text(encoding="utf-8")
    assert document == with_measured(document, page(measured)), f"run: {AGAIN}"


def runs_of_words(text: str) -> Iterable[tuple[str, ...]]:
    """All runs of so many words that they would be a quotation."""
    words = re.findall(r"\w+", text.casefold())
    return zip(*(words[start:] for start in range(LONGEST_QUOTE + 1)), strict=False)


def test_no_note_quotes_a_document(corpus: Path, root: Path) -> None:
    """Documents and the export belong to others; their sentences are not committed."""
    import accuracy_causes
    import polars

    export = polars.read_parquet(corpus / "gold" / "upr_info.parquet")["text"]
    theirs = {run for text in export for run in runs_of_words(text or "")}
    notes = {cause.note for cause in accuracy_causes.load(root / "benchmarks" / "accuracy_causes.csv")}
    assert {note for note in notes for run in runs_of_words(note) if run in theirs} == set()
