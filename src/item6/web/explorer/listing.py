"""The page of recommendations: a filter in the address, facets with counts, rows in pages, exports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from urllib.parse import quote

from item6.charts.bars import WORDS
from item6.measures.filters import Filter, FilterError, parse, quoted
from item6.measures.places import Places
from item6.measures.scope import LATEST, Scope
from item6.measures.tally import Counted, Selected
from item6.measures.vocabulary import Vocabulary
from item6.measures.wording import scope_in_words
from item6.record.reader import Record
from item6.record.rows import RecommendationRow
from item6.terms.answers import OTHER_READINGS
from item6.terms.states import STATES
from item6.web.explorer import listed, shelf

PAGE = 25
_FACETS = ("position", "as_written", "issue", "theme", "by", "group", "action", "cycle", "state")
_TITLES = {
    "position": "Position", "as_written": "The State's words", "issue": "Issue", "theme": "Theme",
    "by": "Recommending State", "group": "Regional group", "action": "Strength of the ask", "cycle": "Cycle",
    "state": "State under review",
}  # fmt: skip
_NAMED = {"group": "by"}
"""The key of the filter by which a facet is chosen, where it is called otherwise."""
_SHOWN = 8


Choice = tuple[str, int, str, bool]
"""A value of a facet: what it is called, its count, the address of the filter with it (without it where it is chosen),
and whether it is chosen."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A key with its values here, the most frequent first; more: how many are not shown."""

    key: str
    title: str
    choices: Sequence[Choice]
    more: int

    @property
    def listed(self) -> str:
        """The values as markup."""
        return listed.choices(self.choices)


class Listing:
    """What a typed filter selects. error: what is wrong with it, empty where it is understood."""

    def __init__(self, record: Record, typed: str, page: int = 1) -> None:
        self.record, self.typed, self.page = record, typed.strip(), page
        self.error, self.hint = "", ""
        self.filter = Filter()
        try:
            self.filter = parse(self.typed, Vocabulary(record).resolve)
        except FilterError as error:
            self.error, self.hint = error.what, error.hint
        self.places = Places(record, Scope(self.filter), whole=True)

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
        return 0 if self.error else self.places.members.bit_count()

    @cached_property
    def pages(self) -> int:
        """How many pages."""
        return max(1, -(-self.total // PAGE))

    @property
    def before(self) -> int:
        """The page before."""
        return self.page - 1

    @property
    def after(self) -> int:
        """The page after."""
        return self.page + 1

    @cached_property
    def _selected(self) -> Selected:
        return Selected(self.places)

    @cached_property
    def rows(self) -> list[RecommendationRow]:
        """The recommendations of this page."""
        chosen = self._selected.some((self.page - 1) * PAGE, self.page * PAGE)
        return self.record.recommendations_at(self.places.facets, chosen, LATEST)

    @property
    def listed(self) -> str:
        """The same as markup."""
        return listed.recommendations(self.rows)

    def every(self) -> Iterator[RecommendationRow]:
        """All of them, for exports."""
        places = self.places
        for span in places.spans:
            wanted = set(places.names(places.members & span.places))
            stage = LATEST if places.stage in OTHER_READINGS else places.stage
            for row in self.record.recommendations(span.review, stage):
                if str(row.name) in wanted:
                    yield row

    @cached_property
    def facets(self) -> list[Facet]:
        """Facets with more than one value, or one that is chosen."""
        if self.error:
            return []
        counted = {key: self._without(key) for key in _FACETS if self.filter.values(_NAMED.get(key, key))}
        rest = [key for key in _FACETS if key not in counted]
        counted |= shelf.tally(self.record).counted(self.places, rest, self._selected)
        return [found for key in _FACETS if (found := self._facet(key, counted[key]))]

    def _without(self, key: str) -> Counted:
        """The counts of a key that is chosen: those without it, so that one can change one's mind."""
        rest = self.filter.with_(_NAMED.get(key, key))
        return shelf.counted(self.record, rest, key)

    def _facet(self, key: str, counted: Counted) -> Facet | None:
        named = _NAMED.get(key, key)
        chosen = self.filter.values(named)
        if chosen:
            return self._chosen(key, named, counted.first(), chosen)
        if len(counted) < 2:
            return None
        before, after = (quote(part, safe="") for part in self.filter.around(named))
        choices = [
            (_called(key, value), count, f"{before}{_in_address(value)}{after}", False)
            for value, count in counted.first(_SHOWN)
        ]
        return Facet(key, _TITLES[key], choices, len(counted) - len(choices))

    def _chosen(self, key: str, named: str, counted: Sequence[tuple[str, int]], chosen: Sequence[str]) -> Facet:
        """A facet of which values are chosen; these stand first."""
        groups = [each for each in counted if each[1] < self.total or each[0] in chosen or len(counted) > 1]
        first = sorted(groups, key=lambda each: each[0] not in chosen)[: max(_SHOWN, len(chosen))]
        choices = [
            (_called(key, value), count, self._toggled(named, value, chosen), value in chosen) for value, count in first
        ]
        return Facet(key, _TITLES[key], choices, len(groups) - len(choices))

    def _toggled(self, key: str, value: str, chosen: Sequence[str]) -> str:
        rest = tuple(each for each in chosen if each != value)
        asked = self.filter.with_(key, *rest) if value in chosen else self.filter.with_(key, *chosen, value)
        return quote(str(asked), safe="")


@lru_cache(maxsize=2000)
def _in_address(value: str) -> str:
    return quote(quoted(value), safe="")


@lru_cache(maxsize=2000)
def _called(key: str, value: str) -> str:
    if key in ("by", "state") and value in STATES:
        return STATES[value].name
    if key == "position":
        return WORDS[value]
    if key == "action":
        return f"category {value}"
    return value.replace("_", " ")
