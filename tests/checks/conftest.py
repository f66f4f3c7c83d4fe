from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from counted_reviews import export, matrix, publish_counted

from item6.record.reader import Record, open_record


@pytest.fixture(scope="session")
def checked_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the hand-counted reviews, matrix and export, and China's published totals."""
    home = tmp_path_factory.mktemp("checked")
    publish_counted(home, matrix(), export(), totals=True)
    return home


@pytest.fixture(scope="session")
def record(checked_home: Path) -> Iterator[Record]:
    with open_record(checked_home) as opened:
        yield opened
