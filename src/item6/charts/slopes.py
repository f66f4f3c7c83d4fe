"""A share over the cycles: a line from review to review, each point labelled."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from item6.charts.measuring import shortened
from item6.charts.svg import element, picture, text

_WIDTH, _HEIGHT, _LEFT, _TOP, _BOTTOM = 360.0, 170.0, 40.0, 28.0, 34.0


def slope(
    points: Sequence[tuple[str, Fraction, str]], title: str, *, width: float = _WIDTH, mirrored: bool = False
) -> str:
    """points: (label below, share, words at the point), in order; the scale goes from zero to at least a half.

    width: 480 beside the other charts of a document. mirrored: from right to left.
    """
    most = max([Fraction(1, 2), *(share for _, share, _ in points)])
    step = (width - 2 * _LEFT) / max(1, len(points) - 1)
    first = _LEFT if len(points) > 1 else width / 2
    room = step - 6 if len(points) > 1 else width
    places = [
        (
            width - first - at * step if mirrored else first + at * step,
            _TOP + (_HEIGHT - _TOP - _BOTTOM) * float(1 - share / most),
        )
        for at, (_, share, _) in enumerate(points)
    ]
    floor = _HEIGHT - _BOTTOM
    drawn = [element("line", {"x1": _LEFT / 2, "y1": floor, "x2": width - _LEFT / 2, "y2": floor, "class_": "axis"})]
    drawn.append(element("polyline", {"points": " ".join(f"{x:.1f},{y:.1f}" for x, y in places), "class_": "line"}))
    for (label, _, words), (x, y) in zip(points, places, strict=True):
        drawn.append(element("circle", {"cx": x, "cy": y, "r": 4, "class_": "dot"}))
        drawn.append(text(words, x, y - 10, "value", "middle"))
        drawn.append(text(shortened(label, min(room, 2 * x, 2 * (width - x))), x, _HEIGHT - 12, "label", "middle"))
    return picture(width, _HEIGHT, title, drawn, "slope")
