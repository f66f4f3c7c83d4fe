"""Every PDF and Word file of the corpus, whatever it is: read, or answered by one clear sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzz_worker import body_of
from reading_rules import broken_rules

from item6.sources.wg_report import read

pytestmark = pytest.mark.full


def test_every_document_is_read_or_answered(corpus: Path) -> None:
    """The reports to score on are read; of all files the rules hold, one of which allows one error at most."""
    paths = [path for path in sorted(corpus.rglob("*")) if path.suffix in (".pdf", ".doc", ".docx")]
    reports = set((corpus / "documents.txt").read_text(encoding="utf-8").split())
    broken, silent = {}, {}
    for path in paths:
        data = path.read_bytes()
        reading = read(data, path.name)
        if rules := broken_rules(reading, body_of(data)):
            broken[path.name] = rules
        if path.name in reports and not reading.recommendations:
            silent[path.name] = [issue.message for issue in reading.issues]
    assert (len(paths), len(reports)) == (252, 215)
    assert (broken, silent) == ({}, {})
