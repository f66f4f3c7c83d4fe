"""Where a fact stands: the document, the place in it, and the words as written there.

A place is kept in the reader's own coordinates, because those are exact and cheap: characters of a
page for PDF, paragraph or cell for Word. Boxes on the page are computed from the characters when a
picture is asked for, with the extractor named in the locator.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` (included) to `end` (excluded) of the text of `page`, pages counted from 1."""

    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PdfPlace:
    """Spans in printed order. Several, because texts cross pages and share a tail with others."""

    spans: tuple[Span, ...]
    extractor: str

    @property
    def page(self) -> int:
        """Page of the first span, counted from 1."""
        return self.spans[0].page


@dataclass(frozen=True, slots=True)
class DocxParagraph:
    """Paragraphs `paragraph` to `last` of the body of a Word file, counted from 1, and characters of them.

    `start` is in the first paragraph, `end` in the last one, as the reader gives their text.
    """

    paragraph: int
    last: int
    start: int = 0
    end: int | None = None


@dataclass(frozen=True, slots=True)
class DocxCell:
    """A cell of a table of a Word file, all counted from 1."""

    table: int
    row: int
    cell: int


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell of the first sheet of a workbook or of a CSV file, counted from 1."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class JsonPlace:
    """A place in a JSON file, as a JSON Pointer (RFC 6901)."""

    pointer: str


Locator = PdfPlace | DocxParagraph | DocxCell | SheetCell | JsonPlace


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in a document.

    symbol: UN document symbol as printed by `Symbol`, or None where the file names none.
    document: SHA-256 of the file's bytes, in hexadecimal.
    words: the words as written there, line ends and runs of spaces folded to one space.
    """

    symbol: str | None
    document: str
    locator: Locator
    words: str

    @property
    def page(self) -> int | None:
        """Page counted from 1, None where the format has no fixed pages."""
        return self.locator.page if isinstance(self.locator, PdfPlace) else None


def locator_to_json(locator: Locator) -> dict[str, Any]:
    """The locator as plain JSON, under one key that names its kind (docs/schemas/passage.schema.json)."""
    match locator:
        case PdfPlace(spans, extractor):
            return {"pdf": {"extractor": extractor, "spans": [[s.page, s.start, s.end] for s in spans]}}
        case DocxParagraph(paragraph, last, start, end):
            return {"docx": {"paragraph": paragraph, "last": last, "start": start, "end": end}}
        case DocxCell(table, row, cell):
            return {"docx": {"table": table, "row": row, "cell": cell}}
        case SheetCell(row, column):
            return {"sheet": {"row": row, "column": column}}
        case JsonPlace(pointer):
            return {"json": {"pointer": pointer}}


def locator_from_json(value: dict[str, Any]) -> Locator:
    """The inverse of `locator_to_json`; ValueError where the value has no known kind."""
    match value:
        case {"pdf": {"extractor": extractor, "spans": spans}}:
            return PdfPlace(tuple(Span(*span) for span in spans), extractor)
        case {"docx": {"paragraph": paragraph, "last": last, "start": start, "end": end}}:
            return DocxParagraph(paragraph, last, start, end)
        case {"docx": {"table": table, "row": row, "cell": cell}}:
            return DocxCell(table, row, cell)
        case {"sheet": {"row": row, "column": column}}:
            return SheetCell(row, column)
        case {"json": {"pointer": pointer}}:
            return JsonPlace(pointer)
    raise ValueError(f"no locator of a known kind: {sorted(value)}")
