from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_files import definition, level, list_of, numbered, paragraph, starts_at, word_file

from item6.files.docx import read_docx
from item6.files.docx_numbering import written

Paragraph = tuple[int | str, int | str]
"""Id of the list and level, as the paragraph itself names them."""


def labels(data: bytes) -> list[str]:
    """The automatic numbers of all paragraphs."""
    return [line.text[: -line.start].removesuffix("\t") for line in read_docx(data).lines]


def labels_of(numbering: str, paragraphs: list[Paragraph]) -> list[str]:
    body = "".join(paragraph("x", properties=numbered(*place)) for place in paragraphs)
    return labels(word_file(body, numbering=numbering))


DRAFT = definition(0, level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", form="lowerLetter"))
FIXED = definition(0, level(0, "6.%1"))
DEEP = definition(0, *(level(place, ".".join(f"%{n + 1}" for n in range(place + 1))) for place in range(3)))


@pytest.mark.parametrize(
    ("numbering", "paragraphs", "expected"),
    [
        pytest.param(
            DRAFT + list_of(1, 0),
            [(1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 1), (1, 0), (1, 1)],
            ["1.", "1.1", "1.2", "(a)", "(b)", "1.3", "2.", "2.1"],
            id="levels restart after higher ones",
        ),
        pytest.param(
            definition(0, level(0, "%1.", start=5), level(1, "%1.%2")) + list_of(1, 0),
            [(1, 0), (1, 0), (1, 1), (1, 1), (1, 0)],
            ["5.", "6.", "6.1", "6.2", "7."],
            id="recommendations of a draft under paragraph 6",
        ),
        pytest.param(FIXED + list_of(1, 0), [(1, 0)] * 3, ["6.1", "6.2", "6.3"], id="the main number is fixed text"),
        pytest.param(
            FIXED + list_of(1, 0, starts_at(0, 118)), [(1, 0)] * 2, ["6.118", "6.119"], id="a start of its own"
        ),
        pytest.param(
            FIXED + list_of(1, 0) + list_of(2, 0),
            [(1, 0), (2, 0), (1, 0)],
            ["6.1", "6.2", "6.3"],
            id="lists of one definition count on together",
        ),
        pytest.param(
            FIXED + list_of(1, 0) + list_of(2, 0, starts_at(0, 8)),
            [(1, 0), (2, 0), (1, 0), (2, 0)],
            ["6.1", "6.8", "6.9", "6.10"],
            id="another start takes effect once and for the others too",
        ),
        pytest.param(
            FIXED + FIXED.replace('abstractNumId="0"', 'abstractNumId="1"') + list_of(1, 0) + list_of(2, 1),
            [(1, 0), (2, 0), (1, 0)],
            ["6.1", "6.1", "6.2"],
            id="lists of two definitions count apart",
        ),
        pytest.param(
            DEEP + list_of(1, 0), [(1, 1), (1, 0), (1, 1)], ["1.1", "2", "2.1"], id="a higher level that was never used"
        ),
        pytest.param(
            DEEP + list_of(1, 0),
            [(1, 0), (1, 1), (1, 0), (1, 2), (1, 1)],
            ["1", "1.1", "2", "2.1.1", "2.1"],
            id="a level that was left out shows its start and keeps it",
        ),
        pytest.param(
            definition(0, level(0, "%1"), level(1, "%1.%2", more='<w:lvlRestart w:val="0"/>')) + list_of(1, 0),
            [(1, 0), (1, 1), (1, 0), (1, 1)],
            ["1", "1.1", "2", "2.2"],
            id="a level that never restarts",
        ),
        pytest.param(
            definition(0, level(0, "%1"), level(1, "%2"), level(2, "%3", more='<w:lvlRestart w:val="1"/>'))
            + list_of(1, 0),
            [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2)],
            ["1", "1", "1", "2", "2", "2", "1"],
            id="a level that restarts after the highest only",
        ),
        pytest.param(
            definition(0, level(0, "%1", form="upperRoman"), level(1, "%1.%2", more="<w:isLgl/>")) + list_of(1, 0),
            [(1, 0)] * 3 + [(1, 1)],
            ["I", "II", "III", "3.1"],
            id="higher numbers as decimals",
        ),
        pytest.param(
            definition(0, level(0, "%1", form="upperLetter"), level(1, "%1.%2", form="decimalZero")) + list_of(1, 0),
            [(1, 0), (1, 1)],
            ["A", "A.01"],
            id="each number in its own format",
        ),
        pytest.param(
            DRAFT + list_of(1, 0, f'<w:lvlOverride w:ilvl="1">{level(1, "(%2)")}</w:lvlOverride>'),
            [(1, 0), (1, 1)],
            ["1.", "(1)"],
            id="a level of its own",
        ),
        pytest.param(
            definition(0, level(0, "\uf0b7", form="bullet"), level(1, "–", form="bullet")) + list_of(1, 0),
            [(1, 0), (1, 1)],
            ["•", "–"],
            id="bullets of whatever font",
        ),
        pytest.param(
            definition(0, level(0, "Annex", form="none"), level(1, "%1", form="none"), level(2, "%1%2%3"))
            + list_of(1, 0),
            [(1, 0), (1, 1), (1, 2)],
            ["Annex", "", "1"],
            id="levels without numbers",
        ),
        pytest.param(DRAFT + list_of(1, 0), [(0, 0), (1, 0)], ["", "1."], id="list 0 takes the number away"),
        pytest.param(DRAFT + list_of(1, 0), [(7, 0), (1, 0)], ["", "1."], id="a list that does not exist"),
        pytest.param(DRAFT + list_of(1, 0), [(1, 5), (1, 0)], ["", "1."], id="a level that does not exist"),
        pytest.param(list_of(1, 9), [(1, 0)], [""], id="a definition that does not exist"),
        pytest.param(DRAFT + list_of(1, 0), [(1, "x"), ("x", 0)], ["1.", ""], id="numbers that are none"),
        pytest.param(
            definition(0, level(0, "%1").replace('w:start w:val="1"', 'w:start w:val="one"')) + list_of(1, 0),
            [(1, 0)] * 2,
            ["0", "1"],
            id="no start is 0",
        ),
        pytest.param(
            FIXED + list_of(1, 0, starts_at(0, 10**12)), [(1, 0)], ["6.1"], id="a start too long to be a number"
        ),
        pytest.param("", [(1, 0)], [""], id="no lists at all"),
    ],
)
def test_numbers_of_paragraphs_that_name_their_list(
    numbering: str, paragraphs: list[Paragraph], expected: list[str]
) -> None:
    assert labels_of(numbering, paragraphs) == expected


def style(name: str, properties: str = "", *, based_on: str = "", more: str = "") -> str:
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="paragraph" w:styleId="{name}" {more}>{base}<w:pPr>{properties}</w:pPr></w:style>'


LIST = "<w:numPr><w:numId w:val='1'/></w:numPr>"
SECOND = "<w:numPr><w:ilvl w:val='1'/></w:numPr>"
NONE = "<w:numPr><w:numId w:val='0'/></w:numPr>"


def list_style(list_id: int) -> str:
    return f'<w:style w:type="numbering" w:styleId="S"><w:pPr>{numbered(list_id)}</w:pPr></w:style>'


LINKED = definition(
    0,
    level(0, "%1.", more='<w:pStyle w:val="Para"/>'),
    level(1, "%1.%2", more='<w:pStyle w:val="Recommendation"/>'),
)


def styled(name: str, more: str = "") -> str:
    return f'<w:pStyle w:val="{name}"/>{more}'


@pytest.mark.parametrize(
    ("numbering", "styles", "properties", "expected"),
    [
        pytest.param(DRAFT, style("A", LIST), [styled("A")] * 2, ["1.", "2."], id="the style names the list"),
        pytest.param(
            DRAFT,
            style("A", LIST) + style("B", based_on="A") + style("C", SECOND, based_on="B"),
            [styled("B"), styled("C"), styled("C"), styled("B")],
            ["1.", "1.1", "1.2", "2."],
            id="styles based on it inherit the list and may name a level",
        ),
        pytest.param(
            DRAFT,
            style("A", LIST) + style("B", NONE, based_on="A"),
            [styled("A"), styled("B"), styled("A", NONE), styled("A")],
            ["1.", "", "", "2."],
            id="style or paragraph take the number away",
        ),
        pytest.param(
            DRAFT,
            style("A", LIST),
            [styled("A"), styled("A", SECOND), styled("A")],
            ["1.", "1.1", "2."],
            id="the paragraph names only the level",
        ),
        pytest.param(
            LINKED,
            style("Para", LIST) + style("Recommendation", LIST),
            [styled("Para"), styled("Recommendation"), styled("Recommendation"), styled("Para")],
            ["1.", "1.1", "1.2", "2."],
            id="levels linked to styles",
        ),
        pytest.param(
            LINKED,
            style("Para", LIST) + style("Other", LIST),
            [styled("Para"), styled("Other"), styled("Other", numbered(1)), styled("Para")],
            ["1.", "", "2.", "3."],
            id="a level linked to another style numbers only where the paragraph itself asks",
        ),
        pytest.param(
            LINKED,
            style("Para", LIST) + style("Sub", SECOND, based_on="Para"),
            [styled("Para"), styled("Sub")],
            ["1.", ""],
            id="and so does the next level",
        ),
        pytest.param(
            DRAFT, style("A", LIST, more='w:default="1"'), ["", styled("None")], ["1.", "2."], id="the default style"
        ),
        pytest.param(
            DRAFT,
            style("A", LIST, based_on="B") + style("B", based_on="A"),
            [styled("A"), styled("B")],
            ["1.", "2."],
            id="styles based on one another",
        ),
        pytest.param(
            definition(0, more='<w:numStyleLink w:val="S"/>')
            + definition(1, level(0, "[%1]"), more='<w:styleLink w:val="S"/>')
            + list_of(2, 1),
            list_style(2),
            [numbered(1), numbered(1)],
            ["[1]", "[2]"],
            id="a definition that points to a numbering style",
        ),
        pytest.param(
            definition(0, more='<w:numStyleLink w:val="S"/>'),
            list_style(1),
            [numbered(1)],
            [""],
            id="a definition that points to itself",
        ),
    ],
)
def test_numbers_of_paragraphs_that_have_them_from_styles(
    numbering: str, styles: str, properties: list[str], expected: list[str]
) -> None:
    body = "".join(paragraph("x", properties=given) for given in properties)
    assert labels(word_file(body, numbering=numbering + list_of(1, 0), styles=styles)) == expected


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
    found = labels_of(DEEP + list_of(1, 0), [(1, place) for place in outline])
    latest: dict[str, int] = {}
    for place, label in zip(outline, found, strict=True):
        above, _, last = label.rpartition(".")
        assert (label.count("."), int(last)) == (place, latest.get(above, 0) + 1)
        latest[above] = int(last)
