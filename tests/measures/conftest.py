from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from counted_reviews import export, matrix, publish_counted

from item6.measures.vocabulary import Vocabulary
from item6.record.reader import Record, open_record


@pytest.fixture(scope="session")
def counted_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the three reviews, without matrix and export."""
    home = tmp_path_factory.mktemp("counted")
    publish_counted(home)
    return home


@pytest.fixture(scope="session")
def full_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with matrix, export, and China's published totals."""
    home = tmp_path_factory.mktemp("full")
    publish_counted(home, matrix(), export(), totals=True)
    return home


@pytest.fixture(scope="session")
def record(counted_home: Path) -> Iterator[Record]:
    with open_record(counted_home) as opened:
        yield opened


@pytest.fixture(scope="session")
def full(full_home: Path) -> Iterator[Record]:
    with open_record(full_home) as opened:
        yield opened


@pytest.fixture(scope="session")
def vocabulary(full: Record) -> Vocabulary:
    return Vocabulary(full, {"nordic": ("NOR", "FIN")})
