"""item6 answers: what the State answered to each number, stage by stage, and what changed."""

from __future__ import annotations

import argparse
import textwrap
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from item6.cli import arguments
from item6.cli.lookup import find_review
from item6.cli.messages import counted
from item6.cli.output import format_of, write_rows
from item6.cli.terminal import STYLES, clean, fill_of
from item6.cli.workspace import current_record
from item6.measures.forms import labels_by_number
from item6.measures.history import AtStage, Change, History, as_object, changes, histories
from item6.reconcile.totals import ranges
from item6.record.rows import ReviewRow
from item6.terms.answers import OTHER_READINGS, POSITIONS, STAGES
from item6.terms.states import name_of

_EPILOG = """\
For every number: its class (supported, noted, supported/noted, pending), the State's own words, its explanation, and
where each stands: report, addendum, adoption, later. Oral answers and other people's readings (matrix) stand beside
and never count. With --changes, only what changed from one stage to the next.

examples:
  item6 answers CHN-3
  item6 answers Slovenia 2019 --position noted
  item6 answers SVN-3 --changes
  item6 answers SVN-3 --format csv -o answers.csv
"""

_ROW = ("name", "number", "position", "normalised", "as_written", "explanation", "stage", "document", "page")
_STANDS = tuple(f"{stage}_position" for stage in (*STAGES, "oral", *OTHER_READINGS))
_COLUMNS = (*_ROW, *_STANDS, "recommending_states", "text")
_CHANGED = (
    "name", "number", "stage", "source", "before", "after", "as_written", "explanation", "document", "page", "text",
)  # fmt: skip

STAGE_WORDS = {
    "report": "in the report",
    "addendum": "in the addendum",
    "adoption": "at the adoption",
    "later": "later",
    "matrix": "OHCHR's matrix",
    "uhri": "OHCHR's index (UHRI)",
    "upr_info": "UPR Info",
}


def add(verbs: arguments.Verbs) -> None:
    """The verb's own arguments."""
    parser = arguments.verb(verbs, "answers", run, "show what the State answered to each number", _EPILOG)
    parser.add_argument("review", nargs="+", metavar="REVIEW", help="CHN-3, China 2018, or China")
    parser.add_argument("--changes", action="store_true", help="only what changed from report to addendum to adoption")
    parser.add_argument("--position", choices=POSITIONS, help="only numbers of this class")


def run(args: argparse.Namespace) -> int:
    """Print the answers, or what changed."""
    with current_record(args) as record:
        row = find_review(record, " ".join(args.review))
        found = histories(record, row.name)
        files = {document.sha256: document.file for document in record.documents()}
        labels = labels_by_number(record.labels(row.name))
    found = [each for each in found if args.position in (None, each.row.position)]
    if args.changes:
        changed = changes(found)
        objects = [_change_object(each, files) for each in changed]
        write_rows(args, _CHANGED, objects, lambda console: print_changes(console, row, changed, files))
        return 0
    rows = [as_object(each, files) | {"labels": labels.get(each.row.number, {})} for each in found]
    if format_of(args) == "csv":
        rows = [each | _positions(history) for each, history in zip(rows, found, strict=True)]
    write_rows(args, _COLUMNS, rows, lambda console: _print(console, row, found, files))
    return 0


def _positions(each: History) -> dict[str, str]:
    """Its position at each stage, said aloud, and in each other reading; empty where nothing was said."""
    said = {f"{at.stage if at.source != 'oral' else at.source}_position": at.position for at in each.beside}
    return dict.fromkeys(_STANDS, "") | said | {f"{at.stage}_position": at.position for at in each.stages}


def _change_object(change: Change, files: Mapping[str, str]) -> dict[str, Any]:
    first = change.at.answers[0] if change.at.answers else None
    return {
        "name": str(change.name),
        "number": change.name.number,
        "stage": change.at.stage,
        "source": change.at.source,
        "before": change.before,
        "after": change.after,
        "as_written": change.at.as_written,
        "explanation": change.at.explanation,
        "document": files.get(first.document) if first else None,
        "page": first.passage.page if first else None,
        "text": change.words,
    }


def _print(console: Console, row: ReviewRow, found: Sequence[History], files: Mapping[str, str]) -> None:
    console.print(Text(_title(row), style="bold"))
    for each in found:
        console.print()
        mark = (f"{fill_of(each.row.position, console.file)} ", STYLES[each.row.position])
        console.print(Text.assemble(mark, (each.row.number, "bold"), f" · {each.row.position}"))
        for text in each.row.texts:
            _wrapped(console, text.words, 4, style="dim")
        for at in (*each.stages, *each.beside):
            _print_stage(console, at, files)
        if not each.stages:
            _wrapped(console, "no answer was read", 4)


def _print_stage(console: Console, at: AtStage, files: Mapping[str, str]) -> None:
    oral = ", said aloud" if at.source == "oral" else ""
    words = f": “{at.as_written}”" if at.as_written else ""
    _wrapped(console, f"{STAGE_WORDS[at.stage]}{oral}: {at.position}{words} ({_places(at, files)})", 4)
    if at.explanation:
        _wrapped(console, at.explanation, 8)


def _places(at: AtStage, files: Mapping[str, str]) -> str:
    """The documents and pages of its answers."""
    places: dict[str, dict[int, None]] = defaultdict(dict)
    for answer in at.answers:
        pages = places[answer.passage.symbol or files.get(answer.document, "")]
        if answer.passage.page:
            pages[answer.passage.page] = None
    named = (f"{name}, page {', '.join(map(str, sorted(pages)))}" if pages else name for name, pages in places.items())
    return "; ".join(named) or "no place"


def print_changes(console: Console, row: ReviewRow, changed: Sequence[Change], files: Mapping[str, str]) -> None:
    """What changed from stage to stage: how many, which numbers, and where the State changed its mind its words."""
    console.print(Text(f"{_title(row)}: what changed", style="bold"))
    groups: dict[tuple[str, str, str, str], list[Change]] = defaultdict(list)
    for each in changed:
        groups[each.at.stage, each.at.source, each.before, each.after].append(each)
    for (stage, source, before, after), group in groups.items():
        console.print()
        line = f"{STAGE_WORDS[stage]}: from {before} to {after}: {counted(len(group), 'number')}"
        if source == "oral":
            written = f"{after} said aloud, {before} in writing, which counts"
            line = f"{STAGE_WORDS[stage]}: {written}: {counted(len(group), 'number')}"
        console.print(Text(line, style="bold"))
        _wrapped(console, ranges([each.name.number for each in group]), 4)
        if before != "pending":
            for each in group:
                _print_stage(console, each.at, files)
    if not changed:
        console.print(Text("nothing: no later document or decision changes a position"))


def _title(row: ReviewRow) -> str:
    return f"{row.name} · {name_of(row.state)}, cycle {row.cycle}"


def _wrapped(console: Console, words: str, indent: int, style: str = "") -> None:
    width = max(30, min(console.width, 110) - indent)
    for line in textwrap.wrap(clean(words), width, break_long_words=False, break_on_hyphens=False):
        console.print(Text(" " * indent + line, style=style))
