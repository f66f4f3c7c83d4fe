"""The rows of the sheet of recommendations: one for each text, with what the record says and what people wrote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from item6.briefings.workbook.columns import OWN, marked
from item6.charts.bars import WORDS
from item6.decisions.notes import Notebook
from item6.files.workbooks import Value
from item6.measures.figures import Measured
from item6.measures.scope import of_review
from item6.record.reader import Record
from item6.record.rows import RecommendationRow, TextRow
from item6.terms.answers import OTHER_READINGS, PENDING, POSITIONS, STAGES, Answer
from item6.terms.documents import Document
from item6.terms.labels import ACTION, ISSUE, PERSON, SDG, THEME
from item6.terms.names import ReviewName
from item6.terms.states import name_of


def stage_of(record: Record, review: ReviewName, stage: str = "") -> str:
    """The stage that figures are of: asked for, or the last that says anything, which can be other people's reading."""
    return Measured(record, of_review(review, stage=stage)).stage


def recommendations_of(record: Record, review: ReviewName, stage: str) -> list[RecommendationRow]:
    """All recommendations of a review in order, as they stand at a stage, or in other people's reading."""
    if stage not in OTHER_READINGS:
        return record.recommendations(review, stage)
    numbers, texts = (_positions(record, review, unit, stage) for unit in ("numbers", "texts"))
    said = {each.target.number: each for each in record.answers(review) if each.stage == stage}
    return [
        row._replace(
            position=numbers[str(row.name)],
            texts=tuple(_as_read(text, texts[str(text.name)], said.get(row.number)) for text in row.texts),
        )
        for row in record.recommendations(review, STAGES[-1])
    ]


def _positions(record: Record, review: ReviewName, unit: str, stage: str) -> Mapping[str, str]:
    """Position by name; what nobody read is pending."""
    places = Measured(record, of_review(review, unit, stage)).places
    found: dict[str, str] = defaultdict(lambda: PENDING)
    for position in POSITIONS:
        found |= dict.fromkeys(places.names(places.with_("position", position)), position)
    return found


def _as_read(text: TextRow, position: str, answer: Answer | None) -> TextRow:
    return text._replace(
        position=position, as_written=answer.as_written if answer else "",
        position_document=answer.document if answer else None, position_page=None,
    )  # fmt: skip


def texts_of(record: Record, review: ReviewName, stage: str) -> list[TextRow]:
    """All texts of a review, in printed order."""
    return [text for row in recommendations_of(record, review, stage) for text in row.texts]


def rows(record: Record, review: ReviewName, stage: str, notebook: Notebook) -> Iterator[Sequence[Value]]:
    """A row for each text, its cells in the order of COLUMNS."""
    texts = texts_of(record, review, stage)
    taken = {str(text.name): text.fingerprint for text in texts}
    labels = _labels(record, review)
    documents = {each.sha256: each for each in record.documents()}
    report = record.review(review)
    symbol = (report.symbol or report.file) if report else ""
    for text in texts:
        said = labels[text.number, text.part]
        own = notebook.of(text.name, text.fingerprint, taken)
        cells: list[Value] = [
            text.number, text.words, [name_of(code) for code in text.states], WORDS[text.position], text.as_written,
            said[ISSUE], said[THEME], said[PERSON], said[SDG], int(said[ACTION][0]) if said[ACTION] else None,
            symbol, text.page, _called(documents.get(text.position_document or "")), text.position_page,
            *(own[field].words if field in own else "" for field in OWN),
        ]  # fmt: skip
        yield [*cells, str(text.name), marked(cells, text.fingerprint)]


def _labels(record: Record, review: ReviewName) -> Mapping[tuple[str, int], Mapping[str, list[str]]]:
    """Labels by text and kind: our own that are asserted, and those that a matrix gives its number."""
    found: dict[tuple[str, int], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for own in record.annotations(review):
        if own.asserted and own.kind in (ISSUE, ACTION):
            found[own.number, own.part][own.kind].append(own.value)
    parts = {text.name.part or 1 for text in texts_of(record, review, STAGES[0])}
    for label in record.labels(review):
        for part in [label.part] if label.part else sorted(parts):
            values = found[label.number, part][label.kind]
            if label.kind in (THEME, PERSON, SDG) and label.value not in values:
                values.append(label.value)
    return found


def _called(document: Document | None) -> str:
    return (document.symbol or document.file) if document else ""
