"""The running text of an addendum, with what every later step asks of it: found once, then only looked up.

Small letters, ends of sentences, places where a list of numbers may begin. A step that reads a stretch of the text
looks at what lies between its ends, instead of searching the stretch again.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from item6.sources.addendum.openings import may_open, opening_lines
from item6.sources.addendum.stems import ACCEPTED, OF_CLASSES, Places, find_stems, told_between
from item6.sources.wording import small_letters

_MARKS = ".;!?"
# One pattern for each mark: what begins with a certain character is found several times as fast
_SENTENCE_ENDS = {
    mark: re.compile(
        rf"\{mark}(?=[”\")]?(?:\s|$))"
        + (
            r"(?:(?<![oscat]\.)|(?<!\bNo\.)(?<!\bNos\.)(?<!\bno\.)(?<!\bnos\.)"
            r"(?<!\bRec\.)(?<!\bRecs\.)(?<!\bpara\.)(?<!\bart\.))"
            if mark == "."
            else ""
        )
        + r"[”\")]?(?=\s+[A-ZÀ-Ý“•(]|\s*$)"
    )
    for mark in _MARKS
}
# "Accepted: 115.1, 115.2 / Noted: 115.3": what leads to another list on the next line is another sentence
_LIST_END = re.compile(r"\n(?=[A-ZÀ-Ý][a-zà-ÿ])(?<=\d\n)(?=[^\n.:]{3,120}:|\w+ (?:\w+ )?\d)")
_TO_A_NUMBER = (
    r"(?:\s+(?:contained|listed|set\s+out|included|found|mentioned|in|under|as|the|following|from|nos?\.|number(?:s|ed)?|"
    r"paragraphs?|sub-?paragraphs?|are|no\.|n[°º]s?\.?|numéros?|números?|contenues?|figurant|énumérées?|aux?|dans|les?|"
    r"suivantes?|paragraphes?|contenidas?|que\s+figuran|en|los?|las?|siguientes?|párrafos?|del?|núms?\.))*"
    r"\s*:?\s*\(?\s*(?=\d)"
)
# For small letters; a pattern that begins with letters is looked for several times as fast as one of two words
_LEADS = tuple(
    re.compile(words + _TO_A_NUMBER)
    for words in (
        r"rec(?<=\brec)(?:ommendations?|s?\.?|ommandations?|omendaci(?:ón|ones))",
        r"n(?<=\bn)(?:os?\.|umbers?|umbered|uméros?|úmeros?|[°º]s?)",
    )
)
_FULLY = "Fully "
"""A word with a capital that stands before one that tells a class, and tells none itself."""
_ACCEPT = re.compile(r"accept(?<=\baccept)(?:s|ed|ing|able)?\b")
_NOUN = re.compile(r"recom(?:mendati|mandati|endaci)")


@dataclass(frozen=True)
class Prose:
    """text: as printed, in `language` (ISO 639-1). mains: see `mentions.find_runs`.

    lower: the text in small letters, as long as it is; made where it is not given. bits: all that its words may tell,
    where that is known already; see `told`.
    """

    text: str
    language: str
    mains: frozenset[str] = frozenset()
    lower: str = ""
    bits: int | None = None

    def __post_init__(self) -> None:
        if not self.lower:
            object.__setattr__(self, "lower", small_letters(self.text))

    @cached_property
    def _stops(self) -> tuple[list[int], list[int]]:
        text = self.text
        spans = [end.span() for mark in _MARKS if mark in text for end in _SENTENCE_ENDS[mark].finditer(text)]
        spans += [(end.start(), end.start()) for end in _LIST_END.finditer(text)]
        spans.sort()
        return [start for start, _ in spans], [end for _, end in spans]

    def sentences(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Ranges of the sentences between two offsets; semicolons before a capital end one too."""
        starts, ends = self._stops
        at = start
        for index in range(bisect_left(starts, start), len(starts)):
            if starts[index] >= end:
                break
            stop = min(ends[index], end)
            if stop > at:
                yield at, stop
            at = stop
        rest = self.text[at:end].rstrip()
        if not rest.strip():
            return
        # What ends with the stretch itself is no end of a sentence in the whole text where a number follows
        last = at + len(rest) - (2 if rest[-1] in '”")' else 1)
        mark = _SENTENCE_ENDS.get(self.text[last]) if last >= at else None
        final = mark.match(self.text, last, end) if mark else None
        yield at, final.end() if final else end

    def sentence_end(self, start: int, end: int) -> int:
        """Where the first sentence between two offsets ends, with the white space behind it where it is the last."""
        starts, ends = self._stops
        index = bisect_left(starts, start)
        return min(ends[index], end) if index < len(starts) and starts[index] < end else end

    def telling(self, start: int, end: int) -> tuple[int, list[tuple[int, int, int]]]:
        """What the words between two offsets may tell, as bits of `stems`, and the sentences that may tell a class.

        Of each sentence its range, and what it may tell. White space at the end belongs to the last one.
        """
        offsets, all_bits = self._stems
        index, stop = bisect_left(offsets, start), bisect_left(offsets, end)
        starts, ends = self._stops
        told, found = 0, []
        while index < stop:
            after = bisect_left(starts, offsets[index])
            last = min(ends[after], end) if after < len(ends) else end
            bits = 0
            while index < stop and offsets[index] < last:
                bits |= all_bits[index]
                index += 1
            told |= bits
            if bits & OF_CLASSES:
                found.append((ends[after - 1] if after and starts[after - 1] >= start else start, last, bits))
        return told, found

    @cached_property
    def _nouns(self) -> list[int]:
        return [found.start() for found in _NOUN.finditer(self.lower)]

    def noun(self, at: int) -> int:
        """Offset of the first word such as "recommendation" from an offset on; the end of the text without one."""
        index = bisect_left(self._nouns, at)
        return self._nouns[index] if index < len(self._nouns) else len(self.text)

    @cached_property
    def _stems(self) -> Places:
        return find_stems(self.lower, self.language)

    def told(self, start: int, end: int) -> int:
        """What the words between two offsets may tell, as bits of `stems`."""
        return told_between(self._stems, start, end) if self.bits is None else self.bits

    @cached_property
    def _capitals(self) -> list[int]:
        found, text = [], self.text
        for at in self._stems[0]:
            if text[at].isupper() and text[at - 1] == " ":
                found.append(at)
            elif text.startswith(_FULLY, max(0, at - len(_FULLY))):
                found.append(at - len(_FULLY))
        return found

    def capitals(self, start: int, end: int) -> list[int]:
        """Offsets between two others where a word with a capital begins, inside a line, that may tell a class."""
        offsets = self._capitals
        return offsets and offsets[bisect_left(offsets, start) : bisect_left(offsets, end)]

    def accepts(self, start: int, end: int) -> list[re.Match[str]]:
        """The verb "accept" between two offsets, by which nearly all English answers say an acceptance."""
        if self.bits is not None:  # a sentence, whose words were looked for in its text
            return list(_ACCEPT.finditer(self.lower, start, end))
        (offsets, all_bits), lower = self._stems, self.lower
        places = range(bisect_left(offsets, start), bisect_left(offsets, end))
        return [found for at in places if all_bits[at] & ACCEPTED and (found := _ACCEPT.match(lower, offsets[at], end))]

    @cached_property
    def _openings(self) -> list[int]:
        return opening_lines(self.lower, self.language)

    def openings(self, start: int, end: int) -> list[int]:
        """Offsets where an answer by itself may begin: `start`, and lines that begin after it and before `end`."""
        lines = self._openings
        found = lines[bisect_right(lines, start) : bisect_left(lines, end)]
        return [start, *found] if self.may_open(start) else found

    def may_open(self, at: int) -> bool:
        """Whether an answer by itself may begin at an offset."""
        return may_open(self.lower, at, self.language)

    @cached_property
    def _leads(self) -> tuple[list[int], list[re.Match[str]]]:
        return _everywhere(_LEADS, self.lower)

    @cached_property
    def _bare(self) -> tuple[list[int], list[re.Match[str]]]:
        # Digits stand first in the pattern, for it is found faster so
        known = "|".join(rf"{main}(?<![\d./]{main})" for main in sorted(self.mains))
        pattern = re.compile(rf"(?:{known})\.\s?\d{{1,3}}(?!\d)")
        return _everywhere((pattern,), self.text) if known else ([], [])

    @cached_property
    def _lists(self) -> list[int]:
        return sorted((*self._leads[0], *self._bare[0]))

    def may_list(self, start: int, end: int) -> bool:
        """Whether a list of numbers may begin between two offsets: far most paragraphs have none."""
        index = bisect_left(self._lists, start)
        return index < len(self._lists) and self._lists[index] < end

    def lead(self, start: int, end: int) -> re.Match[str] | None:
        """The first words such as "recommendations" or "Nos." between two offsets that lead to a number there."""
        # Their match ends before a digit, which must stand there too
        return _first(self._leads, start, end - 1)

    def bare(self, start: int, end: int) -> re.Match[str] | None:
        """The first number between two offsets with a paragraph that is one of `mains`."""
        return _first(self._bare, start, end)


def _everywhere(patterns: Iterable[re.Pattern[str]], text: str) -> tuple[list[int], list[re.Match[str]]]:
    """Offsets of all matches and the matches, those inside of others too."""
    found = []
    for pattern in patterns:
        match = pattern.search(text)
        while match:
            found.append(match)
            match = pattern.search(text, match.start() + 1)
    found.sort(key=re.Match.start)
    return [each.start() for each in found], found


def _first(places: tuple[list[int], list[re.Match[str]]], start: int, end: int) -> re.Match[str] | None:
    starts, matches = places
    for index in range(bisect_left(starts, start), len(starts)):
        if starts[index] >= end:
            return None
        if matches[index].end() <= end:
            return matches[index]
    return None
