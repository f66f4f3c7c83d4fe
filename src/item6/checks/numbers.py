"""Numbers as statements write them: figures, words, Swiss and spaced thousands, percentages, worded fractions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from item6.checks.cue_parts import NumberCues

_LOOK_BACK = 24
_WHOLE = 1000
"""Room for words behind none, or behind a thousand: `two hundred` fits, `two thousand` begins anew."""
_TIMES = (12, 100)
"""Values before which a smaller one multiplies: dozens and hundreds."""
_TAKES_TEENS = (60, 80)
"""Tens behind which French goes on to nineteen: soixante-dix, quatre-vingt-dix-neuf."""


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


def numbers(text: str, cues: NumberCues) -> Iterator[Number]:
    """The numbers of a text from left to right; ordinals, symbols and dates with slashes are none."""
    for found in cues.any_number.finditer(text):
        if found["fraction"]:
            made = _fraction(found, cues)
        else:
            made = _figures(found, cues) if found["figures"] else _in_words(found, cues)
        if made is not None:
            yield made


def _figures(found: re.Match[str], cues: NumberCues) -> Number | None:
    whole = re.sub(r"\D", "", found["figures"])
    decimals = (found["decimals"] or "")[1:]
    said = (found["percent"] or "").strip().lower()
    if decimals and not said:
        return None
    value = Fraction(int(whole + decimals), 10 ** len(decimals))
    form = "points" if said and cues.points.search(said) else "percent" if said else "count"
    return Number(
        found.start("figures"), found.end(), value, form, len(decimals), hedge_before(found.string, found.start(), cues)
    )


def _in_words(found: re.Match[str], cues: NumberCues) -> Number | None:
    value = value_of_words(found["words"].lower(), cues)
    if value is None:
        return None
    said = (found["in_words"] or "").strip()
    form = "points" if said and cues.points.search(said) else "percent" if said else "count"
    return Number(found.start(), found.end(), Fraction(value), form, 0, hedge_before(found.string, found.start(), cues))


def value_of_words(said: str, cues: NumberCues) -> int | None:
    """`three hundred twenty one` to 321; None where the words are no number together (`two three`)."""
    return _value([cues.words[word] for word in _words(said, cues)])


def _words(said: str, cues: NumberCues) -> list[str]:
    """The words of a number, the longest that the table has: `dix-sept` is one, the joiner none."""
    parts, found = [each for each in re.split(r"[\s-]+", said) if each], list[str]()
    while parts:
        tried = ("-".join(parts[:2]), " ".join(parts[:2])) if len(parts) > 1 else ()
        word = next((each for each in tried if each in cues.words), parts[0])
        parts = parts[2:] if word in tried else parts[1:]
        if word in cues.words:
            found.append(word)
        elif word != cues.joiner:
            return []
    return found


def _value(values: Sequence[int]) -> int | None:
    """The value of number words in their order; None where they do not go together."""
    whole, part, room = 0, 0, _WHOLE
    for value in values:
        if value == 1000:  # the scale itself
            whole, part, room = whole + max(part, 1) * value, 0, _WHOLE
        elif value in _TIMES and 0 < part < 10:  # two hundred, two dozen
            part, room = part * value, value
        elif part == 1 and room == 0 and value >= 10:  # une vingtaine
            part = value
        elif value >= room:
            return None
        else:
            part, room = part + value, _room_behind(value)
    return whole + part if values else None


def _room_behind(value: int) -> int:
    if value in _TAKES_TEENS:
        return 20
    return 100 if value >= 100 else 10 if value >= 20 else 0  # hundreds, tens, ones


def _fraction(found: re.Match[str], cues: NumberCues) -> Number | None:
    said = found["fraction"].lower()
    value = _part_of(found, cues) or next((value for pattern, value in cues.fractions if pattern.search(said)), None)
    if value is None:
        return None
    hedge = "least" if cues.fraction_least.search(said) else "most" if cues.fraction_most.search(said) else "about"
    return Number(found.start(), found.end(), value * 100, "fraction", 0, hedge)


def _part_of(found: re.Match[str], cues: NumberCues) -> Fraction | None:
    """The value of `eight out of ten`, or None."""
    if not found["part"]:
        return None
    part, parts = (found[name].lower() for name in ("part", "parts"))
    value = Fraction(cues.words[part], int(parts) if parts.isdigit() else cues.words[parts])
    return value if value <= 1 else None


def hedge_before(text: str, start: int, cues: NumberCues) -> str:
    """What is said right before a value: `least`, `most`, `about` or empty."""
    before = text[max(0, start - _LOOK_BACK) : start]
    return next((name for name, pattern in cues.hedges if pattern.search(before)), "")
