"""How two records differ, as a page shows it: a bounded number of lines, links where the record is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from item6.record.difference import Change, Diff, ReviewDiff
from item6.terms.names import ReviewName

MOST = 60
"""Numbers of one review, and reviews of one kind, that are named; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers of one kind. shown: the first ones; more: how many are only counted; linked: whether they open."""

    kind: str
    shown: tuple[str, ...]
    more: int
    linked: bool

    @property
    def all(self) -> int:
        """How many."""
        return len(self.shown) + self.more


@dataclass(frozen=True, slots=True)
class Moved:
    """A number whose position changed."""

    number: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ReviewLines:
    """What changed in one review."""

    review: ReviewName
    numbers: tuple[Numbers, ...]
    moved: tuple[Moved, ...]
    moved_more: int

    @property
    def moved_all(self) -> int:
        """How many positions changed."""
        return len(self.moved) + self.moved_more


class Differences:
    """From record `a` to record `b`. shown: the hash of the record whose pages can be opened."""

    def __init__(self, found: Diff, a: str, b: str, shown: str) -> None:
        self.found, self.a, self.b = found, a, b
        self.links_before, self.links_after = shown == a, shown == b

    @property
    def any(self) -> bool:
        """Whether anything differs."""
        return bool(self.found)

    @property
    def linked(self) -> bool:
        """Whether what both records hold can be opened."""
        return self.links_before or self.links_after

    @property
    def changed(self) -> list[ReviewLines]:
        """The reviews that both hold and that differ, the first ones."""
        return [self._lines(each) for each in self.found.reviews_changed[:MOST]]

    @property
    def changed_more(self) -> int:
        """How many more there are."""
        return max(0, len(self.found.reviews_changed) - MOST)

    def _lines(self, found: ReviewDiff) -> ReviewLines:
        kinds = (
            _numbers("added", found.added, self.links_after),
            _numbers("removed", found.removed, self.links_before),
            _numbers("words", [each.number for each in found.changed if each.words], self.linked),
            _numbers("states", [each.number for each in found.changed if each.states], self.linked),
        )
        moved = [line for each in found.changed if (line := _moved(each))]
        return ReviewLines(
            found.review, tuple(each for each in kinds if each.shown), tuple(moved[:MOST]), max(0, len(moved) - MOST)
        )


def _numbers(kind: str, numbers: Sequence[str], linked: bool) -> Numbers:
    return Numbers(kind, tuple(numbers[:MOST]), max(0, len(numbers) - MOST), linked)


def _moved(change: Change) -> Moved | None:
    return Moved(change.number, *change.position) if change.position else None
