from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

THEME = """
name = "rivers"
title = "Rivers"
words = ["river"]
exclusions = ["river bank accounts"]
examples = ["Clean the river"]
"""
TEXTS = ["Clean the river", "Publish the river bank accounts", "Plant trees"]


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """A theme on rivers."""
    path = tmp_path / "rivers.toml"
    path.write_text(THEME, "utf-8")
    return path


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Three texts, one of them caught and one nearly."""
    path = tmp_path / "texts.jsonl"
    path.write_text("\n".join(json.dumps({"number": str(n), "text": text}) for n, text in enumerate(TEXTS)), "utf-8")
    return path


def test_caught_and_nearly_caught(run: Callable, theme: Path, texts: Path) -> None:
    said = run("theme", theme, texts, "--format", "jsonl")
    assert (said.code, said.err) == (0, "")
    assert [json.loads(line) for line in said.out.splitlines()] == [
        {"name": "0", "caught": True, "by": "river", "text": TEXTS[0]},
        {"name": "1", "caught": False, "by": "“river” is excluded by “river bank accounts”", "text": TEXTS[1]},
    ]
    only = run("theme", theme, texts, "--caught", "--format", "jsonl")
    assert [json.loads(line)["name"] for line in only.out.splitlines()] == ["0"]


def test_for_people(run: Callable, theme: Path, texts: Path) -> None:
    lines = run("theme", theme, texts).out.splitlines()
    assert lines[0] == "Rivers: catches 1 of 3 texts"
    assert lines[1] == "0 “river” · Clean the river"
    assert lines[2] == "nearly caught: 1 text"


def test_an_example_that_is_not_caught_is_an_error(run: Callable, theme: Path, texts: Path) -> None:
    theme.write_text(THEME.replace("Clean the river", "Clean the lake"), "utf-8")
    said = run("theme", theme, texts, "--format", "jsonl")
    assert said.code == 1
    assert said.err == (
        f"{theme}: the example “Clean the lake” is not caught: change its patterns, or take the example out\n"
    )
    assert len(said.out.splitlines()) == 2


def test_a_file_that_is_no_theme_is_said(run: Callable, texts: Path) -> None:
    said = run("theme", texts, texts)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(f"{texts}: this is no TOML (")
    assert len(said.err.splitlines()) == 1


def test_over_the_record(run: Callable, theme: Path, specimen: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert run("--home", home, "build", specimen / "ruritania-2010-report.pdf").code == 0
    theme.write_text('name = "prisons"\nwords = ["prison", "prisons", "prisoners"]', "utf-8")
    said = run("--home", home, "theme", theme, "--format", "jsonl", "--caught")
    names = [json.loads(line)["name"] for line in said.out.splitlines()]
    assert names != []
    assert {name.partition("#")[0] for name in names} == {"XRU-1"}
    assert run("--home", tmp_path / "nowhere", "theme", theme).code == 1
