"""From the rows of a record to its facets: what is stored beside the tables so that counting is fast.

Nothing here is new: all of it follows from the tables and does not enter the record's hash.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from item6.record.facets import CLASS, END, EXPORT, PAIRS, POSITION, Key, at_stage, set_of
from item6.record.schema import STAGE_CODES
from item6.terms.answers import NOTED, PENDING, POSITIONS, STAGES, SUPPORTED
from item6.terms.calendar import SESSIONS

DDL = """
-- What follows is made from the tables above, for counting. Pairs: one text from one State, in the order of names.
CREATE TABLE pair (id INTEGER PRIMARY KEY, recommendation INTEGER NOT NULL, text INTEGER, state TEXT);
CREATE TABLE span (
    base TEXT NOT NULL, state TEXT NOT NULL, cycle INTEGER NOT NULL, session INTEGER, year INTEGER,
    rank INTEGER NOT NULL, size INTEGER NOT NULL, PRIMARY KEY (base, state, cycle)
) WITHOUT ROWID;
-- Sets of places, little-endian from bit `start` on. state '' and cycle 0: of the whole record.
CREATE TABLE facet (
    id INTEGER PRIMARY KEY, base TEXT NOT NULL, state TEXT NOT NULL, cycle INTEGER NOT NULL, key TEXT NOT NULL,
    value TEXT NOT NULL, start INTEGER NOT NULL, bits BLOB NOT NULL
);
CREATE INDEX facet_by_review ON facet (base, state, cycle);
CREATE INDEX pair_by_text ON pair (text);
CREATE INDEX pair_by_recommendation ON pair (recommendation);
"""

FILED = {"Accepted": SUPPORTED, "Supported": SUPPORTED, "Noted": NOTED, "Rejected": NOTED}
"""The position that UPR Info's words stand for; others are pending."""

Rows = Mapping[str, Sequence[tuple[Any, ...]]]
"""Rows of every table, by its name, as `item6.record.arrange` makes them."""
Said = dict[Key, list[int]]
"""Places by what is said of them."""


@dataclass(frozen=True, slots=True)
class _Review:
    """Where a review's places are. first: counted from 0 in the whole record."""

    state: str
    cycle: int
    session: int | None
    year: int | None
    first: int
    size: int


def derived(rows: Rows) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
    """Table by table, the rows of `pair`, `span` and `facet` that follow from the rows of a record."""
    pairs = list(_pairs(rows))
    reviews = list(_reviews(rows, pairs))
    exported = list(_exported(rows))
    yield "pair", [(rank, *pair) for rank, pair in enumerate(pairs, 1)]
    yield (
        "span",
        [
            (base, each.state, each.cycle, each.session, each.year, each.first + 1, each.size)
            for base, found in ((PAIRS, reviews), (EXPORT, exported))
            for each in found
        ],
    )
    facets = [*_stored(PAIRS, _said(rows, pairs), reviews, len(pairs))]
    facets += _stored(EXPORT, _said_of_export(rows), exported, len(rows["export_row"]))
    yield "facet", [(rank, *facet) for rank, facet in enumerate(facets, 1)]


def _pairs(rows: Rows) -> Iterator[tuple[int, int | None, str | None]]:
    """(recommendation, text, State) of each pair."""
    texts: dict[Any, list[Any]] = defaultdict(list)
    for text, _, recommendation, *_ in rows["text"]:
        texts[recommendation].append(text)
    states: dict[Any, list[Any]] = defaultdict(list)
    for text, _, state in rows["text_state"]:
        states[text].append(state)
    for recommendation, *_ in rows["recommendation"]:
        for text in texts.get(recommendation, [None]):
            for state in states.get(text, [None]):
                yield recommendation, text, state


def _reviews(rows: Rows, pairs: Sequence[tuple[Any, ...]]) -> Iterator[_Review]:
    review_of = {row[0]: row[1] for row in rows["recommendation"]}
    dates = {row[0]: row[10] for row in rows["document"]}
    sizes: dict[Any, int] = defaultdict(int)
    for recommendation, *_ in pairs:
        sizes[review_of[recommendation]] += 1
    first = 0
    for rank, state, cycle, session, _, document, *_ in rows["review"]:
        yield _Review(state, cycle, session, _year(session, dates[document]), first, sizes[rank])
        first += sizes[rank]


def _year(session: Any, date: Any) -> int | None:
    """The year of a review: that of its session, else of its report's date."""
    if session in SESSIONS:
        return SESSIONS[session].year
    return int(date[:4]) if date else None


def _exported(rows: Rows) -> Iterator[_Review]:
    """The reviews of export rows, which stand in their order."""
    known = {(row[1], row[2]): row[3] for row in rows["review"]}
    dates = {row[0]: row[10] for row in rows["document"]}
    documents = {(row[1], row[2]): row[5] for row in rows["review"]}
    first = 0
    for (state, cycle), found in groupby(rows["export_row"], key=itemgetter(0, 1)):
        size = sum(1 for _ in found)
        session, document = known.get((state, cycle)), documents.get((state, cycle))
        year = _year(session, dates.get(document))
        yield _Review(state, cycle, session, year, first, size)
        first += size


def _said(rows: Rows, pairs: Sequence[tuple[Any, ...]]) -> Said:
    """What the tables say of pairs."""
    said: Said = defaultdict(list)
    of_text: dict[Any, list[int]] = defaultdict(list)
    of_number: dict[Any, list[int]] = defaultdict(list)
    for place, (recommendation, text, state) in enumerate(pairs):
        of_text[text].append(place)
        of_number[recommendation].append(place)
        if state is not None:
            said["by", state].append(place)
            said[END, "state_recommendations"].append(place)
    of_text.pop(None, None)
    said[END, "numbers"] = [places[-1] for places in of_number.values()]
    said[END, "texts"] = [places[-1] for places in of_text.values()]
    _positions(said, rows, pairs, of_text)
    _beside(said, rows, pairs, of_number)
    labels = {row[0]: (row[2], row[3]) for row in rows["label"]}
    for text, label, _, asserted, _ in rows["annotation"]:
        if asserted:
            said[labels[label]] += of_text[text]
    return said


def _positions(said: Said, rows: Rows, pairs: Sequence[tuple[Any, ...]], of_text: dict[Any, list[int]]) -> None:
    """Positions and the State's words at each stage of its own answers, each stage with all that came before."""
    normalised = {row[0]: row[2] for row in rows["wording"]}
    standing: list[dict[int, tuple[Any, Any]]] = [{} for _ in STAGES]
    for text, state, stage, position, wording, *_ in rows["position"]:
        place = _place_of(pairs, of_text[text], state)
        for each in standing[stage:]:
            each[place] = (position, wording)
    for stage, found in zip(STAGES, standing, strict=True):
        for place, (position, wording) in found.items():
            said[at_stage(POSITION, stage), POSITIONS[position]].append(place)
            if normalised[wording]:
                said[at_stage(CLASS, stage), str(normalised[wording])].append(place)


def _place_of(pairs: Sequence[tuple[Any, ...]], places: Sequence[int], state: Any) -> int:
    """The place of a text's State; of the text itself where it has none."""
    return next(place for place in places if (pairs[place][2] or "") == state)


def _beside(said: Said, rows: Rows, pairs: Sequence[tuple[Any, ...]], of_number: dict[Any, list[int]]) -> None:
    """Labels and readings of others, explanations, oral answers: what is said of numbers."""
    parts = {row[0]: row[3] for row in rows["text"]}
    review_of = {row[0]: (row[1], row[2]) for row in rows["review"]}
    numbers = {(*review_of[row[1]], row[2]): row[0] for row in rows["recommendation"]}

    def places(state: Any, cycle: Any, number: Any, part: Any, by: Any = None) -> list[int]:
        """The pairs of a number that a label or an answer is about."""
        mine = of_number.get(numbers.get((state, cycle, number)), [])
        return [
            place
            for place in mine
            if (part is None or parts.get(pairs[place][1]) == part) and (by is None or pairs[place][2] == by)
        ]

    labels = {row[0]: (row[2], row[3]) for row in rows["label"]}
    for state, cycle, _, number, part, label, _ in rows["labelled"]:
        said[labels[label]] += places(state, cycle, number, part)
    _answers(said, rows, places)


def _answers(said: Said, rows: Rows, places: Any) -> None:
    """What answers say beside the fold: explanations, oral answers, readings of others (the last of a stage counts)."""
    read: dict[str, dict[int, tuple[Any, Any]]] = defaultdict(dict)
    stages = {code: stage for stage, code in STAGE_CODES.items()}
    nearest = sorted(rows["answer"], key=lambda row: (row[4] is not None, row[5] is not None))
    for _, state, cycle, number, part, by, position, _, normalised, explanation, stage, _, _, _, source, _ in nearest:
        if number is None:
            continue
        found = places(state, cycle, number, part, by)
        if source == "oral":
            said["has", "oral"] += found
        if explanation and source == "written":
            said["has", "explanation"] += found
        if source == "reading":
            read[stages[stage]] |= dict.fromkeys(found, (position, normalised))
    for name, stood in read.items():
        for place, (position, normalised) in stood.items():
            said[at_stage(POSITION, name), POSITIONS[position]].append(place)
            if normalised:
                said[at_stage(CLASS, name), str(normalised)].append(place)


def _said_of_export(rows: Rows) -> Said:
    """What UPR Info says of its rows."""
    said: Said = defaultdict(list)
    for place, row in enumerate(rows["export_row"]):
        _, _, _, _, _, by, _, response, action, issues = row
        if by:
            said["by", str(by)].append(place)
        position = FILED.get(str(response), PENDING)
        if position != PENDING:
            said[at_stage(POSITION, "upr_info"), position].append(place)
        said[at_stage(CLASS, "upr_info"), str(response)].append(place)
        if action is not None:
            said["action", str(action)].append(place)
        for each in json.loads(str(issues)):
            said["issue", each].append(place)
    return said


def _stored(
    base: str, said: Said, reviews: Sequence[_Review], size: int
) -> Iterator[tuple[str, str, int, str, str, int, bytes]]:
    """Rows of `facet` without their rank: the whole record's, then each review's."""
    for (key, value), places in sorted(said.items()):
        whole = set_of(places, size)
        if whole:
            yield base, "", 0, key, value, *trimmed(whole)
    for review, found in zip(reviews, _cut(said, reviews), strict=True):
        for (key, value), places in sorted(found.items()):
            yield base, review.state, review.cycle, key, value, *trimmed(set_of(places, review.size))


def _cut(said: Said, reviews: Sequence[_Review]) -> list[Said]:
    """What is said, by review, places counted from its first."""
    ends = [review.first + review.size for review in reviews]
    cut: list[Said] = [{} for _ in reviews]
    for key, places in said.items():
        at = 0
        for place in sorted(places):
            while place >= ends[at]:
                at += 1
            cut[at].setdefault(key, []).append(place - reviews[at].first)
    return cut


def trimmed(places: int) -> tuple[int, bytes]:
    """A set as the first byte's first place and its bytes, without empty ones before and after."""
    start = ((places & -places).bit_length() - 1) // 8 * 8 if places else 0
    kept = places >> start
    return start, kept.to_bytes((kept.bit_length() + 7) // 8, "little")


def untrimmed(start: int, kept: bytes) -> int:
    """The set that `trimmed` stored."""
    return int.from_bytes(kept, "little") << start


def rows_named(rows: Iterable[tuple[Any, ...]]) -> dict[Key, int]:
    """Sets by key and value, from rows (key, value, start, bits)."""
    return {(key, value): untrimmed(start, kept) for key, value, start, kept in rows}
