"""OHCHR's themes, affected persons and Sustainable Development Goals of a text: only suggested.

Nothing here was learned from a matrix: `suggested.toml` says which issues and which words carry a theme with them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from item6.annotate.labelling import Confident, annotate, see
from item6.annotate.patterns import Finder, Match, pattern
from item6.annotate.rules import table

BY_ISSUE = 0.8
BY_WORDS = 0.6
BY_NAME = 0.8
BY_BOTH = 0.8
"""How sure a suggestion is that comes of an issue, of words, of a group that is named, or of two of them: the share
that was right in OHCHR's four matrices at hand, rounded; docs/annotation.md has the figures."""

THEME, PERSON, SDG = KINDS = ("theme", "person", "sdg")


@dataclass(frozen=True, slots=True)
class Suggested:
    """What OHCHR might say of a text, the surest first. themes: in the words of cycle 3. sdgs: their numbers."""

    themes: tuple[Confident, ...]
    persons: tuple[Confident, ...]
    sdgs: tuple[Confident, ...]


def suggest(text: str, issues: Iterable[str] | None = None) -> Suggested:
    """Suggestions for a text. issues: its issues where they are known; else those that item6 asserts."""
    seen = see(text)
    of_text = set(issues) if issues is not None else {each.label for each in annotate(text).issues}
    groups = {each.key for each in seen.signs.named}
    found = {kind: _found(_entries(kind), seen.words, of_text, groups) for kind in KINDS}
    return Suggested(found[THEME], found[PERSON], found[SDG])


@dataclass(frozen=True, slots=True)
class _Entries:
    entries: tuple[dict[str, Any], ...]
    finder: Finder
    of_pattern: tuple[tuple[int, bool], ...]
    """For each pattern: its entry, and whether it is an exclusion."""


@cache
def _entries(kind: str) -> _Entries:
    entries = tuple(table("suggested.toml")[kind])
    rows = [
        (place, excluding, written)
        for place, entry in enumerate(entries)
        for key, excluding in (("patterns", False), ("exclusions", True))
        for written in entry.get(key, ())
    ]
    finder = Finder(pattern(written) for _, _, written in rows)
    return _Entries(entries, finder, tuple((place, excluding) for place, excluding, _ in rows))


def _found(known: _Entries, words: Sequence[str], issues: set[str], groups: set[str]) -> tuple[Confident, ...]:
    by_words = _by_words(known, known.finder.find(words))
    found = []
    for place, entry in enumerate(known.entries):
        sure = [
            *([BY_ISSUE] if issues & set(entry.get("issues", ())) else []),
            *([BY_NAME] if groups & set(entry.get("named", ())) else []),
            *([BY_WORDS] if place in by_words else []),
        ]
        if sure:
            found.append(Confident(entry["name"], BY_BOTH if len(sure) > 1 else sure[0]))
    return tuple(sorted(found, key=lambda each: -each.confidence))


def _by_words(known: _Entries, matches: Sequence[Match]) -> set[int]:
    """Entries of which a pattern stands there outside of their exclusions."""
    excluding: dict[int, list[Match]] = defaultdict(list)
    for match in matches:
        place, is_exclusion = known.of_pattern[match.pattern]
        if is_exclusion:
            excluding[place].append(match)
    return {
        place
        for match in matches
        for place, is_exclusion in [known.of_pattern[match.pattern]]
        if not is_exclusion and not any(match.within(other) for other in excluding[place])
    }
