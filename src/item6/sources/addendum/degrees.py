"""How far an acceptance goes: what was accepted may be done already, or be under way."""

from __future__ import annotations

import re

from item6.sources.addendum.prose import Prose
from item6.sources.addendum.stems import DONE, UNDER_WAY
from item6.sources.addendum.vocabulary import of_lower_case, telling


def _signs(*signs: tuple[str, str]) -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    """Patterns for words in small letters, each with parts of words of which one must stand there."""
    return tuple((tuple(stems.split()), of_lower_case(telling(pattern))) for stems, pattern in signs)


# Each pattern begins with letters, for it is found several times as fast so; what must stand before them follows
_DONE = _signs(
    ("already", r"already (?:\w+ ){0,3}?(?:implemented|in place|in force|acts?|acted|taken|done|complied|designed)"),
    (
        "implemented",
        r"ha(?:s|ve|d) (?:already |always |since |now )?been (?:already |fully |largely |duly )?implemented",
    ),
    (
        "implemented",
        r"consider(?<=\bconsider)s? (?:that )?(?:this|these|the) recommendations?(?: is| are| as)?(?: to be)?"
        r"(?: already| fully)* implemented",
    ),
    (
        "implemented",
        r"i(?<=\bi)s(?: already| fully)* implemented|"
        r"a(?<=\ba)(?:re|s|nd(?: as| to be| being)?)(?: already| fully)* implemented|"
        r"(?:considers them|consider(?<=\bconsider)ed|deem(?<=\bdeem)ed)(?: as| to be| being)?(?: already| fully)* "
        r"implemented",
    ),
    ("acted", r"has(?<=\bhas) always acted\b"),
    ("implemented", r"[,–:(-] ?(?:and )?(?:already |fully )*implemented\b"),
    (
        "déjà",
        r"déjà (?:été )?(?:(?:mises? )?en (?:œuvre|oeuvre|application)|appliquées?|réalisées?)",
    ),
    (
        "aplicad implementad cumplid ejecutad",
        r"ya (?:se )?(?:han? |están? )?(?:sido )?(?:aplicad|implementad|cumplid|ejecutad)\w+",
    ),
)
_UNDER_WAY = _signs(
    ("process", r"process of(?: being)? implement\w*"),
    ("being", r"being(?<=\bbeing) (?:\w+ )?implemented"),
    (
        "ongoing way progress",
        r"(?:is(?<=\bis)|are(?<=\bare)) (?:already |currently )?(?:ongoing|under ?way|in progress)",
    ),
    ("started begun", r"ha(?<=\bha)(?:ve|s) (?:already )?(?:started|begun|been started)"),
    ("ongoing way", r"implementation (?:is |of \w+ )?(?:ongoing|under ?way)"),
    (
        "cours voie",
        r"en (?:cours|voie) (?:de (?:mise en (?:œuvre|oeuvre)|réalisation)|d.(?:application|exécution))",
    ),
    ("curso proceso", r"en (?:curso|proceso) de (?:aplicación|implementación|ejecución)"),
)


def degree(prose: Prose, start: int, end: int) -> str:
    """How far an acceptance goes: `accepted`, `accepted_implemented` or `accepted_being_implemented`.

    Where both are said of a whole list ("implemented or in the process of implementation") the lesser is taken.
    """
    bits = prose.told(start, end)
    if bits & UNDER_WAY and _tells(_UNDER_WAY, prose.lower, start, end):
        return "accepted_being_implemented"
    return "accepted_implemented" if bits & DONE and _tells(_DONE, prose.lower, start, end) else "accepted"


def _tells(signs: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...], lower: str, start: int, end: int) -> bool:
    words = lower[start:end]
    for stems, pattern in signs:
        for stem in stems:
            if stem in words:
                if pattern.search(lower, start, end):
                    return True
                break
    return False
