"""Opening a published record and asking it."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Any

from item6.record.contents import Position
from item6.record.rows import Hits, RecommendationRow, ReviewRow
from item6.terms.answers import Answer
from item6.terms.documents import Document
from item6.terms.issues import Issue
from item6.terms.names import RecommendationName, ReviewName
from item6.terms.passages import Passage
from item6.terms.recommendations import Commitment, Speaker, StatedTotal


def open_record(home: Path, which: str = "current") -> Record:
    """The record `which`: `current`, a hash, or the beginning of one."""
    raise NotImplementedError


class Record:
    """A published record."""

    hash: str
    manifest: dict[str, Any]
    schema_version: int

    def __enter__(self) -> Record:
        raise NotImplementedError

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError

    def reviews(self) -> list[ReviewRow]:
        raise NotImplementedError

    def review(self, name: ReviewName) -> ReviewRow | None:
        raise NotImplementedError

    def recommendations(self, review: ReviewName, stage: str = "report") -> list[RecommendationRow]:
        raise NotImplementedError

    def recommendation(self, name: RecommendationName, stage: str = "report") -> RecommendationRow | None:
        raise NotImplementedError

    def positions(self, review: ReviewName, stage: str = "report") -> list[Position]:
        raise NotImplementedError

    def outcome(self, review: ReviewName, unit: str = "numbers", stage: str = "report") -> dict[str, int]:
        raise NotImplementedError

    def commitments(self, review: ReviewName) -> list[Commitment]:
        raise NotImplementedError

    def speakers(self, review: ReviewName) -> list[Speaker]:
        raise NotImplementedError

    def totals(self, review: ReviewName) -> list[StatedTotal]:
        raise NotImplementedError

    def answers(self, review: ReviewName) -> list[Answer]:
        raise NotImplementedError

    def documents(self) -> list[Document]:
        raise NotImplementedError

    def issues(self) -> list[Issue]:
        raise NotImplementedError

    def passage(self, name: RecommendationName) -> Passage | None:
        raise NotImplementedError

    def search(
        self,
        query: str,
        *,
        review: ReviewName | None = None,
        state: str | None = None,
        stage: str = "report",
        limit: int = 50,
    ) -> Hits:
        raise NotImplementedError
