"""A workbook that people edited, read back: nothing lost, nothing twice, nothing taken that is not theirs."""

from __future__ import annotations

import random
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from counted_reviews import SECOND, publish_counted
from edited_workbooks import Cells, changed, edited, saved_again, sheet
from excel_files import xlsx_file
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from item6.briefings.asked import Asked
from item6.briefings.workbook import workbook
from item6.briefings.workbook.columns import OWN
from item6.briefings.workbook.returned import Returned, read_returned
from item6.decisions.notes import FIELDS, Note, Notebook
from item6.files.errors import Unreadable
from item6.files.workbooks import held
from item6.record.reader import Record, open_record
from item6.terms.names import RecommendationName

NONE = Notebook()
FIRST_NAME, PART = "SMR-2#2.1/1", "SMR-2#2.3/2"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    home = tmp_path_factory.mktemp("returned")
    publish_counted(home)
    with open_record(home) as opened:
        yield opened


def read(data: bytes, record: Record, notebook: Notebook = NONE) -> Returned:
    return read_returned(data, record, notebook, who="Ana", when="2031-05-06")


def written(record: Record, notebook: Notebook = NONE) -> bytes:
    return workbook(Asked(record, SECOND, notes=notebook))


def said(found: Returned) -> list[tuple[str, str, str]]:
    return [(str(note.name), note.field, note.words) for note in found.notes]


def remarks(found: Returned) -> list[tuple[str, bool]]:
    return [(remark.words, remark.lost) for remark in found.remarks]


def test_an_untouched_workbook_says_nothing(record: Record) -> None:
    found = read(written(record), record)
    assert (said(found), remarks(found), found.rows) == ([], [], 6)


def test_what_was_written_is_taken_under_the_name_of_its_text(record: Record) -> None:
    data = edited(written(record), {(FIRST_NAME, "Evidence"): "=1+1", (PART, "Level of implementation"): "C"})
    found = read(data, record)
    assert said(found) == [(FIRST_NAME, "evidence", "=1+1"), (PART, "level", "C")]
    assert remarks(found) == []
    assert {(note.who, note.when, len(note.document)) for note in found.notes} == {("Ana", "2031-05-06", 64)}
    assert {len(note.fingerprint) for note in found.notes} == {12}


def test_the_same_file_twice_changes_nothing(record: Record) -> None:
    """Also where something newer was said in between."""
    data = edited(written(record), {(FIRST_NAME, "Evidence"): "first"})
    first = Notebook(read(data, record).notes)
    assert said(read(data, record, first)) == []
    newer = edited(written(record, first), {(FIRST_NAME, "Evidence"): "second"})
    both = Notebook([*first.lines, *read(newer, record, first).notes])
    assert said(read(data, record, both)) == []
    assert sheet(written(record, both))[0]["Evidence"] == "second"


def test_a_cell_that_was_emptied_takes_back_what_stood_there(record: Record) -> None:
    notes = Notebook(read(edited(written(record), {(FIRST_NAME, "Notes"): "x"}), record).notes)
    found = read(edited(written(record, notes), {(FIRST_NAME, "Notes"): ""}), record, notes)
    assert said(found) == [(FIRST_NAME, "notes", "")]
    assert sheet(written(record, Notebook([*notes.lines, *found.notes])))[0]["Notes"] == ""


def test_two_people_who_filled_in_different_cells_of_the_same_sheet_both_count(record: Record) -> None:
    """The second one's file knows nothing of the first one's words, and does not empty them."""
    blank = written(record)
    ana = Notebook(read(edited(blank, {(FIRST_NAME, "Evidence"): "a law"}), record).notes)
    ben = read(edited(blank, {(FIRST_NAME, "Next step"): "a letter"}), record, ana)
    assert (said(ben), remarks(ben)) == ([(FIRST_NAME, "next_step", "a letter")], [])


def test_two_people_who_changed_the_same_cell_are_told(record: Record) -> None:
    blank = written(record)
    ana = Notebook(read(edited(blank, {(FIRST_NAME, "Evidence"): "a law"}), record).notes)
    ben = read(edited(blank, {(FIRST_NAME, "Evidence"): "a bill"}), record, ana)
    assert said(ben) == [(FIRST_NAME, "evidence", "a bill")]
    assert remarks(ben) == [
        ("“Evidence” was changed elsewhere too; this file's words count now, the others are kept", False)
    ]


def _drop_columns(*titles: str) -> Callable[[list[Cells]], list[Cells]]:
    return lambda rows: [{title: words for title, words in row.items() if title not in titles} for row in rows]


CHANGES: dict[str, tuple[Callable[[list[Cells]], list[Cells] | None], list[tuple[str, bool]]]] = {
    "rows in another order": (lambda rows: rows[::-1], []),
    "rows left out": (lambda rows: rows[:1], []),
    "columns in another order": (lambda rows: [dict(reversed(row.items())) for row in rows], []),
    "a row twice": (lambda rows: [*rows, rows[0]], []),
    "a row twice, one of them edited": (lambda rows: [*rows, {**rows[0], "Evidence": ""}], []),
    "titles in other letters": (
        lambda rows: [{title.upper(): words for title, words in row.items()} for row in rows], [],
    ),
    "a column of one's own": (
        lambda rows: [{"Priority": "high", **row} for row in rows],
        [("the column “Priority” is not item6's: it stays in your file only", False)],
    ),
    "a column for people left out": (
        _drop_columns("Responsible"), [("the column “Responsible” is not there: what it held stays as it was", False)],
    ),
    "without marks": (_drop_columns("Mark"), []),
    "without all that the record says": (
        _drop_columns("Number", "Recommendation", "Recommending States", "Position", "Issues", "Mark"), [],
    ),
    "a position changed": (
        lambda rows: [{**rows[0], "Position": "supported"}],
        [("“Position” was changed and is not taken: the record is corrected with item6 decide", False)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("how", CHANGES)
def test_rows_and_columns_may_be_moved_hidden_or_left_out(how: str, record: Record) -> None:
    change, expected = CHANGES[how]
    data = edited(written(record), {(FIRST_NAME, "Evidence"): "a law"})
    found = read(changed(data, change), record)
    assert said(found) == [(FIRST_NAME, "evidence", "a law")]
    assert remarks(found) == expected


LOST: dict[str, tuple[Callable[[list[Cells]], list[Cells]], str]] = {
    "two rows of one text differ": (
        lambda rows: [{**rows[0], "Notes": "a"}, {**rows[0], "Notes": "b"}],
        "rows 2 and 3 differ in “Notes”: leave one of them and import again",
    ),
    "a name that is not in the record": (
        lambda rows: [{**rows[0], "Name": "SMR-2#9.9/1", "Notes": "a", "Mark": ""}],
        "SMR-2#9.9/1 is not in the record: build it with the documents of SMR-2, then import again",
    ),
    "another review": (
        lambda rows: [{**rows[0], "Name": "XRU-2#9.9/1", "Notes": "a", "Mark": ""}],
        "XRU-2#9.9/1 is not in the record: build it with the documents of XRU-2, then import again",
    ),
    "no name at all": (
        lambda rows: [{**rows[0], "Name": "", "Notes": "a"}],
        "has no name: copy it from the column Name of the workbook as it was written",
    ),
    "a name that is none": (
        lambda rows: [{**rows[0], "Name": "the first", "Notes": "a"}],
        "“the first” is no name of a recommendation: write it like CHN-3#28.212/1",
    ),
}


@pytest.mark.parametrize("how", LOST)
def test_words_that_cannot_be_taken_are_named(how: str, record: Record) -> None:
    change, expected = LOST[how]
    found = read(changed(written(record), change), record)
    assert said(found) == []
    assert remarks(found) == [(expected, True)]


def test_a_workbook_of_somebody_else_is_named(record: Record) -> None:
    found = read(xlsx_file([["a", "b"], ["c", "d"]]), record)
    assert [remark.lost for remark in found.remarks] == [True]
    with pytest.raises(Unreadable):
        read(b"no workbook", record)


def test_notes_follow_their_words_to_another_number(record: Record) -> None:
    """Written of 2.4, whose words stood under 2.9 when the sheet was made."""

    def older(rows: list[Cells]) -> list[Cells]:
        return [{**row, "Name": "SMR-2#2.9/1"} for row in rows if row["Number"] == "2.4"]

    found = read(changed(edited(written(record), {("SMR-2#2.4/1", "Notes"): "still so"}), older), record)
    assert said(found) == [("SMR-2#2.4/1", "notes", "still so")]
    assert remarks(found) == [("this text is SMR-2#2.4/1 now: what was written of it stands there", False)]


def test_notes_of_words_that_changed_are_kept_with_a_remark(record: Record) -> None:
    def older(rows: list[Cells]) -> list[Cells]:
        return [{**rows[0], "Notes": "so", "Mark": rows[0]["Mark"].replace("fingerprint=", "fingerprint=0")}]

    found = read(changed(written(record), older), record)
    assert said(found) == [(FIRST_NAME, "notes", "so")]
    assert remarks(found) == [("its words changed since: see that what was written still fits", False)]


def test_a_notebook_finds_notes_by_their_words_first() -> None:
    one, other = RecommendationName(SECOND, "2.1", 1), RecommendationName(SECOND, "2.2", 1)
    note = Note(one, "aaa", "notes", "of a", "Ana", "2031-05-06")
    rows = [
        ([note], one, {"SMR-2#2.1/1": "aaa"}, ["of a"]),  # as it was
        ([note], other, {"SMR-2#2.1/1": "bbb", "SMR-2#2.2/1": "aaa"}, ["of a"]),  # moved
        ([note], one, {"SMR-2#2.1/1": "bbb", "SMR-2#2.2/1": "aaa"}, []),  # ... and gone from where it was
        ([note], one, {"SMR-2#2.1/1": "bbb"}, ["of a"]),  # the words changed
        ([note], other, {"SMR-2#2.1/1": "aaa", "SMR-2#2.2/1": "aaa"}, []),  # the same words twice
        ([note, replace(note, words="newer")], one, {"SMR-2#2.1/1": "aaa"}, ["newer"]),
        ([note, replace(note, words="")], one, {"SMR-2#2.1/1": "aaa"}, []),
        ([note, replace(note, fingerprint="bbb", words="of b")], other, {"SMR-2#2.1/1": "bbb", "SMR-2#2.2/1": "aaa"},
         ["of a"]),
    ]  # fmt: skip
    for notes, name, taken, expected in rows:
        found = Notebook(notes).of(name, taken[str(name)], taken)
        assert [each.words for each in found.values()] == expected, (notes, name, taken)


ANY = st.text(max_size=120) | st.sampled_from(
    ["=cmd|'/c'!A1", "+1", "a\nb", " x ", "_x000D_", "نص عربي", "😀" * 9, "x" * 40_000]
)
EDITS = st.lists(st.tuples(st.integers(0, 5), st.sampled_from(FIELDS), ANY), max_size=8)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(EDITS, st.randoms(use_true_random=False), st.integers(1, 6))
def test_any_words_come_back_from_any_rows_in_any_order(
    record: Record, edits: list[tuple[int, str, str]], chance: random.Random, kept: int
) -> None:
    rows = sheet(written(record))
    for at, field, words in edits:
        rows[at][OWN[field].title] = held(words)
    chance.shuffle(rows)
    rows = rows[:kept]
    found = read(saved_again(rows), record)
    expected = {(row["Name"], field, row[OWN[field].title]) for row in rows for field in FIELDS}
    assert set(said(found)) == {each for each in expected if each[2].strip() or each[2]}
    assert remarks(found) == []
    # ... and stand in the next workbook, which says nothing new
    notes = Notebook(found.notes)
    again = {(row["Name"], field, row[OWN[field].title]) for row in sheet(written(record, notes)) for field in FIELDS}
    assert {each for each in again if each[2]} == set(said(found))
    assert said(read(written(record, notes), record, notes)) == []


@pytest.mark.full
def test_libreoffice_saves_what_it_opened(record: Record, tmp_path: Path) -> None:
    words = ["=1+1", "two\nlines", "عربي", "  spaces  ", "😀", "12", "2031-05-06", "'quoted"]
    fields = list(OWN)
    edits = {(name, OWN[field].title): word for (name, field), word in zip(
        [(name, field) for name in (FIRST_NAME, PART) for field in fields[:4]], words, strict=True)}  # fmt: skip
    data = edited(written(record), edits)
    program = shutil.which("soffice")
    assert program, "the full tests need LibreOffice: .ci/run installs it"
    (tmp_path / "sheet.xlsx").write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        program,
        profile,
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        str(tmp_path / "out"),
    ]
    subprocess.run([*command, str(tmp_path / "sheet.xlsx")], check=True, capture_output=True, timeout=300)
    found = read((tmp_path / "out" / "sheet.xlsx").read_bytes(), record)
    assert remarks(found) == []
    assert sorted(each[2] for each in said(found)) == sorted(words)
