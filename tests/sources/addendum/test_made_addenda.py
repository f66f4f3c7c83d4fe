"""The addenda of the specimen: every answer that was written by hand beside them, in their order, and the totals."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from item6.sources import read
from item6.terms.documents import Reading
from item6.terms.passages import DocxCell

ADDENDA = (
    "ruritania-2010-addendum.pdf",
    "ruritania-2015-addendum.pdf",
    "ruritania-2015-addendum-table.docx",
    "ruritania-2015-addendum-fr.pdf",
    "ruritania-2015-addendum-es.docx",
)


def reading(root: Path, name: str) -> Reading:
    found = next(path for path in (root / "specimen").glob(f"*/{name}"))
    return read(found.read_bytes(), name)


def rows(root: Path, name: str, what: str) -> list[dict[str, Any]]:
    path = root / "specimen" / "expected" / f"{name.rpartition('.')[0]}.{what}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("name", ADDENDA)
def test_every_answer_is_found(root: Path, name: str) -> None:
    found = reading(root, name)
    expected = rows(root, name, "answers")
    keys = ("number", "position", "normalised", "page")
    assert [
        (answer.target.number, answer.position, answer.normalised, answer.passage.page) for answer in found.answers
    ] == [tuple(row[key] for key in keys) for row in expected]
    for answer, row in zip(found.answers, expected, strict=True):
        assert row["as_written"].lower() in answer.as_written.lower()
        assert answer.explanation.startswith(row["explanation"]) or row["explanation"] in answer.explanation
        assert row["explanation"] or not answer.explanation, answer.target.number


@pytest.mark.parametrize("name", ADDENDA)
def test_totals(root: Path, name: str) -> None:
    found = [(total.measure, total.value, total.passage.page) for total in reading(root, name).totals]
    assert sorted(found) == sorted((row["measure"], row["value"], row["page"]) for row in rows(root, name, "totals"))


def test_answers_of_tables_stand_in_cells(root: Path) -> None:
    found = reading(root, "ruritania-2015-addendum-table.docx")
    assert {type(answer.passage.locator) for answer in found.answers} == {DocxCell}
    assert [issue.key for issue in found.issues] == []
