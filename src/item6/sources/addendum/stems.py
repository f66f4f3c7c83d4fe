"""Parts of words without which a class is not said: looking for them first is far cheaper than any pattern.

They are looked for once in a text. A step that reads a sentence asks which of them stand there.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

CLASSES = ("accepted_in_part", "accepted_in_principle", "no_answer", "rejected", "disputed", "noted", "accepted")
"""The classes in the order of their tables: what stands first claims its words first."""

# A part of a word, and after a bar a pattern that must match there too
_STEMS = {
    "en": {
        "accepted_in_part": r"part|part(?:ial|ly|\b) /noted",
        "accepted_in_principle": "principle",
        "no_answer": (
            r"definitive under|under\s+(?:cons|exam|rev) respons|responses?\s+will considered|considered\s+[abi] "
            r"examined|examined\s+[abi] studied|studied\s+[abi] position|position\s+on"
        ),
        "rejected": r"not|not\b n’t n't reject unable accept|(?<=un)accept declin neither",
        "disputed": r"date relevan applicable comprehens factual based|based\s+on disput",
        "noted": r"not|not(?:e|ing)",
        "accepted": "accept support agree",
    },
    "fr": {
        "accepted_in_part": "parti",
        "accepted_in_principle": "principe",
        "no_answer": "examen étude position",
        "rejected": "n rejet refus",
        "noted": "not acte",
        "accepted": "accept appu adh soutien assentiment agrément souscri",
    },
    "es": {
        "accepted_in_part": "parte parcial",
        "accepted_in_principle": "principio",
        "no_answer": "estudio examen pendiente posición",
        "rejected": "no rechaz",
        "noted": "nota",
        "accepted": "acept apoy",
    },
}
# Others of which one must stand there too
_BESIDE = {
    "en": {
        "rejected": "accept support agree endors enjoy approv favour position reject declin",
    },
}
LONGER, PART = 1 << 2 * len(CLASSES), 2 << 2 * len(CLASSES)
"""Bits beside those of classes: an acceptance may be told by more than "accept"; a part of something may be meant."""
_LONGER = {"en": "support agree position"}
_PART = "part half section element sentence clause"


@dataclass(frozen=True, slots=True)
class _Stems:
    """pattern: finds the longest part of a word at a place. told: what each may tell, see `_Told`."""

    pattern: re.Pattern[str]
    told: dict[str, _Told]


class _Told(NamedTuple):
    """bits: what a part of a word may tell. more: what else, where a pattern matches there."""

    bits: int
    more: tuple[tuple[re.Pattern[str], int], ...]


def _of_language(language: str) -> _Stems:
    bits: dict[str, int] = {}
    for place, name in enumerate(CLASSES):
        for words, bit in ((_STEMS[language].get(name), 1), (_BESIDE.get(language, {}).get(name), 2)):
            for stem in (words or "").split():
                bits[stem] = bits.get(stem, 0) | bit << 2 * place
    for words, bit in ((_LONGER.get(language, ""), LONGER), (_PART, PART)):
        for stem in words.split():
            bits[stem] = bits.get(stem, 0) | bit
    parts = sorted({stem.partition("|")[0] for stem in bits})
    return _Stems(re.compile(_branches(parts)), {part: _told(part, bits) for part in parts})


def _told(part: str, bits: Mapping[str, int]) -> _Told:
    """What a part of a word tells, with what shorter ones at the same place do."""
    own, more = 0, []
    for stem, bit in bits.items():
        shorter, _, pattern = stem.partition("|")
        if part.startswith(shorter) and pattern:
            more.append((re.compile(pattern), bit))
        elif part.startswith(shorter):
            own |= bit
    return _Told(own, tuple(more))


def _branches(parts: Sequence[str]) -> str:
    """A pattern for the longest of several parts of words, branching at each letter: it is tried far faster so."""
    branches = [
        re.escape(letter) + _branches([part[1:] for part in group])
        for letter, group in groupby((part for part in parts if part), key=lambda part: part[0])
    ]
    together = "|".join(branches)
    if "" in parts:
        return f"(?:{together})?" if branches else ""
    return f"(?:{together})" if len(branches) > 1 else together


_OF_LANGUAGE = {language: _of_language(language) for language in _STEMS}
Places = tuple[list[int], list[int]]


def find_stems(lower: str, language: str) -> Places:
    """Offsets of the parts of words in a text of small letters, in order, and the bits of each."""
    offsets: list[int] = []
    found: list[int] = []
    if (stems := _OF_LANGUAGE.get(language)) is None:
        return offsets, found
    search, told = stems.pattern.search, stems.told
    match = search(lower)
    while match:
        at = match.start()
        bits, more = told[match[0]]
        for pattern, bit in more:
            if pattern.match(lower, at):
                bits |= bit
        if bits:
            offsets.append(at)
            found.append(bits)
        match = search(lower, at + 1)
    return offsets, found


def told_between(places: Places, start: int, end: int) -> int:
    """The bits of all parts of words that begin between two offsets."""
    offsets, all_bits = places
    bits = 0
    for index in range(bisect_left(offsets, start), bisect_left(offsets, end)):
        bits |= all_bits[index]
    return bits


def possible(bits: int, language: str) -> tuple[str, ...]:
    """The classes of which the bits hold what they need, in the order of the tables."""
    beside = _BESIDE.get(language, {})
    return tuple(
        name
        for place, name in enumerate(CLASSES)
        if bits >> 2 * place & 1 and (name not in beside or bits >> 2 * place & 2)
    )
