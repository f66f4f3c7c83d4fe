"""How two records differ: what a new document, or a better reading of an old one, changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from item6.record.reader import Record
from item6.record.rows import RecommendationRow
from item6.terms.names import ReviewName

T = TypeVar("T")
Named = tuple[str, str]
"""A document: SHA-256 and file name."""


@dataclass(frozen=True, slots=True)
class Change:
    """A number that both records hold, and what differs: words or States of its texts, or the position.

    position: that of the number (before, after), the same twice where only its texts changed places; None unchanged.
    """

    number: str
    words: bool
    states: bool
    position: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class ReviewDiff:
    """How a review that both records hold differs, in order of numbers."""

    review: ReviewName
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Diff:
    """From one record to another; false where nothing of this differs."""

    reviews_added: tuple[ReviewName, ...]
    reviews_removed: tuple[ReviewName, ...]
    reviews_changed: tuple[ReviewDiff, ...]
    documents_added: tuple[Named, ...]
    documents_removed: tuple[Named, ...]

    def __bool__(self) -> bool:
        reviews = self.reviews_added or self.reviews_removed or self.reviews_changed
        return bool(reviews or self.documents_added or self.documents_removed)


def diff(a: Record, b: Record) -> Diff:
    """What changed from `a` to `b`. Positions are those at the last stage, so that any new answer shows."""
    if a.hash == b.hash:
        return Diff((), (), (), (), ())
    before, after = ([row.name for row in record.reviews()] for record in (a, b))
    changed = (_review(name, a, b) for name in before if name in set(after))
    files_before, files_after = (_files(record) for record in (a, b))
    return Diff(
        reviews_added=_without(after, before),
        reviews_removed=_without(before, after),
        reviews_changed=tuple(each for each in changed if each.added or each.removed or each.changed),
        documents_added=_without(files_after, files_before),
        documents_removed=_without(files_before, files_after),
    )


def _review(name: ReviewName, a: Record, b: Record) -> ReviewDiff:
    before, after = ({row.number: row for row in record.recommendations(name, "later")} for record in (a, b))
    changes = (_change(before[number], after[number]) for number in before if number in after)
    return ReviewDiff(
        name, _without(after, before), _without(before, after), tuple(change for change in changes if change)
    )


def _change(before: RecommendationRow, after: RecommendationRow) -> Change | None:
    words = [text.words for text in before.texts] != [text.words for text in after.texts]
    states = [text.states for text in before.texts] != [text.states for text in after.texts]
    moved = [text.position for text in before.texts] != [text.position for text in after.texts]
    position = (before.position, after.position) if moved and not words else None
    if before.position != after.position:
        position = (before.position, after.position)
    return Change(before.number, words, states, position) if words or states or position else None


def _files(record: Record) -> list[Named]:
    return [(document.sha256, document.file) for document in record.documents()]


def _without(these: Iterable[T], those: Iterable[T]) -> tuple[T, ...]:
    out = set(those)
    return tuple(each for each in these if each not in out)
