"""Numbers as statements write them: figures, words, Swiss and spaced thousands, percentages, worded fractions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = {word: value for value, word in enumerate(_ONES)} | {
    word: value for value, word in zip(range(20, 100, 10), _TENS, strict=True)
}
_SCALES = {"hundred": 100, "thousand": 1000}
_ONE_WORD = "|".join([*_TENS, *sorted(_ONES, key=len, reverse=True)])
_ANY_WORD = f"(?:{_ONE_WORD}|hundred|thousand)"

_THOUSANDS = r"\d{1,3}(?:[,'’\u00a0\u202f ]\d{3})+(?![\d'’])"
_PERCENT = (
    r"(?P<percent>[\s\u00a0\u202f]?(?:%|per\s?cent\b|percent\b)|[\s\u00a0-]percentage points?\b|[\s\u00a0]points\b)"
)
_FRACTION = (
    r"(?:(?:more|less) than |over |almost |nearly |about )?(?:one[- ]half|half|(?:one|a)[- ]third|two[- ]thirds|"
    r"(?:one|a)[- ]quarter|three[- ]quarters|(?:the |a )?(?:vast |great |large )?majority|"
    r"one in (?:two|three|four|five))"
)
_NUMBER = re.compile(
    rf"(?P<fraction>\b{_FRACTION}\b)"
    rf"|(?<![\w./#$€£-])(?<!\d:)(?:(?P<figures>{_THOUSANDS}|\d+)(?P<decimals>[.,]\d{{1,2}}(?![\d.]))?){_PERCENT}?(?![\w/]|\.\d|:\d)"
    rf"|\b(?P<words>{_ANY_WORD}(?:(?:[- ]|\sand\s){_ANY_WORD})*)\b(?P<in_words>\s(?:per\s?cent|percent)\b)?",
    re.IGNORECASE,
)
_FRACTIONS = {
    "half": Fraction(1, 2), "third": Fraction(1, 3), "thirds": Fraction(2, 3), "quarter": Fraction(1, 4),
    "quarters": Fraction(3, 4), "majority": Fraction(1, 2), "two": Fraction(1, 2), "three": Fraction(1, 3),
    "four": Fraction(1, 4), "five": Fraction(1, 5),
}  # fmt: skip
_LEAST = re.compile(r"(?:more than|at least|over|as many as|no fewer than|upwards of)\s+(?:the\s+)?$", re.IGNORECASE)
_MOST = re.compile(r"(?:less than|fewer than|at most|under|up to|below)\s+$", re.IGNORECASE)
_ABOUT = re.compile(r"(?:around|about|nearly|almost|close to|roughly|some|approximately|circa|ca\.)\s+$", re.IGNORECASE)
_HEDGES = (("least", _LEAST), ("most", _MOST), ("about", _ABOUT))
_LOOK_BACK = 24


@dataclass(frozen=True, slots=True)
class Number:
    """Characters `start` to `end` of a text that say a value.

    value: of a percentage from 0 to 100, or more. form: `count`, `percent`, `points` or `fraction`.
    decimals: how many are printed. hedge: `least`, `most`, `about` or empty.
    """

    start: int
    end: int
    value: Fraction
    form: str
    decimals: int = 0
    hedge: str = ""


def numbers(text: str) -> Iterator[Number]:
    """The numbers of a text from left to right; ordinals, symbols and dates with slashes are none."""
    for found in _NUMBER.finditer(text):
        made = _fraction(found) if found["fraction"] else _figures(found) if found["figures"] else _in_words(found)
        if made is not None:
            yield made


def _figures(found: re.Match[str]) -> Number | None:
    whole = re.sub(r"\D", "", found["figures"])
    decimals = (found["decimals"] or "")[1:]
    said = (found["percent"] or "").strip().lower()
    if decimals and not said:
        return None
    value = Fraction(int(whole + decimals), 10 ** len(decimals))
    form = "points" if "point" in said else "percent" if said else "count"
    return Number(found.start("figures"), found.end(), value, form, len(decimals), _hedge(found))


def _in_words(found: re.Match[str]) -> Number | None:
    words = [word for word in re.split(r"[\s-]+", found["words"].lower()) if word != "and"]
    value = value_of_words(words)
    if value is None:
        return None
    form = "percent" if found["in_words"] else "count"
    return Number(found.start(), found.end(), Fraction(value), form, 0, _hedge(found))


def value_of_words(words: list[str]) -> int | None:
    """`three hundred twenty one` to 321; None where the words are no number together (`two three`)."""
    whole, part, last = 0, 0, 1000
    for word in words:
        if word in _SCALES:
            if word == "thousand":
                whole, part = whole + max(part, 1) * 1000, 0
            else:
                part = max(part, 1) * 100
            last = 1000
            continue
        value = _WORDS[word]
        if (value >= 10 and last < 100) or (value < 10 and last < 20):
            return None
        part, last = part + value, value
    return whole + part


def _fraction(found: re.Match[str]) -> Number:
    said = found[0].lower()
    value = _FRACTIONS[re.split(r"[\s-]", said)[-1]]
    hedge = "least" if said.startswith(("more", "over")) or said.endswith("majority") else ""
    hedge = hedge or ("most" if said.startswith("less") else "about")
    return Number(found.start(), found.end(), value * 100, "fraction", 0, hedge)


def _hedge(found: re.Match[str]) -> str:
    before = found.string[max(0, found.start() - _LOOK_BACK) : found.start()]
    return next((name for name, pattern in _HEDGES if pattern.search(before)), "")
