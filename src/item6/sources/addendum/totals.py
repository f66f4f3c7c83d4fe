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
# For small letters, in which patterns are found in a third of the time
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (measure, re.compile(pattern.replace(" ", r"\s+")))
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
    )
)


def read_totals(context: Context, lower: str, start: int, end: int) -> Iterator[StatedTotal]:
    """The totals between two offsets of the running text, the first of each measure. lower: it in small letters."""
    found: dict[str, StatedTotal] = {}

    def take(measure: str, value: str, place: tuple[int, int]) -> None:
        found.setdefault(measure, StatedTotal(measure, int(value), context.passage(place)))

    stretches = list(_stretches(lower, start, end))
    for measure, pattern in _PATTERNS[:1]:
        for stated in _found(pattern, lower, stretches):
            take(measure, stated[1], stated.span())
    spans = []
    for stated in _found(_OF_SOME, lower, stretches):
        now = "_now" if stated[2] and not _is_all(found, stated[2]) else ""
        spans.append(stated.span())
        take(f"supported{now}", stated[1], stated.span())
        take(f"noted{now}", stated[4], stated.span())
    for measure, pattern in _PATTERNS[1:]:
        for stated in _found(pattern, lower, stretches):
            if not any(first <= stated.start() < last for first, last in spans):
                take(measure, stated[1], stated.span())
    yield from found.values()


# For small letters. Every total has a number before the word, or "now"; most texts have neither
_PLURAL = re.compile(r"recom(?:mendations|mandations|endaciones)")
_COUNTING = re.compile(r"\d\s+(?:(?:of|des|de\s+las)\s+(?:(?:the|its|les|las)\s+)?(?:\d{1,3}\s+)?)?$")
_NOW = re.compile(r"now\s+(?:supported|accepted)")
_LONGEST_COUNT = 60
_BEFORE, _AFTER = 120, 260
"""Characters around the word within which a total is stated."""


def _stretches(lower: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches of a text in small letters in which a total may be stated, none twice."""
    nouns = (noun.start() for noun in _PLURAL.finditer(lower, start, end))
    counted = [at for at in nouns if _COUNTING.search(lower[max(start, at - _LONGEST_COUNT) : at])]
    first, last = start, start
    for at in sorted((*counted, *(now.start() for now in _NOW.finditer(lower, start, end)))):
        if at - _BEFORE > last:
            if last > first:
                yield first, last
            first = at - _BEFORE
        last = min(end, at + _AFTER)
    if last > first:
        yield first, last


def _found(pattern: re.Pattern[str], lower: str, stretches: list[tuple[int, int]]) -> Iterator[re.Match[str]]:
    for first, last in stretches:
        yield from pattern.finditer(lower, first, last)


def _is_all(found: dict[str, StatedTotal], number: str) -> bool:
    return "received" in found and found["received"].value == int(number)
