"""Recommendations of other cycles that are worded alike, over a record of made-up readings."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from made_readings import answer, digest, document, listed, reading, text

from item6 import pipeline
from item6.measures.asks import as_object, cycles_beside, near_to, of_review
from item6.record.reader import Record, open_record
from item6.record.writer import publish
from item6.terms.names import RecommendationName, ReviewName

FIRST, SECOND, THIRD, OTHER = (ReviewName(*each) for each in (("SMR", 1), ("SMR", 2), ("SMR", 3), ("MCO", 1)))

READINGS = (
    reading(
        document("one.pdf", FIRST, sha256=digest("report.pdf")),
        listed("8", text("Ratify OP-CAT", "CHL", "PER"), text("Plant lime trees in the squares", "PER", part=2)),
        listed("9", text("To plant a lime tree in every square", "CIV")),
        answers=(answer("9", "noted", words="notes", review=FIRST),),
    ),
    reading(
        document("two.pdf", SECOND, sha256=digest("two")),
        listed("5.1", text("Plant lime trees in squares", "CIV", "PER")),
        listed("5.2", text("Ratify the Optional Protocol to the Convention against Torture", "DNK")),
        listed("5.3", text("Dig wells", "DNK")),
        listed("5.10", text("Plant lime trees in squares", "DNK")),
    ),
    reading(
        document("three.pdf", THIRD, sha256=digest("three")),
        listed("1.1", text("Plant lime trees in all squares", "PER")),
    ),
    reading(document("other.pdf", OTHER, sha256=digest("other")), listed("1.1", text("Ratify OP-CAT", "CHL"))),
)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    home = tmp_path_factory.mktemp("asks")
    publish(home, pipeline.gather(READINGS))
    with open_record(home) as opened:
        yield opened


def seen(record: Record, review: ReviewName, number: str) -> list[tuple[str, str, tuple[str, ...]]]:
    row = record.recommendation(RecommendationName(review, number), "later")
    assert row
    return [(str(each.text.name), each.alike, each.again) for each in near_to(record, row)]


@pytest.mark.parametrize(
    ("review", "number", "near"),
    [
        (
            SECOND, "5.1",
            [("SMR-1#8/2", "1.00", ("PER",)), ("SMR-3#1.1/1", "1.00", ("PER",)), ("SMR-1#9/1", "0.89", ("CIV",))],
        ),
        (SECOND, "5.2", [("SMR-1#8/1", "1.00", ())]),
        (SECOND, "5.3", []),
        (OTHER, "1.1", []),
    ],
)  # fmt: skip
def test_near_ones(
    record: Record, review: ReviewName, number: str, near: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    assert seen(record, review, number) == near


def test_of_a_whole_review(record: Record) -> None:
    found = [(row.number, [str(each.other) for each in near]) for row, near in of_review(record, SECOND)]
    assert found == [
        ("5.1", ["SMR-1#8", "SMR-3#1.1", "SMR-1#9"]),
        ("5.2", ["SMR-1#8"]),
        ("5.10", ["SMR-1#8", "SMR-3#1.1", "SMR-1#9"]),
    ]


def test_as_an_object(record: Record) -> None:
    row = record.recommendation(RecommendationName(SECOND, "5.1"), "later")
    assert row
    assert as_object(row, near_to(record, row)[-1]) == {
        "name": "SMR-2#5.1/1",
        "text": "Plant lime trees in squares",
        "recommending_states": ["CIV", "PER"],
        "position": "pending",
        "other": "SMR-1#9/1",
        "other_text": "To plant a lime tree in every square",
        "other_recommending_states": ["CIV"],
        "other_position": "noted",
        "other_as_written": "notes",
        "alike": 0.89,
        "same_states": ["CIV"],
    }


def test_other_cycles(record: Record) -> None:
    assert [cycles_beside(record, each) for each in (SECOND, THIRD, OTHER)] == [[1, 3], [1, 2], []]
