"""How long words may be when they are drawn, and how they are cut into lines that fit."""

from __future__ import annotations

import unicodedata

SIZE = 13.0
"""Pixels of the letters of labels, as item6.css and `item6.charts.standing` draw them."""

_WIDE, _NARROW = set("mwMWOQGD@%—"), set("ijltfrI.,;:'|!()[]-/ ")


def length(words: str, size: float = SIZE) -> float:
    """How long words may be drawn: measured in a wide face, so that others have room to spare."""
    return sum(map(_width, words)) * size / SIZE


def _width(sign: str) -> float:
    if sign.isascii():
        return 12.5 if sign in _WIDE else 5.3 if sign in _NARROW else 9.2 if sign.isupper() else 8.3
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Cf", "Mn"):
        return 0.0
    if unicodedata.east_asian_width(sign) in "WF":
        return 14.0
    return 9.2 if sign.isupper() else 8.3


def shortened(words: str, room: float, size: float = SIZE) -> str:
    """The words, or as much of them as fits into the room with a sign that they go on."""
    if length(words, size) <= room:
        return words
    while words and length(words, size) > room - 11 * size / SIZE:
        words = words[:-1]
    return words.rstrip() + "…"


def wrapped(words: str, room: float, lines: int = 2, size: float = SIZE) -> list[str]:
    """The words in as many lines as they need, but no more than asked for; at least one. The last may be shortened."""
    found: list[str] = []
    left = words.split()
    while left and len(found) < lines - 1:
        line = left.pop(0)
        if length(line, size) > room:
            line, rest = _broken(line, room, size)
            left.insert(0, rest)
        while left and length(f"{line} {left[0]}", size) <= room:
            line = f"{line} {left.pop(0)}"
        found.append(line)
    return [*found, shortened(" ".join(left), room, size)] if left or not found else found


def _broken(word: str, room: float, size: float) -> tuple[str, str]:
    """A word longer than a line (an address, or a script without spaces): what fits, and the rest."""
    fits = next((at for at in range(2, len(word)) if length(word[:at], size) > room), len(word)) - 1
    return word[:fits], word[fits:]
