"""What goes into a record: readings, which report is in force for each review, positions, Issues."""

from __future__ import annotations

from dataclasses import dataclass

from item6.terms.annotations import Annotation
from item6.terms.decisions import Decision
from item6.terms.documents import Reading
from item6.terms.issues import Issue
from item6.terms.links import Alike
from item6.terms.names import ReviewName


@dataclass(frozen=True, slots=True)
class Position:
    """Where one text of one State stands at one stage: the fold of the answers up to that stage.

    state: ISO3 of the recommending State, None for a collective text. stage: one of `STAGES`; a stage without
    a row stands as the last stage before it that has one, and `pending` where there is none.
    position: one of `POSITIONS`. as_written: the State's words. normalised: a key of `POSITION_OF`, or empty.
    document: SHA-256 of the file that gives the answer, and the page in it; None where no answer was read.
    """

    review: ReviewName
    number: str
    part: int
    state: str | None
    stage: str
    position: str
    as_written: str
    normalised: str
    document: str | None
    page: int | None


@dataclass(frozen=True, slots=True)
class ReviewSource:
    """Which report stands for a review (SHA-256), and which it replaces (drafts, earlier versions)."""

    review: ReviewName
    report: str
    superseded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of a number, from a draft or from before a correction.

    number: what it is now, None where the report does not hold it any more. document: SHA-256 of the file that uses
    the alias. how: `same`, `moved` (elsewhere in the list), `changed` (other words or States), `dropped` or
    `corrected` (by a decision).
    """

    review: ReviewName
    alias: str
    number: str | None
    document: str
    how: str


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that a record is made of, in any order. issues: those beyond the readings' own.

    A decision and what comes of it name the file of decisions as their document, so one of the readings is of it.
    """

    readings: tuple[Reading, ...]
    reviews: tuple[ReviewSource, ...] = ()
    positions: tuple[Position, ...] = ()
    issues: tuple[Issue, ...] = ()
    aliases: tuple[Alias, ...] = ()
    decisions: tuple[Decision, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    links: tuple[Alike, ...] = ()
