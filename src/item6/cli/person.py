"""item6 person: accounts of a server, listed and closed by who runs it."""

from __future__ import annotations

import argparse

from rich.console import Console
from rich.text import Text

from item6.cli import arguments
from item6.cli.coalition import keeping
from item6.cli.messages import say
from item6.cli.output import write_rows
from item6.cli.terminal import clean
from item6.cli.workspace import command

_LISTED = ("email", "name", "open", "keeper", "roles", "begun")

_EPILOG = """\
Accounts are made by taking an invitation, and roles are given in each coalition; here accounts are closed and opened.
A closed account opens nothing from the next request on, and its sessions end. A keeper sees how the server is doing,
and nothing of any coalition.

examples:
  item6 person list
  item6 person disable rupert@example.org
  item6 person enable rupert@example.org
  item6 person keeper rose@example.org
  item6 person keeper rose@example.org --no-more
"""


def add(verbs: arguments.Verbs) -> None:
    """The verb's own arguments."""
    parser = arguments.verb(verbs, "person", run, "list, close and open the accounts of a server", _EPILOG)
    tasks = parser.add_subparsers(dest="task", metavar="TASK", required=True)
    _task(tasks, "list", "list the accounts, with the roles of each")
    for name, summary in (
        ("disable", "close an account and end its sessions"),
        ("enable", "open a closed account again"),
        ("keeper", "name somebody who helps to run the server"),
    ):
        _task(tasks, name, summary).add_argument("email", metavar="EMAIL", help="the address of the account")
    tasks.choices["keeper"].add_argument("--no-more", action="store_true", help="they are none any more")


def run(args: argparse.Namespace) -> int:
    """Do what is asked for. Trouble where it cannot be."""
    with keeping(args) as keeper:
        if args.task == "list":
            rows = keeper.listed_people()
            write_rows(args, _LISTED, rows, lambda console: _print(console, rows))
        elif args.task == "disable":
            _disable(args, keeper.disable(args.email))
        elif args.task == "enable":
            keeper.enable(args.email)
            say(f"{args.email}: open again, with the roles that it had")
        else:
            keeper.name_keeper(args.email, not args.no_more)
            say(f"{args.email}: {'no keeper any more' if args.no_more else 'is a keeper'}")
    return 0


def _task(tasks: arguments.Verbs, name: str, summary: str) -> argparse.ArgumentParser:
    parser = tasks.add_parser(name, help=summary, description=summary[0].upper() + summary[1:] + ".")
    arguments.common(parser, defaults=False)
    return parser


def _disable(args: argparse.Namespace, without: list[str]) -> None:
    say(f"{args.email}: closed, and its sessions ended")
    for slug in without:
        say(f"{slug}: nobody is its owner now: {command(args, f'coalition invite {slug} EMAIL')}")


def _print(console: Console, rows: list[dict[str, object]]) -> None:
    if not rows:
        console.print(Text("nobody has an account yet; people come in by invitation: item6 coalition add"))
    for row in rows:
        said = [clean(str(row["name"])), "" if row["open"] else "closed", "keeper" if row["keeper"] else ""]
        console.print(Text.assemble((clean(str(row["email"])), "bold"), f"  {', '.join(filter(None, said))}"))
        roles = row["roles"]
        assert isinstance(roles, list)
        console.print(Text(f"    {', '.join(roles) or 'in no coalition'}", style="dim"))
