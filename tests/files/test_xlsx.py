"""Workbooks of today: the first sheet as text; hostile ones stop at a limit."""

from __future__ import annotations

import datetime
import io

import openpyxl
import pytest
from excel_files import xlsx_file
from word_files import RELATIONSHIPS, relationships, zipped

from item6.files import sheet
from item6.files.errors import Unreadable
from item6.files.sheet import SheetRow
from item6.files.xlsx import read_xlsx

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def workbook(rows: str, *, texts: str = "", before: str = "", space: str = MAIN) -> bytes:
    """A workbook of this markup of rows and of shared texts; before: of the part of the sheet."""
    sheets = '<sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets>'
    parts = {
        "_rels/.rels": relationships(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{space}" xmlns:r="{RELATIONSHIPS}">{sheets}</workbook>',
        "xl/_rels/workbook.xml.rels": relationships(
            ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "/xl/sharedStrings.xml")
        ),
        "xl/worksheets/sheet1.xml": f'{before}<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{space}">{texts}</sst>',
    }
    return zipped(parts)


def test_what_another_program_wrote() -> None:
    rows = [["To", "Text", 5, 5.5, True, None, "x\ny"], [], [None, "é & <b>’"], [datetime.date(2014, 11, 6), "=1+1"]]
    assert read_xlsx(xlsx_file(rows)).rows == (
        SheetRow(1, ("To", "Text", "5", "5.5", "TRUE", "", "x\ny")),
        SheetRow(3, ("", "é & <b>’")),
        SheetRow(4, ("41949",)),
    )


@pytest.mark.parametrize(
    ("rows", "texts", "expected"),
    [
        pytest.param('<row r="2"><c r="B2"><v>7</v></c></row>', "", [(2, "", "7")], id="places"),
        pytest.param("<row><c><v>7</v></c><c><v>8</v></c></row><row><c><v>9</v></c></row>", "",
                     [(1, "7", "8"), (2, "9")], id="without-places"),
        pytest.param('<row r="1"><c r="A1" t="s"><v>1</v></c></row>', "<si><t>a</t></si><si><r><t>b</t></r><r>"
                     "<t>c</t></r><rPh><t>spoken</t></rPh></si>", [(1, "bc")], id="shared-texts"),
        pytest.param('<row r="1"><c r="A1" t="s"><v>9</v></c><c r="B1"><v>1</v></c></row>', "<si><t>a</t></si>",
                     None, id="no-such-text"),
        pytest.param('<row r="1"><c r="A1" t="inlineStr"><is><t>a_x000D_b_xD83D_</t></is></c></row>', "",
                     [(1, "a\rb_xD83D_")], id="inline"),
        pytest.param('<row r="1"><c r="A1" t="str"><f>1+1</f><v>two</v></c></row>', "", [(1, "two")], id="formula"),
        pytest.param('<row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><v>3</v></c></row>', "", [(1, "", "3")],
                     id="formula-never-computed"),
        pytest.param('<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="b"><v>0</v></c></row>', "",
                     [(1, "#N/A", "FALSE")], id="errors-and-switches"),
        pytest.param('<row r="1"><c r="A1"><v>1E+2</v></c><c r="B1"><v>0.5</v></c><c r="C1"><v>x</v></c></row>', "",
                     [(1, "100", "0.5", "x")], id="numbers"),
        pytest.param('<row r="1"><c r="AB1"><v>1</v></c></row>', "", [(1, *[""] * 27, "1")], id="column-28"),
        pytest.param("", "", [], id="no-row"),
        pytest.param('<row r="0"><c><v>1</v></c></row>', "", None, id="no-such-row"),
        pytest.param('<row r="1"><c r="A0"><v>1</v></c></row>', "", None, id="no-such-cell"),
        pytest.param('<row r="1"><c r="ZZZ1"><v>1</v></c></row>', "", None, id="no-such-column"),
        pytest.param('<row r="1"><c', "", None, id="broken-markup"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("space", [MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"])
def test_rows(rows: str, texts: str, expected: list[tuple[int | str, ...]] | None, space: str) -> None:
    data = workbook(rows, texts=texts, space=space)
    if expected is not None:
        assert [(row.number, *row.cells) for row in read_xlsx(data).rows] == expected
        return
    with pytest.raises(Unreadable) as raised:
        read_xlsx(data)
    assert raised.value.key == "file.damaged"


def test_a_document_type_is_refused() -> None:
    declared = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'
    with pytest.raises(Unreadable, match="declares a document type"):
        read_xlsx(workbook("", before=declared))


@pytest.mark.parametrize(
    ("parts", "key"),
    [
        ({"xl/other.xml": "<x/>"}, "file.damaged"),
        ({"xl/workbook.xml": "<workbook/>"}, "file.damaged"),
        ({"xl/workbook.xml": "<workbook/>", "xl/_rels/workbook.xml.rels": relationships()}, "file.damaged"),
    ],
)
def test_without_sheets(parts: dict[str, str | bytes], key: str) -> None:
    with pytest.raises(Unreadable) as raised:
        read_xlsx(zipped(parts))
    assert raised.value.key == key


def test_the_first_tab_counts_and_not_the_first_part() -> None:
    book = openpyxl.Workbook()
    written = book.active
    assert written is not None
    written.append(["second"])
    book.create_sheet("front", 0).append(["first"])
    memory = io.BytesIO()
    book.save(memory)
    assert read_xlsx(memory.getvalue()).rows == (SheetRow(1, ("first",)),)


@pytest.mark.parametrize(("limit", "rows"), [("CELL_LIMIT", 25), ("CHARACTER_LIMIT", 3)])
def test_limits(monkeypatch: pytest.MonkeyPatch, limit: str, rows: int) -> None:
    """A row takes one and its three cells, and has thirty characters."""
    monkeypatch.setattr(sheet, limit, 100)
    assert len(read_xlsx(xlsx_file([["abcdefghij"] * 3] * rows)).rows) == rows
    with pytest.raises(Unreadable) as raised:
        read_xlsx(xlsx_file([["abcdefghij"] * 3] * (rows + 1)))
    assert raised.value.key == "file.too_large"


def test_a_bomb_is_not_unpacked() -> None:
    row = '<row><c t="inlineStr"><is><t>' + "a" * 1000 + "</t></is></c></row>"
    with pytest.raises(Unreadable) as raised:
        read_xlsx(workbook(row * 40_000))
    assert raised.value.key == "file.too_large"
