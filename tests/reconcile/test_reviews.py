from __future__ import annotations

import itertools

import pytest
from made_readings import FREEDONIA, SYLVANIA, digest, document, listed, reading

from item6.reconcile.reviews import choose, is_report
from item6.terms.documents import Reading
from item6.terms.issues import Place, issue

FINAL = document("final.pdf", symbol="A/HRC/99/4", date="2031-03-01")
DRAFT = document("draft.docx", symbol="A/HRC/WG.6/20/L.7", draft=True, date="2031-01-20", pages=None)
WORD = document("final.docx", symbol="A/HRC/99/4", pages=None)
REVISED = document("revised.pdf", symbol="A/HRC/99/4/Rev.1", date="2031-02-01")
LATER = document("later.pdf", symbol="A/HRC/99/4", date="2031-05-01")
OTHER = document("other.pdf", symbol="A/HRC/99/11", date="2031-02-01")
UNDATED = document("undated.pdf", symbol="A/HRC/99/4", date=None)
NAMELESS = document("nameless.pdf", symbol=None, date=None)
CORRIGENDUM = document("corr.pdf", symbol="A/HRC/99/4/Corr.1", date="2031-06-01")


@pytest.mark.parametrize(
    ("documents", "best", "keys"),
    [
        ([FINAL], "final.pdf", []),
        ([DRAFT], "draft.docx", []),
        ([FINAL, DRAFT], "final.pdf", ["review.draft_superseded"]),
        ([FINAL, WORD], "final.pdf", ["review.same_report"]),
        ([FINAL, LATER], "later.pdf", ["review.same_report"]),
        ([FINAL, UNDATED], "final.pdf", ["review.same_report"]),
        ([FINAL, REVISED], "revised.pdf", ["review.reissued"]),
        ([FINAL, OTHER], "final.pdf", ["review.two_reports"]),
        ([FINAL, NAMELESS], "final.pdf", ["review.two_reports"]),
        (
            [FINAL, LATER, DRAFT, REVISED],
            "revised.pdf",
            ["review.draft_superseded", "review.reissued", "review.reissued"],
        ),
    ],
)
def test_one_document_speaks_for_a_review(documents: list, best: str, keys: list[str]) -> None:
    for order in itertools.permutations(documents):
        found = choose(reading(each) for each in order)
        assert [(str(name), report.document.file) for name, report in found.reports] == [("XFR-2", best)]
        assert sorted(each.key for each in found.issues) == keys


def test_the_issue_names_both_documents() -> None:
    found = choose([reading(OTHER), reading(FINAL)])
    arguments = (("other", "final.pdf"), ("review", "XFR-2"), ("symbol", "A/HRC/99/4"))
    assert [(each.code, each.place, each.arguments) for each in found.issues] == [
        ("R205", Place("other.pdf"), arguments)
    ]
    assert found.issues[0].message == (
        "there are two reports of the review XFR-2; A/HRC/99/4 (final.pdf) is used, the later one"
    )


def test_a_corrigendum_that_prints_less_stands_apart() -> None:
    whole = reading(FINAL, listed("5.1"), listed("5.2"), listed("5.3"))
    part = reading(CORRIGENDUM, listed("5.2"))
    found = choose([part, whole])
    assert found.reports == ((FREEDONIA, whole),)
    assert [(each.key, each.place.file, dict(each.arguments)["count"]) for each in found.issues] == [
        ("review.corrigendum_apart", "corr.pdf", "1")
    ]


def test_a_corrigendum_that_prints_all_takes_the_place() -> None:
    found = choose([reading(FINAL), reading(CORRIGENDUM)])
    assert [report.document.file for _, report in found.reports] == ["corr.pdf"]
    assert [each.key for each in found.issues] == ["review.reissued"]


def test_identical_files_are_one() -> None:
    copy = document("a copy.pdf", sha256=digest("final.pdf"))
    found = choose([reading(FINAL), reading(copy), reading(FINAL)])
    assert [each.document.file for each in found.distinct] == ["a copy.pdf"]
    assert [(each.key, each.place.file, each.arguments) for each in found.issues] == [
        ("review.same_bytes", "final.pdf", (("other", "a copy.pdf"),))
    ]


def test_reviews_stand_in_order_of_names() -> None:
    theirs = reading(document("sylvania.pdf", SYLVANIA))
    first = reading(document("first.pdf", type(FREEDONIA)("XFR", 1)))
    found = choose([theirs, reading(), first])
    assert [str(name) for name, _ in found.reports] == ["XFR-1", "XFR-2", "XSY-1"]


def test_distinct_readings_in_the_order_given() -> None:
    given = [reading(FINAL), reading(DRAFT), reading(document("z.pdf", sha256=digest("final.pdf")))]
    assert [each.document.file for each in choose(given).in_order_of(given)] == ["final.pdf", "draft.docx"]


def test_what_is_no_report_speaks_for_nothing() -> None:
    failed = Reading(FINAL, issues=(issue("document.no_list", Place("final.pdf")),))
    addendum = reading(document("addendum.pdf", family="addendum"))
    unknown = reading(document("unknown.pdf", None))
    found = choose([failed, addendum, unknown])
    assert found.reports == ()
    assert [is_report(each) for each in (failed, addendum, unknown)] == [False, False, True]
    assert len(found.distinct) == 3
