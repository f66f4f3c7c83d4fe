"""Addenda of the corpus: every position as OHCHR's matrix has it, sub-classes as the documents say."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from item6.sources import read
from item6.terms.answers import Answer

pytestmark = pytest.mark.full


def answers(corpus: Path, file: str) -> tuple[Answer, ...]:
    path = corpus / "slovenia" / f"{file}.pdf"
    return read(path.read_bytes(), path.name).answers


@pytest.mark.parametrize(
    ("file", "matrix", "main", "count"),
    [("cycle2/g1504261", "slovenia_2014", "115", 163), ("cycle3/g2004192", "slovenia_2019", "122", 157)],
)
def test_positions_are_those_of_the_matrix(corpus: Path, file: str, matrix: str, main: str, count: int) -> None:
    with (corpus / "gold" / f"matrix_{matrix}.csv").open(encoding="utf-8") as lines:
        listed = {row["number"]: row["position"].lower() for row in csv.DictReader(lines)}
    found = answers(corpus, file)
    numbers = [number for answer in found if (number := answer.target.number)]
    positions = {
        number if "." in number else f"{main}.{number}": answer.position
        for number, answer in zip(numbers, found, strict=True)
    }
    assert len(found) == len(positions) == count
    assert positions == {number: position for number, position in listed.items() if number in positions}


@pytest.mark.parametrize(
    ("file", "classes"),
    [
        (
            "cycle1/g1012465",
            {
                "accepted_implemented": 44,
                "accepted": 40,
                "accepted_being_implemented": 5,
                "accepted_in_part": 3,
                "rejected": 3,
                "no_answer": 1,
            },
        ),
        (
            "cycle2/g1504261",
            {"accepted": 70, "accepted_being_implemented": 69, "noted": 21, "accepted_implemented": 3},
        ),
        (
            "cycle3/g2004192",
            {"accepted": 80, "accepted_being_implemented": 34, "noted": 33, "accepted_implemented": 10},
        ),
    ],
)
def test_classes_are_those_of_the_document(corpus: Path, file: str, classes: dict[str, int]) -> None:
    assert Counter(answer.normalised for answer in answers(corpus, file)) == classes


def test_slovenia_2010_number_by_number(corpus: Path) -> None:
    """Number 15 is spoken of and not answered: "agrees with the importance of"."""
    found = {answer.target.number: answer.normalised for answer in answers(corpus, "cycle1/g1012465")}
    assert sorted(set(map(str, range(1, 98))) - set(found)) == ["15"]
    special = {
        number: told for number, told in found.items() if not told.startswith("accepted") or told.endswith("part")
    }
    assert special == {
        "1": "no_answer",
        "3": "accepted_in_part",
        "32": "accepted_in_part",
        "58": "accepted_in_part",
        "84": "rejected",
        "88": "rejected",
        "93": "rejected",
    }
