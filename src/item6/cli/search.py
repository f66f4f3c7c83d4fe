"""item6 search: texts that hold words."""

from __future__ import annotations

import argparse
from typing import Any

from rich.console import Console
from rich.text import Text

from item6.cli import arguments
from item6.cli.lookup import find_review, find_state
from item6.cli.messages import Misuse, counted
from item6.cli.output import write_rows
from item6.cli.terminal import STYLES, clean, fill_of, print_text
from item6.cli.workspace import current_record
from item6.measures.reviewed import LAST
from item6.measures.wording import grouped
from item6.record.rows import Hit, Hits
from item6.terms.states import name_of

_COLUMNS = ("name", "position", "recommending_states", "snippet")

_EPILOG = """\
All words are to be found, in any order; "quoted words" stand together; a word with - before it keeps texts out;
a word with * at its end stands for all that begin so. Case and accents make no difference. Put -- before a query that
begins with -.

examples:
  item6 search death penalty
  item6 search '"human rights defenders" journalist*' --review CHN-2
  item6 search torture --state China --limit 200 --format csv -o torture.csv
"""


def add(verbs: arguments.Verbs) -> None:
    """The verb's own arguments."""
    parser = arguments.verb(verbs, "search", run, "find recommendations by their words", _EPILOG)
    parser.add_argument("words", nargs="+", metavar="WORDS", help="what the texts hold")
    parser.add_argument("--review", metavar="REVIEW", help="only in this review, such as CHN-2")
    parser.add_argument("--state", metavar="STATE", help="only reviews of this State (name or code)")
    parser.add_argument("--limit", type=arguments.count, default=20, metavar="N", help="texts shown (default: 20)")


def run(args: argparse.Namespace) -> int:
    """Print what was found; finding nothing is no error."""
    query = " ".join(args.words)
    if not query.strip():
        raise Misuse("there is no word to look for", "give one that the texts hold, such as torture")
    state = find_state(args.state) if args.state else None
    with current_record(args) as record:
        review = find_review(record, args.review).name if args.review else None
        hits = record.search(query, review=review, state=state, stage=LAST, limit=args.limit)
    write_rows(args, _COLUMNS, map(_as_object, hits), lambda console: print_hits(console, query, hits))
    return 0


def print_hits(console: Console, query: str, hits: Hits) -> None:
    """Each hit on two lines, then how many there are."""
    for hit in hits:
        _print(console, hit)
    shown = f", {grouped(len(hits))} of them shown" if len(hits) < hits.total else ""
    console.print(Text(f"{counted(hits.total, 'text')} found for {clean(query)}{shown}"))


def _print(console: Console, hit: Hit) -> None:
    mark = (f"{fill_of(hit.position, console.file)} ", STYLES[hit.position])
    states = ", ".join(map(name_of, hit.states)) or "collective"
    print_text(console, Text.assemble(mark, (str(hit.name), "bold"), (f" · {hit.position} · {states}", "dim")), 4)
    print_text(console, Text.assemble("    ", _snippet(hit, marked=not console.is_terminal)), 4)


def _snippet(hit: Hit, *, marked: bool) -> Text:
    """The words with what was found in bold; between signs where there is no bold."""
    line = Text()
    for words, found in hit.pieces:
        line.append(f"[{clean(words)}]" if found and marked else clean(words), "bold underline" if found else "")
    return line


def _as_object(hit: Hit) -> dict[str, Any]:
    return {
        "name": str(hit.name),
        "position": hit.position,
        "recommending_states": list(hit.states),
        "snippet": "".join(words for words, _ in hit.pieces),
    }
