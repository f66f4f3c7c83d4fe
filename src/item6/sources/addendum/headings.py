"""Headings: short lines that give a class to the numbers under them, or take the last one away.

I. Accepted recommendations                                a class
The following recommendations are noted:                   a sentence that leads to a list
III. Measures taken                                        none, and what stood above it no longer holds
"""

from __future__ import annotations

import re

from item6.sources.addendum.prose import Prose
from item6.sources.addendum.verdicts import LONGEST_VERDICT, alone, of_heading

_ENDS = '.;:!?”")*'
"""What the words before a heading end with."""
_LONGEST = 150
_NUMBER = re.compile(r"(?:[IVX]+|[A-Z]|\d{1,2}|\([a-z]\))[.)]?\s+(?=[A-Z])")
_ROMAN = re.compile(r"[IVX]+\.\s+[A-ZÀ-Ý]")
_SENTENCE_END = re.compile(r"[.;:!?]\s*$")
_TWO_NUMBERS = re.compile(r"\d\D+\d")
_VERB_BEFORE = re.compile(
    r"\b(?:accepts?|supports?|notes?|rejects?|takes?|cannot|can|does|do|has|have|is|are|will|would|it|we|however|this|these|"
    r"accepte|prend|appuie|rejette|est|sont|acepta|toma|apoya|rechaza|es|son)\b",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"[A-ZÀ-Ý](?:[^.;:\d]|\d(?!\.)){0,400}?"
    r"(?:following\s+recommendations|recommendations\s+(?:below|listed)|recommandations\s+(?:suivantes|ci-après)|"
    r"recomendaciones\s+siguientes|siguientes\s+recomendaciones)[^.;:\d]{0,200}:[ \t]*(?=\n)"
)
_LONGEST_LEAD = 400
_FAR, _SHORT = 200, 60


def heading_at(prose: Prose, at: int, end: int, last: str) -> int | None:
    """Where a heading ends that begins at a line's first character; None where none begins there.

    One or two short lines that state a class, without a full stop, after the end of a sentence; also a sentence that
    ends with a colon: "The following recommendations are noted:". last: the character before, white space left out.
    """
    text = prose.text
    # Nearly every line goes on with a sentence: that is seen before anything is searched
    numeral = text[at] == "(" or not text[at + 1 : at + 2].islower()
    numbered = numeral and _NUMBER.match(text, at, end) is not None
    if not (last in _ENDS or numbered or _after_heading(text, at)):
        return _answer_above_numbers(prose, at, end)
    noun = prose.noun(at) - at
    if noun < _LONGEST_LEAD and text.find(":", at, min(end, at + _LONGEST_LEAD)) > 0:
        lead = _LEAD_IN.match(text, at, end)
        if lead and len(lead[0]) < _LONGEST_LEAD and of_heading(" ".join(lead[0].split()), prose.language):
            return lead.end()
    return _short_lines(prose, at, end, numeral=numeral)


_NUMBERED_LINE = re.compile(r"\s*\n\s*(?:[•▪●■*–-]\s*)?\d{1,3}[.,)\s]")
_NUMBERING = frozenset("0123456789 •▪●■*–-")
"""What a line may begin with that begins with a number, after a bullet or not."""


def _answer_above_numbers(prose: Prose, at: int, end: int) -> int | None:
    """Where a line ends that is an answer by itself, with a number on the next line; None for any other line."""
    text = prose.text
    stop = text.find("\n", at, at + LONGEST_VERDICT)
    if stop < 0:
        return None
    if text[stop + 1 : stop + 2] not in _NUMBERING:
        # Two lines, the second as short
        stop = text.find("\n", stop + 1, stop + _SHORT)
        if stop < 0 or text[stop + 1 : stop + 2] not in _NUMBERING or not text[at].isupper():
            return None
    if not (prose.noun(at) < stop or prose.may_open(at)) or not _NUMBERED_LINE.match(text, stop, end):
        return None
    words = " ".join(text[at:stop].split()).rstrip(":")
    if not words[0].isupper() or stop > end or _SENTENCE_END.search(words) or _TWO_NUMBERS.search(words):
        return None
    if alone(words, prose.language) or (_is_title(prose, at, stop, words) and of_heading(words, prose.language)):
        return stop
    return None


def _short_lines(prose: Prose, at: int, end: int, *, numeral: bool) -> int | None:
    """Where one or two short lines end that are a heading. numeral: whether they may begin with one."""
    first, second, third = (*prose.text[at : min(end, at + 3 * _LONGEST)].split("\n", 3)[:3], "", "")[:3]
    stop = at + len(first)
    if second.strip()[:1].islower():
        stop += 1 + len(second)
        if third.strip()[:1].islower():
            return None
    if not (numeral or prose.noun(at) < stop or prose.may_open(at)):
        return None
    words = " ".join(prose.text[at:stop].split())
    if len(words) > _LONGEST or (_SENTENCE_END.search(words) and not words.endswith(":")):
        return None
    numbered = _NUMBER.match(words)
    body = words[numbered.end() :] if numbered else words
    if not body[:1].isupper() or ". " in body or _TWO_NUMBERS.search(body):
        return None
    told = alone(body.rstrip(":"), prose.language)
    if told or (_is_title(prose, at, stop, body) and of_heading(body, prose.language)) or _ROMAN.match(words):
        return stop
    return None


def _is_title(prose: Prose, at: int, stop: int, body: str) -> bool:
    """Whether words are a title and no beginning of a sentence: the noun stands before any verb."""
    if prose.noun(at) >= stop:
        return False
    noun = _TITLE_NOUN.search(body)
    return noun is not None and not _VERB_BEFORE.search(body, 0, noun.start())


_TITLE_NOUN = re.compile(r"recommendation|recommandation|recomendaci", re.IGNORECASE)


def _after_heading(text: str, at: int) -> bool:
    """Whether the line before is short and has no sentence: a title, or a number at its end."""
    if text[at - 1 : at] == "\n" and text.rfind("\n", max(0, at - 1 - _SHORT), at - 1) < 0 and at > _SHORT:
        return False
    before = text[max(0, at - _FAR) : at].rstrip("\n").rpartition("\n")[2].rstrip()
    if before[-1:].isdigit():
        return len(before) < _SHORT or _NUMBERS_ONLY.search(before) is not None
    return len(before) < _SHORT and before[:1].isupper()


_NUMBERS_ONLY = re.compile(r"(?:[\d.,;/–—‑-]|\s|and|to|et|y|à|a){30,}$")
"""The end of a long list of numbers, which a sentence does not go on from."""
