"""Settings of briefings that the Council and its practice decide, each with its source and the day it was read.

Check them before every session: they change.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from item6.briefings.phrases import words


@dataclass(frozen=True, slots=True)
class Setting:
    """value: in unit. source: where it is written. read: ISO date on which it was read there."""

    value: int
    unit: str
    source: str
    read: str


SECONDS_PER_SPEAKER = Setting(
    120,
    "seconds for each speaker of an NGO when an outcome is adopted under item 6",
    "ISHR Academy, How to deliver an oral statement: 2 minutes for everything but general debates",
    "2026-11-22",
)
NGO_SPEAKERS = Setting(
    10,
    "speakers of NGOs for each outcome",
    "UPR Info, New modalities for NGOs to register on the speakers' list for UPR reports' adoption",
    "2026-11-22",
)
WORDS_PER_MINUTE = Setting(
    120,
    "words a minute that are read aloud and can be interpreted",
    "ISHR Academy, How to deliver an oral statement: 300 words in 2 minutes at the very most; interpreters keep up with"
    " 100 to 120 words a minute",
    "2026-11-22",
)

SETTINGS = (SECONDS_PER_SPEAKER, NGO_SPEAKERS, WORDS_PER_MINUTE)

_WORD = re.compile(r"[^\W_]+(?:[.,’'\-/:][^\W_]+)*%?|[^\W_]+")


@dataclass(frozen=True, slots=True)
class Spoken:
    """How long a text is when it is read aloud. words: counted. seconds: at WORDS_PER_MINUTE."""

    words: int
    seconds: int

    @property
    def left(self) -> int:
        """Words that still fit into the time of a speaker; negative where it is too long."""
        return SECONDS_PER_SPEAKER.value * WORDS_PER_MINUTE.value // 60 - self.words

    @property
    def over(self) -> int:
        """Words that are too many; 0 where it fits."""
        return max(0, -self.left)

    @property
    def minutes(self) -> str:
        """`1:45`."""
        return f"{self.seconds // 60}:{self.seconds % 60:02d}"


def spoken_part(text: str) -> str:
    """What is read aloud of a statement that item6 began: from the address to the thanks; any other text whole."""
    first, last = words("statement.address"), words("statement.thanks")
    start = text.find(first)
    end = text.find(last, start)
    return text if start < 0 or end < 0 else text[start : end + len(last)]


def spoken(text: str) -> Spoken:
    """The length of a text. A number, a date, a word with a hyphen or an apostrophe is one word."""
    count = len(_WORD.findall(text))
    return Spoken(count, -(-count * 60 // WORDS_PER_MINUTE.value))
