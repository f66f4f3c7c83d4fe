from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from item6.decisions import append, files_in
from item6.measures.outcome import outcome
from item6.pipeline import build, stored_bytes, stored_path
from item6.record.check import verify
from item6.record.reader import open_record
from item6.terms.names import RecommendationName, ReviewName

ROOT = Path(__file__).resolve().parents[2]
SPECIMEN = ROOT / "specimen" / "documents"
OLD, DRAFT, FINAL = "ruritania-2010-report.pdf", "ruritania-2015-draft.docx", "ruritania-2015-report.pdf"
ALL = sorted(path.name for path in SPECIMEN.iterdir())


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def held(home: Path) -> dict[str, list[str]]:
    """File names and reviews of the current record."""
    with open_record(home) as record:
        return {
            "files": [document.file for document in record.documents()],
            "reviews": [str(row.name) for row in record.reviews()],
        }


def test_documents_into_a_record(home: Path) -> None:
    built = build(home, [SPECIMEN])
    assert (built.previous, built.given, built.kept, built.not_read) == (None, len(ALL), 0, 0)
    assert list(map(str, built.reviews)) == ["XRU-1", "XRU-2"]
    assert held(home) == {"files": ALL, "reviews": ["XRU-1", "XRU-2"]}
    assert verify(home) == ()
    with open_record(home) as record:
        assert record.hash == built.hash
        numbers = sum(row.numbers for row in record.reviews())
        texts = sum(row.texts for row in record.reviews())
        assert (built.numbers, built.texts) == (numbers, texts)
        kept = {stored_path(home, document) for document in record.documents()}
        assert set((home / "documents").iterdir()) == kept
        assert {stored_bytes(home, each) for each in record.documents()} == {
            path.read_bytes() for path in SPECIMEN.iterdir()
        }


def test_any_order_and_any_number_of_workers_give_the_same_hash(tmp_path: Path) -> None:
    files = [SPECIMEN / name for name in sorted(ALL, key=lambda name: name[::-1])]
    hashes = {
        build(tmp_path / "a", files).hash,
        build(tmp_path / "b", files[::-1]).hash,
        build(tmp_path / "c", [SPECIMEN], workers=3).hash,
        build(tmp_path / "c", [SPECIMEN], workers=2).hash,
    }
    assert len(hashes) == 1


def test_a_new_document_joins_those_of_the_record(home: Path) -> None:
    first = build(home, [SPECIMEN / OLD])
    second = build(home, [SPECIMEN / FINAL])
    assert (second.given, second.kept, second.previous) == (1, 1, first.hash)
    assert list(map(str, second.reviews)) == ["XRU-2", "XRU-1"]
    assert held(home) == {"files": [OLD, FINAL], "reviews": ["XRU-1", "XRU-2"]}
    third = build(home, [SPECIMEN / OLD, SPECIMEN / FINAL])
    assert (third.hash, third.given, third.kept) == (second.hash, 2, 0)


def test_only_the_documents_given(home: Path) -> None:
    build(home, [SPECIMEN / OLD])
    only = build(home, [SPECIMEN / FINAL], only=True)
    assert (only.kept, held(home)) == (0, {"files": [FINAL], "reviews": ["XRU-2"]})
    again = build(home, [SPECIMEN / DRAFT])
    assert held(home)["files"] == [DRAFT, FINAL]
    assert again.kept == 1


def test_the_name_given_last_is_the_name(home: Path, tmp_path: Path) -> None:
    build(home, [SPECIMEN / OLD])
    renamed = tmp_path / "Отчёт первого цикла.pdf"
    shutil.copy(SPECIMEN / OLD, renamed)
    again = build(home, [renamed])
    assert (again.given, again.kept, held(home)["files"]) == (1, 0, [renamed.name])


def test_a_bad_file_costs_the_others_nothing(home: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"<!DOCTYPE html><html><body>Not found</body></html>")
    built = build(home, [bad, SPECIMEN / OLD, tmp_path / "missing.pdf"], workers=2)
    assert (built.not_read, held(home)["files"]) == (2, [OLD])
    errors = [(path, each.key) for path, each in built.issues if each.severity == "error"]
    assert errors == [(bad, "file.html"), (tmp_path / "missing.pdf", "file.missing")]
    assert len(list((home / "documents").iterdir())) == 1


def test_nothing_that_can_be_read_publishes_nothing(home: Path, tmp_path: Path) -> None:
    first = build(home, [tmp_path / "missing.pdf"])
    assert (first.hash, first.reviews, first.not_read) == (None, (), 1)
    assert not (home / "records").exists()
    second = build(home, [SPECIMEN / OLD])
    assert build(home, [tmp_path / "missing.pdf"]).previous == second.hash
    assert held(home)["files"] == [OLD]


def test_a_copy_that_was_damaged_is_said_and_can_be_mended(home: Path) -> None:
    build(home, [SPECIMEN])
    with open_record(home) as record:
        (copy,) = (stored_path(home, document) for document in record.documents() if document.file == OLD)
    copy.write_bytes(copy.read_bytes()[:-100] + b"x" * 100)
    damaged = build(home, [SPECIMEN / FINAL])
    said = [(path, each.key, each.place.file) for path, each in damaged.issues if each.severity == "error"]
    assert said == [(copy, "file.damaged", OLD)]
    assert held(home)["files"] == [name for name in ALL if name != OLD]
    mended = build(home, [SPECIMEN / OLD])
    assert (mended.not_read, held(home)["files"], verify(home)) == (0, ALL, ())


def test_what_a_killed_copy_left_is_removed(home: Path) -> None:
    documents = home / "documents"
    documents.mkdir(parents=True)
    (documents / ".0123.999999999.part").touch()
    build(home, [SPECIMEN / OLD])
    assert [path.suffix for path in documents.iterdir()] == [".pdf"]


def test_a_workspace_that_is_no_folder(tmp_path: Path) -> None:
    home = tmp_path / "file"
    home.touch()
    with pytest.raises(OSError, match="file"):
        build(home, [SPECIMEN / OLD])


MADE = {"source": "recording", "why": "no document says it", "who": "Ana", "when": "2031-07-04"}


def decide(home: Path, **values: object) -> None:
    append(home, {"review": "XRU-1", **MADE, **values})


def test_decisions_enter_the_record_and_its_hash(home: Path) -> None:
    before = build(home, [SPECIMEN / OLD])
    with open_record(home) as record:
        number = record.recommendations(ReviewName("XRU", 1))[0].number
        stood = outcome(record, ReviewName("XRU", 1), stage="later")
    decide(home, kind="answer", number=number, position="rejected", words="rejects it", stage="later")
    after = build(home, [])
    assert (after.decisions, after.kept, after.not_read, after.hash == before.hash) == (1, 1, 0, False)
    assert build(home, [SPECIMEN / OLD]).hash == after.hash
    with open_record(home) as record:
        (made,) = record.decisions()
        assert (made.target.number, made.words("position"), made.line) == (number, "rejected", 1)
        name = RecommendationName(ReviewName("XRU", 1), number)
        found = record.recommendation(name, "later")
        assert found is not None
        assert (found.position, found.as_written) == ("noted", "rejects it")
        assert outcome(record, ReviewName("XRU", 1), stage="report") == stood
        assert [document.family for document in record.documents()] == ["decisions", "wg_report"]
    assert verify(home) == ()


def test_a_bad_line_is_said_with_the_path_of_its_file(home: Path) -> None:
    decide(home, kind="answer", number="1.999", position="noted")
    path = files_in(home)[0]
    path.write_bytes(path.read_bytes() + b"what was that\n")
    built = build(home, [SPECIMEN / OLD])
    said = [(where, each.code, each.message) for where, each in built.issues if where == path]
    assert said == [
        (path, "D101", "line 2: this is no JSON"),
        (path, "D201", "line 1: XRU-1 has no 1.999; the decision is not in force"),
    ]
    assert built.not_read == 1


def test_totals_alone_make_a_record(home: Path) -> None:
    decide(home, kind="totals", received=5, accepted=2, noted=4)
    built = build(home, [])
    assert [each.message for _, each in built.issues] == [
        "line 1: 5 recommendations of XRU-1, but the parts add up to 6"
    ]
    with open_record(home) as record:
        assert (record.reviews(), [each.totals for each in record.decisions()]) == (
            [], [{"received": 5, "accepted": 2, "noted": 4}],
        )  # fmt: skip
