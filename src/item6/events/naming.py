"""Where a name stands in a text, however it is written there: case, accents, order, initials, spaces of any kind."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from item6.organisations.folding import folded

_JOINED = 6
"""Letters from which on a name is also looked for without spaces, as in an address of mail."""


def forms_of(name: str) -> tuple[str, ...]:
    """The ways in which a name is written, folded: in order, the last word first, without middle names, initials."""
    words = _folded(name)[0].split()
    if len(words) < 2:
        return tuple(each for each in words if len(each) > 1)
    first, last = words[0], words[-1]
    orders = [words, [last, *words[:-1]], [first, last], [last, first]]
    if len(last) > 1:
        orders += [[first[0], last], [last, first[0]]]
    joined = [each for each in ("".join(words), first + last, last + first) if len(each) >= _JOINED]
    return tuple(dict.fromkeys([*map(" ".join, orders), *joined]))


def spans(text: str, forms: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Where the folded forms stand in a text as whole words: start, end, form; the longest of those that overlap."""
    wanted = sorted(filter(None, forms), key=len, reverse=True)
    if not wanted:
        return
    folded, places = _folded(text)
    for found in re.finditer(rf"(?<!\S)(?:{'|'.join(map(re.escape, wanted))})(?!\S)", folded):
        yield places[found.start()], places[found.end() - 1] + 1, found[0]


def without(text: str, names: Mapping[str, str]) -> str:
    """The text with every form of a name replaced. names: folded form to what stands instead."""
    kept, end = [], 0
    for start, behind, form in spans(text, names):
        kept += [text[end:start], names[form]]
        end = behind
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
    return "".join([*kept, text[end:]]) if kept else text


def parts_of(name: str, *, least: int = 3) -> tuple[str, ...]:
    """The words of a name of at least so many letters, folded."""
    return tuple(dict.fromkeys(each for each in _folded(name)[0].split() if len(each) >= least))


def _folded(text: str) -> tuple[str, list[int]]:
    """The text folded, one space for whatever stands between its words, and which character each was made of."""
    letters: list[str] = []
    places: list[int] = []
    for place, written in enumerate(text):
        if unicodedata.category(written) == "Cf":  # what is not seen at all
            continue
        for letter in _plain(written):
            if letter != " " or not letters or letters[-1] != " ":
                letters.append(letter)
                places.append(place)
    return "".join(letters), places


@lru_cache(maxsize=4096)
def _plain(written: str) -> str:
    if unicodedata.combining(written):
        return folded(written).strip()
    kept = folded(written)
    return "".join(each if unicodedata.category(each)[0] in "LNM" else " " for each in kept) or " "
