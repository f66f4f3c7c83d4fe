"""What the verbs of figures have in common: from what was typed to a scope of the current record."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from item6.cli.lookup import find_review, published_only
from item6.cli.messages import Misuse, program
from item6.cli.workspace import home_of
from item6.measures.definitions import MEASURES, base_of, names
from item6.measures.figures import Measured
from item6.measures.filters import KEYS, Filter, FilterError, Resolve, both, nearest, parse
from item6.measures.scope import ALL_STAGES, Scope, of_review
from item6.measures.vocabulary import GROUPS_FILE, WHENCE, Vocabulary, groups_file, read_groups
from item6.record.facets import EXPORT
from item6.record.reader import Record
from item6.terms.figures import UNITS
from item6.terms.states import STATES

FILTER_HELP = f"""\
A filter is key:value and words: the same key twice means either, different keys all hold, - before a term excludes,
quotes keep words together. Keys: {", ".join(KEYS)}. The file {GROUPS_FILE} of the workspace
names groups of States for state and by (nordic = ["Denmark", "FIN"]).
"""


def options(parser: argparse.ArgumentParser) -> None:
    """Unit, stage and day: what is no part of a filter."""
    parser.add_argument("--unit", choices=UNITS, default=UNITS[0], help="what is counted (default: numbers)")
    parser.add_argument("--stage", choices=ALL_STAGES, default="", help="answers up to this stage (default: all known)")
    parser.add_argument("--as-of", type=_day, metavar="DATE", help="as known on a day, such as 2014-12-31")


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no date such as 2014-12-31") from None


def vocabulary(args: argparse.Namespace, record: Record) -> Vocabulary:
    """The values that the record and the workspace's groups know. Misuse where the file of groups is wrong."""
    try:
        return Vocabulary(record, read_groups(groups_file(home_of(args))))
    except FilterError as error:
        raise Misuse(error.what, error.hint) from None


def asked(args: argparse.Namespace, record: Record, words: Sequence[str]) -> Scope:
    """The scope of `CHN-3`, `China 2018 by:WEOG` or `by:CHE "death penalty"`. Misuse naming the nearest words."""
    named, rest = cut(words, vocabulary(args, record).resolve)
    scope = Scope(typed_filter(args, record, rest), args.unit, args.stage, args.as_of)
    if not named:
        return scope
    published = published_only(record, named)
    review = published.review if published else find_review(record, named).name
    try:
        joined = both(of_review(review).filter, scope.filter)
    except FilterError as error:
        raise Misuse(error.what, error.hint) from None
    return replace(scope, filter=joined)


def typed_filter(args: argparse.Namespace, record: Record, text: str) -> Filter:
    """A filter as typed. Misuse naming the nearest key or value."""
    try:
        return parse(text, vocabulary(args, record).resolve)
    except FilterError as error:
        raise Misuse(error.what, error.hint) from None


def cut(words: Sequence[str], resolve: Resolve) -> tuple[str, str]:
    """The name of a review or State that stands first, and the filter after it; words that follow a term are words."""
    plain = 0
    while plain < len(words) and not re.search(r'[:"]|^-', words[plain]):
        plain += 1
    return " ".join(words[:plain]), " ".join(_quoted_again(word, resolve) for word in words[plain:])


def _quoted_again(word: str, resolve: Resolve) -> str:
    """A value whose quotes the shell took gets them back where it is a value: `issue:Death penalty`."""
    key, _, value = word.partition(":")
    if " " not in value or '"' in word or " " in key:
        return word
    try:
        resolve(key.removeprefix("-").casefold(), value)
    except (FilterError, KeyError):
        return word
    return f'{key}:"{value}"'


def measures_named(text: str) -> list[str]:
    """Names of measures in a list with commas. Misuse naming the nearest."""
    found = [each.strip() for each in text.split(",") if each.strip()]
    for each in found:
        measure_named(each)
    return found


def measure_named(text: str) -> str:
    """A known measure. Misuse naming the nearest."""
    try:
        base_of(text)
    except KeyError:
        known = names()
        raise Misuse(f"no measure is called “{text}”", nearest(text, known, f"they are {', '.join(known)}")) from None
    return text


def set_measure_named(text: str) -> str:
    """A known measure that is a set of members, which tables and ranks need. Misuse otherwise."""
    name = measure_named(text)
    if base_of(name)[0] not in MEASURES:
        raise Misuse(f"{name} cannot be ranked or grouped", f"those that can are {', '.join(MEASURES)}")
    return name


def whence(key: str) -> str:
    """What to do where a record lacks a label."""
    return WHENCE.get(key, "choose another --by")


def check_not_empty(measured: Measured) -> None:
    """Misuse where the scope selects nothing."""
    if not measured.received:
        if measured.scope.unit == "upr_info_rows" and not measured.record.counted_reviews(EXPORT, list(STATES)):
            raise Misuse("the record has no rows of UPR Info's export", f"add the export with: {program()} build FILE")
        hint = f"leave out a term, or look at what is there: {program()} rank received"
        raise Misuse(f"nothing in the record fits {measured.scope.filter}", hint)
