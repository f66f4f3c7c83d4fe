"""Readings of many documents to the contents of a record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from item6.pipeline.reading import failed
from item6.reconcile import positions, reviews, totals
from item6.record.contents import Contents, Position, ReviewSource
from item6.terms.documents import Reading
from item6.terms.issues import Issue
from item6.terms.names import ReviewName
from item6.terms.recommendations import Recommendation


def gather(readings: Iterable[Reading]) -> Contents:
    """What a record of these documents holds. The order of the readings makes no difference.

    Files that could not be read leave only their Issues.
    """
    choice = reviews.choose(readings)
    kept = {reading.document.sha256: reading for reading in choice.distinct if not failed(reading)}
    issues = [*choice.issues, *(found for each in choice.distinct if failed(each) for found in each.issues)]
    sources: list[ReviewSource] = []
    rows: list[Position] = []
    for review, report in choice.reports:
        issues += totals.doubled_numbers(report.recommendations, report.document.file)
        report = kept[report.document.sha256] = merged(report)
        found, said = _reconciled(review, report, answering(review, choice.distinct, report))
        rows += found
        issues += said
        sources.append(ReviewSource(review, report.document.sha256, _superseded(review, report, choice.distinct)))
    return Contents(tuple(kept.values()), tuple(sources), tuple(rows), tuple(issues))


def by_path(paths: Sequence[Path], readings: Sequence[Reading], contents: Contents) -> list[tuple[Path, Issue]]:
    """Every Issue once, with the path of its file as people know it: the readings' own in their order, then the rest.

    paths, readings: of the same length. contents: gathered from these readings.
    """
    found = {(path, each): None for path, reading in zip(paths, readings, strict=True) for each in reading.issues}
    said = {each for _, each in found}
    named = {reading.document.file: path for path, reading in zip(paths, readings, strict=True)}
    later = {
        (named.get(each.place.file, Path(each.place.file)), each): None for each in contents.issues if each not in said
    }
    return [*found, *later]


def merged(reading: Reading) -> Reading:
    """The reading with each number once: texts under a number that stands twice follow one another."""
    by_number: dict[str, list[Recommendation]] = defaultdict(list)
    for recommendation in reading.recommendations:
        by_number[recommendation.number].append(recommendation)
    if len(by_number) == len(reading.recommendations):
        return reading
    return replace(reading, recommendations=tuple(_merged(group) for group in by_number.values()))


def _merged(group: Sequence[Recommendation]) -> Recommendation:
    texts = [text for recommendation in group for text in recommendation.texts]
    return replace(group[0], texts=tuple(replace(text, part=part) for part, text in enumerate(texts, start=1)))


def answering(review: ReviewName, distinct: Iterable[Reading], report: Reading) -> list[Reading]:
    """The documents whose answers count: the report in force and what answers beside it, not what it replaces."""
    beside = [
        reading
        for reading in distinct
        if reading.document.review == review and reading.document.family != report.document.family and reading.answers
    ]
    return [report, *sorted(beside, key=lambda reading: (reading.document.date or "", reading.document.sha256))]


def _reconciled(
    review: ReviewName, report: Reading, answering: Sequence[Reading]
) -> tuple[list[Position], list[Issue]]:
    answers = positions.Answers(answer for reading in answering for answer in reading.answers)
    listed, file = report.recommendations, report.document.file
    issues = [
        *totals.missing_numbers(listed, file),
        *positions.contradictions(answers, listed, file),
        *totals.differing_totals(report.totals, totals.counted(report, answers), file),
        *(found for reading in answering for found in totals.answers_without_text(reading, listed)),
    ]
    return positions.positions(review, listed, answers), issues


def _superseded(review: ReviewName, report: Reading, distinct: Iterable[Reading]) -> tuple[str, ...]:
    return tuple(
        reading.document.sha256
        for reading in distinct
        if reading.document.review == review
        and reading.document.sha256 != report.document.sha256
        and reviews.is_report(reading)
    )
