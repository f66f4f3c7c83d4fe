"""Columns say of every row what the figures count, and become frames only where somebody asks for one."""

from __future__ import annotations

import builtins
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from made_readings import answer, document, listed, passage, reading, text

from item6 import pipeline
from item6.measures import (
    LibraryMissing,
    Record,
    Scope,
    ask,
    columns_of_figures,
    columns_of_groups,
    columns_of_members,
    columns_of_ranks,
    columns_of_reviews,
    figure,
    grouped_by,
    open_record,
    ranked,
    to_pandas,
    to_polars,
)
from item6.measures.filters import FilterError
from item6.measures.groups import BY
from item6.record.writer import publish
from item6.terms.documents import Reading
from item6.terms.labels import ExportRow, Label
from item6.terms.names import ReviewName
from item6.terms.recommendations import Recommendation

EARLIER = ReviewName("SMR", 1)
LATER = ReviewName("SMR", 2)


def label(number: str, kind: str, value: str, part: int | None = None) -> Label:
    return Label(number, part, kind, value, "matrix", passage(value, file="matrix.docx"))


def row(place: int, by: str, words: str, response: str, issues: tuple[str, ...], action: int | None) -> ExportRow:
    return ExportRow(place, "SMR", by, 20, words, response, action, issues, passage(words, file="export.csv"))


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """Two reviews of San Marino: two texts under 5.1, one with two answers; 5.2 of the whole room; 5.3 rejected.

    The first review has a number without text, about which the matrix says something all the same.
    """
    report = reading(
        document("report.pdf", LATER),
        listed(
            "5.1",
            text("Plant a lime tree", "CHL", "CHE"),
            text("Water it in summer", "PER", part=2, page=4),
        ),
        listed("5.2", text("Thank the archivists")),
        listed("5.3", text("Mend the bells", "CHE")),
        answers=(
            answer(None, "accepted", words="enjoys the support", review=LATER),
            answer("5.1", "noted", state="CHE", words="is noted for Switzerland", review=LATER),
        ),
    )
    addendum = Reading(
        document("addendum.pdf", LATER, symbol="A/HRC/99/4/Add.1", family="addendum", date="2031-06-01", pages=4),
        answers=(
            answer("5.3", "rejected", words="cannot accept", stage="addendum", file="addendum.pdf", review=LATER),
        ),
    )
    matrix = Reading(
        document("matrix.docx", LATER, symbol=None, family="matrix", date=None, pages=None),
        labels=(
            label("5.1", "theme", "B12 Trees", part=1),
            label("5.1", "theme", "B13 Water", part=2),
            label("5.3", "theme", "B12 Trees"),
            label("5.3", "person", "bell ringers"),
        ),
    )
    export = Reading(
        document("export.csv", None, symbol=None, family="upr_info", date=None, pages=None),
        rows=(
            row(2, "CHE", "Plant a lime tree", "Noted", ("Environment", "Trees"), 5),
            row(3, "PER", "Water it in summer", "Supported", ("Environment",), None),
        ),
    )
    empty = Recommendation("5.1", "5.1.", "listed", (), passage("5.1."))
    earlier = reading(document("report-1.pdf", EARLIER, symbol="A/HRC/89/4", date="2027-03-01"), empty, listed("5.2"))
    of_earlier = document("matrix-1.docx", EARLIER, symbol=None, family="matrix", date=None, pages=None)
    labels = Reading(of_earlier, labels=(label("5.1", "theme", "B12 Trees"),))
    home = tmp_path_factory.mktemp("frames")
    publish(home, pipeline.gather((report, addendum, matrix, export, earlier, labels), labels=False))
    return open_record(home)


def rows_of(columns: dict[str, list[Any]], *names: str) -> list[tuple[Any, ...]]:
    """The rows of some columns."""
    return list(zip(*(columns[name] for name in names), strict=True))


def test_numbers(record: Record) -> None:
    columns = columns_of_members(record, ask(record, "SMR-2"))
    assert rows_of(columns, "name", "part", "by", "group", "position", "as_written", "text", "page") == [
        (
            "SMR-2#5.1", None, ["CHE", "CHL", "PER"], ["WEOG", "GRULAC"], "supported/noted", None,
            "Plant a lime tree\nWater it in summer", 3,
        ),
        ("SMR-2#5.2", None, [], [], "supported", "accepted", "Thank the archivists", 3),
        ("SMR-2#5.3", None, ["CHE"], ["WEOG"], "noted", "rejected", "Mend the bells", 3),
    ]  # fmt: skip
    assert rows_of(columns, "theme", "person", "issue") == [
        (["B12 Trees", "B13 Water"], [], []), ([], [], []), (["B12 Trees"], ["bell ringers"], []),
    ]  # fmt: skip
    assert columns["in_words"][1:] == ["enjoys the support", "cannot accept"]
    same = ("review", "state", "cycle", "session", "year", "stage", "document")
    assert set(rows_of(columns, *same)) == {("SMR-2", "SMR", 2, 20, 2014, "addendum", "A/HRC/99/4")}


def test_texts(record: Record) -> None:
    columns = columns_of_members(record, ask(record, "SMR-2", unit="texts"))
    assert rows_of(columns, "name", "number", "part", "by", "position", "text", "page", "theme") == [
        ("SMR-2#5.1/1", "5.1", 1, ["CHE", "CHL"], "supported/noted", "Plant a lime tree", 3, ["B12 Trees"]),
        ("SMR-2#5.1/2", "5.1", 2, ["PER"], "supported", "Water it in summer", 4, ["B13 Water"]),
        ("SMR-2#5.2/1", "5.2", 1, [], "supported", "Thank the archivists", 3, []),
        ("SMR-2#5.3/1", "5.3", 1, ["CHE"], "noted", "Mend the bells", 3, ["B12 Trees"]),
    ]


def test_a_number_without_text(record: Record) -> None:
    """It is no text, and what is said of it is not said of the text after it."""
    columns = columns_of_members(record, ask(record, "SMR-1"))
    assert rows_of(columns, "name", "text", "theme") == [
        ("SMR-1#5.1", "", ["B12 Trees"]), ("SMR-1#5.2", "Do what number 5.2 asks for", []),
    ]  # fmt: skip
    texts = columns_of_members(record, ask(record, "SMR-1", unit="texts"))
    assert rows_of(texts, "name", "theme") == [("SMR-1#5.2/1", [])]


def test_pairs_each_have_one_state_and_its_own_answer(record: Record) -> None:
    columns = columns_of_members(record, ask(record, "SMR-2", unit="state_recommendations"))
    assert rows_of(columns, "name", "by", "group", "position", "as_written", "in_words") == [
        ("SMR-2#5.1/1 CHL", "CHL", "GRULAC", "supported", "accepted", "enjoys the support"),
        ("SMR-2#5.1/1 CHE", "CHE", "WEOG", "noted", "noted", "is noted for Switzerland"),
        ("SMR-2#5.1/2 PER", "PER", "GRULAC", "supported", "accepted", "enjoys the support"),
        ("SMR-2#5.3/1 CHE", "CHE", "WEOG", "noted", "rejected", "cannot accept"),
    ]


def test_rows_of_an_export(record: Record) -> None:
    columns = columns_of_members(record, ask(record, "SMR-2", unit="upr_info_rows"))
    names = ("name", "number", "by", "position", "in_words", "text", "document", "page", "issue", "action", "stage")
    assert rows_of(columns, *names) == [
        ("SMR-2 row 2", None, "CHE", "noted", "Noted", "Plant a lime tree", "export.csv", None,
         ["Environment", "Trees"], ["5"], "upr_info"),
        ("SMR-2 row 3", None, "PER", "supported", "Supported", "Water it in summer", "export.csv", None,
         ["Environment"], [], "upr_info"),
    ]  # fmt: skip


def test_a_filter_selects_states_and_labels_but_the_position_is_of_the_whole(record: Record) -> None:
    columns = columns_of_members(record, ask(record, "SMR-2 by:PER"))
    assert rows_of(columns, "name", "by", "theme", "position") == [
        ("SMR-2#5.1", ["PER"], ["B13 Water"], "supported/noted")
    ]


@pytest.mark.parametrize("asked", ["", "SMR-2", "by:WEOG", "-by:CHL"])
@pytest.mark.parametrize("unit", ["numbers", "texts", "state_recommendations", "upr_info_rows"])
def test_counting_a_column_gives_the_figure(record: Record, unit: str, asked: str) -> None:
    scope = ask(record, asked, unit=unit)
    columns = columns_of_members(record, scope)
    counted = {key: Counter(map(str, said(columns[key]))) for key in BY}
    assert counted == {key: {each.value: each.received for each in grouped_by(record, key, scope, [])} for key in BY}


def said(column: list[Any]) -> list[Any]:
    """What stands in the cells of a column, lists opened."""
    return [each for cell in column for each in (cell if isinstance(cell, list) else [cell]) if each is not None]


def test_the_words_are_of_the_stage(record: Record) -> None:
    scope = ask(record, "SMR-2 number:5.3")
    at = {stage: replace(scope, stage=stage) for stage in ("report", "addendum", "matrix")}
    found = {stage: columns_of_members(record, each) for stage, each in at.items()}
    assert {stage: rows_of(each, "position", "in_words", "stage")[0] for stage, each in found.items()} == {
        "report": ("supported", "enjoys the support", "report"),
        "addendum": ("noted", "cannot accept", "addendum"),
        "matrix": ("pending", None, "matrix"),
    }


def test_as_of_a_day_has_positions_and_no_words(record: Record) -> None:
    columns = columns_of_members(record, ask(record, "SMR-2 number:5.3", as_of="2031-05-31"))
    assert rows_of(columns, "position", "as_written", "in_words") == [("supported", "accepted", None)]


def test_nothing_selected_has_every_column_and_no_row(record: Record) -> None:
    columns = columns_of_members(record, ask(record, "state:CHN"))
    assert list(columns) == list(columns_of_members(record, ask(record)))
    assert set(map(len, columns.values())) == {0}


def test_groups(record: Record) -> None:
    names = ("supported", "not_supported_share", "rejected")
    assert columns_of_groups(record, "by", ask(record, "SMR-2"), names) == {
        "value": ["CHE", "CHL", "PER"],
        "received": [2, 1, 1],
        "supported": [0, 0, 0],
        "not_supported_share": [0.5, 0.0, 0.0],
        "rejected": [1, 0, 0],
        "scope": ["state:SMR by:CHE cycle:2", "state:SMR by:CHL cycle:2", "state:SMR by:PER cycle:2"],
    }


def test_reviews_and_what_is_not_known_of_them(record: Record) -> None:
    """The first review is pending, so nothing is said of what was supported."""
    assert columns_of_reviews(record, Scope(), ("supported", "supported_share", "pending")) == {
        "review": ["SMR-1", "SMR-2"],
        "state": ["SMR", "SMR"],
        "cycle": [1, 2],
        "received": [2, 3],
        "supported": [None, 1],
        "supported_share": [None, 1 / 3],
        "pending": [2, 0],
        "scope": ["state:SMR cycle:1", "state:SMR cycle:2"],
    }


def test_figures(record: Record) -> None:
    scope = ask(record, "SMR-2")
    found = [figure(record, name, scope) for name in ("received", "not_supported_share")]
    columns = columns_of_figures(found)
    assert rows_of(columns, "measure", "version", "unit", "scope", "stage", "as_of") == [
        ("received", 1, "numbers", "state:SMR cycle:2", "addendum", None),
        ("not_supported_share", 1, "numbers", "state:SMR cycle:2", "addendum", None),
    ]
    assert rows_of(columns, "numerator", "denominator", "value") == [(3, None, 3), (1, 3, 1 / 3)]
    assert columns["reference"] == [each.reference for each in found]
    assert columns["sentence"][0] == "San Marino, cycle 2: 3 numbered recommendations."
    pending = columns_of_figures([figure(record, "supported_share", ask(record, "SMR-1"))])
    assert rows_of(pending, "measure", "value") == [("supported_share", None)]


def test_ranks(record: Record) -> None:
    assert columns_of_ranks(ranked(record, "not_supported_share", Scope())) == {
        "place": [1], "review": ["SMR-2"], "state": ["SMR"], "cycle": [2], "numerator": [1], "denominator": [3],
        "value": [1 / 3], "stage": ["later"],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("", ""),
        ("smr-2", "state:SMR cycle:2"),
        ("SMR-2 by:weog", "state:SMR by:WEOG cycle:2"),
        ('state:"San Marino" lime', "state:SMR lime"),
        ("by:andean", "by:CHL by:PER"),
    ],
)
def test_asking(record: Record, typed: str, canonical: str) -> None:
    groups = {"andean": ("CHL", "PER")}
    asked = ask(record, typed, unit="texts", stage="report", as_of="2031-05-31", groups=groups)
    assert (asked.unit, asked.stage, asked.as_of) == ("texts", "report", "2031-05-31")
    assert str(asked.filter) == canonical


@pytest.mark.parametrize(("typed", "said"), [("stat:SMR", "“state”"), ("SMR-2 cycle:1", "exclude each other")])
def test_what_cannot_be_asked(record: Record, typed: str, said: str) -> None:
    with pytest.raises(FilterError, match=said):
        ask(record, typed)


COLUMNS = {"by": ["CHL", None], "theme": [["Trees"], []], "issue": [[], []], "value": [0.5, None]}


def test_pandas() -> None:
    frame = to_pandas(COLUMNS)
    assert list(frame.columns) == list(COLUMNS)
    assert frame["theme"].tolist() == [["Trees"], []]
    assert frame["value"].isna().tolist() == [False, True]
    assert frame.explode("theme")["theme"].value_counts().to_dict() == {"Trees": 1}


def test_polars() -> None:
    import polars

    frame = to_polars(COLUMNS)
    assert frame.to_dict(as_series=False) == COLUMNS
    assert frame.schema["issue"] == frame.schema["theme"] == polars.List(polars.String)


@pytest.mark.parametrize(("library", "make"), [("pandas", to_pandas), ("polars", to_polars)])
def test_a_missing_library_is_one_sentence(library: str, make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)  # as where it is not installed
    with pytest.raises(LibraryMissing) as raised:
        make(COLUMNS)
    assert str(raised.value) == f"{library} is not installed: install it, or use the columns as they are"


@pytest.mark.parametrize(("library", "make"), [("pandas", to_pandas), ("polars", to_polars)])
def test_what_a_library_itself_lacks_is_named(library: str, make: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def broken(name: str, *rest: Any) -> ModuleType:
        if name == library:
            raise ModuleNotFoundError("No module named 'numbers_of_it'", name="numbers_of_it")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", broken)
    with pytest.raises(ModuleNotFoundError, match="numbers_of_it"):
        make(COLUMNS)


def test_nothing_loads_a_library_before_a_frame_is_asked_for(root: Path) -> None:
    check = "import sys, item6.measures, item6.cli; print(sorted({'pandas', 'polars', 'numpy'} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", check], cwd=root / "src", capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
