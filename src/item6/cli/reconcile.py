"""item6 reconcile: whether the numbers, answers and totals of a review add up."""

from __future__ import annotations

import argparse

from rich.console import Console
from rich.text import Text

from item6.cli import arguments
from item6.cli.checks_of_review import Check, Reconciliation, finding_line, reconciliation
from item6.cli.lookup import find_review, published_only
from item6.cli.messages import counted
from item6.cli.output import write_whole
from item6.cli.terminal import print_wrapped
from item6.cli.workspace import current_record
from item6.measures.published import Published
from item6.terms.states import name_of

_EPILOG = """\
Compares what is listed with what the documents state, at each stage; looks for numbers that are missing, stand twice,
are answered twice or not at all; sets the addendum against OHCHR's matrix where both are in the record. Each finding
is one sentence with its page. The exit code is 1 when something does not add up.

examples:
  item6 reconcile SVN-3
  item6 reconcile China 2018 --notes
  item6 reconcile Slovenia --format json
"""


def add(verbs: arguments.Verbs) -> None:
    """The verb's own arguments."""
    parser = arguments.verb(verbs, "reconcile", run, "check that a review adds up", _EPILOG)
    parser.add_argument("review", nargs="+", metavar="REVIEW", help="CHN-3, China 2018, or China")
    parser.add_argument("--notes", action="store_true", help="print also what changed from the draft, and misprints")


def run(args: argparse.Namespace) -> int:
    """Print checks and findings. 1 where something does not add up."""
    asked = " ".join(args.review)
    with current_record(args) as record:
        published = published_only(record, asked)
        found = _of_totals(published) if published else reconciliation(record, find_review(record, asked))
    write_whole(args, found.as_object(), lambda console: print_reconciliation(console, found, notes=args.notes))
    return 0 if found.adds_up else 1


def _of_totals(published: Published) -> Reconciliation:
    """Of a review that is known by published totals only."""
    check = Check("published", not published.issues, published.sum_in_words)
    return Reconciliation(published.review, (check,), published.issues, ())


def print_reconciliation(console: Console, found: Reconciliation, *, notes: bool = False) -> None:
    """Every check with yes or no, every finding in one sentence. notes: also the remarks."""
    title = f"{found.review} · {name_of(found.review.state)}, cycle {found.review.cycle}"
    adds_up = "adds up" if found.adds_up else counted(len(found.findings), "finding")
    console.print(Text(f"{title}: {adds_up}", style="bold"))
    for check in found.checks:
        print_wrapped(console, check.sentence, f"  {'yes' if check.fine else 'no':<5}")
    for each in found.findings:
        print_wrapped(console, finding_line(each), "", "  ")
    if found.remarks and notes:
        console.print(Text("notes", style="bold"))
        for each in found.remarks:
            print_wrapped(console, finding_line(each), "", "  ")
    elif found.remarks:
        console.print(Text(f"{counted(len(found.remarks), 'note')} on drafts and misprints: --notes", style="dim"))
