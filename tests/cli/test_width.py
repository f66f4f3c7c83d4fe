"""What is printed for people keeps to the columns of their terminal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from rich.text import Text

from item6 import pipeline
from item6.cli.terminal import print_cells, print_text

COMMANDS = [
    ["show", "XRU-2"],
    ["show", "XRU-2", "--list"],
    ["answers", "XRU-2"],
    ["answers", "XRU-2", "--changes"],
    ["alike", "XRU-2"],
    ["reconcile", "XRU-2", "--notes"],
    ["reconcile", "XRU-1", "--notes"],
    ["figures", "XRU-2", "by:WEOG", "by:Chile", "position:supported", "rights"],
    ["compare", "XRU"],
    ["compare", "XRU", "--by", "issue"],
    ["rank", "received"],
    ["states", "XRU-2"],
    ["states", "XRU-2", "--groups"],
    ["states", "--profile", "Norway"],
    ["issues", "XRU-2"],
    ["issues", "XRU-2", "--by", "theme"],
    ["search", "rights"],
    ["passage", "XRU-2#115.1"],
    ["annotate", "--explain", "XRU-2#115.15"],
    ["annotate", "--explain", "XRU-2#115.1"],
    ["record", "list"],
    ["doctor"],
]
"""Each prints a table or sentences of the specimen."""


@pytest.fixture(scope="module")
def specimen(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the documents of Ruritania."""
    folder = tmp_path_factory.mktemp("width") / "w"
    pipeline.build(folder, [root / "specimen" / "documents"])
    return folder


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_line_is_no_wider_than_the_terminal(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, specimen: Path, command: list[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("ITEM6_HOME", str(specimen))
    lines = run(*command).out.splitlines()
    assert lines
    wide = [line for line in lines if len(line) > 80 and not line.startswith(("figure ", "ok      workspace"))]
    assert wide == []


def test_the_rows_behind_a_figure_too(run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, specimen: Path) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    figures = run("--home", specimen, "figures", "XRU-2").out
    reference = next(line.split()[1] for line in figures.splitlines() if line.startswith("figure"))
    explained = run("--home", specimen, "explain", reference).out
    assert "117.1" in explained
    assert max(map(len, explained.splitlines())) <= 80


def test_words_that_go_on_below_keep_their_spaces(capsys: pytest.CaptureFixture[str]) -> None:
    said = "Give the body its means, so that it can visit every place of detention"
    print_text(Console(width=34, soft_wrap=True), Text.assemble("    ", (said, "dim")), 4)
    assert capsys.readouterr().out.splitlines() == [
        "    Give the body its means, so",
        "    that it can visit every place",
        "    of detention",
    ]


def test_a_long_name_goes_on_below_itself(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [("share not supported (noted or rejected)", ["3.1 %", "+9.8 points"]), ("received", ["97", "+66"])]
    print_cells(Console(width=44, soft_wrap=True), ["SVN-1", "change"], rows)
    assert capsys.readouterr().out.splitlines() == [
        "                          SVN-1       change",
        "share not supported       3.1 %  +9.8 points",
        "  (noted or rejected)",
        "received                     97          +66",
    ]
