"""Readings of many documents, and people's decisions, to the contents of a record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from item6.decisions import Decided
from item6.pipeline.labels import labels_of
from item6.pipeline.links import links_of
from item6.pipeline.reading import failed
from item6.reconcile import decided, reviews
from item6.reconcile.reviews import ReviewDocuments
from item6.reconcile.whole import Reconciled, reconcile
from item6.record.contents import Contents, Position, ReviewSource
from item6.terms.answers import Answer
from item6.terms.decisions import Decision
from item6.terms.documents import Reading
from item6.terms.issues import Issue
from item6.terms.names import ReviewName


def gather(readings: Iterable[Reading], decisions: Iterable[Decided] = (), *, labels: bool = True) -> Contents:
    """What a record of these documents and decisions holds. Their order makes no difference.

    Files that could not be read leave only their Issues. labels: whether texts are labelled and compared
    with those of earlier cycles, which takes half a millisecond each.
    """
    choice = reviews.choose(readings)
    files = _once(decisions)
    names = {each.document.sha256: each.document.file for each in files}
    made = sorted(
        (each for file in files for each in file.decisions), key=lambda each: (each.when, each.document, each.line)
    )
    kept = {reading.document.sha256: reading for reading in choice.distinct if not failed(reading)}
    issues = [*choice.issues, *(found for each in choice.distinct if failed(each) for found in each.issues)]
    issues += [found for file in files for found in file.issues]
    whole = [_reconciled(documents, made, names) for documents in choice.reviews]
    for each in whole:
        kept |= {reading.document.sha256: reading for reading in (each.report, *each.beside)}
        issues += each.issues
    issues += _on_other_reviews(made, {each.review for each in whole}, names)
    kept |= {file.document.sha256: _as_reading(file, whole) for file in files}
    return Contents(
        tuple(kept.values()),
        tuple(_source(documents) for documents in choice.reviews),
        tuple(_positions(whole)),
        tuple(issues),
        tuple(alias for each in whole for alias in each.aliases),
        tuple(made),
        tuple(labels_of(whole)) if labels else (),
        tuple(links_of(whole)) if labels else (),
    )


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


def _once(decisions: Iterable[Decided]) -> list[Decided]:
    """Files of decisions by their content, each once."""
    return list(
        {file.document.sha256: file for file in sorted(decisions, key=lambda file: file.document.file)}.values()
    )


def _reconciled(documents: ReviewDocuments, made: Sequence[Decision], names: dict[str, str]) -> Reconciled:
    return reconcile(documents, [each for each in made if each.review == documents.review], names)


def _on_other_reviews(made: Sequence[Decision], known: set[ReviewName], names: dict[str, str]) -> list[Issue]:
    """What there is to say of decisions on reviews without list: totals that do not add up, numbers of nothing."""
    others = [each for each in made if each.review not in known]
    _, said = decided.answers_of(others, (), names)
    _, of_labels = decided.labels_of(others, (), names)
    return [*said, *of_labels, *decided.differing_totals(others, None, names)]


def _as_reading(file: Decided, whole: Iterable[Reconciled]) -> Reading:
    """A file of decisions as a document of the record, with the answers in force that it holds."""
    sha256 = file.document.sha256
    answers: list[Answer] = [answer for each in whole for answer in each.entered if answer.document == sha256]
    return Reading(file.document, answers=tuple(answers), issues=file.issues)


def _positions(whole: Iterable[Reconciled]) -> Iterable[Position]:
    for each in whole:
        yield from each.positions()


def _source(documents: ReviewDocuments) -> ReviewSource:
    return ReviewSource(documents.review, documents.report.document.sha256, documents.superseded)
