"""Mutated documents through the reader: no crash, no hang, and whatever is read keeps the rules of reading_rules."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from fuzzing import faults
from overlong import CASES, IN_A_LIST

SORTS = ("pages", "lines", "bytes", "parts")
FULL = {"pages": 8000, "lines": 1000, "bytes": 500, "parts": 600}
"""Documents for each sort of mutation in the full tier, 10,100, the same ones each time: they hold what was found."""
TIMES = int(os.environ.get("ITEM6_MUTATED", "1"))
"""For who changes the reader: ITEM6_MUTATED=10 tries ten times as many, the more of which nobody has seen."""
EVERY = 14
"""One report of so many of the corpus is mutated."""


def specimens(root: Path, sort: str) -> list[Path]:
    """Our own reports and addenda, the draft among them; only Word files have parts."""
    kinds = ("draft.docx",) if sort == "parts" else ("draft.docx", "report.pdf", "addendum.pdf")
    found = sorted(path for path in (root / "specimen" / "documents").iterdir() if path.name.endswith(kinds))
    assert found, "specimen/make.py makes the documents"
    return found


@pytest.mark.parametrize("sort", SORTS)
def test_a_sample_of_mutated_documents(root: Path, sort: str) -> None:
    assert faults(sort, range(50), specimens(root, sort)) == []


def draft(root: Path) -> list[Path]:
    return [root / "specimen" / "documents" / "ruritania-2015-draft.docx"]


def test_thousands_of_the_same_in_a_list(root: Path) -> None:
    assert faults("overlong", IN_A_LIST, draft(root)) == []


@pytest.mark.full
def test_thousands_of_the_same_elsewhere(root: Path) -> None:
    assert faults("overlong", range(IN_A_LIST.stop, len(CASES)), draft(root)) == []


@pytest.mark.full
@pytest.mark.parametrize("sort", SORTS)
def test_ten_thousand_mutated_documents(root: Path, corpus: Path, sort: str) -> None:
    files = specimens(root, sort)
    if sort != "parts":
        files += sorted((corpus / "reports").glob("*.pdf"))[::EVERY]
    assert faults(sort, range(1000, 1000 + FULL[sort] * TIMES), files) == []
