"""Looking after records: what was damaged is said, what differs is told."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from record_samples import ELBONIA, RURITANIA, elbonia, position, sha, text, two_reviews

from item6.record.check import Change, Diff, ReviewDiff, diff, verify
from item6.record.contents import Contents
from item6.record.errors import RecordError, RecordNewer, RecordNotFound
from item6.record.reader import Record, open_record
from item6.record.writer import publish
from item6.terms.documents import Reading
from item6.terms.names import ReviewName


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """A workspace with a record and the document that it was read from."""
    (tmp_path / "documents").mkdir()
    content = b"a report of no State"
    sha256 = hashlib.sha256(content).hexdigest()
    (tmp_path / "documents" / f"{sha256}.pdf").write_bytes(content)
    reading = Reading(replace(elbonia().document, sha256=sha256))
    publish(tmp_path, Contents((reading,)))
    return tmp_path


def folder_of(home: Path) -> Path:
    return home / "records" / (home / "records" / "current").read_text().strip()


def said(home: Path) -> list[tuple[str, str]]:
    return [(found.place.file, found.message) for found in verify(home)]


def test_a_whole_record_has_no_problem(whole: Path) -> None:
    assert verify(whole) == ()


def test_sources_are_looked_at(whole: Path) -> None:
    document = next((whole / "documents").iterdir())
    document.write_bytes(b"another report")
    assert said(whole) == [
        (str(document), "this is no longer the document elbonia2009.pdf that the record was read from")
    ]
    document.unlink()
    assert said(whole) == [
        (str(document.with_suffix(".*")), "the document elbonia2009.pdf, from which the record was read, is missing")
    ]


def sql(statement: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        with closing(sqlite3.connect(folder / "record.sqlite")) as connection:
            connection.execute(statement)
            connection.commit()

    return change


def in_manifest(change: Callable[[dict[str, object]], object]) -> Callable[[Path], None]:
    def rewrite(folder: Path) -> None:
        manifest = json.loads((folder / "manifest.json").read_bytes())
        change(manifest)
        (folder / "manifest.json").write_text(json.dumps(manifest))

    return rewrite


def renamed(folder: Path) -> None:
    folder.rename(folder.with_name("0" * 64))
    (folder.parent / "current").write_text("0" * 64)


BYTES = "its bytes are not those that were written"
ROWS = "its rows do not give the hash that the record is named after"
COUNTS = "its counts are not those of the rows"
NAME = "its hash is not the name of the folder"
ISSUES = "its Issues are not those of the rows"
NO_LABEL = "a row of annotation names a row of label that is not there"
LOST = "a row of text_state names a row of text that is not there"

DAMAGE = [
    (sql("UPDATE words SET words = words || '.' WHERE text = 2"), {"record.sqlite": [BYTES, ROWS]}),
    (sql("UPDATE position SET position = 1 - position WHERE position < 2"), {"record.sqlite": [BYTES, ROWS]}),
    (sql("DELETE FROM speaker"), {"record.sqlite": [BYTES, ROWS]}),
    (
        sql("INSERT INTO annotation VALUES (1, 1, 900, 1, '')"),
        {"record.sqlite": [BYTES, NO_LABEL, ROWS], "manifest.json": [COUNTS]},
    ),
    (sql("UPDATE text_state SET text = 99 WHERE text = 6"), {"record.sqlite": [BYTES, LOST, LOST, ROWS]}),
    (sql("UPDATE issue SET page = 4"), {"record.sqlite": [BYTES, ROWS], "issues.jsonl": [ISSUES]}),
    (sql("DROP TABLE speaker"), {"record.sqlite": [BYTES, "it cannot be read (no such table: speaker)"]}),
    (in_manifest(lambda found: found.update(hash="0" * 64)), {"manifest.json": [NAME]}),
    (in_manifest(lambda found: found["counts"].update(texts=5)), {"manifest.json": [COUNTS]}),  # type: ignore[attr-defined]  # JSON
    (in_manifest(lambda found: found.pop("built")), {"record.sqlite": [BYTES], "issues.jsonl": [BYTES]}),
    (lambda folder: (folder / "issues.jsonl").write_text(""), {"issues.jsonl": [BYTES, ISSUES]}),
    (lambda folder: (folder / "issues.jsonl").unlink(), {"issues.jsonl": ["it is missing", ISSUES]}),
    (lambda folder: (folder / "record.sqlite").unlink(), {"record.sqlite": ["it is missing"]}),
    (
        lambda folder: (folder / "manifest.json").write_text("half of"),
        {"manifest.json": ["it cannot be read as the manifest of a record"]},
    ),
    (renamed, {"manifest.json": [NAME], "record.sqlite": [ROWS]}),
]


@pytest.mark.parametrize(("damage", "expected"), DAMAGE)
def test_damage_is_said(home: Path, damage: Callable[[Path], object], expected: dict[str, list[str]]) -> None:
    damage(folder_of(home))
    found: dict[str, list[str]] = {}
    for each in verify(home):
        if each.key == "record.damaged":
            found.setdefault(Path(each.place.file).name, []).append(dict(each.arguments)["why"])
    assert found == expected


def spoil_a_byte(path: Path, dice: random.Random) -> None:
    content = bytearray(path.read_bytes())
    content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
    path.write_bytes(content)


def assert_changed_bytes_are_noticed(home: Path, times: int) -> None:
    path = folder_of(home) / "record.sqlite"
    sound = path.read_bytes()
    dice = random.Random(6)
    for _ in range(times):
        path.write_bytes(sound)
        spoil_a_byte(path, dice)
        assert verify(home) != ()
        ask_everything(home)


def test_every_changed_byte_is_noticed_and_no_question_fails_otherwise(home: Path) -> None:
    assert_changed_bytes_are_noticed(home, 60)


@pytest.mark.full
def test_hundreds_of_changed_bytes(home: Path) -> None:
    assert_changed_bytes_are_noticed(home, 600)


@pytest.mark.full
def test_a_record_cut_off_anywhere_is_noticed(home: Path) -> None:
    path = folder_of(home) / "record.sqlite"
    sound = path.read_bytes()
    for length in range(0, len(sound), 499):
        path.write_bytes(sound[:length])
        assert verify(home) != ()
        ask_everything(home)


def ask_everything(home: Path) -> None:
    """Every question is answered, or by a RecordError; what is answered may be wrong, which verify says."""
    asks: list[Callable[[Record], object]] = [
        lambda record: record.reviews(),
        lambda record: record.recommendations(RURITANIA),
        lambda record: record.facets([RURITANIA]),
        lambda record: record.answers(RURITANIA),
        lambda record: record.passage(record.recommendations(RURITANIA)[0].name),
        lambda record: record.issues(),
        lambda record: record.documents(),
        lambda record: record.search("rights"),
    ]
    for ask in asks:
        try:
            with open_record(home) as record:
                ask(record)
        except RecordError:
            pass


def test_a_newer_schema_is_said_not_judged(home: Path) -> None:
    in_manifest(lambda found: found.update(schema_version=5))(folder_of(home))
    with pytest.raises(RecordNewer, match=r"this record has schema 5, this program knows schemas up to 4; install"):
        verify(home)
    with pytest.raises(RecordNewer):
        publish(home, two_reviews())


def test_verify_needs_a_record(tmp_path: Path) -> None:
    with pytest.raises(RecordNotFound):
        verify(tmp_path)


def difference(tmp_path: Path, before: Contents, after: Contents) -> Diff:
    hashes = [publish(tmp_path, contents) for contents in (before, after)]
    with open_record(tmp_path, hashes[0]) as a, open_record(tmp_path, hashes[1]) as b:
        return diff(a, b)


def with_text(**changes: object) -> Contents:
    """The two reviews, the only text of 115.2 changed."""
    contents = two_reviews()
    first, *others = contents.readings
    numbered = [
        replace(each, texts=(replace(each.texts[0], **changes),)) if each.number == "115.2" else each
        for each in first.recommendations
    ]
    positions = tuple(each for each in contents.positions if each.number != "115.2")
    reading = replace(first, recommendations=tuple(numbered))
    return replace(contents, readings=(reading, *others), positions=positions)


def with_position(*changed: object) -> Contents:
    """The two reviews, with positions of 115.2 and 115.1 as given at the last stage."""
    contents = two_reviews()
    return replace(contents, positions=(*contents.positions, *changed))  # type: ignore[arg-type]  # Positions


def without_numbers(*numbers: str) -> Contents:
    contents = two_reviews()
    first, *others = contents.readings
    kept = tuple(each for each in first.recommendations if each.number not in numbers)
    positions = tuple(each for each in contents.positions if each.number not in numbers)
    return replace(contents, readings=(replace(first, recommendations=kept), *others), positions=positions)


def without_elbonia() -> Contents:
    contents = two_reviews()
    first, second, _, fourth = contents.readings
    return replace(contents, readings=(first, second, fourth), reviews=contents.reviews[:1])


def only(*changes: Change) -> Diff:
    return Diff((), (), (ReviewDiff(RURITANIA, (), (), changes),), (), ())


FILE = (sha("elbonia2009.pdf"), "elbonia2009.pdf")
LATER = "ruritania2014add1.docx"

DIFFERENCES = {
    "nothing": (two_reviews(), two_reviews(), Diff((), (), (), (), ())),
    "an Issue, which is no difference of content": (
        two_reviews(),
        replace(two_reviews(), issues=()),
        Diff((), (), (), (), ()),
    ),
    "words": (with_text(), with_text(words="Other words"), only(Change("115.2", True, False, None))),
    "States": (with_text(), with_text(states=("FRA",)), only(Change("115.2", False, True, None))),
    "an answer": (
        two_reviews(),
        with_position(position("115.2", 1, None, "rejected", LATER, "addendum")),
        only(Change("115.2", False, False, ("supported/noted", "noted"))),
    ),
    "an answer to one of two States": (
        two_reviews(),
        with_position(position("115.1", 1, "URY", "rejected", LATER, "addendum")),
        only(Change("115.1", False, False, ("supported", "supported/noted"))),
    ),
    "numbers": (
        without_numbers("115.1"),
        without_numbers("27(b)", "115.10"),
        Diff((), (), (ReviewDiff(RURITANIA, ("115.1",), ("27(b)", "115.10"), ()),), (), ()),
    ),
    "a review more": (without_elbonia(), two_reviews(), Diff((ELBONIA,), (), (), (FILE,), ())),
    "a review less": (two_reviews(), without_elbonia(), Diff((), (ELBONIA,), (), (), (FILE,))),
}


@pytest.mark.parametrize("what", DIFFERENCES)
def test_differences(tmp_path: Path, what: str) -> None:
    before, after, expected = DIFFERENCES[what]
    found = difference(tmp_path, before, after)
    assert found == expected
    assert bool(found) == (expected != Diff((), (), (), (), ()))


def test_a_text_more_is_a_change_of_words(tmp_path: Path) -> None:
    contents = two_reviews()
    first, *others = contents.readings
    one, *rest = first.recommendations
    longer = replace(one, texts=(*one.texts, text("ruritania2014.pdf", 2, "And another", "FRA")))
    after = replace(contents, readings=(replace(first, recommendations=(longer, *rest)), *others))
    found = difference(tmp_path, contents, after)
    # The new text has no answer yet.
    assert found == only(Change("115.1", True, True, ("supported", "supported/noted")))


def test_records_of_different_workspaces_are_compared(tmp_path: Path) -> None:
    for name, contents in (("a", two_reviews()), ("b", without_elbonia())):
        publish(tmp_path / name, contents)
    shutil.rmtree(tmp_path / "a" / "records" / ".lock", ignore_errors=True)
    with open_record(tmp_path / "a") as a, open_record(tmp_path / "b") as b:
        assert diff(a, b).reviews_removed == (ELBONIA,)
        assert diff(b, a).reviews_added == (ELBONIA,)
        assert ReviewName("RUR", 2) in [row.name for row in b.reviews()]
