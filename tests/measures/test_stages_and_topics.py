"""What changed since the report, what is specific, and themes whose words are those of the cycle before."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from counted_reviews import counted_contents, matrix
from made_readings import digest, passage

from item6.measures.figures import figure
from item6.measures.references import read_reference, recomputed
from item6.measures.scope import Scope, of_review
from item6.measures.topics import labels_in, topics_over, vocabulary_of
from item6.record.reader import Record, open_record
from item6.record.writer import publish
from item6.terms.documents import Reading
from item6.terms.labels import Label
from item6.terms.names import ReviewName

FIRST, SECOND = ReviewName("SMR", 1), ReviewName("SMR", 2)


@pytest.mark.parametrize(
    ("review", "stage", "measure", "rows"),
    [
        (FIRST, "", "newly_supported", ("SMR-1#1.1", "SMR-1#1.2")),
        (FIRST, "", "newly_noted", ("SMR-1#1.3",)),
        (FIRST, "", "newly_in_part", ()),
        (FIRST, "report", "newly_supported", ()),
        (SECOND, "", "newly_noted", ("SMR-2#2.1",)),
        (SECOND, "", "newly_supported", ()),
    ],
)
def test_what_stands_otherwise_than_in_the_report(
    record: Record, review: ReviewName, stage: str, measure: str, rows: tuple[str, ...]
) -> None:
    made = figure(record, measure, of_review(review, stage=stage))
    assert tuple(made.rows) == rows
    assert recomputed(record, read_reference(made.reference)) == made


def test_other_peoples_readings_tell_no_stages(full: Record) -> None:
    assert figure(full, "newly_noted", of_review(SECOND, stage="matrix")).sentence.key == "unknown"


def test_what_is_specific(record: Record) -> None:
    made = figure(record, "specific", of_review(SECOND))
    assert tuple(made.rows) == ("SMR-2#2.1", "SMR-2#2.2", "SMR-2#2.4")
    assert figure(record, "specific_share", of_review(SECOND)).denominator == 5


@pytest.mark.parametrize(
    ("cycle", "labels", "vocabulary"),
    [
        (3, (), "ohchr-3"),
        (3, ("D23 Death penalty", "A12 Acceptance of international norms"), "ohchr-2"),
        (3, ("Death penalty", "Acceptance of international norms"), "ohchr-3"),
        (2, ("D23 Death penalty",), "ohchr-2"),
        (3, ("no label that anybody knows",), "ohchr-3"),
    ],
)
def test_labels_are_read_in_the_vocabulary_that_knows_them(
    cycle: int, labels: tuple[str, ...], vocabulary: str
) -> None:
    assert vocabulary_of("theme", cycle, labels) == vocabulary


def test_issues_are_of_one_vocabulary_in_every_cycle() -> None:
    assert vocabulary_of("issue", 3, ("D23 Death penalty",)) == "upr-info"


@pytest.fixture(scope="module")
def themed(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """The first review with the words of cycle 3 on 1.1, the second with those of cycle 2 on 2.1."""
    home: Path = tmp_path_factory.mktemp("themed")
    second = matrix()
    words = Label("1.1", None, "theme", "Death penalty", "matrix", passage("Death penalty", file="matrix1.docx"))
    file = replace(second.document, file="matrix1.docx", sha256=digest("matrix1.docx"), review=FIRST)
    publish(home, counted_contents(Reading(file, labels=(words,)), second))
    return open_record(home)


def test_a_theme_is_carried_from_one_review_to_another(themed: Record) -> None:
    assert labels_in(themed, "theme", ["D23 Death penalty"], FIRST, SECOND) == ("Death penalty",)
    assert labels_in(themed, "theme", ["Death penalty"], SECOND, FIRST) == ("D23 Death penalty",)
    assert labels_in(themed, "theme", ["D25 Prohibition of torture"], FIRST, SECOND) == ()


def test_topics_compare_what_two_vocabularies_call_alike(themed: Record) -> None:
    found = {each.value: [count.received for count in each.counts] for each in topics_over(
        themed, "theme", [FIRST, SECOND], Scope())}  # fmt: skip
    assert found["D23 Death penalty"] == [1, 1]
