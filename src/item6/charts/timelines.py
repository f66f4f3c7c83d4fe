"""The stages of a review with their dates and documents, from top to bottom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from item6.charts.measuring import wrapped
from item6.charts.svg import element, picture, text

REVIEW, REPORT, ADDENDUM, ADOPTION, LATER = STAGES = ("review", "report", "addendum", "adoption", "later")
"""What can happen to a review; each has a shape of its own."""

WIDTH = 480.0
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_LINE_AT, _LEFT, _LINE, _GAP, _AFTER = 118.0, 140.0, 17.0, 16.0, 22.0


@dataclass(frozen=True, slots=True)
class Event:
    """What happened. stage: one of STAGES. on: None where the day is not known. details: symbols, counts, a line each.

    expected: whether it is still to come.
    """

    stage: str
    words: str
    on: date | None = None
    details: tuple[str, ...] = ()
    expected: bool = False


def timeline(events: Sequence[Event], title: str) -> str:
    """Events in the order given; between two whose days are known, how many days went by."""
    drawn, top, ends = list[str](), 6.0, list[float]()
    for at, event in enumerate(events):
        before = events[at - 1].on if at else None
        if before and event.on:
            drawn.append(text(_between(before, event.on), _LEFT, top + 10, "between"))
            top += _AFTER
        ends.append(top + 8)
        drawn.append(text(_day(event.on), _LINE_AT - 20, top + 13, "label", "end"))
        lines = wrapped(event.words, WIDTH - _LEFT, 3)
        drawn += [text(line, _LEFT, top + 13 + place * _LINE, "strong") for place, line in enumerate(lines)]
        top += _LINE * len(lines)
        for detail in event.details:
            for line in wrapped(detail, WIDTH - _LEFT, 3):
                drawn.append(text(line, _LEFT, top + 13, "detail"))
                top += _LINE
        top += _GAP
    return picture(WIDTH, max(top, 1.0), title, [*_spine(events, ends), *drawn], "timeline")


def _spine(events: Sequence[Event], ends: Sequence[float]) -> Iterator[str]:
    """The line, dashed towards what is still to come, and the marks on it."""
    for (start, end), event in zip(pairwise(ends), events[1:], strict=True):
        place = {"x1": _LINE_AT, "x2": _LINE_AT, "y1": start, "y2": end, "class_": "line"}
        yield element("line", {**place, "stroke_dasharray": "3 4" if event.expected else None})
    for y, event in zip(ends, events, strict=True):
        yield _mark(event, y)


def _mark(event: Event, y: float) -> str:
    kind, x = "open" if event.expected else "dot", _LINE_AT
    match event.stage:
        case "report":
            return element("rect", {"x": x - 6, "y": y - 6, "width": 12, "height": 12, "class_": kind})
        case "addendum":
            return element("path", {"d": f"M{x:g} {y - 8:g}l8 8-8 8-8-8z", "class_": kind})
        case "adoption":
            return element("path", {"d": f"M{x:g} {y - 8:g}l8.5 14h-17z", "class_": kind})
        case "review":
            return element("circle", {"cx": x, "cy": y, "r": 7, "class_": kind})
    return element("circle", {"cx": x, "cy": y, "r": 4, "class_": kind})


def _day(on: date | None) -> str:
    return f"{on.day} {_MONTHS[on.month - 1]} {on.year}" if on else "no date"


def _between(before: date, after: date) -> str:
    days = (after - before).days
    if not days:
        return "the same day"
    return f"{abs(days)} {'day' if abs(days) == 1 else 'days'} {'later' if days > 0 else 'earlier'}"
