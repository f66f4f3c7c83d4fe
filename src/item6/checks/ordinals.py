"""Ordinal words of a language, `twenty-first` or `cuarto`, with the numbers that they name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any


def ordinal_words(table: Mapping[str, Any]) -> list[str]:
    """Patterns of the ordinals, those of two words too."""
    tens = "|".join(word for word, value in table["ordinal_tens"].items() if value < 0)
    ones = "|".join(table["ordinals"])
    return [*table["ordinals"], *(w for w, v in table["ordinal_tens"].items() if v > 0), rf"(?:{tens})[ -]?(?:{ones})"]


def ordinal_values(table: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    """Ordinal words with their numbers; a word of [ordinal_tens] below zero stands before another one."""
    for word, value in (table["ordinals"] | table["ordinal_tens"]).items():
        if value > 0:
            yield word, value
        else:
            yield from ((word + one, one_value - value) for one, one_value in table["ordinals"].items())


def folded(word: str) -> str:
    """A word without spaces and hyphens, in small letters."""
    return re.sub(r"[\s-]", "", word.casefold())


def ordinal_value(ordinals: Mapping[str, int], words: str) -> int | None:
    """The number that ordinal words name, `twenty-first` or `cuarto`; None for others."""
    return ordinals.get(folded(words))
