from __future__ import annotations

import pytest
from bodies import EXTRACTOR, body, page_texts, whole, word_body
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from item6.files.body import Body, Line
from item6.terms.passages import DocxParagraph, PdfPlace, Span

PDF = body("First line\nsecond line", "third line\n\nfourth line")
WORD = word_body("First paragraph", "Second one", "Third one")


def place(*spans: tuple[int, int, int]) -> PdfPlace:
    return PdfPlace(tuple(Span(*span) for span in spans), EXTRACTOR)


def test_lines_are_joined_by_line_ends() -> None:
    assert PDF.text == "First line\nsecond line\nthird line\nfourth line"
    assert PDF.starts == [0, 11, 23, 34]
    assert [PDF.text[start : start + len(line.text)] for start, line in zip(PDF.starts, PDF.lines, strict=True)] == [
        line.text for line in PDF.lines
    ]


def test_nothing_at_all() -> None:
    assert (Body(()).text, Body(()).starts) == ("", [])


@pytest.mark.parametrize(
    ("words", "line", "page"),
    [("First", 0, 1), ("line\ns", 0, 1), ("second", 1, 1), ("third", 2, 2), ("fourth", 3, 2)],
)
def test_offsets_know_their_line_and_page(words: str, line: int, page: int) -> None:
    offset = PDF.text.index(words)
    assert (PDF.line_at(offset), PDF.unit(offset), PDF.page(offset)) == (line, page, page)


def test_line_ends_belong_to_the_line_before() -> None:
    assert [PDF.line_at(PDF.text.index(words) - 1) for words in ("second", "third", "fourth")] == [0, 1, 2]
    assert PDF.line_at(len(PDF.text)) == 3


def test_word_files_have_no_pages() -> None:
    offset = WORD.text.index("Second")
    assert (WORD.unit(offset), WORD.page(offset)) == (2, None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["First"], place((1, 0, 5))),
        (["irst li"], place((1, 1, 8))),
        (["First line"], place((1, 0, 10))),
        # lines that follow each other are one span
        (["line\nsecond"], place((1, 6, 18))),
        (["First line\nsecond line"], place((1, 0, 23))),
        (["third line\nfourth"], place((2, 0, 10), (2, 14, 20))),
        # across pages
        (["second line\nthird"], place((1, 12, 23), (2, 0, 5))),
        (["First line\nsecond line\nthird"], place((1, 0, 23), (2, 0, 5))),
        # a line end at the end of the range adds nothing
        (["second line\n"], place((1, 12, 23))),
        # several ranges, in the order given
        (["First", "second"], place((1, 0, 5), (1, 12, 18))),
        (["second", "First"], place((1, 12, 18), (1, 0, 5))),
        (["First", "third"], place((1, 0, 5), (2, 0, 5))),
        (["second line\nth", "four"], place((1, 12, 23), (2, 0, 2), (2, 14, 18))),
    ],
)
def test_places_on_pages(words: list[str], expected: PdfPlace) -> None:
    ranges = [(PDF.text.index(part), PDF.text.index(part) + len(part)) for part in words]
    assert PDF.locate(*ranges) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["First"], DocxParagraph(1, 1, 0, 5)),
        (["paragraph"], DocxParagraph(1, 1, 6, 15)),
        (["paragraph\n"], DocxParagraph(1, 1, 6, 15)),
        (["paragraph\nSec"], DocxParagraph(1, 2, 6, 3)),
        (["graph\nSecond one\nThird"], DocxParagraph(1, 3, 10, 5)),
        (["First", "Third one"], DocxParagraph(1, 3, 0, 9)),
    ],
)
def test_places_in_word_files(words: list[str], expected: DocxParagraph) -> None:
    ranges = [(WORD.text.index(part), WORD.text.index(part) + len(part)) for part in words]
    assert WORD.locate(*ranges) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("6.1\tBuild", DocxParagraph(4, 4, 0, 5)),
        ("6.1", DocxParagraph(4, 4, 0, 0)),
        ("Build", DocxParagraph(4, 4, 0, 5)),
        ("a school", DocxParagraph(4, 4, 6, 14)),
        ("school\n6.2\tDig", DocxParagraph(4, 5, 8, 3)),
    ],
)
def test_numbers_that_word_makes_are_no_characters(words: str, expected: DocxParagraph) -> None:
    made = Body((Line("6.1\tBuild a school", 4, -4), Line("6.2\tDig", 5, -4)))
    start = made.text.index(words)
    assert made.locate((start, start + len(words))) == expected


def test_what_was_left_out_lies_in_no_span() -> None:
    """The header between two lines of a text is not marked on its page."""
    lines = [
        line for line in body("Build\nA/HRC/29/917\na school\n13", "A/HRC/29/917\nsoon").lines if "A/" not in line.text
    ]
    made = Body(tuple(line for line in lines if line.text != "13"), EXTRACTOR, 2)
    assert made.text == "Build\na school\nsoon"
    assert made.locate(whole(made)) == place((1, 0, 5), (1, 21, 29), (2, 14, 18))


WORDS = st.text(alphabet="ab (,;é’\ufffe", min_size=1, max_size=12).filter(str.strip)
PAGES = st.lists(st.lists(st.tuples(WORDS, st.booleans()), max_size=6), min_size=1, max_size=4)


def squeezed(text: str) -> str:
    return "".join(text.split())


@settings(max_examples=120, deadline=None)
@given(PAGES, st.data())
def test_spans_reproduce_the_words(pages: list[list[tuple[str, bool]]], data: st.DataObject) -> None:
    """Whatever lines are left out: what stands at the place is what was located, in the same order."""
    full = body(*[[text for text, _ in page] for page in pages])
    kept = [keep for page in pages for _, keep in page]
    made = Body(tuple(line for line, keep in zip(full.lines, kept, strict=True) if keep), EXTRACTOR, len(pages))
    assume(made.text)
    offsets = st.integers(0, len(made.text))
    ranges = [tuple(sorted((data.draw(offsets), data.draw(offsets)))) for _ in range(data.draw(st.integers(1, 3)))]
    ranges = [(start, end) for start, end in ranges if made.text[start:end].strip()]
    assume(ranges)
    found = made.locate(*ranges)
    assert isinstance(found, PdfPlace)
    texts = page_texts(full)
    printed = "".join(texts[span.page][span.start : span.end] for span in found.spans)
    assert squeezed(printed) == squeezed("".join(made.text[start:end] for start, end in ranges))


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=6), st.data())
def test_paragraphs_reproduce_the_words(paragraphs: list[str], data: st.DataObject) -> None:
    made = word_body(*paragraphs)
    offsets = st.integers(0, len(made.text))
    start, end = sorted((data.draw(offsets), data.draw(offsets)))
    assume(start < end)
    found = made.locate((start, end))
    assert isinstance(found, DocxParagraph)
    chosen = paragraphs[found.paragraph - 1 : found.last]
    chosen[-1] = chosen[-1][: found.end]
    chosen[0] = chosen[0][found.start :]
    assert squeezed("".join(chosen)) == squeezed(made.text[start:end])
