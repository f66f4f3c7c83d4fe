"""item6 tasks: the work behind the pages of a server with accounts, and what was given up of it."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console

from item6.cli import arguments
from item6.cli.accounts import set_up_server
from item6.cli.messages import Trouble, counted, program, say
from item6.cli.output import write_rows
from item6.cli.terminal import clean, print_line

_EPILOG = """\
What pages ask for is done behind them by the server: mails are written, lists are published, what is past its day is
erased. What fails is tried again after pauses that grow, eight times in a day, and is then given up and listed here
with the name of its last error; the server's log says more. Put right what was in its way, then have it tried again.

examples:
  item6 tasks list
  item6 tasks list --all
  item6 tasks again 17
  item6 tasks again --all
"""
COLUMNS = ("number", "kind", "state", "when", "tries", "why")


def add(verbs: arguments.Verbs) -> None:
    """The verbs below it."""
    outer = arguments.verb(verbs, "tasks", run, "show what a server gave up, and have it tried again", _EPILOG)
    below = outer.add_subparsers(metavar="WHAT", required=True)
    listed = arguments.verb(below, "list", run, "list tasks that were given up", _EPILOG)
    listed.add_argument("--all", action="store_true", help="also those that wait or are being done")
    again = arguments.verb(below, "again", run_again, "have a task tried again", _EPILOG, formats=())
    which = again.add_mutually_exclusive_group(required=True)
    which.add_argument(
        "number", nargs="?", type=arguments.count, metavar="NUMBER", help="of the task, as `list` gives it"
    )
    which.add_argument("--all", action="store_true", help="all that were given up")


def run(args: argparse.Namespace) -> int:
    """List tasks."""
    set_up_server(args)
    from item6.web.work.deciding import listed

    rows = listed(everything=bool(args.all))
    write_rows(args, COLUMNS, rows, lambda console: _print(console, rows, everything=bool(args.all)))
    return 0


def run_again(args: argparse.Namespace) -> int:
    """Have one task, or all of them, tried again."""
    set_up_server(args)
    from item6.web.work.deciding import try_again

    found = try_again(None if args.all else args.number)
    if not found and not args.all:
        raise Trouble(f"task {args.number}: not one that was given up", f"see: {program()} tasks list")
    say(f"{counted(found, 'task')} tried again as soon as the server runs" if found else "no task was given up")
    return 0


def _print(console: Console, rows: Sequence[Mapping[str, Any]], *, everything: bool) -> None:
    for row in rows:
        why = f" ({row['why']})" if row["why"] else ""
        print_line(console, f"{row['number']:>6}", clean(f"{row['state']}, {row['when']} UTC: {row['kind']}{why}"))
    if not rows:
        say("nothing waits, and nothing was given up" if everything else "no task was given up")
