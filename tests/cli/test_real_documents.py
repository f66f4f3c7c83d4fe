"""Every document of the corpus through the command: rows, or one line that says why there are none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from item6.pipeline import build

pytestmark = pytest.mark.full


def test_every_document_is_read_or_answered_in_one_line(run: Callable, corpus: Path) -> None:
    files = [
        path for folder in ("slovenia", "china") for path in sorted((corpus / folder).rglob("*")) if path.is_file()
    ]
    assert len(files) > 30
    for path in files:
        said = run("read", path, "--format", "jsonl")
        answers = [line for line in said.err.splitlines() if line.startswith(f"{path}: ")]
        alone = said.code == 0 and not said.out  # an addendum without its report, which says so
        assert (said.code, bool(said.out)) in ((0, True), (1, False)) or alone, path
        assert len(answers) == 1 or said.code == 0, path
        assert any("not among the documents" in line for line in answers) or not alone, path


def test_reports_give_the_same_record_with_any_number_of_workers(corpus: Path, tmp_path: Path) -> None:
    files = sorted((corpus / "reports").glob("s*.pdf"))
    assert len(files) > 15
    hashes = {
        build(tmp_path / "one", files, workers=1).hash,
        build(tmp_path / "three", files[::-1], workers=3).hash,
    }
    assert len(hashes) == 1
