from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from calendar_reader import entry_of

Run = Callable[..., Any]

TEXT = """Water in Zenda

12 March 2024, 14:00-15:30 CET, Room XX, Palais des Nations, and online
Organised by: Zenda Water Watch (ECOSOC Special)
Join: https://us02web.zoom.us/j/84400000000?pwd=abc
Programme
Welcome - 10 min
Panel - 60 min
"""


@pytest.fixture
def announced(tmp_path: Path) -> Path:
    path = tmp_path / "announcement.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_draft_for_people(run: Run, announced: Path) -> None:
    done = run("event", "read", announced)
    assert done.code == 0
    assert done.out.splitlines() == [
        "title          Water in Zenda",
        "day            2024-03-12",
        "               “12 March 2024”",
        "start          14:00",
        "               “14:00-15:30”",
        "end            15:30",
        "zone           Europe/Zurich",
        "               “CET”",
        "room           Room XX",
        "venue          Palais des Nations",
        "format         hybrid",
        "               “online”",
        "               unsure: a place is named, and something online",
        "organisers     Zenda Water Watch (organiser, ECOSOC status: special)",
        "               “Zenda Water Watch (ECOSOC Special)”",
        "programme      Welcome (10 minutes)",
        "               “Welcome - 10 min”",
        "               Panel (60 minutes)",
        "               “Panel - 60 min”",
        "join link      https://us02web.zoom.us/j/84400000000?pwd=abc",
        "",
        "not found: languages, price, who may attend, registration",
    ]
    assert done.err == f"{announced}: the parts of the programme take 70 minutes of 90: say what the rest is for\n"


def test_a_draft_for_programs(run: Run, announced: Path) -> None:
    whole = json.loads(run("event", "read", announced, "--format", "json").out)
    assert whole["readings"][1] == {
        "field": "day", "value": "2024-03-12", "words": "12 March 2024", "start": 16, "end": 29, "doubt": None,
    }  # fmt: skip
    assert whole["missing"] == ["languages", "price", "who may attend", "registration"]
    assert len(whole["problems"]) == 1


def test_a_calendar_file_and_its_change(run: Run, announced: Path) -> None:
    first = announced.with_suffix(".ics")
    done = run("event", "ics", announced)
    assert (done.code, done.out) == (0, "")
    assert done.err.splitlines()[-1] == f"{first}: new entry"
    assert f"{announced}: format hybrid: a place is named, and something online: compare before sending" in done.err
    announced.write_text(
        TEXT.replace("Water in Zenda", "Zenda’s water").replace("14:00-15:30", "15:00-16:30"), encoding="utf-8"
    )
    second = announced.with_name("changed.ics")
    assert run("event", "ics", announced, "--after", first, "-o", second).err.endswith(f"{second}: change 1\n")
    was, now = entry_of(first.read_bytes()), entry_of(second.read_bytes())
    assert (was["UID"], was["SEQUENCE"], was["DTSTART"]) == (now["UID"], "0", "20240312T130000Z")
    assert (now["SEQUENCE"], now["DTSTART"], now["SUMMARY"]) == ("1", "20240312T140000Z", "Zenda’s water")
    assert b"zoom" not in first.read_bytes() + second.read_bytes()


def test_the_link_to_join_where_it_is_asked_for(run: Run, announced: Path) -> None:
    made = announced.with_name("inside.ics")
    assert run("event", "ics", announced, "--join-link", "-o", made).code == 0
    assert entry_of(made.read_bytes())["URL"] == "https://us02web.zoom.us/j/84400000000?pwd=abc"


@pytest.mark.parametrize(
    ("text", "task", "said"),
    [
        ("nothing here\n" * 3, "ics", "the day of the event is not known: add it to the announcement"),
        ("Water in Zenda\n12 March 2024\n", "ics", "the time of the event is not known: add it to the announcement"),
        ("\n\n", "read", "the file is empty"),
        ("ok\n", "read", "nothing of an event was found in it: is it an announcement?"),
    ],
)
def test_what_cannot_be_done(run: Run, announced: Path, text: str, task: str, said: str) -> None:
    announced.write_text(text, encoding="utf-8")
    done = run("event", task, announced)
    assert (done.code, done.out) == (1, "")
    assert said in done.err
    assert not announced.with_suffix(".ics").exists()


def test_files_that_are_not_there(run: Run, announced: Path, tmp_path: Path) -> None:
    assert "cannot be read (no such file or directory): check the name" in run("event", "read", tmp_path / "none").err
    wrong = run("event", "ics", announced, "--after", announced)
    assert (wrong.code, wrong.err) == (
        1,
        f"{announced}: it is no calendar file: name the .ics that was sent for this event\n",
    )


def test_no_table_of_rows(run: Run, announced: Path) -> None:
    assert run("event", "read", announced, "--format", "csv").code == 2


def test_a_file_that_cannot_be_read_says_what_to_do(run: Callable, tmp_path: Path) -> None:
    empty = tmp_path / "announcement.pdf"
    empty.touch()
    said = run("event", "read", empty)
    assert (said.code, said.err) == (1, f"{empty}: the file is empty (0 bytes): download it again\n")
