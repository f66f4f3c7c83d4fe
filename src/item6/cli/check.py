"""item6 check: the figures of a statement, against the record."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from item6.checks.checking import Checked, check, counts_of
from item6.checks.claims import WRONG
from item6.checks.reading import text_of
from item6.checks.resolving import Context
from item6.cli import arguments
from item6.cli.lookup import find_state
from item6.cli.messages import Trouble, counted
from item6.cli.output import write_rows
from item6.cli.terminal import clean, print_line
from item6.cli.workspace import home_of
from item6.files.errors import Unreadable
from item6.record.errors import RecordNotFound
from item6.record.reader import open_record

COLUMNS = (
    "document", "start", "end", "text", "kind", "role", "unit", "value", "state", "review", "stage", "verdict",
    "basis", "computed", "reference", "why",
)  # fmt: skip
"""A claim as a line of CSV."""

_AROUND = 60
_STYLES = {"matches": "#2a9d8f", "within rounding": "#2a9d8f", **dict.fromkeys(WRONG, "bold #c0392b")}

_EPILOG = """\
Finds what a text says in figures about reviews (counts, shares, comparisons, themes, dates, ranks, signatories) and
says for each what the record has: matches, matches on another count, within rounding, superseded, does not add up,
differs, sources of record disagree, depends on a definition, not in the record, needs State or cycle. The basis says
what was counted. Figures of one text that do not add up are found without a record too.

STATEMENT is a file (TXT, Markdown, HTML, DOCX, PDF), or - for standard input. Which review is meant is taken from the
sentence, the sentences before it, and the options below. The exit code is 1 where a figure differs or does not add up.

examples:
  item6 check statement.docx
  item6 check article.html --as-of 2024-06-26
  item6 check - --state China --cycle 4
  item6 check statement.txt --format jsonl -o checked.jsonl
"""


def add(verbs: arguments.Verbs) -> None:
    """The verb's own arguments."""
    parser = arguments.verb(verbs, "check", run, "check the figures of a statement against the record", _EPILOG)
    parser.add_argument("statement", metavar="STATEMENT", help="a text, or - for standard input")
    parser.add_argument("--state", metavar="STATE", help="the State it is about, where it names none (name or code)")
    parser.add_argument("--cycle", type=arguments.count, metavar="N", help="the cycle it is about, where it names none")
    parser.add_argument("--as-of", type=_day, default=None, metavar="DATE", help="when it was written: 2024-06-26")
    parser.add_argument("--title", default="", metavar="TEXT", help="its title, which may name State and review")


def run(args: argparse.Namespace) -> int:
    """Print the claims with their verdicts. 1 where one differs or does not add up, or the file cannot be read."""
    name = args.statement
    text = _text(name)
    context = Context(find_state(args.state) if args.state else "", args.cycle, args.as_of or "", args.title)
    try:
        with open_record(home_of(args)) as record:
            made = check(text, record, context)
    except RecordNotFound:
        made = check(text, None, context)
    shown = name if name == "-" else Path(name).name
    write_rows(args, COLUMNS, (as_object(shown, each) for each in made), lambda console: _print(console, text, made))
    return 1 if any(each.is_wrong for each in made) else 0


def as_object(document: str, checked: Checked) -> dict[str, Any]:
    """A claim as a line of `--format jsonl`. document: name of the statement."""
    claim, about, verdict = checked.claim, checked.about, checked.verdict
    return {
        "document": document, "start": claim.start, "end": claim.end, "text": claim.text, "kind": claim.kind,
        "role": claim.role, "unit": claim.unit, "value": claim.printed, "state": about.state or None,
        "review": str(about.review) if about.review else None, "stage": verdict.stage or about.stage or None,
        "verdict": verdict.verdict, "basis": verdict.basis, "computed": verdict.computed,
        "reference": verdict.reference, "why": " ".join(filter(None, (verdict.why, verdict.nearest))),
    }  # fmt: skip


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no date such as 2024-06-26") from None


def _text(name: str) -> str:
    """The text of the statement. Trouble where it cannot be read."""
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        return text_of(data, name)
    except Unreadable as error:
        issue = error.issue(name)
        raise Trouble(f"{name}: {issue.message}", issue.hint) from None


def _print(console: Console, text: str, made: Sequence[Checked]) -> None:
    """Each claim in its passage, with verdict, basis and why; then how many there are of each verdict."""
    for each in made:
        _print_claim(console, text, each)
    if not made:
        console.print(Text("no figures about reviews were found in this text"))
        return
    found = ", ".join(f"{count} {verdict}" for verdict, count in counts_of(list(made)).items())
    console.print(Text(f"{counted(len(made), 'claim')}: {found}"))


def _print_claim(console: Console, text: str, checked: Checked) -> None:
    claim, about, verdict = checked.claim, checked.about, checked.verdict
    before, after = text[max(0, claim.start - _AROUND) : claim.start], text[claim.end : claim.end + _AROUND]
    said = clean(" ".join(claim.text.split()))
    line = Text.assemble(_from_word(before), (f"[{said}]", "bold"), _to_word(after))
    console.print(line)
    what = f"{claim.role.replace('_', ' ')} {about.review or about.state}".strip()
    console.print(
        Text.assemble("    ", (verdict.verdict, _STYLES.get(verdict.verdict, "#c58b1b")), (f" · {what}", "dim"))
    )
    for name, words in (("basis", _basis(checked)), ("why", verdict.why), ("true", verdict.nearest)):
        if words:
            print_line(console, f"    {name}", words)


def _basis(checked: Checked) -> str:
    verdict = checked.verdict
    return f"{verdict.basis}: {verdict.computed}" if verdict.basis and verdict.computed else verdict.basis


def _from_word(before: str) -> str:
    """The words before a claim, beginning with a whole one."""
    words = clean(" ".join(before.split(" ")[1:] if len(before) == _AROUND else before.split(" ")))
    return f"…{words}" if len(before) == _AROUND else words


def _to_word(after: str) -> str:
    words = clean(" ".join(after.split(" ")[:-1] if len(after) == _AROUND else after.split(" ")))
    return f"{words}…" if len(after) == _AROUND else words.rstrip()
