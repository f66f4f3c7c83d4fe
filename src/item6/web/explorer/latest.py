"""What the start page says is new: reviews since the record before, and the latest sessions of the Working Group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from item6.record.errors import RecordError
from item6.record.reader import Record, open_record
from item6.record.rows import ReviewRow
from item6.record.sequence import News, before, built_at, news
from item6.terms.calendar import SESSIONS
from item6.terms.names import ReviewName

_SESSIONS = 3
_MOST = 30
"""Reviews of a kind that are named; the comparison of both records names all."""


@dataclass(frozen=True, slots=True)
class Since:
    """What is new since the record before. then, now: hashes. at: when this one was built, `2026-11-21 09:30` (UTC)."""

    then: str
    now: str
    at: str
    news: News

    @property
    def added(self) -> Sequence[ReviewName]:
        """The first reviews that are new."""
        return self.news.added[:_MOST]

    @property
    def renewed(self) -> Sequence[ReviewName]:
        """The first reviews with other documents than before."""
        return self.news.renewed[:_MOST]

    @property
    def more(self) -> int:
        """How many are not named."""
        return len(self.news.added) + len(self.news.renewed) - len(self.added) - len(self.renewed)


@dataclass(frozen=True, slots=True)
class SessionReviews:
    """A session of the Working Group with the reviews that the record holds of it."""

    number: int
    begins: str
    reviews: Sequence[ReviewRow]


def since(record: Record) -> Since | None:
    """What is new; None in a workspace without an earlier record that can be opened."""
    home = record.folder.parents[1]
    for built in before(home, record):
        try:
            with open_record(home, built.hash) as then:
                at = built_at(record.manifest)[:16].replace("T", " ")
                return Since(built.hash, record.hash, at, news(then, record))
        except RecordError:
            continue
    return None


def sessions(rows: Sequence[ReviewRow]) -> list[SessionReviews]:
    """The latest sessions of which the record holds reviews, the last first."""
    held: dict[int, list[ReviewRow]] = defaultdict(list)
    for row in rows:
        if row.session is not None and row.session in SESSIONS:
            held[row.session].append(row)
    return [
        SessionReviews(number, SESSIONS[number].begins, held[number])
        for number in sorted(held, reverse=True)[:_SESSIONS]
    ]
