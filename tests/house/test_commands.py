"""Every command that a document or a --help tells people to type is understood, and every --help gives examples."""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from item6 import cli

START = "python3 start.py"
OF_START = ("setup", "test")
"""Verbs of start.py; everything else goes to item6."""

DOCUMENTS = ("README.md", "CONTRIBUTING.md", "docs", "specimen", "benchmarks")
FENCED = re.compile(r"^(?P<fence>`{3,})[^\n]*\n(?P<inside>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"(?<!`)`(?P<inside>[^`\n]+)`(?!`)")


def commands(text: str) -> Iterator[tuple[str, bool]]:
    """Lines of fenced blocks, and inline code, that start item6 with at least one argument; whether it is inline."""
    fenced = [line.strip() for block in FENCED.finditer(text) for line in block["inside"].splitlines()]
    inline = [found["inside"].strip() for found in INLINE.finditer(FENCED.sub("", text))]
    for line, is_inline in (*((line, False) for line in fenced), *((line, True) for line in inline)):
        if re.match(rf"(item6|{re.escape(START)}) \S", line):
            yield line, is_inline


def arguments(command: str) -> list[str]:
    """What item6 gets of a command line: without what the shell keeps for itself, and without optional remarks."""
    words = shlex.split(command.split(" # ")[0].removeprefix(START).removeprefix("item6"))
    end = next((place for place, word in enumerate(words) if word in (">", "|", "&&", ">>")), len(words))
    return words[:end]


def documented() -> list[tuple[str, str, bool]]:
    root = Path(__file__).resolve().parents[2]
    files = [
        path for name in DOCUMENTS for path in sorted((root / name).rglob("*.md")) or [root / name] if path.is_file()
    ]
    return [(path.name, *found) for path in files for found in commands(path.read_text(encoding="utf-8"))]


def verbs(
    parser: argparse.ArgumentParser, named: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], argparse.ArgumentParser]]:
    """All parsers below one: (`record`, `verify`) and so on."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, below in action.choices.items():
                yield (*named, name), below
                yield from verbs(below, (*named, name))


def examples(parser: argparse.ArgumentParser) -> list[str]:
    """Lines of a --help that are commands."""
    lines = [line.strip().removeprefix("$ ") for line in parser.format_help().splitlines()]
    return [line for line in lines if re.match(rf"(item6|{re.escape(START)}) \S", line)]


VERBS = dict(verbs(cli.parser()))


def parses(command: str) -> bool:
    given = arguments(command)
    if (command.startswith(START) and given[0] in OF_START) or tuple(given) in VERBS:
        return True
    try:
        cli.parser().parse_args(given)
    except SystemExit as end:
        return end.code in (0, None)
    return True


@pytest.mark.parametrize(("file", "command", "inline"), documented())
def test_documented_command_is_understood(file: str, command: str, inline: bool) -> None:
    """In running text the name of the file may be left out."""
    assert parses(command) or (inline and parses(f"{command} FILE")), f"{file} tells people to type: {command}"


@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
def test_help_gives_examples_that_work(verb: tuple[str, ...]) -> None:
    """A verb below another, such as `record verify`, may have its example there."""
    given = [line for above in (verb, verb[:1]) for line in examples(VERBS[above])]
    assert [line for line in given if tuple(arguments(line)[: len(verb)]) == verb] != []
    assert [line for line in given if not parses(line)] == []


def test_verbs_of_start_are_not_verbs_of_item6() -> None:
    assert {verb[0] for verb in VERBS} & set(OF_START) == set()


def test_a_wrong_command_would_be_noticed() -> None:
    assert not parses("item6 no-such-verb")
    assert list(commands("text `item6 show CHN-3` and\n```\nitem6 build a\n# not\n```\n`item6`")) == [
        ("item6 build a", False),
        ("item6 show CHN-3", True),
    ]
