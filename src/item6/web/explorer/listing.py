"""The page of recommendations: a filter in the address, facets with counts, rows in pages, exports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, reduce
from operator import or_
from urllib.parse import quote

from django.utils.translation import gettext, gettext_noop

from item6.measures.filters import Filter, FilterError, parse, quoted
from item6.measures.places import Places
from item6.measures.scope import LATEST, Scope
from item6.measures.tally import Counted, Selected
from item6.measures.vocabulary import Groups, Vocabulary
from item6.record.reader import Record
from item6.record.rows import RecommendationRow
from item6.terms.answers import OTHER_READINGS, POSITIONS
from item6.web.explorer import listed, own, shelf
from item6.web.explorer.order import ORDERS, as_counted, read_by_others, rows_of
from item6.web.languages import saying

PAGE = 25
_FACETS = ("position", "as_written", "issue", "theme", "by", "group", "action", "cycle", "state")
_TITLES = {
    "position": gettext_noop("Position"), "as_written": gettext_noop("The State's words"),
    "issue": gettext_noop("Issue"), "theme": gettext_noop("Theme"), "by": gettext_noop("Recommending State"),
    "group": gettext_noop("Regional group"), "action": gettext_noop("Strength of the ask"),
    "cycle": gettext_noop("Cycle"), "state": gettext_noop("State under review"),
}  # fmt: skip
_NAMED = {"group": "by"}
"""The key of the filter by which a facet is chosen, where it is called otherwise."""
_SHOWN = 8
_OPENED = 120
"""Values that a facet shows that was opened, so that a page stays small."""
OWN = "own"
"""The facet of the groups that the workspace's owner names; the key of their choices is `by`."""


Choice = tuple[str, int, str, bool, str]
"""A value of a facet: what it is called, its count, the address of the filter with it (without it where it is chosen),
whether it is chosen, and the value as part of an element's name, by which it is known again when the list changes."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A key with its values here, the most frequent first.

    more: how many are not shown. opened: whether it was opened. beside: what stands in addresses beside the filter.
    """

    key: str
    title: str
    choices: Sequence[Choice]
    more: int
    opened: bool = False
    beside: str = ""

    @property
    def listed(self) -> str:
        """The values as markup."""
        return listed.choices(self.key, self.choices, self.beside)


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
        self.places = Places(record, Scope(self.filter), whole=True)

    @property
    def query(self) -> str:
        """The canonical filter."""
        return str(self.filter)

    @cached_property
    def title(self) -> str:
        """The filter in words."""
        return saying.scope_in_words(self.filter, capital=True)

    @cached_property
    def total(self) -> int:
        """How many numbered recommendations."""
        return 0 if self.error else self.places.members.bit_count()

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
    def _selected(self) -> Selected:
        return Selected(self.places)

    @cached_property
    def rows(self) -> list[RecommendationRow]:
        """The recommendations of this page."""
        first, last = (self.page - 1) * PAGE, self.page * PAGE
        if self.order:
            return rows_of(self.places, self.order, first, last)
        return as_counted(self.places, self._selected.some(first, last))

    @property
    def by_others(self) -> bool:
        """Whether positions are other people's reading."""
        return not self.error and read_by_others(self.places)

    @property
    def listed(self) -> str:
        """The same as markup."""
        return listed.recommendations(self.rows)

    def every(self) -> Iterator[RecommendationRow]:
        """All of them, for exports."""
        places = self.places
        read = self._read_by_others() if self.by_others else {}
        for span in places.spans:
            wanted = set(places.names(places.members & span.places))
            stage = LATEST if places.stage in OTHER_READINGS else places.stage
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
        counted = {key: self._without(key) for key in _FACETS if self.filter.values(_NAMED.get(key, key))}
        rest = [key for key in _FACETS if key not in counted]
        counted |= shelf.tally(self.record).counted(self.places, rest, self._selected)
        found = [found for key in _FACETS if (found := self._facet(key, counted[key]))]
        return [*found, *self._own()]

    def _own(self) -> Iterator[Facet]:
        """The groups that the workspace's owner names, where something selected is by one of their States."""
        chosen, places = self.filter.values("by"), self.places
        choices: list[Choice] = []
        for name, codes in self.groups.items():
            held = set(codes) <= set(chosen)
            pairs = reduce(or_, (places.facets.holding("by", code) for code in codes))
            count = (places.members & places.of_unit(places.pairs & pairs)).bit_count()
            if count or held:
                values = [each for each in chosen if each not in codes] if held else [*chosen, *codes]
                address = quote(str(self.filter.with_("by", *values)), safe="")
                choices.append((name, count, address, held, _in_address(name)))
        if choices:
            yield Facet(OWN, gettext("Your groups of States"), choices, 0, beside=self.beside)

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
            (_called(key, value), count, f"{before}{_in_address(value)}{after}", False, _in_address(value))
            for value, count in counted.first(self._most(key))
        ]
        return self._made(key, choices, len(counted))

    def _most(self, key: str) -> int:
        """How many values a facet shows."""
        return _OPENED if key == self.opened else _SHOWN

    def _made(self, key: str, choices: Sequence[Choice], held: int) -> Facet:
        return Facet(key, gettext(_TITLES[key]), choices, held - len(choices), key == self.opened, self.beside)

    def _chosen(self, key: str, named: str, counted: Sequence[tuple[str, int]], chosen: Sequence[str]) -> Facet:
        """A facet of which values are chosen; these stand first."""
        groups = [each for each in counted if each[1] < self.total or each[0] in chosen or len(counted) > 1]
        first = sorted(groups, key=lambda each: each[0] not in chosen)[: max(self._most(key), len(chosen))]
        choices = [
            (_called(key, value), count, self._toggled(named, value, chosen), value in chosen, _in_address(value))
            for value, count in first
        ]
        return self._made(key, choices, len(groups))

    def _toggled(self, key: str, value: str, chosen: Sequence[str]) -> str:
        rest = tuple(each for each in chosen if each != value)
        asked = self.filter.with_(key, *rest) if value in chosen else self.filter.with_(key, *chosen, value)
        return quote(str(asked), safe="")


@lru_cache(maxsize=2000)
def _in_address(value: str) -> str:
    return quote(quoted(value), safe="")


def _called(key: str, value: str) -> str:
    if key in ("by", "state"):
        return saying.name_of(value)
    if key == "position":
        return saying.position(value)
    if key == "action":
        return gettext("category %(number)s") % {"number": value}
    return saying.label(key, value)
