from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from django.test import Client
from made_readings import answer, document, listed, reading, text

from item6 import pipeline
from item6.record.writer import publish
from item6.terms.names import ReviewName

REVIEW = ReviewName("SMR", 2)
WORDS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "＝1+1",
    '=HYPERLINK("http://example.org","x")',
    "12",
    "  =1",
    "Plant\x0btrees",
]


@pytest.fixture
def odd_home(new_home: Path) -> Path:
    """A record whose words look like formulas, numbers and addresses, one longer than a cell."""
    rows = [listed(f"5.{at}", text(words, "CHL", "PER")) for at, words in enumerate([*WORDS, "x" * 40_000], 1)]
    answers = [answer(None, "accepted", words="=2+2", review=REVIEW)]
    publish(new_home, pipeline.gather([reading(document("report.pdf", REVIEW), *rows, answers=answers)]))
    return new_home


def workbook(client: Client, query: str = "") -> openpyxl.Workbook:
    answer = client.get("/recommendations.xlsx", {"q": query})
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].endswith("spreadsheetml.sheet")
    return openpyxl.load_workbook(io.BytesIO(answer.content))


def test_the_workbook_holds_what_the_other_forms_hold(browse: Callable[..., Client], home: Path) -> None:
    client = browse(home)
    query = {"q": "state:XRU cycle:2"}
    sheet = workbook(client, query["q"])["recommendations"]
    header, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    plain = json.loads(client.get("/recommendations.json", query).content)
    assert rows == [
        [row["name"], row["text"], "; ".join(row["recommending_states"]) or None, row["position"],
         row["as_written"] or None, row["document_page"]]
        for row in plain
    ]  # fmt: skip
    assert header == list(plain[0])
    table = list(csv.reader(io.StringIO(client.get("/recommendations.csv", query).content.decode())))
    assert ([row[0] for row in table[1:]], table[0]) == ([row[0] for row in rows], header)
    assert len(rows) > 10


def test_cells_are_typed_and_the_sheet_is_ready_for_use(browse: Callable[..., Client], home: Path) -> None:
    book = workbook(browse(home), "state:XRU cycle:2")
    sheet = book["recommendations"]
    types = {
        column[0].value: {cell.data_type for cell in column[1:] if cell.value is not None} for column in sheet.columns
    }
    assert types["document_page"] == {"n"}
    assert {kind for name, kind in types.items() if name != "document_page" for kind in kind} <= {"s", "inlineStr"}
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", f"A1:F{sheet.max_row}")
    about = dict(book["about"].iter_rows(values_only=True))
    assert (about["filter"], about["texts"]) == ("state:XRU cycle:2", sheet.max_row - 1)
    assert len(about["record"]) == 64


def test_words_that_look_like_formulas_stay_words(browse: Callable[..., Client], odd_home: Path) -> None:
    client = browse(odd_home)
    sheet = workbook(client)["recommendations"]
    cells = list(sheet["B"])[1:]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr"}
    shown = [cell.value for cell in cells]
    assert shown[: len(WORDS) - 1] == WORDS[:-1]
    assert (len(shown[-1]), shown[-1][-1]) == (32_767, "…")
    assert {cell.quotePrefix for cell in cells} == {True}
    with zipfile.ZipFile(io.BytesIO(client.get("/recommendations.xlsx").content)) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    assert [name for name, part in parts.items() if "<f>" in part or "hyperlink" in part] == []
    table = list(csv.reader(io.StringIO(client.get("/recommendations.csv").content.decode())))
    assert [row[1][0] for row in table[1:6]] == ["'"] * 5


def test_the_same_record_gives_the_same_bytes(browse: Callable[..., Client], home: Path) -> None:
    client = browse(home)
    assert client.get("/recommendations.xlsx").content == client.get("/recommendations.xlsx").content


@pytest.mark.parametrize("form", ["csv", "json", "xlsx"])
def test_nothing_to_export(browse: Callable[..., Client], home: Path, new_home: Path, form: str) -> None:
    assert browse(home).get(f"/recommendations.{form}", {"q": "nokey:1"}).status_code == 404
    assert browse(new_home).get(f"/recommendations.{form}").status_code == 404
