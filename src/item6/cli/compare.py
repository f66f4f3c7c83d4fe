"""item6 compare: one State's reviews beside each other."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text

from item6.cli import arguments, scopes
from item6.cli.figures import COLUMNS
from item6.cli.lookup import find_state
from item6.cli.messages import Misuse, program
from item6.cli.output import write_rows
from item6.cli.terminal import print_cells, print_line
from item6.cli.workspace import current_record
from item6.measures.cycles import change, over_cycles, reviews_of
from item6.measures.definitions import SHARE
from item6.measures.forms import figure_object
from item6.measures.published import is_published
from item6.measures.scope import Scope
from item6.measures.wording import STAGE_PHRASES, UNIT_NAMES, scope_in_words, sentence, title, value_in_words
from item6.record.reader import Record
from item6.terms.figures import Figure
from item6.terms.names import ReviewName
from item6.terms.states import name_of

if TYPE_CHECKING:
    from item6.measures.topics import Topic

_USUAL = (
    "received", "supported", f"supported{SHARE}", "in_part", f"in_part{SHARE}", "noted", "pending",
    f"not_supported{SHARE}", "rejected", f"rejected{SHARE}", "recommending_states", "reversed_to_noted",
    "reversed_to_supported",
)  # fmt: skip
_NAME = 42

_EPILOG = f"""\
The figures of every review of a State that the record knows, and the change from each to the next: counts in counts,
shares in percentage points. Each review stands at the last stage known of it, and says which. A reversal is an issue
and a recommending State of which everything was supported in the earlier review and noted in the later, or the reverse.

{scopes.FILTER_HELP}
examples:
  item6 compare CHN
  item6 compare Slovenia by:WEOG
  item6 compare CHN --cycles 2,4 --measure not_supported_share,rejected_share
  item6 compare Slovenia --unit state_recommendations --format json
  item6 compare China --cycles 2,3 --by theme
"""


def add(verbs: arguments.Verbs) -> None:
    """The verb's own arguments."""
    parser = arguments.verb(verbs, "compare", run, "compare the reviews of one State", _EPILOG)
    parser.add_argument("state", nargs="+", metavar="STATE", help="name or code, and terms of a filter")
    parser.add_argument("--cycles", metavar="N,N", help="only these cycles (default: all)")
    parser.add_argument("--measure", metavar="NAMES", help="only these, with commas between (default: the usual ones)")
    parser.add_argument(
        "--by", choices=("issue", "theme"), help="by issue, or by OHCHR's theme carried through the crosswalk"
    )
    parser.add_argument("--limit", type=arguments.count, metavar="N", help="topics shown with --by (default: 25)")
    scopes.options(parser)


def run(args: argparse.Namespace) -> int:
    """Print the reviews beside each other."""
    wanted = scopes.measures_named(args.measure) if args.measure else list(_USUAL)
    with current_record(args) as record:
        named, rest = scopes.cut(args.state, scopes.vocabulary(args, record).resolve)
        state = find_state(named)
        scope = Scope(scopes.typed_filter(args, record, rest), args.unit, args.stage, args.as_of)
        reviews = _chosen(record, state, args)
        if args.by:
            return _by_topic(args, record, state, reviews, scope)
        columns = over_cycles(record, wanted, reviews, scope)
        found = {
            review: {each.measure: each for each in column} for review, column in zip(reviews, columns, strict=True)
        }
        changes = {(before, now): _changes(found[before], found[now]) for before, now in pairwise(reviews)}
        write_rows(
            args,
            COLUMNS,
            _objects(columns, changes),
            lambda console: _print(console, state, scope, wanted, found, changes),
        )
    return 0


Column = dict[str, Figure]
"""Figures of one review, or of a change, by measure."""


_TOPIC_COLUMNS = ("topic", "review", "received", "supported", "noted", "counted_from", "lossy")


def _by_topic(args: argparse.Namespace, record: Record, state: str, reviews: Sequence[ReviewName], scope: Scope) -> int:
    """Print what was asked in each review, in one vocabulary."""
    from item6.measures.topics import topics_over  # loads the labels, which no other figure needs

    listed = [each for each in reviews if record.review(each) is not None]
    topics = topics_over(record, args.by, listed, scope)
    if not topics:
        raise Misuse(f"no review of {name_of(state)} has a {args.by}", scopes.whence(args.by))
    rows = (
        {"topic": topic.value, "review": str(review), "received": count.received, "supported": count.supported,
         "noted": count.noted, "counted_from": list(count.values), "lossy": topic.lossy}
        for topic in topics
        for review, count in zip(listed, topic.counts, strict=True)
    )  # fmt: skip
    write_rows(args, _TOPIC_COLUMNS, rows, lambda console: _print_topics(console, args, state, listed, topics))
    return 0


def _print_topics(
    console: Console, args: argparse.Namespace, state: str, reviews: Sequence[ReviewName], topics: Sequence[Topic]
) -> None:
    """A line for each topic: received and noted in each review; below, what is lost on the way."""
    console.print(Text(f"{name_of(state)}, by {args.by}", style="bold"))
    console.print(Text(f"{UNIT_NAMES[args.unit][1]}: received, and of these noted", style="dim"))
    console.print()
    shown = topics[: args.limit or 25]
    rows = [(topic.value + (" ~" if topic.lossy else ""), _topic_cells(topic)) for topic in shown]
    print_cells(console, [str(review) for review in reviews], rows, _NAME)
    console.print()
    if any(topic.lossy for topic in shown):
        print_line(console, "~", "something is lost between the vocabularies of the cycles: --format json says what")
    if len(topics) > len(shown):
        print_line(console, "more", f"{len(topics) - len(shown)} topics: --limit {len(topics)}")


def _topic_cells(topic: Topic) -> list[str]:
    return [f"{count.received} / {count.noted}" if count.received else "" for count in topic.counts]


def _chosen(record: Record, state: str, args: argparse.Namespace) -> list[ReviewName]:
    """The reviews to compare. Misuse where there are not two of them."""
    every = reviews_of(record, state, args.unit)
    asked = [each.strip() for each in (args.cycles or "").split(",") if each.strip()]
    chosen = [each for each in every if not asked or str(each.cycle) in asked]
    if len(chosen) < 2:
        known = ", ".join(map(str, every)) or "none"
        raise Misuse(
            f"two reviews of {name_of(state)} are needed to compare",
            f"the record knows {known}: add the report of another with: {program()} build FILE",
        )
    return chosen


def _changes(before: Column, now: Column) -> Column:
    both = {name: change(now[name], before[name]) for name in now if name in before and not name.startswith("reversed")}
    return {name: made for name, made in both.items() if made is not None}


def _objects(
    columns: Sequence[Sequence[Figure]], changes: dict[tuple[ReviewName, ReviewName], Column]
) -> Iterator[dict[str, Any]]:
    """Every figure, then every change."""
    for column in columns:
        yield from map(figure_object, column)
    for changed in changes.values():
        yield from map(figure_object, changed.values())


def _print(
    console: Console,
    state: str,
    scope: Scope,
    wanted: Sequence[str],
    found: dict[ReviewName, Column],
    changes: dict[tuple[ReviewName, ReviewName], Column],
) -> None:
    """A line for each measure: each review, and the change to the next."""
    console.print(Text(name_of(state), style="bold"))
    asked = f", {scope_in_words(scope.filter)}" if scope.filter.terms else ""
    console.print(Text(f"{UNIT_NAMES[scope.unit][1]}{asked}", style="dim"))
    console.print()
    reviews = list(found)
    heads = [str(reviews[0])] + [part for each in reviews[1:] for part in ("change", str(each))]
    rows: list[tuple[str, list[str]]] = []
    for name in wanted:
        cells = [_cell(found[reviews[0]], name)]
        for before, now in pairwise(reviews):
            cells += [_cell(changes[before, now], name), _cell(found[now], name)]
        if any(cells):
            rows.append((title(name), cells))
    print_cells(console, heads, rows, _NAME)
    console.print()
    for review, column in found.items():
        first = next(iter(column.values()), None)
        if first is not None:
            published = is_published(first)
            print_line(console, str(review), "as published" if published else STAGE_PHRASES[first.stage])
    for column in list(changes.values())[-1:]:
        quoted = column.get(f"not_supported{SHARE}") or next(iter(column.values()), None)
        if quoted is not None:
            print_line(console, "to quote", sentence(quoted))
            print_line(console, "figure", quoted.reference)


def _cell(column: Column, name: str) -> str:
    return value_in_words(column[name]) if name in column else ""
