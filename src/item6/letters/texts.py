"""The text of a letter: its hash, and how long it is."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from item6.briefings.settings import spoken
from item6.briefings.texts import MARK, apart, plain, settled
from item6.letters.kinds import Bound


@dataclass(frozen=True, slots=True)
class Length:
    """words: of the text. notes: of its footnotes. most: what the rule allows, None without one. over: too many."""

    words: int
    notes: int
    most: int | None
    over: int


def hash_of(text: str) -> str:
    """SHA-256 of the settled text in UTF-8, hex: what a signature is bound to."""
    return hashlib.sha256(settled(text).encode()).hexdigest()


def length(text: str, bound: Bound | None = None) -> Length:
    """How long a text is, and by how many words it is longer than a rule allows."""
    body, notes = apart(text)
    words = spoken(plain(MARK.sub(lambda found: "" if found["mark"] in notes else found[0], body))).words
    in_notes = sum(spoken(plain(note)).words for note in notes.values())
    counted = words + in_notes if bound and bound.counts_notes else words
    return Length(words, in_notes, bound.words if bound else None, max(0, counted - bound.words) if bound else 0)
