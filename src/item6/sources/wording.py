"""From characters of the page to the words of a text.

Places are kept in the page's own characters; words are what a person would type. Between them stand line ends,
hyphens at line ends, footnote marks and a few characters that producers of PDF mistake for one another.
"""

from __future__ import annotations

import re
from functools import cached_property

_HYPHEN_MARKS = "\ufffe\x02"
"""What PDFium writes for a hyphen at a line end, where it joins the two lines."""

# U+201F is printed as an apostrophe by one producer, U+2016 and U+2015 as quotation marks by another.
_CHARACTERS = (("\u201f", "’"), ("\u2016", "”"), ("\u00a0", " "), ("\u00ad", ""), ("\u200b", ""), ("\ufeff", ""))
# Hyphen and mark stand first in the patterns, and what is before them is looked up: a word is slow to search for
_LINE_END_HYPHEN = re.compile(r"-(?<=\w-) ?\n[ \t]*(?=\w)")
_MARK = re.compile(rf"[{_HYPHEN_MARKS}]\s*(?=(\w*))")
_EDGES = " ;,./:"
_BEFORE_STOP = re.compile(r" (?=[,;/])|(?<=/) ")
_AND = re.compile(r"[;,]\s*(?:and|or)$")
# A footnote mark glued to the last word: "people8", "women2"; never "article 2" or "1325".
_NOTE_MARK = re.compile(r"(?<=[a-z’”)])\d{1,2}$")
_LETTER = re.compile(r"^\((?:[a-z]|[ivx]+)\)\s*")


class Wording:
    """Words of ranges of one running text; knows the text's vocabulary, to judge hyphens at line ends."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._marked = any(mark in text for mark in _HYPHEN_MARKS)
        self._mistaken = [pair for pair in _CHARACTERS if pair[0] in text]
        self._joined: dict[tuple[str, str], str] = {}

    @cached_property
    def lower(self) -> str:
        """The text in small letters, as long as it is."""
        return small_letters(self._text)

    def printed(self, *ranges: tuple[int, int]) -> str:
        """The printed words of the ranges in order, joined by a space."""
        if len(ranges) == 1:
            ((start, end),) = ranges
            return self.unfold(self._text[start:end])
        return _BEFORE_STOP.sub("", self.unfold(" ".join([self._text[start:end] for start, end in ranges])))

    def words(self, *ranges: tuple[int, int]) -> str:
        """The same without marks and without separators at the edges."""
        return trim(self.printed(*ranges))

    def unfold(self, raw: str) -> str:
        """Printed characters as one line: hyphens at line ends judged, other white space one space."""
        if "-\n" in raw or "- \n" in raw:
            raw = _LINE_END_HYPHEN.sub("-", raw)
        if self._marked and ("\ufffe" in raw or "\x02" in raw):
            raw = _MARK.sub(self._join, raw)
        for mistaken, meant in self._mistaken:
            raw = raw.replace(mistaken, meant)
        return " ".join(raw.split())

    def _join(self, mark: re.Match[str]) -> str:
        """Both spellings are looked for in the rest of the text; a compound keeps its hyphen where neither is found."""
        parts = _word_before(mark.string, mark.start()), mark[1]
        if parts not in self._joined:
            self._joined[parts] = self._between("-".join(parts).lower(), "".join(parts).lower())
        return self._joined[parts]

    def _between(self, compound: str, word: str) -> str:
        return "" if compound not in self.lower and _stands(word, self.lower) else "-"


def small_letters(text: str) -> str:
    """The text in small letters, as many characters as there are."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := each.lower()) == 1 else each for each in text)


def _word_before(text: str, end: int) -> str:
    start = end
    while start and _in_word(text[start - 1]):
        start -= 1
    return text[start:end]


def _stands(word: str, text: str) -> bool:
    """Whether a word stands in a text by itself: finding its letters first is far faster than a pattern."""
    at = text.find(word)
    while at >= 0 and not (_is_edge(text, at) and _is_edge(text, at + len(word))):
        at = text.find(word, at + 1)
    return at >= 0


def _is_edge(text: str, at: int) -> bool:
    return (at > 0 and _in_word(text[at - 1])) != (at < len(text) and _in_word(text[at]))


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def trim(words: str) -> str:
    """Without separators at the edges, a footnote mark at the end, and a letter of a list at the beginning."""
    words = words.strip(_EDGES).lstrip("–- ")
    if words[-1:].isdigit():
        words = _NOTE_MARK.sub("", words)
    if words[:1] == "(":
        words = _LETTER.sub("", words)
    words = words.strip(_EDGES)
    return _AND.sub("", words) if words[-3:] in ("and", " or") else words
