"""Mutated addenda through the reader: no crash, no hang, and whatever is read keeps the rules of reading_rules."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from fuzzing import faults

SORTS = ("lines", "bytes", "parts")
TIMES = int(os.environ.get("ITEM6_MUTATED", "1"))
"""As in test_mutations."""


def addenda(root: Path, sort: str) -> list[Path]:
    """The addenda of the specimen; only Word files have parts."""
    ending = "docx" if sort == "parts" else "*"
    found = sorted((root / "specimen").glob(f"*/ruritania-*-addendum*.{ending}"))
    found = [path for path in found if path.parent.name in ("documents", "variants")]
    assert found, "specimen/make.py makes the addenda"
    return found


@pytest.mark.parametrize("sort", SORTS)
def test_a_sample_of_mutated_addenda(root: Path, sort: str) -> None:
    assert faults(sort, range(40), addenda(root, sort)) == []


@pytest.mark.full
@pytest.mark.parametrize("sort", SORTS)
def test_hundreds_of_mutated_addenda(root: Path, corpus: Path, sort: str) -> None:
    files = addenda(root, sort)
    if sort != "parts":
        files += [corpus / "slovenia" / name for name in ("cycle1/g1012465.pdf", "cycle2/g1504261.pdf")]
    assert faults(sort, range(5000, 5000 + 350 * TIMES), files) == []
