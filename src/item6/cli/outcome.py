"""What there is to say of one review: counts in every unit, stated against counted, who spoke, what is open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from item6.cli.lookup import state_name, year_of
from item6.cli.messages import counted, grouped
from item6.cli.terminal import percent
from item6.record.reader import COUNTED_UNITS, Record
from item6.record.rows import RecommendationRow, ReviewRow
from item6.terms.answers import NOTED, PARTLY, PENDING, STAGES, SUPPORTED
from item6.terms.as_json import as_json
from item6.terms.documents import Document
from item6.terms.issues import Issue
from item6.terms.recommendations import Commitment, StatedTotal

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
class Outcome:
    """One review as the record has it.

    stage: the last one at which an answer was read. counts: unit, then position, to a count at that stage.
    stated: totals that documents state, each with what was counted. speakers: ISO3. recommending: ISO3 and
    State-recommendations, most first. issues: those that ask for something.
    """

    row: ReviewRow
    year: int | None
    document: Document
    stage: str
    counts: Mapping[str, Mapping[str, int]]
    stated: tuple[tuple[StatedTotal, int], ...]
    speakers: tuple[str, ...]
    commitments: tuple[Commitment, ...]
    recommending: tuple[tuple[str, int], ...]
    issues: tuple[Issue, ...]
    recommendations: tuple[RecommendationRow, ...]
    record: str

    @property
    def title(self) -> str:
        """State and cycle, and the year of the review where it is known."""
        return f"{state_name(self.row.state)}, cycle {self.row.cycle}" + (f" ({self.year})" if self.year else "")


def outcome_of(record: Record, row: ReviewRow) -> Outcome:
    """Everything of a review of this record."""
    name = row.name
    of_review = [document for document in record.documents() if document.review == name]
    files = {document.file for document in of_review}
    positions = record.positions(name, LAST)
    recommending = Counter(position.state for position in positions if position.state)
    speakers = tuple(speaker.state for speaker in record.speakers(name))
    return Outcome(
        row=row,
        year=year_of(record, row),
        document=next(document for document in record.documents() if document.sha256 == row.document),
        stage=max((position.stage for position in positions), key=STAGES.index, default=STAGES[0]),
        counts={unit: record.outcome(name, unit, LAST) for unit in COUNTED_UNITS},
        stated=tuple((total, _counted(record, row, total, len(speakers))) for total in record.totals(name)),
        speakers=speakers,
        commitments=tuple(record.commitments(name)),
        recommending=tuple(sorted(recommending.items(), key=lambda pair: (-pair[1], pair[0]))),
        issues=tuple(each for each in record.issues() if each.place.file in files and each.severity != "note"),
        recommendations=tuple(record.recommendations(name, LAST)),
        record=record.hash,
    )


def quotation(outcome: Outcome) -> str:
    """One sentence with unit and stage, made to be quoted."""
    counts = outcome.counts["numbers"]
    total = sum(counts.values())
    name, cycle = state_name(outcome.row.state), outcome.row.cycle
    source = (
        f"{STAGE_NAMES[outcome.stage]} ({outcome.row.symbol})" if outcome.row.symbol else STAGE_NAMES[outcome.stage]
    )
    received = f"In cycle {cycle} {name} received {counted(total, 'numbered recommendation')}"
    if counts[PENDING] == total:
        return f"{received}; {source} gives no answer to them."
    parts = [
        words.format(f"{grouped(counts[position])} ({percent(counts[position], total)})")
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
        "outcome": {unit: dict(counts) for unit, counts in outcome.counts.items()},
        "sentence": quotation(outcome),
        "stated": [
            {"measure": total.measure, "stated": total.value, "counted": found, "page": total.passage.page}
            for total, found in outcome.stated
        ],
        "speakers": list(outcome.speakers),
        "voluntary_commitments": [
            {"number": each.number, "text": each.words, "page": each.passage.page} for each in outcome.commitments
        ],
        "recommending_states": dict(outcome.recommending),
        "issues": as_json(outcome.issues),
        "recommendations": [recommendation_object(each) for each in outcome.recommendations],
        "record": outcome.record,
    }


def recommendation_object(row: RecommendationRow) -> dict[str, Any]:
    """A recommendation as plain JSON, with its texts."""
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


def _counted(record: Record, row: ReviewRow, total: StatedTotal, speakers: int) -> int:
    """What was counted of a stated total's measure, at the stage of the document that states it."""
    if total.measure == "speakers":
        return speakers
    if total.measure == "received":
        return row.numbers
    stage = "report" if total.passage.document == row.document else LAST
    return record.outcome(row.name, "numbers", stage)[total.measure]
