"""What a record answers with as plain JSON: the one home of the forms that commands print and the API answers with.

docs/schemas describes them; nouns themselves are written by `item6.terms.as_json`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from item6.measures.definitions import definition
from item6.measures.groups import Group
from item6.measures.references import Since, measure_of
from item6.measures.wording import sentence
from item6.record.reader import Record
from item6.record.rows import LabelRow, RecommendationRow, ReviewRow
from item6.terms.as_json import as_json
from item6.terms.documents import Document
from item6.terms.figures import Figure
from item6.terms.names import RecommendationName, parse_recommendation_name
from item6.terms.passages import Passage, locator_to_json

Json = dict[str, Any]


def recommendation_object(row: RecommendationRow) -> Json:
    """A recommendation with its texts."""
    return {
        "name": str(row.name),
        "number": row.number,
        "number_as_printed": row.number_as_printed,
        "kind": row.kind,
        "page": row.page,
        "position": row.position,
        "as_written": row.as_written,
        "recommending_states": list(row.states),
        "texts": [
            {
                "name": str(text.name),
                "part": text.part,
                "text": text.words,
                "recommending_states": list(text.states),
                "position": text.position,
                "as_written": text.as_written,
                "page": text.page,
                "fingerprint": text.fingerprint,
            }
            for text in row.texts
        ],
    }


def review_object(row: ReviewRow, year: int | None) -> Json:
    """A review in a list of reviews. year: in which it took place."""
    return {
        "review": str(row.name),
        "state": row.state,
        "cycle": row.cycle,
        "session": row.session,
        "year": year,
        "symbol": row.symbol,
        "document": row.file,
        "numbers": row.numbers,
        "texts": row.texts,
        "state_recommendations": row.state_recommendations,
    }


def group_object(group: Group, names: Iterable[str]) -> Json:
    """A row of a table of figures, with the filter that gives it alone. names: measures; None while one is pending."""
    counts = {name: group.counts.get(name) for name in names}
    return {"value": group.value, "received": group.received, "counts": counts, "filter": str(group.scope.filter)}


def passage_object(name: RecommendationName, passage: Passage, document: Document) -> Json:
    """Where a recommendation or a text stands, with the words there."""
    return {
        "name": str(name),
        "words": passage.words,
        "symbol": passage.symbol,
        "document": document.file,
        "sha256": passage.document,
        "page": passage.page,
        "locator": locator_to_json(passage.locator),
    }


def labels_by_number(rows: Iterable[LabelRow]) -> dict[str, dict[str, list[str]]]:
    """What matrices label each number with, by kind, each value once."""
    found: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for row in rows:
        values = found[row.number].setdefault(row.kind, [])
        if row.value not in values:
            values.append(row.value)
    return found


def figure_object(figure: Figure) -> Json:
    """A Figure as docs/schemas has it, with its sentence in English."""
    made: Json = as_json(figure)
    return made | {"sentence": {**made["sentence"], "words": sentence(figure)}}


def figure_line(figure: Figure) -> Json:
    """The same without its rows, which need not be fetched."""
    made = figure_object(replace(figure, rows=()))
    del made["rows"]
    return made


def row_objects(record: Record, figure: Figure, most: int | None = None) -> list[Json]:
    """What was counted: name, words, answer and pages of each row that is a recommendation. most: rows at most."""
    documents = {document.sha256: document.symbol or document.file for document in record.documents()}
    return [_row(record, name, figure.stage, documents) for name in figure.rows[:most]]


def _row(record: Record, row: str, stage: str, documents: dict[str, str]) -> Json:
    name = parse_recommendation_name(row.split(" ")[0])
    found = (
        record.recommendation(name, stage if stage in ("report", "addendum", "adoption") else "later") if name else None
    )
    if name is None or found is None:
        return {"name": row}
    texts = [text for text in found.texts if name.part in (None, text.part)]
    passage = record.passage(name)
    first = next((text for text in texts if text.position_document), None)
    return {
        "name": row,
        "text": " / ".join(text.words for text in texts),
        "recommending_states": list(dict.fromkeys(state for text in texts for state in text.states)),
        "position": found.position if name.part is None else texts[0].position,
        "as_written": found.as_written if name.part is None else texts[0].as_written,
        "document": documents.get(passage.document) if passage else None,
        "page": passage.page if passage else None,
        "position_document": documents.get(first.position_document or "") if first else None,
        "position_page": first.position_page if first else None,
    }


def explained_object(figure: Figure, rows: Sequence[Json], changed: Since | None) -> Json:
    """A Figure opened: its definition, its rows, and what changed since (None: asked of the record it names)."""
    whole = {
        "figure": figure_object(figure),
        "definition": definition(measure_of(figure.measure)),
        "rows": list(rows),
        "since": None,
    }
    if changed is not None:
        whole["since"] = {
            "record": changed.now.record,
            "figure": figure_object(changed.now),
            "gained": list(changed.gained),
            "lost": list(changed.lost),
            "changed": bool(changed),
        }
    return whole
