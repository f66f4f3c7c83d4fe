"""Counting in a made-up record of world size, beside the same rows grouped by SQL in a flat table."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from timing import Line, Times, times

from item6.measures.definitions import MEASURES, SHARE
from item6.measures.figures import figures
from item6.measures.filters import parse
from item6.measures.groups import grouped_by
from item6.measures.ranks import ranked
from item6.measures.scope import Scope, of_review
from item6.record.reader import Record, open_record

WORLD_MS, REVIEW_MS = 150, 10
REPEATS = 12

_NAMES = [*MEASURES, *(f"{name}{SHARE}" for name in MEASURES if name != "received"), "recommending_states"]

_FIVE = Scope(parse("cycle:2 by:CHE by:KEN by:NOR by:FJI by:URY"))

WORLD: list[tuple[str, Callable[[Record], object], str]] = [
    ("all measures of the whole record", lambda record: figures(record, _NAMES, Scope()),
     "SELECT position, count(*) FROM flat GROUP BY position"),
    ("by recommending State, in State-recommendations",
     lambda record: grouped_by(record, "by", Scope(unit="state_recommendations")),
     "SELECT state, position, count(*) FROM flat GROUP BY state, position"),
    ("by recommending State, in numbers", lambda record: grouped_by(record, "by", Scope()),
     "SELECT state, position, count(DISTINCT review || number) FROM flat GROUP BY state, position"),
    ("by regional group, in numbers", lambda record: grouped_by(record, "group", Scope()), ""),
    ("by issue, in numbers", lambda record: grouped_by(record, "issue", Scope()), ""),
    ("by cycle, in texts", lambda record: grouped_by(record, "cycle", Scope(unit="texts")),
     "SELECT substr(review, 5), position, count(DISTINCT review || number || part) FROM flat GROUP BY 1, 2"),
    ("all reviews ranked by the share not supported",
     lambda record: ranked(record, "not_supported_share", Scope()), ""),
    ("by issue, of what five States recommended in one cycle",
     lambda record: grouped_by(record, "issue", _FIVE), ""),
]  # fmt: skip


def measure(home: Path) -> list[Line]:
    """Times of what people ask for, each in a record opened afresh. home: as `queries` prepares it."""
    with open_record(home) as record:
        asked = random.Random(6).choices([row.name for row in record.reviews()], k=200)
        of_one = times(lambda name: figures(record, _NAMES, of_review(name)), asked)  # type: ignore[arg-type]  # names
    lines = [
        Line(
            f"a review's figures, {len(_NAMES)} of them",
            str(of_one),
            "",
            f"under {REVIEW_MS} ms",
            of_one.median < REVIEW_MS,
        )
    ]
    with closing(sqlite3.connect(home / "flat.sqlite")) as flat:
        return lines + [_world(home, flat, *each) for each in WORLD]


def _world(home: Path, flat: sqlite3.Connection, what: str, ask: Callable[[Record], object], query: str) -> Line:
    def afresh(_: object) -> None:
        with open_record(home) as record:
            ask(record)

    ours = times(afresh, range(REPEATS))
    beside = _beside(flat, query, ours) if query else ""
    return Line(f"world: {what}", str(ours), beside, f"under {WORLD_MS} ms", ours.median < WORLD_MS)


def _beside(flat: sqlite3.Connection, query: str, ours: Times) -> str:
    theirs = times(lambda _: flat.execute(query).fetchall(), range(3))
    return f"GROUP BY in a flat SQLite table {theirs.median:.3g} ms, {theirs.median / ours.median:.1f} times"
