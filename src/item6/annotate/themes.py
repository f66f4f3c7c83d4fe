"""Themes that people make themselves: a file of words and patterns that can be shared, and what it catches.

    name = "civic-space"
    title = "Civic space"
    words = ["civil society", "human rights defenders"]
    patterns = ["restrict* .. ngo*"]
    exclusions = ["civil society organizations of children"]
    examples = ["Let civil society organizations work freely"]

Words stand as they are; patterns as `item6.annotate.patterns` says. A match that lies inside an exclusion does not
count. Examples are texts that the theme must catch, `counterexamples` texts that it must not.
"""

from __future__ import annotations

import math
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from item6.annotate.patterns import Finder, Match, Pattern, PatternError, pattern
from item6.annotate.words import words_of

_TEXTS = ("words", "patterns", "exclusions", "examples", "counterexamples")
_KEYS = ("name", "title", *_TEXTS)

_LEAST_CAUGHT = 5
"""Texts caught, from which on what is typical of them can be said."""

_TYPICAL = 12
"""Words that are typical of the texts caught."""

_LEAST_TYPICAL = 3
"""Typical words that a text must have to be nearly caught for them."""


class ThemeError(ValueError):
    """A file of a theme that cannot be understood; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Seen:
    """How a theme sees a text. caught: by which words of it; near: why it is nearly caught. Both empty: neither."""

    caught: str = ""
    near: str = ""


@dataclass(frozen=True)
class Theme:
    """A theme of people's own. patterns: words and patterns. examples, counterexamples: to be caught, not to be."""

    name: str
    title: str
    patterns: tuple[Pattern, ...]
    exclusions: tuple[Pattern, ...]
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()

    def see(self, text: str) -> Seen:
        """Whether the theme catches a text, or nearly does by an exclusion or by words that stand apart."""
        words = words_of(text)
        matches = self._finder.find(words)
        ruled_out = [match for match in matches if match.pattern >= len(self.patterns)]
        own = [match for match in matches if match.pattern < len(self.patterns)]
        counted = [match for match in own if not any(match.within(other) for other in ruled_out)]
        if counted:
            return Seen(caught=_said(words, max(counted, key=lambda match: match.end - match.start)))
        if own:
            return Seen(near=f"“{_said(words, own[0])}” is excluded by “{_said(words, ruled_out[0])}”")
        apart = next((each for each in self.patterns if _apart(each, words)), None)
        return Seen(near=f"has the words of “{apart.written}”, but not together") if apart else Seen()

    def see_all(self, texts: Sequence[str]) -> list[Seen]:
        """The same for many texts; those are nearly caught too that hold several words typical of the caught ones."""
        seen = [self.see(text) for text in texts]
        typical = self._typical(texts, seen)
        return [
            each if each.caught or each.near else _alike(text, typical) for text, each in zip(texts, seen, strict=True)
        ]

    def failures(self) -> list[str]:
        """A sentence for each example that is not caught and each counterexample that is."""
        missed = [each for each in self.examples if not self.see(each).caught]
        wrong = [(each, self.see(each).caught) for each in self.counterexamples]
        return [f"the example “{_short(each)}” is not caught" for each in missed] + [
            f"the counterexample “{_short(each)}” is caught by “{by}”" for each, by in wrong if by
        ]

    @cached_property
    def _finder(self) -> Finder:
        return Finder((*self.patterns, *self.exclusions))

    def _typical(self, texts: Sequence[str], seen: Sequence[Seen]) -> frozenset[str]:
        """Words that stand in the texts caught much more often than in the others, without the theme's own."""
        if sum(bool(each.caught) for each in seen) < _LEAST_CAUGHT:
            return frozenset()
        inside: Counter[str] = Counter()
        outside: Counter[str] = Counter()
        for text, each in zip(texts, seen, strict=True):
            (inside if each.caught else outside).update(set(words_of(text)))
        many = sum(bool(each.caught) for each in seen)
        rest = max(1, len(seen) - many)
        weight = {
            word: count * math.log((count / many) / ((outside[word] + 0.5) / rest))
            for word, count in inside.items()
            if count >= _LEAST_TYPICAL and len(word) > 3
        }
        in_order = sorted(weight, key=lambda word: (-weight[word], word))
        return frozenset(word for word in in_order[:_TYPICAL] if weight[word] > 0)


def read(data: bytes) -> Theme:
    """A theme from its file (TOML). ThemeError says in one sentence what is wrong with it."""
    try:
        values = tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ThemeError(f"this is no TOML ({error})") from None
    unknown = sorted(set(values) - set(_KEYS))
    if unknown:
        raise ThemeError(f"a theme has no “{unknown[0]}”; it has {', '.join(_KEYS)}")
    for key in ("name", "title"):
        if not isinstance(values.get(key, "" if key == "title" else None), str):
            raise ThemeError(f"{key} is missing, or no text")
    texts = {key: _texts(values, key) for key in _TEXTS}
    if not texts["words"] and not texts["patterns"]:
        raise ThemeError("it catches nothing: give words or patterns")
    words = [_pattern(" ".join(words_of(each)) or each) for each in texts["words"]]
    return Theme(
        values["name"],
        values.get("title") or values["name"],
        (*words, *map(_pattern, texts["patterns"])),
        tuple(map(_pattern, texts["exclusions"])),
        texts["examples"],
        texts["counterexamples"],
    )


def _texts(values: dict[str, Any], key: str) -> tuple[str, ...]:
    found = values.get(key, [])
    if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
        raise ThemeError(f'{key} is no list of texts such as ["civil society"]')
    return tuple(found)


def _pattern(written: str) -> Pattern:
    try:
        return pattern(written)
    except PatternError as error:
        raise ThemeError(str(error)) from None


def _apart(each: Pattern, words: Sequence[str]) -> bool:
    """Whether all words of a pattern of several stand in the text, wherever."""
    return len(each.steps) > 1 and all(any(step.takes(word) for word in words) for step in each.steps)


def _alike(text: str, typical: frozenset[str]) -> Seen:
    held = sorted(typical & set(words_of(text)))
    return Seen(near=f"has words typical of the theme: {', '.join(held)}") if len(held) >= _LEAST_TYPICAL else Seen()


def _said(words: Sequence[str], match: Match) -> str:
    return " ".join(words[match.start : match.end])


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
