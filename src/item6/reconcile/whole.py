"""One review from all of its documents and decisions: its list, its answers, and everything that does not add up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from item6.reconcile import compare, decided, drafts, export, positions, totals
from item6.reconcile.numbers import Numbers, resolved
from item6.reconcile.positions import Answers
from item6.reconcile.reviews import ReviewDocuments
from item6.record.contents import Alias, Position
from item6.terms.answers import PENDING, Answer
from item6.terms.decisions import Decision
from item6.terms.documents import Reading
from item6.terms.issues import Issue
from item6.terms.names import ReviewName
from item6.terms.recommendations import Recommendation


@dataclass(frozen=True, slots=True)
class Reconciled:
    """A review as its documents and decisions have it.

    report: its list, each number once, corrections in force. beside: addenda and other people's readings, answers
    under the numbers of the report. entered: answers that people entered. answers: what is folded. labelled: decisions
    on labels in force.
    """

    review: ReviewName
    report: Reading
    beside: tuple[Reading, ...]
    entered: tuple[Answer, ...]
    answers: Answers
    aliases: tuple[Alias, ...]
    issues: tuple[Issue, ...]
    labelled: tuple[Decision, ...] = ()

    def positions(self) -> list[Position]:
        """Where each text of each State stands at each stage."""
        return positions.positions(self.review, self.report.recommendations, self.answers)


def reconcile(
    documents: ReviewDocuments, decisions: Sequence[Decision] = (), files: Mapping[str, str] | None = None
) -> Reconciled:
    """Everything of one review brought together.

    decisions: those on this review. files: name of the file of each SHA-256, for Issues about decisions.
    """
    review, report = documents.review, merged(documents.report)
    names = {each.document.sha256: each.document.file for each in (report, *documents.beside)} | dict(files or {})
    issues = totals.doubled_numbers(documents.report.recommendations, report.document.file)
    mended = decided.corrected(report, decisions, names)
    report, aliases = mended.report, [*mended.aliases]
    issues += mended.issues
    for draft in documents.drafts:
        followed = drafts.follow(review, merged(draft), report)
        aliases += followed.aliases
        issues += followed.issues
    beside = _resolved(report, documents.beside, aliases, issues)
    entered, said = decided.answers_of(decisions, report.recommendations, names)
    issues += said
    answers = Answers(
        answer for answers in (*(each.answers for each in (report, *beside)), entered) for answer in answers
    )
    issues += _checked(report, beside, answers, names)
    issues += export.differences(review, documents.rows, compare.Ours(report, answers, names))
    labelled, said = decided.labels_of(decisions, report.recommendations, names)
    issues += said
    received = {"received": len(report.recommendations)}
    issues += decided.differing_totals(decisions, received, names)
    return Reconciled(
        review, report, tuple(beside), tuple(entered), answers, tuple(aliases), tuple(issues), tuple(labelled)
    )


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


def _resolved(
    report: Reading, beside: Iterable[Reading], aliases: Iterable[Alias], issues: list[Issue]
) -> list[Reading]:
    """The readings with their answers under the numbers of the report; what was said of numbers goes to `issues`."""
    of_report = Answers(report.answers)
    waiting = [
        each.number
        for each in report.recommendations
        if totals.position_of_number(each, of_report, "report") == PENDING
    ]
    listed = [each.number for each in report.recommendations]
    numbers = Numbers(listed, {each.alias: each.number for each in aliases if each.number}, waiting)
    readings = []
    for reading in beside:
        if reading.document.family == "addendum":
            found = resolved(reading, numbers)
            issues += found.issues
            reading = replace(reading, answers=found.answers)
        readings.append(reading)
    return readings


def _checked(report: Reading, beside: Sequence[Reading], answers: Answers, files: Mapping[str, str]) -> Iterable[Issue]:
    """Everything that does not add up."""
    listed, file = report.recommendations, report.document.file
    yield from totals.missing_numbers(listed, file)
    yield from positions.contradictions(answers, listed, file, files)
    yield from totals.differing_totals(report.totals, totals.counted(report, answers), file)
    yield from totals.parts_that_differ(report.totals, file)
    yield from totals.answers_without_text(report, listed)
    addenda = [reading for reading in beside if reading.document.family == "addendum"]
    for addendum in addenda:
        found = totals.counted_after(listed, answers, addendum.document.sha256)
        yield from totals.differing_totals(addendum.totals, found, addendum.document.file, "answer.total_differs")
        yield from totals.parts_that_differ(addendum.totals, addendum.document.file)
    if addenda:
        yield from totals.unanswered(listed, answers, file)
        yield from totals.answered_twice(answers, listed, files)
    for reading in beside:
        if reading.document.family == "matrix":
            yield from compare.differences(reading, compare.Ours(report, answers, files))
