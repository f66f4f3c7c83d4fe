from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from made_readings import SYLVANIA, answer, digest, document, listed, passage, reading, text

from item6.pipeline.gather import by_path, gather
from item6.pipeline.reading import unread
from item6.pipeline.rows import TextRow, text_rows
from item6.reconcile.whole import merged
from item6.terms.documents import Reading
from item6.terms.recommendations import StatedTotal

FINAL = document("final.pdf")
DRAFT = document("draft.docx", symbol="A/HRC/WG.6/20/L.7", draft=True, date="2031-01-20", pages=None)
ADDENDUM = document("addendum.pdf", symbol="A/HRC/99/4/Add.1", family="addendum", date="2031-06-01")

REPORT = reading(
    FINAL,
    listed("5.1", text("Plant trees", "CHL", "PER")),
    listed("5.2", text("Open the archive", "PER"), text("Publish the maps", part=2)),
    answers=(
        answer(None, "accepted", words="enjoy the support", file="final.pdf"),
        answer("5.2", "no_answer", part=2, words="will be examined", file="final.pdf"),
    ),
    totals=(StatedTotal("received", 3, passage("three", file="final.pdf")),),
)
OLD = reading(
    DRAFT,
    listed("6.1", text("Plant trees", "CHL", "PER")),
    listed("6.2", text("Open the archive", "PER"), text("Publish the maps", part=2)),
    answers=(answer("6.1", "noted", file="draft.docx"),),
)
ANSWERS = Reading(
    ADDENDUM,
    answers=(
        answer("5.1", "noted", state="PER", stage="addendum", words="notes", file="addendum.pdf", page=2),
        answer("5.2", "accepted", part=2, stage="addendum", words="accepts", file="addendum.pdf", page=4),
    ),
)
BROKEN = unread("broken.pdf", "file.damaged", {"why": "it ends early"}, sha256=digest("broken.pdf"))
MISSING = unread("missing.pdf", "file.missing")


def test_what_a_record_holds() -> None:
    contents = gather([BROKEN, OLD, ANSWERS, MISSING, REPORT])
    assert {each.document.file for each in contents.readings} == {"final.pdf", "draft.docx", "addendum.pdf"}
    assert [(str(each.review), each.report, each.superseded) for each in contents.reviews] == [
        ("XFR-2", digest("final.pdf"), (digest("draft.docx"),))
    ]
    rows = [
        (each.number, each.part, each.state, each.stage, each.position, each.as_written) for each in contents.positions
    ]
    assert rows == [
        ("5.1", 1, "CHL", "report", "supported", "enjoy the support"),
        ("5.1", 1, "PER", "report", "supported", "enjoy the support"),
        ("5.1", 1, "PER", "addendum", "noted", "notes"),
        ("5.2", 1, "PER", "report", "supported", "enjoy the support"),
        ("5.2", 2, None, "report", "pending", "will be examined"),
        ("5.2", 2, None, "addendum", "supported", "accepts"),
    ]
    assert [(each.key, each.place.file) for each in contents.issues] == [
        ("review.draft_superseded", "draft.docx"),
        ("file.damaged", "broken.pdf"),
        ("file.missing", "missing.pdf"),
        ("count.total_differs", "final.pdf"),
    ]


def test_numbers_of_the_draft_are_known() -> None:
    aliases = gather([OLD, REPORT]).aliases
    assert [(each.alias, each.number, each.document, each.how) for each in aliases] == [
        ("6.1", "5.1", digest("draft.docx"), "same"),
        ("6.2", "5.2", digest("draft.docx"), "same"),
    ]
    assert gather([OLD]).aliases == gather([REPORT]).aliases == ()


def test_the_order_of_the_readings_makes_no_difference() -> None:
    first = gather([REPORT, OLD, ANSWERS, BROKEN])
    for order in itertools.permutations([REPORT, OLD, ANSWERS, BROKEN]):
        assert gather(order) == first


def test_answers_of_another_review_do_not_count() -> None:
    theirs = Reading(
        document("theirs.pdf", SYLVANIA, family="addendum"),
        answers=(answer("5.1", "rejected", stage="addendum", review=SYLVANIA, file="theirs.pdf"),),
    )
    alone, beside = gather([REPORT]).positions, gather([REPORT, theirs]).positions
    assert alone == beside


def test_a_number_that_stands_twice_becomes_one() -> None:
    twice = reading(FINAL, listed("5.1"), listed("5.2"), listed("5.1", text("Something else", "PER", page=8)))
    once = merged(twice)
    assert [(each.number, [(part.part, part.states) for part in each.texts]) for each in once.recommendations] == [
        ("5.1", [(1, ("CHL",)), (2, ("PER",))]),
        ("5.2", [(1, ("CHL",))]),
    ]
    contents = gather([twice])
    assert [each.key for each in contents.issues] == ["count.number_twice"]
    assert [reading.recommendations for reading in contents.readings] == [once.recommendations]
    assert merged(REPORT) is REPORT


def test_issues_know_the_paths_of_their_files() -> None:
    readings = [REPORT, OLD, BROKEN, MISSING]
    paths = [Path("a folder") / reading.document.file for reading in readings]
    found = by_path(paths, readings, gather(readings))
    assert [(str(path), issue.key) for path, issue in found] == [
        ("a folder/broken.pdf", "file.damaged"),
        ("a folder/missing.pdf", "file.missing"),
        ("a folder/draft.docx", "review.draft_superseded"),
        ("a folder/final.pdf", "count.total_differs"),
    ]


def row(**fields: object) -> TextRow:
    """The row of 5.1 in the report alone, but for the fields given."""
    usual: dict[str, object] = {
        "document": "final.pdf", "symbol": "A/HRC/99/4", "state": "XFR", "cycle": 2, "number": "5.1",
        "number_as_printed": "5.1.", "part": 1, "text": "Plant trees", "recommending_states": ["CHL", "PER"],
        "position": "supported", "as_written": "enjoy the support", "stage": "report", "page": 3,
        "position_document": "final.pdf", "position_page": 9,
    }  # fmt: skip
    return TextRow(**usual | fields)  # type: ignore[arg-type]  # fields of one dataclass, by name


OPEN = {"number": "5.2", "number_as_printed": "5.2.", "text": "Open the archive", "recommending_states": ["PER"]}
MAPS = OPEN | {"part": 2, "text": "Publish the maps", "recommending_states": []}


@pytest.mark.parametrize(
    ("readings", "rows"),
    [
        ([REPORT], [row(), row(**OPEN), row(**MAPS, position="pending", as_written="will be examined")]),
        (
            [ANSWERS, OLD, REPORT],
            [
                row(stage="addendum", position="supported/noted", as_written="enjoy the support; notes"),
                row(stage="addendum", **OPEN),
                row(stage="addendum", **MAPS, as_written="accepts", position_document="addendum.pdf", position_page=4),
            ],
        ),
        ([ANSWERS], []),
        ([BROKEN, MISSING], []),
        (
            [reading(document("unknown.pdf", None), listed("5.1", text("Plant trees")))],
            [
                row(
                    document="unknown.pdf", state=None, cycle=None, recommending_states=[], position="pending",
                    as_written="", position_document=None, position_page=None,
                )
            ],
        ),
    ],
    ids=["report", "with draft and addendum", "addendum alone", "no report", "no State"],
)  # fmt: skip
def test_rows_of_reports(readings: list[Reading], rows: list[TextRow]) -> None:
    assert list(text_rows(readings)) == rows


def test_reports_come_in_the_order_given() -> None:
    theirs = reading(document("a.pdf", SYLVANIA))
    for given in ([REPORT, theirs], [theirs, REPORT]):
        files = [each.document for each in text_rows(given)]
        assert list(dict.fromkeys(files)) == [each.document.file for each in given]
