from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

FOR_PEOPLE = """\
█ XRU-2#116.5 · supported
    Keep medical care free of charge
    █ XRU-1#69.25 · supported · 1.00 alike, again by Cuba
        To keep medical care free of charge for all

1 recommendation of other cycles worded alike
"""


def test_one_recommendation(run: Callable, specimen_home: Path) -> None:
    said = run("--home", specimen_home, "alike", "XRU-2#116.5")
    assert (said.code, said.out) == (0, FOR_PEOPLE)


def test_from_the_earlier_one_too(run: Callable, specimen_home: Path) -> None:
    found = json.loads(run("--home", specimen_home, "alike", "XRU-1#69.25", "--format", "json").out)
    assert [(each["name"], each["other"], each["alike"], each["same_states"]) for each in found] == [
        ("XRU-1#69.25/1", "XRU-2#116.5/1", 1.0, ["CUB"])
    ]


def test_a_whole_review_as_csv(run: Callable, specimen_home: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("--home", specimen_home, "alike", "XRU-2", "--format", "csv").out)))
    assert [row["name"] for row in rows] == [
        "XRU-2#116.1/1", "XRU-2#116.4/1", "XRU-2#116.5/1", "XRU-2#117.2/1", "XRU-2#117.3/1", "XRU-2#118.1/1",
    ]  # fmt: skip
    assert {float(row["alike"]) >= 0.6 for row in rows} == {True}


def test_none(run: Callable, specimen_home: Path, made_home: Path) -> None:
    said = run("--home", specimen_home, "alike", "XRU-2#115.1")
    assert (said.code, said.out.splitlines()[-1]) == (0, "none of another cycle is known to be worded alike")
    alone = run("--home", made_home, "alike", "MCO-2#7.1")
    assert (alone.code, alone.out.splitlines()[-1]) == (0, "the record holds no other review of this State")


def test_a_name_that_is_not_there(run: Callable, specimen_home: Path) -> None:
    assert run("--home", specimen_home, "alike", "XRU-2#999").code == 2
