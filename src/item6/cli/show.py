"""item6 show: the outcome of a review, with bars."""

from __future__ import annotations

import argparse
import textwrap

from rich.console import Console
from rich.text import Text

from item6.cli import arguments
from item6.cli.lookup import find_review, state_name
from item6.cli.messages import counted, grouped, issue_line
from item6.cli.outcome import UNITS, Outcome, as_object, outcome_of, quotation
from item6.cli.output import write_rows, write_whole
from item6.cli.terminal import BY_SUPPORT, STYLES, Column, clean, fill_of, percent, stacked_bar
from item6.cli.workspace import command, current_record
from item6.record.rows import RecommendationRow
from item6.terms.recommendations import StatedTotal

_MOST_ISSUES = 3
_MOST_STATES = 6
_NAME = 26
"""Columns for the names that stand before figures."""

_LIST_COLUMNS = ("name", "number", "page", "position", "as_written", "recommending_states", "text")

_EPILOG = """\
A review is named by State and cycle (CHN-3, chn-3), by State and year (China 2018), or by the State alone, which is
its latest review in the record. The outcome is that of the last stage known; every figure names its unit.

examples:
  item6 show CHN-2
  item6 show China 2018 --list
  item6 show Slovenia --format json -o slovenia.json
"""


def add(verbs: arguments.Verbs) -> None:
    """The verb's own arguments."""
    parser = arguments.verb(verbs, "show", run, "show the outcome of a review", _EPILOG)
    parser.add_argument("review", nargs="+", metavar="REVIEW", help="CHN-3, China 2018, or China")
    parser.add_argument("--list", action="store_true", help="print every recommendation")


def run(args: argparse.Namespace) -> int:
    """Print the outcome, or the recommendations."""
    with current_record(args) as record:
        outcome = outcome_of(record, find_review(record, " ".join(args.review)))
    if args.list:
        rows = [text for each in outcome.recommendations for text in _list_objects(each)]
        write_rows(args, _LIST_COLUMNS, rows, lambda console: print_list(console, outcome))
    else:
        write_whole(args, as_object(outcome), lambda console: print_outcome(console, args, outcome))
    return 0


def print_outcome(console: Console, args: argparse.Namespace, outcome: Outcome) -> None:
    """The whole page for people."""
    _head(console, outcome)
    _bars(console, outcome)
    _units(console, outcome)
    _line(console, "to quote", f"“{quotation(outcome)}”")
    console.print()
    _facts(console, outcome)
    _issues(console, outcome)
    console.print()
    console.print(Text.assemble(("next      ", "dim"), command(args, f"show {outcome.row.name} --list")))
    if outcome.recommendations:
        console.print(Text(" " * 10 + command(args, f"passage '{outcome.recommendations[0].name}'")))


def print_list(console: Console, outcome: Outcome) -> None:
    """Every recommendation with the whole of its words, the State's answer and the page."""
    console.print(Text(outcome.title, style="bold"))
    for each in outcome.recommendations:
        console.print()
        _recommendation(console, each)


def _head(console: Console, outcome: Outcome) -> None:
    row, document = outcome.row, outcome.document
    name = str(row.name).rjust(max(2, console.width - len(outcome.title)))
    console.print(Text.assemble((outcome.title, "bold"), (name, "dim")))
    known = [
        f"session {row.session} of the Working Group" if row.session else "",
        ("draft " if document.draft else "") + (row.symbol or "document without symbol"),
        counted(document.pages, "page") if document.pages else "",
        document.file,
    ]
    console.print(Text(clean(" · ".join(filter(None, known))), style="dim"))
    console.print()


def _bars(console: Console, outcome: Outcome) -> None:
    """One bar for each position, counted by numbers."""
    counts = outcome.counts["numbers"]
    total, width = sum(counts.values()), max(10, console.width - _NAME - 17)
    console.print(Text(f"{counted(total, 'recommendation')} received, counted by number as the UN does", style="bold"))
    for position in BY_SUPPORT:
        count = counts[position]
        share = percent(count, total) if count else ""
        cells = max(1, (2 * width * count + total) // (2 * total)) if count else 0
        line = Text(f"  {position:<{_NAME - 2}}{grouped(count):>6}  {share:>7}  ")
        line.append(fill_of(position, console.file) * cells, STYLES[position])
        line.rstrip()
        console.print(line)
    console.print()


def _units(console: Console, outcome: Outcome) -> None:
    """The same outcome in all units, one line each."""
    columns = [Column("in every unit", _NAME), Column("all", 6, True)]
    columns += [Column(position, max(9, len(position) + 1), True) for position in BY_SUPPORT]
    console.print(Text("".join(column.cell(column.title) for column in columns), style="dim"))
    rest = console.width - sum(column.width for column in columns) - 2
    for unit, name in UNITS.items():
        counts = {position: outcome.counts[unit][position] for position in BY_SUPPORT}
        values = [f"  {name}", grouped(sum(counts.values())), *map(grouped, counts.values())]
        line = Text("".join(column.cell(value) for column, value in zip(columns, values, strict=True)) + "  ")
        console.print(line.append_text(stacked_bar(counts, min(rest, 40), console.file)))
    console.print()


def _facts(console: Console, outcome: Outcome) -> None:
    for total, found in outcome.stated:
        _line(console, "stated", _compared(total, found))
    if outcome.speakers:
        _line(console, "floor", f"{counted(len(outcome.speakers), 'State')} took the floor")
    if outcome.commitments:
        _line(console, "pledged", f"{counted(len(outcome.commitments), 'voluntary commitment')}, not counted above")
    if outcome.recommending:
        most = ", ".join(f"{state_name(state)}\u00a0{count}" for state, count in outcome.recommending[:_MOST_STATES])
        _line(console, "by", f"{counted(len(outcome.recommending), 'State')}; most State-recommendations: {most}")


def _compared(total: StatedTotal, found: int) -> str:
    things = {
        "received": "recommendations received",
        "supported": "recommendations supported",
        "noted": "recommendations noted",
        "speakers": "delegations that made statements",
    }[total.measure]
    page = f" (page {total.passage.page})" if total.passage.page else ""
    agreed = "as counted" if found == total.value else f"but {grouped(found)} were counted"
    return f"{grouped(total.value)} {things}{page}, {agreed}"


def _issues(console: Console, outcome: Outcome) -> None:
    if not outcome.issues:
        _line(console, "open", "no issues")
        return
    _line(console, "open", counted(len(outcome.issues), "issue"))
    for found in outcome.issues[:_MOST_ISSUES]:
        _line(console, "", issue_line(found, found.place.file))
    if len(outcome.issues) > _MOST_ISSUES:
        _line(console, "", f"and {len(outcome.issues) - _MOST_ISSUES} more: --format json lists them")


def _recommendation(console: Console, row: RecommendationRow) -> None:
    mark = (f"{fill_of(row.position, console.file)} ", STYLES[row.position])
    page = f" · page {row.page}" if row.page else ""
    written = f" (“{clean(row.as_written)}”)" if row.as_written else ""
    console.print(Text.assemble(mark, (row.number, "bold"), (f" · {row.position}{written}{page}", "dim")))
    for text in row.texts:
        states = ", ".join(map(state_name, text.states)) or "collective"
        for line in textwrap.wrap(clean(f"{text.words} ({states})"), min(console.width, 96) - 4):
            console.print(Text(f"    {line}"))


def _list_objects(row: RecommendationRow) -> list[dict[str, object]]:
    """One object for each text of a recommendation."""
    return [
        {
            "name": str(text.name),
            "number": row.number,
            "page": text.page,
            "position": text.position,
            "as_written": text.as_written,
            "recommending_states": list(text.states),
            "text": text.words,
        }
        for text in row.texts
    ]


def _line(console: Console, name: str, words: str) -> None:
    """A name and its words, which go on below each other."""
    width = max(30, min(console.width, 110) - 10)
    for index, line in enumerate(textwrap.wrap(clean(words), width, break_long_words=False, break_on_hyphens=False)):
        console.print(Text.assemble((f"{'' if index else name:<10}", "dim"), line))
