"""item6 coalition: coalitions of a server with accounts, begun and closed by who runs it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.text import Text

from item6.cli import arguments
from item6.cli.accounts import set_up_server
from item6.cli.messages import Trouble, counted, say
from item6.cli.output import write_rows
from item6.cli.terminal import clean
from item6.cli.workspace import command

_ROLES = ("guest", "reader", "editor", "coordinator", "owner")
_LISTED = ("slug", "name", "members", "owners", "begun", "closed", "folder")

_EPILOG = """\
Each coalition has a folder of its own in the workspace and people of its own; nothing of one is seen by another. A new
one shows the server's record until it adds documents or decisions. The invitation's address is printed once, alone on
standard output: hand it over by a channel you trust. A closed coalition opens for nobody; its folder stays until you
remove it.

examples:
  item6 coalition add ruritania "Coalition for Ruritania" --owner rose@example.org
  item6 coalition list
  item6 coalition invite ruritania fritz@example.org --role owner
  item6 coalition close ruritania
  item6 coalition open ruritania
"""


def add(verbs: arguments.Verbs) -> None:
    """The verb's own arguments."""
    parser = arguments.verb(verbs, "coalition", run, "begin, list and close the coalitions of a server", _EPILOG)
    tasks = parser.add_subparsers(dest="task", metavar="TASK", required=True)
    _task(tasks, "list", "list the coalitions, with how many people belong to each")
    begun = _task(tasks, "add", "begin a coalition and invite its first owner")
    begun.add_argument("slug", metavar="SLUG", help="its word in addresses: small letters, digits, hyphens")
    begun.add_argument("name", metavar="NAME", help="its name, in quotation marks")
    begun.add_argument("--owner", metavar="EMAIL", required=True, help="who is invited as its first owner")
    _days(begun)
    invited = _task(tasks, "invite", "invite somebody, for instance where the last owner is gone")
    invited.add_argument("slug", metavar="SLUG", help="the coalition")
    invited.add_argument("email", metavar="EMAIL", help="who is invited")
    invited.add_argument("--role", choices=_ROLES, default="owner", help="as what (default: owner)")
    _days(invited)
    for name, summary in (("close", "close a coalition: nothing of it opens any more"), ("open", "open it again")):
        _task(tasks, name, summary).add_argument("slug", metavar="SLUG", help="the coalition")


def run(args: argparse.Namespace) -> int:
    """Do what is asked for. Trouble where it cannot be."""
    with keeping(args) as keeper:
        if args.task == "list":
            rows = keeper.listed_coalitions()
            write_rows(args, _LISTED, rows, lambda console: _print(console, args, rows))
        elif args.task == "add":
            _handed(keeper.add(args.slug, args.name, args.owner, args.days), args.owner, args.days)
        elif args.task == "invite":
            _handed(keeper.invited(args.slug, args.email, args.role, args.days), args.email, args.days)
        elif args.task == "close":
            say(f"{args.slug}: closed; its files stay in {keeper.close(args.slug)} until you remove them")
        else:
            keeper.reopen(args.slug)
            say(f"{args.slug}: open again, with the members that it had")
    return 0


@contextmanager
def keeping(args: argparse.Namespace) -> Iterator[Any]:
    """What who runs the server does, on its database. Trouble for whatever cannot be done."""
    set_up_server(args)
    from item6.web.people import keeping

    try:
        yield keeping
    except keeping.NotDone as reason:
        raise Trouble(reason.what, reason.hint) from None
    finally:
        keeping.done()


def _task(tasks: arguments.Verbs, name: str, summary: str) -> argparse.ArgumentParser:
    parser = tasks.add_parser(name, help=summary, description=summary[0].upper() + summary[1:] + ".")
    arguments.common(parser, defaults=False)
    return parser


def _days(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--days", type=arguments.count, default=7, metavar="N", help="the link holds so long (default: 7)"
    )


def _handed(address: str, email: str, days: int) -> None:
    sys.stdout.write(f"{address}\n")
    say(f"{email} is invited for {counted(days, 'day')}; this address is shown once: hand it over by a safe channel")


def _print(console: Console, args: argparse.Namespace, rows: list[dict[str, object]]) -> None:
    if not rows:
        console.print(
            Text(f"no coalition yet; begin one with: {command(args, 'coalition add SLUG NAME --owner EMAIL')}")
        )
    for row in rows:
        said = f"{counted(int(str(row['members'])), 'member')}, begun {row['begun']}"
        said += f", closed {row['closed']}" if row["closed"] else "" if row["owners"] else ", without an owner"
        console.print(Text.assemble((str(row["slug"]), "bold"), f"  {clean(str(row['name']))}"))
        console.print(Text(f"    {said}", style="dim"))
