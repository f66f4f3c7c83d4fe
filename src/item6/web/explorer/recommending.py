"""What the page of a State shows: its reviews, and what it recommends to others."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from django.utils.translation import gettext as _

from item6.measures.filters import Filter, Term
from item6.measures.groups import Group, grouped
from item6.measures.places import Places
from item6.measures.scope import Scope
from item6.record.reader import Record
from item6.record.rows import ReviewRow
from item6.web.explorer import own, shelf
from item6.web.explorer.reviews import topic_bars
from item6.web.explorer.tables import POSITION_NAMES, table_of
from item6.web.languages.saying import group_of, name_of

_TOP = 12
_MOST_ROWS = 60


class StatePage:
    """A State as its page shows it."""

    def __init__(self, record: Record, code: str) -> None:
        self.record, self.code = record, code
        self.name = name_of(code)
        self.group = group_of(code)
        self.places = Places(record, Scope(Filter((Term("by", (code,)),)), "state_recommendations"))

    @cached_property
    def own_groups(self) -> list[tuple[str, str]]:
        """The groups of the workspace that it is in: name, and the filter for what they recommend."""
        return [(name, str(Filter((Term("by", tuple(codes)),)))) for name, codes in own.groups_with(self.code).items()]

    @cached_property
    def reviews(self) -> Sequence[ReviewRow]:
        """Its reviews, by cycle."""
        return shelf.reviews_of(self.record, self.code)

    @cached_property
    def recommends(self) -> int:
        """How many State-recommendations it made."""
        return sum(each.received for each in self.to)

    @cached_property
    def to(self) -> list[Group]:
        """Whom it recommended to, most first."""
        return grouped(self.places, "state", POSITION_NAMES)

    @cached_property
    def to_table(self) -> str:
        """The same as a table, without those recommended to least."""
        return table_of(self.to[:_MOST_ROWS], _("State"), _("made"))

    @cached_property
    def topics(self) -> list[Group]:
        """What it asked for, the most frequent first."""
        return grouped(self.places, "issue", POSITION_NAMES)[:_TOP]

    @cached_property
    def topic_bars(self) -> str:
        """The same as a picture."""
        return topic_bars(self.topics)
