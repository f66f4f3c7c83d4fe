"""Charts that stand alone: nothing from elsewhere, the same parts as on a page, told apart by everyone and in grey."""

from __future__ import annotations

import io
import re
from datetime import date
from fractions import Fraction
from itertools import combinations
from pathlib import Path

import pytest
import typst
from drawn_charts import outside, parsed, row, words_of
from PIL import Image

from item6.charts import standing as dress
from item6.charts.bars import bars, outcome_bar
from item6.charts.ledgers import diverging, ledger, strength
from item6.charts.slopes import slope
from item6.charts.standing import standing
from item6.charts.tiles import NO_BORDERS, tiles, tiles_of_recommending
from item6.charts.timelines import REPORT, REVIEW, Event, timeline

CHARTS = {
    "outcome": outcome_bar({"supported": 7, "supported/noted": 2, "noted": 3}, "12 recommendations"),
    "bars": bars([row("Death penalty", 3, 1, 4)], "Death penalty 8"),
    "ledger": ledger([row("Cycle 1", 3, 1, 4, 2)], "Cycle 1: 10"),
    "diverging": diverging([row("Death penalty", 3, 1, 4)], "Death penalty 8"),
    "strength": strength({5: {"supported": 3}}, "3 specific"),
    "slope": slope([("RUR-1", Fraction(1, 4), "25.0 %"), ("RUR-2", Fraction(1, 3), "33.3 %")], "25 %, then 33 %"),
    "tiles": tiles({"CHL": 4, "TUV": 1}, "2 States"),
    "narrow": tiles_of_recommending({"CHL": 4, "TUV": 1}, "2 States"),
    "timeline": timeline([Event(REVIEW, "Review", date(2031, 5, 6)), Event(REPORT, "Report")], "Review, report"),
}
"""Every chart, as pages show it."""


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_needs_nothing_but_itself(name: str) -> None:
    """No class waits for a style, no reference leaves the file, no script is in it, every shape has its colour."""
    svg = standing(CHARTS[name])
    root = parsed(svg)
    assert [each.tag for each in root.iter() if each.get("class")] == []
    assert {each.tag for each in root.iter()} <= {
        "svg", "title", "desc", "defs", "pattern", "g", "rect", "circle", "path", "line", "polyline", "text",
    }  # fmt: skip
    assert (
        re.findall(r"(?:href|src|@import|url\((?!#))[^>]*", svg.replace('xmlns="http://www.w3.org/2000/svg"', "")) == []
    )
    named = set(re.findall(r'id="([^"]+)"', svg))
    assert set(re.findall(r"url\(#([^)]+)\)", svg)) <= named
    assert set(root.get("aria-labelledby", "").split()) <= named
    bare = [each.tag for each in root.iter() if each.tag in ("rect", "circle", "path", "text") and not each.get("fill")]
    assert bare == []
    assert "Arial" in root.get("font-family", "")


@pytest.mark.parametrize("name", CHARTS)
def test_both_dresses_are_of_one_drawing(name: str) -> None:
    assert words_of(standing(CHARTS[name])) == words_of(CHARTS[name])
    assert parsed(standing(CHARTS[name])).findtext("title") == parsed(CHARTS[name]).findtext("title")


def test_the_finding_stands_above_and_the_source_below() -> None:
    remarks = ["Source: A/HRC/99/5", NO_BORDERS]
    svg = standing(CHARTS["ledger"], heading="<Four> were noted", beneath="Numbers", remarks=remarks)
    words = words_of(svg)
    assert words[:2] == ["<Four> were noted", "Numbers"]
    assert " ".join(words[words.index("Source: A/HRC/99/5") + 1 :]) == NO_BORDERS
    assert parsed(svg).findtext("title") == "<Four> were noted"
    assert parsed(svg).findtext("desc") == "Cycle 1: 10"
    assert outside(svg) == []


def test_several_in_one_page_do_not_share_names() -> None:
    named = [set(re.findall(r'id="([^"]+)"', standing(svg))) for svg in CHARTS.values()]
    assert [one & other for one, other in combinations(named, 2) if one & other] == []
    assert standing(CHARTS["bars"]) == standing(CHARTS["bars"])


def test_signs_that_no_file_can_hold_are_shown_as_missing() -> None:
    svg = standing(ledger([row("Death\x00 penalty\x07", 1)], "\x01"), heading="\x02Found")
    assert words_of(svg)[0] == "\ufffdFound"
    assert "Death\ufffd penalty\ufffd" in " ".join(words_of(svg))


# Simulated with the matrices of Viénot, Brettel and Mollon (1999) on linear light.
_BLIND = {
    "everyone": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "deuteranopia": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
}


def _linear(colour: str) -> list[float]:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def _light(linear: list[float]) -> float:
    """Relative luminance (WCAG 2.2)."""
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("eyes", _BLIND)
def test_positions_differ_in_lightness_to_everyone(eyes: str) -> None:
    """So they do in grey print too; in part and noted have patterns besides."""
    lights = []
    for colour in (dress.SUPPORTED, dress.NOTED, dress.PENDING):
        linear = _linear(colour)
        lights.append(_light([sum(a * b for a, b in zip(line, linear, strict=True)) for line in _BLIND[eyes]]))
    contrasts = [(max(pair) + 0.05) / (min(pair) + 0.05) for pair in combinations(lights, 2)]
    assert min(contrasts) > 1.5, contrasts


def test_words_can_be_read_on_what_they_stand_on() -> None:
    shades = [
        (dress.QUIET if not at else dress.INK if at < 4 else dress.PAPER, each) for at, each in enumerate(dress.SHADES)
    ]
    for ink, paper in [(dress.INK, dress.PAPER), (dress.QUIET, dress.PAPER), *shades]:
        bright, dark = sorted((_light(_linear(ink)), _light(_linear(paper))), reverse=True)
        assert (bright + 0.05) / (dark + 0.05) >= 4.5, (ink, paper)


def test_typst_sets_a_chart_with_its_colours_and_patterns(tmp_path: Path) -> None:
    """A part of a bar is its colour; one that is answered in part shows stripes, one noted dots."""
    (tmp_path / "chart.svg").write_text(standing(ledger([row("A", 4, 4, 4)], "x")), encoding="utf-8")
    (tmp_path / "page.typ").write_text('#set page(width: auto, height: auto, margin: 0pt)\n#image("chart.svg")')
    picture = Image.open(io.BytesIO(typst.compile(str(tmp_path / "page.typ"), format="png", ppi=96.0))).convert("RGB")
    assert picture.width == 500
    area = range(58, 66)
    seen = [{picture.getpixel((x, y)) for x in range(at, at + 140) for y in area} for at in (15, 175, 335)]
    teal = tuple(int(dress.SUPPORTED[at : at + 2], 16) for at in (1, 3, 5))
    assert [len(colours) > 1 for colours in seen] == [False, True, True]
    assert seen[0] == {teal}
    assert teal in seen[1]
