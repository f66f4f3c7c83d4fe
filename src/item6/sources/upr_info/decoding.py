"""The encoding of an export, told by what it makes of the words.

Old exports are in Mac Roman, files saved by Excel on Windows in Windows-1252, and nothing says which. In the right one
States are spelled as they are, accents stand in small letters inside words, and apostrophes are apostrophes:
`Côte d’Ivoire`, and not `C™te dÕIvoire`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from item6.files.csv import encodings, read_csv
from item6.files.sheet import Sheet

_OUTSIDE_ASCII = re.compile(r"[^\x00-\x7f]")
_SIGNS = frozenset("’‘“”–—…•\u00a0")
_NAMES = {"cp1252": "Windows-1252", "mac_roman": "Mac Roman"}


def decode(data: bytes, known_states: Callable[[Sheet], int]) -> tuple[Sheet, str | None]:
    """The sheet of a CSV file, and the name of its encoding where nothing in the file told it.

    known_states: how many names of States a sheet holds. Unreadable as `read_csv`.
    """
    sheets = {name: read_csv(data, name) for name in encodings(data)}
    if len(sheets) == 1:
        return next(iter(sheets.values())), None
    scores = {name: (known_states(sheet), plausible(data.decode(name))) for name, sheet in sheets.items()}
    best = max(scores.values())
    likely = [name for name, score in scores.items() if score == best]
    if len(likely) == 1:
        return sheets[likely[0]], None
    if b"\r" in data and b"\n" not in data:  # as only the old Macintosh ended lines
        return sheets["mac_roman"], None
    return sheets[likely[0]], _NAMES[likely[0]]


def plausible(text: str) -> int:
    """How much of what is outside ASCII looks like writing: two for a sign, one for a letter where such stand."""
    return sum(_points(text, found.start()) for found in _OUTSIDE_ASCII.finditer(text))


def _points(text: str, place: int) -> int:
    """Small letters stand beside letters; capitals not after small ones."""
    sign, before, after = text[place], text[place - 1 : place], text[place + 1 : place + 2]
    if sign in _SIGNS:
        return 2
    if sign.islower():
        return int(before.isalpha() or after.isalpha())
    return int(sign.isupper() and not before.islower())
