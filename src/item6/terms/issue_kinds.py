"""What an entry of the catalogue of Issues is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IssueKind:
    """code: stable. severity: note, warning or error. message and hint: sentences with `{argument}` places."""

    code: str
    severity: str
    message: str
    hint: str
