"""The workbook of a review: what stands on its sheets."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from counted_reviews import FIRST, SECOND, export, matrix, publish_counted
from edited_workbooks import saved_again, sheet

from item6.briefings.asked import Asked
from item6.briefings.verifying import DIFFERENT, SAME, verified
from item6.briefings.workbook import workbook
from item6.briefings.workbook.rows import stage_of, texts_of
from item6.decisions.notes import Note, Notebook
from item6.measures.references import read_reference, recomputed
from item6.record.reader import Record, open_record
from item6.terms.names import RecommendationName


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    home = tmp_path_factory.mktemp("workbook")
    publish_counted(home, matrix(), export())
    with open_record(home) as opened:
        yield opened


def test_there_is_a_row_for_each_text_with_what_the_record_says(record: Record) -> None:
    rows = sheet(workbook(Asked(record, SECOND)))
    shown = ("Name", "Number", "Recommendation", "Recommending States", "Position", "Issues", "Action")
    assert [tuple(row[title] for title in shown) for row in rows] == [
        ("SMR-2#2.1/1", "2.1", "Abolish the death penalty", "Switzerland", "noted", "Death penalty", "5"),
        ("SMR-2#2.2/1", "2.2", "Criminalise torture", "Switzerland; Kenya", "supported", "Torture", "5"),
        ("SMR-2#2.3/1", "2.3", "Build schools", "Kenya", "supported", "Right to education", "4"),
        ("SMR-2#2.3/2", "2.3", "Repair them", "Norway", "noted", "Right to education", "4"),
        ("SMR-2#2.4/1", "2.4", "Abolish the death penalty by degrees", "Norway", "in part", "Death penalty", "5"),
        ("SMR-2#2.10/1", "2.10", "Go on", "", "pending", "", "2"),
    ]


def test_themes_of_the_matrix_stand_beside_their_number(record: Record) -> None:
    labels = {(label.number, label.kind): label.value for label in record.labels(SECOND)}
    assert labels, "the sample has a matrix"
    rows = {row["Number"]: row for row in sheet(workbook(Asked(record, SECOND)))}
    titles = {"theme": "Themes", "person": "Affected persons", "sdg": "SDGs"}
    for (number, kind), value in labels.items():
        assert value in rows[number][titles[kind]]


def test_positions_are_those_of_the_stage_asked_for(record: Record) -> None:
    at_report = sheet(workbook(Asked(record, SECOND, stage="report")))
    assert [row["Position"] for row in at_report][:2] == ["pending", "supported"]


def test_every_figure_has_its_reference_which_computes_it_again(record: Record) -> None:
    rows = sheet(workbook(Asked(record, FIRST)), "Figures")
    found = [row for row in rows if row["Reference"]]
    assert len(found) == len(rows) > 30
    for row in found[:20]:
        assert recomputed(record, read_reference(row["Reference"])).reference == row["Reference"]
    received = [row for row in rows if row["Measure"] == "received"]
    assert [(row["Unit"], row["Count"]) for row in received] == [
        ("numbered recommendations", "4"), ("texts", "4"), ("State-recommendations", "4"),
    ]  # fmt: skip


def test_the_figures_of_a_workbook_are_verified(record: Record) -> None:
    """As printed in the same record; otherwise where somebody changed a value."""
    data = workbook(Asked(record, SECOND))
    found = verified(data, record)
    assert found is not None
    assert {each.verdict for each in found} == {SAME}
    assert len(found) == len(sheet(data, "Figures"))
    rows = sheet(data, "Figures")
    rows[0]["Value"] = "99"
    changed = verified(saved_again(rows, "Figures"), record)
    assert changed is not None
    assert [each.verdict for each in changed] == [DIFFERENT, *[SAME] * (len(rows) - 1)]
    assert verified(saved_again(sheet(data)), record) is None


def test_shares_are_numbers_and_what_is_not_known_is_empty(record: Record) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(Asked(record, FIRST))))
    page = book["Figures"]
    titles = [cell.value for cell in page[1]]
    shares = {
        row[0]: row[titles.index("Share")] for row in page.iter_rows(min_row=2, values_only=True) if row[1] == "texts"
    }
    assert shares["supported"] == pytest.approx(0.75)
    assert shares["received"] is None


def test_lists_of_states_issues_and_answers(record: Record) -> None:
    data = workbook(Asked(record, SECOND))
    states = [(row["State"], row["Code"], row["Received"], row["Noted"]) for row in sheet(data, "Recommending States")]
    assert states == [("Kenya", "KEN", "2", "0"), ("Norway", "NOR", "2", "0"), ("Switzerland", "CHE", "2", "1")]
    issues = [(row["Label"], row["Received"]) for row in sheet(data, "Issues") if row["Vocabulary"] == "Issue"]
    assert issues == [("Death penalty", "2"), ("Right to education", "1"), ("Torture", "1")]
    answers = [
        (row["Number"], row["Stage"], row["Position"])
        for row in sheet(data, "Answers by stage")
        if row["Source"] == "written"
    ]
    assert ("2.1", "addendum", "noted") in answers
    assert ("2.2", "report", "supported") in answers
    words = {cells[0]: cells[1] for cells in ([*row.values()] for row in sheet(data, "Read me")) if cells[0]}
    assert words["Record"] == record.hash


def test_notes_stand_in_their_columns(record: Record) -> None:
    text = texts_of(record, SECOND, stage_of(record, SECOND))[0]
    note = Note(
        RecommendationName(SECOND, "2.1", 1), text.fingerprint, "evidence", '=HYPERLINK("x")\nعربي', "Ana", "2031-01-01"
    )
    row = sheet(workbook(Asked(record, SECOND, notes=Notebook([note]))))[0]
    assert (row["Evidence"], row["Notes"]) == (note.words, "")


def test_the_same_review_gives_the_same_bytes(record: Record) -> None:
    assert workbook(Asked(record, SECOND)) == workbook(Asked(record, SECOND))


def test_a_sheet_opens_with_filters_and_a_header_in_view(record: Record, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(Asked(record, SECOND))))
    assert book.sheetnames == [
        "Read me",
        "Figures",
        "Recommendations",
        "Recommending States",
        "Issues",
        "Answers by stage",
    ]
    assert [page.freeze_panes for page in book][1:] == ["B2", "B2", "B2", "C2", "B2"]
    assert all(page.auto_filter.ref for page in list(book)[1:])
    page = book["Recommendations"]
    types = {
        column[0].value: {cell.data_type for cell in column[1:] if cell.value is not None} for column in page.columns
    }
    assert {title for title, kinds in types.items() if "n" in kinds} == {"Action", "Page", "Answer's page"} & {
        title for title, kinds in types.items() if kinds
    }
