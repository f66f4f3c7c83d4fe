"""docs/measures.md names every measure and every key, and what it shows of a command is what the command prints."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from item6 import cli, measures, pipeline
from item6.measures import names, open_record
from item6.measures.filters import KEYS

HASH = "1a2b3c4d5e6f"
"""Stands in the pages for the hash of the record."""

SHOWN = re.compile(r"^```console\n(?P<command>item6 [^\n]+)\n```\n\n```text\n(?P<output>.*?)^```$", re.M | re.S)
PAGES = ("measures.md", "tutorial.md")


def text(root: Path, page: str) -> str:
    return (root / "docs" / page).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [*names(), *KEYS])
def test_every_measure_and_key_is_named(root: Path, name: str) -> None:
    assert f"`{name}`" in text(root, "measures.md")


def test_everything_for_notebooks_is_documented(root: Path) -> None:
    """The nouns among it have their place further down the page; a Record is got from open_record."""
    described = text(root, "api.md")
    ours = [name for name in measures.__all__ if name not in ("Figure", "Record")]
    assert [name for name in ours if f":: item6.measures.{name}\n" not in described] == []


@pytest.fixture(scope="module")
def home(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the documents of Ruritania."""
    folder = tmp_path_factory.mktemp("measures")
    pipeline.build(folder, [root / "specimen" / "documents"])
    return folder


def shown(root: Path) -> list[tuple[str, str]]:
    """(command, output) of the pages."""
    return [(each["command"], each["output"]) for page in PAGES for each in SHOWN.finditer(text(root, page))]


def fits(lines: list[str], printed: list[str]) -> bool:
    """Whether lines are what was printed; `…` alone stands for any lines."""
    if not lines:
        return not printed
    if lines[0] == "…":
        return any(fits(lines[1:], printed[at:]) for at in range(len(printed) + 1))
    return bool(printed) and lines[0] == printed[0] and fits(lines[1:], printed[1:])


def test_pages_show_what_commands_print(
    root: Path, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)  # the pages show lines as long as they are without it
    with open_record(home) as record:
        real = record.hash
    for command, output in shown(root):
        given = [each.replace(HASH, real) for each in shlex.split(command)[1:]]
        assert cli.main(["--home", str(home), *given]) == 0, command
        printed = capsys.readouterr().out.replace(real, HASH).replace(real[:12], HASH).replace("\u00a0", " ")
        assert fits(output.splitlines(), [line.rstrip() for line in printed.splitlines()]), f"{command}\n{printed}"


def test_enough_is_shown(root: Path) -> None:
    assert {command.split()[1] for command, _ in shown(root)} >= {"figures", "compare", "rank", "states", "explain"}


@pytest.mark.parametrize(
    ("lines", "printed", "fit"),
    [
        (["a", "…", "d"], ["a", "b", "c", "d"], True),
        (["a", "…"], ["a"], True),
        (["a", "d"], ["a", "b", "d"], False),
        (["…", "x"], ["a", "b"], False),
        (["a"], ["a", "b"], False),
    ],
)
def test_a_page_that_is_behind_would_be_noticed(lines: list[str], printed: list[str], fit: bool) -> None:
    assert fits(lines, printed) is fit
