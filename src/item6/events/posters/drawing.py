"""A poster as PDF or PNG: typst sets a fixed template with the words as its data, as it does with briefings."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import asdict
from importlib import resources
from typing import Any

from item6.briefings.writers.cleaning import plain
from item6.briefings.writers.direction import RIGHT_TO_LEFT, runs_right_to_left
from item6.briefings.writers.errors import WriterMissing
from item6.briefings.writers.fonts import chosen
from item6.events.posters.nouns import CARD, FLYER, SQUARE, Poster

PDF, PNG = FORMS = ("pdf", "png")

_PPI: Mapping[str, float] = {FLYER: 144, SQUARE: 144, CARD: 144}
"""Dots per inch of PNG: 1190 by 1684, 1080 by 1080 and 1200 by 630 dots."""
_LACKING = "could not be displayed"


def drawn(poster: Poster, shape: str, form: str) -> bytes:
    """The file. shape: one of SHAPES. form: one of FORMS. WriterMissing without typst or segno."""
    try:
        import typst
    except ImportError:
        raise WriterMissing("a flyer") from None
    words = _data(poster, shape)
    fonts = chosen(json.dumps(words, ensure_ascii=False))
    inputs = {"poster": json.dumps({**words, "fonts": fonts.families}, ensure_ascii=False)}
    with resources.as_file(resources.files(__package__).joinpath("poster.typ")) as template:
        compiler = typst.Compiler(
            str(template), root=str(template.parent), sys_inputs=inputs,
            font_paths=typst.Fonts(include_system_fonts=fonts.system),
        )  # fmt: skip
        made = _compiled(compiler, shape, form)
    assert isinstance(made, bytes), "a poster is one page"
    return made


def _compiled(compiler: Any, shape: str, form: str) -> Any:
    import typst

    if form == PNG:
        return compiler.compile(format="png", ppi=_PPI[shape])
    try:
        return compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=0)
    except typst.TypstError as error:
        if _LACKING not in str(error):
            raise
        return compiler.compile(format="pdf", timestamp=0)


def code_of(address: str) -> str:
    """The QR code of an address, as SVG without a quiet zone. WriterMissing without segno."""
    try:
        import segno
    except ImportError:
        raise CodeMissing("a QR code") from None
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="svg", border=0, xmldecl=False, svgns=True)
    return out.getvalue().decode()


class CodeMissing(WriterMissing):
    """A QR code needs the extra `events`."""

    def __init__(self, what: str) -> None:
        Exception.__init__(
            self, f"{what} needs segno, which is not installed: run python3 start.py setup, or pip install segno"
        )
        self.what = what


def _data(poster: Poster, shape: str) -> dict[str, Any]:
    words = _plain(asdict(poster))
    language = poster.language.partition("-")[0].lower()
    assert isinstance(words, dict)
    return {
        **words,
        "shape": shape,
        "language": language,
        "dir": "rtl" if language in RIGHT_TO_LEFT else "ltr",
        "title_dir": "rtl" if runs_right_to_left(poster.title) else "ltr",
        "code": code_of(poster.address) if poster.address and shape != CARD else "",
    }


def _plain(value: Any) -> Any:
    """Words as every font shows them, in lists and dictionaries too."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    return [_plain(each) for each in value]
