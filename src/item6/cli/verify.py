"""item6 brief --verify: the figures of a file made earlier, computed again in the current record."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from item6.briefings.verifying import CHANGED, Verified, verified
from item6.cli.messages import Trouble, counted, program
from item6.cli.output import write_rows
from item6.cli.terminal import clean, print_line
from item6.cli.workspace import current_record
from item6.files.errors import Unreadable

COLUMNS = ("printed", "verdict", "now", "sentence", "reference", "why")
"""A figure as a line of CSV."""


def run(args: argparse.Namespace) -> int:
    """Print what changed. 1 where something did, or the file cannot be read."""
    path = Path(args.verify)
    try:
        with current_record(args) as record:
            found = verified(path.read_bytes(), record)
            hash_now = record.hash
    except Unreadable as error:
        issue = error.issue(str(path))
        raise Trouble(f"{path}: {issue.message}", issue.hint) from None
    if found is None:
        raise Trouble(f"{path}: no figures were found in it", f"give a file that {program()} brief made")
    write_rows(args, COLUMNS, map(as_object, found), lambda console: _print(console, path, found, hash_now))
    return 1 if any(each.verdict in CHANGED for each in found) else 0


def as_object(each: Verified) -> dict[str, Any]:
    """A figure as plain JSON."""
    return {
        "printed": each.printed.words,
        "verdict": each.verdict,
        "now": each.now,
        "sentence": each.sentence,
        "reference": each.printed.reference,
        "why": each.why,
    }


def _print(console: Console, path: Path, found: Sequence[Verified], record: str) -> None:
    changed = [each for each in found if each.verdict in CHANGED]
    for each in changed:
        console.print(
            Text.assemble((clean(each.printed.words), "bold"), f"  {each.verdict}", f"  {each.now}" if each.now else "")
        )
        for name, words in (("now", each.sentence), ("why", each.why), ("figure", each.printed.reference)):
            if words:
                print_line(console, f"    {name}", clean(words))
    same = len(found) - len(changed)
    if not found:
        console.print(Text(f"{path.name}: a briefing without figures; nothing to compute again"))
        return
    held = f"{counted(same, 'figure')} of {len(found)} as printed" if changed else f"all {counted(same, 'figure')} hold"
    console.print(Text(f"{path.name}: {held}, in the record {record[:12]}"))
