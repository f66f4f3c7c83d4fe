"""Asking a published record: every answer counted by hand from the two made-up reviews."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from record_samples import ELBONIA, RURITANIA, addendum, draft, elbonia, place, position, ruritania, sha, two_reviews

from item6.record.contents import Contents, Position, ReviewSource
from item6.record.errors import RecordDamaged, RecordError, RecordNewer, RecordNotFound
from item6.record.reader import Record, open_record
from item6.record.rows import ReviewRow
from item6.record.writer import publish
from item6.terms.names import RecommendationName, ReviewName, parse_recommendation_name

REPORT, LATER = "ruritania2014.pdf", "ruritania2014add1.docx"


@pytest.fixture
def record(home: Path) -> Iterator[Record]:
    with open_record(home) as opened:
        yield opened


def name(text: str) -> RecommendationName:
    found = parse_recommendation_name(text)
    assert found
    return found


def test_reviews_come_by_state_and_cycle(record: Record) -> None:
    assert record.reviews() == [
        ReviewRow(ELBONIA, "ELB", 1, 4, "A/HRC/80/3", sha("elbonia2009.pdf"), "elbonia2009.pdf", 1, 1, 1),
        ReviewRow(RURITANIA, "RUR", 2, 20, "A/HRC/90/7", sha(REPORT), REPORT, 4, 5, 6),
    ]
    assert record.review(RURITANIA) == record.reviews()[1]
    assert record.review(ReviewName("RUR", 1)) is None


def test_numbers_come_in_their_order_whatever_the_order_of_print(record: Record) -> None:
    assert [
        (row.number, row.kind, row.page, [(each.part, each.page) for each in row.texts])
        for row in record.recommendations(RURITANIA)
    ] == [
        ("27(b)", "dialogue", 5, [(1, 5)]),
        ("115.1", "listed", 14, [(1, 14)]),
        ("115.2", "listed", 14, [(1, 14)]),
        ("115.10", "listed", 16, [(1, 16), (2, 16)]),
    ]


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        (
            "report",
            {
                "27(b)/1": ("pending", "", None, None),
                "115.1/1": ("supported", "accepted", sha(REPORT), 21),
                "115.2/1": ("supported/noted", "accepted in part", sha(REPORT), 21),
                "115.10/1": ("supported", "accepted", sha(REPORT), 21),
                "115.10/2": ("noted", "rejected", sha(REPORT), 21),
                "27(b)": ("pending", ""),
                "115.1": ("supported", "accepted"),
                "115.2": ("supported/noted", "accepted in part"),
                "115.10": ("supported/noted", "accepted; rejected"),
            },
        ),
        (
            "addendum",
            {
                "27(b)/1": ("pending", "", None, None),
                "115.1/1": ("supported", "accepted", sha(REPORT), 21),
                "115.2/1": ("supported/noted", "accepted in part", sha(REPORT), 21),
                "115.10/1": ("noted", "noted", sha(LATER), None),
                "115.10/2": ("noted", "rejected", sha(REPORT), 21),
                "27(b)": ("pending", ""),
                "115.1": ("supported", "accepted"),
                "115.2": ("supported/noted", "accepted in part"),
                "115.10": ("noted", "noted; rejected"),
            },
        ),
    ],
)
def test_positions_at_a_stage(record: Record, stage: str, expected: dict[str, tuple[object, ...]]) -> None:
    rows = record.recommendations(RURITANIA, stage)
    texts = {
        f"{row.number}/{each.part}": (each.position, each.as_written, each.position_document, each.position_page)
        for row in rows
        for each in row.texts
    }
    assert texts | {row.number: (row.position, row.as_written) for row in rows} == expected


def test_a_stage_without_answers_stands_as_the_one_before_it(record: Record) -> None:
    assert record.recommendations(RURITANIA, "later") == record.recommendations(RURITANIA, "addendum")


def test_a_text_whose_states_got_different_answers_is_in_part(tmp_path: Path) -> None:
    answers = (position("115.1", 1, "FRA", "accepted", REPORT), position("115.1", 1, "URY", "rejected", REPORT))
    publish(tmp_path, Contents((ruritania(),), (ReviewSource(RURITANIA, sha(REPORT)),), answers))
    with open_record(tmp_path) as record:
        row = record.recommendation(name("RUR-2#115.1"))
        assert row
        assert (row.position, row.as_written) == ("supported/noted", "accepted; rejected")


def test_the_table_of_text_and_state(record: Record) -> None:
    put = {(each.number, each.part, each.state, each.stage): each for each in two_reviews().positions}
    unknown = Position(RURITANIA, "27(b)", 1, "CHL", "report", "pending", "", "", None, None)
    assert record.positions(RURITANIA, "addendum") == [
        unknown,
        put["115.1", 1, "FRA", "report"],
        put["115.1", 1, "URY", "report"],
        put["115.2", 1, None, "report"],
        put["115.10", 1, "KEN", "addendum"],
        put["115.10", 2, "NOR", "report"],
        put["115.10", 2, "FRA", "report"],
    ]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("RUR-2#115.10", "115.10"),
        ("RUR-2#115.10/2", "115.10"),
        ("RUR-2#115.1", "115.1"),
        ("RUR-2#27(b)", "27(b)"),
        ("RUR-2#115.3", None),
        ("RUR-1#115.1", None),
    ],
)
def test_one_recommendation(record: Record, asked: str, found: str | None) -> None:
    row = record.recommendation(name(asked))
    assert (row and row.number) == found
    assert row in [None, *record.recommendations(RURITANIA)]


def test_states_of_a_number_are_those_of_its_texts(record: Record) -> None:
    row = record.recommendation(name("RUR-2#115.10"))
    assert row
    assert row.states == ("KEN", "NOR", "FRA")
    assert [each.states_as_written for each in row.texts] == [("(KEN)",), ("(NOR, FRA)",)]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("RUR-2#115.10", place(REPORT, "Protect the rights of children in détention", 16)),
        ("RUR-2#115.10/1", place(REPORT, "Protect the rights of children in détention", 16)),
        ("RUR-2#115.10/2", place(REPORT, "Abolish the death penalty", 16)),
        ("RUR-2#115.10/3", None),
        ("RUR-2#115.11", None),
        ("ELB-2#64.1", None),
    ],
)
def test_passage(record: Record, asked: str, expected: object) -> None:
    assert record.passage(name(asked)) == expected


def test_what_stands_beside_the_list(record: Record) -> None:
    assert record.commitments(RURITANIA) == list(ruritania().commitments)
    assert record.speakers(RURITANIA) == list(ruritania().speakers)
    assert record.totals(RURITANIA) == list(ruritania().totals)
    assert record.answers(RURITANIA) == [*ruritania().answers, *addendum().answers]
    asked = (record.commitments, record.speakers, record.totals, record.answers)
    assert [ask(ELBONIA) for ask in asked] == [[], [], [], []]


def test_documents_and_issues_are_those_put_in(record: Record, contents: Contents) -> None:
    expected = [reading.document for reading in (elbonia(), ruritania(), addendum(), draft())]
    assert record.documents() == expected
    assert record.issues() == [*ruritania().issues, *contents.issues]


def test_nothing_of_a_superseded_draft_is_a_row(record: Record) -> None:
    assert record.search("draft").total == 0
    assert record.recommendation(name("RUR-2#6.1")) is None


@pytest.mark.parametrize(
    ("ask", "sentence"),
    [
        (lambda record: record.recommendations(RURITANIA, "matrix"), "matrix: not a stage"),
        (lambda record: record.search("rights", stage="draft"), "draft: not a stage"),
    ],
)
def test_words_that_mean_nothing_are_errors(record: Record, ask: object, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        ask(record)  # type: ignore[operator]  # each row is a function of a record


def test_a_record_may_be_asked_from_several_threads(record: Record) -> None:
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda _: record.recommendations(RURITANIA), range(40)))
    assert answers == [record.recommendations(RURITANIA)] * 40


def test_an_open_record_stays_what_it_was(home: Path, record: Record, contents: Contents) -> None:
    before = record.recommendations(RURITANIA)
    publish(home, Contents((elbonia(),), (ReviewSource(ELBONIA, sha("elbonia2009.pdf")),)))
    assert record.recommendations(RURITANIA) == before
    with open_record(home) as now:
        assert [row.name for row in now.reviews()] == [ELBONIA]
    with open_record(home, record.hash) as quoted:
        assert quoted.recommendations(RURITANIA) == before


def two_alike(home: Path) -> None:
    for end in "0", "1":
        (home / "records" / ("f" * 63 + end)).mkdir()


@pytest.mark.parametrize("digits", [4, 12, 64])
def test_a_record_is_found_by_the_beginning_of_its_hash(home: Path, record: Record, digits: int) -> None:
    with open_record(home, record.hash[:digits].upper()) as found:
        assert found.hash == record.hash


@pytest.mark.parametrize(
    ("which", "sentence"),
    [
        ("0000", "there is no record 0000; `item6 record list` names those that are"),
        ("ffff", "2 records begin with ffff; give more digits"),
        ("f" * 64, "there is no record ffff"),
        ("abc", "abc: not the name of a record"),
        ("../..", "../..: not the name of a record"),
        ("", ": not the name of a record"),
        ("yesterday", "yesterday: not the name of a record"),
    ],
)
def test_names_of_no_record(home: Path, which: str, sentence: str) -> None:
    two_alike(home)
    with pytest.raises(RecordNotFound) as error:
        open_record(home, which)
    assert sentence in str(error.value)
    assert "\n" not in str(error.value)


def test_an_empty_workspace_has_no_record(tmp_path: Path) -> None:
    with pytest.raises(RecordNotFound, match=r"there is no record yet; `item6 build FOLDER` makes one"):
        open_record(tmp_path)


def newer(folder: Path) -> None:
    path = folder / "manifest.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"schema_version": 4', '"schema_version": 5'))


SPOILT = [
    ("manifest.json", lambda path: path.unlink(), RecordDamaged, "cannot be read as the manifest of a record"),
    ("manifest.json", lambda path: path.write_text("{}"), RecordDamaged, "cannot be read as the manifest of a record"),
    ("manifest.json", lambda path: path.write_text("[]"), RecordDamaged, "cannot be read as the manifest of a record"),
    ("manifest.json", lambda path: newer(path.parent), RecordNewer, "has schema 5, this program knows schemas up to 4"),
    ("record.sqlite", lambda path: path.unlink(), RecordDamaged, "is damaged or missing"),
    (
        "record.sqlite",
        lambda path: path.write_bytes(b"no database at all" * 99),
        RecordDamaged,
        "is damaged or missing",
    ),
    ("../current", lambda path: path.write_bytes(b"\xff\xfe"), RecordDamaged, "does not name a record"),
    ("../current", lambda path: path.write_text("today"), RecordDamaged, "does not name a record"),
    ("../current", lambda path: path.write_text("a" * 64), RecordNotFound, "there is no record aaaa"),
]


@pytest.mark.parametrize(("file", "spoil", "error", "sentence"), SPOILT)
def test_spoilt_files_are_answered_by_one_sentence(
    home: Path, record: Record, file: str, spoil: object, error: type[RecordError], sentence: str
) -> None:
    spoil(record.folder / file)  # type: ignore[operator]  # each row is a function of a path
    with pytest.raises(error, match=sentence) as raised:
        open_record(home).reviews()
    assert "\n" not in str(raised.value)
