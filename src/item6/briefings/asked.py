"""What a briefing is asked for, and what a kind of briefing is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from item6.briefings.document import Document
from item6.decisions.notes import Notebook
from item6.record.reader import Record
from item6.terms.names import ReviewName

WRITTEN = ("docx", "pdf", "html", "md")
"""Formats that every Document can be written in."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One briefing: a review of a record, and what its kind needs beside it.

    theme: filter of one theme, such as `theme:"Right to education"`, or empty. state: ISO3 of a recommending State, or
    empty. stage: as in Scope. session: of the Working Group, or 0. notes: what people wrote of the recommendations.
    form: OHCHR's matrix as downloaded (DOCX), to be filled in; None to make the form anew. assessments: what to fill it
    in with, by number (`28.212`); None for the assessments among the notes.
    """

    record: Record
    review: ReviewName
    theme: str = ""
    state: str = ""
    stage: str = ""
    session: int = 0
    notes: Notebook = field(default_factory=Notebook)
    form: bytes | None = None
    assessments: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of briefing. needs: which of `theme`, `state`, `session` it cannot do without.

    document: makes the Document that is written in WRITTEN; or file: makes the bytes of the one format of its own.
    remarks: what somebody should know before handing such a file on, a sentence each.
    """

    name: str
    title: str
    needs: tuple[str, ...]
    document: Callable[[Asked], Document] | None = None
    file: Callable[[Asked], bytes] | None = None
    formats: tuple[str, ...] = WRITTEN
    remarks: Callable[[Asked], list[str]] | None = None
