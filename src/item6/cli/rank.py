"""item6 rank: all reviews of the record in a row, by a measure."""

from __future__ import annotations

import argparse
from typing import Any

from rich.console import Console
from rich.text import Text

from item6.cli import arguments, scopes
from item6.cli.messages import Misuse, counted, program
from item6.cli.output import write_rows
from item6.cli.terminal import print_line
from item6.cli.workspace import current_record
from item6.measures.definitions import SHARE, definition
from item6.measures.ranks import MOST_PENDING, Ranked, ranked
from item6.measures.scope import Scope
from item6.measures.wording import UNIT_NAMES, grouped, percent, scope_in_words, title
from item6.terms.states import name_of

_COLUMNS = ("place", "review", "state", "cycle", "measure", "numerator", "denominator", "value", "stage")

_MOST = 20
"""Reviews shown to people where they do not say how many."""

_EPILOG = f"""\
The reviews that a filter selects anything of, the highest value first; equal values share a place. A review of which
more than a tenth is pending takes no place. Where the State's own answers are not in the record, a matrix or published
totals stand in, and the stage says so.

{scopes.FILTER_HELP}
examples:
  item6 rank
  item6 rank rejected_share cycle:2
  item6 rank received session:20 --lowest
  item6 rank not_supported_share by:WEOG --unit state_recommendations --limit 10
"""


def add(verbs: arguments.Verbs) -> None:
    """The verb's own arguments."""
    parser = arguments.verb(verbs, "rank", run, "put all reviews in a row by a measure", _EPILOG)
    parser.add_argument("words", nargs="*", metavar="MEASURE or TERM", help="a measure, and terms of a filter")
    parser.add_argument(
        "--limit", type=arguments.count, metavar="N", help="reviews shown (default: 20 in tables, all else)"
    )
    parser.add_argument("--lowest", action="store_true", help="the lowest value first")
    scopes.options(parser)


def run(args: argparse.Namespace) -> int:
    """Print the reviews in their order."""
    with current_record(args) as record:
        named, rest = scopes.cut(args.words, scopes.vocabulary(args, record).resolve)
        name = scopes.set_measure_named(named or f"not_supported{SHARE}")
        scope = Scope(scopes.typed_filter(args, record, rest), args.unit, args.stage, args.as_of)
        found = ranked(record, name, scope)
    if not found:
        raise Misuse(
            "no review has a value to rank", f"leave out a term of the filter, or add addenda with: {program()} build"
        )
    shown = list(reversed(found)) if args.lowest else found
    rows = shown[: args.limit] if args.limit else shown
    write_rows(
        args,
        _COLUMNS,
        (_object(name, each) for each in rows),
        lambda console: _print(console, args, name, scope, shown),
    )
    return 0


def _object(name: str, each: Ranked) -> dict[str, Any]:
    return {
        "place": each.place, "review": str(each.review), "state": each.review.state, "cycle": each.review.cycle,
        "measure": name, "numerator": each.numerator, "denominator": each.denominator, "value": str(each.value),
        "stage": each.stage,
    }  # fmt: skip


def _print(console: Console, args: argparse.Namespace, name: str, scope: Scope, found: list[Ranked]) -> None:
    console.print(Text(f"{title(name)}, {counted(len(found), 'review')}", style="bold"))
    asked = f", {scope_in_words(scope.filter)}" if scope.filter.terms else ""
    console.print(Text(f"{UNIT_NAMES[scope.unit][1]}{asked}", style="dim"))
    console.print()
    for each in found[: args.limit or _MOST]:
        whole = f" of {grouped(each.denominator)}" if each.denominator is not None else ""
        share = percent(each.value) if each.denominator is not None else ""
        by = "" if each.stage == scope.stage or each.stage == "later" else f"  ({each.stage})"
        label = f"{name_of(each.review.state)}, cycle {each.review.cycle}"
        console.print(Text(f"{each.place:>4}  {label:<44.44}{grouped(each.numerator) + whole:>14}{share:>10}{by}"))
    console.print()
    print_line(console, "measure", definition(name))
    shown = args.limit or _MOST
    if len(found) > shown:
        print_line(console, "more", f"{counted(len(found) - shown, 'review')}: --limit {len(found)}")
    most = percent(MOST_PENDING)
    print_line(console, "left out", f"reviews of which more than {most} is pending")
