"""item6 annotate: the labels of texts, and what decided on them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text

from item6.cli import arguments
from item6.cli.lines import Lines, lines_of
from item6.cli.messages import Misuse, counted, program
from item6.cli.output import format_of, write_rows
from item6.cli.terminal import Column, clean
from item6.cli.why import explain_name, explain_text

if TYPE_CHECKING:
    from item6.annotate import Labelled

OURS = ("issues", "suggested", "action", "confidence", "why")

_EPILOG = """\
Reads objects with a text, one on each line, as `item6 read --format jsonl` prints them, from a file or from standard
input, and gives each back with its own keys and further ones: issues (UPR Info's, asserted), suggested (label and
confidence, below the confidence from which a label is asserted), action (1 minimal, 2 continuing, 3 considering, 4
general, 5 specific), confidence (of each issue asserted, and of the action: the share of such labels that were right),
why (what decided). An object without text, and a line that is no object, is named; the others are labelled all the
same, and the exit code is 1.

With --all also: named (treaties, bodies and groups in the text), themes, persons, sdgs (OHCHR's, only suggested: about
two of three are right on the matrices at hand, and OHCHR's own matrix says them better where there is one).

Labels are made on this machine; nothing is sent anywhere. How often they are right, and where not: docs/annotation.md.

examples:
  item6 read report.pdf --format jsonl -o texts.jsonl
  item6 annotate texts.jsonl --format jsonl -o labelled.jsonl
  item6 annotate texts.jsonl
  item6 annotate --explain 'CHN-3#28.4'
  item6 annotate --explain-text "Ratify OP-CAT and abolish the death penalty"
"""


def add(verbs: arguments.Verbs) -> None:
    """The verb's own arguments."""
    parser = arguments.verb(verbs, "annotate", run, "label texts: issues, action category, what they name", _EPILOG)
    parser.add_argument("file", nargs="?", metavar="FILE", help="JSON lines with texts (default: standard input)")
    parser.add_argument("--all", action="store_true", help="also what is named, and themes, persons, goals suggested")
    parser.add_argument(
        "--explain", metavar="NAME", help="what decides for a text of the record: CHN-3#28.4, CHN-3#28.4/2"
    )
    parser.add_argument("--explain-text", metavar="WORDS", help="what decides for these words")


def run(args: argparse.Namespace) -> int:
    """Label, or explain. 1 where a line could not be labelled."""
    if args.explain or args.explain_text is not None:
        if args.file or (args.explain and args.explain_text is not None):
            raise Misuse(
                f"{program()} annotate: one thing at a time", "give FILE, --explain NAME, or --explain-text WORDS"
            )
        return explain_name(args) if args.explain else explain_text(args, args.explain_text)
    lines = Lines(args.file or "standard input")
    rows = list(_labelled(list(lines.objects(lines_of("annotate", args.file))), also=args.all))
    columns = list(dict.fromkeys(key for row in rows for key in row)) or ["text", *OURS]
    cells = ({key: _flat(row).get(key) for key in columns} for row in rows)
    write_rows(args, columns, cells if format_of(args) == "csv" else rows, lambda console: _table(console, rows))
    return 1 if lines.wrong else 0


def _labelled(objects: Sequence[dict[str, Any]], *, also: bool) -> Iterator[dict[str, Any]]:
    """Each object with its labels; one without text with none."""
    from item6.annotate import annotate_all  # loads the model: only where texts are labelled

    texts = [found["text"] if isinstance(found.get("text"), str) else None for found in objects]
    labels = annotate_all(text for text in texts if text is not None)
    for found, text in zip(objects, texts, strict=True):
        row = dict(found) | (_none() if text is None else as_object(next(labels)))
        yield row | (_also(text or "") if also else {})


def as_object(labelled: Labelled) -> dict[str, Any]:
    """Labels under the names that the command prints."""
    confidence = {each.label: each.confidence for each in labelled.issues}
    return {
        "issues": [each.label for each in labelled.issues],
        "suggested": [{"label": each.label, "confidence": each.confidence} for each in labelled.suggested],
        "action": labelled.action,
        "confidence": {"issues": confidence, "action": labelled.action_confidence},
        "why": labelled.why,
    }


def _none() -> dict[str, Any]:
    nothing = {"issues": {}, "action": 0.0}
    return {"issues": [], "suggested": [], "action": None, "confidence": nothing, "why": "there is no text to label"}


def _also(text: str) -> dict[str, Any]:
    from item6.annotate import named_in, suggest

    found = suggest(text)
    return {
        "named": [{"key": each.key, "kind": each.kind, "title": each.title} for each in named_in(text)],
        "themes": [{"label": each.label, "confidence": each.confidence} for each in found.themes],
        "persons": [{"label": each.label, "confidence": each.confidence} for each in found.persons],
        "sdgs": [{"label": each.label, "confidence": each.confidence} for each in found.sdgs],
    }


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    """The row as cells: `Justice 0.31` for a suggestion."""
    flat = dict(row)
    for key in ("suggested", "themes", "persons", "sdgs"):
        if key in row:
            flat[key] = [f"{each['label']} {each['confidence']}" for each in row[key]]
    if "named" in row:
        flat["named"] = [each["key"] for each in row["named"]]
    flat["confidence"] = [f"{label} {value}" for label, value in row["confidence"]["issues"].items()]
    flat["confidence"].append(f"action {row['confidence']['action']}")
    return flat


def _table(console: Console, rows: Sequence[dict[str, Any]]) -> None:
    number = max([6, *(len(str(row.get("number") or "")) for row in rows)])
    free = max(30, console.width - number - 12)
    columns = [
        Column("number", number),
        Column("words", free // 2),
        Column("issues", free - free // 2),
        Column("action", 6),
    ]
    console.print(Text("  ".join(column.cell(column.title) for column in columns), style="dim"))
    for row in rows:
        issues = ", ".join([*row["issues"], *(f"{each['label']}?" for each in row["suggested"])])
        action = "" if row["action"] is None else str(row["action"])
        cells = (str(row.get("number") or ""), str(row.get("text") or ""), issues, action)
        line = "  ".join(column.cell(clean(cell)) for column, cell in zip(columns, cells, strict=True))
        console.print(Text(line))
    console.print(Text(f"{counted(len(rows), 'text')}; a question mark stands after what is only suggested"))
