"""Looking after published records: are they what was published, and how do two of them differ."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from item6.record.reader import Record
from item6.terms.issues import Issue
from item6.terms.names import ReviewName


@dataclass(frozen=True, slots=True)
class Change:
    """A number that both records hold, and what differs. position: (before, after) or None where it is the same."""

    number: str
    words: bool
    states: bool
    position: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class ReviewDiff:
    """How a review that both records hold differs; numbers in order of the later record."""

    review: ReviewName
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Diff:
    """From one record to another. documents: (SHA-256, file name). False where nothing differs."""

    reviews_added: tuple[ReviewName, ...]
    reviews_removed: tuple[ReviewName, ...]
    reviews_changed: tuple[ReviewDiff, ...]
    documents_added: tuple[tuple[str, str], ...]
    documents_removed: tuple[tuple[str, str], ...]

    def __bool__(self) -> bool:
        return bool(
            self.reviews_added
            or self.reviews_removed
            or self.reviews_changed
            or self.documents_added
            or self.documents_removed
        )


def verify(home: Path, which: str = "current") -> tuple[Issue, ...]:
    """What is wrong with a record, as Issues; empty where all is well."""
    raise NotImplementedError


def diff(a: Record, b: Record) -> Diff:
    """What changed from `a` to `b`."""
    raise NotImplementedError
