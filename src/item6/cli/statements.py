"""item6 statements: those that were kept, checked again, forgotten."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from item6.checks import kept
from item6.checks.kept import Again, Kept
from item6.checks.kept_changes import Change
from item6.cli import arguments
from item6.cli.messages import Misuse, Trouble, counted, program, say
from item6.cli.output import write_rows
from item6.cli.terminal import clean, print_line
from item6.cli.workspace import command, current_record, home_of
from item6.record.errors import RecordError
from item6.record.folders import find_folder

_SHOWN = 6

_LISTED = ("id", "name", "kept", "claims", "record", "current", "changes", "to_look_at")
_CHANGED = (
    "id", "name", "text", "start", "role", "review", "before", "now", "value_before", "value_now", "gained", "lost",
    "to_look_at", "why",
)  # fmt: skip

_EPILOG = """\
Lists the statements that `item6 check --keep` stored in the workspace. With --again each is checked against the
current record, and every claim is listed whose verdict, value or rows are not as they were when it was kept; the exit
code is 1 where one newly differs, does not add up, or is told otherwise by another source. With --accept the verdicts
of today become those that later ones are compared with. The texts stay on this machine, in files that only you can
read.

examples:
  item6 statements
  item6 statements --again
  item6 statements --again 3f2a --format jsonl
  item6 statements --again --accept
  item6 statements --forget 3f2a91c04b7d5e68
"""


def add(verbs: arguments.Verbs) -> None:
    """The verb's own arguments."""
    summary = "list the statements that were kept, and check them again"
    parser = arguments.verb(verbs, "statements", run, summary, _EPILOG)
    parser.add_argument("ids", nargs="*", metavar="ID", help="only these (default: all); the first digits are enough")
    parser.add_argument("--again", action="store_true", help="check them against the current record")
    parser.add_argument("--accept", action="store_true", help="with --again: compare with today's verdicts from now on")
    parser.add_argument("--forget", action="store_true", help="remove those that are named")


def run(args: argparse.Namespace) -> int:
    """List, check again or forget. 1 where a claim newly asks a look."""
    home = home_of(args)
    if args.accept and not args.again:
        raise Misuse(f"{program()} statements: --accept goes with --again", "add --again")
    if args.forget and (args.again or not args.ids):
        raise Misuse(
            f"{program()} statements: --forget removes what is named",
            f"name the ids that `{program()} statements` lists",
        )
    damaged = kept.damaged_in(home)
    for path in damaged:
        say(f"{path}: this statement cannot be understood: {program()} statements --forget {path.stem}")
    if args.forget:
        return _forget(home, args.ids, [path.stem for path in damaged])
    found = _chosen(kept.kept_in(home), args.ids)
    if args.again:
        return _again(args, home, found)
    current = _current(home)
    rows = [_listed(each, current) for each in found]
    write_rows(args, _LISTED, rows, lambda console: _print_list(console, args, found, current))
    return 0


def _chosen(found: Sequence[Kept], ids: Sequence[str]) -> list[Kept]:
    """Those whose id begins so; Misuse for one that none, or several, begin with."""
    if not ids:
        return list(found)
    return [next(each for each in found if each.id == _whole(asked, [one.id for one in found])) for asked in ids]


def _whole(asked: str, ids: Sequence[str]) -> str:
    fitting = [each for each in ids if asked and each.startswith(asked.lower())]
    if len(fitting) != 1:
        what = "several statements begin with" if fitting else "no statement is kept as"
        raise Misuse(f"{what} {asked}", f"`{program()} statements` lists their ids")
    return fitting[0]


def _forget(home: Path, ids: Sequence[str], damaged: Sequence[str]) -> int:
    known = [*damaged, *(each.id for each in kept.kept_in(home))]
    for name in [_whole(asked, known) for asked in ids]:
        kept.forget(home, name)
        say(f"{name}: forgotten")
    return 0


def _current(home: Path) -> str:
    try:
        return find_folder(home, "current").name
    except RecordError:
        return ""


def _again(args: argparse.Namespace, home: Path, found: Sequence[Kept]) -> int:
    """Checks all before anything is printed, so that a pipe that closes loses nothing."""
    with current_record(args) as record:
        try:
            made = [(each, kept.check_again(home, each, record, accept=args.accept)) for each in found]
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            raise Trouble(f"{home / kept.FOLDER}: cannot be written ({why})", "nothing of it was lost") from None
    rows = [row for each, again in made for row in _changed(each, again)]
    write_rows(args, _CHANGED, rows, lambda console: _print_again(console, made))
    return 1 if any(again.to_look_at for _, again in made) else 0


def _listed(each: Kept, current: str) -> dict[str, Any]:
    again = each.again
    return {
        "id": each.id, "name": each.name, "kept": each.kept, "claims": len(each.claims),
        "record": each.checked_against or None, "current": each.checked_against == current,
        "changes": len(again.changes) if again else 0, "to_look_at": again.to_look_at if again else 0,
    }  # fmt: skip


def _changed(each: Kept, again: Again) -> Iterator[dict[str, Any]]:
    for change in again.changes:
        yield {
            "id": each.id, "name": each.name, "text": change.text, "start": change.start, "role": change.role,
            "review": change.review or None, "before": change.before or None, "now": change.now or None,
            "value_before": change.value_before, "value_now": change.value_now, "gained": list(change.gained),
            "lost": list(change.lost), "to_look_at": change.asks_a_look, "why": change.why,
        }  # fmt: skip


def _print_list(console: Console, args: argparse.Namespace, found: Sequence[Kept], current: str) -> None:
    if not found:
        console.print(Text(f"no statement is kept; keep one with: {command(args, 'check FILE --keep')}"))
        return
    for each in found:
        console.print(Text.assemble((each.id, "bold"), f"  {clean(each.name)}"))
        said = f"{counted(len(each.claims), 'claim')}, kept {each.kept[:10]}"
        console.print(Text(f"    {said}; {_standing(each, current)}", style="dim"))
    left = kept.waiting(found, current)
    if left and current:
        what = "was" if left == 1 else "were"
        again = command(args, "statements --again")
        console.print(Text(f"{counted(left, 'statement')} {what} checked against an earlier record: {again}"))


def _standing(each: Kept, current: str) -> str:
    if each.checked_against != current:
        return (
            f"checked against record {each.checked_against[:12]}" if each.checked_against else "checked without record"
        )
    if each.again is None or not each.again.changes:
        return "unchanged in the current record"
    return f"{counted(len(each.again.changes), 'claim')} changed, {each.again.to_look_at} to look at again"


def _print_again(console: Console, made: Sequence[tuple[Kept, Again]]) -> None:
    for each, again in made:
        console.print(Text.assemble((each.id, "bold"), f"  {clean(each.name)}: {_sum(again)}"))
        for change in again.changes:
            _print_change(console, change)
    changed = sum(bool(again.changes) for _, again in made)
    wrong = sum(again.to_look_at for _, again in made)
    console.print(
        Text(f"{counted(len(made), 'statement')}: {changed} changed, {counted(wrong, 'claim')} to look at again")
    )


def _sum(again: Again) -> str:
    return f"{counted(len(again.changes), 'claim')} changed" if again.changes else "unchanged"


def _print_change(console: Console, change: Change) -> None:
    style = "bold magenta" if change.asks_a_look else ""
    said = " ".join(change.text.split())
    console.print(Text(f" [{clean(said)}] {change.role.replace('_', ' ')} {change.review}".rstrip(), style=style))
    if change.before != change.now:
        print_line(console, "  verdict", f"{change.before or 'not found'} → {change.now or 'not found'}")
    if change.value_before != change.value_now:
        print_line(console, "  value", f"{change.value_before or '–'} → {change.value_now or '–'}")
    for name, rows in (("gained", change.gained), ("lost", change.lost)):
        if rows:
            more = f" and {len(rows) - _SHOWN} more" if len(rows) > _SHOWN else ""
            print_line(console, f"  {name}", ", ".join(rows[:_SHOWN]) + more)
    if change.why:
        print_line(console, "  why", change.why)
