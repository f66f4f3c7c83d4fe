"""The place of a passage on its page, as a picture, from the workspace's copy of the document."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from item6.files import pdf
from item6.files.errors import Unreadable
from item6.measures.tongue import ENGLISH, Tongue
from item6.pipeline.documents import stored_bytes, stored_path
from item6.terms.documents import Document
from item6.terms.passages import DocxCell, DocxParagraph, Passage, PdfPlace

EXTRACTOR = pdf.EXTRACTOR
"""Name and version of what draws; a place read with another version may be off."""


class NoPages(ValueError):
    """The document has no fixed pages."""


class CannotDraw(ValueError):
    """The copy of the document is lost or changed, or its page cannot be drawn; the message says which."""


def picture_of(home: Path, passage: Passage, document: Document) -> bytes:
    """A PNG of the place on its page or pages, one below the other. NoPages, CannotDraw where there can be none."""
    if not isinstance(passage.locator, PdfPlace):
        raise NoPages(document.file)
    contents = stored_bytes(home, document)
    if contents is None:
        raise CannotDraw(f"{stored_path(home, document)}: the copy of {document.file} is lost or changed")
    try:
        return _below_each_other(pdf.picture(contents, passage.locator.spans))
    except (Unreadable, ValueError) as error:
        raise CannotDraw(f"{document.file}: its page cannot be drawn ({error})") from error


def place_of(passage: Passage, tongue: Tongue = ENGLISH) -> str:
    """`pages 14 and 15`, or the paragraphs of a file without pages."""
    match passage.locator:
        case PdfPlace(spans, _):
            return _numbers(PLACES[:2], sorted({span.page for span in spans}), tongue)
        case DocxParagraph(paragraph, last, _, _):
            return _numbers(PLACES[2:4], sorted({paragraph, last}), tongue)
        case DocxCell(table, row, cell):
            return tongue.say("place", PLACES[4]).format(table=table, row=row, cell=cell)
    return tongue.say("place", PLACES[5])


PLACES = (
    "page {last}", "pages {first} and {last}", "paragraph {last} of the Word file",
    "paragraphs {first} and {last} of the Word file", "table {table}, row {row}, cell {cell}", "place without page",
)  # fmt: skip
"""What a Tongue is asked to say of a place."""


def _below_each_other(drawn: list[bytes]) -> bytes:
    """One PNG of all, from top to bottom."""
    if len(drawn) == 1:
        return drawn[0]
    pages = [Image.open(io.BytesIO(each)) for each in drawn]
    gap = 12
    height = sum(page.height + gap for page in pages) - gap
    whole = Image.new("RGB", (max(page.width for page in pages), height), "#b0b0b0")
    top = 0
    for page in pages:
        whole.paste(page, (0, top))
        top += page.height + gap
    png = io.BytesIO()
    whole.save(png, "PNG", optimize=True)
    return png.getvalue()


def _numbers(one_several: Sequence[str], numbers: Sequence[int], tongue: Tongue) -> str:
    first = ", ".join(map(str, numbers[:-1]))
    return tongue.say("place", one_several[bool(first)]).format(first=first, last=numbers[-1])
