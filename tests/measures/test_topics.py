"""What was asked in several reviews, in one vocabulary."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from counted_reviews import FIRST, SECOND, matrix, publish_counted
from made_readings import digest, passage

from item6.measures.scope import Scope
from item6.measures.topics import Count, topics_over, vocabulary_of
from item6.record.reader import Record, open_record
from item6.terms.labels import Label


def test_issues_need_no_crosswalk(record: Record) -> None:
    found = {topic.value: topic for topic in topics_over(record, "issue", [FIRST, SECOND], Scope())}
    assert {value: topic.counts for value, topic in found.items()} == {
        "Death penalty": (Count(1, 1, 0, ("Death penalty",)), Count(2, 0, 1, ("Death penalty",))),
        "Torture": (Count(2, 1, 1, ("Torture",)), Count(1, 1, 0, ("Torture",))),
        "Right to education": (Count(0, 0, 0), Count(1, 0, 0, ("Right to education",))),
        "International instruments": (Count(1, 1, 0, ("International instruments",)), Count(0, 0, 0)),
    }
    assert {topic.lossy for topic in found.values()} == {""}
    assert next(iter(found)) == "Death penalty"


def test_themes_are_carried_to_the_words_of_the_last_cycle(tmp_path: Path) -> None:
    first = replace(
        matrix(),
        document=replace(matrix().document, file="first.docx", sha256=digest("first.docx"), review=FIRST),
        answers=(),
        labels=(
            Label("1.1", None, "theme", "D23 Death penalty", "matrix", passage("D23", file="first.docx")),
            Label("1.2", None, "theme", "A12 Acceptance of international norms", "matrix",
                  passage("A12", file="first.docx")),
            Label("1.3", None, "theme", "Z99 Of our own", "matrix", passage("Z99", file="first.docx")),
        ),
    )  # fmt: skip
    publish_counted(tmp_path, first, matrix())
    with open_record(tmp_path) as record:
        found = {topic.value: topic for topic in topics_over(record, "theme", [FIRST, SECOND], Scope())}
    assert found["D23 Death penalty"].counts == (
        Count(1, 1, 0, ("D23 Death penalty",)), Count(1, 0, 1, ("D23 Death penalty",)),
    )  # fmt: skip
    assert found["Z99 Of our own"].counts[0].received == 1


@pytest.mark.parametrize(
    ("key", "cycle", "vocabulary"),
    [("issue", 3, "upr-info"), ("theme", 2, "ohchr-2"), ("theme", 3, "ohchr-3"), ("theme", 4, "ohchr-4")],
)
def test_vocabularies(key: str, cycle: int, vocabulary: str) -> None:
    assert vocabulary_of(key, cycle) == vocabulary


def test_what_cannot_be_compared(record: Record) -> None:
    with pytest.raises(ValueError, match="person: not a key to compare by"):
        topics_over(record, "person", [FIRST, SECOND], Scope())
