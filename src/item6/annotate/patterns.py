"""Patterns of words, in a form that people can write and no text can make slow.

    death penalty          these words, one after the other
    ratif*                 any word that begins so (three letters or more)
    child|children|girl*   one of these
    violence .. women      up to four words may stand between
    violence ..8 women     up to eight
    ^ consider             only at the beginning of the text

Case, accents, hyphens, apostrophes and markup make no difference. A text is looked at once for all patterns together:
only those whose first word stands there are tried, and each costs at most its steps times its gaps.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from item6.annotate.words import words_of

GAP = 4
"""Words that may stand between where `..` names no number."""

MOST_GAP = 15
MOST_STEPS = 12
LEAST_BEGINNING = 3

_GAP = re.compile(r"\.\.(\d*)")


class PatternError(ValueError):
    """A pattern that cannot be understood; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Step:
    """One place of a pattern: the words that may stand there, whole or by their beginning, after at most `gap`."""

    words: frozenset[str]
    beginnings: tuple[str, ...]
    gap: int = 0

    def takes(self, word: str) -> bool:
        """Whether the word may stand here."""
        return word in self.words or (bool(self.beginnings) and word.startswith(self.beginnings))


@dataclass(frozen=True, slots=True)
class Pattern:
    """written: as people wrote it. at_start: it counts only where the text begins."""

    written: str
    steps: tuple[Step, ...]
    at_start: bool = False

    def ends(self, words: Sequence[str], start: int) -> int:
        """Where a match whose first word stands at `start` ends, at the earliest; -1 where there is none."""
        if self.at_start and start:
            return -1
        if len(self.steps) == 1:
            return start + 1
        reached = {start}
        for step in self.steps[1:]:
            reached = {
                place
                for before in reached
                for place in range(before + 1, min(before + 2 + step.gap, len(words)))
                if step.takes(words[place])
            }
            if not reached:
                return -1
        return min(reached) + 1


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern, by its index among those looked for, and the words that it covers."""

    pattern: int
    start: int
    end: int

    def within(self, other: Match) -> bool:
        """Whether the other covers all of this."""
        return other.start <= self.start and self.end <= other.end


def pattern(written: str) -> Pattern:
    """A pattern from its written form. PatternError says what is wrong with it."""
    steps: list[Step] = []
    gap = 0
    parts = written.split()
    at_start = parts[:1] == ["^"]
    for part in parts[at_start:]:
        space = _GAP.fullmatch(part)
        if space:
            if not steps or gap:
                raise PatternError(f"“{written}”: `..` stands between two words")
            gap = int(space[1] or GAP)
            if not 0 < gap <= MOST_GAP:
                raise PatternError(f"“{written}”: at most {MOST_GAP} words may stand between two others")
            continue
        steps += _steps(part, gap, written)
        gap = 0
    if not steps or gap:
        raise PatternError(f"“{written}”: a pattern begins and ends with a word")
    if len(steps) > MOST_STEPS:
        raise PatternError(f"“{written}”: a pattern has at most {MOST_STEPS} words")
    return Pattern(written, tuple(steps), at_start)


def _steps(part: str, gap: int, written: str) -> Iterator[Step]:
    """The steps of a part between spaces: one, or several where it has hyphens (`non-discrimination`)."""
    if "|" not in part and "*" not in part:
        plain = words_of(part)
        if not plain:
            raise PatternError(f"“{written}”: “{part}” is no word")
        for place, word in enumerate(plain):
            yield Step(frozenset((word,)), (), 0 if place else gap)
        return
    whole, beginnings = [], []
    for choice in part.split("|"):
        held = words_of(choice.removesuffix("*"))
        if len(held) != 1 or "*" in choice[:-1]:
            raise PatternError(f"“{written}”: “{choice}” is not one word, or a beginning with a star at its end")
        if not choice.endswith("*"):
            whole.append(held[0])
        elif len(held[0]) < LEAST_BEGINNING:
            raise PatternError(f"“{written}”: “{choice}”: give at least {LEAST_BEGINNING} letters before the star")
        else:
            beginnings.append(held[0])
    yield Step(frozenset(whole), tuple(beginnings), gap)


@dataclass(frozen=True, slots=True)
class _Beginning:
    """Patterns that may begin with a word: whatever follows it, and where a certain word does."""

    ever: tuple[int, ...]
    before: dict[str, tuple[int, ...]]


class Finder:
    """Finds many patterns in a text at once."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self.patterns = tuple(patterns)
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._by_beginning: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._known: dict[str, _Beginning] = {}
        for index, each in enumerate(self.patterns):
            for word in each.steps[0].words:
                self._by_word[word].append(index)
            for beginning in each.steps[0].beginnings:
                self._by_beginning[len(beginning)][beginning].append(index)

    def find(self, words: Sequence[str]) -> list[Match]:
        """All matches, by where they begin. words: as `words_of` gives them."""
        found = []
        for start, word in enumerate(words):
            known = self._known.get(word) or self._beginning_with(word)
            following = known.before.get(words[start + 1], ()) if known.before and start + 1 < len(words) else ()
            for index in sorted((*known.ever, *following)) if following else known.ever:
                end = self.patterns[index].ends(words, start)
                if end > 0:
                    found.append(Match(index, start, end))
        return found

    def _beginning_with(self, word: str) -> _Beginning:
        """Patterns whose first word this may be; remembered, since words come again."""
        found = set(self._by_word.get(word, ()))
        for length, beginnings in self._by_beginning.items():
            found.update(beginnings.get(word[:length], ()))
        before: dict[str, list[int]] = defaultdict(list)
        ever = []
        for index in sorted(found):
            steps = self.patterns[index].steps
            if len(steps) == 1 or steps[1].gap or steps[1].beginnings:
                ever.append(index)
            else:
                for following in steps[1].words:
                    before[following].append(index)
        known = _Beginning(tuple(ever), {following: tuple(places) for following, places in before.items()})
        if len(self._known) < _MOST_KNOWN:
            self._known[word] = known
        return known


_MOST_KNOWN = 100_000
"""Words of which a finder remembers which patterns begin with them."""
