from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from made_readings import FREEDONIA, SYLVANIA, answer, digest, document, reading

from item6.reconcile.reviews import choose
from item6.terms.documents import Document, Reading
from item6.terms.names import ReviewName

REPORT = document("report.pdf", symbol="A/HRC/99/4")
DRAFT = document("draft.docx", symbol="A/HRC/WG.6/20/L.7", draft=True, pages=None)
EARLIER = document("earlier.pdf", ReviewName("XFR", 1), symbol="A/HRC/60/4")
THEIRS = document("theirs.pdf", SYLVANIA, symbol="A/HRC/99/5")


def added(file: str = "add.pdf", review: ReviewName | None = FREEDONIA, **fields: object) -> Document:
    usual: dict[str, object] = {"symbol": "A/HRC/99/4/Add.1", "family": "addendum", "date": "2031-06-01"}
    return document(file, review, **usual | fields)  # type: ignore[arg-type]  # fields of one function, by name


def answered(described: Document) -> Reading:
    said = answer("5.1", "accepted", stage="addendum", file=described.file, review=described.review or FREEDONIA)
    return Reading(described, answers=(said,))


def documents(*described: Document) -> list[Reading]:
    return [answered(each) if each.family == "addendum" else reading(each) for each in described]


FRENCH = replace(added("fr.pdf"), language="fr")


@pytest.mark.parametrize(
    ("given", "beside", "keys"),
    [
        ([REPORT, added()], ["add.pdf"], []),
        ([REPORT, added(review=None)], ["add.pdf"], []),
        ([REPORT, added(review=ReviewName("XFR", 3))], ["add.pdf"], []),
        ([REPORT, added(symbol=None)], ["add.pdf"], []),
        ([REPORT, added(symbol="A/HRC/98/4/Add.1")], ["add.pdf"], []),
        ([REPORT, EARLIER, added(review=ReviewName("XFR", 1))], ["add.pdf"], []),
        ([REPORT, DRAFT, added()], ["add.pdf"], ["review.draft_superseded"]),
        ([DRAFT, added()], ["add.pdf"], []),
        ([REPORT, THEIRS, added(review=SYLVANIA)], [], ["review.addendum_of_another"]),
        ([REPORT, added(review=SYLVANIA)], [], ["review.addendum_alone", "review.addendum_of_another"]),
        ([REPORT, added(review=None, symbol=None)], [], ["review.addendum_alone"]),
        ([added()], None, ["review.addendum_alone"]),
        ([REPORT, added(), added("add.docx", pages=None)], ["add.pdf"], ["review.same_addendum"]),
        ([REPORT, added(), FRENCH], ["add.pdf"], ["review.same_addendum"]),
        ([REPORT, added(), added("rev.pdf", symbol="A/HRC/99/4/Add.1/Rev.1")], ["rev.pdf"], ["review.same_addendum"]),
        ([REPORT, added(), added("two.pdf", symbol="A/HRC/99/4/Add.2")], ["add.pdf", "two.pdf"], []),
        (
            [REPORT, added(), added("corr.pdf", symbol="A/HRC/99/4/Add.1/Corr.1", date="2031-07-01")],
            ["add.pdf", "corr.pdf"],
            [],
        ),
    ],
)
def test_an_addendum_finds_its_report(given: list[Document], beside: list[str] | None, keys: list[str]) -> None:
    for order in itertools.permutations(documents(*given)):
        found = choose(order)
        mine = next((each for each in found.reviews if each.review == FREEDONIA), None)
        files = sorted(each.document.file for each in mine.beside) if mine else None
        assert files == beside
        assert sorted(each.key for each in found.issues) == keys
        if mine:
            assert {each.document.review for each in mine.beside} <= {FREEDONIA}
            assert {said.review for each in mine.beside for said in each.answers} <= {FREEDONIA}


def test_what_others_replace_does_not_count() -> None:
    given = documents(REPORT, DRAFT, added(), added("add.docx", pages=None))
    (mine,) = choose(given).reviews
    assert mine.superseded == (digest("draft.docx"), digest("add.docx"))
    assert [each.document.file for each in mine.drafts] == ["draft.docx"]


@pytest.mark.parametrize(
    ("symbol", "revision"),
    [("A/HRC/99/4/Add.1", 0), ("A/HRC/99/4/Add.1/Corr.1", 1), ("A/HRC/99/4/Add.1/Corr.2", 2),
     ("A/HRC/99/4/Add.1/Rev.1", 0)],
)  # fmt: skip
def test_a_corrigendum_is_a_revision(symbol: str, revision: int) -> None:
    (mine,) = choose(documents(REPORT, added(symbol=symbol))).reviews
    assert [said.revision for each in mine.beside for said in each.answers] == [revision]


def test_an_addendum_alone_is_said_in_one_sentence() -> None:
    (found,) = choose(documents(added())).issues
    assert (found.severity, found.place.file, found.message) == (
        "warning",
        "add.pdf",
        "these are answers to the report A/HRC/99/4, which is not among the documents; no recommendation can be shown",
    )


def test_a_matrix_gives_the_list_where_there_is_no_report() -> None:
    matrix = reading(document("matrix.docx", family="matrix", symbol=None, pages=None))
    (mine,), said = choose([matrix]).reviews, choose([matrix]).issues
    assert (mine.report, mine.beside, [each.key for each in said]) == (matrix, (), ["review.list_from_matrix"])
    (mine,), said = choose([matrix, reading(REPORT)]).reviews, choose([matrix, reading(REPORT)]).issues
    assert (mine.report.document.file, [each.document.file for each in mine.beside], said) == (
        "report.pdf", ["matrix.docx"], (),
    )  # fmt: skip
