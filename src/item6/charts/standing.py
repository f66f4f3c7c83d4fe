"""A chart of a page dressed to stand alone: in a document, a mail, a print, as a picture.

One drawing has two dresses. On a page its classes are dressed by item6.css, light or dark. Here the same classes become
attributes of the shapes themselves, so that every program shows them alike and nothing leaks into what stands around.
Colours are those of the pages: they differ in lightness too, and patterns carry them where there is no colour.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from item6.charts.bars import PATTERNS
from item6.charts.measuring import wrapped
from item6.charts.svg import holdable

FONT = "Noto Sans, Segoe UI, Helvetica Neue, Arial, Liberation Sans, DejaVu Sans, sans-serif"
"""Families that systems have, the ones with most scripts first."""

INK, QUIET, LINE, PAPER = "#1b2526", "#52605f", "#b9b6ab", "#ffffff"
SUPPORTED, NOTED, PENDING = "#17625c", "#d9a441", "#dfe1e0"
SHADES = ("#ffffff", "#dbe9ee", "#b3d0dc", "#7fb0c4", "#2f7492", "#0b4f6c")
"""How many a State made: none, few, to most; from light to dark, so that grey tells it too."""

_MARGIN = 10.0
_NAMESPACE = "http://www.w3.org/2000/svg"

Dress = Mapping[str, str]
_RULES: Sequence[tuple[str, frozenset[str], Dress]] = [
    (tag, frozenset(classes.split()), dress)
    for tag, classes, dress in (
        ("text", "", {"fill": INK, "font-size": "13"}),
        ("text", "quiet", {"fill": QUIET}),
        ("text", "head", {"font-size": "12", "fill": QUIET}),
        ("text", "none", {"fill": QUIET}),
        ("text", "all", {"font-weight": "600"}),
        ("text", "strong", {"font-weight": "600"}),
        ("text", "between", {"fill": QUIET, "font-size": "12"}),
        ("text", "remark", {"fill": QUIET, "font-size": "12"}),
        ("text", "heading", {"font-weight": "600", "font-size": "15"}),
        ("text", "on-supported", {"fill": PAPER, "font-weight": "600"}),
        ("text", "on-in-part", {"fill": PAPER, "font-weight": "600"}),
        ("text", "on-noted", {"fill": "#2a1f05", "font-weight": "600"}),
        ("text", "on-pending", {"fill": INK}),
        ("rect", "supported", {"fill": SUPPORTED, "stroke": PAPER, "stroke-width": "0.7"}),
        ("rect", "in-part", {"fill": SUPPORTED, "stroke": PAPER, "stroke-width": "0.7"}),
        ("rect", "noted", {"fill": NOTED, "stroke": PAPER, "stroke-width": "0.7"}),
        ("rect", "pending", {"fill": PENDING, "stroke": QUIET, "stroke-width": "0.7"}),
        ("rect", "stripe", {"fill": PAPER, "fill-opacity": "0.75"}),
        ("circle", "stripe", {"fill": "#3c2800", "fill-opacity": "0.75"}),
        ("line", "axis", {"stroke": INK, "stroke-width": "1"}),
        ("polyline", "line", {"fill": "none", "stroke": QUIET, "stroke-width": "2"}),
        ("line", "line", {"stroke": QUIET, "stroke-width": "2"}),
        *((shape, "dot", {"fill": INK}) for shape in ("circle", "rect", "path")),
        *((shape, "open", {"fill": PAPER, "stroke": INK, "stroke-width": "2"}) for shape in ("circle", "rect", "path")),
        *(("rect", f"tiles t{at}", {"fill": shade, "stroke": QUIET, "stroke-width": "0.7", "rx": "3"})
          for at, shade in enumerate(SHADES)),
        *(("text", f"tiles t{at}", {"fill": QUIET if not at else INK if at < 4 else PAPER, "font-size": "11",
                                    "text-anchor": "middle"}) for at in range(len(SHADES))),
    )
]  # fmt: skip
"""Shape, classes that it or what it stands in has, and what it wears; the last of several wins."""


def standing(svg: str, *, heading: str = "", beneath: str = "", remarks: Sequence[str] = ()) -> str:
    """The chart as a file of its own: colours, patterns and font in itself, no script, nothing from elsewhere.

    svg: as the functions of this room draw it. heading: the finding in a sentence, drawn above; beneath: unit and
    stage, under it; remarks: source and day of the record, drawn below; all wrapped. Its own size is right on A4, some
    13 cm wide with letters of 10 points; on a phone it shrinks to the width of the screen and can still be read. As
    PNG it wants a whole number of pixels for each of its own: 96, 192 or 288 to the inch.
    """
    root = ElementTree.fromstring(svg)
    _, _, width, height = (float(each) for each in root.get("viewBox", "0 0 1 1").split())
    drawing = Element("g")
    drawing[:] = [each for each in root if each.tag != "title"]
    title = root.findtext("title") or ""
    mark = hashlib.sha256(svg.encode()).hexdigest()[:8]
    whole = Element("svg", {"class": root.get("class", "")})
    above = [*_words(heading, "heading", width, 20.0), *_words(beneath, "remark", width, 16.0)]
    below = [each for remark in remarks for each in _words(remark, "remark", width, 16.0)]
    SubElement(whole, "title", {"id": f"t-{mark}"}).text = holdable(heading) or title
    if heading:
        SubElement(whole, "desc", {"id": f"d-{mark}"}).text = title
    whole.append(_patterns())
    room = SubElement(whole, "rect", {"fill": PAPER})
    top = _lines(whole, above, _MARGIN) + (6.0 if above else 0.0)
    drawing.set("transform", f"translate({_MARGIN:g} {top:g})")
    whole.append(drawing)
    bottom = _lines(whole, below, top + height + (4.0 if below else 0.0)) + _MARGIN
    across = width + 2 * _MARGIN
    room.attrib |= {"width": f"{across:g}", "height": f"{bottom:g}"}
    for shape, classes in list(_walked(whole, frozenset())):
        _dress(shape, classes, mark)
    whole.attrib |= {
        "xmlns": _NAMESPACE, "viewBox": f"0 0 {across:g} {bottom:g}", "width": f"{across:g}",
        "height": f"{bottom:g}", "role": "img", "aria-labelledby": f"t-{mark} d-{mark}" if heading else f"t-{mark}",
        "font-family": FONT, "direction": "ltr", "style": "max-width:100%;height:auto",
    }  # fmt: skip
    return ElementTree.tostring(whole, encoding="unicode")


_Line = tuple[str, str, float]
"""Words, their class, and how high the line is."""


def _words(words: str, kind: str, width: float, high: float) -> list[_Line]:
    size = 15.0 if kind == "heading" else 12.0
    return [(line, kind, high) for line in wrapped(holdable(words), width, 6, size)] if words else []


def _lines(whole: Element, lines: Sequence[_Line], top: float) -> float:
    """Draws lines from a height on; where they end."""
    for words, kind, high in lines:
        placed = {"x": f"{_MARGIN:g}", "y": f"{top + high - 4:g}", "class": kind}
        SubElement(whole, "text", placed).text = words
        top += high
    return top


def _patterns() -> Element:
    defs = ElementTree.fromstring(PATTERNS).find("defs")
    assert defs is not None
    return defs


def _walked(shape: Element, above: frozenset[str]) -> Iterator[tuple[Element, frozenset[str]]]:
    """Every element with the classes that it or what it stands in has."""
    classes = above | frozenset(shape.get("class", "").split())
    yield shape, classes
    for each in shape:
        yield from _walked(each, classes)


def _dress(shape: Element, classes: frozenset[str], mark: str) -> None:
    shape.attrib.pop("class", None)
    fill = shape.get("fill", "")
    if fill.startswith("url(#"):
        shape.set("fill", f"{fill[:-1]}-{mark})")
    elif shape.tag != "svg":
        for tag, wanted, dress in _RULES:
            if tag == shape.tag and wanted <= classes:
                shape.attrib |= dress
    if shape.tag == "pattern":
        shape.set("id", f"{shape.get('id')}-{mark}")
