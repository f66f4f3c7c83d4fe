"""item6 figures: every measure of a review, or of anything a filter selects."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from item6.cli import arguments, scopes
from item6.cli.output import write_rows
from item6.cli.sources import source_line
from item6.cli.terminal import print_line, print_wrapped
from item6.cli.workspace import command, current_record
from item6.measures.definitions import SHARE, definition, names, usual
from item6.measures.figures import Measured
from item6.measures.forms import figure_object
from item6.measures.groups import grouped_by
from item6.measures.published import is_published
from item6.measures.wording import (
    STAGE_PHRASES,
    UNIT_NAMES,
    grouped,
    percent,
    scope_in_words,
    sentence,
    title,
    value_in_words,
)
from item6.terms.figures import Figure
from item6.terms.states import name_of

COLUMNS = ("measure", "version", "unit", "scope", "stage", "as_of", "numerator", "denominator", "value", "reference")
"""A Figure as a line of CSV."""

_TO_QUOTE = f"not_supported{SHARE}"
_TOP = 5
_NAME = 40

_EPILOG = f"""\
Counts and shares of a review, or of whatever a filter selects, by position and by the State's own words, each with its
unit and stage. Where only a matrix or published totals know how the State answered, the figures say so. Each figure has
a reference that `item6 explain` opens down to its rows and pages.

{scopes.FILTER_HELP}
examples:
  item6 figures CHN-3
  item6 figures China 2018 by:WEOG
  item6 figures session:20 action:5 --unit state_recommendations
  item6 figures SVN-3 --measure not_supported_share,rejected_share --format json
  item6 figures SVN-3 --stage report
  item6 figures --list
"""


def add(verbs: arguments.Verbs) -> None:
    """The verb's own arguments."""
    parser = arguments.verb(verbs, "figures", run, "count a review, or anything a filter selects", _EPILOG)
    parser.add_argument("scope", nargs="*", metavar="SCOPE", help="CHN-3, China 2018, terms of a filter")
    parser.add_argument("--measure", metavar="NAMES", help="only these, with commas between (default: all)")
    parser.add_argument("--list", action="store_true", help="list the measures with their definitions")
    scopes.options(parser)


def run(args: argparse.Namespace) -> int:
    """Print the figures, or the definitions."""
    if args.list:
        rows = [{"measure": name, "title": title(name), "definition": definition(name)} for name in names()]
        write_rows(args, ("measure", "title", "definition"), rows, _print_definitions)
        return 0
    wanted = scopes.measures_named(args.measure) if args.measure else usual()
    with current_record(args) as record:
        asked = scopes.asked(args, record, args.scope)
        measured = Measured(record, asked)
        found = measured.figures(wanted)
        if not _is_published(found):
            scopes.check_not_empty(measured)
        write_rows(
            args,
            COLUMNS,
            (figure_object(each) for each in found),
            lambda console: _print(console, args, measured, found),
        )
    return 0


def _is_published(found: Sequence[Figure]) -> bool:
    return any(map(is_published, found))


def _print(console: Console, args: argparse.Namespace, measured: Measured, found: Sequence[Figure]) -> None:
    """The counts with their shares, what to quote and where it comes from."""
    head = scope_in_words(measured.scope.filter, capital=True)
    print_wrapped(console, head, style="bold")
    published = _is_published(found)
    where = "as published" if published else STAGE_PHRASES[measured.stage]
    day = f", as known on {measured.scope.as_of}" if measured.scope.as_of else ""
    print_wrapped(console, f"{UNIT_NAMES[measured.scope.unit][1]}, {where}{day}", style="dim")
    console.print()
    print_counts(console, found)
    if not published:
        _tops(console, measured)
    console.print()
    quoted = next((each for each in found if each.measure == _TO_QUOTE), found[0] if found else None)
    if quoted is not None:
        print_line(console, "to quote", sentence(quoted))
        source = str(dict(quoted.sentence.arguments).get("source", ""))
        print_line(console, "source", source or source_line(measured.record, measured))
        print_line(console, "figure", quoted.reference)
        print_line(console, "next", command(args, "explain '...' with that line opens its rows and their pages"))


def print_counts(console: Console, found: Sequence[Figure]) -> None:
    """A line for each measure: its name, its count, its share."""
    by_name = {each.measure: each for each in found}
    for name, each in by_name.items():
        if name.endswith(SHARE) and name.removesuffix(SHARE) in by_name:
            continue
        share = by_name.get(f"{name}{SHARE}")
        shown = percent(share.value) if share else ""
        line = Text.assemble(f"{title(name):<{_NAME}}", (f"{value_in_words(each):>9}", "bold"), f"{shown:>10}")
        line.rstrip()
        console.print(line)


def _tops(console: Console, measured: Measured) -> None:
    """Who recommended most, on what, and how strongly, where the record knows."""
    record, scope = measured.record, measured.scope
    for label, key in (("most from", "by"), ("most on", "issue"), ("themes", "theme"), ("actions", "action")):
        if key == "by" and len(scope.filter.values("by")) == 1:
            continue
        groups = grouped_by(record, key, scope, [])
        if groups:
            top = ", ".join(f"{_called(key, each.value)}\u00a0{grouped(each.received)}" for each in groups[:_TOP])
            print_line(console, label, top)


def _called(key: str, value: str) -> str:
    return name_of(value) if key == "by" else f"category {value}" if key == "action" else value


def _print_definitions(console: Console) -> None:
    for name in names():
        console.print(Text(name, style="bold"))
        print_line(console, "", definition(name))
