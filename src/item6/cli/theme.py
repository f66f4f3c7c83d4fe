"""item6 theme: what a theme of people's own catches, and what it nearly catches."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text

from item6.cli import arguments
from item6.cli.lines import Lines, lines_of
from item6.cli.messages import Trouble, counted, say
from item6.cli.output import write_rows
from item6.cli.terminal import clean, print_text
from item6.cli.workspace import current_record

if TYPE_CHECKING:
    from item6.annotate.themes import Seen, Theme

_COLUMNS = ("name", "caught", "by", "text")

_EPILOG = """\
A theme is a file that can be shared: name, title, words, patterns, exclusions, examples, counterexamples (TOML;
docs/annotation.md shows one). It is laid over the texts of the record, or over those of a file of JSON lines as
`item6 read --format jsonl` prints them. What it nearly catches is listed too: texts that only an exclusion keeps out,
that have the words of a pattern but not together, or that have several words typical of the texts caught.

Exit code 1 where an example of the file is not caught, or a counterexample is.

examples:
  item6 theme civic-space.toml
  item6 theme civic-space.toml texts.jsonl --format csv -o civic-space.csv
  item6 theme civic-space.toml --caught
"""


def add(verbs: arguments.Verbs) -> None:
    """The verb's own arguments."""
    parser = arguments.verb(verbs, "theme", run, "show what a theme of your own catches and nearly catches", _EPILOG)
    parser.add_argument("theme", metavar="THEME", help="the file of the theme (TOML)")
    parser.add_argument("file", nargs="?", metavar="FILE", help="JSON lines with texts (default: the record)")
    parser.add_argument("--caught", action="store_true", help="only what is caught")


def run(args: argparse.Namespace) -> int:
    """Print what is caught, then what nearly is. 1 where an example fails or a line cannot be read."""
    theme = _theme(Path(args.theme))
    failures = theme.failures()
    for failure in failures:
        say(f"{args.theme}: {failure}: change its patterns, or take the example out")
    lines = Lines(args.file) if args.file else None
    named = list(_of_file(lines, args.file) if lines else _of_record(args))
    seen = theme.see_all([text for _, text in named])
    rows = _rows(named, seen, caught_only=args.caught)
    write_rows(args, _COLUMNS, rows, lambda console: _print(console, theme, rows, len(named)))
    return 1 if failures or (lines and lines.wrong) else 0


def _theme(path: Path) -> Theme:
    from item6.annotate.themes import ThemeError, read

    try:
        return read(path.read_bytes())
    except ThemeError as error:
        raise Trouble(f"{path}: {error}", "docs/annotation.md shows a theme") from None


def _of_file(lines: Lines, file: str) -> Iterator[tuple[str, str]]:
    for found in lines.objects(lines_of("theme", file)):
        if isinstance(found.get("text"), str):
            yield str(found.get("number") or found.get("name") or ""), found["text"]


def _of_record(args: argparse.Namespace) -> Iterator[tuple[str, str]]:
    with current_record(args) as record:
        for review in record.reviews():
            for recommendation in record.recommendations(review.name):
                for text in recommendation.texts:
                    yield f"{review.name}#{recommendation.number}/{text.part}", text.words


def _rows(named: Sequence[tuple[str, str]], seen: Sequence[Seen], *, caught_only: bool) -> list[dict[str, Any]]:
    """Caught ones first, each part in the order of the texts."""
    found = [
        {"name": name, "caught": bool(each.caught), "by": each.caught or each.near, "text": text}
        for (name, text), each in zip(named, seen, strict=True)
        if each.caught or (each.near and not caught_only)
    ]
    return sorted(found, key=lambda row: not row["caught"])


def _print(console: Console, theme: Theme, rows: Sequence[dict[str, Any]], looked_at: int) -> None:
    caught = [row for row in rows if row["caught"]]
    console.print(Text(clean(f"{theme.title}: catches {len(caught)} of {counted(looked_at, 'text')}"), style="bold"))
    for row in caught:
        found = Text.assemble((clean(f"{row['name']} "), "bold"), clean(f"“{row['by']}” · {row['text']}"))
        print_text(console, found, 4)
    near = rows[len(caught) :]
    if near:
        console.print(Text(f"nearly caught: {counted(len(near), 'text')}", style="bold"))
    for row in near:
        found = Text.assemble((clean(f"{row['name']} "), "bold"), clean(f"{row['by']} · {row['text']}"))
        print_text(console, found, 4)
