"""What the page of a recommendation shows: its words, its place, the answer at each stage."""

from __future__ import annotations

from functools import cached_property

from django.utils.translation import gettext

from item6.measures.asks import Near, near_to
from item6.measures.history import AtStage, History, history_of
from item6.record.reader import Record
from item6.record.rows import LabelRow, RecommendationRow
from item6.terms.annotations import Annotation
from item6.terms.documents import Document
from item6.terms.passages import Passage, PdfPlace
from item6.web.explorer import shelf
from item6.web.languages import saying


class RecommendationPage:
    """A recommendation as its page shows it."""

    def __init__(self, record: Record, row: RecommendationRow) -> None:
        self.record, self.row = record, row
        self.name = row.name

    @property
    def printed_otherwise(self) -> bool:
        """Whether the document prints another number than the name, final dots aside."""
        return self.row.number_as_printed.removesuffix(".") != self.row.number

    @cached_property
    def passage(self) -> Passage | None:
        """Where it stands."""
        return self.record.passage(self.name)

    @cached_property
    def document(self) -> Document | None:
        """The document that it stands in."""
        found = self.passage.document if self.passage else ""
        return shelf.document(self.record, found)

    @cached_property
    def place(self) -> str:
        """`page 14`."""
        return saying.place(self.passage) if self.passage else ""

    @cached_property
    def has_picture(self) -> bool:
        """Whether its page can be drawn."""
        return self.passage is not None and isinstance(self.passage.locator, PdfPlace)

    @cached_property
    def stages(self) -> list[tuple[str, AtStage]]:
        """The answers, by stage, then those beside: (where, answer)."""
        return [(_where(at), at) for at in (*self._history.stages, *self._history.beside)]

    @property
    def read_by_others(self) -> tuple[str, AtStage] | None:
        """Where no answer of the State's own was read: how others read it, as lists have it (where, reading)."""
        beside = (at for at in self._history.beside if at.source == "reading")
        return None if self._history.stages else next(((_where(at), at) for at in beside), None)

    @cached_property
    def _history(self) -> History:
        return history_of(self.record, self.row)

    @cached_property
    def near(self) -> list[Near]:
        """Recommendations of other cycles that are worded alike, the nearest first."""
        return near_to(self.record, self.row)

    @cached_property
    def other_cycles(self) -> list[int]:
        """The other cycles of the State in the record."""
        return [
            row.cycle for row in shelf.reviews_of(self.record, self.name.review.state) if row.name != self.row.review
        ]

    @cached_property
    def labels(self) -> list[LabelRow]:
        """Themes, persons and goals of OHCHR's matrix."""
        return self.record.labels(self.name.review, self.name.number)

    @cached_property
    def annotations(self) -> list[Annotation]:
        """Labels of our own that count."""
        return [each for each in self.record.annotations(self.name.review, self.name.number) if each.asserted]


def _where(at: AtStage) -> str:
    stage = saying.stage(at.stage)
    return gettext("%(stage)s, said aloud") % {"stage": stage} if at.source == "oral" else stage
