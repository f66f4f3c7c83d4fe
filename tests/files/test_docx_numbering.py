from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from numbered_lists import CASES, DEEP, FIXED, Case, named
from word_files import list_of, numbered, paragraph, word_file

from item6.files.docx import read_docx
from item6.files.docx_numbering import written


def labels(data: bytes) -> list[str]:
    """The automatic numbers of all paragraphs."""
    return [line.text[: -line.start].removesuffix("\t") for line in read_docx(data).lines]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_numbers(case: Case) -> None:
    assert labels(case.file()) == case.expected


DELETED = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
HIDDEN = "<w:rPr><w:vanish/></w:rPr>"


def removed(text: str) -> str:
    return f'<w:del w:id="2" w:author="a"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (paragraph("second", properties=numbered(1)), ["6.1\tfirst", "6.2\tsecond", "6.3\tthird", "6.4\tfourth"]),
        (paragraph(properties=numbered(1)), ["6.1\tfirst", "6.2\t", "6.3\tthird", "6.4\tfourth"]),
        (
            paragraph(properties=numbered(1) + DELETED, runs=removed("second")),
            ["6.1\tfirst", "", "6.2\tthird", "6.3\tfourth"],
        ),
        (
            paragraph(properties=numbered(1), runs=removed("second")),
            ["6.1\tfirst", "6.2\t", "6.3\tthird", "6.4\tfourth"],
        ),
        (paragraph("second", properties=numbered(1) + DELETED), ["6.1\tfirst", "6.2\tsecond", "third", "6.3\tfourth"]),
        (paragraph(properties=numbered(1) + HIDDEN), ["6.1\tfirst", "", "6.2\tthird", "6.3\tfourth"]),
    ],
    ids=["plain", "empty", "deleted", "deleted words", "deleted end", "hidden"],
)
def test_only_paragraphs_that_are_left_are_counted(second: str, expected: list[str]) -> None:
    first, third, fourth = (paragraph(text, properties=numbered(1)) for text in ("first", "third", "fourth"))
    data = word_file(first + second + third + fourth, numbering=FIXED + list_of(1, 0))
    assert [line.text for line in read_docx(data).lines] == expected


@pytest.mark.parametrize(
    ("number", "form", "expected"),
    [
        (28, "decimal", "28"),
        (1, "lowerLetter", "a"),
        (26, "lowerLetter", "z"),
        (27, "lowerLetter", "aa"),
        (28, "upperLetter", "BB"),
        (53, "lowerLetter", "aaa"),
        (4, "lowerRoman", "iv"),
        (1949, "upperRoman", "MCMXLIX"),
        (7, "decimalZero", "07"),
        (11, "ordinal", "11th"),
        (23, "ordinal", "23rd"),
        (3, "none", ""),
        (3, "chicago", "3"),
        (0, "lowerLetter", "0"),
        (-1, "upperRoman", "-1"),
        (10**9, "lowerLetter", "1000000000"),
    ],
)
def test_formats(number: int, form: str, expected: str) -> None:
    assert written(number, form) == expected


ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


@given(st.integers(1, 3999))
def test_roman_numbers_read_back(number: int) -> None:
    worth = [ROMAN[letter] for letter in written(number, "lowerRoman")]
    pairs = zip(worth, [*worth[1:], 0], strict=True)
    assert sum(-here if here < after else here for here, after in pairs) == number


@given(st.lists(st.integers(0, 2), max_size=30))
def test_outlines_are_counted_like_outlines(wishes: list[int]) -> None:
    """Counted a second way: the last number is one more than that of the sibling before it. No level is left out."""
    outline = [0]
    for wish in wishes:
        outline.append(min(wish, outline[-1] + 1))
    found = labels(named(DEEP + list_of(1, 0), [(1, place) for place in outline], [], name="").file())
    latest: dict[str, int] = {}
    for place, label in zip(outline, found, strict=True):
        above, _, last = label.rpartition(".")
        assert (label.count("."), int(last)) == (place, latest.get(above, 0) + 1)
        latest[above] = int(last)
