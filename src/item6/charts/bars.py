"""Bars of positions: one outcome, or many rows of them, each from zero."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from item6.charts.measuring import shortened
from item6.charts.svg import element, picture, text
from item6.terms.answers import NOTED, PARTLY, PENDING, SUPPORTED

ORDER = (SUPPORTED, PARTLY, NOTED, PENDING)
"""Positions in the order of bars."""

KINDS = {SUPPORTED: "supported", PARTLY: "in-part", NOTED: "noted", PENDING: "pending"}
"""The class of each position."""

WORDS = {SUPPORTED: "supported", PARTLY: "in part", NOTED: "noted", PENDING: "pending"}
"""What each position is called beside a bar."""

_WIDTH = 720.0


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a label and a count for each position; positions left out are 0."""

    label: str
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.counts.values())


def outcome_bar(
    counts: Mapping[str, int], title: str, called: Mapping[str, str] = WORDS, *, mirrored: bool = False
) -> str:
    """One bar over the whole width, each part labelled with its name and count where there is room.

    called: what each position is called. mirrored: from right to left.
    """
    total = sum(counts.values()) or 1
    parts, x = [], 0.0
    for position in ORDER:
        count = counts.get(position, 0)
        width = _WIDTH * count / total
        if count:
            left = _WIDTH - x - width if mirrored else x
            parts.append(part(position, left, 0, width, 44))
            label = f"{called[position]} {count}"
            if width > 9 * len(label):
                at = _WIDTH - x - 10 if mirrored else x + 10
                parts.append(text(label, at, 28, f"on-{KINDS[position]}", "end" if mirrored else None))
        x += width
    return picture(_WIDTH, 44, title, parts, "outcome", stretched=True)


def bars(
    rows: Sequence[Row], title: str, *, label_width: float = 290.0, row_height: float = 26.0, mirrored: bool = False
) -> str:
    """A row each, all to one scale from zero: label, parts by position, total. mirrored: from right to left."""
    most = max((row.total for row in rows), default=1) or 1
    room = _WIDTH - label_width - 50
    drawn = []

    def turned(x: float, width: float = 0.0) -> float:
        return _WIDTH - x - width if mirrored else x

    for at, row in enumerate(rows):
        top, x = at * row_height, label_width
        line = top + row_height * 0.68
        label = shortened(row.label, label_width - 12)
        drawn.append(text(label, turned(label_width - 8), line, "label", None if mirrored else "end"))
        for position in ORDER:
            width = room * row.counts.get(position, 0) / most
            if width:
                drawn.append(part(position, turned(x, width), top + 4, width, row_height - 8))
            x += width
        drawn.append(text(str(row.total), turned(x + 6), line, "count", "end" if mirrored else None))
    return picture(_WIDTH, max(1, len(rows)) * row_height, title, drawn, "bars")


def part(position: str, x: float, y: float, width: float, height: float) -> str:
    """The part of a bar that one position has, or its mark beside a word."""
    shape = {"x": x, "y": y, "width": width, "height": height}
    drawn = element("rect", {**shape, "class_": KINDS[position]})
    # A second shape carries the pattern, so that positions differ without colour too.
    return drawn + (element("rect", {**shape, "fill": f"url(#p-{KINDS[position]})"}) if position in _PATTERNED else "")


_PATTERNED = (PARTLY, NOTED)

PATTERNS = element(
    "svg",
    {"width": 0, "height": 0, "class_": "patterns", "aria_hidden": "true", "focusable": "false"},
    element(
        "defs",
        {},
        element(
            "pattern",
            {"id": "p-in-part", "width": 6, "height": 6, "patternUnits": "userSpaceOnUse",
             "patternTransform": "rotate(45)"},
            element("rect", {"width": 2, "height": 6, "class_": "stripe"}),
        ),
        element(
            "pattern",
            {"id": "p-noted", "width": 6, "height": 6, "patternUnits": "userSpaceOnUse"},
            element("circle", {"cx": 3, "cy": 3, "r": 0.9, "class_": "stripe"}),
        ),
    ),
)  # fmt: skip
"""What pages that hold bars put in once: the patterns that tell positions apart in black and white."""
