"""Charts as files: the SVG as it is, PNG by typst, and the table that it draws as CSV."""

from __future__ import annotations

import csv
import io
import json
import re
import struct
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from importlib import resources

from item6.briefings.document import Document, Picture, Table
from item6.briefings.writers.cleaning import plain
from item6.briefings.writers.errors import WriterMissing
from item6.briefings.writers.fonts import chosen
from item6.briefings.writers.laid import TEXT_WIDTH
from item6.files.cells import safe_cell

WIDEST, HIGHEST = TEXT_WIDTH, 175.0
"""Millimetres of a chart in print at most: the text of an A4 page, with room for caption and note."""

PPI = 192
"""Dots per inch of PNG: two for each pixel of an SVG in its own size."""

_SIZE = re.compile(r"<svg\b[^>]*>")
_MM = 25.4 / 96


@lru_cache(maxsize=32)
def png(svg: str, ppi: int = PPI) -> bytes:
    """The chart as PNG, as large as in print. WriterMissing without typst, ValueError for what is no sound SVG."""
    try:
        import typst
    except ImportError:
        raise WriterMissing("a chart as PNG") from None
    fonts = chosen(svg)
    with resources.as_file(resources.files(__package__).joinpath("chart.typ")) as template:
        compiler = typst.Compiler(
            str(template), root=str(template.parent),
            sys_inputs={"chart": json.dumps({"svg": svg, "width": width_of(svg), "fonts": fonts.families})},
            font_paths=typst.Fonts(include_system_fonts=fonts.system),
        )  # fmt: skip
        try:
            drawn = compiler.compile(format="png", ppi=ppi)
        except typst.TypstError as error:
            raise ValueError(f"a chart that cannot be drawn: {error}") from error
    assert isinstance(drawn, bytes), "a chart is one page"
    return drawn


def width_of(svg: str) -> float:
    """Millimetres that a chart is wide in print: its own size, or less where that is wider or higher than a page."""
    width, height = _drawn(svg)
    if not width or not height:
        return WIDEST
    return min(width * _MM, WIDEST, HIGHEST * width / height)


def height_of(svg: str) -> float:
    """Millimetres that a chart is high in print, 0 where it does not say its size."""
    width, height = _drawn(svg)
    return width_of(svg) * height / width if width else 0.0


def _drawn(svg: str) -> tuple[float, float]:
    """Width and height in pixels, 0 for what is not said."""
    found = _SIZE.search(svg)
    size = dict(re.findall(r'\s(width|height|viewBox)="([^"]*)"', found[0])) if found else {}
    _, _, wide, high = ([*re.findall(r"-?[\d.]+", size.get("viewBox", "")), "0", "0", "0", "0"])[:4]
    width, height = (
        float(re.sub(r"[^\d.].*", "", size.get(side, "")) or other or 0)
        for side, other in (("width", wide), ("height", high))
    )
    return width, height


def size_of(picture: bytes) -> tuple[int, int]:
    """Width and height of a PNG in pixels."""
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


def as_csv(table: Table) -> bytes:
    """A table as CSV in UTF-8 with its mark, as spreadsheets want it; words that look like formulas are kept words."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([safe_cell(plain(each.title)) for each in table.columns])
    for row in table.rows:
        writer.writerow([safe_cell(plain("".join(run.words for run in cell))) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def chart_files(document: Document) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Name, without the review, and content of the files of every chart: SVG, CSV of its table, and PNG.

    The content of PNG raises as `png` does.
    """
    for chart in document.blocks:
        if isinstance(chart, Picture):
            name = chart.name.removeprefix(f"{document.review}-")
            yield f"{name}.svg", chart.svg.encode
            yield f"{name}.csv", partial(as_csv, chart.table)
            yield f"{name}.png", partial(png, chart.svg)
