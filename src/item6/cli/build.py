"""item6 build: documents into the record."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text

from item6.checks.kept import kept_in, waiting
from item6.cli import arguments
from item6.cli.messages import OTHER_FAMILY, Misuse, Trouble, counted, program, say, say_issues, what_to_do
from item6.cli.output import write_whole
from item6.cli.progress import Progress
from item6.cli.read import files_of
from item6.cli.workspace import command, home_of
from item6.decisions import files_in
from item6.measures.wording import grouped
from item6.record.folders import base_of
from item6.terms.issues import SEVERITIES

if TYPE_CHECKING:
    from item6.pipeline import BuildResult

_MOST = 20
"""Messages shown; the record holds all."""

_EPILOG = """\
The record is made anew from the documents given and those that the workspace's record already holds: drop in one
new report and the others stay. Without a name it is made again from what is there, with the decisions taken since
(`item6 decide`). With --only it is made from the documents given alone. A file that cannot be read
costs the others nothing. Earlier records are kept; whatever happens meanwhile, the last one stands until the new one
is whole. Two builds of one workspace take turns. The workspace keeps a copy of each document.

examples:
  item6 build reports/
  item6 build new-report.pdf
  item6 build --only reports/ --workers 2
  item6 build
"""


def add(verbs: arguments.Verbs) -> None:
    """The verb's own arguments."""
    parser = arguments.verb(verbs, "build", run, "read documents into the record", _EPILOG)
    parser.add_argument("files", nargs="*", metavar="FOLDER", help="folders and files, in any order")
    parser.add_argument("--only", action="store_true", help="leave out the documents of the present record")
    parser.add_argument("--notes", action="store_true", help="print also the notes, which ask for nothing")
    arguments.workers(parser)


def run(args: argparse.Namespace) -> int:
    """Build and say what was done. 1 where a file could not be read."""
    from item6 import pipeline  # loading the readers takes longer than all the rest: only where files are read

    home = home_of(args)
    files = files_of(args.files) if args.files else _nothing_new(args, home)
    workers = args.workers or max(2, os.cpu_count() or 1)
    try:
        with Progress("reading") as progress:
            result = pipeline.build(
                home, files, workers=workers, only=args.only, progress=progress.file_read,
                waiting=lambda: say(f"{home}: another build is running; waiting for it"),
            )  # fmt: skip
    except KeyboardInterrupt:
        raise Trouble("stopped", "nothing has changed; the record before stands") from None
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        hint = f"{what_to_do(error)}; the record before stands"
        raise Trouble(f"{error.filename or home}: cannot be written ({why})", hint) from None
    copies = home / "documents"
    issues = [(Path(found.place.file) if copies in path.parents else path, found) for path, found in result.issues]
    say_issues(issues, most=None if args.notes else _MOST, notes=args.notes)
    write_whole(args, _as_object(result), lambda console: _table(console, args, result))
    if result.hash is None:
        say(f"{home}: nothing was published: none of the files could be read")
    return 1 if result.not_read else 0


def _nothing_new(args: argparse.Namespace, home: Path) -> list[Path]:
    """No file: the record is made again. Misuse where there is nothing to make it of."""
    if args.only or not ((home / "records" / "current").exists() or files_in(home) or base_of(home)):
        raise Misuse(f"{program()} build: no file is named", "name a report, or a folder that holds reports")
    return []


def _as_object(result: BuildResult) -> dict[str, Any]:
    return {
        "record": result.hash,
        "previous": result.previous,
        "documents_given": result.given,
        "documents_kept": result.kept,
        "not_read": result.not_read,
        "decisions": result.decisions,
        "reviews": list(map(str, result.reviews)),
        "numbers": result.numbers,
        "texts": result.texts,
        "issues": {severity: _count(result, severity) for severity in SEVERITIES},
    }


def _table(console: Console, args: argparse.Namespace, result: BuildResult) -> None:
    lines = [("read", _what_was_read(result))]
    if result.hash:
        decided = f", {counted(result.decisions, 'decision')}" if result.decisions else ""
        held = [counted(len(result.reviews), "review"), counted(result.numbers, "numbered recommendation")]
        lines.append(("holds", f"{', '.join(held)} ({counted(result.texts, 'text')}){decided}"))
        lines.append(
            ("issues", ", ".join(counted(_count(result, severity), severity) for severity in SEVERITIES[::-1]))
        )
        same = " (as before)" if result.hash == result.previous else ""
        lines.append(("record", f"{result.hash[:12]}{same}"))
        left = waiting(kept_in(home_of(args)), result.hash)
        if left:
            again = command(args, "statements --again")
            lines.append(("kept", f"{counted(left, 'statement')} checked against an earlier record: {again}"))
        lines.append(("next", command(args, f"show {result.reviews[0]}" if result.reviews else "doctor")))
    for name, words in lines:
        console.print(Text.assemble((f"{name:<8}", "dim"), words))


def _what_was_read(result: BuildResult) -> str:
    """`35 files; 25 are documents that item6 does not read; 2 could not be read`."""
    kept = f" and {counted(result.kept, 'document')} of the record before" if result.kept else ""
    other = min(result.not_read, sum(found.key == OTHER_FAMILY for _, found in result.issues))
    is_other = "is a document" if other == 1 else "are documents"
    said = f"; {grouped(other)} {is_other} that item6 does not read" if other else ""
    lost = result.not_read - other
    said += f"; {grouped(lost)} could not be read" if lost else ""
    files = counted(result.given, "file") if result.given or not kept else ""
    return f"{files}{kept}{said}" if files else f"{kept.removeprefix(' and ')}{said}"


def _count(result: BuildResult, severity: str) -> int:
    return sum(found.severity == severity for _, found in result.issues)
