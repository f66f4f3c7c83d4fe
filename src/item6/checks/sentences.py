"""A text cut into sentences that know where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from item6.checks.cues import Cues, cues_of
from item6.checks.language import language_of, language_of_sentence

LONGEST = 1500
"""Setting: characters after which a sentence without an end is cut at a space, so that time grows with length alone."""

_END = re.compile(r"[.!?][\"”’»)\]]*(?=\s+[\"“‘«¿¡(\[]?\s?[A-ZÀ-Þ0-9])|\n[ \t]*\n|\n(?=[ \t]*[•*\-–#])|(?<=[:;])\n")
_ABBREVIATION = re.compile(
    r"(?:\b(?:i\.e|e\.g|cf|ca|approx|p\.\s?ej|[A-Z]|Mr|Mrs|Ms|Mme|Sra?|Dra?|Amb|St|Sta|Nos?|Núm|vs|paras?|párr|art|Jan|janv|Feb|févr|Mar|Apr|avr|Jun|"
    r"Jul|juil|Aug|ago|Sept?|Oct|Nov|Dec|déc|dic)|\b[ap]\.m)\.$"
)
_LOOK_BACK = 8
_AS_SPACES = dict.fromkeys(map(ord, "\n\t\r\u00a0\u202f\u2009"), " ")


@dataclass(frozen=True, slots=True)
class SentenceSpan:
    """Characters `start` (included) to `end` (excluded) of a text, and those, with a space for each line end.

    language: one of LANGUAGES.
    """

    start: int
    end: int
    text: str
    language: str = "en"

    @property
    def cues(self) -> Cues:
        """The words of its language."""
        return cues_of(self.language)


def sentences(text: str) -> Iterator[SentenceSpan]:
    """The sentences of a text in order; headings and items of lists are sentences of their own."""
    start, language = 0, language_of(text)
    for found in _END.finditer(text):
        if _ABBREVIATION.search(text, max(start, found.end() - _LOOK_BACK), found.end()):
            continue
        yield from _pieces(text, start, found.end(), language)
        start = found.end()
    yield from _pieces(text, start, len(text), language)


def _pieces(text: str, start: int, end: int, language: str) -> Iterator[SentenceSpan]:
    """A sentence without the spaces around it, cut where it is longer than LONGEST."""
    while start < end:
        stop = end
        if end - start > LONGEST:
            cut = text.rfind(" ", start + 1, start + LONGEST)
            stop = cut if cut > start else start + LONGEST
        piece = text[start:stop]
        kept = piece.strip()
        if kept:
            at = start + len(piece) - len(piece.lstrip())
            yield SentenceSpan(at, at + len(kept), kept.translate(_AS_SPACES), language_of_sentence(kept, language))
        start = stop
