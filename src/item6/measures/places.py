"""From a scope to sets of places: what it selects, and where the selected numbers, texts or pairs stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property, reduce
from operator import and_, or_

from item6.measures.asof import as_of
from item6.measures.filters import OF_UNIT, WORDS, Term
from item6.measures.scope import LATEST, Scope, reviews_named
from item6.measures.vocabulary import DATED, dated_values, in_range
from item6.record.facets import CLASS, END, EXPORT, PAIRS, POSITION, Facets, Span, at_stage
from item6.record.reader import Record
from item6.terms.answers import NOTED, OTHER_READINGS, PARTLY, PENDING, POSITION_OF, STAGES, SUPPORTED
from item6.terms.states import GROUPS, STATES, group_of

_ANSWERED = (SUPPORTED, NOTED, PARTLY)
_MOST_REVIEWS = 40
"""Reviews that are opened one by one; for more, the whole record's sets are faster."""


class Places:
    """What a scope selects in a record. Sets are of `facets`; those of a unit hold the last place of each member.

    A member is a number, a text, a pair with a State, or a row of an export.
    """

    def __init__(self, record: Record, scope: Scope, *, whole: bool = False) -> None:
        """whole: take the sets from those of the whole record, which is faster for who asks of many reviews in turn."""
        self.record, self.scope = record, scope
        self.facets = _facets(record, scope, whole)
        self._sets: dict[tuple[str, str], int] = {}
        self._standing: dict[str, int] | None = None

    @cached_property
    def pairs(self) -> int:
        """The pairs that the filter selects, positions and the State's words aside."""
        asked = [term for term in self.scope.filter.terms if term.key not in OF_UNIT]
        return _selected(asked, self.facets.all, self._pairs_with)

    @cached_property
    def members(self) -> int:
        """The members that the filter selects."""
        asked = [term for term in self.scope.filter.terms if term.key in OF_UNIT]
        return _selected(asked, self.of_unit(self.pairs), self._members_with)

    @cached_property
    def stage(self) -> str:
        """The stage of the figures.

        Of one review the last one, up to the one asked for, at which an answer changed anything selected; `report`
        where none did; a matrix's reading where it alone says something and no stage was asked for. Of several
        reviews the one asked for, or `later`: each as far as it is known.
        """
        if self.facets.base == EXPORT:
            return "upr_info"
        if self.scope.stage in OTHER_READINGS:
            return self.scope.stage
        up_to = STAGES[: STAGES.index(self.scope.stage or LATEST) + 1]
        if self.facets.is_of_several(self.pairs):
            return up_to[-1]
        answered = [stage for stage in up_to if self._known(stage)]
        if not answered:
            return "matrix" if not self.scope.stage and self._known("matrix") else STAGES[0]
        # A stage at which nothing changes is none of its own.
        return next(stage for stage in answered if self._same(stage, answered[-1]))

    @cached_property
    def spans(self) -> list[Span]:
        """The reviews of which the filter selects anything."""
        held = self.facets.counted(self.pairs)
        return [span for span, count in zip(self.facets.spans, held, strict=True) if count]

    def of_unit(self, pairs: int) -> int:
        """The members that hold one of these pairs, each at the place of its last pair."""
        unit, facets = self.scope.unit, self.facets
        if facets.base == EXPORT:
            return pairs
        if unit == "state_recommendations":
            return pairs & facets.holding(END, unit)
        ends, before_last = self._ends
        if unit == "texts":
            pairs &= ~(facets.holding(END, "numbers") & ~ends)  # a number without text has a pair, and no text
        # Adding a one at each place before the last of a member carries over into its last place.
        return (((pairs & before_last) + before_last) | pairs) & ends

    @cached_property
    def _ends(self) -> tuple[int, int]:
        """The last places of the unit's members, and all the places before them."""
        ends = self.facets.holding(END, self.scope.unit)
        return ends, self.facets.all & ~ends

    def with_(self, key: str, value: str) -> int:
        """The selected members of which a pair says this; of positions and words, those that stand so as a whole."""
        if key in OF_UNIT:
            return self.members & self._members_with(key, value)
        return self.members & self.of_unit(self.pairs & self._pairs_with(key, value))

    def answered_with(self, classes: Iterable[str]) -> int:
        """The selected members all of whose pairs the State answered with one or other of these classes of words."""
        return self.members & self._all_with(classes)

    def newly(self, position: str) -> int:
        """The selected members that stand so and stood otherwise in the report."""
        return self.with_(POSITION, position) & ~self._stand(STAGES[0])[position]

    def values(self, key: str) -> list[str]:
        """The values of a key that are said here of anything, selected or not."""
        if key == "state":
            return sorted({span.review.state for span in self.facets.spans})
        if key in DATED:
            return dated_values(self.facets.spans, key)
        if key == POSITION:
            return [*_ANSWERED, PENDING]
        if key == CLASS:
            known = self.facets.values(at_stage(CLASS, self.stage))
            return sorted(known, key=lambda each: (each not in POSITION_OF, [*POSITION_OF, each].index(each)))
        return self.facets.values(key)

    def names(self, members: int) -> list[str]:
        """The names of members."""
        return self.record.names_of(self.facets, members, self.scope.unit)

    def _known(self, stage: str) -> int:
        """The selected pairs that were answered at a stage or before."""
        return self.pairs & reduce(or_, (self.facets.holding(at_stage(POSITION, stage), each) for each in _ANSWERED))

    def _same(self, stage: str, other: str) -> bool:
        """Whether all that is selected stands alike at two stages, in the State's words too."""
        words = {value for at in (stage, other) for value in self.facets.values(at_stage(CLASS, at))}
        return all(
            self.pairs & self.facets.holding(at_stage(key, stage), value)
            == self.pairs & self.facets.holding(at_stage(key, other), value)
            for key, values in ((POSITION, _ANSWERED), (CLASS, words))
            for value in values
        )

    def _pairs_with(self, key: str, value: str) -> int:
        known = (key, value)
        if known not in self._sets:
            self._sets[known] = self._look_up(key, value)
        return self._sets[known]

    def _look_up(self, key: str, value: str) -> int:
        if key in _OF_SPAN:
            return self._of_spans(lambda span: _OF_SPAN[key](span, value))
        if key == "by":
            codes = [code for code, each in STATES.items() if each.group == value] if value in GROUPS else [value]
            return reduce(or_, (self.facets.holding("by", code) for code in codes), 0)
        if key in ("text", WORDS):
            return self.record.holding_words(self.facets, value)
        if key == "number":
            return self.record.numbered(self.facets, value)
        if key == "has":
            return self._having(value)
        return self.facets.holding(key, value)

    def _of_spans(self, wanted: Callable[[Span], bool]) -> int:
        return reduce(or_, (span.places for span in self.facets.spans if wanted(span)), 0)

    def _having(self, value: str) -> int:
        if value == "answer":
            return reduce(or_, (self.facets.holding(at_stage(POSITION, LATEST), each) for each in _ANSWERED))
        if value in ("explanation", "oral"):
            return self.facets.holding("has", value)
        key = "by" if value == "state" else value
        return reduce(or_, (self.facets.holding(key, each) for each in self.facets.values(key)), 0)

    def _members_with(self, key: str, value: str) -> int:
        if key == POSITION:
            if self._standing is None:
                self._standing = self._stand(self.stage)
            return self._standing[value]
        known = (CLASS, value)
        if known not in self._sets:
            self._sets[known] = self._all_with([value])
        return self._sets[known]

    def _all_with(self, classes: Iterable[str]) -> int:
        said = reduce(or_, (self.facets.holding(at_stage(CLASS, self.stage), each) for each in classes), 0)
        return self.of_unit(said) & ~self.of_unit(self.facets.all & ~said)

    def _stand(self, stage: str) -> dict[str, int]:
        """Members by position at a stage: that of their pairs where they agree, supported/noted where not."""
        said = {each: self.facets.holding(at_stage(POSITION, stage), each) for each in _ANSWERED}
        said[PENDING] = self.facets.all & ~reduce(or_, said.values())
        found = {position: self.of_unit(pairs) for position, pairs in said.items()}
        once = several = 0
        for members in found.values():
            several |= once & members
            once |= members
        found = {position: members & ~several for position, members in found.items()}
        found[PARTLY] |= several
        return found


_OF_SPAN: dict[str, Callable[[Span, str], bool]] = {
    "state": lambda span, value: value in (span.review.state, group_of(span.review.state)),
    "cycle": lambda span, value: in_range(span.review.cycle, value),
    "session": lambda span, value: in_range(span.session, value),
    "year": lambda span, value: in_range(span.year, value),
}


def _facets(record: Record, scope: Scope, whole: bool) -> Facets:
    """The places that a scope can select: of the reviews that it names, or of the whole record."""
    base = EXPORT if scope.unit == "upr_info_rows" else PAIRS
    named = reviews_named(scope.filter, record.counted_reviews(base, scope.filter.values("state")))
    if whole:
        every = record.facets(None, base)
        return (every.run(named) or every) if named else every
    facets = record.facets(None if named is None or len(named) > _MOST_REVIEWS else named, base)
    return facets if scope.as_of is None or base == EXPORT else as_of(record, facets, scope.as_of)


def _selected(asked: Iterable[Term], all_of_them: int, with_: Callable[[str, str], int]) -> int:
    """The places that fulfil every term."""
    return reduce(and_, (_of_term(term, all_of_them, with_) for term in asked), all_of_them)


def _of_term(term: Term, all_of_them: int, with_: Callable[[str, str], int]) -> int:
    if term.key == WORDS:
        if term.negated:
            return all_of_them & ~reduce(or_, (with_(WORDS, value) for value in term.values))
        return with_(WORDS, " ".join(term.values))
    held = reduce(or_, (with_(term.key, value) for value in term.values))
    return all_of_them & ~held if term.negated else held
