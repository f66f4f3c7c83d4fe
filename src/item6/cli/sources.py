"""The source line under a figure: which documents it was counted from, and in which record."""

from __future__ import annotations

from collections.abc import Sequence

from item6.cli.messages import counted
from item6.measures.figures import Measured
from item6.record.reader import Record
from item6.terms.answers import OTHER_READINGS
from item6.terms.documents import Document

_MOST = 3
_READINGS = {"matrix": "matrix", "upr_info": "upr_info"}


def source_line(record: Record, measured: Measured) -> str:
    """`A/HRC/28/15, A/HRC/28/15/Add.1; item6 record 1a2b3c4d5e6f`; counted documents where they are many."""
    found = documents_of(record, measured)
    named = [document.symbol or document.file for document in found]
    what = ", ".join(named) if len(named) <= _MOST else counted(len(named), "document")
    return f"{what}; item6 record {record.hash[:12]}" if what else f"item6 record {record.hash[:12]}"


def documents_of(record: Record, measured: Measured) -> list[Document]:
    """The documents that the list and the answers of a scope come from: reports first, by date."""
    reviews = {span.review for span in measured.places.spans}
    rows = {row.document for row in record.reviews() if row.name in reviews}
    wanted = _families(measured.stage)
    found = [
        document
        for document in record.documents()
        if document.sha256 in rows
        or (document.review in reviews and document.family in wanted and not document.draft)
        or (document.family in wanted and document.family == "upr_info")
    ]
    return sorted(found, key=lambda each: (each.family != "wg_report", each.date or "", each.symbol or each.file))


def _families(stage: str) -> Sequence[str]:
    if stage in OTHER_READINGS:
        return [_READINGS.get(stage, stage)]
    return ["addendum"] if stage != "report" else []
