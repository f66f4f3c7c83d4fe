"""How the State's answers came about: each number at each stage, with its words, explanations and places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from item6.record.reader import Record
from item6.record.rows import RecommendationRow
from item6.terms.answers import OTHER_READINGS, PENDING, STAGES, Answer, combined
from item6.terms.as_json import as_json
from item6.terms.names import RecommendationName, ReviewName


@dataclass(frozen=True, slots=True)
class AtStage:
    """Where a number stands at a stage that has something to say of it.

    stage: one of STAGES or OTHER_READINGS. position, normalised, as_written: of its parts together.
    answers: those that were read for it, in the order of reading. source: `written`, `oral` or `reading`.
    """

    stage: str
    source: str
    position: str
    normalised: str
    as_written: str
    answers: tuple[Answer, ...]

    @property
    def explanation(self) -> str:
        """What the State says about it, each sentence once."""
        return " ".join(dict.fromkeys(answer.explanation for answer in self.answers if answer.explanation))


@dataclass(frozen=True, slots=True)
class History:
    """A number through the stages. row: where it stands at the last one. stages: written answers, in order.

    beside: oral answers, then other people's readings; none of them counts.
    """

    row: RecommendationRow
    stages: tuple[AtStage, ...]
    beside: tuple[AtStage, ...]

    @property
    def name(self) -> RecommendationName:
        """Name of the number."""
        return self.row.name

    @property
    def last(self) -> AtStage | None:
        """The last stage with a written answer; None where none was read."""
        return self.stages[-1] if self.stages else None


@dataclass(frozen=True, slots=True)
class Change:
    """A number that stands otherwise after a stage than before; `oral` answers change nothing and are shown."""

    name: RecommendationName
    before: str
    after: str
    at: AtStage
    words: str


def histories(record: Record, review: ReviewName) -> list[History]:
    """Every number of a review, in order."""
    by_stage = {stage: record.recommendations(review, stage) for stage in STAGES}
    new: dict[tuple[str, str], set[str]] = defaultdict(set)
    for stage in STAGES:
        for position in record.positions(review, stage):
            if position.stage == stage and position.normalised:
                new[stage, position.number].add(position.normalised)
    answers = _in_force(record, record.answers(review), review)
    return [
        _history(row, {stage: found[place] for stage, found in by_stage.items()}, new, answers)
        for place, row in enumerate(by_stage[STAGES[-1]])
    ]


def history(record: Record, name: RecommendationName) -> History | None:
    """One number; None for one that the record does not list."""
    row = record.recommendation(name, STAGES[-1])
    return history_of(record, row) if row else None


def history_of(record: Record, row: RecommendationRow) -> History:
    """The history of a number as it stands at the last stage."""
    new = {(stage, row.number): words for stage, words in record.stages(row.name).items()}
    stages = [stage for stage, _ in new]  # at the others nothing of it changed
    by_stage = {stage: before for stage in stages[:-1] if (before := record.recommendation(row.name, stage))}
    by_stage |= dict.fromkeys(stages[-1:], row)
    answers = _in_force(record, record.answers(row.review, row.number), row.review)
    return _history(row, by_stage, new, answers)


New = Mapping[tuple[str, str], set[str]]
"""By stage and number: the State's words, normalised, of the answers that gave it its position at that stage."""


def _in_force(record: Record, answers: Sequence[Answer], review: ReviewName) -> list[Answer]:
    """The answers of documents that no other replaces."""
    aside = set(record.superseded(review)) if answers else set()
    return [answer for answer in answers if answer.document not in aside]


def _history(
    row: RecommendationRow, by_stage: Mapping[str, RecommendationRow], new: New, answers: Sequence[Answer]
) -> History:
    return History(
        row,
        tuple(
            _written(by_stage[stage], stage, new[stage, row.number], answers)
            for stage in STAGES
            if new.get((stage, row.number))
        ),
        tuple(_beside(row.number, answers)),
    )


def changes(found: Iterable[History]) -> list[Change]:
    """Every change of position from a stage to the next, and every oral answer, by stage and number."""
    listed = []
    for each in found:
        before = PENDING
        for at in each.stages:
            if at.stage != STAGES[0] and at.position != before:
                listed.append(Change(each.name, before, at.position, at, _words(each.row)))
            before = at.position
        listed += [
            Change(each.name, before, at.position, at, _words(each.row)) for at in each.beside if at.source == "oral"
        ]
    return sorted(listed, key=lambda change: STAGES.index(change.at.stage))


def as_object(each: History, files: dict[str, str]) -> dict[str, Any]:
    """A history as plain JSON. files: name of the file of each SHA-256."""
    last = each.last
    first = last.answers[0] if last and last.answers else None
    return {
        "name": str(each.name),
        "number": each.row.number,
        "position": each.row.position,
        "normalised": last.normalised if last else "",
        "as_written": each.row.as_written,
        "explanation": last.explanation if last else "",
        "stage": last.stage if last else None,
        "document": files.get(first.document) if first else None,
        "page": first.passage.page if first else None,
        "stages": [stage_object(at, files) for at in each.stages],
        "beside": [stage_object(at, files) for at in each.beside],
        "recommending_states": list(each.row.states),
        "text": _words(each.row),
    }


def stage_object(at: AtStage, files: dict[str, str]) -> dict[str, Any]:
    """One stage of a history as plain JSON."""
    return {
        "stage": at.stage,
        "source": at.source,
        "position": at.position,
        "normalised": at.normalised,
        "as_written": at.as_written,
        "explanation": at.explanation,
        "answers": [
            {
                "target": as_json(answer.target),
                "position": answer.position,
                "as_written": answer.as_written,
                "document": files.get(answer.document),
                "date": answer.date,
                "passage": as_json(answer.passage),
            }
            for answer in at.answers
        ],
    }


def _written(row: RecommendationRow, stage: str, normalised: set[str], answers: Sequence[Answer]) -> AtStage:
    """The written answers of a stage that its position comes from."""
    sources = {text.position_document for text in row.texts}
    given = [
        answer
        for answer in answers
        if answer.stage == stage and answer.source == "written" and answer.target.number in (None, row.number)
    ]
    own = [answer for answer in given if answer.target.number is not None and answer.document in sources]
    chosen = own or [answer for answer in given if answer.document in sources and answer.normalised in normalised]
    return AtStage(stage, "written", row.position, "; ".join(sorted(normalised)), row.as_written, tuple(chosen))


def _beside(number: str, answers: Iterable[Answer]) -> Iterable[AtStage]:
    """Oral answers and other readings of a number, one for each stage and source."""
    groups: dict[tuple[str, str], list[Answer]] = defaultdict(list)
    for answer in answers:
        if answer.target.number == number and answer.source != "written":
            groups[answer.stage, answer.source].append(answer)
    order = (*STAGES, *OTHER_READINGS)
    for stage, source in sorted(groups, key=lambda key: (order.index(key[0]), key[1])):
        group = groups[stage, source]
        yield AtStage(
            stage,
            source,
            combined(answer.position for answer in group),
            "; ".join(dict.fromkeys(answer.normalised for answer in group)),
            "; ".join(dict.fromkeys(answer.as_written for answer in group if answer.as_written)),
            tuple(group),
        )


def _words(row: RecommendationRow) -> str:
    return " ".join(text.words for text in row.texts)
