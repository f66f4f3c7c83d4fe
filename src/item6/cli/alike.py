"""item6 alike: the same ask in other cycles, as far as the wording tells."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from item6.cli import arguments
from item6.cli.lookup import find_recommendation, find_review
from item6.cli.messages import counted
from item6.cli.output import write_rows
from item6.cli.terminal import STYLES, clean, fill_of
from item6.cli.workspace import current_record
from item6.measures.asks import Near, as_object, cycles_beside, near_to, of_review
from item6.record.reader import Record
from item6.record.rows import RecommendationRow
from item6.terms.states import name_of

_COLUMNS = (
    "name", "position", "recommending_states", "text", "alike", "other", "other_position", "other_as_written",
    "other_recommending_states", "same_states", "other_text",
)  # fmt: skip

_EPILOG = """\
For a recommendation, or for each of a review: recommendations of other cycles to the same State that are worded alike,
and how near they are (1.00: the same words, endings and small words aside). Near in words is not the same ask; both
texts are shown, for people to say.

examples:
  item6 alike 'CHN-3#28.5'
  item6 alike China 2018
  item6 alike CHN-3 --format csv -o again.csv
"""

_Found = tuple[RecommendationRow, list[Near]]


def add(verbs: arguments.Verbs) -> None:
    """The verb's own arguments."""
    parser = arguments.verb(verbs, "alike", run, "show recommendations of other cycles that are worded alike", _EPILOG)
    parser.add_argument("name", nargs="+", metavar="NAME", help="CHN-3#28.5 for one, or CHN-3 for a whole review")


def run(args: argparse.Namespace) -> int:
    """Print what is near; finding nothing is no error."""
    asked = " ".join(args.name)
    with current_record(args) as record:
        found = _of_number(record, asked) if "#" in asked else _of_review(record, asked)
        cycles = cycles_beside(record, found[0][0].review) if found else []
    rows = [as_object(row, near) for row, each in found for near in each]
    write_rows(args, _COLUMNS, rows, lambda console: _print(console, found, cycles))
    return 0


def _of_number(record: Record, asked: str) -> list[_Found]:
    row = record.recommendation(find_recommendation(record, asked), "later")
    return [(row, near_to(record, row))] if row else []


def _of_review(record: Record, asked: str) -> list[_Found]:
    return list(of_review(record, find_review(record, asked).name))


def _print(console: Console, found: Sequence[_Found], cycles: Sequence[int]) -> None:
    for row, near in found:
        _line(console, str(row.name), row.position, "")
        for text in row.texts:
            if len(found) == 1 or text.part in {each.part for each in near}:
                _wrapped(console, text.words, 4)
        for each in near:
            again = f", again by {', '.join(map(name_of, each.again))}" if each.again else ""
            _line(console, str(each.other), each.text.position, f" · {each.alike} alike{again}", 4)
            _wrapped(console, each.text.words, 8)
        console.print()
    pairs = sum(len(near) for _, near in found)
    if pairs:
        console.print(Text(f"{counted(pairs, 'recommendation')} of other cycles worded alike"))
    elif found and not cycles:
        console.print(Text("the record holds no other review of this State"))
    else:
        console.print(Text("none of another cycle is known to be worded alike"))


def _line(console: Console, name: str, position: str, more: str, indent: int = 0) -> None:
    mark = (f"{' ' * indent}{fill_of(position, console.file)} ", STYLES[position])
    console.print(Text.assemble(mark, (name, "bold"), (f" · {position}{more}", "dim")))


def _wrapped(console: Console, words: str, indent: int) -> None:
    width = max(30, min(console.width, 110) - indent)
    for line in textwrap.wrap(clean(words), width, break_long_words=False, break_on_hyphens=False):
        console.print(Text(" " * indent + line))
