"""What a briefing is asked for, and what a kind of briefing is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from item6.briefings.document import Document
from item6.record.reader import Record
from item6.terms.names import ReviewName

WRITTEN = ("docx", "pdf", "html", "md")
"""Formats that every Document can be written in."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One briefing: a review of a record, and what its kind needs beside it.

    theme: filter of one theme, such as `theme:"Right to education"`, or empty. state: ISO3 of a recommending State, or
    empty. stage: as in Scope. session: of the Working Group, or 0.
    """

    record: Record
    review: ReviewName
    theme: str = ""
    state: str = ""
    stage: str = ""
    session: int = 0


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of briefing. needs: which of `theme`, `state`, `session` it cannot do without.

    document: makes the Document that is written in WRITTEN; or file: makes the bytes of the one format of its own.
    """

    name: str
    title: str
    needs: tuple[str, ...]
    document: Callable[[Asked], Document] | None = None
    file: Callable[[Asked], bytes] | None = None
    formats: tuple[str, ...] = WRITTEN
