"""Tables of Word files: rows, cells, spans and merged cells, with the words of the running text."""

from __future__ import annotations

import pytest
from word_files import definition, level, list_of, numbered, paragraph, run, word_file
from word_tables import cell, row, table

from item6.files.docx_tables import Cell, Row, Table, read_tables
from item6.files.errors import Unreadable


def plain(number: int, *texts: str) -> Row:
    """A row of cells of one line each, none of them merged or wide."""
    cells = enumerate(texts, start=1)
    return Row(number, tuple(Cell(place, place, 1, False, (text,) if text else ()) for place, text in cells))


SPAN = '<w:gridSpan w:val="3"/>'
BREAK = "<w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r>"
CHOICE = "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"

ROWS = [
    pytest.param(row(cell("a"), cell("b")), (plain(1, "a", "b"),), id="plain"),
    pytest.param(row(cell(""), cell("b")), (plain(1, "", "b"),), id="empty-cell"),
    pytest.param(row(cell("a", "", "b")), (Row(1, (Cell(1, 1, 1, False, ("a", "b")),)),), id="lines"),
    pytest.param(
        row(cell(inside=f"<w:p>{BREAK}</w:p>")), (Row(1, (Cell(1, 1, 1, False, ("one", "two")),)),), id="line-break"
    ),
    pytest.param(
        row(cell("wide", properties=SPAN), cell("b")),
        (Row(1, (Cell(1, 1, 3, False, ("wide",)), Cell(2, 4, 1, False, ("b",)))),),
        id="span",
    ),
    pytest.param(
        row(cell("late"), properties='<w:gridBefore w:val="2"/>'),
        (Row(1, (Cell(1, 3, 1, False, ("late",)),)),),
        id="begins-later",
    ),
    pytest.param(
        row(cell("a", properties='<w:gridSpan w:val="many"/>'), cell("b", properties='<w:gridSpan w:val="-7"/>')),
        (plain(1, "a", "b"),),
        id="spans-that-are-none",
    ),
    pytest.param(
        row(cell("a", properties='<w:gridSpan w:val="999999999"/>')),
        (Row(1, (Cell(1, 1, 63, False, ("a",)),)),),
        id="span-beyond-word",
    ),
    pytest.param(
        row(cell("a", properties='<w:vMerge w:val="restart"/>')) + row(cell("", properties="<w:vMerge/>")),
        (plain(1, "a"), Row(2, (Cell(1, 1, 1, True, ()),))),
        id="merged-down",
    ),
    pytest.param(
        row(cell("a")) + row(cell("gone"), properties="<w:del/>") + row(cell("c")),
        (plain(1, "a"), plain(3, "c")),
        id="removed-row-is-counted",
    ),
    pytest.param(
        f"<w:sdt><w:sdtContent>{row(cell('a'))}</w:sdtContent></w:sdt>"
        + row(f"<w:sdt><w:sdtPr/><w:sdtContent>{cell('b')}</w:sdtContent></w:sdt>"),
        (plain(1, "a"), plain(2, "b")),
        id="content-controls",
    ),
    pytest.param(
        row(cell(inside=CHOICE.format(paragraph("new"), paragraph("old")))), (plain(1, "new"),), id="alternatives"
    ),
    pytest.param(
        row(cell(inside=paragraph(runs=f"<w:ins>{run('in')}</w:ins><w:del>{run('out')}</w:del>"))),
        (plain(1, "in"),),
        id="tracked-changes",
    ),
    pytest.param("", (), id="no-row"),
]


@pytest.mark.parametrize(("markup", "expected"), ROWS)
def test_rows(markup: str, expected: tuple[Row, ...]) -> None:
    assert read_tables(word_file(table(markup))) == (Table(1, expected),)


def test_tables_are_counted_through_and_nested_ones_stand_alone() -> None:
    inner = table(row(cell("inner")))
    outer = table(row(cell("before", inside=inner + paragraph("after"))))
    assert read_tables(word_file(paragraph("title") + outer + table(row(cell("last"))))) == (
        Table(1, (Row(1, (Cell(1, 1, 1, False, ("before", "after")),)),)),
        Table(2, (plain(1, "inner"),)),
        Table(3, (plain(1, "last"),)),
    )


def test_automatic_numbers_are_part_of_the_words() -> None:
    counted = definition(1, level(0, "7.%1"))
    rows = [row(cell(inside=paragraph(text, properties=numbered(1)))) for text in ("Plant trees", "Drain the swamp")]
    tables = read_tables(word_file(table(*rows), numbering=counted + list_of(1, 1)))
    assert [each.text for found in tables[0].rows for each in found.cells] == [
        "7.1\tPlant trees",
        "7.2\tDrain the swamp",
    ]


def test_text_boxes_are_no_tables() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{table(row(cell('boxed')))}</w:txbxContent></w:pict></w:r>"
    assert read_tables(word_file(paragraph(runs=box))) == ()


def test_without_tables() -> None:
    assert read_tables(word_file(paragraph("title"))) == ()


@pytest.mark.parametrize(
    ("depth", "readable"),
    [pytest.param(20, True, id="deep"), pytest.param(2000, False, id="without-end")],
)
def test_nesting(depth: int, readable: bool) -> None:
    start, end = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    markup = word_file(start * depth + paragraph("x") + end * depth)
    if readable:
        assert len(read_tables(markup)) == depth
    else:
        with pytest.raises(Unreadable) as raised:
            read_tables(markup)
        assert raised.value.key == "file.damaged"
