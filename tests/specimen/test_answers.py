"""The specimen's addenda, in five styles and three languages: the reader finds what was written by hand."""

from __future__ import annotations

from functools import lru_cache

import pytest
from specimen_files import expected, path_of

from item6.sources import read
from item6.terms.documents import Reading
from item6.terms.names import ReviewName

FIRST, SECOND = "ruritania-2010-addendum.pdf", "ruritania-2015-addendum.pdf"
TABLE, FRENCH, SPANISH = (
    "ruritania-2015-addendum-table.docx",
    "ruritania-2015-addendum-fr.pdf",
    "ruritania-2015-addendum-es.docx",
)
ADDENDA = (FIRST, SECOND, TABLE, FRENCH, SPANISH)


@lru_cache
def reading(name: str) -> Reading:
    return read(path_of(name).read_bytes(), name)


def folded(words: str) -> str:
    return " ".join(words.split()).casefold()


@pytest.mark.parametrize("name", ADDENDA)
def test_answers(name: str) -> None:
    """Every number once, with the class of the State's words and the page where they stand."""
    found = [(a.target.number, a.position, a.normalised, a.passage.page) for a in reading(name).answers]
    wanted = [(e["number"], e["position"], e["normalised"], e["page"]) for e in expected(name, "answers")]
    assert sorted(found) == sorted(wanted)


@pytest.mark.parametrize("name", ADDENDA)
def test_words_of_answers(name: str) -> None:
    """The State's words hold those that tell the class; the explanation holds the words with which it begins."""
    found = {answer.target.number: answer for answer in reading(name).answers}
    missing = [
        (each["number"], part, each[part])
        for each in expected(name, "answers")
        for part in ("as_written", "explanation")
        if folded(each[part]) not in folded(getattr(found.get(each["number"]), part, ""))
    ]
    assert missing == []


@pytest.mark.parametrize("name", ADDENDA)
def test_totals(name: str) -> None:
    found = [(total.measure, total.value, total.passage.page) for total in reading(name).totals]
    wanted = [(each["measure"], each["value"], each["page"]) for each in expected(name, "totals")]
    assert sorted(found) == sorted(wanted)


@pytest.mark.parametrize(
    ("name", "symbol", "review", "language"),
    [
        (FIRST, "A/HRC/14/901/Add.1", ReviewName("XRU", 1), "en"),
        (SECOND, "A/HRC/29/917/Add.1", ReviewName("XRU", 2), "en"),
        (TABLE, "A/HRC/29/917/Add.1", ReviewName("XRU", 2), "en"),
        (FRENCH, "A/HRC/29/917/Add.1", ReviewName("XRU", 2), "fr"),
        (SPANISH, "A/HRC/29/917/Add.1", ReviewName("XRU", 2), "es"),
    ],
)
def test_document(name: str, symbol: str, review: ReviewName, language: str) -> None:
    found = reading(name).document
    assert (found.family, found.symbol, found.review, found.language) == ("addendum", symbol, review, language)
