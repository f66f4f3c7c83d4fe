"""item6 read: the recommendations of reports, one row for each text."""

from __future__ import annotations

import argparse
import os
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from item6.cli import arguments
from item6.cli.messages import Trouble, counted, say, say_issues
from item6.cli.output import format_of, write_rows
from item6.cli.progress import Progress
from item6.cli.terminal import BY_SUPPORT, STYLES, Column, clean, fill_of
from item6.terms.answers import combined
from item6.terms.states import name_of

if TYPE_CHECKING:
    from item6.pipeline import TextRow

_IN_PROCESS = 4
"""Files up to this many are read without starting other processes, which takes longer than reading them."""

_EPILOG = """\
Files of one review are read together: the final report takes the place of its draft, and with the addendum positions
are those after it (position_document and position_page say where). An addendum alone has no recommendations to print.
Voluntary commitments are not recommendations and are never rows.

A row has: document, symbol, state, cycle, number, number_as_printed, part, text, recommending_states (ISO3
codes, none for a collective recommendation), position (supported, noted, supported/noted or pending),
as_written, stage, page, position_document, position_page. In CSV, lists are joined by ";", and a cell that a
spreadsheet would take for a formula (it begins with = + - @ or a tab) gets an apostrophe before it.

examples:
  item6 read report.pdf
  item6 read report.pdf addendum.pdf --format jsonl
  item6 read reports/ -o recommendations.csv
"""


def add(verbs: arguments.Verbs) -> None:
    """The verb's own arguments."""
    parser = arguments.verb(verbs, "read", run, "print the recommendations of reports, without keeping them", _EPILOG)
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="reports and addenda (PDF or DOCX), or folders of them"
    )
    parser.add_argument("--notes", action="store_true", help="print also the notes, which ask for nothing")
    arguments.workers(parser)


def run(args: argparse.Namespace) -> int:
    """Read and print. 1 where a file could not be read."""
    from item6 import pipeline  # loading the readers takes longer than all the rest: only where files are read

    paths = files_of(args.files)
    workers = args.workers or (1 if len(paths) <= _IN_PROCESS else os.cpu_count() or 1)
    with Progress("reading") as progress:
        readings = pipeline.read_files(paths, workers=workers, progress=progress.file_read)
    rows = list(pipeline.text_rows(readings))
    columns = [field.name for field in fields(pipeline.TextRow)]
    write_rows(args, columns, map(asdict, rows), lambda console: _table(console, rows))
    say_issues(pipeline.by_path(paths, readings, pipeline.gather(readings, labels=False)), notes=args.notes)
    if args.output or (rows and format_of(args) != "table"):
        say(
            f"{counted(len(rows), 'text')} of {counted(len(paths) - sum(map(pipeline.failed, readings)), 'file')}"
            + (f" in {args.output}" if args.output else "")
        )
    return 1 if any(map(pipeline.failed, readings)) else 0


def files_of(names: Sequence[str]) -> list[Path]:
    """The files named and those in folders named. Trouble where that is none at all."""
    from item6.pipeline import expand

    paths = expand(map(Path, names))
    if not paths:
        raise Trouble(f"{names[0]}: there are no files in it", "name a report, or a folder that holds reports")
    return paths


def _table(console: Console, rows: Sequence[TextRow]) -> None:
    by_document: dict[str, list[TextRow]] = defaultdict(list)
    for row in rows:
        by_document[row.document].append(row)
    for document, of_document in by_document.items():
        _report(console, document, of_document)


def _report(console: Console, document: str, rows: Sequence[TextRow]) -> None:
    columns = _columns(console.width, rows)
    first = rows[0]
    review = f"{name_of(first.state)}, cycle {first.cycle}" if first.state else "State not found"
    console.print(Text(clean(f"{review} · {first.symbol or 'without symbol'} · {document}"), style="bold"))
    console.print(Text("  ".join(column.cell(column.title) for column in columns), style="dim"))
    for row in rows:
        console.print(_line(console, columns, row))
    console.print()
    console.print(Text(_summary(rows)))
    console.print()


def _columns(width: int, rows: Sequence[TextRow]) -> list[Column]:
    number = max(6, *(len(row.number) for row in rows))
    free = max(20, width - number - 29)
    states = free // 3
    return [
        Column("number", number),
        Column("States", states),
        Column("words", free - states),
        Column("position", 17),
        Column("page", 4, right=True),
    ]


def _line(console: Console, columns: Sequence[Column], row: TextRow) -> Text:
    names = ", ".join(map(name_of, row.recommending_states)) or "(collective)"
    values = (row.number, names, row.text, f"{fill_of(row.position, console.file)} {row.position}", row.page or "")
    line = Text()
    for column, value in zip(columns, values, strict=True):
        style = STYLES[row.position] if column.title == "position" else ""
        line.append(column.cell(value) + ("" if column is columns[-1] else "  "), style)
    return line


def _summary(rows: Sequence[TextRow]) -> str:
    """`163 recommendations (201 from one State each): 142 supported, 21 noted`."""
    parts: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        parts[row.number].append(row.position)
    counts = Counter(combined(positions) for positions in parts.values())
    said = ", ".join(f"{counts[position]} {position}" for position in BY_SUPPORT if counts[position])
    pairs = sum(len(row.recommending_states) for row in rows)
    texts = f"{counted(len(rows), 'text')}, {counted(pairs, 'State-recommendation')}"
    return f"{counted(len(parts), 'numbered recommendation')}: {said} ({texts})"
