"""The review that a briefing is about, as its kinds ask for it: figures of one stage, texts with labels, sources."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from item6.briefings.asked import Asked
from item6.briefings.phrases import words
from item6.measures.cycles import reviews_of
from item6.measures.figures import Measured
from item6.measures.filters import Filter, both, parse
from item6.measures.published import totals_of
from item6.measures.scope import Scope, of_review
from item6.measures.vocabulary import Vocabulary
from item6.measures.wording import STAGE_PHRASES
from item6.record.reader import Record
from item6.record.rows import ReviewRow
from item6.terms.answers import OTHER_READINGS
from item6.terms.calendar import SESSIONS
from item6.terms.decisions import Decision
from item6.terms.documents import Document
from item6.terms.figures import Figure
from item6.terms.names import ReviewName
from item6.terms.states import name_of

BOTH = ("numbers", "state_recommendations")
"""The two units of every briefing: the UN's, and the one nearest to UPR Info's."""


class Subject:
    """One review of a record. stage: as in Scope; empty for the last one known.

    All its figures stand at one stage, so that those of parts add up to those of the whole.
    """

    def __init__(self, record: Record, name: ReviewName, stage: str = "") -> None:
        self.record, self.name, self.asked_stage = record, name, stage
        self.row: ReviewRow | None = record.review(name)
        self._measured: dict[tuple[Filter, str], Measured] = {}

    @cached_property
    def published(self) -> Decision | None:
        """The published totals, where they are all that the record has of the review."""
        return None if self.row else totals_of(self.record, self.name)

    @cached_property
    def whole(self) -> Measured:
        """The review in the UN's unit."""
        return Measured(self.record, of_review(self.name, stage=self.asked_stage))

    @cached_property
    def stage(self) -> str:
        """The stage of every figure."""
        return self.whole.stage if self.row else ""

    @property
    def is_pending(self) -> bool:
        """Whether no answer to anything is known."""
        return bool(self.row) and self.whole.is_pending

    @property
    def is_read_by_others(self) -> bool:
        """Whether the positions are other people's reading, the State's own answers not being in the record."""
        return self.stage in OTHER_READINGS

    def figure(self, measure: str, unit: str = "numbers", within: Filter | None = None) -> Figure | None:
        """A figure of the review, or of what a filter selects of it; None where published totals do not tell it."""
        return next(iter(self.measured(unit, within).figures([measure])), None)

    def sure(self, measure: str, unit: str = "numbers", within: Filter | None = None) -> Figure:
        """The same of a review whose list is in the record."""
        return self.measured(unit, within).figure(measure)

    def measured(self, unit: str = "numbers", within: Filter | None = None) -> Measured:
        """What a filter selects of the review, opened once."""
        key = within or Filter(), unit
        if key not in self._measured:
            self._measured[key] = Measured(self.record, self.scope(unit, within))
        return self._measured[key]

    def scope(self, unit: str = "numbers", within: Filter | None = None) -> Scope:
        """The scope of such figures."""
        whole = of_review(self.name, unit, self.stage)
        return whole if within is None else Scope(both(whole.filter, within), unit, self.stage)

    # --- names

    @property
    def state(self) -> str:
        """Name of the State under review."""
        return name_of(self.name.state)

    @cached_property
    def year(self) -> int | None:
        """The year of the review: of its session, else of its report."""
        return next((span.year for span in self.whole.places.facets.spans), None) if self.row else None

    @cached_property
    def cycle_words(self) -> str:
        """`cycle 3 (2019)`."""
        key = "name.cycle_year" if self.year else "name.cycle"
        return words(key, cycle=str(self.name.cycle), year=str(self.year or ""))

    @property
    def title(self) -> str:
        """`Slovenia, cycle 3 (2019)`."""
        return words("name.review", state=self.state, cycle=self.cycle_words)

    @cached_property
    def held(self) -> str:
        """`reviewed at session 34 of the Working Group, November 2019`; empty where the session is not known."""
        session = SESSIONS.get(self.row.session) if self.row and self.row.session else None
        if session is None:
            return ""
        return words("name.session", session=str(session.number), month=month_of(session.begins))

    @property
    def stage_words(self) -> str:
        """`after the addendum`; of published totals, where they are from."""
        if self.published:
            return words("stage.published", source=self.published.source)
        return STAGE_PHRASES.get(self.stage, "")

    # --- what lies beside

    @cached_property
    def earlier(self) -> list[Subject]:
        """The same State's reviews before it that the record has a list of, in order."""
        found = reviews_of(self.record, self.name.state)
        return [Subject(self.record, each) for each in found if each.cycle < self.name.cycle]

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """The documents of the review that were not replaced by others, by SHA-256."""
        aside = set(self.record.superseded(self.name)) if self.row else set()
        found = {each.sha256: each for each in self.record.documents() if each.review == self.name}
        return {sha256: each for sha256, each in found.items() if sha256 not in aside}

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """The documents it rests on, in words: symbol, what it is, date."""
        order = {"wg_report": 0, "addendum": 1}
        listed = sorted(self.documents.values(), key=lambda each: (order.get(each.family, 9), each.symbol or each.file))
        found = [document_in_words(each) for each in listed if each.family in _USED]
        return tuple(found) if not self.published else (self.published.source,)

    @property
    def all_sources(self) -> tuple[str, ...]:
        """Its documents and those of the reviews before it, which comparisons rest on."""
        return tuple(dict.fromkeys(source for each in (self, *reversed(self.earlier)) for source in each.sources))

    def called(self, sha256: str | None) -> str:
        """The symbol of a document, or its file name."""
        document = self.documents.get(sha256 or "")
        return (document.symbol or document.file) if document else ""

    def topic(self, theme: Filter, of: Subject) -> Filter | None:
        """What a theme of another review of the same State is in this one; None where it has no such words.

        OHCHR's themes are carried through the crosswalk; issues and words are the same in every cycle.
        """
        if of.name == self.name or not theme.values("theme"):
            return theme
        from item6.measures.topics import labels_in  # brings the labels' models: only where themes are carried

        labels = labels_in(self.record, "theme", theme.values("theme"), self.name, of.name)
        return theme.with_("theme", *labels) if labels else None


_USED = ("wg_report", "addendum", "matrix", "decision")


def subject_of(asked: Asked) -> Subject:
    """The review that a briefing is asked of."""
    return Subject(asked.record, asked.review, asked.stage)


def theme_of(asked: Asked) -> Filter | None:
    """The theme asked for, in canonical form; None where none is. FilterError naming the nearest for an unknown one."""
    if not asked.theme.strip():
        return None
    return parse(asked.theme, Vocabulary(asked.record).resolve).with_("state").with_("cycle")


def theme_in_words(theme: Filter) -> str:
    """`Death penalty`, without its code; several labels in a row; the filter itself where it asks for more."""
    if len(theme.terms) != 1 or theme.terms[0].negated or theme.terms[0].key not in ("issue", "theme", "person", "sdg"):
        return str(theme)
    named_once = dict.fromkeys(_CODE.sub("", value) for value in theme.terms[0].values)
    return ", ".join(named_once)


_CODE = re.compile(r"[A-Z]\d{1,3}(?:\.\d+)?\s+(?=\S)")
"""What OHCHR's themes of cycle 2 begin with: `D23 Death penalty`."""


def month_of(iso_date: str) -> str:
    """`November 2019`."""
    return words(f"month.m{iso_date[5:7]}", year=iso_date[:4])


def date_in_words(iso_date: str) -> str:
    """`24 December 2019`."""
    return f"{int(iso_date[8:10])} {month_of(iso_date)}"


def document_in_words(document: Document) -> str:
    """`A/HRC/43/15/Add.1, addendum, 18 February 2020`."""
    kind = words(f"document.{document.family}" if not document.draft else "document.draft")
    parts = [document.symbol or document.file, kind, date_in_words(document.date) if document.date else ""]
    return ", ".join(filter(None, parts))


def named(states: Sequence[str]) -> str:
    """Names of States in the order given, `no State named` for a collective recommendation."""
    return ", ".join(map(name_of, states)) if states else words("states.none")
