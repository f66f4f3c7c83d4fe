"""The record of the specimen stands where the two reviews stand after their addenda, as counted by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from specimen_files import SPECIMEN, expected_rows

from item6 import cli
from item6.pipeline import build


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("outcomes")
    build(folder, [SPECIMEN / "documents"])
    return folder


@pytest.mark.parametrize("review", ["XRU-1", "XRU-2"])
def test_outcome(home: Path, capsys: pytest.CaptureFixture[str], review: str) -> None:
    assert cli.main(["--home", str(home), "show", review, "--format", "json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    wanted: dict[str, dict[str, int]] = {}
    for each in expected_rows("outcomes"):
        if each["review"] == review:
            wanted.setdefault(each["unit"], {})[each["position"]] = each["count"]
    assert (shown["stage"], shown["outcome"]) == ("addendum", wanted)
