"""item6 show: the outcome of a review, with bars."""

from __future__ import annotations

import argparse
import textwrap

from rich.console import Console
from rich.text import Text

from item6.cli import arguments
from item6.cli.answers import STAGE_WORDS
from item6.cli.lookup import find_review, published_only
from item6.cli.messages import counted, issue_line
from item6.cli.output import write_rows, write_whole
from item6.cli.published import print_published, refusals
from item6.cli.terminal import (
    BY_SUPPORT,
    STYLES,
    Column,
    clean,
    fill_of,
    percent,
    print_line,
    print_text,
    print_wrapped,
    stacked_bar,
)
from item6.cli.workspace import command, current_record
from item6.measures.outcome import Counts
from item6.measures.reviewed import LAST, UNITS, Outcome, as_object, outcome_of, quotation
from item6.measures.wording import grouped
from item6.reconcile.totals import ranges
from item6.record.rows import RecommendationRow
from item6.terms.answers import STAGES
from item6.terms.states import name_of

_MOST_ISSUES = 3
_MOST_STATES = 6
_NAME = 26
"""Columns for the names that stand before figures."""
_LEAST_BAR = 10
"""Columns below which a bar beside figures shows nothing."""

_LIST_COLUMNS = ("name", "number", "page", "position", "as_written", "recommending_states", "text")

_EPILOG = """\
A review is named by State and cycle (CHN-3, chn-3), by State and year (China 2018), or by the State alone, which is
its latest review in the record. The outcome is that of the last stage known, or of --stage: what the report says, what
holds after the addendum, and so on. Every figure names its unit. Oral answers, other people's readings and published
totals stand beside and are not counted. A review of which only published totals are known is shown as figures.

examples:
  item6 show CHN-2
  item6 show China 2018 --list
  item6 show SVN-3 --stage report
  item6 show Slovenia --format json -o slovenia.json
"""


def add(verbs: arguments.Verbs) -> None:
    """The verb's own arguments."""
    parser = arguments.verb(verbs, "show", run, "show the outcome of a review", _EPILOG)
    parser.add_argument("review", nargs="+", metavar="REVIEW", help="CHN-3, China 2018, or China")
    parser.add_argument(
        "--stage", choices=STAGES, default=LAST, help="what was known at this stage (default: everything)"
    )
    parser.add_argument("--list", action="store_true", help="print every recommendation")


def run(args: argparse.Namespace) -> int:
    """Print the outcome, or the recommendations."""
    asked = " ".join(args.review)
    with current_record(args) as record:
        published = published_only(record, asked)
        if published is None:
            outcome = outcome_of(record, find_review(record, asked), args.stage)
    if published is not None:
        write_whole(args, published.as_object(), lambda console: print_published(console, published))
    elif args.list:
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
    for stage, counts in reversed(outcome.before):
        _stage(console, stage, counts)
    print_line(console, "to quote", f"“{quotation(outcome)}”")
    console.print()
    _facts(console, outcome)
    _issues(console, outcome)
    console.print()
    console.print(Text.assemble(("next      ", "dim"), command(args, f"show {outcome.row.name} --list")))
    if outcome.stage != STAGES[0]:
        console.print(Text(" " * 10 + command(args, f"answers {outcome.row.name}")))
        console.print(Text(" " * 10 + command(args, f"reconcile {outcome.row.name}")))
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
    print_wrapped(console, " · ".join(filter(None, known)), style="dim")
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
        line = Text("".join(column.cell(value) for column, value in zip(columns, values, strict=True)))
        if rest >= _LEAST_BAR:
            line.append("  ").append_text(stacked_bar(counts, min(rest, 40), console.file))
        console.print(line)
    console.print()


def _stage(console: Console, stage: str, counts: Counts) -> None:
    """The outcome at an earlier stage, in both units that people quote."""
    console.print(Text(f"as {_BEFORE[stage]}", style="dim"))
    for unit in ("numbers", "state_recommendations"):
        values = [grouped(counts[unit][position]) for position in BY_SUPPORT]
        line = f"  {UNITS[unit]:<{_NAME - 2}}{grouped(sum(counts[unit].values())):>6}"
        widths = [max(9, len(position) + 1) for position in BY_SUPPORT]
        console.print(Text(line + "".join(f"{value:>{width}}" for value, width in zip(values, widths, strict=True))))
    console.print()


_BEFORE = {
    "report": "the report had it",
    "addendum": "it stood after the addendum",
    "adoption": "it stood after the adoption",
}


def _facts(console: Console, outcome: Outcome) -> None:
    if outcome.rates:
        print_line(console, "refused", refusals(outcome.rates))
    for stated in outcome.stated:
        print_line(console, "stated", f"{stated.file}: {stated.sentence}")
    _beside(console, outcome)
    if outcome.speakers:
        print_line(console, "floor", f"{counted(len(outcome.speakers), 'State')} took the floor")
    if outcome.commitments:
        print_line(
            console, "pledged", f"{counted(len(outcome.commitments), 'voluntary commitment')}, not counted above"
        )
    if outcome.recommending:
        most = ", ".join(f"{name_of(state)}\u00a0{count}" for state, count in outcome.recommending[:_MOST_STATES])
        print_line(console, "by", f"{counted(len(outcome.recommending), 'State')}; most State-recommendations: {most}")


def _beside(console: Console, outcome: Outcome) -> None:
    """What stands beside the count: said aloud, read by others, published."""
    if outcome.oral:
        numbers = ranges([answer.target.number for answer in outcome.oral if answer.target.number])
        print_line(console, "aloud", f"{counted(len(outcome.oral), 'oral answer')}, not counted above: {numbers}")
    for reading in outcome.readings:
        total = sum(reading.counts.values())
        parts = [f"{grouped(count)} {position}" for position, count in reading.counts.items() if count]
        refused = percent(reading.counts["noted"], total)
        words = f"{total} = {' + '.join(parts)}; {refused} not supported; compared, not counted above"
        print_line(console, "others", f"{STAGE_WORDS[reading.stage]} ({reading.document}): {words}")
    if outcome.published:
        made = outcome.published
        totals = ", ".join(f"{grouped(count)} {name.replace('_', ' ')}" for name, count in made.totals.items())
        print_line(console, "published", f"{totals} ({made.source})")


def _issues(console: Console, outcome: Outcome) -> None:
    if not outcome.issues:
        print_line(console, "open", "no issues")
        return
    print_line(console, "open", counted(len(outcome.issues), "issue"))
    for found in outcome.issues[:_MOST_ISSUES]:
        print_line(console, "", issue_line(found, found.place.file))
    if len(outcome.issues) > _MOST_ISSUES:
        print_line(console, "", f"and {len(outcome.issues) - _MOST_ISSUES} more: --format json lists them")


def _recommendation(console: Console, row: RecommendationRow) -> None:
    mark = (f"{fill_of(row.position, console.file)} ", STYLES[row.position])
    page = f" · page {row.page}" if row.page else ""
    written = f" (“{clean(row.as_written)}”)" if row.as_written else ""
    print_text(console, Text.assemble(mark, (row.number, "bold"), (f" · {row.position}{written}{page}", "dim")), 4)
    for text in row.texts:
        states = ", ".join(map(name_of, text.states)) or "collective"
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
