"""One row per text, as `item6 read` prints it: what a report holds, with the answers of the documents read with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from item6.reconcile import reviews
from item6.reconcile.positions import Answers, states_of
from item6.reconcile.whole import merged, reconcile
from item6.terms.answers import PENDING, combined
from item6.terms.documents import Document, Reading
from item6.terms.recommendations import Recommendation, Text


@dataclass(frozen=True, slots=True)
class TextRow:
    """One text of a report, in the order and with the names of `item6 read --format jsonl`."""

    document: str
    symbol: str | None
    state: str | None
    cycle: int | None
    number: str
    number_as_printed: str
    part: int
    text: str
    recommending_states: list[str]
    position: str
    as_written: str
    stage: str
    page: int | None
    position_document: str | None
    position_page: int | None


def text_rows(readings: Sequence[Reading]) -> Iterator[TextRow]:
    """The texts of every report in force, in the order of the readings given; of reports without a known State too.

    Positions are those after all that was given with the report: its addendum, a corrigendum.
    """
    choice = reviews.choose(readings)
    by_report = {each.report.document.sha256: each for each in choice.reviews}
    names = {reading.document.sha256: reading.document.file for reading in choice.distinct}
    for reading in choice.in_order_of(readings):
        document = reading.document
        if document.sha256 in by_report:
            whole = reconcile(by_report[document.sha256])
            yield from _of_report(whole.report, whole.answers, names)
        elif document.review is None and reviews.is_report(reading):
            yield from _of_report(merged(reading), Answers(reading.answers), names)


def _of_report(report: Reading, answers: Answers, names: dict[str, str]) -> Iterator[TextRow]:
    for recommendation in report.recommendations:
        for text in recommendation.texts:
            yield _row(report.document, recommendation, text, answers, names)


def _row(
    document: Document, recommendation: Recommendation, text: Text, answers: Answers, names: dict[str, str]
) -> TextRow:
    stage = answers.stages()[-1]
    found = [answers.winning(recommendation.number, text.part, state, stage) for state in states_of(text)]
    given = [answer for answer in found if answer is not None]
    return TextRow(
        document=document.file,
        symbol=document.symbol,
        state=document.review.state if document.review else None,
        cycle=document.review.cycle if document.review else None,
        number=recommendation.number,
        number_as_printed=recommendation.number_as_printed,
        part=text.part,
        text=text.words,
        recommending_states=[state for state in states_of(text) if state],
        position=combined(answer.position if answer else PENDING for answer in found),
        as_written="; ".join(dict.fromkeys(answer.as_written for answer in given)),
        stage=stage,
        page=text.passage.page,
        position_document=names.get(given[0].document) if given else None,
        position_page=given[0].passage.page if given else None,
    )
