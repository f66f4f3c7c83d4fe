"""Classes outside of sentences: the word in a cell, under a number or above a list."""

from __future__ import annotations

import re

from item6.sources.addendum.classes import Said, say
from item6.sources.addendum.degrees import degree
from item6.sources.addendum.prose import Prose
from item6.sources.addendum.vocabulary import telling
from item6.terms.answers import POSITION_OF

_DEGREES = (
    r"(?:and |as |it is |which is |considered |deemed |currently |already |fully |being |partially |ya |déjà |en )*"
    r"(?:the |in (?:the )?)?(?:process of )?(?:implement\w*|ongoing|under ?way|in progress|cours\b.*|curso\b.*|"
    r"proceso\b.*|aplicad\w*|mise? en œuvre|appliquée?s?)"
)
_VERDICTS = {
    language: telling(*(f"(?P<{normalised}>{'|'.join(patterns)})" for normalised, patterns in table))
    for language, table in {
        "en": (
            (
                "accepted_in_part",
                (
                    r"(?:partial(?:ly)?|partly) (?:accept|support|agree|endorse)\w*",
                    r"(?:accept|support|agree)(?:s|d|ed)?,?[ -](?:in[ -]part|partially|partly)\b",
                    r"(?:supported|accepted) ?(?:/|and) ?(?:partially )?noted",
                    r"partial(?:ly)?\b(?! implement)",
                    r"enjoys? (?:the |its |our )?(?:partial support|support (?:of [\w ]{2,40} )?(?:in part|partially))",
                ),
            ),
            (
                "accepted_in_principle",
                (
                    r"(?:accept|support|agree)(?:s|d|ed)?,?[ -]in[ -]principle",
                    r"in principle,? (?:accept|support|agree)\w*",
                ),
            ),
            (
                "rejected",
                (
                    r"(?:not|non)[- ](?:accept|support|endors|agree)(?:ed|d)?\b",
                    r"(?:disagree|refuse)[sd]?\b",
                    r"reject(?:s|ed)?\b",
                    r"(?:does|do) not (?:accept|support|enjoy (?:the|its) support)",
                    r"(?:cannot|can not) (?:be )?(?:accept|support)\w*",
                    r"declined\b",
                    r"no$",
                ),
            ),
            ("disputed", (r"(?:out of date|outdated|not relevant|irrelevant|not applicable|incomprehensible)",)),
            ("noted", (r"(?:is |are )?(?:duly )?noted\b(?! that)", r"tak(?:es?|en) (?:due )?note\b", r"notes?$")),
            (
                "no_answer",
                (
                    r"(?:still )?(?:under (?:consideration|examination)|pending|deferred)\b",
                    r"to be (?:considered|examined)",
                ),
            ),
            (
                "accepted",
                (
                    r"(?:is |are |fully )?(?:accept|support|endors|agree)(?:s|d|ed)?\b(?! (?:that|the idea))",
                    r"enjoys? (?:the |its |our )?(?:full )?support(?: of (?:\w+ ?){1,5})?",
                    r"yes$",
                ),
            ),
        ),
        "fr": (
            (
                "accepted_in_part",
                (r"(?:partiellement|en partie) (?:accept|appuy)\w+", r"(?:accept|appu)\w+ (?:partiellement|en partie)"),
            ),
            (
                "accepted_in_principle",
                (r"(?:accept|appu)\w+ (?:en|sur le) principe", r"en principe,? (?:accept|appu)\w+"),
            ),
            (
                "rejected",
                (r"non[ -](?:acceptée?s?|appuyée?s?)", r"(?:rejet|refus)(?:ée?s?|te|e)\b", r"n.accepte pas", r"non$"),
            ),
            ("noted", (r"notée?s?\b", r"(?:prend|prise?|prises) (?:bonne )?(?:note|acte)\b", r"a pris note")),
            ("no_answer", (r"(?:en cours d.examen|à l.(?:examen|étude)|en suspens)",)),
            (
                "accepted",
                (
                    r"(?:accept|appuy)ée?s?\b",
                    r"(?:accepte|appuie)\b",
                    r"recueille l.(?:appui|adhésion)[\w ’']*",
                    r"oui$",
                ),
            ),
        ),
        "es": (
            (
                "accepted_in_part",
                (r"(?:parcialmente|en parte) (?:acept|apoy)ad\w+", r"(?:acept|apoy)ad\w+ (?:parcialmente|en parte)"),
            ),
            ("accepted_in_principle", (r"(?:acept|apoy)ad\w+ en principio", r"en principio,? acept\w+")),
            ("rejected", (r"no (?:se )?(?:acept|apoy)\w+", r"rechaza(?:das?)?\b", r"no$")),
            ("noted", (r"(?:se )?tom(?:a|ada|ado) (?:debida )?nota\b", r"a?notadas?\b")),
            ("no_answer", (r"(?:en estudio|en examen|pendiente)",)),
            (
                "accepted",
                (r"(?:acept|apoy)adas?\b", r"(?:se )?(?:acepta|apoya)\b", r"cuenta con (?:el|su) apoyo[\w ]*", r"sí$"),
            ),
        ),
    }.items()
}
_OPENING = re.compile(
    r"\W*(?:(?:the )?(?:state.s |government.s )?"
    r"(?:position|response|reply|answer|status|decision|réponse|respuesta|posición)"
    r"(?: of [\w ]{3,40}?)?\s*:\s*)?(?:this |the |cette |la |esta )?(?:(?:recommendation|recommandation|recomendación) "
    r"(?:is |est |es )?)?",
    re.IGNORECASE,
)


def verdict(words: str, language: str) -> tuple[str, str] | None:
    """The class that a short phrase standing alone gives, and the words after it; None where it gives none.

    Position cells of tables, single words under a number, headings: `Supported – already implemented`, `Noted`.
    """
    opening = _OPENING.match(words)
    rest = words[opening.end() :] if opening else words
    told = _VERDICTS[language].match(rest.rstrip(" .;")) if language in _VERDICTS else None
    if told is None or told.lastgroup is None:
        return None
    more = rest[told.end() :].lstrip(" \t\n.,;:–—/()-*")
    return (_degree(words, language) if told.lastgroup == "accepted" else told.lastgroup), more


def _degree(words: str, language: str) -> str:
    return degree(Prose(words, language), 0, len(words))


def alone(words: str, language: str) -> str | None:
    """The class of a phrase that says nothing else: `Supported`, `Accepted, already implemented`, `Not accepted`."""
    told = verdict(words, language) if len(words) < LONGEST_VERDICT else None
    if told is None:
        return None
    if _FOLLOWED_UP.match(told[1]):
        return told[0]
    more = told[1].strip(" .;:)*")
    return told[0] if not more or _DEGREE_ONLY.fullmatch(more) else None


_NOTE = re.compile(r"(?P<noted>Notes?)\b")
_CELL_ENDS = re.compile(r"\s*(?:$|[.:;,(]|[–—-]\s|[\dA-ZÀ-Ý“«])")


def in_a_cell(line: str, language: str) -> str | None:
    """The class of words that begin as the cell of a printed table does: `Noted The law is new`, `Accepted. Done.`.

    The answer begins with a capital, and so does what follows it. A head such as `Accepted Noted Comments` has none.
    """
    if not line[:1].isupper() or language not in _VERDICTS:
        return None
    told = _VERDICTS[language].match(line) or _NOTE.match(line)
    if told is None or told.lastgroup is None or not _CELL_ENDS.match(line, told.end()):
        return None
    more = line[told.end() :].lstrip()
    if more[:1].isupper() and _VERDICTS[language].match(more):
        return None
    return _degree(line, language) if told.lastgroup == "accepted" else told.lastgroup


LONGEST_VERDICT = 80
_FOLLOWED_UP = re.compile(r"(?:(?:to|for) follow[- ]?up|in full|\d+(?: recom\w+)?\))[\s.:;]*$", re.IGNORECASE)
"""What may stand behind an answer and adds nothing: "Accept to follow up", "Accepted in full", "Noted (3)"."""
_DEGREE_ONLY = re.compile(_DEGREES.replace(" ", r"\s+"), re.IGNORECASE)
_LOOSE = {
    "en": (
        ("accepted_in_part", telling(r"\b(?:partially|partly|in part)\b")),
        ("rejected", telling(r"\b(?:not|non|cannot)\b.*\b(?:support|accept)\w*", r"\brejected\b")),
        ("noted", telling(r"\bnoted\b(?! that)")),
        ("accepted", telling(r"\bsupported\b", r"\bsupports\b")),
    ),
    "fr": (("noted", telling(r"\bnotées?\b")), ("accepted", telling(r"\bappuyées?\b"))),
    "es": (("noted", telling(r"\ba?notadas?\b")), ("accepted", telling(r"\bapoyadas?\b"))),
}


_NAMED = re.compile(
    r"(?<!Not )\b(?:Accepted|Supported|Noted|Rejected|Acceptée?s?|Notée?s?|Rejetée?s?|Aceptadas?|Rechazadas?)\b"
)


def heads_columns(words: str) -> bool:
    """Whether words are, or begin with, the head of a table that names several classes: `Theme Accepted Noted`."""
    return len(set(_NAMED.findall(words))) > 1 or _OTHER_COLUMN.search(words) is not None


_OTHER_COLUMN = re.compile(
    r"(?:\b(?:Accept|Support|Not|Acept|Rech|Rej)\w*|\)) "
    r"(?:Comments?|Remarks?|Observations?|Justification|Explanations?|"
    r"Reasons?|Comentarios?|Observaciones)\s*$"
)
_FOLLOWING = re.compile(r"\b(?:following|below|suivantes|ci-après|siguientes)\b", re.IGNORECASE)


def _of_several(words: str, said: list[Said]) -> str | None:
    """The class of a heading that says several: they agree, or one leads to "the following"; else it has none."""
    if len({POSITION_OF[each.normalised] for each in said}) == 1:
        return said[0].normalised
    following = _FOLLOWING.search(words)
    before = [each for each in said if following and each.end <= following.start()]
    return before[-1].normalised if before else None


def of_heading(words: str, language: str) -> str | None:
    """The class that a heading gives to the numbers under it: `Recommendations noted by Ruritania`.

    The head of a table, which names several classes, gives none.
    """
    if heads_columns(words):
        return None
    if told := alone(words, language):
        return told
    prose = Prose(words, language)
    said = say(prose, 0, len(words))
    loose = (name for name, pattern in _LOOSE.get(language, ()) if pattern.search(words))
    told = _of_several(words, said) if len(said) > 1 else said[0].normalised if said else next(loose, None)
    return degree(prose, 0, len(words)) if told == "accepted" else told
