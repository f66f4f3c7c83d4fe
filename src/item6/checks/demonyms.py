"""States in running text, by their names and by what their people and governments are called."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from io import StringIO

from item6.checks.cues import LANGUAGES, cues_of
from item6.terms.state_mentions import find_names
from item6.terms.states import STATES

_ENGLISH = LANGUAGES[0]
_BRACKETS = re.compile(r"\s*\(.*")
_OFFICES = "Government|Foreign|Minist|Ambassador|President|Prime|State|Mission|UPR|Delegation|Authorit|Constitution"
"""What may follow an adjective in capitals; anything else makes it the name of an organisation."""
_TONGUE = r"(?:Arabic|Chinese|English|French|Portuguese|Russian|Spanish)"
_SPOKEN_BEFORE = re.compile(rf"\b(?:in|into)\s+(?:{_TONGUE}(?:,\s+(?:and\s+|or\s+)?|\s+(?:and|or)\s+))*\Z")
_SPOKEN_AFTER = re.compile(
    rf"\s*(?:[.;:)]|\Z|,(?!\s+[a-z])|,?\s+(?:and|or)\s+{_TONGUE}\b|\s+(?:only|on|with|by|is|are|was|were)\b|,\s+(?:and|or|but|in|with)\b)"
)
"""What stands before and behind an adjective that is the name of a language: `in English, French or Spanish`."""
_LONGEST_LIST = 80
_ENDINGS = {"fr": "(?:n?e|que|te)?s?", "es": "(?:[oae]s?|es|s)?"}
"""What follows the stem of an adjective, in the feminine and the plural."""


@dataclass(frozen=True, slots=True)
class Named:
    """A State named at a place of a text."""

    start: int
    end: int
    iso3: str


def named_states(text: str, language: str = _ENGLISH) -> list[Named]:
    """The States that a text in a language names, from left to right, each place once."""
    if language == _ENGLISH:
        found = [Named(each.start, each.end, each.iso3) for each in find_names(text)]
    else:
        names = _names(language)
        plain = text.replace("’", "'")
        found = [Named(*each.span(), names[1][each[0]]) for each in names[0].finditer(plain)]
    taken = [(each.start, each.end) for each in found]
    pattern, codes = _adjectives(language)
    for each in pattern.finditer(text):
        if language == _ENGLISH and _is_tongue(text, each.start(), each.end()):
            continue
        if not any(start < each.end() and each.start() < end for start, end in taken):
            code = next(codes[int(name[1:])] for name, said in each.groupdict().items() if said)
            found.append(Named(each.start(), each.end(), code))
    return sorted(found, key=lambda each: each.start)


def _is_tongue(text: str, start: int, end: int) -> bool:
    """Whether an English adjective names a language and not a State."""
    before = _SPOKEN_BEFORE.search(text, max(0, start - _LONGEST_LIST), start)
    return before is not None and _SPOKEN_AFTER.match(text, end) is not None


@lru_cache(maxsize=1)
def _table() -> list[dict[str, str]]:
    text = (files("item6.checks") / "languages" / "state_words.csv").read_text("utf-8")
    return list(csv.DictReader(StringIO(text)))


@lru_cache
def _names(language: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """The names of States in a language, the longest first, and whose they are."""
    found: dict[str, str] = {}
    for code, state in STATES.items():
        short = state.name_fr if language == "fr" else state.name_es
        if short:
            found[short.replace("’", "'")] = code
            found.setdefault(_BRACKETS.sub("", short), code)
    for row in _table():
        for name in filter(None, row[f"{language}_names"].split("|")):
            found[name.replace("’", "'")] = row["iso3"]
    listed = "|".join(re.escape(each) for each in sorted(found, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{listed})(?![\w-])"), found


@lru_cache
def _adjectives(language: str) -> tuple[re.Pattern[str], list[str]]:
    """What people and governments are called; outside English only behind a word such as `gouvernement`."""
    rows = [row for row in _table() if row[f"{language}_adjectives"]]
    said = [row[f"{language}_adjectives"] for row in rows]
    codes = [row["iso3"] for row in rows]
    if language == _ENGLISH:
        listed = "|".join(f"(?P<s{at}>{words})" for at, words in enumerate(said))
        return re.compile(rf"\b(?:{listed})\b(?! (?!{_OFFICES})[A-Z])"), codes
    stems = (re.sub(r"es(?=$|\|)", "[eé]s", words) for words in said)
    listed = "|".join(f"(?P<s{at}>(?:{words}))" for at, words in enumerate(stems))
    government = cues_of(language).government.pattern
    return re.compile(rf"\b(?:{government})\s+(?:\w+\s+)?(?:{listed}){_ENDINGS[language]}\b", re.IGNORECASE), codes
