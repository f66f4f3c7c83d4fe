"""Rows of answers in which every count is printed: what was answered to a cycle, an issue, or a strength of asking.

Drawn to be read where 360 pixels are all there is: the label and the counts above, the bar beneath over the whole
width. Counts stand in columns of their own, so that none is lost because a part of a bar is narrow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from item6.charts.bars import ORDER, WORDS, Row, part
from item6.charts.measuring import wrapped
from item6.charts.svg import element, picture, text
from item6.terms.answers import NOTED, PARTLY, PENDING, SUPPORTED

WIDTH = 480.0
_COLUMNS = {SUPPORTED: 86.0, PARTLY: 68.0, NOTED: 66.0, PENDING: 74.0}
"""Room for the name of each position and its mark in a wide face."""
_ALL, _LINE, _HIGH, _GAP = 44.0, 17.0, 15.0, 13.0
_HEAD = 26.0
_DIVERGING = (NOTED, PARTLY, SUPPORTED, PENDING)
"""Positions in the order in which they diverge."""

ACTIONS: Mapping[int, str] = {
    5: "5 specific: ratify, adopt, amend, abolish, investigate",
    4: "4 general: strengthen, promote, take measures",
    3: "3 considering: consider, examine, review",
    2: "2 continuing: continue, maintain",
    1: "1 minimal: share, seek assistance",
    0: "without a category",
}
"""UPR Info's action categories with their verbs (E. McMahon), the strongest first; 0: texts that have none."""


def ledger(rows: Sequence[Row], title: str) -> str:
    """A row each: label, how many in all and with each position, and a bar from zero; all to one scale."""
    scale = WIDTH / (max((row.total for row in rows), default=0) or 1)
    return _drawn(rows, ORDER, lambda row: _bar(row, 0.0, scale, ORDER), title, "ledger")


def strength(counts: Mapping[int, Mapping[str, int]], title: str) -> str:
    """What was answered to each strength of asking. counts: by action category, 0 for none, then by position.

    All five are shown, also those that nobody asked for.
    """
    shown = [each for each in ACTIONS if each or sum(counts.get(0, {}).values())]
    return ledger([Row(ACTIONS[each], counts.get(each, {})) for each in shown], title)


def diverging(rows: Sequence[Row], title: str) -> str:
    """A row each, around a line: noted to the left of it, supported to the right, in part on the line itself.

    What is pending has no side: it is counted in its column and not drawn.
    """
    left = max((_side(row, NOTED) for row in rows), default=0.0)
    right = max((_side(row, SUPPORTED) for row in rows), default=0.0)
    scale = (WIDTH - 2) / ((left + right) or 1)
    line = 1 + left * scale if left + right else WIDTH / 2

    def bar(row: Row) -> Iterator[str]:
        yield from _bar(row, line - _side(row, NOTED) * scale, scale, _DIVERGING[:3])
        yield element("line", {"x1": line, "x2": line, "y1": -1, "y2": _HIGH + 4, "class_": "axis"})

    return _drawn(rows, _DIVERGING, bar, title, "diverging")


def _side(row: Row, position: str) -> float:
    """How far a row goes to the side of a position: what is in part lies half on either."""
    return row.counts.get(position, 0) + row.counts.get(PARTLY, 0) / 2


def _bar(row: Row, x: float, scale: float, order: Sequence[str]) -> Iterator[str]:
    for position in order:
        width = row.counts.get(position, 0) * scale
        if width:
            yield part(position, x, 0.0, width, _HIGH)
        x += width


def _drawn(
    rows: Sequence[Row], order: Sequence[str], bar: Callable[[Row], Iterable[str]], title: str, kind: str
) -> str:
    """Heads of the columns, then each row. order: of columns; one for what is pending only where anything is."""
    shown = [each for each in order if each != PENDING or any(row.counts.get(each) for row in rows)]
    ends = [WIDTH - sum(_COLUMNS[later] for later in shown[at + 1 :]) for at in range(len(shown))]
    room = WIDTH - sum(_COLUMNS[each] for each in shown) - _ALL
    drawn, top = list(_heads(shown, ends, room + _ALL)), _HEAD
    for row in rows:
        lines = wrapped(row.label, room - 8, 3)
        drawn += [text(line, 0, top + 13 + at * _LINE, "label") for at, line in enumerate(lines)]
        drawn.append(text(str(row.total), room + _ALL, top + 13, "count all", "end"))
        drawn += [
            text(str(row.counts.get(each, 0)), end, top + 13, "count" if row.counts.get(each) else "count none", "end")
            for each, end in zip(shown, ends, strict=True)
        ]
        top += _LINE * len(lines) + 2
        drawn.append(element("g", {"transform": f"translate(0 {top:g})"}, "", *bar(row)))
        top += _HIGH + _GAP
    return picture(WIDTH, top, title, drawn, kind)


def _heads(shown: Sequence[str], ends: Sequence[float], all_end: float) -> Iterator[str]:
    """What each column counts, with the mark of its part of the bars."""
    yield text("all", all_end, 13, "head", "end")
    for position, end in zip(shown, ends, strict=True):
        yield text(WORDS[position], end - 15, 13, "head", "end")
        yield part(position, end - 11, 3, 11, 11)
