from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["maps"], ["MCO-2#7.1/1", "SMR-2#5.2/1"]),
        (["MAPS", "walls"], ["SMR-2#5.2/1"]),
        (['"old walls"'], ["SMR-2#5.2/1"]),
        (["maps -walls"], ["MCO-2#7.1/1"]),
        (["arch*"], ["SMR-2#5.3/1", "SMR-2#5.10/1"]),
        (["maps", "--review", "SMR-2"], ["SMR-2#5.2/1"]),
        (["maps", "--state", "Monaco"], ["MCO-2#7.1/1"]),
        (["maps", "--limit", "1"], ["MCO-2#7.1/1"]),
        (["nothing of the kind"], []),
        (["((("], []),
    ],
)
def test_what_is_found(run: Callable, made_home: Path, arguments: list[str], names: list[str]) -> None:
    said = run("--home", made_home, "search", *arguments, "--format", "jsonl")
    assert (said.code, said.err) == (0, "")
    assert [json.loads(line)["name"] for line in said.out.splitlines()] == names


def test_hits_for_people(run: Callable, made_home: Path) -> None:
    said = run("--home", made_home, "search", "maps", "--limit", "1")
    assert said.out.splitlines() == [
        "· MCO-2#7.1/1 · pending · San Marino",
        "    Mend the [maps]",
        "2 texts found for maps, 1 of them shown",
    ]


def test_hits_as_rows(run: Callable, made_home: Path) -> None:
    said = run("--home", made_home, "search", "walls", "--format", "csv")
    assert said.out == (
        "name,position,recommending_states,snippet\nSMR-2#5.2/1,noted,CIV,Publish the maps of the old walls\n"
    )


@pytest.mark.parametrize("words", [[""], [" ", ""]])
def test_a_search_for_nothing_is_misuse(run: Callable, made_home: Path, words: list[str]) -> None:
    said = run("--home", made_home, "search", "--", *words)
    assert (said.code, said.out) == (2, "")
    assert said.err == ("there is no word to look for: give one that the texts hold, such as torture\n")
