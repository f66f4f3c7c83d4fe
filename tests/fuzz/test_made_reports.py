"""Reports that Hypothesis makes up: what was put in is what is read, as PDF and as Word file."""

from __future__ import annotations

import re

import pytest
from fuzz_worker import body_of
from hypothesis import Phase, example, given, settings
from reading_rules import broken_rules
from report_texts import MadeReport, MadeText, reports

from item6.sources.wg_report import read
from item6.terms.documents import Reading

Found = dict[str, tuple[str, list[tuple[str, tuple[str, ...]]]]]
"""Position, and words and States of the texts, by number."""

FORMS = {
    "pdf": lambda report: report.as_pdf(),
    "narrow pdf": lambda report: report.as_pdf(width=41, lines=17),
    "docx": lambda report: report.as_docx(),
    "typed docx": lambda report: report.as_docx(automatic=False),
}


def of_reading(reading: Reading) -> Found:
    positions = {answer.target.number: answer.position for answer in reading.answers}
    return {
        item.number: (positions.get(item.number, "pending"), [(folded(text.words), text.states) for text in item.texts])
        for item in reading.recommendations
    }


def put_in(report: MadeReport) -> Found:
    return {
        number: (position, [(folded(text.words), text.states) for text in texts])
        for number, (position, texts) in report.found().items()
    }


def folded(words: str) -> str:
    return re.sub(r"\s+", " ", words)


def check(form: str, report: MadeReport) -> None:
    data = FORMS[form](report)
    reading = read(data, "made.pdf")
    assert of_reading(reading) == put_in(report)
    assert broken_rules(reading, body_of(data)) == []


WITHOUT_EXPLAINING = (Phase.explicit, Phase.generate, Phase.shrink)
"""Explaining takes minutes; the smallest report that fails says enough."""


@pytest.mark.parametrize("form", FORMS)
@settings(deadline=None, derandomize=True, database=None, max_examples=20, phases=WITHOUT_EXPLAINING)
@example(MadeReport((("noted", ((MadeText("Ratify the plan of action", ("IRN", "BIH")),),)),)))
@given(reports())
def test_what_was_put_in_is_read(form: str, report: MadeReport) -> None:
    check(form, report)


@pytest.mark.full
@pytest.mark.parametrize("form", FORMS)
@settings(deadline=None, derandomize=True, database=None, max_examples=150, phases=WITHOUT_EXPLAINING)
@given(reports())
def test_what_was_put_in_is_read_from_many(form: str, report: MadeReport) -> None:
    check(form, report)
