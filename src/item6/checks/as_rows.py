"""A checked claim as a line for programs (docs/schemas/check-row.schema.json)."""

from __future__ import annotations

from typing import Any

from item6.checks.marked import Marked, Note

COLUMNS = (
    "document", "start", "end", "text", "kind", "role", "unit", "value", "state", "review", "stage", "verdict",
    "basis", "computed", "reference", "why",
)  # fmt: skip
"""What every form has. JSON has more behind it: `nearest`, `date`, `rows` and `sources`."""


def as_object(document: str, note: Note) -> dict[str, Any]:
    """A claim as a line of `--format jsonl`. document: name of the statement."""
    claim, about, verdict = note.checked.claim, note.checked.about, note.checked.verdict
    return {
        "document": document, "start": claim.start, "end": claim.end, "text": claim.text, "kind": claim.kind,
        "role": claim.role, "unit": claim.unit, "value": claim.printed, "state": about.state or None,
        "review": str(about.review) if about.review else None, "stage": verdict.stage or about.stage or None,
        "verdict": verdict.verdict, "basis": verdict.basis, "computed": verdict.computed,
        "reference": verdict.reference, "why": " ".join(filter(None, (verdict.why, verdict.nearest))),
        "nearest": verdict.nearest, "date": note.date or None,
        "rows": list(dict.fromkeys(row.name for each in note.evidence for row in each.rows)),
        "sources": [
            {"name": each.name, "value": each.value, "reference": " ".join(each.references)} for each in note.sources
        ],
    }  # fmt: skip


def as_objects(marked: Marked) -> list[dict[str, Any]]:
    """All claims of a text, in order."""
    return [as_object(marked.name, each) for each in marked.notes]
