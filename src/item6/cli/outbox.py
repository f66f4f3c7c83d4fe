"""item6 outbox: the mails of a server with accounts, and what a person decides on them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console

from item6.cli import arguments
from item6.cli.accounts import set_up_server
from item6.cli.messages import Trouble, counted, program, say
from item6.cli.output import write_rows
from item6.cli.terminal import clean, print_line

_EPILOG = """\
Mails are sent by the server itself, once each. A mail whose sending was cut off at its very end may have been sent or
not: it is not sent again by itself, but listed here, and a person decides. What the mail server refused for good is
listed with its number. `bounced` reads what mail servers wrote of mails that came back, where no mailbox is named
(`bounces` of server.toml); other messages do nothing.

examples:
  item6 outbox list
  item6 outbox list --all
  item6 outbox send 17
  item6 outbox drop 17
  item6 outbox bounced notification.eml
  item6 outbox bounced - < notification.eml
"""

_LARGEST = 1_000_000
COLUMNS = ("number", "state", "to", "made", "tries", "code", "due")
_WORDS = {
    "waiting": "waits to be sent", "sending": "is being sent", "sent": "was sent", "failed": "was refused",
    "unsure": "may have been sent", "dropped": "was dropped", "returned": "came back",
}  # fmt: skip


def add(verbs: arguments.Verbs) -> None:
    """The verbs below it."""
    outer = arguments.verb(verbs, "outbox", run, "show mails that wait, and decide on those that failed", _EPILOG)
    below = outer.add_subparsers(metavar="WHAT", required=True)
    listed = arguments.verb(below, "list", run, "list mails that wait, failed, or may have been sent", _EPILOG)
    listed.add_argument("--all", action="store_true", help="also those that were sent or dropped")
    sent = arguments.verb(below, "send", run_send, "have a mail sent, though it may have been", _EPILOG, formats=())
    dropped = arguments.verb(below, "drop", run_drop, "leave a mail unsent, and erase its content", _EPILOG, formats=())
    for each in (sent, dropped):
        each.add_argument("number", type=arguments.count, metavar="NUMBER", help="of the mail, as `list` gives it")

    came = arguments.verb(
        below, "bounced", run_bounced, "read notifications of mails that came back", _EPILOG, formats=()
    )
    came.add_argument("files", nargs="+", metavar="FILE", help="messages, one in each; - for standard input")


def run(args: argparse.Namespace) -> int:
    """List mails."""
    set_up_server(args)
    from item6.web.outbox.deciding import listed

    rows = listed(everything=bool(args.all))
    write_rows(args, COLUMNS, rows, lambda console: _print(console, rows))
    return 0


def run_send(args: argparse.Namespace) -> int:
    """Have a mail sent again."""
    set_up_server(args)
    from item6.web.outbox.sending import send_again

    if not send_again(args.number):
        raise Trouble(f"mail {args.number}: not one that failed or may have been sent", f"see: {program()} outbox list")
    say(f"mail {args.number} is sent as soon as the server runs")
    return 0


def run_drop(args: argparse.Namespace) -> int:
    """Leave a mail unsent."""
    set_up_server(args)
    from item6.web.outbox.sending import drop

    if not drop(args.number):
        raise Trouble(f"mail {args.number}: not one that waits or failed", f"see: {program()} outbox list")
    say(f"mail {args.number} is not sent; its content is erased")
    return 0


def run_bounced(args: argparse.Namespace) -> int:
    """Take in notifications."""
    messages = [_message(name) for name in args.files]
    set_up_server(args)
    from item6.web.outbox.returning import take_in

    marked = sum(map(take_in, messages))
    say(f"{counted(marked, 'mail')} of this server came back")
    return 0


def _message(name: str) -> bytes:
    """As much of a message as is looked at."""
    try:
        if name == "-":
            return sys.stdin.buffer.read(_LARGEST)
        with Path(name).open("rb") as file:
            return file.read(_LARGEST)
    except OSError as error:
        raise Trouble(f"{name}: {(error.strerror or str(error)).lower()}", "give a file with one message") from None


def _print(console: Console, rows: Sequence[Mapping[str, Any]]) -> None:
    for row in rows:
        code = f" ({row['code']})" if row["code"] else ""
        print_line(console, f"{row['number']:>6}  ", clean(f"{_WORDS[row['state']]}{code}: {row['to']}, {row['made']}"))
    unsure = sum(row["state"] == "unsure" for row in rows)
    if unsure:
        say(f"{counted(unsure, 'mail')} may have been sent: decide with {program()} outbox send NUMBER, or drop NUMBER")
    if not rows:
        say("nothing waits, and nothing failed")
