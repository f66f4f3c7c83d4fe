"""Totals that the documents of a review state, each beside what was counted."""

from __future__ import annotations

from dataclasses import dataclass, replace

from item6.measures.outcome import outcome
from item6.measures.wording import grouped
from item6.reconcile.totals import counted_as_stated
from item6.record.reader import Record
from item6.record.rows import ReviewRow
from item6.terms.answers import PARTLY, PENDING
from item6.terms.recommendations import StatedTotal

_THINGS = {
    "received": "recommendations received",
    "supported": "recommendations supported",
    "noted": "recommendations noted",
    "supported_report": "recommendations supported in the report",
    "noted_report": "recommendations noted in the report",
    "remaining": "recommendations left open by the report",
    "received_now": "recommendations answered in the addendum",
    "supported_now": "recommendations now supported",
    "noted_now": "recommendations now noted",
    "speakers": "delegations that made statements",
}


@dataclass(frozen=True, slots=True)
class Stated:
    """A total that a document states, beside what was counted.

    counted: None where it cannot be. file: name of the document. in_part: how many of those counted are supported
    in part or in principle only.
    """

    total: StatedTotal
    counted: int | None
    file: str
    in_part: int = 0

    @property
    def agrees(self) -> bool:
        """Whether both are the same; what cannot be counted is not compared."""
        return self.counted in (None, self.total.value)

    @property
    def sentence(self) -> str:
        """`163 recommendations received (page 2), as counted`."""
        things = _THINGS.get(self.total.measure, self.total.measure.replace("_", " "))
        page = f" (page {self.total.passage.page})" if self.total.passage.page else ""
        if self.counted is None:
            return f"{grouped(self.total.value)} {things}{page}, not counted"
        agreed = (
            "as counted"
            if self.agrees
            else f"but {grouped(self.counted)} {'was' if self.counted == 1 else 'were'} counted"
        )
        agreed += f", {grouped(self.in_part)} of them in part" if self.in_part else ""
        return f"{grouped(self.total.value)} {things}{page}, {agreed}"


def stated_totals(record: Record, row: ReviewRow) -> tuple[Stated, ...]:
    """What the documents of a review state, each beside the count at the stage of its document."""
    files = {document.sha256: document for document in record.documents()}
    return tuple(_stated(record, row, total, files[total.passage.document].file) for total in record.totals(row.name))


def _stated(record: Record, row: ReviewRow, total: StatedTotal, file: str) -> Stated:
    """A stated total with what was counted; partial acceptance is counted in where the document counts it so."""
    strict = _count(record, row, total)
    if strict is None or not total.measure.startswith("supported"):
        return Stated(total, strict, file)
    partly = _count(record, row, replace(total, measure=total.measure.replace("supported", PARTLY))) or 0
    taken = counted_as_stated(total.measure, total.value, strict, partly)
    return Stated(total, taken, file, taken - strict)


def _count(record: Record, row: ReviewRow, total: StatedTotal) -> int | None:
    """What was counted of a stated total's measure, at the stage of the document that states it."""
    measure, _, when = total.measure.partition("_")
    if total.measure == "speakers":
        return len(record.speakers(row.name))
    if total.measure == "received":
        return row.numbers
    if total.measure == "remaining":
        return outcome(record, row.name, "numbers", "report")[PENDING]
    if when == "now":
        return _changed_by(record, row, total.passage.document).get(measure, 0)
    stage = "report" if when == "report" or total.passage.document == row.document else "addendum"
    return outcome(record, row.name, "numbers", stage).get(measure)


def _changed_by(record: Record, row: ReviewRow, document: str) -> dict[str, int]:
    """Numbers that stand otherwise than in the report because of a document, by position; `received`: all."""
    counts: dict[str, int] = {"received": 0}
    before, after = (record.recommendations(row.name, stage) for stage in ("report", "addendum"))
    for old, new in zip(before, after, strict=True):
        if old.position != new.position and any(text.position_document == document for text in new.texts):
            counts["received"] += 1
            counts[new.position] = counts.get(new.position, 0) + 1
    return counts
