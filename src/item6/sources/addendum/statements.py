"""Sentences that give a class to numbers: "accepts recommendations 1–5 and notes 6–8", "122.1 and 122.3 are noted"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from item6.sources.addendum.classes import Said
from item6.sources.addendum.degrees import degree
from item6.sources.addendum.mentions import find_runs, first_number
from item6.sources.addendum.pairing import PART_OF, Sentence, Statement, Unsaid, class_of, of_sentence, sentence_at
from item6.sources.addendum.prose import Prose
from item6.sources.addendum.verdicts import alone, heads_columns, of_heading

_THEM = re.compile(
    r"\b(?:this|these|those|them|they|it|which|both)\b|\bthe\s+recommendations?\b|"
    r"\b(?:cette|ces|celles?-ci|elles?|la\s+recommandation|les)\b|\b(?:esta|estas|ellas?|la\s+recomendación|las)\b",
    re.IGNORECASE,
)
_REST = ("emaining", "ther", "all", "rest", "outes", "autres", "odas", "demás")
# For small letters
_OTHERS = re.compile(
    r"\b(?:the|all|its)\s+(?:remaining|rest\s+of\s+the|other)\s+(?:\d+\s+)?(?:recommendations?\b|ones\b)|"
    r"\ball\s+(?:of\s+)?(?:the\s+)?(?:other\s+)?recommendations\b|"
    r"\b(?:toutes\s+les\s+)?(?:les\s+)?(?:autres\s+recommandations|recommandations\s+restantes)\b|"
    r"\btoutes\s+les\s+recommandations\b|"
    r"\b(?:las\s+)?(?:demás\s+recomendaciones|restantes\s+recomendaciones|recomendaciones\s+restantes)\b|"
    r"\btodas\s+las\s+recomendaciones\b"
)


def read_statements(prose: Prose, start: int, end: int) -> Iterator[Statement | Unsaid]:
    """The statements of a paragraph, in order; then what it leaves without a class.

    What is said after a list of the whole list tells its degree; a list without a class takes that of a sentence
    which speaks of "these recommendations".
    """
    pending: list[Statement | Unsaid] = []
    begins = first_number(prose, start, end)
    for first, last in prose.sentences(start, end):
        runs = list(find_runs(prose, first, last)) if last > begins else []
        if not (runs or pending or _speaks_of_others(prose.lower, first, last)):
            continue
        sentence = _without_head(sentence_at(prose, first, last, runs))
        if runs and not any(told.start < runs[0].start for told in sentence.said):
            sentence = _headed(prose, sentence)
        if runs:
            yield from pending
            pending = list(of_sentence(sentence, prose.language))
        elif pending:
            pending = [_with_more(prose, told, sentence) for told in pending]
        if rest := _rest(sentence):
            yield rest
    yield from pending


def _without_head(sentence: Sentence) -> Sentence:
    """The sentence without the classes in the head of a table that is printed before its first list."""
    first = sentence.runs[0].start if sentence.runs else sentence.start
    if not sentence.said or sentence.said[0].end > first or not heads_columns(sentence.between(sentence.start, first)):
        return sentence
    return replace(sentence, said=[told for told in sentence.said if told.end > first])


def _headed(prose: Prose, sentence: Sentence) -> Sentence:
    """The sentence with the class of the words before its first colon: "Supported, already implemented: 149.1"."""
    lead = prose.text[sentence.start : sentence.runs[0].start].rstrip()
    if lead.endswith(":"):
        told = of_heading(" ".join(lead[:-1].split()), prose.language)
    else:
        told = alone(lead.strip(), prose.language) if lead.strip()[:1].isupper() else None
    if told is None:
        return sentence
    return replace(sentence, said=[Said(told, sentence.start, sentence.start + len(lead) - 1), *sentence.said])


def _speaks_of_others(lower: str, start: int, end: int) -> bool:
    words = lower[start:end]
    return any(map(words.__contains__, _REST)) and _OTHERS.search(lower, start, end) is not None


def _rest(sentence: Sentence) -> Unsaid | None:
    """A class for recommendations that are not named: "the remaining recommendations are noted"."""
    if not sentence.said or sentence.masked.rstrip().endswith(":"):
        return None
    others = _OTHERS.search(sentence.words.lower)
    if not others:
        return None
    named = [run for run in sentence.runs if run.numbers]
    at = others.start() + sentence.start
    near = min(sentence.said, key=lambda told: abs(told.start - at))
    # "all recommendations in 115.1 to 115.9 are accepted" names them
    if any(at <= run.start and run.start - at < _NEAR for run in named):
        return None
    return Unsaid((), near.normalised, sentence.start, sentence.end)


_NEAR = 80
"""Characters after "all recommendations" within which their numbers stand, where they are named."""


def _with_more(prose: Prose, told: Statement | Unsaid, sentence: Sentence) -> Statement | Unsaid:
    """What the next sentence adds to a statement: its degree, its other part, the class itself, the explanation."""
    about = _THEM.search(sentence.masked) is not None
    if isinstance(told, Unsaid):
        if not (about and sentence.said and told.numbers and told.normalised == ""):
            return told
        first = sentence.said[0]
        if not _is_of_them(sentence, first):
            return told
        told_class = class_of(sentence, first, sentence.start, sentence.end)
        return Statement(told.numbers, told_class, sentence.start, sentence.end, first.start)
    if not _ANNOUNCES.search(sentence.masked):
        told = told._replace(because=(told.because[0] or sentence.start, sentence.end))
    classes = {each.normalised for each in sentence.said}
    other = classes & {"rejected", "no_answer", "noted"} and PART_OF.search(sentence.masked)
    if told.normalised.startswith("accepted") and len(told.numbers) == 1 and other:
        return told._replace(normalised="accepted_in_part")
    further = degree(prose, sentence.start, sentence.end)
    if told.normalised != "accepted" or further == "accepted" or not _WHOLE_LIST.match(sentence.masked):
        return told
    return told._replace(normalised=further)


_RECOMMENDATIONS = re.compile(
    r"\b(?:this|these|those|the|both|such|all|cette|ces|la|les|esta|estas|las)\s+(?:\w+\s+)?(?:recom\w+|proposals?)",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:is|are|be|been|was|were|N|est|sont|été|son|es|sido)(?:\s+\w+)?\s*$", re.IGNORECASE)
_OBJECT = re.compile(
    r"\s*(?:it|them|this|these|both|part|by|with|in\s+full|fully|en|ellas?)?(?:[.,;:()]|\s+(?:and|as|since|because|for|in|at|by|on)|$)",
    re.IGNORECASE,
)


def _is_of_them(sentence: Sentence, told: Said) -> bool:
    """Whether a class is said of what was named before, not of another thing: "It accepts them", not "It takes aid"."""
    if _RECOMMENDATIONS.search(sentence.masked) or _PASSIVE.search(sentence.between(sentence.start, told.start)):
        return True
    words = sentence.between(told.start, told.end)
    return bool(_PRONOUN.search(words) or _OBJECT.match(sentence.between(told.end, sentence.end)))


_PRONOUN = re.compile(r"\b(?:it|them|les?|las?|en)\b|\b(?:is|are|was|were|been|enjoys?)\b", re.IGNORECASE)
_ANNOUNCES = re.compile(r":\s*$|following|information")
_WHOLE_LIST = re.compile(
    r"[^,;]{0,80}?\b(?:they|these|those|all\s+of\s+(?:them|these)|which|elles|celles-ci|estas|ellas|it|this\s+recommendation|cette\s+recommandation|esta\s+recomendación)\b",
    re.IGNORECASE | re.DOTALL,
)
