"""What there is to say of one review: counts in every unit, stated against counted, who spoke, what is open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from item6.measures.figures import Measured
from item6.measures.forms import recommendation_object
from item6.measures.outcome import Counts, outcomes
from item6.measures.published import totals_of
from item6.measures.scope import of_review
from item6.measures.stated import Stated, stated_totals
from item6.measures.wording import counted, grouped, percent
from item6.record.contents import Position
from item6.record.reader import Record
from item6.record.rows import RecommendationRow, ReviewRow
from item6.terms.answers import NOTED, PARTLY, PENDING, POSITIONS, STAGES, SUPPORTED, Answer, combined
from item6.terms.as_json import as_json
from item6.terms.calendar import SESSIONS
from item6.terms.decisions import Decision
from item6.terms.documents import Document
from item6.terms.issues import Issue
from item6.terms.names import ReviewName
from item6.terms.recommendations import Commitment
from item6.terms.states import name_of

LAST = STAGES[-1]
"""All that is known; where only the report was read, that is what the report says."""

UNITS = {
    "numbers": "numbered recommendations",
    "texts": "texts under them",
    "state_recommendations": "State-recommendations",
}
"""What units are called: the UN's count, the texts under a number, and each text once for each State."""

STAGE_NAMES = {
    "report": "the report of the Working Group",
    "addendum": "the addendum to the report",
    "adoption": "the adoption by the Council",
    "later": "what the State said later",
}


@dataclass(frozen=True)
class OtherReading:
    """Other people's reading of the answers: document, and numbers by position. Compared, never counted."""

    stage: str
    document: str
    counts: Mapping[str, int]


@dataclass(frozen=True)
class Outcome:
    """One review as the record has it.

    document: the report, or the matrix where there is none. stage: the last one at which an answer was read, up to
    the one asked for. sources: documents that give the answers of that stage. counts: at that stage.
    before: stages before it with answers, and the counts there. rejected: numbers that the State rejects in its words.
    oral: answers said aloud, beside. readings: other people's. published: totals entered by hand, or None.
    stated: totals that documents state, each with what was counted. speakers: ISO3. recommending: ISO3 and
    State-recommendations, most first. issues: those that ask for something.
    """

    row: ReviewRow
    year: int | None
    document: Document
    stage: str
    sources: tuple[Document, ...]
    counts: Counts
    before: tuple[tuple[str, Counts], ...]
    rejected: int
    oral: tuple[Answer, ...]
    readings: tuple[OtherReading, ...]
    published: Decision | None
    stated: tuple[Stated, ...]
    speakers: tuple[str, ...]
    commitments: tuple[Commitment, ...]
    recommending: tuple[tuple[str, int], ...]
    issues: tuple[Issue, ...]
    recommendations: tuple[RecommendationRow, ...]
    record: str

    @property
    def title(self) -> str:
        """State and cycle, and the year of the review where it is known."""
        return f"{name_of(self.row.state)}, cycle {self.row.cycle}" + (f" ({self.year})" if self.year else "")

    @property
    def rates(self) -> dict[str, tuple[int, int]]:
        """The two rates of refusal as (numbers, all numbers); empty while nothing is answered."""
        counts = self.counts["numbers"]
        total = sum(counts.values())
        if counts[PENDING] == total:
            return {}
        return {"not_supported": (counts[NOTED], total), "rejected": (self.rejected, total)}


def outcome_of(record: Record, row: ReviewRow, stage: str = LAST) -> Outcome:
    """Everything of a review of this record, as it stood at a stage."""
    name = row.name
    documents = {document.sha256: document for document in record.documents()}
    beside = [document for document in documents.values() if document.review == name]
    positions = record.positions(name, stage)
    stages = sorted({position.stage for position in positions} | {STAGES[0]}, key=STAGES.index)
    last = stages[-1]
    with_answers = _stages_with_answers(record, name, last)
    answers = record.answers(name)
    recommending = Counter(position.state for position in positions if position.state)
    speakers = tuple(speaker.state for speaker in record.speakers(name))
    return Outcome(
        row=row,
        year=year_of(record, row),
        document=documents[row.document],
        stage=last,
        sources=_sources(positions, last, documents),
        counts=outcomes(record, name, stage),
        before=tuple((each, outcomes(record, name, each)) for each in with_answers if each != last),
        rejected=Measured(record, of_review(name, stage=stage)).count("rejected"),
        oral=tuple(answer for answer in answers if answer.source == "oral"),
        readings=tuple(_readings(answers, documents)),
        published=totals_of(record, name),
        stated=stated_totals(record, row),
        speakers=speakers,
        commitments=tuple(record.commitments(name)),
        recommending=tuple(sorted(recommending.items(), key=lambda pair: (-pair[1], pair[0]))),
        issues=tuple(each for each in issues_of(record, name, beside) if each.severity != "note"),
        recommendations=tuple(record.recommendations(name, stage)),
        record=record.hash,
    )


def issues_of(record: Record, review: ReviewName, documents: Iterable[Document]) -> list[Issue]:
    """Issues of the documents of a review and of the decisions on it."""
    files = {document.file for document in documents}
    named = str(review)
    return [
        each
        for each in record.issues()
        if each.place.file in files
        or (each.key.startswith(("decision.", "compare.export")) and dict(each.arguments).get("review") == named)
    ]


def year_of(record: Record, row: ReviewRow) -> int | None:
    """The year in which the review took place: that of its session, else that of its report's date."""
    if row.session in SESSIONS:
        return year_on(row, None)
    return year_on(row, next((each for each in record.documents() if each.sha256 == row.document), None))


def year_on(row: ReviewRow, document: Document | None) -> int | None:
    """The same where the report is at hand."""
    if row.session is not None and row.session in SESSIONS:
        return SESSIONS[row.session].year
    return int(document.date[:4]) if document and document.date else None


def _stages_with_answers(record: Record, name: ReviewName, last: str) -> list[str]:
    """Stages up to the last at which something was answered, the report always."""
    found = [STAGES[0]]
    for stage in STAGES[1 : STAGES.index(last) + 1]:
        if any(position.stage == stage for position in record.positions(name, stage)):
            found.append(stage)
    return found


def _sources(positions: Sequence[Position], stage: str, documents: Mapping[str, Document]) -> tuple[Document, ...]:
    """The documents that give the answers of a stage, the one that gives most first."""
    given = Counter(each.document for each in positions if each.stage == stage and each.document)
    return tuple(documents[sha256] for sha256, _ in given.most_common())


def _readings(answers: Sequence[Answer], documents: Mapping[str, Document]) -> Iterator[OtherReading]:
    """Other people's readings by document, counted by number."""
    found: dict[tuple[str, str], dict[str, set[str]]] = {}
    for answer in answers:
        if answer.source == "reading" and answer.target.number:
            numbers = found.setdefault((answer.stage, answer.document), {})
            numbers.setdefault(answer.target.number, set()).add(answer.position)
    for (stage, document), numbers in found.items():
        counts = Counter(combined(positions) for positions in numbers.values())
        yield OtherReading(stage, documents[document].file, {position: counts[position] for position in POSITIONS})


def quotation(outcome: Outcome) -> str:
    """One sentence with unit and stage, made to be quoted."""
    counts = outcome.counts["numbers"]
    total = sum(counts.values())
    name, cycle = name_of(outcome.row.state), outcome.row.cycle
    received = f"In cycle {cycle} {name} received {counted(total, 'numbered recommendation')}"
    if outcome.document.family == "matrix":
        return f"{received}, as OHCHR lists them; no answer of the State itself is in the record."
    symbol = outcome.sources[0].symbol if outcome.sources else outcome.row.symbol
    source = f"{STAGE_NAMES[outcome.stage]} ({symbol})" if symbol else STAGE_NAMES[outcome.stage]
    if counts[PENDING] == total:
        return f"{received}; {source} gives no answer to them."
    parts = [
        words.format(f"{grouped(counts[position])} ({percent(Fraction(counts[position], total))})")
        for position, words in _SAID.items()
        if counts[position]
    ]
    return f"{received}; according to {source} it {_in_a_row(parts)}."


_SAID = {
    SUPPORTED: "supported {}",
    PARTLY: "supported {} in part",
    NOTED: "noted {}",
    PENDING: "left {} to be answered",
}


def _in_a_row(parts: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))


def as_object(outcome: Outcome) -> dict[str, Any]:
    """The outcome as plain JSON."""
    row = outcome.row
    return {
        "review": str(row.name),
        "state": row.state,
        "cycle": row.cycle,
        "session": row.session,
        "year": outcome.year,
        "symbol": row.symbol,
        "document": row.file,
        "pages": outcome.document.pages,
        "stage": outcome.stage,
        "answered_in": [{"document": each.file, "symbol": each.symbol} for each in outcome.sources],
        "outcome": {unit: dict(counts) for unit, counts in outcome.counts.items()},
        "before": {stage: {unit: dict(by) for unit, by in counts.items()} for stage, counts in outcome.before},
        "rates": {name: {"count": count, "of": total} for name, (count, total) in outcome.rates.items()},
        "sentence": quotation(outcome),
        "stated": [
            {
                "measure": each.total.measure,
                "stated": each.total.value,
                "counted": each.counted,
                "document": each.file,
                "page": each.total.passage.page,
            }
            for each in outcome.stated
        ],
        "oral": as_json(outcome.oral),
        "other_readings": [
            {"reading": each.stage, "document": each.document, "numbers": dict(each.counts)}
            for each in outcome.readings
        ],
        "published": outcome.published.totals if outcome.published else None,
        "speakers": list(outcome.speakers),
        "voluntary_commitments": [
            {"number": each.number, "text": each.words, "page": each.passage.page} for each in outcome.commitments
        ],
        "recommending_states": dict(outcome.recommending),
        "issues": as_json(outcome.issues),
        "recommendations": [recommendation_object(each) for each in outcome.recommendations],
        "record": outcome.record,
    }
