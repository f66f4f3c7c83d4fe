"""What a record answers with: plain frozen values, no database behind them.

Those that come by the hundred are named tuples: a third of a review's five milliseconds went into making dataclasses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from item6.terms.names import RecommendationName, ReviewName
from item6.terms.passages import Passage

MARK_OPEN, MARK_CLOSE = MARKS = ("⟦", "⟧")
"""Around found words in a Hit; signs that UN documents do not use."""


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A review and its report in force. document: SHA-256, file: name. The last three are counts, one for each unit."""

    name: ReviewName
    state: str
    cycle: int
    session: int | None
    symbol: str | None
    document: str
    file: str
    numbers: int
    texts: int
    state_recommendations: int


class TextRow(NamedTuple):
    """One text under a number, and where it stands at the stage asked for.

    position: of its States together; as_written: their words, each once, joined by `; `.
    position_document: SHA-256 of the file that gives the answer (the first one where States differ), or None.
    position_page: page in it, from 1, or None.
    """

    review: ReviewName
    number: str
    part: int
    words: str
    states: tuple[str, ...]
    states_as_written: tuple[str, ...]
    page: int | None
    fingerprint: str
    position: str
    as_written: str
    position_document: str | None
    position_page: int | None

    @property
    def name(self) -> RecommendationName:
        """Its name, with its part."""
        return RecommendationName(self.review, self.number, self.part)


class RecommendationRow(NamedTuple):
    """A numbered recommendation; position and as_written are those of its texts together."""

    review: ReviewName
    number: str
    number_as_printed: str
    kind: str
    page: int | None
    position: str
    as_written: str
    texts: tuple[TextRow, ...]

    @property
    def name(self) -> RecommendationName:
        """Its name."""
        return RecommendationName(self.review, self.number)

    @property
    def states(self) -> tuple[str, ...]:
        """Recommending States of all texts, each once, in printed order."""
        return tuple(dict.fromkeys(state for text in self.texts for state in text.states))


class LabelRow(NamedTuple):
    """A label that others give a number, or with `part` one of its texts; fields as in `item6.terms.labels.Label`.

    number: as the matrix has it; the report need not list it. document: SHA-256 of the matrix.
    """

    review: ReviewName
    number: str
    part: int | None
    kind: str
    value: str
    source: str
    document: str
    passage: Passage


class ExportRowRow(NamedTuple):
    """A row of UPR Info's export on a review; fields as in `item6.terms.labels.ExportRow`.

    document: SHA-256 of the export. row: in it, from 1, the heading included.
    """

    review: ReviewName
    row: int
    recommending: str | None
    words: str
    response: str
    action: int | None
    issues: tuple[str, ...]
    document: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A text that was found. name: with its part. words: the part of it around the found words, these in MARKS."""

    name: RecommendationName
    words: str
    states: tuple[str, ...]
    position: str

    @property
    def pieces(self) -> tuple[tuple[str, bool], ...]:
        """The words cut at the marks: (words, whether they were found)."""
        parts = self.words.replace(MARK_CLOSE, MARK_OPEN).split(MARK_OPEN)
        return tuple((part, bool(index % 2)) for index, part in enumerate(parts) if part)


@dataclass(frozen=True, slots=True)
class Hits:
    """Found texts in order of their names. total: how many there are, of which `hits` are the first."""

    hits: tuple[Hit, ...]
    total: int

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    def __len__(self) -> int:
        return len(self.hits)
