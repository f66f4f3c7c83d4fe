"""How a language writes numbers, days, cycles and sessions: the parts of its table that have patterns of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from item6.checks.ordinals import folded, ordinal_values

Pattern = re.Pattern[str]
_SPACES = "\u00a0\u202f\u2009"
_NAME = re.compile(r"@(\w+)@")


@dataclass(frozen=True, slots=True)
class NumberCues:
    """How a language writes numbers. any_number: one, in figures, in words, or as a fraction; see `numbers`.

    values: words to values. fractions: patterns and what they say. hedges: in the order in which they are tried.
    """

    any_number: Pattern
    words: Mapping[str, int]
    joiner: str
    points: Pattern
    fractions: tuple[tuple[Pattern, Fraction], ...]
    fraction_least: Pattern
    fraction_most: Pattern
    hedges: tuple[tuple[str, Pattern], ...]


@dataclass(frozen=True, slots=True)
class DateCues:
    """How a language writes days, and what says of what they are. months: number by name or by its short form."""

    day: Pattern
    months: Mapping[str, int]
    review: Pattern
    adoption: Pattern
    held: Pattern
    listed: Pattern
    event: Pattern
    recommended: Pattern
    later: Pattern
    outcome: Pattern
    opening: Pattern
    answered: Pattern
    dated: Pattern


@dataclass(frozen=True, slots=True)
class CycleCues:
    """How a language names cycles and sessions. ordinals: ordinal words, folded to letters, to numbers."""

    ordinal: Pattern
    figure: Pattern
    behind: Pattern
    session: Pattern
    relative: Pattern
    year_review: Pattern
    council: Pattern
    years: Pattern
    ordinals: Mapping[str, int]


def filled(words: str | list[str], parts: Mapping[str, str]) -> str:
    """A pattern, or a list of alternatives, with what each `@name@` stands for in its place."""
    said = words if isinstance(words, str) else "|".join(words)
    return _NAME.sub(lambda found: parts[found[1]], said)


def compiled(words: str | list[str], parts: Mapping[str, str]) -> Pattern:
    """The same, compiled; case does not matter."""
    return re.compile(filled(words, parts), re.IGNORECASE)


def number_cues(table: Mapping[str, Any]) -> NumberCues:
    """One pattern for all numbers: a fraction, figures with what is behind them, or words."""
    word = "|".join(sorted((each.replace(" ", "[ -]") for each in table["words"]), key=len, reverse=True))
    joint = rf"(?:[- ]|\s{table['joiner']}\s|-{table['joiner']}-)"
    fractions = "|".join(table["fractions"])
    thousands = rf"\d{{1,3}}(?:{table['thousands']}\d{{3}})+(?![\d'’])"
    percent = rf"(?P<percent>[\s{_SPACES}]?(?:%|(?:{table['percent']}))|[\s{_SPACES}-](?:{table['points']}))"
    any_number = re.compile(
        rf"(?P<fraction>\b{table['before_fraction']}(?:{table['parts_of']}|{fractions})\b)"
        rf"|(?<![\w./#$€£-])(?<!\d:)(?:(?P<figures>{thousands}|\d+)(?P<decimals>{table['decimal']}\d{{1,2}}(?![\d.]))?)"
        rf"{percent}?(?![\w/]|[.º°ª]\d|:\d|[º°ª])"
        rf"|\b(?P<words>(?:{word})(?:{joint}(?:{word}))*)\b(?P<in_words>\s(?:{table['percent']}|{table['points']}))?",
        re.IGNORECASE,
    )
    return NumberCues(
        any_number, table["words"], table["joiner"], re.compile(table["points"], re.IGNORECASE),
        tuple((re.compile(rf"(?:{said})$", re.I), Fraction(value)) for said, value in table["fractions"].items()),
        re.compile(table["fraction_least"], re.IGNORECASE), re.compile(table["fraction_most"], re.IGNORECASE),
        tuple((name, re.compile(table[name], re.IGNORECASE)) for name in ("least", "most", "about")),
    )  # fmt: skip


def date_cues(table: Mapping[str, Any], parts: Mapping[str, str]) -> DateCues:
    """One pattern for all days; groups y, m and d with the number of the form."""
    long, short = table["months"].split(), table["short"].split()
    months = {name: at for at, name in enumerate(long, 1)}
    months |= {name: at for at, names in enumerate(short, 1) for name in names.split("/")}
    cut = sorted((name for name in months if name not in long), key=len, reverse=True)
    month = "(?P<{}>" + "|".join([*long, *(rf"{each}\b\.?" for each in cut)]) + ")"
    day = rf"(?P<{{}}>\d{{{{1,2}}}}){table['day_ending']}"
    year, of = r"(?P<{}>(?:19|20)\d\d)\b", table["of"]
    forms = (
        rf"\b{day.format('d1')}{of} {month.format('m1')},?{of} {year.format('y1')}",
        rf"\b{month.format('m2')} {day.format('d2')},?{of} {year.format('y2')}",
        rf"\b{month.format('m3')},?{of} {year.format('y3')}",
        rf"\b{day.format('d4')}{of} {month.format('m4')}\b",
        rf"\b{month.format('m5')} {day.format('d5')}\b(?!\s*%)",
        r"(?<![\w-])(?P<y6>20\d\d)-(?P<m6>\d\d)-(?P<d6>\d\d)\b",
        rf"(?<![\w/.-]){year.format('y7')}(?![-/%’']\w)",
    )
    named = {
        name: compiled(table[name], parts)
        for name in (
            "review",
            "adoption",
            "held",
            "listed",
            "event",
            "recommended",
            "later",
            "opening",
            "answered",
            "outcome",
            "dated",
        )
    }
    return DateCues(re.compile("|".join(forms), re.IGNORECASE), months, **named)


def cycle_cues(table: Mapping[str, Any], parts: Mapping[str, str]) -> CycleCues:
    """The patterns of cycles and sessions, with the ordinals of the language."""
    names = ("ordinal", "figure", "behind", "session", "relative", "year_review", "council", "years")
    named = {name: compiled(table[name], parts) for name in names}
    return CycleCues(**named, ordinals={folded(word): value for word, value in ordinal_values(table)})
