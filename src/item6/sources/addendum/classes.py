"""The State's words and what they mean: the classes of answers, in English, French and Spanish.

A class is read only from words that say it. "Notes that" introduces a remark and is no answer; "implemented" alone is
none either, though beside an acceptance it tells how far it goes. `N` stands where the text has a list of numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from item6.sources.addendum.prose import Prose
from item6.sources.addendum.stems import LONGER, OF_CLASSES, REFUSED, possible
from item6.sources.addendum.vocabulary import CLASSES_OF, LIST, of_lower_case, telling


class Said(NamedTuple):
    """normalised: a key of POSITION_OF. start, end: range of the telling words."""

    normalised: str
    start: int
    end: int


_PATTERNS = {
    language: {name: of_lower_case(pattern) for name, pattern in table} for language, table in CLASSES_OF.items()
}


@lru_cache(maxsize=256)
def _patterns(bits: int, language: str) -> tuple[tuple[str, re.Pattern[str] | None], ...]:
    """The classes that may be said where these bits of `stems` stand, with the pattern of each.

    None for the commonest one in English where it can be told by one verb only.
    """
    short = language == "en" and not bits & LONGER
    patterns = _PATTERNS.get(language, {})
    return tuple((name, None if short and name == "accepted" else patterns[name]) for name in possible(bits, language))


def _told(prose: Prose, start: int, end: int, pattern: re.Pattern[str] | None) -> Iterable[re.Match[str]]:
    """The words between two offsets that tell one class."""
    return pattern.finditer(prose.lower, start, end) if pattern else prose.accepts(start, end)


_PARTICIPLES = {
    "en": r"((?:partially |partly |not )?(?:accepted|supported)|noted|rejected)(?: in (?:part|principle))?",
    "fr": r"((?:partiellement |non )?(?:acceptée?s?|appuyée?s?)|notée?s?|rejetée?s?)",
    "es": r"((?:parcialmente |no )?(?:aceptadas?|apoyadas?)|a?notadas?|rechazadas?)",
}
PARTICIPLES = {language: telling(rf"\b{words}\b") for language, words in _PARTICIPLES.items()}
"""The words that a sentence with "respectively" lists: "are accepted, noted and rejected respectively"."""


def say(prose: Prose, start: int, end: int) -> list[Said]:
    """What the words from `start` to `end` say, in printed order; words inside a longer telling phrase count once.

    A refusal holds the words of an acceptance ("cannot accept"): the first class of the table that claims a place
    keeps it. An acceptance that also says "implemented" or "in the process" is told by `degrees.degree`.
    """
    return say_of(prose, start, end, prose.told(start, end))


def say_of(prose: Prose, start: int, end: int, bits: int) -> list[Said]:
    """The same, where it is known what the words may tell: bits of `stems`."""
    found: list[Said] = []
    text = prose.text
    for normalised, pattern in _patterns(bits & OF_CLASSES, prose.language):
        for told in _told(prose, start, end, pattern):
            first, last = told.span()
            if text[first] in _EDGES or text[last - 1] in _EDGES:
                first, last = _without_lists(text, first, last)
            if found and any(first < other.end and other.start < last for other in found):
                continue
            if bits & REFUSED and normalised in _ACCEPTED and _is_negated(prose, start, first):
                continue
            found.append(Said(normalised, first, last))
    return sorted(found, key=lambda said: said.start) if len(found) > 1 else found


_ACCEPTED = frozenset({"accepted", "accepted_in_part", "accepted_in_principle"})
# For small letters: a negation, and the words between it and what it may deny
_NEGATIONS = {
    language: re.compile(rf"(?:\b(?:{words})|{glued})\b((?:\s+[\w’']+){{0,6}})\s*$")
    for language, words, glued in (
        ("en", "not|cannot|never", "n[’']t"),
        ("fr", "pas|jamais", "aucunement"),
        ("es", "no|nunca", "tampoco"),
    )
}
_NOT_DENIED = frozenset(
    "only just merely but and or while however which although hence seulement mais et solo sino y pero".split()
)
_FARTHEST = 60


def _is_negated(prose: Prose, start: int, at: int) -> bool:
    """Whether the words of an acceptance are denied by what stands before: "does not see its way to accepting it"."""
    negation = _NEGATIONS.get(prose.language)
    denied = negation.search(prose.lower, max(start, at - _FARTHEST), at) if negation else None
    return denied is not None and _NOT_DENIED.isdisjoint(denied[1].split())


def says(prose: Prose, start: int, end: int) -> bool:
    """Whether `say` finds anything; the commonest class is looked for first."""
    for _, pattern in reversed(_patterns(prose.told(start, end) & OF_CLASSES, prose.language)):
        if pattern.search(prose.lower, start, end) if pattern else prose.accepts(start, end):
            return True
    return False


_EDGES = f"{LIST} \t\n,:;.()–—-"


def _without_lists(text: str, start: int, end: int) -> tuple[int, int]:
    """The range of telling words without the lists at their edges."""
    words = text[start:end]
    return end - len(words.lstrip(_EDGES)), start + len(words.rstrip(_EDGES))


def verdict_of(words: str) -> str:
    """The class of one of PARTICIPLES."""
    lower = " ".join(words.lower().split())
    if lower.startswith(("partial", "partly", "parcial", "partiel")) or lower.endswith("part"):
        return "accepted_in_part"
    if lower.endswith("principle"):
        return "accepted_in_principle"
    if lower.startswith(("not ", "non ", "no ", "reject", "rejet", "rechaz")):
        return "rejected"
    return "noted" if lower.startswith(("noted", "noté", "notad", "anotad")) else "accepted"
