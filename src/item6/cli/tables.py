"""item6 states, item6 issues: figures by recommending State, and by issue, theme or another key."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

from rich.console import Console
from rich.text import Text

from item6.cli import arguments, scopes
from item6.cli.lookup import find_state
from item6.cli.messages import Misuse, counted
from item6.cli.output import write_rows
from item6.cli.sources import source_line
from item6.cli.terminal import print_cells, print_line
from item6.cli.workspace import current_record
from item6.measures.figures import Measured
from item6.measures.filters import Filter, Term
from item6.measures.groups import Group, grouped_by
from item6.measures.scope import Scope
from item6.measures.wording import STAGE_PHRASES, UNIT_NAMES, grouped, percent, scope_in_words
from item6.record.reader import Record
from item6.terms.states import name_of

_MEASURES = ("supported", "in_part", "noted", "rejected", "pending")
_COLUMNS = ("key", "value", "received", *_MEASURES, "supported_share", "not_supported_share", "scope")

_LABELS = ("issue", "theme", "person", "sdg", "action")

_STATES = f"""\
How many recommendations each State made of those that a filter selects, and where they stand; the most active first.
With --profile, what one State recommends to others beside what it receives, by issue.

{scopes.FILTER_HELP}
examples:
  item6 states CHN-3
  item6 states cycle:2 --groups
  item6 states China 2018 position:noted --unit state_recommendations
  item6 states --profile Switzerland
"""

_ISSUES = f"""\
How many of the recommendations that a filter selects are on each issue, and where they stand; the most frequent first.
Themes, affected persons and goals are those of OHCHR's matrices, in whose words they are printed.

{scopes.FILTER_HELP}
examples:
  item6 issues CHN-3
  item6 issues SVN-3 --by theme
  item6 issues by:CHE --by action --unit state_recommendations
  item6 issues session:20 --unit upr_info_rows --format csv -o issues.csv
"""


def add_states(verbs: arguments.Verbs) -> None:
    """The arguments of `item6 states`."""
    parser = arguments.verb(verbs, "states", run_states, "count by recommending State or regional group", _STATES)
    parser.add_argument("scope", nargs="*", metavar="SCOPE", help="CHN-3, China 2018, terms of a filter")
    parser.add_argument("--groups", action="store_true", help="by regional group")
    parser.add_argument("--profile", metavar="STATE", help="what this State recommends, beside what it receives")
    _common(parser)


def add_issues(verbs: arguments.Verbs) -> None:
    """The arguments of `item6 issues`."""
    parser = arguments.verb(verbs, "issues", run_issues, "count by issue, theme, persons, goal or action", _ISSUES)
    parser.add_argument("scope", nargs="*", metavar="SCOPE", help="CHN-3, China 2018, terms of a filter")
    parser.add_argument("--by", choices=_LABELS, default="issue", help="what to count by (default: issue)")
    _common(parser)


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--limit", type=arguments.count, metavar="N", help="rows shown (default: 25 in tables, all else)"
    )
    scopes.options(parser)


def run_states(args: argparse.Namespace) -> int:
    """Print the table, or the profile of a State."""
    with current_record(args) as record:
        if args.profile:
            return _profile(args, record)
        key = "group" if args.groups else "by"
        return _run(args, record, key, lambda value: name_of(value) if key == "by" else value)


def run_issues(args: argparse.Namespace) -> int:
    """Print the table."""
    with current_record(args) as record:
        return _run(args, record, args.by, lambda value: f"category {value}" if args.by == "action" else value)


def _run(args: argparse.Namespace, record: Record, key: str, called: Callable[[str], str]) -> int:
    asked = scopes.asked(args, record, args.scope)
    measured = Measured(record, asked)
    scopes.check_not_empty(measured)
    groups = grouped_by(record, key, asked, _MEASURES)
    if not groups:
        raise Misuse(f"nothing here has a {key}", scopes.whence(key))
    groups = sorted(groups, key=lambda each: (-each.received, called(each.value))) if key in ("by", "issue") else groups
    rows = (_object(each) for each in (groups[: args.limit] if args.limit else groups))
    write_rows(args, _COLUMNS, rows, lambda console: _print(console, args, measured, groups, called))
    return 0


def _object(each: Group) -> dict[str, Any]:
    """One row; counts that rest on answers are null while all of the group is pending."""
    return {
        "key": each.key, "value": each.value, "received": each.received,
        **{name: each.counts.get(name) for name in _MEASURES},
        "supported_share": _text(each.share("supported")), "not_supported_share": _text(each.share("noted")),
        "scope": str(each.scope.filter), "unit": each.scope.unit,
    }  # fmt: skip


def _text(share: Fraction | None) -> str | None:
    return None if share is None else str(share)


def _print(
    console: Console,
    args: argparse.Namespace,
    measured: Measured,
    groups: Sequence[Group],
    called: Callable[[str], str],
) -> None:
    console.print(Text(scope_in_words(measured.scope.filter, capital=True), style="bold"))
    where = STAGE_PHRASES[measured.stage]
    console.print(
        Text(f"{UNIT_NAMES[measured.scope.unit][1]}, {where}; {grouped(measured.received)} in all", style="dim")
    )
    console.print()
    heads = ("received", "supported", "in part", "noted", "pending", "not supp.")
    rows = [(called(each.value), _cells(each)) for each in groups[: args.limit or 25]]
    print_cells(console, heads, rows)
    console.print()
    if len(groups) > (args.limit or 25):
        print_line(console, "more", f"{counted(len(groups) - (args.limit or 25), 'row')}: --limit {len(groups)}")
    print_line(console, "counted", "a recommendation with several of these counts under each, so rows do not add up")
    print_line(console, "source", source_line(measured.record, measured))


def _cells(each: Group) -> list[str]:
    counts = [each.received, *(each.counts.get(name) for name in ("supported", "in_part", "noted", "pending"))]
    return ["" if count is None else grouped(count) for count in counts] + [percent(each.share("noted"))]


def _profile(args: argparse.Namespace, record: Record) -> int:
    """What a State recommends to others and what it receives, by issue, or by action where there are no issues."""
    state = find_state(args.profile)
    rest = scopes.typed_filter(args, record, scopes.cut(args.scope, scopes.vocabulary(args, record).resolve)[1])
    made = Scope(Filter((*rest.terms, Term("by", (state,)))), args.unit, args.stage, args.as_of)
    received = Scope(Filter((*rest.terms, Term("state", (state,)))), args.unit, args.stage, args.as_of)
    key = next((key for key in ("issue", "action") if grouped_by(record, key, made, [])), "cycle")
    gives = {each.value: each for each in grouped_by(record, key, made, _MEASURES)}
    gets = {each.value: each for each in grouped_by(record, key, received, _MEASURES)}
    values = sorted({*gives, *gets}, key=lambda value: (-_received(gives, value), -_received(gets, value), value))
    if not values:
        raise Misuse(f"the record has no recommendation to or from {name_of(state)}", "leave out a term of the filter")
    rows = [
        {"state": state, "key": key, "value": value,
         "recommends": _received(gives, value), "receives": _received(gets, value),
         "recommends_supported_share": _share(gives, value), "receives_supported_share": _share(gets, value)}
        for value in values
    ]  # fmt: skip
    write_rows(
        args, tuple(rows[0]), rows, lambda console: _print_profile(console, args, state, key, gives, gets, values)
    )
    return 0


def _received(groups: dict[str, Group], value: str) -> int:
    return groups[value].received if value in groups else 0


def _share(groups: dict[str, Group], value: str) -> str | None:
    return _text(groups[value].share("supported")) if value in groups else None


def _print_profile(
    console: Console,
    args: argparse.Namespace,
    state: str,
    key: str,
    gives: dict[str, Group],
    gets: dict[str, Group],
    values: Sequence[str],
) -> None:
    console.print(Text(f"{name_of(state)}: what it recommends and what it receives, by {key}", style="bold"))
    console.print(Text(UNIT_NAMES[args.unit][1], style="dim"))
    console.print()
    heads = ("recommends", "supported", "receives", "supported")
    rows: list[tuple[str, list[str]]] = []
    for value in values[: args.limit or 25]:
        cells: list[str] = []
        for groups in (gives, gets):
            share = groups[value].share("supported") if value in groups else None
            cells += [grouped(_received(groups, value)), percent(share)]
        rows.append((value, cells))
    print_cells(console, heads, rows)
    console.print()
    if len(values) > len(rows):
        print_line(console, "more", f"{counted(len(values) - len(rows), 'row')}: --limit {len(values)}")
    print_line(console, "counted", "shares are of all that was made or received, what is pending too")
