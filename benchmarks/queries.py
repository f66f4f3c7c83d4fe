"""Asking a made-up record of world size, beside the same rows in plainer stores."""

from __future__ import annotations

import json
import random
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import generator
from timing import Line, Times, times

from item6.measures.outcome import outcome
from item6.record.check import verify
from item6.record.contents import Contents
from item6.record.reader import Record, open_record
from item6.record.schema import SCHEMA_VERSION
from item6.record.writer import publish
from item6.terms.names import ReviewName

REVIEW_MS, SEARCH_MS = 5, 50
REPEATS, SLOW_REPEATS = 200, 5
STORED = 1
"""Goes up with what is stored beside the tables for counting, so that a record made before is made again."""


def measure(folder: Path, recommendations: int) -> list[Line]:
    """Times of the questions that pages ask most."""
    home = home_of(folder, recommendations)
    lines = prepare(folder, recommendations)
    with open_record(home) as record, closing(sqlite3.connect(home / "flat.sqlite")) as flat:
        names = [row.name for row in record.reviews()]
        asked = random.Random(6).choices(names, k=REPEATS)
        lines += [_opening(home), *_one_review(home, record, flat, asked), _outcome(record, asked)]
        lines += [_search(record, flat, *each) for each in SEARCHES]
        lines += _world(record, names)
    return lines


def home_of(folder: Path, recommendations: int) -> Path:
    """The workspace of the made-up record of this size, in the schema of today."""
    return folder / f"record-{SCHEMA_VERSION}.{STORED}-{recommendations}"


def prepare(folder: Path, recommendations: int) -> list[Line]:
    """The record and the plainer stores, made where they are missing."""
    home = home_of(folder, recommendations)
    home.mkdir(parents=True, exist_ok=True)
    if (home / "flat.sqlite").exists():
        return []
    contents = generator.made_up(recommendations, max(1, recommendations * 1400 // 300_000))
    start = time.perf_counter()
    publish(home, contents)
    seconds = time.perf_counter() - start
    size = next((home / "records").glob("*/record.sqlite")).stat().st_size / 1e6
    _write_flat(home, contents)
    return [Line(f"publishing {recommendations:,} recommendations from memory", f"{seconds:.0f} s", f"{size:.0f} MB")]


def _write_flat(home: Path, contents: Contents) -> None:
    """One row, and one line of JSON, for each text and State."""
    positions = {(each.review, each.number, each.part, each.state): each.position for each in contents.positions}
    rows = [
        (str(review), each.number, text.part, state, text.words, positions[review, each.number, text.part, state])
        for reading in contents.readings
        if (review := reading.document.review)
        for each in reading.recommendations
        for text in each.texts
        for state in text.states or (None,)
    ]
    with (home / "flat.jsonl").open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    partial = home / "flat.partial"
    partial.unlink(missing_ok=True)
    with closing(sqlite3.connect(partial)) as flat:
        flat.execute("CREATE TABLE flat (review, number, part, state, words, position)")
        flat.executemany("INSERT INTO flat VALUES (?, ?, ?, ?, ?, ?)", rows)
        flat.commit()
    partial.rename(home / "flat.sqlite")


def _opening(home: Path) -> Line:
    def open_and_list(_: object) -> None:
        with open_record(home) as record:
            record.reviews()

    return Line("opening the record and listing its reviews", str(times(open_and_list, range(20))))


def _one_review(home: Path, record: Record, flat: sqlite3.Connection, asked: list[ReviewName]) -> list[Line]:
    ours = times(lambda name: record.recommendations(name), asked)  # type: ignore[arg-type]  # names of reviews
    table = times(
        lambda name: flat.execute("SELECT * FROM flat WHERE review = ?", (str(name),)).fetchall(), asked[:SLOW_REPEATS]
    )
    lines = times(lambda name: _scan(home / "flat.jsonl", str(name)), asked[:2])
    beside = (
        f"flat SQLite table without index {_times_slower(table, ours)}, scan of JSON lines {_times_slower(lines, ours)}"
    )
    return [
        Line("one review, all its recommendations", str(ours), beside, f"under {REVIEW_MS} ms", ours.median < REVIEW_MS)
    ]


def _scan(path: Path, review: str) -> list[object]:
    with path.open(encoding="utf-8") as lines:
        return [row for row in map(json.loads, lines) if row[0] == review]


def _outcome(record: Record, asked: list[ReviewName]) -> Line:
    found = times(lambda name: outcome(record, name, "numbers"), asked)  # type: ignore[arg-type]  # names of reviews
    return Line("outcome of one review", str(found))


SEARCHES = (
    ("a rare word", generator.RARE),
    ("a word in half of the texts", generator.COMMON),
    ("a phrase in a third of the texts", f'"{generator.PHRASE}"'),
    ("one common word without another", f"{generator.COMMON} -{generator.PHRASE.split()[0]}"),
    ("all texts without a common word", f"-{generator.COMMON}"),
)


def _search(record: Record, flat: sqlite3.Connection, what: str, query: str) -> Line:
    found = record.search(query)
    ours = times(lambda _: record.search(query), range(REPEATS // 4))
    beside = ""
    if "-" not in query:
        words = query.strip('"')
        like = times(
            lambda _: flat.execute("SELECT count(*) FROM flat WHERE words LIKE ?", (f"%{words}%",)).fetchone(),
            range(SLOW_REPEATS),
        )
        weighed = times(lambda _: _by_weight(record, query), range(SLOW_REPEATS))
        beside = (
            f"LIKE in a flat SQLite table {_times_slower(like, ours)}; the same index in order of weight (bm25), "
            f"not counted, {_times_slower(weighed, ours)}"
        )
    label = f"full text: {what}, {found.total:,} found and counted, first {len(found)} given"
    return Line(label, str(ours), beside, f"under {SEARCH_MS} ms", ours.median < SEARCH_MS)


def _by_weight(record: Record, query: str) -> list[object]:
    with closing(sqlite3.connect(record.folder / "record.sqlite")) as index:
        return index.execute(
            "SELECT rowid, snippet(found, 0, '[', ']', '', 40) FROM found WHERE found MATCH ? ORDER BY rank LIMIT 50",
            (query,),
        ).fetchall()


def _times_slower(other: Times, ours: Times) -> str:
    return f"{other.median:.3g} ms, {other.median / ours.median:.0f} times"


def _world(record: Record, names: list[ReviewName]) -> list[Line]:
    """Work on the whole record."""
    whole = times(lambda _: [record.recommendations(name) for name in names], range(1))
    checked = times(lambda _: verify(record.folder.parents[1], record.hash), range(1))
    return [
        Line("all recommendations of all reviews", f"{whole.median / 1000:.1f} s"),
        Line("record verify", f"{checked.median / 1000:.1f} s"),
    ]
