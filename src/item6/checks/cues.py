"""The words of a language that tell what a number of a statement counts: tables in languages/, one for each language.

A language is a table and no code: the same names with its own words. `@name@` in a pattern stands for an entry of
[parts], `@status@` for any word of [status], `@ordinals@` for any ordinal of the language.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from importlib.resources import files
from typing import Any

from item6.checks.ordinals import folded, ordinal_values, ordinal_words

LANGUAGES = ("en", "fr", "es")
"""The languages that have a table; a text in another one is read as English."""

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


@dataclass(frozen=True, slots=True)
class Cues:
    """The table of a language, its patterns compiled; each is named for what it finds."""

    language: str
    roles: tuple[str, ...]
    status: Pattern
    adjacent: Pattern
    passive: Pattern
    subject: Pattern
    subject_verb: Pattern
    barrier: Pattern
    verb_before: Pattern
    recommendations: Pattern
    other_body: Pattern
    review: Pattern
    pledges: Pattern
    full: Pattern
    full_or_part: Pattern
    counted_noun: Pattern
    counts_them: Pattern
    received_after: Pattern
    reduced: Pattern
    other_noun: Pattern
    other_plural: Pattern
    of_those: Pattern
    of_all: Pattern
    given_by: Pattern
    joined: Pattern
    joins: Pattern
    no_claim: Pattern
    bare_after: Pattern
    bare_before: Pattern
    part_of: Pattern
    out_of: Pattern
    behind_share: Pattern
    average: Pattern
    average_after: Pattern
    rate: Pattern
    of_acceptance: Pattern
    start_with: Pattern
    addressed: Pattern
    within: Pattern
    beside: Pattern
    grew: Pattern
    from_or_to: Pattern
    grew_from: Pattern
    grew_to: Pattern
    from_first: Pattern
    back_from: Pattern
    deeds: Pattern
    now: Pattern
    then: Pattern
    up_to: Pattern
    set_against: Pattern
    number_of: Pattern
    of_recommendations: Pattern
    named_on: Pattern
    subject_of: Pattern
    times: Pattern
    states: Pattern
    speakers: Pattern
    list_of_speakers: Pattern
    of_people: Pattern
    spoken_from: Pattern
    calls_from: Pattern
    spoke: Pattern
    recommended: Pattern
    recommends: Pattern
    urged_by: Pattern
    urging: Pattern
    under_review: Pattern
    signatories: Pattern
    experts: Pattern
    signers: Pattern
    signers_from: Pattern
    compared: Pattern
    before_now: Pattern
    after_before_now: Pattern
    compared_where: Pattern
    change_after: Pattern
    change_before: Pattern
    topic: Pattern
    leading_topic: Pattern
    about_too: Pattern
    no_theme: Pattern
    start: Pattern
    general: Pattern
    none_of: Pattern
    none_behind: Pattern
    none_hedged: Pattern
    none_noun: Pattern
    none_named: Pattern
    none_sure: Pattern
    wished: Pattern
    none_rejected: Pattern
    none_all: Pattern
    none_accepted: Pattern
    none_not: Pattern
    all_but: Pattern
    rank: Pattern
    rank_also: Pattern
    rank_again: Pattern
    rank_rejected: Pattern
    rank_supported: Pattern
    labels_only: Pattern
    not_counted: Pattern
    by: Pattern
    room: Pattern
    government: Pattern
    giver: Pattern
    first_stage: Pattern
    clause: Pattern
    recipient: Pattern
    respectively: Pattern
    filler: Pattern
    end_of_topic: Pattern
    themes: Mapping[str, str]
    places: Mapping[str, int]
    numbers: NumberCues
    dates: DateCues
    cycles: CycleCues

    def role_of(self, found: re.Match[str]) -> str:
        """The role whose words a match of `status` has."""
        return next(self.roles[int(name[1:])] for name, words in found.groupdict().items() if words is not None)


_SECTIONS = ("roles", "people", "claims", "about")
_TABLES = ("places", "words", "fractions", "ordinals", "ordinal_tens")


@lru_cache
def cues_of(language: str) -> Cues:
    """The table of one of LANGUAGES, read and compiled once."""
    known = language if language in LANGUAGES else LANGUAGES[0]
    table = tomllib.loads((files("item6.checks") / "languages" / f"{known}.toml").read_text("utf-8"))
    parts = _parts(table)
    status = table["status"]
    found: dict[str, Any] = {
        name: _compiled(words, parts)
        for section in _SECTIONS
        for name, words in table[section].items()
        if name not in _TABLES
    }
    words = [f"(?P<s{at}>\\b(?:{_filled(each, parts)}))" for at, each in enumerate(status.values())]
    return Cues(
        language=known,
        roles=tuple(re.sub(r"_\d$", "", role) for role in status),
        status=re.compile("|".join(words), re.IGNORECASE),
        themes=table.get("themes", {}),
        places=table["claims"]["places"],
        numbers=_numbers(table["numbers"]),
        dates=_dates(table["dates"], parts),
        cycles=_cycles(table["cycles"], parts),
        **found,
    )


def _parts(table: Mapping[str, Any]) -> dict[str, str]:
    """[parts] with `@status@` and `@ordinals@`, each with what it is made of in its place."""
    parts: dict[str, str] = {}
    for name, words in table["parts"].items():
        parts[name] = f"(?:{_filled(words, parts)})"
    parts["status"] = "\\b(?:" + "|".join(_filled(each, parts) for each in table["status"].values()) + ")"
    parts["ordinals"] = "|".join(sorted(ordinal_words(table["cycles"]), key=len, reverse=True))
    return parts


def _filled(words: str | list[str], parts: Mapping[str, str]) -> str:
    said = words if isinstance(words, str) else "|".join(words)
    return _NAME.sub(lambda found: parts[found[1]], said)


def _compiled(words: str | list[str], parts: Mapping[str, str]) -> Pattern:
    return re.compile(_filled(words, parts), re.IGNORECASE)


def _numbers(table: Mapping[str, Any]) -> NumberCues:
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


def _dates(table: Mapping[str, Any], parts: Mapping[str, str]) -> DateCues:
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
        name: _compiled(table[name], parts)
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


def _cycles(table: Mapping[str, Any], parts: Mapping[str, str]) -> CycleCues:
    names = ("ordinal", "figure", "behind", "session", "relative", "year_review", "council", "years")
    named = {name: _compiled(table[name], parts) for name in names}
    return CycleCues(**named, ordinals={folded(word): value for word, value in ordinal_values(table)})


def short_words() -> dict[str, frozenset[str]]:
    """The short words that tell each language."""
    table = tomllib.loads((files("item6.checks") / "languages" / "short_words.toml").read_text("utf-8"))
    return {language: frozenset(table[language].split()) for language in LANGUAGES}
