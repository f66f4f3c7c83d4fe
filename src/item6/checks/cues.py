"""The words of a language that tell what a number of a statement counts: tables in languages/, one for each language.

A language is a table and no code: the same names with its own words. `@name@` in a pattern stands for an entry of
[parts], `@status@` for any word of [status], `@ordinals@` for any ordinal of the language.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from item6.checks.cue_parts import (
    CycleCues,
    DateCues,
    NumberCues,
    Pattern,
    compiled,
    cycle_cues,
    date_cues,
    filled,
    number_cues,
)  # fmt: skip
from item6.checks.ordinals import ordinal_words

LANGUAGES = ("en", "fr", "es")
"""The languages that have a table; a text in another one is read as English."""


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
    gave: Pattern
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
        name: compiled(words, parts)
        for section in _SECTIONS
        for name, words in table[section].items()
        if name not in _TABLES
    }
    words = [f"(?P<s{at}>\\b(?:{filled(each, parts)}))" for at, each in enumerate(status.values())]
    return Cues(
        language=known,
        roles=tuple(re.sub(r"_\d$", "", role) for role in status),
        status=re.compile("|".join(words), re.IGNORECASE),
        themes=table.get("themes", {}),
        places=table["claims"]["places"],
        numbers=number_cues(table["numbers"]),
        dates=date_cues(table["dates"], parts),
        cycles=cycle_cues(table["cycles"], parts),
        **found,
    )


def _parts(table: Mapping[str, Any]) -> dict[str, str]:
    """[parts] with `@status@` and `@ordinals@`, each with what it is made of in its place."""
    parts: dict[str, str] = {}
    for name, words in table["parts"].items():
        parts[name] = f"(?:{filled(words, parts)})"
    parts["status"] = "\\b(?:" + "|".join(filled(each, parts) for each in table["status"].values()) + ")"
    parts["ordinals"] = "|".join(sorted(ordinal_words(table["cycles"]), key=len, reverse=True))
    return parts


def short_words() -> dict[str, frozenset[str]]:
    """The short words that tell each language."""
    table = tomllib.loads((files("item6.checks") / "languages" / "short_words.toml").read_text("utf-8"))
    return {language: frozenset(table[language].split()) for language in LANGUAGES}
