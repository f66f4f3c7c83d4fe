"""Which language a text or a sentence is in, told by its short words."""

from __future__ import annotations

import re
from functools import lru_cache

from item6.checks.cues import LANGUAGES, short_words

_WORD = re.compile(r"[^\W\d_]+['’]?")
"""A word, with the apostrophe that shortens it: of `l’examen` the first is `l'`."""
_ENOUGH = 20_000
"""Setting: characters of a text that tell its language."""
_SURE = 2
"""Setting: short words of another language, and so many times those of the text's own, that make a sentence foreign."""


@lru_cache(maxsize=1)
def _known() -> dict[str, frozenset[str]]:
    return short_words()


def _counts(text: str) -> dict[str, int]:
    words = [each.casefold().replace("’", "'") for each in _WORD.findall(text)]
    return {language: sum(word in known for word in words) for language, known in _known().items()}


def language_of(text: str) -> str:
    """The language of a text, one of LANGUAGES; English where nothing speaks for another."""
    found = _counts(text[:_ENOUGH])
    return max(LANGUAGES, key=lambda each: found[each])


def language_of_sentence(sentence: str, language: str) -> str:
    """The language of a sentence in a text of a language: another one only where its words say so clearly."""
    found = _counts(sentence)
    best = max(LANGUAGES, key=lambda each: found[each])
    return best if found[best] >= _SURE and found[best] > _SURE * found[language] else language
