"""Parts of words without which a class is not said: looking for them first is far cheaper than any pattern.

They are looked for once in a text. A step that reads a sentence asks which of them stand there.
"""

from __future__ import annotations

import re
from bisect import bisect_left

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
Stems = tuple[tuple[str, tuple[tuple[re.Pattern[str], int], ...], int], ...]


def _of_language(language: str) -> Stems:
    """Each part of a word, the patterns that may match there with the bits of what they may tell, and its own bits."""
    bits: dict[str, int] = {}
    for place, name in enumerate(CLASSES):
        for words, bit in ((_STEMS[language].get(name), 1), (_BESIDE.get(language, {}).get(name), 2)):
            for stem in (words or "").split():
                bits[stem] = bits.get(stem, 0) | bit << 2 * place
    for words, bit in ((_LONGER.get(language, ""), LONGER), (_PART, PART)):
        for stem in words.split():
            bits[stem] = bits.get(stem, 0) | bit
    more: dict[str, list[tuple[re.Pattern[str], int]]] = {}
    for stem, bit in bits.items():
        part, _, pattern = stem.partition("|")
        more.setdefault(part, []).extend([(re.compile(pattern), bit)] if pattern else [])
    return tuple((part, tuple(patterns), bits.get(part, 0)) for part, patterns in more.items())


_OF_LANGUAGE = {language: _of_language(language) for language in _STEMS}
Places = tuple[list[int], list[int]]


def find_stems(lower: str, language: str) -> Places:
    """Offsets of the parts of words in a text of small letters, in order, and the bits of each."""
    found: list[tuple[int, int]] = []
    for stem, patterns, own in _OF_LANGUAGE.get(language, ()):
        at = lower.find(stem)
        while at >= 0:
            bits = own
            for pattern, more in patterns:
                if pattern.match(lower, at):
                    bits |= more
            if bits:
                found.append((at, bits))
            at = lower.find(stem, at + 1)
    found.sort()
    return [at for at, _ in found], [bits for _, bits in found]


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
