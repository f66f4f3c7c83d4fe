"""Names without what writers vary: case, accents, points, widths; in any script.

Only marks that a writer may leave out are taken off: accents of Latin, Greek and Cyrillic, the vowel points of Arabic
and Hebrew. In Devanagari, Tibetan or Thai a vowel is a mark, and stays.
"""

from __future__ import annotations

import re
import unicodedata

from item6.organisations.han import TO_SIMPLIFIED

_LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ŋ": "n",
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ک": "ك", "ی": "ي", "ـ": "",
        "ё": "е", "ѐ": "е", "ґ": "г", "’": "'", "ʼ": "'", "ʻ": "'", "ʿ": "'", "ʾ": "'", "`": "'", "´": "'",
    }
)  # fmt: skip
"""Letters that are written one way or another, and apostrophes."""

_DROPPED = ((0x0300, 0x036F), (0x0591, 0x05C7), (0x0610, 0x061A), (0x064B, 0x065F), (0x0670, 0x0670))
"""Accents, Hebrew points, Arabic signs and vowel points."""

_POINTS = re.compile(r"\b(?:\w\.){2,}(?:\w\b)?|\b\w\.\w\b")
"""`e.V.`, `A.S.B.L.`, `U.S`."""


def folded(name: str) -> str:
    """The name as names are compared and searched: small plain letters, simplified Han, one space between words."""
    text = unicodedata.normalize("NFKC", name)
    for _ in range(2):  # some signs become capitals, or signs of their own, when they are taken apart
        text = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", text).translate(_LETTERS).casefold())
    text = unicodedata.normalize("NFC", text).translate(_LETTERS)
    text = unicodedata.normalize("NFKD", text)
    kept = "".join(sign for sign in text if not _is_dropped(sign))
    return " ".join(unicodedata.normalize("NFC", kept).translate(TO_SIMPLIFIED).split())


def clean(text: str) -> str:
    """The text without control characters, which no name holds and no database keeps; line ends are line feeds."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(sign for sign in lines if sign == "\n" or unicodedata.category(sign) not in ("Cc", "Cs", "Co"))


def words_of(name: str) -> list[str]:
    """The folded words of a name. Points within an abbreviation make no words, and neither do apostrophes."""
    text = _POINTS.sub(lambda found: found[0].replace(".", ""), folded(name)).replace("'", "")
    return "".join(sign if _is_of_word(sign) else " " for sign in text).split()


def _is_dropped(sign: str) -> bool:
    return any(first <= ord(sign) <= last for first, last in _DROPPED)


def _is_of_word(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LNM"
