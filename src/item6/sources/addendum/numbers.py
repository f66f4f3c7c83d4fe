"""Lists of recommendation numbers as States write them.

122.1, 122.12, 122.17-18, 122.62- 66 and 122.141-144,122.146      with the paragraph, ranges across line ends
1–5, 14–16, 20–23, 150 – 152                                       without it
140.35. 140.36                                                     dots for commas
5., 6., 7., 8., 9.                                                 each with a dot
from 126.1. to 126.15, except 126.4                                in words
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NUMBER = r"\d{1,3}(?:\.\s?\d{1,3})?(?![\d%])"
_RANGE_SIGN = r"\s*\.?\s*(?:[-–—‑\ufffe\x02]|\bto\b|\bthrough\b|\bà\b|\bau\b|\bal?\b|\bhasta\b)\s*"
_ONE = re.compile(rf"({_NUMBER})(?:{_RANGE_SIGN}({_NUMBER}))?")
_SEPARATOR = re.compile(
    r"\s*(?:[,;/&.]|\band\b|\bas\s+well\s+as\b|\bor\b|\bet\b|\by\b|\be\b|\bfrom\b|\bnos?\b\.?|\bnumbers?\b|"
    r"\bparagraphs?\b|\brecommendations?\b|\brecs?\b\.?)+\s*",
    re.IGNORECASE,
)
_EXCEPT = re.compile(
    r"\s*,?\s*\(?(?:except(?:ing)?(?:\s+for)?|with\s+the\s+exception\s+of|excluding|other\s+than|sauf|"
    r"à\s+l.exception\s+de|excepto|salvo)\s+(?:(?:recommendations?|recommandations?|recomendaci\w+|nos?\.?|numbers?)\s+)*",
    re.IGNORECASE,
)
# What a number belongs to when it is no recommendation: a date, a resolution, an article, a sum
_NOT_AFTER = re.compile(
    r"^\s*(?:per\s+cent|percent|%|January|February|March|April|May|June|July|August|September|October|November|December|"
    r"recommendations|recommandations|recomendaciones|States|delegations|years?|days?|months?|persons?|people|times)\b"
)
_MOST = 300
"""No list of recommendations is longer."""


@dataclass(frozen=True, slots=True)
class Run:
    """An unbroken list of numbers: as normalised, and where it stands. dotted: with the paragraph's number."""

    numbers: tuple[str, ...]
    start: int
    end: int
    dotted: bool


def read_run(text: str, start: int, end: int) -> Run | None:
    """The list of numbers that begins exactly at `start`; None where none does.

    Numbers come out in printed order, each once; those named after "except" are taken out.
    """
    numbers: list[str] = []
    main, at, last, dotted = "", start, start, False
    while one := _ONE.match(text, at, end):
        if _NOT_AFTER.match(text[one.end() : one.end() + 24]):
            break
        first, until = (re.sub(r"\s", "", part or "") for part in one.groups())
        expanded, main = _expand(first, until, main)
        dotted = dotted or "." in first
        numbers += expanded
        last = one.end()
        separator = _SEPARATOR.match(text, last, end)
        # "43., 44.\n45. Slovenia accepts": the next label, not the next number
        ended = separator is not None and not dotted and separator[0].strip() == "." and "\n" in separator[0]
        at = separator.end() if separator and not ended else end
    if not numbers:
        return None
    if excluding := _EXCEPT.match(text, last, end):
        excluded = read_run(text, excluding.end(), end)
        if excluded:
            numbers = [number for number in numbers if number not in _with_main(excluded.numbers, main)]
            last = excluded.end
    return Run(tuple(dict.fromkeys(numbers)), start, last, dotted)


def _with_main(numbers: tuple[str, ...], main: str) -> frozenset[str]:
    return frozenset(numbers) | {f"{main}.{number}" for number in numbers if main and "." not in number}


def _expand(first: str, until: str, main: str) -> tuple[list[str], str]:
    """Numbers of one entry, and the paragraph's number that bare ones after it belong to."""
    before, _, sub = first.rpartition(".")
    main = before or main
    end_main, _, end = until.rpartition(".")
    if end_main and end_main != main:
        end = sub
    low, high = int(sub), int(end or sub)
    if not low <= high <= low + _MOST:
        high = low
    prefix = f"{main}." if main else ""
    return [f"{prefix}{n}" for n in range(low, high + 1)], main


_LEADS = re.compile(
    r"(?:\brecommendations?|\brecs?\.?|\brecommandations?|\brecomendaci(?:ón|ones)|\bnos?\.|\bnumbers?|\bnumbered|\bnuméros?|\bnúmeros?)"
    r"(?:\s+(?:contained|listed|set\s+out|included|found|mentioned|in|under|as|the|following|from|nos?\.|number(?:s|ed)?|"
    r"paragraphs?|sub-?paragraphs?|are|no\.|n[°º]s?))*\s*:?\s*\(?\s*(?=\d)",
    re.IGNORECASE,
)


def find_runs(text: str, start: int, end: int, mains: frozenset[str]) -> Iterator[Run]:
    """Lists of numbers in running text, in order.

    Bare numbers count only after a word such as "recommendations" or "Nos."; numbers with the paragraph also where
    the paragraph is one of `mains`, those whose recommendations the document answers.
    """
    at = start
    dotted = re.compile(rf"(?<![\d./])(?:{'|'.join(sorted(mains)) or '(?!)'})\.\s?\d{{1,3}}(?!\d)")
    while at < end:
        lead, bare = _LEADS.search(text, at, end), dotted.search(text, at, end)
        starts = [m.end() if m is lead else m.start() for m in (lead, bare) if m]
        if not starts:
            return
        run = read_run(text, min(starts), end)
        if run:
            yield run
        at = run.end if run else min(starts) + 1
