"""A text cut into sentences that know where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 1500
"""Setting: characters after which a sentence without an end is cut at a space, so that time grows with length alone."""

_END = re.compile(r"[.!?][\"”’)\]]*(?=\s+[\"“‘(\[]?[A-ZÀ-Þ0-9])|\n[ \t]*\n|\n(?=[ \t]*[•*\-–#])|(?<=[:;])\n")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Amb|St|No|Nos|vs|para|paras|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b[ap]\.m)\.$"
)
_LOOK_BACK = 8
_AS_SPACES = dict.fromkeys(map(ord, "\n\t\r\u00a0\u202f"), " ")


@dataclass(frozen=True, slots=True)
class SentenceSpan:
    """Characters `start` (included) to `end` (excluded) of a text, and those, with a space for each line end."""

    start: int
    end: int
    text: str


def sentences(text: str) -> Iterator[SentenceSpan]:
    """The sentences of a text in order; headings and items of lists are sentences of their own."""
    start = 0
    for found in _END.finditer(text):
        if _ABBREVIATION.search(text, max(start, found.end() - _LOOK_BACK), found.end()):
            continue
        yield from _pieces(text, start, found.end())
        start = found.end()
    yield from _pieces(text, start, len(text))


def _pieces(text: str, start: int, end: int) -> Iterator[SentenceSpan]:
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
            yield SentenceSpan(at, at + len(kept), kept.translate(_AS_SPACES))
        start = stop
