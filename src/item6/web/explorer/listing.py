"""The page of recommendations: a filter in the address, facets with counts, rows in pages, exports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_

from item6.charts.bars import WORDS
from item6.measures.figures import Measured
from item6.measures.filters import Filter, FilterError, parse
from item6.measures.groups import Group, grouped
from item6.measures.places import Places
from item6.measures.scope import Scope
from item6.measures.vocabulary import Groups, Vocabulary
from item6.measures.wording import scope_in_words
from item6.record.reader import Record
from item6.record.rows import RecommendationRow
from item6.terms.answers import POSITIONS
from item6.terms.states import STATES
from item6.web.explorer import own, shelf
from item6.web.explorer.order import ORDERS, read_by_others, rows_of

PAGE = 25
_FACETS = ("position", "as_written", "issue", "theme", "by", "group", "action", "cycle", "state")
_TITLES = {
    "position": "Position", "as_written": "The State's words", "issue": "Issue", "theme": "Theme",
    "by": "Recommending State", "group": "Regional group", "action": "Strength of the ask", "cycle": "Cycle",
    "state": "State under review",
}  # fmt: skip
_SHOWN = 8
OWN = "own"
"""The facet of the groups that the workspace's owner names; the key of their choices is `by`."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet. query: the filter with it, or without it where it is chosen."""

    value: str
    called: str
    count: int
    query: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A key with its values here, the most frequent first; more: how many are not shown."""

    key: str
    title: str
    choices: tuple[Choice, ...]
    more: int

    @property
    def whole(self) -> bool:
        """Whether nothing is left out."""
        return self.more <= 0


class Listing:
    """What a typed filter selects. error: what is wrong with it, empty where it is understood.

    order: one of ORDERS. opened: the key of a facet that shows all its values.
    """

    def __init__(self, record: Record, typed: str, page: int = 1, order: str = "", opened: str = "") -> None:
        self.record, self.typed, self.page = record, typed.strip(), page
        self.order, self.opened = order if order in ORDERS else "", opened
        self.error, self.hint = "", ""
        self.filter = Filter()
        self.groups: Groups = {}
        try:
            self.groups = own.groups()
            self.filter = parse(self.typed, Vocabulary(record, self.groups).resolve)
        except FilterError as error:
            self.error, self.hint = error.what, error.hint
        self.scope = Scope(self.filter)
        self.measured = Measured(record, self.scope)

    @property
    def query(self) -> str:
        """The canonical filter."""
        return str(self.filter)

    @cached_property
    def title(self) -> str:
        """The filter in words."""
        return scope_in_words(self.filter, capital=True)

    @cached_property
    def total(self) -> int:
        """How many numbered recommendations."""
        return 0 if self.error else self.measured.received

    @cached_property
    def pages(self) -> int:
        """How many pages."""
        return max(1, -(-self.total // PAGE))

    @property
    def beside(self) -> str:
        """What stands in the address beside the filter, as part of it."""
        return f"&order={self.order}" if self.order else ""

    @property
    def orders(self) -> Sequence[str]:
        """The orders that the list can be put in."""
        return ORDERS

    @property
    def before(self) -> int:
        """The page before."""
        return self.page - 1

    @property
    def after(self) -> int:
        """The page after."""
        return self.page + 1

    @cached_property
    def rows(self) -> list[RecommendationRow]:
        """The recommendations of this page."""
        return rows_of(self.measured.places, self.order, (self.page - 1) * PAGE, self.page * PAGE)

    @property
    def by_others(self) -> bool:
        """Whether positions are other people's reading."""
        return not self.error and read_by_others(self.measured.places)

    def every(self) -> Iterator[RecommendationRow]:
        """All of them, for exports."""
        places = self.measured.places
        read = self._read_by_others() if self.by_others else {}
        for span in places.spans:
            wanted = set(places.names(places.members & span.places))
            stage = "later" if self.measured.stage in ("matrix", "upr_info") else self.measured.stage
            for row in self.record.recommendations(span.review, stage):
                if str(row.name) in wanted:
                    texts = (text._replace(position=read.get(str(text.name), text.position)) for text in row.texts)
                    yield row._replace(texts=tuple(texts)) if read else row

    def _read_by_others(self) -> dict[str, str]:
        """The position of each text as other people read it."""
        places = Places(self.record, Scope(self.filter, "texts"))
        sets = ((each, places.with_("position", each)) for each in POSITIONS)
        return {name: each for each, members in sets for name in places.names(members)}

    @cached_property
    def facets(self) -> list[Facet]:
        """Facets with more than one value, or one that is chosen."""
        if self.error:
            return []
        found = [found for key in _FACETS if (found := self._facet(key))]
        return [*found, *self._own()]

    def _own(self) -> Iterator[Facet]:
        """The groups that the workspace's owner names, where something selected is by one of their States."""
        chosen = self.filter.values("by")
        choices = []
        for name, codes in self.groups.items():
            members = reduce(or_, (self.measured.places.with_("by", code) for code in codes))
            held = set(codes) <= set(chosen)
            if members or held:
                values = [each for each in chosen if each not in codes] if held else [*chosen, *codes]
                choices.append(Choice(name, name, members.bit_count(), str(self.filter.with_("by", *values)), held))
        if choices:
            yield Facet(OWN, "Your groups of States", tuple(choices), 0)

    def _facet(self, key: str) -> Facet | None:
        named = "by" if key == "group" else key
        chosen = self.filter.values(named)
        # The counts of a key that is chosen are those without it, so that one can change one's mind.
        rest = self.filter.with_(named)
        places = Places(self.record, Scope(rest)) if chosen else self.measured.places
        groups: Sequence[Group] = grouped(places, key, ()) if rest.terms else shelf.world(self.record, key)
        groups = [each for each in groups if each.received < self.total or each.value in chosen or len(groups) > 1]
        if len(groups) < 2 and not chosen:
            return None
        most = len(groups) if key == self.opened else max(_SHOWN, len(chosen))
        first = sorted(groups, key=lambda each: each.value not in chosen)[:most]
        choices = tuple(
            Choice(each.value, _called(key, each.value), each.received, self._toggled(named, each.value, chosen),
                   each.value in chosen)
            for each in first
        )  # fmt: skip
        return Facet(key, _TITLES[key], choices, len(groups) - len(choices))

    def _toggled(self, key: str, value: str, chosen: tuple[str, ...]) -> str:
        rest = tuple(each for each in chosen if each != value)
        return str(self.filter.with_(key, *rest) if value in chosen else self.filter.with_(key, *chosen, value))


def _called(key: str, value: str) -> str:
    if key in ("by", "state") and value in STATES:
        return STATES[value].name
    if key == "position":
        return WORDS[value]
    if key == "action":
        return f"category {value}"
    return value.replace("_", " ")
