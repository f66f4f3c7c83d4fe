"""What the page of a review shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from django.utils.translation import gettext as _

from item6.charts.bars import ORDER, Row, bars, outcome_bar
from item6.charts.slopes import slope
from item6.charts.tiles import tiles
from item6.measures.cycles import change, over_cycles, reviews_of
from item6.measures.figures import Measured
from item6.measures.groups import Group, grouped
from item6.measures.outcome import COUNTED_UNITS
from item6.measures.scope import Scope, of_review
from item6.record.facets import POSITION, at_stage
from item6.record.reader import Record
from item6.record.rows import ReviewRow
from item6.terms.answers import OTHER_READINGS, PENDING, POSITIONS, STAGES
from item6.terms.documents import Document
from item6.terms.figures import Figure
from item6.terms.issues import Issue
from item6.terms.names import ReviewName
from item6.terms.recommendations import StatedTotal
from item6.web.explorer import shelf
from item6.web.explorer.tables import POSITION_NAMES, called, table_of, table_of_cycles
from item6.web.languages import saying
from item6.web.languages.saying import name_of, sentence, value_in_words

_TABLE = ("received", "supported", "in_part", "noted", "pending", "not_supported", "rejected", "implemented")
_OVER_CYCLES = ("received", "supported_share", "in_part_share", "noted_share", "not_supported_share")
_SINCE = ("received", "supported_share", "not_supported_share")
_TOP = 12


@dataclass(frozen=True, slots=True)
class Unit:
    """The outcome in one unit."""

    name: str
    called: str
    counts: Mapping[str, int]
    bar: str

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Line:
    """One measure: its count and share, and the references that open them."""

    count: Figure
    share: Figure | None

    @property
    def words(self) -> str:
        """The count as a table shows it."""
        return value_in_words(self.count)

    @property
    def part(self) -> str:
        """The share as a table shows it."""
        return value_in_words(self.share) if self.share and self.share.value is not None else ""


class ReviewPage:
    """A review as its page shows it, in the order of the page; each part is made when the template asks for it."""

    def __init__(self, record: Record, row: ReviewRow) -> None:
        self.record, self.row = record, row
        self.name = row.name
        self.scope = of_review(row.name)
        self.measured = Measured(record, self.scope)

    @cached_property
    def title(self) -> str:
        """`China, cycle 3`."""
        return saying.review(self.row.name)

    @cached_property
    def year(self) -> int | None:
        """The year of the review."""
        return next((span.year for span in self.measured.places.facets.spans), None)

    @cached_property
    def stage(self) -> str:
        """Where the answers come from, in words."""
        return saying.stage(self.measured.stage)

    @cached_property
    def by_others(self) -> bool:
        """Whether the positions are other people's reading, the State's own answers not being in the record."""
        return self.measured.stage in OTHER_READINGS

    @cached_property
    def units(self) -> list[Unit]:
        """The outcome in the UN's unit and in State-recommendations, at the same stage."""
        found = []
        for unit in (COUNTED_UNITS[0], COUNTED_UNITS[2]):
            counts = self._counts(unit, self.measured.stage)
            words, names = saying.units(unit), saying.positions()
            parts = _(", ").join(f"{count} {names[position]}" for position, count in counts.items() if count)
            title = _("%(all)s %(units)s: %(parts)s") % {"all": sum(counts.values()), "units": words, "parts": parts}
            bar = outcome_bar(counts, title, names, mirrored=saying.is_mirrored())
            found.append(Unit(unit, words, counts, bar))
        return found

    @cached_property
    def quoted(self) -> Figure:
        """The figure most asked for."""
        return self.measured.figure("not_supported_share")

    @cached_property
    def quotation(self) -> str:
        """The sentence one may quote."""
        return sentence(self.quoted)

    @cached_property
    def lines(self) -> list[Line]:
        """The figures as a table."""
        return [
            Line(self.measured.figure(name), None if name == "received" else self.measured.figure(f"{name}_share"))
            for name in _TABLE
        ]

    @cached_property
    def documents(self) -> Sequence[Document]:
        """The documents of the review, by date."""
        return shelf.documents_of(self.record, self.name)

    @cached_property
    def waits(self) -> int:
        """How many numbers are pending for want of an addendum; 0 where the record holds one, or none is pending."""
        answered = any(each.family == "addendum" for each in self.documents)
        return 0 if answered else self.measured.places.with_("position", PENDING).bit_count()

    @cached_property
    def problems(self) -> Sequence[Issue]:
        """What does not add up, or needs a look."""
        return shelf.issues_of(self.record, self.name)

    @cached_property
    def stages(self) -> list[tuple[str, Mapping[str, int]]]:
        """Where the numbers stood at each stage that changed anything, in words, with their counts by position."""
        facets = self.measured.places.facets
        stood = [tuple(facets.holding(at_stage(POSITION, stage), each) for each in POSITIONS) for stage in STAGES]
        new = [stage for at, stage in enumerate(STAGES) if not at or stood[at] != stood[at - 1]]
        return [(saying.stage(stage), self._counts(COUNTED_UNITS[0], stage)) for stage in new] if len(new) > 1 else []

    def _counts(self, unit: str, stage: str) -> Mapping[str, int]:
        places = Measured(self.record, of_review(self.name, unit, stage)).places
        return {each: places.with_("position", each).bit_count() for each in ORDER}

    @cached_property
    def stated(self) -> list[StatedTotal]:
        """What the documents themselves say of how many there are."""
        return [each for each in self.record.totals(self.name) if each.measure != "speakers"]

    @cached_property
    def since(self) -> list[tuple[str, str]]:
        """What changed since the review before, each in a sentence, with the reference that opens it."""
        by_review = dict(self.cycles)
        before = [review for review in by_review if review.cycle < self.name.cycle]
        if not before or self.name not in by_review:
            return []
        pairs = zip(by_review[self.name], by_review[before[-1]], strict=True)
        told = [made for one, other in pairs if one.measure in _SINCE and (made := change(one, other))]
        for name in ("reversed_to_noted", "reversed_to_supported"):
            made = self.measured.figure(name)
            if made.value:
                told.append(made)
        return [(sentence(made), made.reference) for made in told]

    @cached_property
    def cycles(self) -> list[tuple[ReviewName, list[Figure]]]:
        """The reviews of the State, each with its figures of _OVER_CYCLES; empty for a single review."""
        reviews = reviews_of(self.record, self.row.state)
        found = over_cycles(self.record, _OVER_CYCLES, reviews, Scope()) if len(reviews) > 1 else []
        return list(zip(reviews, found, strict=bool(found)))

    @cached_property
    def cycles_table(self) -> str:
        """The same as a table; each number opens its figure."""
        return table_of_cycles(self.cycles)

    @cached_property
    def history(self) -> str:
        """The share not supported over the cycles as a picture; empty for a single review."""
        points = [
            (str(review), Fraction(share.value), saying.percent(Fraction(share.value)))
            for review, (*_, share) in self.cycles
            if share.value is not None
        ]
        words = _(", ").join(f"{label} {value}" for label, share, value in points)
        title = _("Not supported: %(shares)s") % {"shares": words}
        return slope(points, title, mirrored=saying.is_mirrored()) if len(points) > 1 else ""

    @cached_property
    def topics(self) -> tuple[str, list[Group]]:
        """What was asked: issues, or OHCHR's themes where the record has no issues; the most frequent first."""
        for key in ("issue", "theme"):
            groups = grouped(self.measured.places, key, POSITION_NAMES)
            if groups:
                return key, groups[:_TOP]
        return "", []

    @cached_property
    def topic_bars(self) -> str:
        """The same as a picture."""
        return topic_bars(self.topics[1])

    @cached_property
    def topic_table(self) -> str:
        """The same as a table."""
        return table_of(self.topics[1], _("issue") if self.topics[0] == "issue" else _("theme"))

    @cached_property
    def recommending(self) -> list[Group]:
        """Recommending States, the most active first."""
        found = grouped(self.measured.places, "by", POSITION_NAMES)
        return sorted(found, key=lambda each: (-each.received, saying.in_order(name_of(each.value))))

    @cached_property
    def tile_map(self) -> str:
        """The same as tiles."""
        counts = {each.value: each.received for each in self.recommending}
        # Each State is said once: in the table below; here those who made most.
        top = _(", ").join(f"{name_of(code)} {count}" for code, count in list(counts.items())[:5])
        title = _("%(all)s recommending States; most from %(top)s") % {"all": len(counts), "top": top}
        return tiles(
            counts, title, named=name_of, headed=_headed,
            mirrored=saying.is_mirrored(),
        )  # fmt: skip

    @cached_property
    def recommending_table(self) -> str:
        """The same as a table."""
        return table_of(self.recommending, _("State"))


def _headed(group: str, count: int) -> str:
    return _("%(group)s: %(count)s") % {"group": saying.said("group", group), "count": saying.grouped(count)}


def topic_bars(groups: Sequence[Group]) -> str:
    """Groups as bars; empty for none."""
    rows = [Row(called(each), counts_of(each)) for each in groups]
    title = _("; ").join(f"{row.label} {row.total}" for row in rows)
    return bars(rows, title, mirrored=saying.is_mirrored()) if rows else ""


_POSITION_OF = dict(zip(POSITION_NAMES, ("supported", "supported/noted", "noted", "pending"), strict=True))


def counts_of(group: Group) -> dict[str, int]:
    """The counts of a group by position; all pending where nothing of it is answered."""
    counts = {_POSITION_OF[name]: count for name, count in group.counts.items()}
    return counts if len(counts) > 1 else {"pending": group.received}
