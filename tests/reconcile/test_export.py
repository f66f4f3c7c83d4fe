from __future__ import annotations

import pytest
from made_readings import answer, digest, document, listed, passage, reading, text

from item6.reconcile.compare import Ours
from item6.reconcile.export import differences, exports_alone, rows_of_reviews
from item6.reconcile.positions import Answers
from item6.terms.documents import Reading
from item6.terms.labels import ExportRow
from item6.terms.names import ReviewName

REVIEW = ReviewName("XFR", 2)
REPORT = reading(
    document(),
    listed("5.1", text("Plant a lime tree in every square (of towns); water it", "CHL", "PER")),
    listed("5.2", text("Publish the maps of the old walls", "CHL"), text("Open the old archive", "CIV", part=2)),
    listed("5.3", text("Publish the maps of the old walls", "CHL")),
    listed("5.4", text("Thank the archivists for their patience")),
)
OURS = Ours(
    REPORT,
    Answers(
        [
            answer("5.1", "accepted", words="supports"),
            answer("5.2", "accepted", part=1, stage="addendum", words="accepts", page=2),
            answer("5.2", "accepted_in_part", part=2, stage="addendum", words="accepts in part", page=2),
            answer("5.3", "noted", stage="addendum", words="notes", page=3),
        ]
    ),
    {digest("report.pdf"): "report.pdf"},
)


def row(state: str | None, words: str, response: str, *, number: int = 7, session: int | None = 20) -> ExportRow:
    return ExportRow(number, "XFR", state, session, words, response, 4, (), passage(words))


@pytest.mark.parametrize(
    ("given", "sentences"),
    [
        (row("CHL", "Plant a lime tree in every square of towns water it", "Accepted"), []),
        (row("PER", "Plant a lime tree in every square", "Accepted"), []),
        (row("PER", "Plant a lime tree in every square", "Noted"),
         ["row 7 (PER) is Noted here, but 5.1 is supported in report.pdf, page 9 (“supports”)"]),
        (row("CIV", "Open the old archive", "Noted"), []),
        (row("CIV", "Open the old archive", "Accepted"),
         ["row 7 (CIV) is Accepted here, but 5.2 is supported/noted in report.pdf, page 2 (“accepts in part”)"]),
        (row("CIV", "Open the archive", "Accepted"), []),
        (row("CHL", "Publish the maps of the old walls", "Accepted"), []),
        (row("CHL", "Publish the maps of the old walls", "Noted"), []),
        (row(None, "Thank the archivists for their patience", "Noted"), []),
        (row("CHL", "Publish the maps of the old walls", "Response pending"), []),
        (row("CIV", "Publish the maps of the old walls", "Accepted"),
         ["rows on XFR-2 that were not found in the report (1): 7"]),
        (row("ITA", "Plant a lime tree in every square", "Noted"),
         ["rows on XFR-2 that were not found in the report (1): 7"]),
    ],
)  # fmt: skip
def test_a_row_beside_the_answer_of_the_state(given: ExportRow, sentences: list[str]) -> None:
    found = differences(REVIEW, [("export.csv", given)], OURS)
    assert [each.message for each in found] == sentences
    assert {each.place.file for each in found} <= {"export.csv"}


@pytest.mark.parametrize(("session", "cycle"), [(1, 1), (12, 1), (13, 2), (26, 2), (27, 3), (41, 4), (None, None)])
def test_rows_belong_to_the_cycle_of_their_session(session: int | None, cycle: int | None) -> None:
    given = row("CHL", "Plant trees", "Noted", session=session)
    found = rows_of_reviews([Reading(document("export.csv", None, family="upr_info"), rows=(given,))])
    assert found == ({ReviewName("XFR", cycle): (("export.csv", given),)} if cycle else {})


def test_an_export_without_any_of_the_reviews() -> None:
    export = Reading(document("export.csv", None, family="upr_info"), rows=(row("CHL", "Plant a tree", "Noted"),))
    assert exports_alone([export], {REVIEW}) == []
    assert [each.message for each in exports_alone([export, REPORT], {ReviewName("XFR", 3)})] == [
        "none of its 1 rows is on a review among the documents; no recommendation can be shown"
    ]
