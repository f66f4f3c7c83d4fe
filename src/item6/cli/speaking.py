"""item6 brief --count: words and speaking time of a statement, also of one that was edited since."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from item6.briefings.settings import SECONDS_PER_SPEAKER, SETTINGS, Spoken, spoken, spoken_part
from item6.checks.reading import text_of
from item6.cli.messages import Trouble, counted
from item6.cli.output import write_rows
from item6.cli.terminal import print_line
from item6.files.errors import Unreadable

COLUMNS = ("document", "words", "seconds", "limit", "left")
"""The count as a line of CSV. left: words that still fit in, negative where there are too many."""


def run(args: argparse.Namespace) -> int:
    """Print the count. 1 where the text is too long for a speaker, or the file cannot be read."""
    name = args.count
    try:
        text = text_of(sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes(), name)
    except Unreadable as error:
        issue = error.issue(name)
        raise Trouble(f"{name}: {issue.message}", issue.hint) from None
    found = spoken(spoken_part(text))
    shown = name if name == "-" else Path(name).name
    write_rows(args, COLUMNS, [as_object(shown, found)], lambda console: _print(console, found))
    return 1 if found.left < 0 else 0


def as_object(document: str, found: Spoken) -> dict[str, Any]:
    """The count as plain JSON."""
    limit = SECONDS_PER_SPEAKER.value
    return {
        "document": document, "words": found.words, "seconds": found.seconds, "limit": limit, "left": found.left,
    }  # fmt: skip


def _print(console: Console, found: Spoken) -> None:
    limit = SECONDS_PER_SPEAKER.value
    console.print(Text(f"{counted(found.words, 'word')}, about {found.minutes} minutes read aloud", style="bold"))
    left = f"room for about {found.left} more" if found.left >= 0 else f"about {found.over} too many"
    print_line(console, "limit", f"{limit} seconds for a speaker: {left}")
    for each in SETTINGS:
        print_line(console, "setting", f"{each.value}: {each.unit} ({each.source}; read {each.read})")
