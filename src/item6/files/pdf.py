"""PDF files through PDFium: text by line with its place, and pictures of places.

PDFium gives the text of these documents in the right order and ten times faster than readers in Python. Places are
characters of the text of a page as `FPDFText_GetText` returns it; the picture computes boxes from them.
"""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterable, Iterator, Sequence

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageChops, ImageDraw

from item6.files.body import Body, Line
from item6.files.errors import Unreadable
from item6.terms.passages import Span

EXTRACTOR = f"pdfium {pypdfium2.PDFIUM_INFO.build}"
"""Name and version of the extractor, written into every locator."""

_LEAST_CHARACTERS = 40
"""Characters a page, on average, below which the pages are taken for pictures."""

_SCALE = 2.0
"""Pixels per point of pictures: 144 dots per inch."""

_MARGIN = 36.0
"""Points of the page left above and below the place in a picture."""

_MOST_ATTACHMENTS, _LARGEST_ATTACHMENT = 200, 16 * 2**20
"""Files within a PDF that are looked at, and bytes of one."""

Box = tuple[float, float, float, float]


def read_pdf(data: bytes) -> Body:
    """Every line of every page, in the order of the page's content.

    Raises Unreadable: `file.encrypted`, `file.damaged` or `file.scan`.
    """
    with _open(data) as document:
        pages = len(document)
        try:
            lines = [line for number in range(pages) for line in _page_lines(document, number)]
        except pypdfium2.PdfiumError as error:
            raise Unreadable("file.damaged", why=str(error)) from error
    if sum(len(line.text) for line in lines) < _LEAST_CHARACTERS * max(1, pages):
        raise Unreadable("file.scan")
    return Body(tuple(lines), EXTRACTOR, pages)


def attachment(data: bytes, name: str) -> bytes | None:
    """A file that a PDF carries, None where it has none of that name. Unreadable like `read_pdf`; also: too large."""
    with _open(data) as document:
        for at in range(min(document.count_attachments(), _MOST_ATTACHMENTS)):
            found = document.get_attachment(at)
            if found.get_name() != name:
                continue
            length = ctypes.c_ulong()
            if not pdfium.FPDFAttachment_GetFile(found, None, 0, length):
                raise Unreadable("file.damaged", why=f"{name} in it cannot be unpacked")
            if length.value > _LARGEST_ATTACHMENT:
                raise Unreadable("file.too_large", limit=f"{_LARGEST_ATTACHMENT // 2**20} MB")
            content = ctypes.create_string_buffer(length.value)
            pdfium.FPDFAttachment_GetFile(found, content, length.value, length)
            return bytes(content.raw)
    return None


def picture(data: bytes, spans: Sequence[Span]) -> list[bytes]:
    """A PNG for each page that the spans touch: the width of the page, the marked lines and a little around them.

    data: bytes of the PDF. Raises Unreadable like `read_pdf`, and ValueError for a span outside the document.
    """
    by_page: dict[int, list[Span]] = {}
    for span in spans:
        by_page.setdefault(span.page, []).append(span)
    with _open(data) as document:
        try:
            return [_picture_of_page(document, page, found) for page, found in by_page.items()]
        except pypdfium2.PdfiumError as error:
            raise Unreadable("file.damaged", why=str(error)) from error


def _open(data: bytes) -> pypdfium2.PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise Unreadable("file.encrypted") from error
        raise Unreadable("file.damaged", why="PDFium cannot open it") from error
    if not len(document):
        raise Unreadable("file.damaged", why="it has no pages")
    return document


def _page_lines(document: pypdfium2.PdfDocument, number: int) -> Iterator[Line]:
    """The lines of the page with index `number`, with size and left edge of their first character."""
    page = document[number]
    text_page = page.get_textpage()
    text = text_page.get_text_range()
    # The bare handle, for two calls on each line would unwrap it again
    handle, matrix = text_page.raw, pdfium.FS_MATRIX()
    start = 0
    for raw in text.split("\n"):
        line = raw.rstrip("\r")
        indent = len(line) - len(line.lstrip())
        if indent < len(line):
            at = start + indent
            # Many producers set a font of size 1 and scale it by the text matrix: the product is what one sees.
            pdfium.FPDFText_GetMatrix(handle, at, matrix)
            size = pdfium.FPDFText_GetFontSize(handle, at) * abs(matrix.d)
            yield Line(line, number + 1, start, size, matrix.e)
        start += len(raw) + 1
    text_page.close()
    page.close()


def _picture_of_page(document: pypdfium2.PdfDocument, number: int, spans: Iterable[Span]) -> bytes:
    if not 1 <= number <= len(document):
        raise ValueError(f"there is no page {number}")
    page = document[number - 1]
    boxes = [box for span in spans for box in _boxes(page, span)]
    width, height = page.get_size()
    rendered = page.render(scale=_SCALE).to_pil().convert("RGB")
    marks = Image.new("RGB", rendered.size, "white")
    draw = ImageDraw.Draw(marks)
    for left, bottom, right, top in boxes:
        corners = (left - 1.5, height - top - 1.5, right + 1.5, height - bottom + 1.5)
        draw.rectangle([c * _SCALE for c in corners], fill=(255, 236, 153))
    marked = ImageChops.multiply(rendered, marks)
    if boxes:
        upper = max(0.0, height - max(box[3] for box in boxes) - _MARGIN)
        lower = min(height, height - min(box[1] for box in boxes) + _MARGIN)
        marked = marked.crop((0, int(upper * _SCALE), int(width * _SCALE), int(lower * _SCALE)))
    png = io.BytesIO()
    marked.save(png, "PNG", optimize=True)
    return png.getvalue()


def _boxes(page: pypdfium2.PdfPage, span: Span) -> list[Box]:
    """Boxes in points (left, bottom, right, top), about one a line, of the characters of the span."""
    text_page = page.get_textpage()
    first = pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, span.start)
    last = pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, max(span.start, span.end - 1))
    if first < 0 or last < first:
        raise ValueError(f"page {span.page} has no characters {span.start} to {span.end}")
    count = text_page.count_rects(first, last - first + 1)
    return [text_page.get_rect(index) for index in range(count)]
