"""Recommendations and where they stand: queries of the tables that make a review."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from item6.record.contents import Position
from item6.record.rows import RecommendationRow, TextRow
from item6.record.schema import STAGE_CODES, Value
from item6.record.store import Store
from item6.terms.answers import PENDING, POSITIONS, STAGES, combined
from item6.terms.names import ReviewName

Range = tuple[int, int]
"""First and last rank; (1, 0) where there is nothing."""

Stand = tuple[int, str | None, int | None, int | None, str | None, str | None, str | None, int | None]
"""Rank of a text, a State (None: collective) and its answer, None throughout where there is none: stage, position,
as written, normalised, document, page."""


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


def recommendations_at(store: Store, pairs: Sequence[int], stage: str) -> list[RecommendationRow]:
    """The recommendations that hold these pairs (ranks of `pair`), in order of names, where they stand at a stage."""
    heads = store.rows(
        "SELECT v.state, v.cycle, r.id, r.number, r.number_as_printed, r.kind, r.page FROM recommendation r"
        " JOIN review v ON v.id = r.review"
        f" WHERE r.id IN (SELECT recommendation FROM pair WHERE id IN ({_marks(pairs)})) ORDER BY r.id",
        *pairs,
    )
    ranks = [head[2] for head in heads]
    texts = _texts_where(store, f"r.id IN ({_marks(ranks)})", *ranks)
    ids = [row[0] for row in texts]
    stands = _standing_where(store, stage, f"t.id IN ({_marks(ids)})", *ids)
    reviews = {head[2]: ReviewName(head[0], head[1]) for head in heads}
    of = _by_recommendation(texts, stands, reviews.__getitem__)
    return [_recommendation(reviews[head[2]], head[2:], of[head[2]]) for head in heads]


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def positions_of(store: Store, review: ReviewName, stage: str, number: str | None = None) -> list[Position]:
    """Where each text of each State of a review stands at a stage, in order of numbers, parts and print.

    number: of this one alone.
    """
    texts = texts_of(store, review=review) if number is None else _texts_of_number(store, review, number)
    stands = standing(store, texts, stage)
    named = store.rows(
        "SELECT t.id, r.number, t.part FROM text t JOIN recommendation r ON r.id = t.recommendation"
        " WHERE t.id BETWEEN ? AND ? ORDER BY t.id",
        *texts,
    )
    return [_position(review, number, part, stand) for rank, number, part in named for stand in stands[rank]]


def standing(store: Store, texts: Range, stage: str) -> dict[int, list[Stand]]:
    """For each text between two ranks, its States in printed order and where each stands at the stage."""
    return _standing_where(store, stage, "t.id BETWEEN ? AND ?", *texts)


def _standing_where(store: Store, stage: str, where: str, *arguments: Value) -> dict[int, list[Stand]]:
    by_text: dict[int, list[Stand]] = defaultdict(list)
    for stand in store.rows(
        "SELECT t.id, s.state, p.stage, p.position, w.as_written, w.normalised, d.sha256, p.page FROM text t"
        " LEFT JOIN text_state s ON s.text = t.id"
        " LEFT JOIN position p ON p.text = t.id AND p.state = ifnull(s.state, '') AND p.stage <= ?"
        " LEFT JOIN wording w ON w.id = p.wording LEFT JOIN document d ON d.id = p.document"
        f" WHERE {where} ORDER BY t.id, s.printed, p.stage",
        STAGE_CODES[stage],
        *arguments,
    ):
        stands = by_text[stand[0]]
        if stands and stands[-1][1] == stand[1]:
            stands[-1] = stand  # the same State at a later stage
        else:
            stands.append(stand)
    return by_text


def position_of(stands: list[Stand]) -> str:
    """The position of a text: that of its States together."""
    return _alike([PENDING if stand[3] is None else POSITIONS[stand[3]] for stand in stands])


def _alike(positions: list[str]) -> str:
    # Most texts have one State and most numbers one text.
    return positions[0] if len(positions) == 1 else combined(positions)


def _position(review: ReviewName, number: str, part: int, stand: Stand) -> Position:
    _, state, stage, position, as_written, normalised, document, page = stand
    if stage is None or position is None:
        return Position(review, number, part, state, STAGES[0], PENDING, "", "", None, None)
    said = as_written or "", normalised or ""
    return Position(review, number, part, state, STAGES[stage], POSITIONS[position], *said, document, page)


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


def stages_of(store: Store, review: ReviewName, number: str) -> dict[str, set[str]]:
    """The stages at which an answer gave one of the texts of a number its position, in order; its words, normalised."""
    rows = store.rows(
        "SELECT DISTINCT p.stage, w.normalised FROM review v JOIN recommendation r ON r.review = v.id"
        " JOIN text t ON t.recommendation = r.id JOIN position p ON p.text = t.id JOIN wording w ON w.id = p.wording"
        " WHERE v.state = ? AND v.cycle = ? AND r.number = ? ORDER BY 1",
        review.state,
        review.cycle,
        number,
    )
    found: dict[str, set[str]] = {}
    for code, normalised in rows:
        if code < len(STAGES):
            found.setdefault(STAGES[code], set()).update([normalised] if normalised else [])
    return found


def _texts_of_number(store: Store, review: ReviewName, number: str) -> Range:
    rows = store.rows(
        "SELECT min(t.id), max(t.id) FROM review v JOIN recommendation r ON r.review = v.id"
        " JOIN text t ON t.recommendation = r.id WHERE v.state = ? AND v.cycle = ? AND r.number = ?",
        review.state,
        review.cycle,
        number,
    )
    return (rows[0][0], rows[0][1]) if rows[0][0] is not None else (1, 0)


def _texts(store: Store, review: ReviewName, recommendations: Range, stage: str) -> dict[int, list[TextRow]]:
    """Texts of the recommendations between two ranks, by the rank of the recommendation."""
    rows = _texts_where(store, "r.id BETWEEN ? AND ?", *recommendations)
    stands = standing(store, (rows[0][0], rows[-1][0]) if rows else (1, 0), stage)
    return _by_recommendation(rows, stands, lambda _: review)


def _texts_where(store: Store, where: str, *arguments: Value) -> list[tuple[Any, ...]]:
    return store.rows(
        "SELECT t.id, t.states_as_written, t.recommendation, r.number, t.part, w.words, t.page, t.fingerprint"
        " FROM recommendation r JOIN text t ON t.recommendation = r.id JOIN words w ON w.text = t.id"
        f" WHERE {where} ORDER BY t.id",
        *arguments,
    )


def _by_recommendation(
    rows: Sequence[tuple[Any, ...]], stands: dict[int, list[Stand]], review_of: Callable[[int], ReviewName]
) -> dict[int, list[TextRow]]:
    # One list of lists is read several times faster than many lists.
    brackets = json.loads(f"[{','.join(row[1] for row in rows)}]")
    texts: dict[int, list[TextRow]] = defaultdict(list)
    for row, printed in zip(rows, brackets, strict=True):
        texts[row[2]].append(_text(review_of(row[2]), row, tuple(printed), stands[row[0]]))
    return texts


def _text(review: ReviewName, row: tuple[Any, ...], brackets: tuple[str, ...], stands: list[Stand]) -> TextRow:
    _, _, _, number, part, words, page, mark = row
    answered = stands[0] if stands[0][6] else next((stand for stand in stands if stand[6]), stands[0])
    return TextRow(
        review=review,
        number=number,
        part=part,
        words=words,
        states=tuple([stand[1] for stand in stands if stand[1]]),
        states_as_written=brackets,
        page=page,
        fingerprint=mark,
        position=position_of(stands),
        as_written=_together([stand[4] for stand in stands]),
        position_document=answered[6],
        position_page=answered[7],
    )


def _recommendation(review: ReviewName, head: tuple[Any, ...], texts: list[TextRow]) -> RecommendationRow:
    _, number, number_as_printed, kind, page = head
    return RecommendationRow(
        review=review,
        number=number,
        number_as_printed=number_as_printed,
        kind=kind,
        page=page,
        position=_alike([text.position for text in texts]),
        as_written=_of_texts(texts),
        texts=tuple(texts),
    )


def _of_texts(texts: list[TextRow]) -> str:
    """The words of several texts, each once, though those of one text may already be several."""
    if len(texts) == 1:
        return texts[0].as_written
    return _together([words for text in texts for words in text.as_written.split(_BETWEEN)])


def _together(words: list[str | None] | list[str]) -> str:
    if len(words) == 1:
        return words[0] or ""
    return _BETWEEN.join(dict.fromkeys([each for each in words if each]))


_BETWEEN = "; "
"""Between the words of answers that differ."""
