"""Recommendations and where they stand: queries of the tables that make a review."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from item6.record.contents import Position
from item6.record.rows import RecommendationRow, TextRow
from item6.record.schema import STAGE_CODES, Value
from item6.record.store import Store
from item6.terms.answers import PENDING, POSITIONS, STAGES, combined
from item6.terms.names import RecommendationName, ReviewName

Range = tuple[int, int]
"""First and last rank; (1, 0) where there is nothing."""

_UNKNOWN = (STAGE_CODES["report"], POSITIONS.index(PENDING), "", "", None, None)


def recommendations_of(
    store: Store, review: ReviewName, stage: str, where: str = "", *arguments: Value
) -> list[RecommendationRow]:
    """Recommendations of a review in order of numbers, where they stand at a stage. where: narrows them."""
    heads = store.rows(
        "SELECT r.id, r.number, r.number_as_printed, r.kind, r.page"
        " FROM review v JOIN recommendation r ON r.review = v.id"
        f" WHERE v.state = ? AND v.cycle = ? {where} ORDER BY r.id",
        review.state,
        review.cycle,
        *arguments,
    )
    texts = _texts(store, review, (heads[0][0], heads[-1][0]) if heads else (1, 0), stage)
    return [_recommendation(review, head, texts[head[0]]) for head in heads]


def standing(store: Store, review: ReviewName, texts: Range, stage: str) -> dict[int, list[Position]]:
    """For each text between two ranks of one review, its States in printed order and where each stands at the stage.

    ValueError for a stage that is not one of STAGES.
    """
    if stage not in STAGES:
        raise ValueError(f"{stage}: not a stage of the State's answers; stages are {', '.join(STAGES)}")
    known = {
        # Stages come in order, so the last one known remains.
        (text, state): found
        for text, state, *found in store.rows(
            "SELECT p.text, p.state, p.stage, p.position, w.as_written, w.normalised, d.sha256, p.page"
            " FROM position p JOIN wording w ON w.id = p.wording LEFT JOIN document d ON d.id = p.document"
            " WHERE p.text BETWEEN ? AND ? AND p.stage <= ? ORDER BY p.text, p.state, p.stage",
            *texts,
            STAGE_CODES[stage],
        )
    }
    by_text: dict[int, list[Position]] = defaultdict(list)
    for text, number, part, state in store.rows(
        "SELECT t.id, r.number, t.part, s.state FROM text t JOIN recommendation r ON r.id = t.recommendation"
        " LEFT JOIN text_state s ON s.text = t.id WHERE t.id BETWEEN ? AND ? ORDER BY t.id, s.printed",
        *texts,
    ):
        at, position, *answer = known.get((text, state or ""), _UNKNOWN)
        by_text[text].append(Position(review, number, part, state, STAGES[at], POSITIONS[position], *answer))
    return by_text


def texts_of(store: Store, *, review: ReviewName | None = None, state: str | None = None) -> Range:
    """Ranks of the first and last text of a review, of a State under review, or of all."""
    where: str
    arguments: tuple[Value, ...]
    if review is not None:
        where, arguments = "WHERE v.state = ? AND v.cycle = ?", (review.state, review.cycle)
    elif state is not None:
        where, arguments = "WHERE v.state = ?", (state,)
    else:
        where, arguments = "", ()
    # A State's reviews follow one another, and so do their texts.
    reviews = store.rows(f"SELECT min(v.id), max(v.id) FROM review v {where}", *arguments)[0]
    first = store.rows("SELECT id FROM text WHERE review >= ? ORDER BY review, recommendation LIMIT 1", reviews[0])
    last = store.rows(
        "SELECT id FROM text WHERE review <= ? ORDER BY review DESC, recommendation DESC, id DESC LIMIT 1", reviews[1]
    )
    return (first[0][0], last[0][0]) if first and last else (1, 0)


def _texts(store: Store, review: ReviewName, recommendations: Range, stage: str) -> dict[int, list[TextRow]]:
    """Texts of the recommendations between two ranks, by the rank of the recommendation."""
    rows = store.rows(
        "SELECT t.id, t.recommendation, r.number, t.part, w.words, t.states_as_written, t.page, t.fingerprint"
        " FROM recommendation r JOIN text t ON t.recommendation = r.id JOIN words w ON w.text = t.id"
        " WHERE r.id BETWEEN ? AND ? ORDER BY t.id",
        *recommendations,
    )
    stands = standing(store, review, (rows[0][0], rows[-1][0]) if rows else (1, 0), stage)
    texts: dict[int, list[TextRow]] = defaultdict(list)
    for rank, recommendation, *row in rows:
        texts[recommendation].append(_text(review, row, stands[rank]))
    return texts


def _text(review: ReviewName, row: list[Any], stands: list[Position]) -> TextRow:
    number, part, words, states_as_written, page, mark = row
    answered = next((each for each in stands if each.document), None)
    return TextRow(
        name=RecommendationName(review, number, part),
        part=part,
        words=words,
        states=tuple(each.state for each in stands if each.state),
        states_as_written=tuple(json.loads(states_as_written)),
        page=page,
        fingerprint=mark,
        position=combined(each.position for each in stands),
        as_written=_together(each.as_written for each in stands),
        position_document=answered.document if answered else None,
        position_page=answered.page if answered else None,
    )


def _recommendation(review: ReviewName, head: tuple[Any, ...], texts: list[TextRow]) -> RecommendationRow:
    _, number, number_as_printed, kind, page = head
    return RecommendationRow(
        name=RecommendationName(review, number),
        number=number,
        number_as_printed=number_as_printed,
        kind=kind,
        page=page,
        position=combined(text.position for text in texts),
        as_written=_together(text.as_written for text in texts),
        texts=tuple(texts),
    )


def _together(words: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(each for each in words if each))
