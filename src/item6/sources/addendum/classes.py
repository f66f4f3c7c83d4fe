"""The State's words and what they mean: the classes of answers, in English, French and Spanish.

A class is read only from words that say it. "Notes that" introduces a remark and is no answer; "implemented" alone is
none either, though beside an acceptance it tells how far it goes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns).replace(" ", r"\s+"), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """normalised: a key of POSITION_OF. start, end: range of the telling words."""

    normalised: str
    start: int
    end: int


_ENGLISH = (
    (
        "accepted_in_part",
        _words(
            r"\b(?:partial(?:ly)?|partly) (?:accept|support|enjoy|agree)\w*",
            r"\b(?:accept|support)(?:s|ed)? (?:\w+ ){0,4}?(?:in part|partially|partly)\b",
            r"\bpartial (?:acceptance|support)\b",
            r"\bin part\b",
        ),
    ),
    (
        "accepted_in_principle",
        _words(
            r"\b(?:accept|support|agree)\w* (?:\w+ ){0,5}?in principle\b",
            r"\bin principle,? (?:accept|support|agree)\w*",
        ),
    ),
    (
        "no_answer",
        _words(
            r"\b(?:cannot|can not|could not),?(?:[^.;]{0,40}?) make a definitive statement",
            r"\bunder (?:consideration|examination|review by the government)\b",
            r"\b(?:will|shall|would) (?:be )?(?:further )?(?:consider|examin|stud)\w*",
            r"\bresponses? will be\b",
            r"\b(?:no|not yet an?|cannot take an?) (?:final )?position\b",
        ),
    ),
    (
        "rejected",
        _words(
            r"\b(?:do|does|did|can|could|is|are|was|were|has|have|will|would|shall|may)(?: ?not|n[’']t)"
            r"(?: be| been| in a position to| able to| yet| currently| fully| ready to| prepared to)* "
            r"(?:accept|support|agree|endors|enjoy|approv|favour|in favour)\w*",
            r"\bcannot,?(?: at (?:this|present)[^,;.]{0,30},?)?(?: be| fully| currently)* "
            r"(?:accept|support|agree|endors|enjoy)\w*",
            r"\bunable to (?:accept|support)",
            r"\b(?:is|are) not in a position to\b",
            r"\breject(?:s|ed|ion)?\b",
            r"\bnot (?:accepted|supported|acceptable|endorsed)\b",
            r"\bunacceptable\b",
            r"\bdeclines?\b",
        ),
    ),
    (
        "disputed",
        _words(
            r"\b(?:is|are|was|were) "
            r"(?:out of date|outdated|not relevant|irrelevant|inapplicable|not applicable|incomprehensible|"
            r"factually (?:wrong|incorrect)|based on (?:false|wrong|incorrect|inaccurate))\w*",
            r"\bdisputes?\b",
        ),
    ),
    (
        "noted",
        _words(
            r"\bnot(?:es|e|ed) (?:the |these |this |those |following |above |\d+ |only |with appreciation )*"
            r"(?:recommendations?|recs?\b)",
            r"\b(?:takes?|taken|took) (?:due )?note of\b",
            r"\b(?:is|are|was|were|be|been|has been|have been|now|and|merely|only) noted\b",
            r"\bnotes (?=\d)",
            r"\bnoted recommendations?\b",
            r"^\W*(?:[IVX]+\.|\d+\.|[A-Z]\.)?\W*noted\W*$",
        ),
    ),
    (
        "accepted",
        _words(
            r"\baccept(?:s|ed|ing|able)?\b",
            r"\bsupport(?:s|ed)? (?:the |these |this |those |following |above |all |\d+ )*(?:recommendations?|recs?\b)",
            r"\b(?:is|are|was|were|be|been|now|immediately|fully) supported\b",
            r"\bsupport(?:s|ed)? (?=\d)",
            r"\bsupported recommendations?\b",
            r"\benjoy(?:s|ed)? (?:the |its |our |their )?(?:full )?support\b",
            r"\bagrees? (?:to|with) (?:the|this|these|those) recommendations?\b",
            r"^\W*(?:[IVX]+\.|\d+\.|[A-Z]\.)?\W*supported\W*$",
        ),
    ),
)
_FRENCH = (
    (
        "accepted_in_part",
        _words(r"\baccept\w* (?:\w+ ){0,4}?(?:en partie|partiellement)\b", r"\bpartiellement accept\w*"),
    ),
    ("accepted_in_principle", _words(r"\baccept\w* (?:\w+ ){0,5}?en principe\b")),
    ("no_answer", _words(r"\b(?:examinera|seront examinées|sera examinée|à l.examen|en cours d.examen)\b")),
    (
        "rejected",
        _words(
            r"\bn[’'e] ?(?:accepte|appuie|approuve|peu[tx]|sont|est|recueill\w*|bénéfici\w*)\w*(?: pas)?"
            r"(?: être| en mesure d[’'e] ?| accepter| acceptées?| l.appui)*",
            r"\brejet(?:te|tent|ée?s?|te les)\b",
        ),
    ),
    ("noted", _words(r"\bprend (?:bonne )?note\b", r"\b(?:est|sont) notées?\b", r"\bnotées?\b")),
    (
        "accepted",
        _words(
            r"\baccept(?:e|ent|ée?s?)\b", r"\bappuie\b", r"\brecueill\w+ (?:l.appui|l.adhésion)", r"\bacceptation\b"
        ),
    ),
)
_SPANISH = (
    ("accepted_in_part", _words(r"\bacept\w* (?:\w+ ){0,4}?(?:en parte|parcialmente)\b", r"\bparcialmente acept\w*")),
    ("accepted_in_principle", _words(r"\bacept\w* (?:\w+ ){0,5}?en principio\b")),
    ("no_answer", _words(r"\b(?:examinará|serán examinadas|será examinada|en estudio)\b")),
    (
        "rejected",
        _words(
            r"\bno (?:se )?"
            r"(?:acept\w*|apoya\w*|pueden? (?:ser )?acept\w*|cuentan? con|gozan? de|est[áa]n? en condiciones)",
            r"\brechaza\w*",
        ),
    ),
    (
        "noted",
        _words(r"\btoma (?:debida )?nota\b", r"\bse han tomado nota\b", r"\bnotadas?\b", r"\btomad[oa]s? nota\b"),
    ),
    (
        "accepted",
        _words(r"\bacepta\w*", r"\bapoya\w*", r"\bcuentan? con (?:el|su) apoyo", r"\bgozan? del? (?:su )?apoyo"),
    ),
)
_OF_LANGUAGE = {"en": _ENGLISH, "fr": _FRENCH, "es": _SPANISH}
LANGUAGES = frozenset(_OF_LANGUAGE)

_DONE = _words(
    r"already (?:\w+ ){0,3}?(?:implemented|in place|in force|acts?|acted|taken|done|complied|designed)",
    r"(?:has|have|had) (?:already |always |since |now )?been (?:already |fully |largely |duly )?implemented",
    r"\bconsiders? (?:that )?(?:this|these|the) recommendations?(?: is| are| as)?(?: to be)?"
    r"(?: already| fully)* implemented",
    r"\b(?:is|are|as)(?: already| fully)* implemented",
    r"\bhas always acted\b",
    r"déjà (?:été )?(?:mises? en œuvre|appliquées?)",
    r"ya (?:se )?(?:han? sido |ha )?(?:aplicad|implementad|cumplid)\w+",
)
_UNDER_WAY = _words(
    r"process of(?: being)? implement\w*",
    r"\bbeing (?:\w+ )?implemented",
    r"\b(?:is|are) (?:already |currently )?(?:ongoing|under ?way|in progress)",
    r"\b(?:have|has) (?:already )?(?:started|begun|been started)",
    r"implementation (?:is |of \w+ )?(?:ongoing|under ?way)",
    r"en cours (?:de mise en œuvre|d.application)",
    r"en (?:curso|proceso) de (?:aplicación|implementación|ejecución)",
)


def say(text: str, start: int, end: int, language: str) -> list[Said]:
    """What the words from `start` to `end` say, in printed order; words inside a longer telling phrase count once.

    A refusal holds the words of an acceptance ("cannot accept"): the first class of the table that claims a place
    keeps it. An acceptance that also says "implemented" or "in the process" is told by `degree`.
    """
    found: list[Said] = []
    for normalised, pattern in _OF_LANGUAGE.get(language, ()):
        for told in pattern.finditer(text, start, end):
            if not any(told.start() < other.end and other.start < told.end() for other in found):
                found.append(Said(normalised, told.start(), told.end()))
    return sorted(found, key=lambda said: said.start)


def degree(text: str, start: int, end: int) -> str:
    """How far an acceptance goes: `accepted`, `accepted_implemented` or `accepted_being_implemented`.

    Where both are said of a whole list ("implemented or in the process of implementation") the lesser is taken.
    """
    if _UNDER_WAY.search(text, start, end):
        return "accepted_being_implemented"
    return "accepted_implemented" if _DONE.search(text, start, end) else "accepted"
