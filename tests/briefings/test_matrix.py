"""OHCHR's matrix filled in: every assessment at its number, everything else as it was."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from counted_reviews import SECOND, matrix, publish_counted
from excel_files import xlsx_file
from hypothesis import given, settings
from hypothesis import strategies as st
from word_tables import EARLIER, LATER, matrix_file

from item6 import pipeline
from item6.briefings.asked import Asked
from item6.briefings.assessments import read_assessments
from item6.briefings.matrix import NoComments, filled
from item6.decisions.notes import Note, Notebook
from item6.files.docx_tables import read_tables
from item6.files.errors import Unreadable
from item6.record.reader import Record, open_record
from item6.sources import matrix as matrices
from item6.sources.matrix.comments import read_comments
from item6.terms.names import RecommendationName, ReviewName
from item6.terms.recommendations import fingerprint

ROWS = [
    "Theme: A12 Acceptance of international norms",
    ("2.1 Abolish the death penalty (Switzerland);", "Noted", ["A12 Acceptance of international norms"], ""),
    ("2.2 Criminalise torture (Switzerland, Kenya);", "Supported", ["A12 Acceptance"], "Held already"),
    "Theme: D25 Torture",
    ("2.2 Criminalise torture (Switzerland, Kenya);", "Supported", ["D25 Torture"], ""),
    ("2.10 Go on;", "Noted", "", ""),
]  # fmt: skip
FORM = matrix_file(EARLIER, ROWS)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    home = tmp_path_factory.mktemp("matrix")
    publish_counted(home, matrix())
    with open_record(home) as opened:
        yield opened


def cells(data: bytes) -> list[list[list[str]]]:
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in read_tables(data)]


def test_the_form_is_filled_in_place(record: Record) -> None:
    said = {"2.1": "Not implemented\nNo draft", "2.2": "In part", "9.9": "gone", "2.10": "  "}
    found = filled(Asked(record, SECOND, form=FORM, assessments=said))
    assert (found.filled, found.kept, found.without_row) == (("2.1", "2.2"), ("2.2",), ("9.9",))
    before, after = cells(FORM)[0], cells(found.document)[0]
    assert [row[:-1] for row in after] == [row[:-1] for row in before]
    assert [row[-1] for row in after if len(row) > 1] == [
        EARLIER[-1], "Not implemented\nNo draft", "Held already", "In part", "",
    ]  # fmt: skip
    assert found.remarks == [
        "2.2: the cell holds words already, which stayed: empty it and fill in again",
        "9.9: assessed, and the form has no row for it: look at the number",
    ]


def test_all_other_parts_of_the_file_are_the_same_bytes(record: Record) -> None:
    found = filled(Asked(record, SECOND, form=FORM, assessments={"2.1": "x"})).document
    old, new = zipfile.ZipFile(io.BytesIO(FORM)), zipfile.ZipFile(io.BytesIO(found))
    assert old.namelist() == new.namelist()
    assert [name for name in old.namelist() if old.read(name) != new.read(name)] == ["word/document.xml"]


def test_filling_twice_changes_nothing_and_nothing_to_fill_leaves_the_file(record: Record) -> None:
    once = filled(Asked(record, SECOND, form=FORM, assessments={"2.1": "two\n lines"}))
    again = filled(Asked(record, SECOND, form=once.document, assessments={"2.1": "two\n lines"}))
    assert (again.document, again.kept) == (once.document, ())
    assert filled(Asked(record, SECOND, form=FORM, assessments={})).document == FORM


def test_a_form_without_such_a_column_is_named(record: Record) -> None:
    with pytest.raises(NoComments, match="made from the record"):
        filled(
            Asked(
                record, SECOND, form=matrix_file(LATER, [("2.1 Go (Peru);", "Noted", "", "")]), assessments={"2.1": "x"}
            )
        )
    with pytest.raises(Unreadable):
        filled(Asked(record, SECOND, form=b"PK no document", assessments={"2.1": "x"}))


def test_a_strict_form_is_refused_and_not_harmed(record: Record) -> None:
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(FORM)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(usual, b"http://purl.oclc.org/ooxml/wordprocessingml/main"))
    with pytest.raises(Unreadable, match="save it again with Word"):
        filled(Asked(record, SECOND, form=stream.getvalue(), assessments={"2.1": "x"}))


def test_words_from_right_to_left_are_set_so(record: Record) -> None:
    found = filled(Asked(record, SECOND, form=FORM, assessments={"2.1": "لم يُنفذ بعد", "2.10": "not yet"}))
    table = docx.Document(io.BytesIO(found.document)).tables[0]
    mirrored = [[bool(each._p.xpath("./w:pPr/w:bidi")) for each in row.cells[-1].paragraphs] for row in table.rows]
    assert mirrored == [[False], [False], [True], [False], [False], [False], [False]]


def test_the_notes_of_the_workspace_fill_the_form(record: Record) -> None:
    def note(number: str, part: int, words: str, field: str, said: str) -> Note:
        return Note(RecommendationName(SECOND, number, part), fingerprint(words), field, said, "Ana", "2031-05-06")

    notes = Notebook([
        note("2.1", 1, "Abolish the death penalty", "assessment", "No draft"),
        note("2.1", 1, "Abolish the death penalty", "level", "not implemented"),
        note("2.1", 1, "Abolish the death penalty", "evidence", "not for the form"),
        note("2.3", 1, "Build schools", "assessment", "Built"),
        note("2.3", 2, "Repair them", "assessment", "Not repaired"),
    ])  # fmt: skip
    found = filled(Asked(record, SECOND, notes=notes))
    assert (found.filled, found.remarks) == (("2.1", "2.3"), [])
    said = {row.number: row.words for row in read_comments(found.document)}
    assert said == {"2.1": "not implemented\nNo draft", "2.2": "", "2.3": "Built\nNot repaired", "2.4": "", "2.10": ""}


def test_the_form_made_anew_says_what_the_record_says(record: Record) -> None:
    """Read back by the reader of OHCHR's own: numbers, positions, labels, review."""
    read = matrices.read(filled(Asked(record, SECOND)).document, "made.docx")
    assert read.document.review == SECOND
    assert {each.number for each in read.recommendations} == {row.number for row in record.recommendations(SECOND)}
    positions = {answer.target.number: answer.position for answer in read.answers}
    assert positions == {row.number: row.position for row in record.recommendations(SECOND, "addendum")}
    labels = {(label.number, label.kind, label.value) for label in record.labels(SECOND)}
    assert {(label.number, label.kind, label.value) for label in read.labels} == labels


def test_the_form_made_anew_is_ready_for_paper(record: Record) -> None:
    made = docx.Document(io.BytesIO(filled(Asked(record, SECOND)).document))
    section = made.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    table = made.tables[0]
    assert [cell.text for cell in table.rows[0].cells] == list(EARLIER)
    assert [bool(row._tr.xpath("./w:trPr/w:tblHeader")) for row in table.rows] == [
        True,
        *[False] * (len(table.rows) - 1),
    ]
    assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in table.rows)
    assert "UPR of San Marino (2nd Cycle – 19th session)" in section.header.paragraphs[0].text


ANY = st.text(max_size=80) | st.sampled_from(
    ["=1", "a\n\nb", "<w:p/>", "]]>", "&amp;", "عربي", "😀", "\x00\x0b", " x "]
)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(["2.1", "2.10"]), ANY))
def test_any_words_can_be_filled_in(said: dict[str, str]) -> None:
    found = filled(Asked(None, SECOND, form=FORM, assessments=said)).document  # type: ignore[arg-type]  # needs no record
    shown = {row.number: row.words for row in read_comments(found)}
    for number, words in said.items():
        expected = "".join(sign if sign.isprintable() or sign.isspace() else "" for sign in words)
        kept = "".join(sign for sign in shown[number] if sign.isprintable() or sign.isspace()).replace("\ufffd", "")
        assert "".join(kept.split()) == "".join(expected.replace("\ufffd", "").split())


@pytest.mark.parametrize(
    ("rows", "expected", "remarks"),
    [
        ([["Number", "Assessment"], ["2.1", "good"], ["2.10", "bad"]], {"2.1": "good", "2.10": "bad"}, 0),
        ([["Name", "Level of implementation", "Assessment"], ["SMR-2#2.1/1", "none", "bad"]], {"2.1": "none\nbad"}, 0),
        ([["Recommendation", "Comments"], ["2.1. Abolish", "x"], ["27(b) Go", "y"]], {"2.1": "x", "27(b)": "y"}, 0),
        ([["My list"], [None], ["No.", "Comments"], [2.1, "x"]], {"2.1": "x"}, 0),
        ([["No.", "Comments"], [2.1, "x"], [2.1, "y"]], {}, 1),
        ([["No.", "Comments"], [2.1, "x"], [2.1, "x"]], {"2.1": "x"}, 0),
        ([["No.", "Comments"], ["none", "x"], ["2.1", None]], {}, 1),
        ([["a", "b"], ["2.1", "x"]], {}, 1),
    ],
)
def test_assessments_are_read_by_number(
    rows: list[list[str | float | None]], expected: dict[str, str], remarks: int
) -> None:
    found = read_assessments(xlsx_file(rows))
    assert (found.by_number, len(found.remarks)) == (expected, remarks)


@pytest.mark.full
@pytest.mark.parametrize("name", ["Matrix_recommendations_2013.docx", "Matrix_recommendations_2018.docx"])
def test_a_real_matrix_keeps_all_its_other_cells(name: str, corpus: Path, tmp_path: Path) -> None:
    form = (corpus / "china" / name).read_bytes()
    numbers = list(dict.fromkeys(row.number for row in read_comments(form)))
    assert len(numbers) > 250
    said = {number: f"Assessed: {number}" for number in numbers}
    found = filled(Asked(None, SECOND, form=form, assessments=said))  # type: ignore[arg-type]  # needs no record
    assert (found.filled, found.remarks) == (tuple(sorted(numbers, key=numbers_key)), [])
    before, after = cells(form), cells(found.document)
    assert [[row[:-1] for row in table if len(row) > 1] for table in after] == [
        [row[:-1] for row in table if len(row) > 1] for table in before
    ]
    assert [row.words for row in read_comments(found.document)] == [said[row.number] for row in read_comments(form)]
    assert (
        matrices.read(found.document, name).recommendations[0].number
        == matrices.read(form, name).recommendations[0].number
    )
    program = shutil.which("soffice")
    assert program, "the full tests need LibreOffice: .ci/run installs it"
    (tmp_path / name).write_bytes(found.document)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "txt:Text", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / name)], check=True, capture_output=True, timeout=300)
    shown = (tmp_path / name).with_suffix(".txt").read_text(encoding="utf-8-sig")
    assert all(shown.count(words) >= 1 for words in said.values())


@pytest.mark.full
def test_a_real_review_comes_back_from_the_form_made_of_it(corpus: Path, tmp_path: Path) -> None:
    """China's second review, with the themes of its matrix."""
    pipeline.build(
        tmp_path, [corpus / "reports" / "china2013.pdf", corpus / "china" / "Matrix_recommendations_2013.docx"]
    )
    with open_record(tmp_path) as record:
        read = matrices.read(filled(Asked(record, ReviewName("CHN", 2))).document, "made.docx")
        listed = record.recommendations(ReviewName("CHN", 2))
        assert {each.number: set(each.states) for each in read.recommendations} == {
            row.number: set(row.states) for row in listed
        }
        matrix = matrices.read((corpus / "china" / "Matrix_recommendations_2013.docx").read_bytes(), "matrix.docx")
        positions = {each.target.number: each.position for each in matrix.answers}
        assert {each.target.number: each.position for each in read.answers} == positions
        labels = {(label.number, label.kind, label.value) for label in record.labels(ReviewName("CHN", 2))}
        assert {(label.number, label.kind, label.value) for label in read.labels} == labels


def numbers_key(number: str) -> list[int]:
    return [int(each) for each in number.split(".")]
