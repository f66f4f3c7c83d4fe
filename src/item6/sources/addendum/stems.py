"""Beginnings of words without which a class is not said: looking for them first is far cheaper than any pattern.

They are looked for once in a text. A step that reads a sentence asks which of them stand there. Only where a word
begins are they looked for, which is cheaper by half; what may be glued to the word before has a row of its own.
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

# How a word begins, and after a bar a pattern that must match there too
_VERBS = "do does did can could is are was were has have will would shall may".split()
_GLUED = " ".join(f"{verb}{negation}" for verb in _VERBS for negation in ("not", "n’t", "n't"))
_STEMS = {
    "en": {
        "accepted_in_part": (
            r"part|part(?:ial|ly) part|(?:(?<=in\s)|(?<=in-)|(?<=\s\s))part\b part|parts?\s+of noted|(?<=/)noted"
        ),
        "accepted_in_principle": r"principle|(?:(?<=in\s)|(?<=in-)|(?<=\s\s))principle\b",
        "no_answer": (
            r"definitive|definitive\s+statement under|under\s+(?:cons|exam|rev) respons|responses?\s+will "
            r"considered|considered\s+(?:at|in|be|by) examined|examined\s+(?:at|in|be|by) "
            r"studied|studied\s+(?:at|in|be|by) position|position\s+on being|being\s+(?:considered|examined|studied)"
        ),
        "rejected": rf"not|not\b {_GLUED} reject unable unaccept declin neither disagree opposed refus never",
        "disputed": (
            r"date|(?:(?<=of\s)|(?<=\s\s))date outdate relevan irrelevan applicable inapplicable incomprehens "
            r"factual|factually\s based|based\s+on disput"
        ),
        "noted": (
            r"not|note\b|noted\b|not(?:es?|ed|ing):?\s+(?:only\s+|simply\s+)?"
            r"(?:(?:the|these|this|those|its|following|above|all|other|both|with\s+appreciation|remaining|first|second|third|"
            r"last|latter|parts?|half|halfs|of)\s+)*(?:rec|\d|ж)|notes?\s+(?:it|them)\b"
        ),
        "accepted": "accept support agree concur endors approv",
    },
    "fr": {
        "accepted_in_part": "parti",
        "accepted_in_principle": "principe",
        "no_answer": "examen étude position",
        "rejected": "n rejet refus",
        "noted": "not acte",
        "accepted": "accept appu lappu lesappu adh soutien assentiment agrément souscri favorable approuv accord sout",
    },
    "es": {
        "accepted_in_part": "parte parcial",
        "accepted_in_principle": "principio",
        "no_answer": "estudio examen pendiente posición",
        "rejected": "no rechaz",
        "noted": "nota anota",
        "accepted": "acept apoy",
    },
}
# Others of which one must stand there too
_BESIDE = {
    "en": {
        "rejected": (
            "accept unaccept support agree endors enjoy approv favour position reject declin meet receiv command "
            "disagree opposed refus"
        ),
    },
}
LONGER, PART, DONE, UNDER_WAY = (1 << 2 * len(CLASSES) + more for more in range(4))
"""Bits beside those of classes: an acceptance may be told by more than "accept"; a part of something may be meant; how
far an acceptance goes may be told, in whatever language."""
ACCEPTED = 1 << 2 * CLASSES.index("accepted")
"""The bit of the verb "accept" and of what else may tell an acceptance."""
REFUSED = 1 << 2 * CLASSES.index("rejected")
"""The bit of negations, and of refusals."""
OF_CLASSES = PART - 1
"""The bits that tell which classes may be said, and how."""
_LONGER = {"en": "support agree position concur endors approv"}
_PART = "part half section element sentence clause"
_DONE = "already implemented acted déjà aplicad implementad cumplid ejecutad"
_UNDER_WAY = r"process being ongoing under|under\s*way progress started begun cours voie curso proceso"


@dataclass(frozen=True, slots=True)
class _Stems:
    """pattern: finds the longest beginning of a word and the character before it. told: what each may tell."""

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
    beside = ((_LONGER.get(language, ""), LONGER), (_PART, PART), (_DONE, DONE), (_UNDER_WAY, UNDER_WAY))
    for words, bit in beside:
        for stem in words.split():
            bits[stem] = bits.get(stem, 0) | bit
    parts = sorted({stem.partition("|")[0] for stem in bits})
    return _Stems(re.compile(_NO_LETTER + _branches(parts)), {part: _told(part, bits) for part in parts})


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


_NO_LETTER = "[^a-z0-9_à-öø-ÿœ]"
_LONGEST = 20
"""No beginning of a word that is looked for is longer."""
_OF_LANGUAGE = {language: _of_language(language) for language in _STEMS}
Places = tuple[list[int], list[int]]


def find_stems(lower: str, language: str) -> Places:
    """Offsets of the beginnings of words in a text of small letters, in order, and the bits of each."""
    offsets: list[int] = []
    found: list[int] = []
    if (stems := _OF_LANGUAGE.get(language)) is None:
        return offsets, found
    told = stems.told
    first = stems.pattern.match(f" {lower[:_LONGEST]}")
    for match in (first, *stems.pattern.finditer(lower)):
        if match is None:
            continue
        at = match.start() + 1 if match is not first else 0
        bits, more = told[match[0][1:]]
        for pattern, bit in more:
            if pattern.match(lower, at):
                bits |= bit
        if bits:
            offsets.append(at)
            found.append(bits)
    return offsets, found


def told_between(places: Places, start: int, end: int) -> int:
    """The bits of all beginnings of words between two offsets."""
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
