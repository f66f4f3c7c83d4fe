"""What stands beside the recommendations: passages, answers, labels, pledges, speakers, totals, documents, Issues."""

from __future__ import annotations

import json
from typing import Any

from item6.record.contents import Alias
from item6.record.manifest import issue_of
from item6.record.rows import ExportRowRow, LabelRow
from item6.record.schema import ALIKE, STAGE_CODES
from item6.record.store import Store
from item6.terms.annotations import Annotation
from item6.terms.answers import POSITIONS, Answer, Target
from item6.terms.decisions import Decision
from item6.terms.documents import Document
from item6.terms.issues import Issue
from item6.terms.links import Alike
from item6.terms.names import RecommendationName, ReviewName, number_key, parse_recommendation_name
from item6.terms.passages import Passage, locator_from_json
from item6.terms.recommendations import Commitment, Speaker, StatedTotal

_STAGES = tuple(STAGE_CODES)
_PASSAGE = "p.symbol, s.sha256, p.locator, p.words"
_JOINED = "JOIN passage p ON p.id = x.passage JOIN document s ON s.id = p.document"
_OF_REVIEW = f"JOIN review v ON v.id = x.review {_JOINED} WHERE v.state = ? AND v.cycle = ? ORDER BY x.printed"


def passage_of(store: Store, name: RecommendationName) -> Passage | None:
    """Where a recommendation, or with a part one of its texts, stands in its document."""
    review = (name.review.state, name.review.cycle, name.number)
    if name.part is None:
        where = f"recommendation x {_JOINED} JOIN review v ON v.id = x.review"
        rows = store.rows(f"SELECT {_PASSAGE} FROM {where} WHERE v.state = ? AND v.cycle = ? AND x.number = ?", *review)
    else:
        where = f"recommendation r JOIN text x ON x.recommendation = r.id {_JOINED} JOIN review v ON v.id = r.review"
        rows = store.rows(
            f"SELECT {_PASSAGE} FROM {where} WHERE v.state = ? AND v.cycle = ? AND r.number = ? AND x.part = ?",
            *review,
            name.part,
        )
    return _passage(rows[0]) if rows else None


def neighbours_of(store: Store, name: RecommendationName) -> tuple[str | None, str | None]:
    """The numbers before and after one in its review, whose ranks follow one another."""
    rows = store.rows(
        "SELECT o.id - r.id, o.number FROM review v JOIN recommendation r ON r.review = v.id"
        " JOIN recommendation o ON o.id IN (r.id - 1, r.id + 1) AND o.review = r.review"
        " WHERE v.state = ? AND v.cycle = ? AND r.number = ?",
        name.review.state,
        name.review.cycle,
        name.number,
    )
    found = dict(rows)
    return found.get(-1), found.get(1)


def commitments_of(store: Store, review: ReviewName) -> list[Commitment]:
    """Voluntary commitments of a review, as printed."""
    rows = store.rows(
        f"SELECT x.number, x.words, {_PASSAGE} FROM commitment x {_OF_REVIEW}", review.state, review.cycle
    )
    return [Commitment(number, words, _passage(place)) for number, words, *place in rows]


def speakers_of(store: Store, review: ReviewName) -> list[Speaker]:
    """States that took the floor, each once, as printed."""
    rows = store.rows(f"SELECT x.state, {_PASSAGE} FROM speaker x {_OF_REVIEW}", review.state, review.cycle)
    return [Speaker(state, _passage(place)) for state, *place in rows]


def totals_of(store: Store, review: ReviewName) -> list[StatedTotal]:
    """Numbers that the documents of a review state, as printed."""
    rows = store.rows(
        f"SELECT x.measure, x.value, {_PASSAGE} FROM stated_total x {_OF_REVIEW}", review.state, review.cycle
    )
    return [StatedTotal(measure, value, _passage(place)) for measure, value, *place in rows]


def answers_of(store: Store, review: ReviewName, number: str | None = None) -> list[Answer]:
    """All answers of a review, also of documents that were set aside: by stage, date of the document, as printed.

    number: only those to this number, and those to the review as a whole.
    """
    rows = store.rows(
        "SELECT x.number, x.part, x.recommending, x.position, x.as_written, x.normalised, x.explanation, x.stage,"
        f" d.sha256, x.revision, x.date, x.source, {_PASSAGE} FROM answer x JOIN document d ON d.id = x.document"
        f" {_JOINED} WHERE x.state = ? AND x.cycle = ? AND (? IS NULL OR ifnull(x.number, ?) = ?) ORDER BY x.id",
        review.state,
        review.cycle,
        number,
        number,
        number,
    )
    return [_answer(review, row) for row in rows]


def labels_of(store: Store, review: ReviewName, number: str | None = None) -> list[LabelRow]:
    """Labels of a review, or of one of its numbers: by number, then as printed."""
    rows = store.rows(
        f"SELECT x.number, x.part, l.kind, l.value, l.source, {_PASSAGE} FROM labelled x"
        f" JOIN label l ON l.id = x.label {_JOINED} WHERE x.state = ? AND x.cycle = ?"
        " AND x.number = ifnull(?, x.number) ORDER BY x.printed",
        review.state,
        review.cycle,
        number,
    )
    return [LabelRow._make((review, *label, passage.document, passage)) for label, passage in map(_label, rows)]


def annotations_of(store: Store, review: ReviewName, number: str | None = None) -> list[Annotation]:
    """Labels of our own of a review, or of one of its numbers: by number, part, kind and value."""
    rows = store.rows(
        "SELECT r.number, t.part, l.kind, l.value, x.confidence, x.asserted, x.why FROM review v"
        " CROSS JOIN recommendation r ON r.review = v.id CROSS JOIN text t ON t.recommendation = r.id"
        " CROSS JOIN annotation x ON x.text = t.id CROSS JOIN label l ON l.id = x.label"
        f" WHERE v.state = ? AND v.cycle = ? {'' if number is None else 'AND r.number = ?'} ORDER BY t.id, x.label",
        review.state,
        review.cycle,
        *([] if number is None else [number]),
    )
    return [
        Annotation(review, number, part, kind, value, confidence, bool(asserted), why)
        for number, part, kind, value, confidence, asserted, why in rows
    ]


def export_rows_of(store: Store, review: ReviewName) -> list[ExportRowRow]:
    """Rows of exports on a review, by export, as they stand there."""
    rows = store.rows(
        "SELECT x.row, x.recommending, x.words, x.response, x.action, x.issues, d.sha256 FROM export_row x"
        " JOIN document d ON d.id = x.document WHERE x.state = ? AND x.cycle = ? ORDER BY x.printed",
        review.state,
        review.cycle,
    )
    return [ExportRowRow._make((review, *said, tuple(json.loads(issues)), sha256)) for *said, issues, sha256 in rows]


def superseded_by(store: Store, review: ReviewName) -> list[str]:
    """SHA-256 of the documents of a review that others replace."""
    rows = store.rows(
        "SELECT d.sha256 FROM superseded x JOIN review v ON v.id = x.review JOIN document d ON d.id = x.document"
        " WHERE v.state = ? AND v.cycle = ? ORDER BY d.sha256",
        review.state,
        review.cycle,
    )
    return [sha256 for (sha256,) in rows]


def is_listed(store: Store, name: RecommendationName) -> bool:
    """Whether the report in force has a recommendation of this number."""
    where = "WHERE v.state = ? AND v.cycle = ? AND r.number = ?"
    asked = (name.review.state, name.review.cycle, name.number)
    return bool(store.rows(f"SELECT 1 FROM review v JOIN recommendation r ON r.review = v.id {where}", *asked))


def aliases_of(store: Store, review: ReviewName) -> list[Alias]:
    """Other names of the numbers of a review, by name; those of drafts in the order of their documents' hashes."""
    rows = store.rows(
        "SELECT x.alias, x.number, d.sha256, x.how FROM alias x JOIN review v ON v.id = x.review"
        " JOIN document d ON d.id = x.document WHERE v.state = ? AND v.cycle = ? ORDER BY x.alias, x.document",
        review.state,
        review.cycle,
    )
    return [Alias(review, *row) for row in rows]


def links_of(store: Store, name: RecommendationName) -> list[Alike]:
    """Ties of a number's texts with those of other cycles, earlier and later, the nearest first.

    name: of the number, or of one of its texts.
    """
    # `0` follows `/`, and no sign that a name goes on with comes before `!`
    between = (f"{name}/", f"{name}0") if name.part is None else (str(name), f"{name}!")
    rows = store.rows(
        "SELECT target, other, value FROM link WHERE target >= ? AND target < ? AND key = ?"
        " UNION SELECT target, other, value FROM link WHERE other >= ? AND other < ? AND key = ?",
        *between, ALIKE, *between, ALIKE,
    )  # fmt: skip
    found = [Alike(_text_name(target), _text_name(other), int(value)) for target, other, value in rows]
    return sorted(found, key=_nearest_first)


def _nearest_first(link: Alike) -> tuple[object, ...]:
    return -link.hundredths, *((each.review, number_key(each.number), each.part) for each in (link.name, link.other))


def _text_name(text: str) -> RecommendationName:
    name = parse_recommendation_name(text)
    if name is None:
        raise ValueError(f"{text}: no name of a text")
    return name


def decisions_in(store: Store) -> list[Decision]:
    """All decisions, by file and line."""
    rows = store.rows(
        "SELECT x.kind, x.state, x.cycle, x.number, x.part, x.recommending, x.said, x.source, x.why, x.who, x.date,"
        " d.sha256, x.line FROM decision x JOIN document d ON d.id = x.document ORDER BY d.file, x.id"
    )
    return [_decision(row) for row in rows]


def documents_in(store: Store) -> list[Document]:
    """All documents that were read, by file name."""
    rows = store.rows(
        "SELECT file, sha256, format, family, symbol, draft, state, cycle, session, date, pages, language"
        " FROM document ORDER BY file, sha256"
    )
    return [_document(row) for row in rows]


def issues_in(store: Store) -> list[Issue]:
    """All Issues, by file and place in it."""
    rows = store.rows("SELECT key, file, page, number, words, arguments FROM issue ORDER BY id")
    return [issue_of(row) for row in rows]


def _passage(place: Any) -> Passage:
    symbol, document, locator, words = place
    return Passage(symbol, document, locator_from_json(json.loads(locator)), words)


def _label(row: Any) -> tuple[Any, Passage]:
    return row[:5], _passage(row[5:])


def _answer(review: ReviewName, row: tuple[Any, ...]) -> Answer:
    number, part, state, position, as_written, normalised, explanation, stage, document, revision, date, source = row[
        :12
    ]
    return Answer(
        review, Target(number, part, state), POSITIONS[position], as_written, normalised, explanation, _STAGES[stage],
        document, revision, date, _passage(row[12:]), source,
    )  # fmt: skip


def _decision(row: tuple[Any, ...]) -> Decision:
    kind, state, cycle, number, part, recommending, said, *made = row
    in_order = tuple(sorted(json.loads(said).items()))
    return Decision(kind, ReviewName(state, cycle), Target(number, part, recommending), in_order, *made)


def _document(row: tuple[Any, ...]) -> Document:
    file, sha256, form, family, symbol, draft, state, cycle, session, date, pages, language = row
    review = ReviewName(state, cycle) if state else None
    return Document(file, sha256, form, family, symbol, bool(draft), review, session, date, pages, language)
