"""Whether a review adds up: what was looked at, and what was found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from item6.cli.messages import counted, issue_line
from item6.measures.outcome import outcome
from item6.measures.reviewed import issues_of
from item6.measures.stated import stated_totals
from item6.record.reader import Record
from item6.record.rows import ReviewRow
from item6.terms.answers import PENDING, POSITIONS, STAGES
from item6.terms.as_json import as_json
from item6.terms.documents import Document
from item6.terms.issues import Issue
from item6.terms.names import ReviewName

_COUNTING = ("count.", "answer.", "number.", "compare.", "decision.")
"""Keys of Issues that say that something does not add up; `speakers` are no recommendations and are only told."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at. fine: nothing stands against it."""

    name: str
    fine: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """All checks of a review. findings: what does not add up. remarks: what is worth knowing (drafts, misprints)."""

    review: ReviewName
    checks: tuple[Check, ...]
    findings: tuple[Issue, ...]
    remarks: tuple[Issue, ...]

    @property
    def adds_up(self) -> bool:
        """Whether nothing was found."""
        return not self.findings

    def as_object(self) -> dict[str, Any]:
        """The reconciliation as plain JSON."""
        return {
            "review": str(self.review),
            "adds_up": self.adds_up,
            "checks": [{"name": each.name, "fine": each.fine, "sentence": each.sentence} for each in self.checks],
            "findings": as_json(self.findings),
            "remarks": as_json(self.remarks),
        }


def reconciliation(record: Record, row: ReviewRow) -> Reconciliation:
    """Everything that was compared for a review when its record was built."""
    documents = [document for document in record.documents() if document.review == row.name]
    issues = issues_of(record, row.name, documents)
    findings = tuple(each for each in issues if each.severity != "note" and _is_about_counts(each))
    remarks = tuple(each for each in issues if each.key.startswith(("draft.", "number.")) and each not in findings)
    checks = (
        *_lists(row, findings),
        *(Check("stated", each.agrees, f"{each.file}: {each.sentence}") for each in stated_totals(record, row)),
        *_answered(record, row, documents, findings),
        *_compared(record, row, documents, findings),
    )
    return Reconciliation(row.name, checks, findings, remarks)


def finding_line(found: Issue) -> str:
    """One sentence with file and page."""
    return issue_line(found, found.place.file)


def _is_about_counts(found: Issue) -> bool:
    return found.key.startswith(_COUNTING) and found.key != "count.speakers_differ"


def _lists(row: ReviewRow, findings: Sequence[Issue]) -> list[Check]:
    gaps = _of(findings, "count.number_missing", "count.list_starts_late")
    twice = _of(findings, "count.number_twice")
    listed = f"{counted(row.numbers, 'number')} listed"
    return [
        Check("list", not gaps, f"{listed}, none missing" if not gaps else f"{listed}, with {counted(gaps, 'gap')}"),
        Check("twice", not twice, "no number stands twice" if not twice else f"{counted(twice, 'number')} twice"),
    ]


def _answered(
    record: Record, row: ReviewRow, documents: Sequence[Document], findings: Sequence[Issue]
) -> Iterable[Check]:
    rivals = _of(findings, "count.two_answers")
    yield Check(
        "answers",
        not rivals,
        "no number has two answers" if not rivals else f"{counted(rivals, 'number')} with two answers",
    )
    lost = _of(findings, "number.ambiguous", "number.unknown", "count.answer_without_text")
    if lost:
        yield Check("numbers", False, f"{counted(lost, 'answer')} to numbers that are not certain")
    counts = outcome(record, row.name, "numbers", STAGES[-1])
    parts = [f"{count} {position}" for position, count in counts.items() if count]
    if any(document.family == "matrix" and document.sha256 == row.document for document in documents):
        yield _by_matrix_alone(record, row)
        return
    addenda = any(document.family == "addendum" for document in documents)
    sentence = f"{row.numbers} = {' + '.join(parts)}"
    yield Check("sum", not (addenda and counts[PENDING]), sentence if addenda else f"{sentence}, by the report alone")


def _by_matrix_alone(record: Record, row: ReviewRow) -> Check:
    """What OHCHR's matrix has, where no document of the State is at hand."""
    counts = outcome(record, row.name, "numbers", "matrix")
    parts = " + ".join(f"{counts[position]} {position}" for position in POSITIONS if counts[position])
    fine = not counts[PENDING]
    return Check("sum", fine, f"{row.numbers} {'=' if fine else '≠'} {parts}, by OHCHR's matrix alone")


def _compared(
    record: Record, row: ReviewRow, documents: Sequence[Document], findings: Sequence[Issue]
) -> Iterable[Check]:
    ours = {each.number: each.position for each in record.recommendations(row.name, "addendum")}
    for document in documents:
        if document.family != "matrix" or document.sha256 == row.document:
            continue
        theirs = {
            answer.target.number
            for answer in record.answers(row.name)
            if answer.document == document.sha256 and answer.target.number in ours
        }
        both = [number for number in theirs if number and ours[number] != PENDING]
        apart = [each for each in findings if each.key == "compare.position" and each.place.file == document.file]
        words = f"{len(both) - len(apart)} of {counted(len(both), 'answer')} agree"
        left = len(theirs) - len(both)
        if left:
            of_others = f"{left} more {'is' if left == 1 else 'are'} not answered in the State's documents"
            none = f"none of its {counted(left, 'answer')} can be compared: the State's documents answer none of them"
            words = f"{words}; {of_others}" if both else none
        yield Check("matrix", not apart, f"{document.file}: {words}")


def _of(findings: Iterable[Issue], *keys: str) -> int:
    return sum(found.key in keys for found in findings)
