from __future__ import annotations

from dataclasses import replace

import pytest
from made_readings import answer, digest, document, listed, reading, text

from item6.reconcile.compare import Ours, differences
from item6.reconcile.positions import Answers
from item6.terms.answers import Answer
from item6.terms.documents import Reading

REPORT = reading(
    document(),
    listed("5.1", text("Plant trees", "CHL", "PER")),
    listed("5.2", text("Publish the maps", "CIV"), text("Plant oaks", "PER", part=2)),
    listed("5.3", text("Open the archive")),
)
FILES = {digest("report.pdf"): "report.pdf", digest("add.pdf"): "add.pdf"}
OWN = (
    answer("5.1", "accepted", words="supports"),
    answer("5.2", "rejected", part=1, stage="addendum", file="add.pdf", page=2, words="cannot accept"),
    answer("5.2", "accepted", part=2, stage="addendum", file="add.pdf", page=3, words="accepts"),
)


def theirs(*answers: tuple[str, str]) -> list[Answer]:
    return [
        answer(number, said, stage="matrix", source="reading", file="matrix.docx", page=7, words=said.title())
        for number, said in answers
    ]


ALL = (("5.1", "accepted"), ("5.2", "accepted_in_part"), ("5.3", "noted"))


@pytest.mark.parametrize(
    ("given", "sentences"),
    [
        (ALL, []),
        ((("5.1", "noted"), *ALL[1:]),
         ["5.1 is noted here (“Noted”), but supported in report.pdf, page 9 (“supports”)"]),
        ((ALL[0], ("5.2", "accepted"), ALL[2]),
         ["5.2 is supported here (“Accepted”), but supported/noted in add.pdf, page 2 (“cannot accept”)"]),
        ((ALL[0], ("5.2", "accepted"), ("5.2", "noted"), ALL[2]), []),
        ((ALL[0], ("5.2", "no_answer"), ALL[2]), []),
        (ALL[:1], ["5.2, 5.3 of the report report.pdf are not here (2)"]),
        ((*ALL, ("5.4", "noted")), ["5.4 is not in the report report.pdf"]),
        ((), []),
    ],
)  # fmt: skip
def test_where_another_reading_differs(given: tuple[tuple[str, str], ...], sentences: list[str]) -> None:
    matrix = Reading(document("matrix.docx", family="matrix"), answers=tuple(theirs(*given)))
    found = differences(matrix, Ours(REPORT, Answers(OWN), FILES))
    assert [each.message for each in found] == sentences
    assert {each.place.file for each in found} <= {"matrix.docx"}


@pytest.mark.parametrize(
    ("states", "sentences"),
    [
        (("PER", "CHL"), []),
        (("CHL",), ["5.1 has the States CHL here, but CHL, PER in report.pdf, page 3"]),
        ((), []),
    ],
)
def test_states_are_compared_where_both_name_them(states: tuple[str, ...], sentences: list[str]) -> None:
    matrix = reading(document("matrix.docx", family="matrix"), listed("5.1", text("Plant trees", *states)))
    matrix = replace(matrix, answers=tuple(theirs(*ALL)))
    found = differences(matrix, Ours(REPORT, Answers(OWN), FILES))
    assert [each.message for each in found] == sentences


def test_what_came_after_the_addendum_is_not_compared() -> None:
    later = answer("5.3", "accepted", stage="later")
    matrix = Reading(document("matrix.docx", family="matrix"), answers=tuple(theirs(*ALL)))
    assert differences(matrix, Ours(REPORT, Answers([*OWN, later]), FILES)) == []
