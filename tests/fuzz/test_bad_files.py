"""Every file that is not what it seems, through the reader: one clear sentence each."""

from __future__ import annotations

import pytest
from bad_files import BAD_FILES

from item6.sources.wg_report import read


@pytest.mark.parametrize("name", BAD_FILES)
def test_bad_files_are_answered(name: str) -> None:
    file, make, key = BAD_FILES[name]
    reading = read(make(), file)
    assert [found.key for found in reading.issues] == [key]
    assert (reading.recommendations, reading.document.file) == ((), file)
    assert "{" not in reading.issues[0].message + reading.issues[0].hint
