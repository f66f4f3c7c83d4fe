"""What was known on a day: the answers of documents that were out by then, folded again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from item6.reconcile.positions import Answers, folds, positions
from item6.record.contents import Position
from item6.record.facets import CLASS, POSITION, Facets, Key, at_stage, set_of
from item6.record.reader import Record
from item6.terms.answers import STAGES
from item6.terms.names import ReviewName

Dates = Mapping[str, str | None]
"""ISO dates of documents, by SHA-256."""


def as_of(record: Record, facets: Facets, day: str) -> Facets:
    """The places of those of these reviews whose report was out on a day (ISO), as they were answered by then.

    Documents without a date count as always known. Other people's readings and labels are not dated, and stay.
    """
    dates = {document.sha256: document.date for document in record.documents()}
    reports = {row.name: row.document for row in record.reviews()}
    held = [span.review for span in facets.spans if (dates.get(reports[span.review]) or "") <= day]
    then = record.facets(held)
    places = {name: place for place, name in enumerate(record.pair_names(then))}
    standing: dict[str, dict[int, Position]] = {stage: {} for stage in STAGES}
    for review in held:
        for row in _folded(record, review, day, dates):
            place = places[row.review, row.number, row.part, row.state]
            for stage in STAGES[STAGES.index(row.stage) :]:
                standing[stage][place] = row
    said: dict[Key, list[int]] = defaultdict(list)
    for stage, rows in standing.items():
        for place, row in rows.items():
            said[at_stage(POSITION, stage), row.position].append(place)
            if row.normalised:
                said[at_stage(CLASS, stage), row.normalised].append(place)
    keys = [at_stage(key, stage) for key in (POSITION, CLASS) for stage in STAGES]
    return then.saying(keys, {key: set_of(found, then.size) for key, found in said.items()})


def _folded(record: Record, review: ReviewName, day: str, dates: Dates) -> Iterable[Position]:
    aside = set(record.superseded(review))
    answers = [
        answer
        for answer in record.answers(review)
        if folds(answer) and answer.document not in aside and (answer.date or dates.get(answer.document) or "") <= day
    ]
    return positions(review, record.recommendations(review), Answers(answers))
