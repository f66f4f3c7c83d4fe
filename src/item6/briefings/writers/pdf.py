"""A Document as PDF: typst sets a fixed template with the document as its data.

What stands in the document is data and never markup, so nothing in it can run; packages and files are out of reach. The
file is tagged (PDF/UA-1), has no time in it, and carries the list of its figures.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from item6.briefings.document import Document
from item6.briefings.writers.errors import WriterMissing
from item6.briefings.writers.fonts import Chosen, chosen
from item6.briefings.writers.for_typst import as_data
from item6.briefings.writers.laid import laid

if TYPE_CHECKING:
    import typst

_LACKING = "could not be displayed"
"""What typst says of letters that no font has. Such a file is tagged too, but does not call itself PDF/UA."""

_SIZES = (10.5, 9.9, 9.3, 8.7)
"""Points of running text; a document with a bound on its pages takes the first that keeps it."""

_SHORT = 2
"""Bound on pages up to which all letters but the smallest are also taken to save a page; else the second size."""


def written(document: Document) -> bytes:
    """The PDF. WriterMissing where typst is not installed."""
    try:
        import typst
    except ImportError:
        raise WriterMissing("a PDF") from None
    data = as_data(laid(document))
    fonts = chosen(json.dumps(data, ensure_ascii=False))
    with resources.as_file(resources.files(__package__).joinpath("briefing.typ")) as template:
        set_in = [_Set(template, data, fonts, size) for size in (_SIZES if document.pages else _SIZES[:1])]
        compiler = _chosen(set_in, document.pages).compiler
        try:
            made = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=0)
        except typst.TypstError as error:
            if _LACKING not in str(error):
                raise
            made = compiler.compile(format="pdf", timestamp=0)
    assert isinstance(made, bytes), "a PDF is one file"
    return made


def remarks(document: Document) -> tuple[str, ...]:
    """What people should know of the PDF of a document: scripts that no font has."""
    return chosen(json.dumps(as_data(laid(document)), ensure_ascii=False)).remarks


class _Set:
    """The document in letters of one size, set when somebody asks."""

    def __init__(self, template: Path, data: dict[str, Any], fonts: Chosen, size: float) -> None:
        self._template, self._fonts = template, fonts
        self._inputs = {"briefing": json.dumps({**data, "size": size, "fonts": fonts.families}, ensure_ascii=False)}

    @cached_property
    def compiler(self) -> typst.Compiler:
        """What sets it; reaches nothing but the folder of the template."""
        import typst

        fonts = typst.Fonts(include_system_fonts=self._fonts.system)
        return typst.Compiler(
            str(self._template), root=str(self._template.parent), sys_inputs=self._inputs, font_paths=fonts
        )

    @cached_property
    def pages(self) -> int:
        """How many pages there are."""
        return int(self.compiler.query("<last>", field="value", one=True))


def _chosen(sizes: Sequence[_Set], most: int) -> _Set:
    """The largest letters that keep the bound, or else take the fewest pages; smaller ones that save a page."""
    if not most:
        return sizes[0]
    found = next((each for each in sizes if each.pages <= most), None) or min(sizes, key=lambda each: each.pages)
    saving = sizes[:-1] if most <= _SHORT else sizes[:2]
    return next((each for each in saving if each.pages < found.pages), found) if found.pages > 1 else found
