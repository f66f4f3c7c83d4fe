"""What others say beside the answer, in a record: labels of matrices, rows of UPR Info's export."""

from __future__ import annotations

import itertools
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from record_samples import ELBONIA, RURITANIA, document, sha, two_reviews

from item6.record.arrange import arrange
from item6.record.check import diff, verify
from item6.record.contents import Contents, ReviewSource
from item6.record.manifest import file_hash
from item6.record.reader import Record, open_record
from item6.record.rows import ExportRowRow, LabelRow
from item6.record.schema import content_hash, tables_of
from item6.record.writer import publish
from item6.terms.documents import Reading
from item6.terms.labels import ISSUE, PERSON, SDG, THEME, ExportRow, Label
from item6.terms.names import ReviewName
from item6.terms.passages import DocxCell, Passage, SheetCell

MATRIX = "matrix"
FREEDONIA = ReviewName("FRD", 3)
MATRICES = ("ruritania_matrix.docx", "ruritania_matrix_2.docx", "old_matrix.docx", "freedonia_matrix.docx")
FIRST, SECOND, OLD, FAR = MATRICES
NEWER = {"label", "labelled", "export_row"}


def label(file: str, number: str, kind: str, value: str, row: int = 2, part: int | None = None) -> Label:
    return Label(number, part, kind, value, MATRIX, Passage(None, sha(file), DocxCell(1, row, 3), value))


LABELS = {
    FIRST: (
        label(FIRST, "115.10", THEME, "D7 Right to fair trial", 2),
        label(FIRST, "115.10", PERSON, "children", 2),
        label(FIRST, "115.2", SDG, "SDG 16", 3),
        label(FIRST, "999.1", THEME, "A number that no report lists", 4),
        label(FIRST, "115.10", ISSUE, "For its second text", 5, part=2),
    ),
    SECOND: (label(SECOND, "115.2", THEME, "D7 Right to fair trial"),),
    OLD: (label(OLD, "115.2", THEME, "From before"),),
    FAR: (label(FAR, "3.1", PERSON, "children"),),
}


def matrix(file: str, review: ReviewName, date: str) -> Reading:
    about = document(file, review, format="docx", family="matrix", symbol=None, date=date, pages=None)
    return Reading(about, labels=LABELS[file])


def row(file: str, number: int, reviewed: str, session: int | None, **changes: object) -> ExportRow:
    fields: dict[str, object] = {
        "row": number,
        "reviewed": reviewed,
        "recommending": "FRA",
        "session": session,
        "words": f"Words of row {number}",
        "response": "Accepted",
        "action": 4,
        "issues": ("Détention", "Torture"),
        "passage": Passage(None, sha(file), SheetCell(number, 5), f"Words of row {number}"),
    }
    return ExportRow(**fields | changes)  # type: ignore[arg-type]  # fields of one dataclass, by name


EXPORT = "export.csv"
ROWS = (
    row(EXPORT, 4, "RUR", 20),
    row(EXPORT, 2, "RUR", 20, recommending=None, response="Noted", action=None, issues=()),
    row(EXPORT, 5, "RUR", 4),
    row(EXPORT, 6, "RUR", None),
    row(EXPORT, 7, "FRD", 30),
    row(EXPORT, 8, "ELB", 4),
    row(EXPORT, 9, "SYL", 20),
)


def contents() -> Contents:
    about = document(EXPORT, None, format="csv", family="upr_info", symbol=None, session=None, date=None, pages=None)
    others = (
        matrix(FIRST, RURITANIA, "2015-04-01"),
        matrix(SECOND, RURITANIA, "2015-05-01"),
        matrix(OLD, RURITANIA, "2014-12-01"),
        matrix(FAR, FREEDONIA, "2018-06-01"),
        Reading(about, rows=ROWS),
    )
    before = two_reviews()
    sources = tuple(replace(each, superseded=(*each.superseded, *_aside(each))) for each in before.reviews)
    return replace(before, readings=(*before.readings, *others), reviews=sources)


def _aside(source: ReviewSource) -> tuple[str, ...]:
    return (sha(OLD),) if source.review == RURITANIA else ()


def hash_of(made: Contents) -> str:
    return content_hash(arrange(made).__getitem__)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    publish(tmp_path, contents())
    with open_record(tmp_path) as opened:
        yield opened


def found(file: str, place: int, review: ReviewName = RURITANIA) -> LabelRow:
    said = LABELS[file][place]
    return LabelRow(review, said.number, said.part, said.kind, said.value, MATRIX, sha(file), said.passage)


@pytest.mark.parametrize(
    ("review", "number", "expected"),
    [
        (
            RURITANIA,
            None,
            [found(FIRST, 2), found(SECOND, 0), found(FIRST, 0), found(FIRST, 1), found(FIRST, 4), found(FIRST, 3)],
        ),
        (RURITANIA, "115.2", [found(FIRST, 2), found(SECOND, 0)]),
        (RURITANIA, "115.1", []),
        (RURITANIA, "999.1", [found(FIRST, 3)]),
        (FREEDONIA, None, [found(FAR, 0, FREEDONIA)]),
        (ELBONIA, None, []),
    ],
)
def test_labels_come_by_number_of_documents_in_force(
    record: Record, review: ReviewName, number: str | None, expected: list[LabelRow]
) -> None:
    assert record.labels(review, number) == expected


def kept(review: ReviewName, place: int) -> ExportRowRow:
    said = ROWS[place]
    return ExportRowRow(
        review, said.row, said.recommending, said.words, said.response, said.action, said.issues, sha(EXPORT)
    )


@pytest.mark.parametrize(
    ("review", "expected"),
    [
        (RURITANIA, [kept(RURITANIA, 0), kept(RURITANIA, 1)]),
        (ELBONIA, [kept(ELBONIA, 5)]),
        (FREEDONIA, [kept(FREEDONIA, 4)]),
        (ReviewName("RUR", 1), []),
        (ReviewName("SYL", 2), []),
    ],
)
def test_rows_of_exports_on_reviews_that_a_document_is_of(
    record: Record, review: ReviewName, expected: list[ExportRowRow]
) -> None:
    assert record.export_rows(review) == expected


def test_the_order_of_documents_makes_no_difference() -> None:
    made = contents()
    steady, others = made.readings[:4], made.readings[4:]
    hashes = {
        hash_of(replace(made, readings=(*given, *steady), reviews=reviews))
        for given in itertools.permutations(others)
        for reviews in itertools.permutations(made.reviews)
    }
    assert hashes == {hash_of(made)}


@pytest.mark.parametrize("place", range(4, 9))
def test_whatever_others_say_counts_for_the_hash(place: int) -> None:
    made = contents()
    readings = list(made.readings)
    readings[place] = replace(readings[place], labels=(), rows=())
    changed = hash_of(replace(made, readings=tuple(readings))) != hash_of(made)
    assert changed == (readings[place].document.file != OLD)


def test_the_record_is_sound(record: Record, tmp_path: Path) -> None:
    assert [each.key for each in verify(tmp_path) if each.key != "record.source_missing"] == []


def test_labels_and_rows_are_no_part_of_an_older_record() -> None:
    assert set(tables_of(3)) - set(tables_of(2)) == NEWER
    rows = arrange(two_reviews())
    assert content_hash(rows.__getitem__, 2) == "1049f2f7f59e5c36bf8b3c21d57bf5dee2febf6519224877d1b9ffe2767b048f"


def as_version_2(home: Path) -> str:
    """Makes the record of the two reviews what the program wrote before labels were kept; its hash."""
    newer = home / "records" / publish(home, two_reviews())
    content = content_hash(arrange(two_reviews()).__getitem__, 2)
    folder = newer.rename(newer.parent / content)
    connection = sqlite3.connect(folder / "record.sqlite", isolation_level=None)
    for table in ("annotation", "labelled", "label", "export_row"):
        connection.execute(f"DROP TABLE {table}")
    connection.execute("CREATE TABLE annotation (target, key, value, source, reason)")
    connection.execute("PRAGMA user_version = 2")
    connection.close()
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    manifest |= {"schema_version": 2, "hash": content}
    manifest["built"]["files"]["record.sqlite"] = file_hash(folder / "record.sqlite")
    (folder / "manifest.json").write_bytes(json.dumps(manifest).encode())
    (home / "records" / "current").write_bytes(content.encode())
    return content


def test_an_older_record_opens_and_has_neither(tmp_path: Path) -> None:
    content = as_version_2(tmp_path)
    assert [each.key for each in verify(tmp_path) if each.key != "record.source_missing"] == []
    newer = publish(tmp_path, two_reviews())
    with open_record(tmp_path, content) as old, open_record(tmp_path, newer) as new:
        assert (old.schema_version, new.schema_version) == (2, 4)
        assert (old.labels(RURITANIA), old.export_rows(RURITANIA)) == ([], [])
        assert old.recommendations(RURITANIA) == new.recommendations(RURITANIA)
        assert not diff(old, new)
