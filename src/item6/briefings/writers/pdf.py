"""A Document as PDF: typst sets a fixed template with the document as its data.

What stands in the document is data and never markup, so nothing in it can run; packages and files are out of reach. The
file is tagged (PDF/UA-1), has no time in it, and carries the list of its figures.
"""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from item6.briefings.document import Document
from item6.briefings.writers.errors import WriterMissing
from item6.briefings.writers.fonts import Chosen, chosen
from item6.briefings.writers.for_typst import as_data
from item6.briefings.writers.laid import laid

_LACKING = "could not be displayed"
"""What typst says of letters that no font has. Such a file is tagged too, but does not call itself PDF/UA."""

_SIZES = (10.5, 9.9, 9.3, 8.7)
"""Points of running text; a document with a bound on its pages takes the first that keeps it."""


def written(document: Document) -> bytes:
    """The PDF. WriterMissing where typst is not installed."""
    try:
        import typst
    except ImportError:
        raise WriterMissing("a PDF") from None
    data = as_data(laid(document))
    fonts = chosen(json.dumps(data, ensure_ascii=False))
    with resources.as_file(resources.files(__package__).joinpath("briefing.typ")) as template:
        for size in _SIZES if document.pages else _SIZES[:1]:
            inputs = {"briefing": json.dumps({**data, "size": size, "fonts": fonts.families}, ensure_ascii=False)}
            compiler = typst.Compiler(
                str(template), root=str(template.parent), sys_inputs=inputs, font_paths=_fonts(fonts)
            )
            if not document.pages or int(compiler.query("<last>", field="value", one=True)) <= document.pages:
                break
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


def _fonts(fonts: Chosen) -> Any:
    import typst

    return typst.Fonts(include_system_fonts=fonts.system)
