"""Totals that an addendum states: "accepts 142 recommendations", "124 are now supported and 33 noted".

Measures are `received`, `supported` and `noted` of all recommendations; `supported_now` and `noted_now` of those that
the addendum answers, where it tells the two apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from item6.sources.context import Context
from item6.terms.recommendations import StatedTotal

_N = r"(\d{1,3})(?![.,]?\d)"
_ACCEPTS = (
    r"(?:accepts?|supports?|accepted|supported|accepte|appuie|acepta|apoya)(?: in full| a total of| un total de)?"
)
_NOTES = r"(?:notes?|noted|takes? note of|prend note de|toma nota de)(?: a total of| un total de)?"
_NOUN = r"(?:recommendations|recommandations|recomendaciones)"
_OF = r"(?:of|des|de las) (?:the |its |les |las )?"
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (measure, re.compile(pattern.replace(" ", r"\s+"), re.IGNORECASE))
    for measure, pattern in (
        (
            "received",
            r"(?:contains?|contained|received|total of|(?<!\d\s)of the|all(?: the)?|contient|reçu|contiene|recibió) "
            rf"{_N} {_NOUN}",
        ),
        ("supported", rf"\b{_ACCEPTS} {_N} (?:{_OF})?{_NOUN}"),
        (
            "supported",
            rf"\b{_N} {_NOUN} (?:enjoy|are accepted|are supported|were accepted|have been accepted|sont acceptées|"
            r"son aceptadas)",
        ),
        ("noted", rf"\b{_NOTES} {_N} (?:{_OF})?{_NOUN}"),
        ("noted", rf"\b{_N} {_NOUN} (?:are|were|have been|sont|son) (?:noted|notées|notadas)"),
        ("supported_now", rf"\b{_N} (?:{_NOUN} )?(?:are|is) now (?:supported|accepted)"),
        ("noted_now", rf"\bnow (?:supported|accepted),? and {_N} (?:are )?(?:now )?noted"),
    )
)
# "supports 5 of the 8 recommendations that it had undertaken to examine and notes 3", "supports 45 ... and notes 11"
_OF_SOME = re.compile(
    rf"\b{_ACCEPTS} {_N} {_OF}(?:(\d{{1,3}}) )?{_NOUN}([^.]{{0,120}}?)(?:,? (?:and|et|y)|,) {_NOTES} {_N}".replace(
        " ", r"\s+"
    ),
    re.IGNORECASE,
)


def read_totals(context: Context, lower: str, start: int, end: int) -> Iterator[StatedTotal]:
    """The totals between two offsets of the running text, the first of each measure. lower: it in small letters."""
    found: dict[str, StatedTotal] = {}

    def take(measure: str, value: str, place: tuple[int, int]) -> None:
        found.setdefault(measure, StatedTotal(measure, int(value), context.passage(place)))

    if not _may_state(lower, start, end):
        return
    stretches = list(_stretches(context.text, start, end))
    for measure, pattern in _PATTERNS[:1]:
        for stated in _found(pattern, context.text, stretches):
            take(measure, stated[1], stated.span())
    spans = []
    for stated in _found(_OF_SOME, context.text, stretches):
        now = "_now" if stated[2] and not _is_all(found, stated[2]) else ""
        spans.append(stated.span())
        take(f"supported{now}", stated[1], stated.span())
        take(f"noted{now}", stated[4], stated.span())
    for measure, pattern in _PATTERNS[1:]:
        for stated in _found(pattern, context.text, stretches):
            if not any(first <= stated.start() < last for first, last in spans):
                take(measure, stated[1], stated.span())
    yield from found.values()


# For small letters. Every total has a number before the word, or "now"; most texts have neither
_PLURAL = re.compile(r"recom(?:mendations|mandations|endaciones)")
_COUNTING = re.compile(r"\d\s+(?:(?:of|des|de\s+las)\s+(?:(?:the|its|les|las)\s+)?(?:\d{1,3}\s+)?)?$")
_NOW = re.compile(r"now\s+(?:supported|accepted)")
_LONGEST_COUNT = 60


def _may_state(lower: str, start: int, end: int) -> bool:
    """Whether a total may be stated at all."""
    if _NOW.search(lower, start, end):
        return True
    nouns = (noun.start() for noun in _PLURAL.finditer(lower, start, end))
    return any(_COUNTING.search(lower[max(start, at - _LONGEST_COUNT) : at]) for at in nouns)


# The last digit of a number; what stands before it is looked at only where the words behind it fit. A range of
# characters is found twice as fast as a class of them.
_COUNTED = re.compile(r"[0-9]\s(?=\s*(?:[rR]ec|of\s|des\s|de\s|are\s|is\s))")
_DIGITS = 3
_NEVER_BEFORE = ".,–-"
_NOUNS = ("recommendations", "recommandations", "recomendaciones", "now")
"""Words of which one stands in every total."""
_BEFORE, _AFTER = 120, 260
"""Characters around a number that is counted within which a total is stated."""


def _stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches of text around numbers that count recommendations, none twice."""
    last = start
    for counted in _COUNTED.finditer(text, start, end):
        first = _first_digit(text, counted.start())
        if first < last or counted.end() - first > _DIGITS + 1 or text[max(0, first - 1)] in _NEVER_BEFORE:
            continue
        last = min(end, counted.end() + _AFTER)
        stretch = max(start, first - _BEFORE), last
        if any(map(text[slice(*stretch)].lower().__contains__, _NOUNS)):
            yield stretch


def _first_digit(text: str, at: int) -> int:
    while at and text[at - 1].isdecimal():
        at -= 1
    return at


def _found(pattern: re.Pattern[str], text: str, stretches: list[tuple[int, int]]) -> Iterator[re.Match[str]]:
    for first, last in stretches:
        yield from pattern.finditer(text, first, last)


def _is_all(found: dict[str, StatedTotal], number: str) -> bool:
    return "received" in found and found["received"].value == int(number)
