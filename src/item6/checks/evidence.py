"""What stands behind a verdict: its Figures with date, documents, rows and pages; official sources side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from item6.checks.bases import NEAREST, SOURCE, bases, is_counted
from item6.checks.checking import Checked
from item6.checks.verdicts import of_figures
from item6.measures.filters import FilterError
from item6.measures.published import is_published, totals_of
from item6.measures.references import UnknownReference, read_reference, recomputed
from item6.measures.wording import STAGE_PHRASES, sentence
from item6.record.reader import Record
from item6.terms.documents import Document
from item6.terms.figures import Figure
from item6.terms.names import ReviewName, parse_recommendation_name, parse_review_name

_FAMILIES = {
    "report": ("wg_report",), "addendum": ("wg_report", "addendum"), "matrix": ("matrix",), "upr_info": ("upr_info",),
}  # fmt: skip
"""Documents that a stage rests on, where not all do."""
_DISAGREE = "sources of record disagree"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a Figure. name: `XRU-2#115.1`. document: symbol or file name, page: in it; empty and None if unknown."""

    name: str
    document: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A Figure opened. reference: recomputes it. stage: in words. date: of the newest document that it rests on.

    documents: their symbols, or file names; for published totals their source.
    """

    reference: str
    sentence: str
    stage: str
    date: str
    documents: tuple[str, ...]
    rows: tuple[Row, ...]
    record: str


@dataclass(frozen=True, slots=True)
class Source:
    """What one official source says. name: what was counted, where. value: as printed. references: of its Figures."""

    name: str
    value: str
    references: tuple[str, ...]


class Opened:
    """Opens the references of verdicts in one record, each once."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._found: dict[str, Evidence | None] = {}
        self._pages: dict[ReviewName, Mapping[str, int | None]] = {}

    def evidence(self, references: str) -> tuple[Evidence, ...]:
        """The Figures of references, as a verdict has them: with spaces between. What is none is left out."""
        return tuple(found for each in references.split() if (found := self._of(each)))

    def sources(self, checked: Checked) -> tuple[Source, ...]:
        """What each official source says, where they disagree on a claim; nothing elsewhere."""
        claim, about = checked.claim, checked.about
        if checked.verdict.verdict != _DISAGREE or about.review is None or not is_counted(claim.role):
            return ()
        return tuple(dict.fromkeys(self._sources(checked, about.review)))

    def _sources(self, checked: Checked, review: ReviewName) -> Iterator[Source]:
        for basis in bases(self._record, review, checked.claim, checked.about.stage):
            if basis.kind in (NEAREST, SOURCE):
                made = of_figures(_DISAGREE, basis.found, basis.name, basis.value, "")
                yield Source(basis.name, made.computed, tuple(made.reference.split()))

    def _of(self, reference: str) -> Evidence | None:
        if reference not in self._found:
            self._found[reference] = self._opened(reference)
        return self._found[reference]

    def _opened(self, reference: str) -> Evidence | None:
        try:
            found = recomputed(self._record, read_reference(reference))
        except (UnknownReference, FilterError, ValueError):
            return None  # a symbol, for a date
        if found is None:
            return None
        date, documents = self._resting_on(found)
        rows = tuple(map(self._row, found.rows))
        stage = "as published" if is_published(found) else STAGE_PHRASES[found.stage]
        return Evidence(reference, sentence(found), stage, date, documents, rows, found.record)

    def _resting_on(self, found: Figure) -> tuple[str, tuple[str, ...]]:
        """The date of the newest document behind a Figure, and all of them."""
        review = _review(found)
        if review is None:
            return found.as_of or "", ()
        totals = totals_of(self._record, review) if is_published(found) else None
        if totals is not None:
            return totals.when, (totals.source,)
        families = _FAMILIES.get(found.stage)
        mine = [each for each in self._documents.get(review, ()) if families is None or each.family in families]
        dates = [each.date for each in mine if each.date]
        return found.as_of or max(dates, default=""), tuple(dict.fromkeys(each.symbol or each.file for each in mine))

    def _row(self, written: str) -> Row:
        name = parse_recommendation_name(written.split(" ")[0])
        if name is None:
            return Row(written)
        review = self._record.review(name.review)
        return Row(
            written, (review.symbol or review.file) if review else "", self._pages_of(name.review).get(name.number)
        )

    def _pages_of(self, review: ReviewName) -> Mapping[str, int | None]:
        if review not in self._pages:
            self._pages[review] = {each.number: each.page for each in self._record.recommendations(review)}
        return self._pages[review]

    @cached_property
    def _documents(self) -> Mapping[ReviewName, list[Document]]:
        found: dict[ReviewName, list[Document]] = {}
        for each in sorted(self._record.documents(), key=lambda each: (each.date or "9999", each.file)):
            if each.review and each.family != "decisions":
                found.setdefault(each.review, []).append(each)
        return found


def _review(found: Figure) -> ReviewName | None:
    """The one review that a Figure is of."""
    terms = dict(part.split(":", 1) for part in found.scope.split(" ") if ":" in part and part[0] != "-")
    return parse_review_name(f"{terms.get('state', '')}-{terms.get('cycle', '')}")
