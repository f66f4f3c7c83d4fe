"""Classes outside of sentences: the word in a cell, under a number or above a list, and the reply under a number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from item6.sources.addendum.classes import degree, say, telling
from item6.sources.addendum.prose import Prose
from item6.sources.addendum.statements import is_part
from item6.sources.addendum.stems import PART
from item6.terms.states import find

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
                    r"(?:accept|support)(?:s|ed)? (?:in part|partially|partly)\b",
                    r"(?:supported|accepted) ?(?:/|and) ?(?:partially )?noted",
                    r"partial(?:ly)?\b(?! implement)",
                ),
            ),
            (
                "accepted_in_principle",
                (r"(?:accept|support|agree)(?:s|d|ed)? in principle", r"in principle,? (?:accept|support|agree)\w*"),
            ),
            (
                "rejected",
                (
                    r"(?:not|non)[- ](?:accept|support|endors)ed",
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
    told = verdict(words, language) if len(words) < _LONGEST_VERDICT else None
    if told is None:
        return None
    more = told[1].strip(" .;:)*")
    return told[0] if not more or _DEGREE_ONLY.fullmatch(more) else None


_LONGEST_VERDICT = 80
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


def of_heading(words: str, language: str) -> str | None:
    """The class that a heading gives to the numbers under it: `Recommendations noted by Ruritania`."""
    if told := alone(words, language):
        return told
    if said := say(Prose(words, language), 0, len(words)):
        return _degree(words, language) if said[0].normalised == "accepted" else said[0].normalised
    loose = next((name for name, pattern in _LOOSE.get(language, ()) if pattern.search(words)), None)
    return _degree(words, language) if loose == "accepted" else loose


@dataclass(frozen=True, slots=True)
class Reply:
    """What is said under a number. normalised: its class. at: of the telling words. start: without the quoted text.

    plain: by a word or line of its own, which weighs more than a sentence of an explanation.
    """

    normalised: str
    at: int
    start: int
    plain: bool


_BRACKET = re.compile(r"\(([A-ZÀ-Ý][^()]{2,300}(?:\([^()]{2,60}\)[^()]{0,200})?)\)(?:\s*[;,.]|(?=\s))")
_QUOTED = 1500
"""Characters within which the text of a recommendation ends with its States."""
_ABOUT_NOUNS = ("recommendation", "recommandation", "recomendación")
_ABOUT = re.compile(r"\b(?:parts?\b|partie|parte|proposal|it\b)|definitive\s+statement")


def _is_about(lower: str, start: int, end: int) -> bool:
    """Whether a sentence in small letters speaks of the recommendation."""
    words = lower[start:end]
    return any(map(words.__contains__, _ABOUT_NOUNS)) or _ABOUT.search(lower, start, end) is not None


def after_quoted(text: str, start: int, end: int) -> int:
    """Where the words under a number begin after the text of the recommendation, which ends with its States."""
    at = start
    for bracket in _BRACKET.finditer(text, start, min(end, start + _QUOTED)):
        if at != start and text[at : bracket.start()].strip(" ;,.\n"):
            break
        if find(" ".join(re.split(r"[,;]", bracket[1])[0].split())):
            at = bracket.end()
    return at


def reply(prose: Prose, start: int, end: int) -> Reply | None:
    """The class that the words under a label give to its numbers; None where they give none.

    A line or opening word that is an answer by itself comes first. An acceptance beside a refusal, or beside an
    answer left open, of another part of the recommendation is an acceptance in part.
    """
    text = prose.text
    start = after_quoted(text, start, end)
    if plain := _plain(prose, start, end):
        return plain
    said = [
        (told, (first, last))
        for index, (first, last) in enumerate(prose.sentences(start, end))
        if (saids := say(prose, first, last)) and (index == 0 or _is_about(prose.lower, first, last))
        for told in saids
    ]
    if not said:
        return None
    (told, (first, last)), classes = said[0], {told.normalised for told, _ in said}
    if classes & {"accepted", "accepted_in_principle"} and classes & {"rejected", "no_answer"}:
        return Reply("accepted_in_part", told.start, start, False)
    if told.normalised == "accepted" and _of_part(prose, first, told.end + 40):
        return Reply("accepted_in_part", told.start, start, False)
    if told.normalised in ("rejected", "noted") and "accepted" in classes and _of_part(prose, first, last):
        return Reply("accepted_in_part", told.start, start, False)
    normalised = degree(prose, start, end) if told.normalised == "accepted" else told.normalised
    return Reply(normalised, told.start, start, False)


def _of_part(prose: Prose, start: int, end: int) -> bool:
    return prose.told(start, end) & PART != 0 and is_part(prose.text[start:end])


def _plain(prose: Prose, start: int, end: int) -> Reply | None:
    opens = prose.may_open(start)
    if not opens and not prose.opens_between(start, end):
        return None
    at, language = start, prose.language
    for index, line in enumerate(prose.text[start:end].split("\n")[:_LINES]):
        begins, at = at, at + len(line) + 1
        if not (opens if index == 0 else begins in prose.openings):
            continue
        words = line.strip()
        place = begins + line.find(words)
        if len(words) < _LONGEST_VERDICT and (told := alone(words, language)):
            return Reply(told, place, start, True)
        marked = _MARKED.match(words) if ":" in words else None
        if index and not marked:
            continue
        sentence = _SHORT_SENTENCE.match(words + " ")
        if sentence and (told := alone(sentence[0].rstrip(" .;"), language)):
            return Reply(told, place, start, True)
        if marked and (found := verdict(words, language)):
            return Reply(found[0], place, start, True)
    return None


_SHORT_SENTENCE = re.compile(r"[^.;]{3,60}[.;]\s")


_LINES = 60
"""Lines under one number that are looked at."""
_MARKED = re.compile(
    r"\W*(?:[\w’' ]{0,30}\b(?:position|response|reply|answer|status|decision|réponse|respuesta|posición)"
    r"[\w ]{0,30}?)\s*:",
    re.IGNORECASE,
)
