"""item6 check: the figures of a statement, against the record."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from item6.checks import kept
from item6.checks.as_docx import as_docx, own_file
from item6.checks.as_html import as_html
from item6.checks.as_rows import COLUMNS, as_objects
from item6.checks.checking import check
from item6.checks.marked import Marked, mark
from item6.checks.marks import LOOK
from item6.checks.reading import text_of
from item6.checks.resolving import Context
from item6.cli import arguments
from item6.cli.checked_text import print_text
from item6.cli.lookup import find_state
from item6.cli.messages import Misuse, Trouble, counted, program, say
from item6.cli.output import FORMATS, format_of, opened, write_file, write_rows
from item6.cli.workspace import command, home_of
from item6.files.errors import Unreadable
from item6.record.errors import RecordNotFound
from item6.record.reader import open_record

_FORMATS = (*FORMATS, "html", "docx")

_EPILOG = """\
Finds what a text says in figures about reviews (counts, shares, comparisons, themes, dates, ranks, signatories) and
says for each what the record has: matches, matches on another count, within rounding, superseded, does not add up,
differs, sources of record disagree, depends on a definition, not in the record, needs State or cycle. The basis says
what was counted. Figures of one text that do not add up are found without a record too.

STATEMENT is a file (TXT, Markdown, HTML, DOCX, PDF), or - for standard input. Which review is meant is taken from the
sentence, the sentences before it, and the options below. The exit code is 1 where a figure differs or does not add up.

--format html writes one page that stands alone, with the verdicts beside the text; --format docx a Word file with a
comment at each claim, which is your own file where STATEMENT is one. --keep stores the text and its verdicts in the
workspace, so that `item6 statements --again` can say what newer records change.

examples:
  item6 check statement.docx
  item6 check statement.docx -o statement-checked.docx
  item6 check article.html --as-of 2024-06-26 -o checked.html
  item6 check - --state China --cycle 4
  item6 check statement.txt --format jsonl -o checked.jsonl
  item6 check statement.txt --keep
"""


def add(verbs: arguments.Verbs) -> None:
    """The verb's own arguments."""
    summary = "check the figures of a statement against the record"
    parser = arguments.verb(verbs, "check", run, summary, _EPILOG, formats=_FORMATS)
    parser.add_argument("statement", metavar="STATEMENT", help="a text, or - for standard input")
    parser.add_argument("--state", metavar="STATE", help="the State it is about, where it names none (name or code)")
    parser.add_argument("--cycle", type=arguments.count, metavar="N", help="the cycle it is about, where it names none")
    parser.add_argument("--as-of", type=_day, default=None, metavar="DATE", help="when it was written: 2024-06-26")
    parser.add_argument("--title", default="", metavar="TEXT", help="its title, which may name State and review")
    parser.add_argument("--keep", action="store_true", help="store it in the workspace, to be checked again later")


def run(args: argparse.Namespace) -> int:
    """Print the claims with their verdicts. 1 where one differs or does not add up, or the file cannot be read."""
    form = format_of(args, _FORMATS)
    if form == "docx" and not args.output:
        raise Misuse(f"{program()} check: a Word file is not for the terminal", "name a file: -o checked.docx")
    data, text = _read(args.statement)
    context = Context(find_state(args.state) if args.state else "", args.cycle, args.as_of or "", args.title)
    marked = _marked(args, text, context)
    try:
        _write(args, form, marked, data)
    except BrokenPipeError:  # whoever reads has seen enough; what was asked to be kept is
        if args.keep:
            _keep(args, marked)
        raise
    if args.keep:
        _keep(args, marked)
    return 1 if any(each.checked.is_wrong for each in marked.notes) else 0


def _marked(args: argparse.Namespace, text: str, context: Context) -> Marked:
    name = args.statement if args.statement == "-" else Path(args.statement).name
    try:
        with open_record(home_of(args)) as record:
            return mark(name, text, check(text, record, context), record, context)
    except RecordNotFound:
        return mark(name, text, check(text, None, context), None, context)


def _write(args: argparse.Namespace, form: str, marked: Marked, data: bytes) -> None:
    now = datetime.now(UTC)
    if form == "docx":
        try:
            own = own_file(data, args.statement)
            write_file(Path(args.output), as_docx(marked, own, now.strftime("%Y-%m-%dT%H:%M:%SZ")))
        except Unreadable as error:
            raise _trouble(args.statement, error) from None
    elif form == "html":
        with opened(args) as stream:
            stream.write(as_html(marked, now.date().isoformat()))
    else:
        write_rows(args, COLUMNS, as_objects(marked), lambda console: print_text(console, marked))
    if form in ("html", "docx") and args.output:
        look = sum(each.mark.look == LOOK for each in marked.notes)
        say(f"{args.output}: {counted(len(marked.notes), 'claim')}, {look} to look at again")


def _keep(args: argparse.Namespace, marked: Marked) -> None:
    """Store it; said only once it is surely on the disk."""
    try:
        name = kept.keep(home_of(args), marked)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise Trouble(f"the statement could not be kept ({why})", f"check the permissions of {home_of(args)}") from None
    say(f"kept as {name}; after a new record: {command(args, 'statements --again')}")


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no date such as 2024-06-26") from None


def _read(name: str) -> tuple[bytes, str]:
    """The statement as it is, and its text. Trouble where it cannot be read."""
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return data, text_of(data, name)
    except Unreadable as error:
        raise _trouble(name, error) from None


def _trouble(name: str, error: Unreadable) -> Trouble:
    issue = error.issue(name)
    return Trouble(f"{name}: {issue.message}", issue.hint)
