"""The reply under a number: what its words say of the recommendation, in a line of its own or in a sentence."""

from __future__ import annotations

import re
from typing import NamedTuple

from item6.sources.addendum.classes import Said, say_of
from item6.sources.addendum.degrees import degree
from item6.sources.addendum.pairing import is_part
from item6.sources.addendum.prose import Prose
from item6.sources.addendum.stems import DONE, PART, UNDER_WAY
from item6.sources.addendum.verdicts import LONGEST_VERDICT, alone, in_a_cell, verdict
from item6.terms.states import find


class Reply(NamedTuple):
    """What is said under a number. normalised: its class. at: of the telling words. start: without the quoted text.

    plain: by a word or line of its own, which weighs more than a sentence of an explanation.
    """

    normalised: str
    at: int
    start: int
    plain: bool


_BRACKET = re.compile(r"\(([A-ZÀ-Ý][^()]{2,300}(?:\([^()]{2,60}\)[^()]{0,200})?)\)(?:\s*[;,.:]|(?=\s))")
_QUOTED = 1500
"""Characters within which the text of a recommendation ends with its States."""
_ABOUT_NOUNS = ("recommendation", "recommandation", "recomendación")
# For small letters, see `prose`: a pattern that begins with letters is looked for several times as fast
_ABOUT = re.compile(r"p(?<=\bp)(?:arts?\b|artie|arte|roposal)|i(?<=\bi)t\b|definitive\s+statement")


def _is_about(lower: str, start: int, end: int) -> bool:
    """Whether a sentence in small letters speaks of the recommendation."""
    words = lower[start:end]
    return any(map(words.__contains__, _ABOUT_NOUNS)) or _ABOUT.search(lower, start, end) is not None


def after_quoted(text: str, start: int, end: int) -> int:
    """Where the words under a number begin after the text of the recommendation, which ends with its States."""
    at, until = start, min(end, start + _QUOTED)
    if text.find("(", start, until) < 0:
        return start
    for bracket in _BRACKET.finditer(text, start, until):
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
    start = after_quoted(prose.text, start, end)
    if plain := _plain(prose, start, end):
        return plain
    if cell := _in_a_cell(prose, start, end):
        return cell
    bits, sentences = prose.telling(start, end)
    said = [
        (told, first, last)
        for first, last, of_sentence in sentences
        if (saids := say_of(prose, first, last, of_sentence))
        and (first == start or _is_about(prose.lower, first, last))
        for told in saids
        if not (told.start == start and _asks(prose.lower, told, last))
    ]
    if not said:
        return None
    told, first, last = said[0]
    normalised = told.normalised
    classes = {other.normalised for other, _, _ in said}
    if _is_divided(classes) or _is_of_part(prose, told, first, last, classes):
        normalised = "accepted_in_part"
    elif normalised == "accepted" and bits & (DONE | UNDER_WAY):
        normalised = degree(prose, start, end)
    return Reply(normalised, told.start, start, False)


_ASKED = re.compile(r"(?:accept|support|reject|agree|(?:take )?note)\b")


def _asks(lower: str, told: Said, last: int) -> bool:
    """Whether the first words are those of a recommendation: "128.3 Accept visits by all mandate holders"."""
    return _ASKED.match(lower, told.start) is not None and "recom" not in lower[told.start : last]


def _is_divided(classes: set[str]) -> bool:
    """Whether one part is accepted and another one refused, or left open."""
    return len(classes) > 1 and not (classes.isdisjoint(_YES) or classes.isdisjoint(_NO))


_YES, _NO = ("accepted", "accepted_in_principle"), ("rejected", "no_answer")
_BEHIND = 40
"""Characters behind an acceptance within which it is limited to a part."""


def _is_of_part(prose: Prose, told: Said, first: int, last: int, classes: set[str]) -> bool:
    """Whether a sentence answers to a part: an acceptance just behind its words, or a refusal beside an acceptance."""
    if told.normalised == "accepted":
        last = told.end + _BEHIND
    elif told.normalised not in ("rejected", "noted") or "accepted" not in classes:
        return False
    return prose.told(first, last) & PART != 0 and is_part(prose.text[first:last].rstrip(" .;\n"))


def _plain(prose: Prose, start: int, end: int) -> Reply | None:
    """The reply of a line, or of the first words, that is an answer by itself; None where there is none."""
    text, language = prose.text, prose.language
    for begins in prose.openings(start, end):
        if text.count("\n", start, begins) >= _LINES:
            break
        stop = text.find("\n", begins, end)
        line = text[begins : stop if stop >= 0 else end]
        words = line.strip()
        place = begins + line.find(words)
        if len(words) < LONGEST_VERDICT and (told := alone(words, language)):
            return Reply(told, place, start, True)
        marked = _MARKED.match(words) if ":" in words else None
        if begins > start and not marked:
            if told := in_a_cell(words, language):
                return Reply(told, place, start, True)
            continue
        sentence = _SHORT_SENTENCE.match(words + " ")
        if sentence and (told := alone(sentence[0].rstrip(" .;"), language)):
            return Reply(told, place, start, True)
        if marked and (found := verdict(words, language)):
            return Reply(found[0], place, start, True)
    return None


def _in_a_cell(prose: Prose, start: int, end: int) -> Reply | None:
    """The reply of a table printed line by line, where it stands beside the text: "Build clinics Cuba Accepted Six"."""
    text = prose.text
    for at in prose.capitals(start, end):
        if text[at - 2].islower() or text[at - 2] in _BEFORE_A_CELL:
            stop = text.find("\n", at, end)
            line = text[at : stop if stop >= 0 else end]
            cell = _PARTICIPLE.match(line) or (_INFINITIVE.match(line) and _ends_with_state(text[start:at]))
            if cell and (told := in_a_cell(line.strip(), prose.language)):
                return Reply(told, at, start, True)
    return None


_INFINITIVE = re.compile(r"(?:Accept|Support|Note|Reject|Agree)s?(?: in part)?\s*$")


def _ends_with_state(words: str) -> bool:
    """Whether the words before a cell end with the name of a State, as those of another column do."""
    last = words.split()[-_LONGEST_NAME:]
    return any(find(" ".join(last[index:])) for index in range(len(last)))


_LONGEST_NAME = 4
_BEFORE_A_CELL = ").;:–—-"
_PARTICIPLE = re.compile(
    r"(?:Not |Partially |Partly |Fully |Non |Partiellement |No |Parcialmente )?"
    r"(?:accepted|supported|noted|rejected|acceptée|notée|rejetée|aceptada|anotada|rechazada)s?\b",
    re.IGNORECASE,
)
_SHORT_SENTENCE = re.compile(r"[^.;]{3,60}[.;]\s")


_LINES = 60
"""Lines under one number that are looked at."""
_MARKED = re.compile(
    r"\W*(?:[\w’' ]{0,30}\b(?:position|response|reply|answer|status|decision|réponse|respuesta|posición)"
    r"[\w ]{0,30}?)\s*:",
    re.IGNORECASE,
)
