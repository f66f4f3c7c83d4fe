from __future__ import annotations

import json
import shutil
from collections import namedtuple
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import pytest

WHATS = [
    "item6", "Python", "django", "django-htmx", "jinja2", "markdown-it-py", "numpy", "pillow", "pypdfium2",
    "python-docx", "rich",
    "waitress", "xlrd", "XlsxWriter", "SQLite", "PDFium", "workspace", "free space",
    "record",
]  # fmt: skip


def findings(out: str) -> dict[str, dict]:
    return {row["what"]: row for row in json.loads(out)}


def test_all_is_well(run: Callable, specimen_home: Path) -> None:
    said = run("--home", specimen_home, "doctor", "--format", "json")
    found = findings(said.out)
    assert (said.code, list(found), {row["ok"] for row in found.values()}) == (0, WHATS, {True})
    assert found["record"]["found"].endswith(", 2 reviews")
    assert found["workspace"]["found"] == str(specimen_home)


def test_a_workspace_that_is_not_there_yet(run: Callable, tmp_path: Path) -> None:
    home = tmp_path / "not" / "there"
    said = run("--home", home, "doctor", "--format", "json")
    found = findings(said.out)
    assert (said.code, found["workspace"]["found"]) == (0, f"{home} (made by the first build)")
    assert found["record"]["found"] == f"none yet; make one with: item6 --home {home} build FOLDER"
    assert not (tmp_path / "not").exists()


def test_a_workspace_that_is_a_file(run: Callable, tmp_path: Path) -> None:
    home = tmp_path / "file"
    home.touch()
    said = run("--home", home, "doctor")
    assert said.code == 1
    lines = [" ".join(line.split()) for line in said.out.splitlines()]
    assert f"problem workspace {home} is a file: name another folder with --home" in lines


def test_a_record_that_was_changed(run: Callable, own_specimen_home: Path) -> None:
    pointer = (own_specimen_home / "records" / "current").read_text().strip()
    (own_specimen_home / "records" / pointer / "issues.jsonl").write_text("")
    said = run("--home", own_specimen_home, "doctor", "--format", "json")
    assert (said.code, findings(said.out)["record"]["ok"]) == (1, False)


def test_a_missing_package_and_a_full_disk(run: Callable, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def version(name: str) -> str:
        if name == "rich":
            raise metadata.PackageNotFoundError(name)
        return "1"

    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(metadata, "version", version)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage(10, 10, 0))
    said = run("--home", tmp_path, "doctor", "--format", "json")
    wrong = {what: row["hint"] for what, row in findings(said.out).items() if not row["ok"]}
    assert said.code == 1
    assert wrong == {"rich": "run: python3 start.py setup", "free space": "make room on the disk of the workspace"}
