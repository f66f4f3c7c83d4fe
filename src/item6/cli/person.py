"""item6 person: accounts of a server, listed, closed and begun anew by who runs it."""

from __future__ import annotations

import argparse

from rich.console import Console
from rich.text import Text

from item6.cli import arguments
from item6.cli.coalition import keeping
from item6.cli.messages import program, say
from item6.cli.output import write_rows
from item6.cli.terminal import clean
from item6.cli.workspace import command

_LINES = ("at", "person", "did", "what", "object", "status")
_LISTED = ("email", "name", "open", "keeper", "roles", "begun")

_EPILOG = """\
Accounts are made by taking an invitation, and roles are given in each coalition; here accounts are closed and opened.
A closed account opens nothing from the next request on, and its sessions end. A keeper sees how the server is doing,
and nothing of any coalition.

The log of a coalition is its owners'. What belongs to none, such as sign-ins that failed and tries at pages of other
coalitions, is listed here: the last line first, times in UTC.

Who has lost the second factor and the recovery codes starts over: factors, password and sessions are taken away, the
roles stay. A new password comes by mail, so make sure first, by another way than mail, that it is they who ask.

examples:
  item6 person list
  item6 person log --format csv -o log.csv
  item6 person disable rupert@example.org
  item6 person enable rupert@example.org
  item6 person start-over rupert@example.org
  item6 person keeper rose@example.org
  item6 person keeper rose@example.org --no-more
"""


def add(verbs: arguments.Verbs) -> None:
    """The verb's own arguments."""
    parser = arguments.verb(verbs, "person", run, "list, close and open the accounts of a server", _EPILOG)
    tasks = parser.add_subparsers(dest="task", metavar="TASK", required=True)
    _task(tasks, "list", "list the accounts, with the roles of each")
    _task(tasks, "log", "list the lines of the audit log that belong to no coalition")
    for name, summary in (
        ("disable", "close an account and end its sessions"),
        ("enable", "open a closed account again"),
        ("start-over", "let in again who has lost the second factor and the codes"),
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
        elif args.task == "log":
            _log(args)
        elif args.task == "disable":
            _disable(args, keeper.disable(args.email))
        elif args.task == "enable":
            keeper.enable(args.email)
            say(f"{args.email}: open again, with the roles that it had")
        elif args.task == "start-over":
            _start_over(args.email)
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


def _start_over(email: str) -> None:
    from item6.web.signin.starting_over import start_over

    start_over(email)
    say(f"{email}: no second factor, no password and no session any more; the roles are as they were")
    say("they ask for a new password on the page of signing in, and set up a second factor")


def _log(args: argparse.Namespace) -> None:
    from item6.web.audit.exports import of_no_coalition

    rows: list[dict[str, object]] = [{**row} for row in of_no_coalition()]
    write_rows(args, _LINES, rows, lambda console: _print_log(console, rows))


def _print_log(console: Console, rows: list[dict[str, object]]) -> None:
    if not rows:
        console.print(Text("nothing that belongs to no coalition has been noted"))
    for row in rows:
        words = (row["person"] or "nobody signed in", row["did"], row["what"], row["object"], row["status"] or "")
        console.print(Text(f"{row['at']}  {'  '.join(clean(str(each)) for each in words if each)}"))


def _print(console: Console, rows: list[dict[str, object]]) -> None:
    if not rows:
        console.print(Text(f"nobody has an account yet; people come in by invitation: {program()} coalition add"))
    for row in rows:
        said = [clean(str(row["name"])), "" if row["open"] else "closed", "keeper" if row["keeper"] else ""]
        console.print(Text.assemble((clean(str(row["email"])), "bold"), f"  {', '.join(filter(None, said))}"))
        roles = row["roles"]
        assert isinstance(roles, list)
        console.print(Text(f"    {', '.join(roles) or 'in no coalition'}", style="dim"))
