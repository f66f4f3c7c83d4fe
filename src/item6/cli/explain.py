"""item6 explain: a figure opened down to its definition, its rows and their pages, and what changed since."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from item6.cli import arguments
from item6.cli.messages import Misuse, Trouble, counted
from item6.cli.output import write_whole
from item6.cli.terminal import clean, fit, print_line, print_text, print_wrapped
from item6.cli.workspace import command, current_record, home_of
from item6.measures.definitions import definition
from item6.measures.forms import explained_object, row_objects
from item6.measures.references import Reference, Since, UnknownReference, measure_of, read_reference, recomputed, since
from item6.measures.wording import sentence, value_in_words
from item6.record.errors import RecordNotFound
from item6.record.reader import Record, open_record
from item6.terms.figures import Figure

_MOST = 20

_EPILOG = """\
A reference is the line that figures print behind `figure`. It is computed again in the record that it names, which the
workspace keeps; if the current record is another one, explain also says what changed since. Exit code 1 where the
figure has changed.

examples:
  item6 explain 'not_supported_share@1?unit=numbers&stage=addendum&as_of=&scope=state:SVN cycle:3#1a2b3c4d'
  item6 explain "$REFERENCE" --limit 500
  item6 explain "$REFERENCE" --format json -o figure.json
"""


def add(verbs: arguments.Verbs) -> None:
    """The verb's own arguments."""
    parser = arguments.verb(verbs, "explain", run, "open a figure down to its rows and pages", _EPILOG)
    parser.add_argument("reference", metavar="REFERENCE", help="the line that a figure prints")
    parser.add_argument(
        "--limit", type=arguments.count, metavar="N", help=f"rows shown (default: {_MOST} in tables, all else)"
    )


def run(args: argparse.Namespace) -> int:
    """Print the figure and what stands behind it; 1 where it has changed."""
    try:
        reference = read_reference(args.reference)
        with current_record(args) as current, _record_of(args, reference) as then:
            figure = recomputed(then, reference)
            if figure is None:
                raise Trouble(
                    "the record does not give this figure", "one of its two reviews is pending or missing there"
                )
            changed = _since(current, then, reference, figure)
            rows = row_objects(then, figure, args.limit)
            write_whole(
                args,
                explained_object(figure, rows, changed),
                lambda console: _print(console, args, figure, rows, changed),
            )
    except (UnknownReference, ValueError) as error:
        raise Misuse(str(error), f"see {command(args, 'figures')}") from None
    return 1 if changed else 0


def _record_of(args: argparse.Namespace, reference: Reference) -> Record:
    """The record that the reference names. Trouble where the workspace does not hold it any more."""
    try:
        return open_record(home_of(args), reference.record)
    except RecordNotFound:
        hint = "it was made elsewhere: build its documents here, or ask whoever quotes the figure for its record"
        raise Trouble(f"the workspace has no record {reference.record[:12]}", hint) from None


def _since(current: Record, then: Record, reference: Reference, figure: Figure) -> Since | None:
    """What changed in the current record; None where it is the same record."""
    if current.hash == then.hash:
        return None
    now = recomputed(current, reference, latest=True)
    return since(figure, now) if now is not None else None


def _print(
    console: Console,
    args: argparse.Namespace,
    figure: Figure,
    rows: Sequence[dict[str, Any]],
    changed: Since | None,
) -> None:
    base = measure_of(figure.measure)
    print_wrapped(console, sentence(figure), style="bold")
    console.print()
    print_line(console, "value", value_in_words(figure) or "a share of nothing")
    print_line(console, "defined", f"{figure.measure}@{figure.version}: {definition(base)}")
    print_line(console, "scope", figure.scope or "everything in the record")
    print_line(console, "stage", figure.stage + (f", as known on {figure.as_of}" if figure.as_of else ""))
    print_line(console, "record", figure.record[:12])
    if changed is not None:
        _print_since(console, changed)
    console.print()
    console.print(Text(counted(len(figure.rows), "row"), style="bold"))
    for row in rows[: args.limit or _MOST]:
        _print_row(console, row)
    left = len(figure.rows) - min(len(rows), args.limit or _MOST)
    if left > 0:
        print_line(console, "", f"and {counted(left, 'more row')}: --limit {len(figure.rows)}")


def _print_since(console: Console, changed: Since) -> None:
    if not changed:
        print_line(console, "since", f"unchanged in the current record {changed.now.record[:12]}")
        return
    print_line(console, "since", f"changed in the current record {changed.now.record[:12]}: {sentence(changed.now)}")
    for what, names in (("gained", changed.gained), ("lost", changed.lost)):
        if names:
            more = f" and {len(names) - 8} more" if len(names) > 8 else ""
            print_line(console, what, ", ".join(names[:8]) + more)


def _print_row(console: Console, row: dict[str, Any]) -> None:
    if "text" not in row:
        console.print(Text(f"  {row['name']}"))
        return
    page = f" · {row['document']}, page {row['page']}" if row["page"] else f" · {row['document']}"
    print_text(console, Text.assemble("  ", (row["name"], "bold"), (f"{page} · {row['position']}", "dim")), 4)
    console.print(Text("    " + fit(clean(row["text"]), max(40, min(console.width, 110) - 4)).rstrip()))
    if row["as_written"]:
        at = f" ({row['position_document']}, page {row['position_page']})" if row["position_page"] else ""
        print_wrapped(console, f"“{row['as_written']}”{at}", " " * 4, style="dim")
