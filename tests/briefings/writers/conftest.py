from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from gallery import gallery

from item6 import pipeline
from item6.briefings.document import Document
from item6.record.reader import Record, open_record
from item6.terms.names import ReviewName

SPECIMEN = Path(__file__).resolve().parents[3] / "specimen" / "documents"
REVIEW = ReviewName("XRU", 2)


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """The record of the made-up documents."""
    home = tmp_path_factory.mktemp("writers")
    pipeline.build(home, [SPECIMEN])
    with open_record(home) as opened:
        yield opened


@pytest.fixture(scope="session")
def document(record: Record) -> Document:
    """Every kind of block."""
    return gallery(record, REVIEW, rows=12)
