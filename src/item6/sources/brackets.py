"""Brackets that name recommending States, in the printed text of an item.

Brackets nest ("(Iran (Islamic Republic of))"), miss an end ("Court Ghana)"), hold other things ("(No. 118)",
"(2011-2020)"), and follow one another ("(Chile); (Gabon);"). What counts is whether names of States, and nothing
else, stand between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from item6.terms.state_mentions import Names, read_names

_BRACKET = re.compile(r"[()]")
_BETWEEN = re.compile(r"(?:[\s;,.&/\d*∗]|\band\b)*")
_ENDS = re.compile(r"\s*(?:[;.]|$)")
_WORD_START = re.compile(r"(?<![\w’'-])[A-Z]")
_LONGEST = 4000
"""A bracket with all the States of the world has fewer characters."""

_REACH = 90
"""Characters before a bracket that was never opened in which its names are looked for."""


@dataclass(frozen=True, slots=True)
class Group:
    """One bracket of States, or several in a row with nothing but separators between.

    start, end: range in the running text, brackets included. states: ISO3 codes in printed order, each once.
    printed: the contents of the brackets. near: spellings taken though misprinted. leftover: words not understood.
    """

    start: int
    end: int
    states: tuple[str, ...]
    printed: tuple[str, ...]
    near: tuple[tuple[str, str], ...] = ()
    leftover: str = ""


def find_groups(text: str, start: int, end: int, exclude: frozenset[str] = frozenset()) -> list[Group]:
    """The groups of recommending States between `start` and `end`, in printed order.

    exclude: ISO3 of the State under review, which recommends nothing to itself.
    """
    groups: list[Group] = []
    for group in _single(text, start, end, exclude):
        if (
            groups
            and _BETWEEN.fullmatch(text, groups[-1].end, group.start)
            and not _slash_between(text, groups[-1], group)
        ):
            groups[-1] = _join(groups[-1], group)
        else:
            groups.append(group)
    return groups


def _slash_between(text: str, first: Group, second: Group) -> bool:
    return "/" in text[first.end : second.start]


def _join(first: Group, second: Group) -> Group:
    states = tuple(dict.fromkeys(first.states + second.states))
    leftover = f"{first.leftover} {second.leftover}".strip()
    return Group(first.start, second.end, states, first.printed + second.printed, first.near + second.near, leftover)


def _single(text: str, start: int, end: int, exclude: frozenset[str]) -> Iterator[Group]:
    """Outermost brackets that hold States; a bracket without its other half is tried for what it can be."""
    closing = _pairs(text, start, end)
    at, taken = start, start
    while found := _BRACKET.search(text, at, end):
        at = found.end()
        if found[0] == ")":
            group = _never_opened(text, max(taken, found.start() - _REACH), found.start(), exclude)
        else:
            close = closing.get(found.start())
            stop = close if close is not None else _stop(text, found.end(), end)
            group = _group(text, found.start(), stop, found.end(), exclude, closed=close is not None)
            if close is not None and group is None and not _BRACKET.search(text, found.end(), close):
                at = close + 1
        if group:
            yield group
            at = taken = group.end


def _pairs(text: str, start: int, end: int) -> dict[int, int]:
    """Offset of each bracket that is closed, and of the one that closes it."""
    opened: list[int] = []
    pairs: dict[int, int] = {}
    for found in _BRACKET.finditer(text, start, end):
        if found[0] == "(":
            opened.append(found.start())
        elif opened:
            pairs[opened.pop()] = found.start()
    return pairs


def _stop(text: str, start: int, end: int) -> int:
    """Where a bracket that is never closed may be taken to end: at the next semicolon, or with the item."""
    semicolon = text.find(";", start, end)
    return semicolon if semicolon >= 0 else end


def _group(text: str, opening: int, stop: int, start: int, exclude: frozenset[str], *, closed: bool) -> Group | None:
    content = text[start : min(stop, start + _LONGEST)]
    if not _WORD_START.search(content) and (len(content) > _REACH or not content[:1].isalpha()):
        return None
    names = read_names(content, exclude=exclude)
    if not names.mentions or not _only_names(names, last=_ENDS.match(text, stop + 1, stop + 12) is not None):
        return None
    return _as_group(names, opening, stop + 1 if closed else stop, content)


def _only_names(names: Names, *, last: bool) -> bool:
    """Nothing but names, or few unknown words beside known names.

    last: the bracket ends a sentence, where brackets of States stand.
    """
    words = names.leftover.split()
    if not words:
        return True
    like_names = len(words) <= 3 and all(word[:1].isupper() and not word.isupper() for word in words)
    return like_names and (last or len(names.mentions) >= 2 * len(words))


def _never_opened(text: str, start: int, close: int, exclude: frozenset[str]) -> Group | None:
    """The longest run of names that ends at a bracket which was never opened: "law Austria)"."""
    for word in _WORD_START.finditer(text, start, close):
        names = read_names(text[word.start() : close], exclude=exclude)
        if names.mentions and not names.leftover and all(m.certainty == "exact" for m in names.mentions):
            return _as_group(names, word.start(), close + 1, text[word.start() : close])
    return None


def _as_group(names: Names, start: int, end: int, content: str) -> Group:
    near = tuple((m.spelling, m.iso3) for m in names.mentions if m.certainty == "near")
    states = tuple(dict.fromkeys(m.iso3 for m in names.mentions))
    return Group(start, end, states, (" ".join(content.split()),), near, names.leftover)
