from __future__ import annotations

import errno
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import item6
from item6 import __main__
from item6.cli import arguments as typed
from item6.cli import command, parser
from item6.cli.messages import what_to_do

VERBS = ("read", "build", "show", "search", "passage", "record", "doctor", "demo")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "item6: the following arguments are required: COMMAND: see item6 --help\n"),
        (["--format", "xml", "doctor"], "item6: argument --format: invalid choice: 'xml'"),
        (["read"], "item6 read: the following arguments are required: FILE: see item6 read --help\n"),
        (["build", "x", "--workers", "0"], "item6 build: argument --workers: “0” is no whole number of 1 or more: see"),
        (["search", "x", "--limit", "many"], "item6 search: argument --limit: “many” is no whole number of 1 or more"),
        (["record"], "item6 record: the following arguments are required: TASK: see item6 record --help\n"),
    ],
)
def test_misuse_is_one_line_and_code_2(run: Callable, arguments: list[str], message: str) -> None:
    said = run(*arguments)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert said.err.startswith(message)


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["show", "SMR-7"], 2, "the record has no review SMR-7: of San Marino it holds SMR-1, SMR-2"),
        (["show", "smr-7"], 2, "the record has no review SMR-7: of San Marino it holds SMR-1, SMR-2"),
        (["show", "AND-1"], 2, "the record has no review AND-1: add its report with: item6 build FILE"),
        (["show", "SRM-2"], 2, "the record has no review SRM-2: did you mean SMR-2, SMR-1 or MCO-2?"),
        (["show", "San", "Marion"], 2, "no State is called “San Marion”: did you mean San Marino?"),
        (["show", "Qqqqqq"], 2, "no State is called “Qqqqqq”: give its name, or a review such as CHN-3"),
        (["show", "Andorra"], 2, "the record has no review of Andorra: add its report with: item6 build FILE"),
        (["show", "San Marino 1999"], 2, "the record has no review “San Marino 1999”: of San Marino it holds "),
        (["show", "SMR-2", "--format", "csv"], 2, "item6 show has no table for --format csv: use --format json"),
        (["search", "lime", "--state", "Monako"], 2, "no State is called “Monako”: did you mean Monaco?"),
        (["search", "lime", "--review", "MCO-1"], 2, "the record has no review MCO-1: of Monaco it holds MCO-2"),
        (["passage", "lime trees"], 2, "“lime trees” names no recommendation: write it like CHN-3#28.212, or "),
        (["passage", "SMR-2#5.4"], 2, "SMR-2 has no recommendation 5.4: did you mean 5."),
        (["passage", "SMR-2#5.2/3"], 2, "SMR-2#5.2 has no text 3: it has 2"),
        (["record", "verify", "0000"], 1, ""),
        (["record", "diff", "nonsense"], 1, "nonsense: not the name of a record; give `current` or the first digits"),
    ],
)
def test_what_is_not_there(run: Callable, made_home: Path, arguments: list[str], code: int, message: str) -> None:
    said = run("--home", made_home, *arguments)
    assert (said.code, said.out, said.err.count("\n")) == (code, "", 1)
    assert said.err.startswith(message)


@pytest.mark.parametrize(
    "arguments", [["show", "SMR-2"], ["search", "lime"], ["passage", "SMR-2#5.1"], ["record", "list"]]
)
def test_without_a_record(run: Callable, tmp_path: Path, arguments: list[str]) -> None:
    said = run("--home", tmp_path, *arguments)
    assert (said.code, said.out) == (1, "")
    assert said.err == f"{tmp_path}: there is no record yet: make one with: item6 --home {tmp_path} build FOLDER\n"


def test_version(run: Callable) -> None:
    said = run("--version")
    assert (said.code, said.out, said.err) == (0, f"item6 {item6.__version__}\n", "")


@pytest.mark.parametrize("verb", VERBS)
def test_help_fits_a_terminal(run: Callable, monkeypatch: pytest.MonkeyPatch, verb: str) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    said = run(verb, "--help")
    assert said.code == 0
    assert max(map(len, said.out.splitlines())) <= 80
    assert "\nexample" in said.out


@pytest.mark.parametrize("arguments", [["--format", "json", "doctor"], ["doctor", "--format", "json"]])
def test_common_options_stand_before_or_after_the_verb(arguments: list[str]) -> None:
    args = parser().parse_args(arguments)
    assert (args.format, args.home, args.output, args.verb) == ("json", None, None, "doctor")


def test_the_workspace_of_the_environment(run: Callable, made_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ITEM6_HOME", str(made_home))
    said = run("show", "SMR-2", "--format", "json")
    assert (said.code, json.loads(said.out)["review"]) == (0, "SMR-2")


(ALL,) = (action.choices for action in parser()._actions if isinstance(action.choices, dict))


@pytest.mark.parametrize("verb", ALL)
def test_a_verb_alone_is_the_same_as_among_all(verb: str) -> None:
    """Only what is asked for is loaded."""
    (alone,) = (action.choices for action in parser(verb)._actions if isinstance(action.choices, dict))
    assert {name: each.format_help() for name, each in alone.items()} == {verb: ALL[verb].format_help()}


@pytest.mark.parametrize(
    ("given", "only"),
    [
        (["show", "China"], "show"), (["--home", "show", "read"], "read"), (["--home=x", "-o", "y", "read"], "read"),
        (["-h", "show"], None), (["--version"], None), (["shwo"], None), (["--hom", "x", "show"], None), ([], None),
        (["--home"], None), (["--", "show"], None),
    ],
)  # fmt: skip
def test_what_is_loaded(given: list[str], only: str | None) -> None:
    assert command._named(given) == only


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["shwo"], "item6: there is no command “shwo”, did you mean show: see item6 --help"),
        (["record", "lst"], "item6 record: there is no task “lst”, did you mean list: see item6 record --help"),
        (["zzz"], "item6: there is no command “zzz”: see item6 --help"),
    ],
)
def test_a_command_that_is_not_known(run: Callable, arguments: list[str], said: str) -> None:
    found = run(*arguments)
    assert (found.code, found.out, found.err) == (2, "", f"{said}\n")


def test_help_shows_what_is_typed_where_start_py_started_item6(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typed, "program", lambda: "python3 start.py")
    written = parser(prog="python3 start.py").format_help()
    assert "\n  python3 start.py read report.pdf " in written
    assert "\n  item6 " not in written
    assert "\n  item6 read report.pdf " in parser().format_help()


def test_a_full_disk_is_told_as_such() -> None:
    assert what_to_do(OSError(errno.ENOSPC, "No space left on device")) == "make room on the disk, then try again"
    assert what_to_do(PermissionError(errno.EACCES, "Permission denied")) == "check the path and its permissions"


def test_stopped_while_loading(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    class Stops:
        def __getattr__(self, name: str) -> object:
            raise KeyboardInterrupt

    monkeypatch.setitem(sys.modules, "item6.cli", Stops())
    assert (__main__.run(), capsys.readouterr().err) == (1, "stopped\n")
