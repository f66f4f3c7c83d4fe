"""Drawings taken apart: what is written in them, and where everything stands."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from item6.charts.bars import Row
from item6.charts.measuring import length

SUPPORTED, PARTLY, NOTED, PENDING = "supported", "supported/noted", "noted", "pending"


def row(label: str, supported: int = 0, partly: int = 0, noted: int = 0, pending: int = 0) -> Row:
    return Row(label, {SUPPORTED: supported, PARTLY: partly, NOTED: noted, PENDING: pending})


def parsed(svg: str) -> Element:
    """Without its namespace, which only a chart that stands alone has."""
    return ElementTree.fromstring(svg.replace(' xmlns="http://www.w3.org/2000/svg"', ""))


def words_of(svg: str) -> list[str]:
    """What is written in it, from first to last."""
    return ["".join(each.itertext()) for each in parsed(svg).iter("text")]


def outside(svg: str) -> list[str]:
    """What would be drawn, or might in a wide face, beyond the edges."""
    root = parsed(svg)
    left, top, width, height = map(float, root.get("viewBox", "").split())
    return [
        name
        for name, x, y, x2, y2 in boxes(root, 0, 0)
        if x < left - 1 or x2 > left + width + 1 or y < top - 1 or y2 > top + height + 1
    ]


def boxes(shape: Element, x: float, y: float) -> Iterator[tuple[str, float, float, float, float]]:
    """Words, bars and marks with their edges."""
    if shape.tag in ("defs", "title", "desc"):
        return
    moved = shape.get("transform", "")
    if moved.startswith("translate("):
        by = moved[10:-1].split()
        x, y = x + float(by[0]), y + float(by[1])
    if shape.tag == "text":
        words = "".join(shape.itertext())
        long = length(words, float(shape.get("font-size", 13)))
        left = x + float(shape.get("x", 0)) - {"end": long, "middle": long / 2}.get(shape.get("text-anchor", ""), 0)
        base = y + float(shape.get("y", 0))
        yield words, left, base - 10, left + long, base + 2
    if shape.tag == "rect":
        left, over = x + float(shape.get("x", 0)), y + float(shape.get("y", 0))
        yield "a bar", left, over, left + float(shape.get("width", 0)), over + float(shape.get("height", 0))
    for each in shape:
        yield from boxes(each, x, y)
