from __future__ import annotations

import io
import sys
from dataclasses import replace

import pytest
from gallery import CHART, HOSTILE
from PIL import Image

from item6.briefings.document import Column, Document, Picture, Table, Text
from item6.briefings.writers import WriterMissing
from item6.briefings.writers.pictures import as_csv, chart_files, png, size_of, width_of


def test_png() -> None:
    drawn = png(CHART)
    picture = Image.open(io.BytesIO(drawn)).convert("RGB")
    assert picture.size == size_of(drawn)
    assert abs(picture.width - 166 / 25.4 * 192) < 2
    assert picture.getpixel((picture.width // 3, int(picture.height * 0.27))) == (0x1F, 0x6F, 0x6B)


@pytest.mark.parametrize(
    ("size", "width"),
    [
        ('width="500" height="300" viewBox="0 0 500 300"', 132.29),
        ('viewBox="0 0 500 300"', 132.29),
        ('width="480px" height="100px"', 127.0),
        ('width="2000" height="100"', 166.0),
        ('width="500" height="5000"', 17.5),
        ('width="0" height="5"', 166.0),
        ("", 166.0),
    ],
)
def test_width(size: str, width: float) -> None:
    assert round(width_of(f"<svg {size}><rect/></svg>"), 2) == width


@pytest.mark.parametrize("address", ["/etc/hostname", "../laid.py", "https://example.org/a.png"])
def test_no_picture_reaches_out(address: str) -> None:
    """What is named in a picture is not looked at: the picture is refused, or drawn without."""
    inside = f'<image href="{address}" width="10" height="10"/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">{inside}</svg>'
    with pytest.raises(ValueError, match="failed to load linked image"):
        png(svg)


def test_what_is_no_picture() -> None:
    with pytest.raises(ValueError, match="a chart that cannot be drawn"):
        png("<svg")


def test_without_typst(monkeypatch: pytest.MonkeyPatch) -> None:
    png.cache_clear()
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(WriterMissing, match="a chart as PNG needs typst"):
        png(CHART)


def test_csv() -> None:
    rows = tuple(((Text(words),),) for words in HOSTILE[3:5])
    made = as_csv(Table("", (Column("=A1"),), rows)).decode("utf-8-sig")
    assert made.splitlines() == [
        "'=A1",
        '"{ HYPERLINK ""https://example.org"" } MERGEFIELD x \\* MERGEFORMAT {=1+1}"',
        '"\'=HYPERLINK(""https://example.org"") | +1 | -1 | @SUM(A1) | 1. not a list | # no heading"',
    ]


def test_files_of_charts(document: Document) -> None:
    chart = next(block for block in document.blocks if isinstance(block, Picture))
    named = replace(document, blocks=(replace(chart, name=f"{document.review}-outcome"),))
    made = {name: content() for name, content in chart_files(named)}
    assert list(made) == ["outcome.svg", "outcome.csv", "outcome.png"]
    assert made["outcome.svg"].decode() == CHART
    assert made["outcome.csv"].decode("utf-8-sig").splitlines()[1] == "supported,44,78.6\xa0%"
