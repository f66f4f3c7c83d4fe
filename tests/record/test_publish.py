"""What a publication leaves on the disk, and that its name depends on the contents alone."""

from __future__ import annotations

import json
import os
import random
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from record_samples import (
    ELBONIA,
    RURITANIA,
    document,
    draft,
    position,
    recommendation,
    ruritania,
    sha,
    text,
    two_reviews,
)

from item6.record import writer
from item6.record.arrange import arrange
from item6.record.check import is_sound
from item6.record.contents import Contents, ReviewSource
from item6.record.errors import ContentsRefused
from item6.record.reader import open_record
from item6.record.schema import TABLES, columns, content_hash
from item6.record.writer import publish
from item6.terms.documents import Reading
from item6.terms.issues import Issue, Place, issue


def hash_of(contents: Contents) -> str:
    return content_hash(arrange(contents).__getitem__)


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_record_is_a_folder_named_by_its_content(tmp_path: Path, contents: Contents) -> None:
    content = publish(tmp_path, contents)
    assert names_in(tmp_path / "records") == [".lock", content, "current"]
    assert names_in(tmp_path / "records" / content) == ["issues.jsonl", "manifest.json", "record.sqlite"]
    assert (tmp_path / "records" / "current").read_text() == content + "\n"


def test_the_hash_is_the_same_on_every_machine_and_in_every_version_of_this_schema(contents: Contents) -> None:
    assert hash_of(contents) == "6aafd4eb45c0abe4fa0ff6dfcf3d2dd423ed648bf60254dc32e6f86b0d409a8f"


@given(st.randoms(use_true_random=False))
def test_the_order_of_contents_makes_no_difference(dice: random.Random) -> None:
    contents = two_reviews()
    shuffled = Contents(
        *(tuple(dice.sample(each, len(each))) for each in (contents.readings, contents.reviews, contents.positions)),
        issues=contents.issues,
    )
    assert arrange(shuffled) == arrange(contents)


def first_reading(contents: Contents, change: Callable[[Reading], Reading]) -> Contents:
    return replace(contents, readings=(change(contents.readings[0]), *contents.readings[1:]))


def first_text(contents: Contents, **changes: object) -> Contents:
    def change(reading: Reading) -> Reading:
        first, *rest = reading.recommendations
        texts = (replace(first.texts[0], **changes), *first.texts[1:])
        return replace(reading, recommendations=(replace(first, texts=texts), *rest))

    return first_reading(contents, change)


CHANGES: dict[str, Callable[[Contents], Contents]] = {
    "words": lambda contents: first_text(contents, words="Ratify the optional protocol against Torture"),
    "order of States": lambda contents: first_text(contents, states=("URY", "FRA")),
    "brackets": lambda contents: first_text(contents, states_as_written=("(FRA and URY)",)),
    "place": lambda contents: first_text(contents, passage=ruritania().recommendations[1].passage),
    "file name": lambda contents: first_reading(
        contents, lambda reading: replace(reading, document=replace(reading.document, file="other.pdf"))
    ),
    "an answer": lambda contents: first_reading(contents, lambda reading: replace(reading, answers=())),
    "a speaker": lambda contents: first_reading(
        contents, lambda reading: replace(reading, speakers=reading.speakers[:1])
    ),
    "a total": lambda contents: first_reading(contents, lambda reading: replace(reading, totals=())),
    "a commitment": lambda contents: first_reading(contents, lambda reading: replace(reading, commitments=())),
    "an Issue": lambda contents: replace(contents, issues=()),
    "a position": lambda contents: replace(contents, positions=contents.positions[1:]),
    "as written": lambda contents: replace(
        contents, positions=(replace(contents.positions[0], as_written="agreed"), *contents.positions[1:])
    ),
    "what is superseded": lambda contents: replace(
        contents, reviews=(replace(contents.reviews[0], superseded=()), contents.reviews[1])
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_changes_the_hash(contents: Contents, change: str) -> None:
    assert hash_of(CHANGES[change](contents)) != hash_of(contents)


def test_the_rows_stored_are_the_rows_arranged(home: Path, contents: Contents) -> None:
    with open_record(home) as record:
        connection = sqlite3.connect(record.folder / "record.sqlite")
    rows = arrange(contents)
    for table in TABLES:
        stored = connection.execute(f"SELECT * FROM {table}")
        assert tuple(name for name, *_ in stored.description) == columns(table)
        assert sorted(stored, key=repr) == sorted(rows[table], key=repr), table
    connection.close()


def test_publishing_again_only_moves_the_pointer(home: Path, contents: Contents) -> None:
    with open_record(home) as record:
        first = record.hash
        before = {path.name: path.stat().st_ino for path in record.folder.iterdir()}
    other = publish(home, replace(contents, issues=()))
    assert (home / "records" / "current").read_text().strip() == other != first
    assert publish(home, contents) == first
    assert (home / "records" / "current").read_text().strip() == first
    assert {path.name: path.stat().st_ino for path in (home / "records" / first).iterdir()} == before


@pytest.mark.parametrize("name", ["record.sqlite", "issues.jsonl", "manifest.json"])
@pytest.mark.parametrize("damage", ["cut", "gone"])
def test_publishing_again_mends_a_damaged_record(home: Path, contents: Contents, name: str, damage: str) -> None:
    with open_record(home) as record:
        folder = record.folder
    if damage == "gone":
        (folder / name).unlink()
    else:
        (folder / name).write_bytes((folder / name).read_bytes()[:-7])
    assert not is_sound(folder)
    publish(home, contents)
    assert is_sound(folder)
    assert names_in(home / "records") == [".lock", folder.name, "current"]


def test_what_dead_publications_left_is_removed_and_what_living_ones_hold_is_not(
    tmp_path: Path, contents: Contents
) -> None:
    records = tmp_path / "records"
    for name in (".building-dead", ".building-older", ".building-alive"):
        (records / name / "record").mkdir(parents=True)
    (records / ".building-dead" / "lock").touch()
    held = writer.hold(records / ".building-alive" / "lock")
    content = publish(tmp_path, contents)
    assert names_in(records) == [".building-alive", ".lock", content, "current"]
    os.close(held)


def test_a_full_disk_leaves_the_record_in_force(
    home: Path, contents: Contents, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, *others: object) -> None:
        path.write_bytes(b"half of it")
        raise OSError(28, "No space left on device")

    before = names_in(home / "records")
    monkeypatch.setattr(writer, "write_store", full)
    with pytest.raises(OSError, match="No space"):
        publish(home, replace(contents, issues=()))
    assert names_in(home / "records") == before
    with open_record(home) as record:
        assert len(record.reviews()) == 2


def test_rows_that_did_not_reach_the_file_are_noticed(
    home: Path, contents: Contents, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forgetful(path: Path, rows: dict[str, list[object]], *others: object) -> None:
        writer_of_all(path, rows | {"speaker": []}, *others)

    writer_of_all: Callable[..., None] = writer.write_store
    before = names_in(home / "records")
    monkeypatch.setattr(writer, "write_store", forgetful)
    with pytest.raises(writer.RecordDamaged, match="what was written is not what was to be published"):
        publish(home, replace(contents, issues=()))
    assert names_in(home / "records") == before


def test_steps_are_told_in_order(tmp_path: Path, contents: Contents) -> None:
    told: list[tuple[str, int, int]] = []
    publish(tmp_path, contents, progress=lambda *step: told.append(step))
    assert list(dict.fromkeys(step for step, _, _ in told)) == ["arrange", "store", "index", "check", "publish"]
    assert all(0 <= done <= total for _, done, total in told)
    assert told[-1] == ("publish", 1, 1)


REFUSED = [
    (
        {"reviews": (ReviewSource(ELBONIA, sha("elbonia2009.pdf")), ReviewSource(ELBONIA, sha("ruritania2014.pdf")))},
        "two sources are named for the review ELB-1",
    ),
    ({"reviews": (ReviewSource(RURITANIA, sha("lost.pdf")),), "positions": ()}, "no reading is of the document"),
    (
        {"positions": (position("115.3", 1, "FRA", "accepted", "ruritania2014.pdf"),)},
        "a position is of RUR-2#115.3/1 by FRA, which no report in force holds",
    ),
    (
        {"positions": (position("115.1", 1, "NOR", "accepted", "ruritania2014.pdf"),)},
        "a position is of RUR-2#115.1/1 by NOR, which no report in force holds",
    ),
    (
        {"positions": (position("115.1", 1, None, "accepted", "ruritania2014.pdf"),)},
        "a position is of RUR-2#115.1/1 by no State, which no report in force holds",
    ),
    (
        {
            "positions": (
                position("115.1", 1, "FRA", "accepted", "ruritania2014.pdf"),
                position("115.1", 1, "FRA", "noted", "ruritania2014.pdf"),
            )
        },
        "two positions are given for RUR-2#115.1/1 by FRA at the stage report",
    ),
]


@pytest.mark.parametrize(("changes", "sentence"), REFUSED, ids=[sentence for _, sentence in REFUSED])
def test_contents_that_contradict_themselves_are_refused(
    tmp_path: Path, contents: Contents, changes: dict[str, object], sentence: str
) -> None:
    with pytest.raises(ContentsRefused) as refused:
        publish(tmp_path, replace(contents, **changes))  # type: ignore[arg-type]  # fields of one dataclass, by name
    assert str(refused.value).startswith(sentence)
    assert not (tmp_path / "records").exists()


def issues_of(home: Path) -> list[Issue]:
    with open_record(home) as record:
        return record.issues()


def test_a_number_that_stands_twice_keeps_all_its_texts_and_says_so(tmp_path: Path) -> None:
    file = "twice.pdf"
    twice = (
        recommendation(file, "1.1", text(file, 1, "The first text", "FRA")),
        recommendation(file, "1.2", text(file, 1, "Another number", "FRA")),
        recommendation(file, "1.1", text(file, 1, "The second text", "KEN", page=15)),
    )
    reading = Reading(document(file, RURITANIA), recommendations=twice)
    publish(tmp_path, Contents((reading,), (ReviewSource(RURITANIA, sha(file)),)))
    with open_record(tmp_path) as record:
        found = {
            row.number: [(each.part, each.words, each.states) for each in row.texts]
            for row in record.recommendations(RURITANIA)
        }
    assert found == {
        "1.1": [(1, "The first text", ("FRA",)), (2, "The second text", ("KEN",))],
        "1.2": [(1, "Another number", ("FRA",))],
    }
    assert issues_of(tmp_path) == [issue("count.number_twice", Place(file, 15, "1.1"), {"number": "1.1"})]


def test_a_report_that_no_review_takes_up_leaves_an_issue(tmp_path: Path) -> None:
    reading = replace(draft(), document=replace(draft().document, review=None))
    publish(tmp_path, Contents((reading,)))
    assert issues_of(tmp_path) == [issue("record.left_out", Place("ruritania_draft.docx"), {"count": 1})]


def test_one_document_under_two_names_is_stored_once_with_the_issues_of_both(tmp_path: Path) -> None:
    def copy(file: str) -> Reading:
        changed = replace(ruritania(), issues=(issue("file.empty", Place(file)),))
        return replace(changed, document=replace(changed.document, file=file))

    for readings in ((copy("b.pdf"), copy("a.pdf")), (copy("a.pdf"), copy("b.pdf"))):
        publish(tmp_path, Contents(readings, (ReviewSource(RURITANIA, sha("ruritania2014.pdf")),)))
        with open_record(tmp_path) as record:
            assert [each.file for each in record.documents()] == ["a.pdf"]
            assert [each.place.file for each in record.issues()] == ["a.pdf", "b.pdf"]


def test_files_that_could_not_be_read_leave_their_issues_only(tmp_path: Path) -> None:
    missing = Reading(document("gone.pdf", None, sha256=""), issues=(issue("file.missing", Place("gone.pdf")),))
    publish(tmp_path, Contents((missing,)))
    with open_record(tmp_path) as record:
        assert (record.documents(), record.issues()) == ([], list(missing.issues))


def test_a_file_name_in_no_known_encoding_is_stored_with_replacement_characters(tmp_path: Path) -> None:
    odd = Reading(
        document("r\udcffapport é.pdf", None, sha256=sha("odd")),
        issues=(issue("file.empty", Place("r\udcffapport é.pdf")),),
    )
    publish(tmp_path, Contents((odd,)))
    with open_record(tmp_path) as record:
        assert [each.file for each in record.documents()] == ["r\ufffdapport é.pdf"]
        assert [each.place.file for each in record.issues()] == ["r\ufffdapport é.pdf"]


def test_issues_stand_beside_the_tables_as_json_lines(home: Path, contents: Contents) -> None:
    with open_record(home) as record:
        lines = (record.folder / "issues.jsonl").read_text(encoding="utf-8").splitlines()
    assert [(found["code"], found["file"], found["page"], found["message"]) for found in map(json.loads, lines)] == [
        ("R301", "ruritania2014.pdf", 15, "the list goes from 115.2 to 115.10: 7 not found"),
        (
            "R202",
            "ruritania_draft.docx",
            None,
            "this is a draft; the final report A/HRC/90/7 (ruritania2014.pdf) takes its place",
        ),
    ]


def test_the_manifest_names_every_source_and_keeps_time_apart(home: Path, contents: Contents) -> None:
    with open_record(home) as record:
        manifest = record.manifest
    assert manifest["counts"] == {
        "documents": 4,
        "reviews": 2,
        "recommendations": 5,
        "texts": 6,
        "commitments": 1,
        "answers": 2,
        "issues": 2,
        "annotations": 0,
        "links": 0,
        "state_recommendations": 7,
    }
    assert [each["sha256"] for each in manifest["documents"]] == sorted(
        reading.document.sha256 for reading in contents.readings
    )
    assert list(manifest) == ["format", "schema_version", "hash", "counts", "documents", "built"]
    assert list(manifest["built"]) == ["at", "item6", "python", "sqlite", "files"]


words = st.text(st.characters(codec="utf-8"), max_size=30)
states = st.lists(st.sampled_from(["FRA", "KEN", "NOR", "URY", "CHL"]), max_size=4, unique=True).map(tuple)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    file = draw(st.sampled_from(["a.pdf", "b.pdf", "c.pdf"]))
    numbers = draw(st.lists(st.sampled_from(["1.1", "1.2", "1.10", "27(b)", "45"]), unique=True, max_size=4))
    recommendations = tuple(
        recommendation(
            file,
            number,
            *(
                text(file, part, draw(words), *draw(states), page=draw(st.integers(1, 9)))
                for part in range(1, draw(st.integers(2, 3)))
            ),
        )
        for number in numbers
    )
    return Reading(document(file, RURITANIA, symbol=draw(st.none() | words)), recommendations)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(readings())
def test_what_is_read_back_is_what_was_put_in(tmp_path: Path, reading: Reading) -> None:
    publish(tmp_path, Contents((reading,), (ReviewSource(RURITANIA, reading.document.sha256),)))
    with open_record(tmp_path) as record:
        rows = {row.number: row for row in record.recommendations(RURITANIA)}
        assert record.documents() == [reading.document]
        assert len(rows) == len(reading.recommendations)
        for each in reading.recommendations:
            row = rows[each.number]
            assert (row.number_as_printed, row.kind, row.page) == (each.number_as_printed, each.kind, each.passage.page)
            assert record.passage(row.name) == each.passage
            for stored, put in zip(row.texts, each.texts, strict=True):
                assert (stored.part, stored.words, stored.states) == (put.part, put.words, put.states)
                assert stored.states_as_written == put.states_as_written
                assert record.passage(stored.name) == put.passage
