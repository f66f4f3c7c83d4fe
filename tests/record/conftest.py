"""Makes record_samples.py importable, also for the processes that tests start and kill."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent))

from record_samples import two_reviews

from item6.record.contents import Contents
from item6.record.writer import publish


@pytest.fixture
def contents() -> Contents:
    """Two reviews, four documents."""
    return two_reviews()


@pytest.fixture
def home(tmp_path: Path, contents: Contents) -> Path:
    """A workspace in which the two reviews are published, with their documents."""
    publish(tmp_path, contents)
    return tmp_path
