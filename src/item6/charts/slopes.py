"""A share over the cycles: a line from review to review, each point labelled."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from item6.charts.svg import element, picture, text

_WIDTH, _HEIGHT, _LEFT, _TOP, _BOTTOM = 360.0, 170.0, 40.0, 28.0, 34.0


def slope(points: Sequence[tuple[str, Fraction, str]], title: str) -> str:
    """points: (label below, share, words at the point), in order; the scale goes from zero to at least a half."""
    most = max([Fraction(1, 2), *(share for _, share, _ in points)])
    step = (_WIDTH - 2 * _LEFT) / max(1, len(points) - 1)
    places = [
        (_LEFT + at * step, _TOP + (_HEIGHT - _TOP - _BOTTOM) * float(1 - share / most))
        for at, (_, share, _) in enumerate(points)
    ]
    floor = _HEIGHT - _BOTTOM
    drawn = [element("line", {"x1": _LEFT / 2, "y1": floor, "x2": _WIDTH - _LEFT / 2, "y2": floor, "class_": "axis"})]
    drawn.append(element("polyline", {"points": " ".join(f"{x:.1f},{y:.1f}" for x, y in places), "class_": "line"}))
    for (label, _, words), (x, y) in zip(points, places, strict=True):
        drawn.append(element("circle", {"cx": x, "cy": y, "r": 4, "class_": "dot"}))
        drawn.append(text(words, x, y - 10, "value", "middle"))
        drawn.append(text(label, x, _HEIGHT - 12, "label", "middle"))
    return picture(_WIDTH, _HEIGHT, title, drawn, "slope")
