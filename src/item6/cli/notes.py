"""item6 notes: what people wrote of recommendations, taken back from edited workbooks."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from item6.briefings.workbook.columns import OWN
from item6.briefings.workbook.returned import Remark, Returned, read_returned
from item6.briefings.workbook.rows import stage_of, texts_of
from item6.cli import arguments
from item6.cli.decide import who
from item6.cli.filling import notebook
from item6.cli.lookup import find_review
from item6.cli.messages import Trouble, counted, program, say
from item6.cli.output import write_rows, write_whole
from item6.cli.workspace import current_record, home_of
from item6.decisions.notes import FIELDS, NOTES, append
from item6.files.errors import Unreadable

_EPILOG = """\
A workbook that item6 wrote has columns for people: level of implementation, assessment, evidence, next step,
responsible, notes. What was written there is taken into notes/notes.jsonl of the workspace, under the name of the
text and a fingerprint of its words. Rows may stand in any order, be filtered or left out. The same file a second time
changes nothing; a cell that was emptied takes back what stood there; every other column says what the record says, and
a change there is named and not taken.

examples:
  item6 notes import CHN-3.xlsx                 # what was written in it
  item6 notes import CHN-3.xlsx --who "Ana"     # with the name of who wrote it
  item6 notes show CHN-3                        # all notes on a review
  item6 notes show CHN-3 -o notes.csv
"""

_COLUMNS = ("name", *FIELDS, "text")


def add(verbs: arguments.Verbs) -> None:
    """The verb's own arguments."""
    parser = arguments.verb(verbs, "notes", run, "take back what people wrote in a workbook, and show it", _EPILOG)
    tasks = parser.add_subparsers(dest="task", metavar="TASK", required=True)
    taking = tasks.add_parser("import", help="take what people wrote in workbooks (XLSX)")
    taking.add_argument("files", metavar="FILE", nargs="+", help="a workbook that item6 wrote, edited")
    taking.add_argument("--who", help="who wrote it (default: ITEM6_WHO, or your name on this machine)")
    showing = tasks.add_parser("show", help="the notes on a review")
    showing.add_argument("review", metavar="REVIEW", nargs="+", help="CHN-3, or State and year")
    for task in (taking, showing):
        arguments.common(task, defaults=False)


def run(args: argparse.Namespace) -> int:
    """Take or show notes; 1 where something that was written could not be taken."""
    return _import(args) if args.task == "import" else _show(args)


def _import(args: argparse.Namespace) -> int:
    home = home_of(args)
    when, author = datetime.now(UTC).date().isoformat(), args.who or who()
    done = list[dict[str, Any]]()
    with current_record(args) as record:
        for file in args.files:
            found = _read(Path(file), lambda data: read_returned(data, record, notebook(home), who=author, when=when))
            if found.notes:
                append(home, found.notes)
            for remark in found.remarks:
                say(_line(file, remark))
            done.append({"file": str(file), "rows": found.rows, "taken": len(found.notes),
                         "left": sum(remark.lost for remark in found.remarks)})  # fmt: skip
    write_whole(args, {"files": done}, lambda console: _print(console, done, home))
    return 1 if any(each["left"] for each in done) else 0


def _read(path: Path, reader: Any) -> Returned:
    try:
        found: Returned = reader(path.read_bytes())
    except Unreadable as error:
        told = error.issue(path.name)
        raise Trouble(f"{path}: {told.message}", told.hint) from None
    return found


def _line(file: str, remark: Remark) -> str:
    where = [f"row {remark.row}"] if remark.row else []
    where += [remark.name] if remark.name else []
    return f"{file}: {', '.join(where)}{': ' if where else ''}{remark.words}"


def _print(console: Console, done: list[dict[str, Any]], home: Path) -> None:
    for each in done:
        taken = counted(each["taken"], "new note") if each["taken"] else "nothing new"
        console.print(Text(f"{each['file']}: {counted(each['rows'], 'row')}, {taken}"))
    if any(each["taken"] for each in done):
        console.print(Text(f"{home / NOTES}: written"))


def _show(args: argparse.Namespace) -> int:
    with current_record(args) as record:
        review = find_review(record, " ".join(args.review)).name
        texts = texts_of(record, review, stage_of(record, review))
        noted_there = notebook(home_of(args))
        taken = {str(text.name): text.fingerprint for text in texts}
        rows = [
            {"name": str(text.name), **{field: noted[field].words if field in noted else "" for field in FIELDS},
             "text": text.words}
            for text in texts
            if (noted := noted_there.of(text.name, text.fingerprint, taken))
        ]  # fmt: skip
    if not rows:
        back = f"take it back with {program()} notes import FILE"
        say(f"{review}: there are no notes yet: fill in its workbook and {back}")
    write_rows(args, _COLUMNS, rows, lambda console: _print_notes(console, rows))
    return 0


def _print_notes(console: Console, rows: list[dict[str, str]]) -> None:
    for row in rows:
        console.print(Text(row["name"], style="bold"), Text(row["text"]))
        for line in _said(row):
            console.print(Text(f"  {line}"))


def _said(row: dict[str, str]) -> Iterator[str]:
    for field, column in OWN.items():
        if row[field]:
            yield f"{column.title}: {row[field]}"
