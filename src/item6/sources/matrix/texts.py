"""The words of a listed recommendation and the States that made it.

    Ratify ICCPR (Albania); Ratify ICCPR and CPED (Chile) (Ghana);      two texts
    Sign (Egypt)/ratify (Ghana) the Convention;                         one, of both States

A matrix prints the report's words again. Where a text ends is taken from it only where that is plain: States in
brackets, then a semicolon or a full stop; otherwise all stays one text of all its States.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from item6.sources.brackets import Group, find_groups
from item6.sources.wording import trim
from item6.terms.state_mentions import read_names

_ENDS = re.compile(r"\s*[;.]")
_BEFORE_STOP = re.compile(r" (?=[,;/])|(?<=/) ")


@dataclass(frozen=True, slots=True)
class Part:
    """words: without brackets of States. states: ISO3 codes in printed order. printed: the brackets."""

    words: str
    states: tuple[str, ...]
    printed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """parts: texts in printed order, at least one. near: spellings taken for a State. leftover: words of no State."""

    parts: tuple[Part, ...]
    near: tuple[tuple[str, str], ...]
    leftover: tuple[str, ...]

    @property
    def states(self) -> tuple[str, ...]:
        """Of all parts, each once."""
        return tuple(dict.fromkeys(state for part in self.parts for state in part.states))


def read_printed(words: str, column: str, reviewed: str) -> Printed:
    """The texts in the words of a cell.

    column: what the column for recommending States holds, which counts where the words have no brackets of States.
    reviewed: ISO3 of the State under review, which recommends nothing to itself.
    """
    exclude = frozenset([reviewed])
    groups = find_groups(words, 0, len(words), exclude)
    if not groups and column:
        return _of_column(words, column, exclude)
    near = tuple(dict.fromkeys(pair for group in groups for pair in group.near))
    leftover = tuple(group.leftover for group in groups if group.leftover)
    return Printed(_parts(words, groups), near, leftover)


def _of_column(words: str, column: str, exclude: frozenset[str]) -> Printed:
    names = read_names(column, exclude=exclude)
    near = tuple((mention.spelling, mention.iso3) for mention in names.mentions if mention.certainty == "near")
    leftover = (names.leftover,) if names.leftover else ()
    return Printed((Part(trim(words), names.states, (column,)),), near, leftover)


def _parts(words: str, groups: list[Group]) -> tuple[Part, ...]:
    """One for each bracket where all of them end a text, else one for all."""
    starts = [0, *(group.end for group in groups)]
    ends = [*(group.start for group in groups), len(words)]
    pieces = [words[start:end] for start, end in zip(starts, ends, strict=True)]
    if len(groups) > 1 and _all_end_texts(pieces):
        return tuple(
            Part(trim(piece), group.states, group.printed) for piece, group in zip(pieces, groups, strict=False)
        )
    states = tuple(dict.fromkeys(state for group in groups for state in group.states))
    printed = tuple(text for group in groups for text in group.printed)
    return (Part(trim(_BEFORE_STOP.sub("", " ".join(" ".join(pieces).split()))), states, printed),)


def _all_end_texts(pieces: list[str]) -> bool:
    """pieces: the words before the first bracket, between brackets, and after the last one."""
    first, *between, last = pieces
    plain = all(_ENDS.match(piece) and _has_words(piece) for piece in between)
    return plain and _has_words(first) and not _has_words(last)


def _has_words(piece: str) -> bool:
    return any(sign.isalpha() for sign in piece)
