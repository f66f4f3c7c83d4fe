"""item6 record: look after published records."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from item6.cli import arguments
from item6.cli.messages import issue_line, say
from item6.cli.output import write_rows, write_whole
from item6.cli.terminal import Column, clean
from item6.cli.workspace import current_record, home_of
from item6.measures.wording import grouped
from item6.record.check import Diff, ReviewDiff, diff, verify
from item6.record.errors import RecordError
from item6.record.folders import hashes_in
from item6.record.reader import open_record
from item6.terms.as_json import as_json

_MOST = 10
"""Numbers named on one line of a difference."""

_EPILOG = """\
A record never changes: each build publishes a new one, named by its content, beside the ones before. `current` is
the last; any other is named by the first digits of its hash.

examples:
  item6 record list
  item6 record verify
  item6 record diff 1f2e3d current
  item6 record path
"""


def add(verbs: arguments.Verbs) -> None:
    """The verb's own arguments."""
    parser = arguments.verb(verbs, "record", run, "list, check and compare published records", _EPILOG)
    tasks = parser.add_subparsers(dest="task", metavar="TASK", required=True)
    checked = _task(tasks, "verify", _verify, "check that a record and its documents are what was published")
    checked.add_argument("which", **_ONE)
    compared = _task(tasks, "diff", _diff, "say what changed from one record to another")
    compared.add_argument("before", metavar="BEFORE", help="first digits of its hash")
    compared.add_argument("after", nargs="?", default="current", metavar="AFTER", help="default: current")
    _task(tasks, "list", _list, "list the records of the workspace, the last first")
    found = _task(tasks, "path", _path, "print the folder of a record")
    found.add_argument("which", **_ONE)


_ONE: dict[str, Any] = {
    "nargs": "?",
    "default": "current",
    "metavar": "RECORD",
    "help": "first digits of its hash (default: current)",
}


def _task(tasks: arguments.Verbs, name: str, task: arguments.Run, summary: str) -> argparse.ArgumentParser:
    parser = tasks.add_parser(
        name,
        help=summary,
        description=summary[0].upper() + summary[1:] + ".",
        epilog=f"example:\n  item6 record {name}{' 1f2e3d' if name == 'diff' else ''}\n",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    arguments.common(parser, defaults=False)
    parser.set_defaults(task_run=task)
    return parser


def run(args: argparse.Namespace) -> int:
    """Do the task that was asked for."""
    return int(args.task_run(args))


def _verify(args: argparse.Namespace) -> int:
    """1 where something is not as it was published."""
    with open_record(home_of(args), args.which) as record:
        name = record.hash
    issues = verify(home_of(args), args.which)
    for found in issues:
        say(issue_line(found, found.place.file))
    wrong = [found for found in issues if found.severity != "note"]
    words = f"{name[:12]}: {'is not' if wrong else 'is'} what was published"
    write_whole(
        args, {"record": name, "sound": not wrong, "issues": as_json(issues)}, lambda console: _say(console, words)
    )
    return 1 if wrong else 0


def _diff(args: argparse.Namespace) -> int:
    """Print what changed; that something did is no failure."""
    home = home_of(args)
    with open_record(home, args.before) as before, open_record(home, args.after) as after:
        found = diff(before, after)
        whole = {"before": before.hash, "after": after.hash, **as_json(found)}
    write_whole(args, whole, lambda console: _print_diff(console, whole["before"], whole["after"], found))
    return 0


def _list(args: argparse.Namespace) -> int:
    """One line for each record that can be opened."""
    home = home_of(args)
    with current_record(args) as record:
        current = record.hash
    rows = [_as_row(home, name, current) for name in hashes_in(home)]
    rows.sort(key=lambda row: (row["built"], row["record"]), reverse=True)
    write_rows(args, _LIST, rows, lambda console: _print_list(console, rows))
    return 0


def _path(args: argparse.Namespace) -> int:
    """The folder alone on a line, for scripts."""
    with open_record(home_of(args), args.which) as record:
        folder = record.folder
    write_whole(args, {"path": str(folder)}, lambda console: _say(console, str(folder)))
    return 0


_LIST = ("record", "current", "built", "documents", "reviews", "recommendations", "issues")


def _as_row(home: Path, name: str, current: str) -> dict[str, Any]:
    try:
        with open_record(home, name) as record:
            counts, built = record.manifest["counts"], record.manifest["built"]["at"]
    except (RecordError, KeyError) as error:
        say(f"{home / 'records' / name}: cannot be opened ({error})")
        counts, built = {}, ""
    held = {key: counts.get(key) for key in _LIST[3:]}
    return {"record": name, "current": name == current, "built": built, **held}


def _print_list(console: Console, rows: Sequence[dict[str, Any]]) -> None:
    columns = [Column("record", 12), Column("", 7), Column("built (UTC)", 16)]
    columns += [
        Column(key if key != "recommendations" else "numbers", 9 if key == "documents" else 7, True)
        for key in _LIST[3:]
    ]
    _say(console, "  ".join(column.cell(column.title) for column in columns))
    for row in rows:
        values = [row["record"][:12], "current" if row["current"] else "", row["built"][:16].replace("T", " ")]
        values += ["" if row[key] is None else grouped(row[key]) for key in _LIST[3:]]
        _say(console, "  ".join(column.cell(value) for column, value in zip(columns, values, strict=True)))


def _print_diff(console: Console, before: str, after: str, found: Diff) -> None:
    _say(console, f"from {before[:12]} to {after[:12]}")
    if not found:
        _say(console, "no review, recommendation or document differs")
    for sign, named in (("+", found.documents_added), ("-", found.documents_removed)):
        for _, file in named:
            _say(console, f"{sign} document {file}")
    for sign, names in (("+", found.reviews_added), ("-", found.reviews_removed)):
        for name in names:
            _say(console, f"{sign} review {name}")
    for each in found.reviews_changed:
        _print_review(console, each)


def _print_review(console: Console, found: ReviewDiff) -> None:
    _say(console, f"~ review {found.review}")
    moved = [f"{each.number} from {each.position[0]} to {each.position[1]}" for each in found.changed if each.position]
    lines = {
        "added": found.added,
        "removed": found.removed,
        "words changed": [each.number for each in found.changed if each.words],
        "States changed": [each.number for each in found.changed if each.states],
        "position changed": moved,
    }
    for title, numbers in lines.items():
        if numbers:
            more = f" and {len(numbers) - _MOST} more" if len(numbers) > _MOST else ""
            _say(console, f"    {title} ({len(numbers)}): {', '.join(numbers[:_MOST])}{more}")


def _say(console: Console, words: str) -> None:
    console.print(Text(clean(words)))
