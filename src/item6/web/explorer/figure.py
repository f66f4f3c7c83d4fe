"""What the page of a figure shows: the figure, what it counts, and what the other records of the workspace give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from item6.measures.cycles import VERSUS
from item6.measures.references import Reference, Since, UnknownReference, measure_of, recomputed, since
from item6.record.errors import RecordError
from item6.record.reader import Record, open_record
from item6.record.sequence import Built, before
from item6.terms.figures import Figure
from item6.web.languages.saying import definition, sentence, value_in_words

_ROWS = 500
_EARLIER = 6
"""Earlier records that are asked, the last ones."""
_NAMED = 12
"""Rows gained or lost that are named for a record."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an earlier record gives for the same reference. figure: None where it does not; why: what it says then."""

    built: Built
    figure: Figure | None
    change: Since | None
    why: str = ""

    @property
    def at(self) -> str:
        """When it was built, `2026-11-21 09:30` (UTC)."""
        return self.built.at[:16].replace("T", " ")

    @property
    def value(self) -> str:
        """The value as a table shows it."""
        return value_in_words(self.figure) if self.figure else ""

    @property
    def gained(self) -> Sequence[str]:
        """The first rows that the figure shown has and this one had not."""
        return self.change.gained[:_NAMED] if self.change else ()

    @property
    def lost(self) -> Sequence[str]:
        """The first rows that this one had and the figure shown has not."""
        return self.change.lost[:_NAMED] if self.change else ()

    @property
    def more(self) -> int:
        """How many rows are not named."""
        if self.change is None:
            return 0
        return len(self.change.gained) + len(self.change.lost) - len(self.gained) - len(self.lost)


class FigurePage:
    """A figure as its page shows it.

    record: the one that its reference names. now: the same in the current record; None where that is the one named, or
    does not give it.
    """

    def __init__(self, figure: Figure, reference: Reference, record: Record, now: Figure | None) -> None:
        self.figure, self.reference, self.record, self.now = figure, reference, record, now

    @property
    def sentence(self) -> str:
        """The figure in a sentence."""
        return sentence(self.figure)

    @property
    def value(self) -> str:
        """Its value as a table shows it."""
        return value_in_words(self.figure)

    @property
    def definition(self) -> str:
        """What it counts."""
        return definition(measure_of(self.reference.measure))

    @property
    def rows(self) -> Sequence[str]:
        """The first rows."""
        return self.figure.rows[:_ROWS]

    @property
    def rows_query(self) -> str:
        """The filter that gives all it was counted among; empty for a change between two reviews."""
        return "" if VERSUS in self.figure.scope else self.figure.scope

    @cached_property
    def since(self) -> Since | None:
        """What changed up to the current record; None where nothing did."""
        return (since(self.figure, self.now) or None) if self.now else None

    @property
    def now_in_words(self) -> str:
        """The current record's figure in a sentence."""
        return sentence(self.now) if self.now else ""

    @cached_property
    def earlier(self) -> list[Earlier]:
        """What the records before the one shown give, the last first."""
        home = self.record.folder.parents[1]
        return [self._in(built) for built in before(home, self.record)[:_EARLIER]]

    def _in(self, built: Built) -> Earlier:
        try:
            with open_record(self.record.folder.parents[1], built.hash) as record:
                made = recomputed(record, self.reference, latest=True)
                return Earlier(built, made, since(made, self.figure) if made else None)
        except (RecordError, UnknownReference, ValueError) as error:
            return Earlier(built, None, None, str(error))
