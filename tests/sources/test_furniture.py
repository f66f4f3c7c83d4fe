from __future__ import annotations

import pytest
from bodies import Printed, body, page_texts, word_body
from hypothesis import given, settings
from hypothesis import strategies as st

from item6.files.body import Body, Line
from item6.sources.furniture import Footnote, strip_furniture

TEXT = ["The first line of the page", "goes on with the second", "and ends with the third."]
SMALL, MARK = 9.0, 6.5
"""Sizes of footnotes and of the raised marks at their beginning; the text is set at ten points."""


def running(*pages: list[Printed]) -> list[str]:
    return [line.text for line in strip_furniture(body(*pages))[0].lines]


def notes(*pages: list[Printed]) -> list[Footnote]:
    return list(strip_furniture(body(*pages))[1])


@pytest.mark.parametrize(
    "header",
    [
        "A/HRC/8/29",
        "A/HRC/ 8/29",
        "A/HRC24/7",
        "A/HRC/11/25*",
        "A/HRC/WG.6/21/L.3",
        "A/HRC/WG.6/21/L.3/Rev.1",
        "A/HRC/WG.6/1/RUR/4",
        "A/HRC/12/9 Page 15",
        "A/HRC/8/29 ",
        "Page 13",
        "page 13",
        "13",
        " 113 ",
        "GE.15-90917",
        "28 GE.15-90917",
        "28 GE. 09-16299",
        "GE.09-16299 27",
        "GE.10-12345 (E)",
        "A/HRC/11/25* 27",
        "14 A/HRC/11/25",
    ],
)
@pytest.mark.parametrize("at", [0, 2, 3])
def test_headers_and_page_numbers(header: str, at: int) -> None:
    page: list[Printed] = [*TEXT]
    page.insert(at, header)
    assert running(page) == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "61.",
        "61.1",
        "1. Build a school (Chile)",
        "2015 was a year",
        "See A/HRC/8/29",
        "A/HRC/8/29, para. 5",
        "A/HRC/8/29 and sign the pact",
        "page 13 of the letter",
        "Pages 13",
        "1.5",
        "13)",
        "2015",
        "GE. is no number",
    ],
)
def test_what_is_no_header(line: str) -> None:
    assert running([line, *TEXT]) == [line, *TEXT]


def test_numbers_deep_in_the_page_are_text() -> None:
    """A figure on a line of its own is page furniture only near an edge."""
    page = [f"line {letter}" for letter in "abcdefghij"]
    assert running([*page[:5], "13", *page[5:]]) == [*page[:5], "13", *page[5:]]
    assert running([*page[:6], "13", *page[6:]]) == page
    assert running(["A/HRC/8/29", "13", *page, "14"]) == page


@pytest.mark.parametrize(
    ("foot", "expected"),
    [
        ([("1 As printed.", MARK)], [Footnote(1, "1", "As printed.")]),
        ([("12 As printed.", MARK)], [Footnote(1, "12", "As printed.")]),
        ([("1 As printed,", MARK), ("and so on.", SMALL)], [Footnote(1, "1", "As printed, and so on.")]),
        (
            [("1 As printed.", MARK), ("2 As said,", MARK), ("in the end.", SMALL)],
            [Footnote(1, "1", "As printed."), Footnote(1, "2", "As said, in the end.")],
        ),
        ([("* Not edited.", SMALL)], [Footnote(1, "", "Not edited.")]),
        ([("∗ Not edited.", MARK), ("At all.", SMALL)], [Footnote(1, "", "Not edited. At all.")]),
        # two stars begin a footnote whatever their size; the small lines after it belong to it
        (["** Not edited."], [Footnote(1, "", "Not edited.")]),
        (["** Not edited", ("at all.", SMALL)], [Footnote(1, "", "Not edited at all.")]),
        ([("The mark stands elsewhere.", SMALL)], [Footnote(1, "", "The mark stands elsewhere.")]),
    ],
)
def test_footnotes(foot: list[Printed], expected: list[Footnote]) -> None:
    assert notes([*TEXT, *foot]) == expected
    assert running([*TEXT, *foot]) == TEXT


def test_footnotes_that_quote_recommendations_are_no_text() -> None:
    page: list[Printed] = [
        *TEXT,
        ("1 The recommendation read: “61.5. Build a school", MARK),
        ("(Chile, Peru).”", SMALL),
    ]
    assert running(page, TEXT) == [*TEXT, *TEXT]
    assert notes(page, TEXT) == [Footnote(1, "1", "The recommendation read: “61.5. Build a school (Chile, Peru).”")]


def test_text_goes_on_after_a_footnote_in_its_midst() -> None:
    """Some producers write the footnote where its mark stands."""
    assert running([TEXT[0], ("1 As printed,", MARK), ("at length.", SMALL), *TEXT[1:]]) == TEXT


@pytest.mark.parametrize(
    "line",
    [
        ("A small line in the midst of the page", SMALL),
        ("15 schools were built", SMALL),
        ("2015 was the year", MARK),
        ("1.5 per cent", MARK),
        ("A line of nearly full size", 9.5),
        ("7 schools were built, as a small hand says", 7.5),
        ("* is no mark in full size", 10.0),
        ("1 is no mark in full size", 10.0),
    ],
)
def test_small_lines_that_are_text(line: Printed) -> None:
    page: list[Printed] = [TEXT[0], line, TEXT[1]]
    assert running(page, TEXT) == [TEXT[0], line[0], TEXT[1], *TEXT]
    assert notes(page, TEXT) == []


def test_a_page_that_is_small_throughout() -> None:
    """An annex set in small type is no footnote."""
    small: list[Printed] = [("Composition of the delegation", SMALL), ("Head: the minister", SMALL)]
    assert running(TEXT, TEXT, small) == [*TEXT, *TEXT, "Composition of the delegation", "Head: the minister"]
    assert notes(TEXT, TEXT, small) == []


def test_sizes_are_those_of_the_whole_document() -> None:
    """Most of a report is set at 10; a page of larger type makes nothing else small."""
    assert running([*TEXT, ("Report", 18.0)], TEXT) == [*TEXT, "Report", *TEXT]


def test_unknown_sizes_leave_all_lines() -> None:
    page: list[Printed] = [(text, 0.0) for text in [*TEXT, "1 As printed."]]
    assert running(page) == [*TEXT, "1 As printed."]


def test_word_files_are_returned_as_they_are() -> None:
    made = word_body("A/HRC/8/29", "13", "** Not edited", "Text")
    assert strip_furniture(made) == (made, ())
    assert strip_furniture(made)[0] is made


def test_nothing_at_all() -> None:
    assert strip_furniture(Body((), "pdfium test", 0)) == (Body((), "pdfium test", 0), ())


LINE = st.tuples(
    st.sampled_from(["A/HRC/8/29", "13", "Text (Chile)", "1 As printed", "* Note", "** Note", "61.1. Build"]),
    st.sampled_from([10.0, 9.0, 6.5, 18.0]),
)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(LINE, max_size=9), max_size=4))
def test_lines_are_kept_or_taken_whole(pages: list[list[Printed]]) -> None:
    """What remains are lines of the body in their order, at their places; the rest is footnote or header."""
    made = body(*pages)
    kept, found = strip_furniture(made)
    left = iter(made.lines)
    assert all(line in left for line in kept.lines)
    texts = page_texts(made)
    assert {texts[line.unit][line.start : line.start + len(line.text)] == line.text for line in kept.lines} <= {True}
    assert (kept.pages, kept.extractor) == (made.pages, made.extractor)
    assert all(1 <= note.page <= len(pages) for note in found)


def test_lines_keep_their_places() -> None:
    kept, _ = strip_furniture(body(["A/HRC/8/29", "", "Text", ("1 Note", MARK)], ["A/HRC/8/29", "More"]))
    assert kept.lines == (Line("Text", 1, 14, 10.0, 57.0), Line("More", 2, 12, 10.0, 57.0))
