from __future__ import annotations

import io
from collections.abc import Callable

import pypdfium2
import pytest
from bad_files import BAD_FILES, noise
from bodies import page_texts
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_files import locked_pdf, pdf, scan_pdf, text_pdf
from PIL import Image, ImageChops

from item6.files.body import Line
from item6.files.errors import Unreadable
from item6.files.pdf import EXTRACTOR, picture, read_pdf
from item6.terms.passages import PdfPlace, Span

FIRST = [
    "Report of the Working Group on Ruritania",
    "61.1. Build a school (Chile);",
    "",
    "61.2. Na\u00efve “lines” – all.",
]
SECOND = ["A/HRC/29/917", "61.3. Ratify the Treaty of Strelsau without any delay (Peru)."]
REPORT = text_pdf([FIRST, SECOND])
WIDTH, HEIGHT = 1190, 1684
"""Pixels of a page of 595 by 842 points at 144 dots per inch."""


def one_page(content: bytes, box: bytes = b"0 0 595 842") -> bytes:
    """A page with such a content stream and the fonts F1 and F2."""
    return pdf(
        [
            b"<</Type /Catalog /Pages 2 0 R>>",
            b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
            b"<</Type /Page /Parent 2 0 R /MediaBox [%b] /Resources <</Font <</F1 4 0 R /F2 5 0 R>>>> /Contents 6 0 R>>"
            % box,
            b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>",
            b"<</Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding>>",
            (b"", content),
        ]
    )


def test_lines_and_their_places() -> None:
    made = read_pdf(REPORT)
    assert made.lines == (
        Line("Report of the Working Group on Ruritania", 1, 0, 10.0, 57.0),
        Line("61.1. Build a school (Chile);", 1, 42, 10.0, 57.0),
        Line("61.2. Na\u00efve “lines” – all.", 1, 73, 10.0, 57.0),
        Line("A/HRC/29/917", 2, 0, 10.0, 57.0),
        Line("61.3. Ratify the Treaty of Strelsau without any delay (Peru).", 2, 14, 10.0, 57.0),
    )
    assert (made.extractor, made.pages) == (EXTRACTOR, 2)


def pdfium_texts(data: bytes) -> dict[int, str]:
    """The text of each page as PDFium gives it."""
    with pypdfium2.PdfDocument(data) as document:
        return {number: page.get_textpage().get_text_range() for number, page in enumerate(document, 1)}


WORDS = st.text(alphabet="abc ABC(),;.“é–’1", min_size=1, max_size=30).filter(str.strip)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(WORDS, max_size=5), min_size=1, max_size=3), st.data())
def test_places_are_those_of_the_extractor(pages: list[list[str]], data: st.DataObject) -> None:
    """Every line and every range of lines stands where the text of the page as PDFium gives it has it."""
    made = text_pdf([["Enough words not to be taken for a scan of some kind", *page] for page in pages])
    read, texts = read_pdf(made), pdfium_texts(made)
    assert {texts[line.unit][line.start : line.start + len(line.text)] == line.text for line in read.lines} == {True}
    start = data.draw(st.integers(0, len(read.text) - 1))
    end = data.draw(st.integers(start + 1, len(read.text)))
    place = read.locate((start, end))
    assert isinstance(place, PdfPlace)
    located = "".join(texts[span.page][span.start : span.end] for span in place.spans)
    assert "".join(located.split()) == "".join(read.text[start:end].split())


def test_sizes_and_left_edges_are_what_one_sees() -> None:
    """Many producers set a font of size 1 and scale it; footnotes and raised marks are told by their size."""
    content = b"""BT /F1 18 Tf 1 0 0 1 200 780 Tm (Ruritania) Tj ET
    BT /F2 1 Tf 10 0 0 10 57 740 Tm (A line of the text, set at ten points by scaling) Tj ET
    BT /F2 0.5 Tf 12 0 0 12 57 720 Tm (1) Tj ET
    BT /F2 9 Tf 1 0 0 1 80 700 Tm (A footnote that is set at nine points) Tj ET"""
    lines = read_pdf(one_page(content)).lines
    assert [(line.text, round(line.size, 2), round(line.left, 1)) for line in lines] == [
        ("Ruritania", 18.0, 200.0),
        ("A line of the text, set at ten points by scaling", 10.0, 57.0),
        ("1", 6.0, 57.0),
        ("A footnote that is set at nine points", 9.0, 80.0),
    ]


def test_hyphens_at_line_ends_are_marked() -> None:
    """PDFium joins the two lines around a mark; the place holds both."""
    made = read_pdf(text_pdf([["Build a non-governmental and well-", "equipped school for all of Ruritania"]]))
    (line,) = made.lines
    assert line.text.replace("\x02", "\ufffe") == (
        "Build a non-governmental and well\ufffeequipped school for all of Ruritania"
    )
    assert page_texts(made) == {1: line.text}


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "file.damaged"),
        (b"%PDF-1.4", "file.damaged"),
        (b"%PDF-1.7\n" + noise(), "file.damaged"),
        (REPORT[:600], "file.damaged"),
        (text_pdf([]), "file.damaged"),
        (locked_pdf(), "file.encrypted"),
        (scan_pdf(), "file.scan"),
        (text_pdf([["x" * 39]]), "file.scan"),
        (text_pdf([["x" * 79], []]), "file.scan"),
    ],
)
def test_what_cannot_be_read(data: bytes, key: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_pdf(data)
    assert caught.value.key == key


@pytest.mark.parametrize("data", [text_pdf([["x" * 40]]), text_pdf([["x" * 80], []]), REPORT])
def test_few_words_are_enough(data: bytes) -> None:
    assert read_pdf(data).pages == len(pdfium_texts(data))


def opened(data: bytes) -> Image.Image:
    """A picture that is a PNG."""
    image = Image.open(io.BytesIO(data))
    assert image.format == "PNG"
    return image


def marked(image: Image.Image) -> tuple[int, int, int, int] | None:
    """The box around what is marked: left, upper, right, lower."""
    ground = Image.new("RGB", image.size, (255, 236, 153))
    return (
        ImageChops.difference(image.convert("RGB"), ground).convert("L").point(lambda grey: not grey and 255).getbbox()
    )


def ink(data: bytes, upper: int, lower: int) -> tuple[int, int]:
    """Left and right edge of what is printed on the first page between two distances from its upper edge, in pixels."""
    with pypdfium2.PdfDocument(data) as document:
        page = document[0].render(scale=2).to_pil().convert("L").crop((0, upper, WIDTH, lower))
    box = ImageChops.invert(page).getbbox()
    assert box is not None
    return box[0], box[2]


def test_pictures_show_the_width_of_the_page_and_the_marked_words() -> None:
    (png,) = picture(REPORT, [Span(1, 42, 71)])
    image = opened(png)
    box = marked(image)
    assert box is not None
    left, right = ink(REPORT, 124, 148)
    assert image.width == WIDTH
    assert (0 <= left - box[0] <= 8, 0 <= box[2] - right <= 8) == (True, True)
    # half an inch above and below the line
    assert (abs(box[1] - 72) <= 4, abs(image.height - box[3] - 72) <= 4) == (True, True)


@pytest.mark.parametrize("spans", [[Span(1, 42, 47)], [Span(1, 42, 43)]])
def test_shorter_places_mark_less(spans: list[Span]) -> None:
    boxes = [marked(opened(picture(REPORT, [Span(1, 42, 71)])[0])), marked(opened(picture(REPORT, spans)[0]))]
    assert boxes[0] is not None
    assert boxes[1] is not None
    assert boxes[1][2] < boxes[0][2]


def test_a_picture_for_each_page_that_is_touched() -> None:
    assert [opened(png).width for png in picture(REPORT, [Span(2, 0, 5), Span(1, 0, 5), Span(2, 20, 30)])] == [
        WIDTH
    ] * 2
    assert picture(REPORT, []) == []
    apart, together = picture(REPORT, [Span(1, 0, 6)]), picture(REPORT, [Span(1, 0, 6), Span(1, 73, 78)])
    assert opened(apart[0]).height < opened(together[0]).height < HEIGHT


def test_the_same_place_gives_the_same_picture() -> None:
    assert picture(REPORT, [Span(1, 42, 71)]) == picture(REPORT, [Span(1, 42, 71)])


@pytest.mark.parametrize(
    "span",
    [
        Span(0, 0, 5),
        Span(3, 0, 5),
        Span(-1, 0, 5),
        Span(1, 5000, 5005),
        Span(1, 42, 5000),
        Span(1, -5, 3),
        Span(2, 80, 90),
    ],
)
def test_places_outside_of_the_document(span: Span) -> None:
    with pytest.raises(ValueError, match=r"^(there is no page|page \d has no characters) "):
        picture(REPORT, [Span(1, 0, 5), span])


@pytest.mark.parametrize(
    ("make", "key"),
    [(locked_pdf, "file.encrypted"), (BAD_FILES["cut pdf"][1], "file.damaged"), (noise, "file.damaged")],
)
def test_pictures_of_what_cannot_be_read(make: Callable[[], bytes], key: str) -> None:
    with pytest.raises(Unreadable) as caught:
        picture(make(), [Span(1, 0, 5)])
    assert caught.value.key == key
