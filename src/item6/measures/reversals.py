"""Answers that turned round between two cycles, for the same issue and recommending State.

Until repeats of recommendations are linked, the issue and the State are all that two cycles have in common. So a
reversal is claimed only where it is plain: everything that the State asked on the issue stood one way then, and
everything that it asks on the issue stands the other way now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from item6.measures.filters import Filter, Term
from item6.measures.places import Places
from item6.measures.scope import Scope
from item6.record.facets import POSITION, at_stage
from item6.terms.answers import POSITIONS

Key = tuple[str, str]
"""Recommending State and issue."""

Standing = dict[Key, str | None]
"""Where all that a State asked on an issue stands; None where not all of it stands alike."""


def reversed_members(places: Places, before: str, now: str) -> int | None:
    """The selected members that stand `now`, of States and issues of which all stood `before` in the earlier review.

    None, for not known, where the scope is not of one review, the record has no earlier one, or knows no issues.
    """
    turned = reversals(places, before, now)
    if turned is None:
        return None
    found = 0
    for by, issue in turned:
        pairs = places.pairs & places.facets.holding("by", by) & places.facets.holding("issue", issue)
        found |= places.of_unit(pairs)
    return found & places.members


def reversals(places: Places, before: str, now: str) -> list[Key] | None:
    """The States and issues that turned from one position to the other, by State and issue; None where not known."""
    stood = _then_and_now(places)
    if stood is None:
        return None
    then, today = stood
    return sorted(key for key, position in today.items() if position == now and then[key] == before)


@lru_cache(maxsize=4)  # a page asks for both ways to turn
def _then_and_now(places: Places) -> tuple[Standing, Standing] | None:
    """Where each State's asks on each issue stood in the earlier review, and those that it repeats stand now."""
    earlier = _earlier(places)
    if earlier is None or not (places.facets.values("issue") and earlier.facets.values("issue")):
        return None
    then: Standing = {key: position for key, position in _standing(earlier, _asked(earlier)).items() if position}
    return then, _standing(places, (key for key in _asked(places) if key[:2] in then))


Asked = tuple[str, str, int]
"""Recommending State, issue, and the pairs of what the one asked on the other."""


def _asked(places: Places) -> Iterator[Asked]:
    """What each State asked on each issue in a review."""
    facets = places.facets
    issues = [(issue, facets.holding("issue", issue)) for issue in facets.values("issue")]
    for by in facets.values("by"):
        theirs = facets.holding("by", by)
        for issue, held in issues:
            if pairs := theirs & held:
                yield by, issue, pairs


def _standing(places: Places, asked: Iterable[Asked]) -> Standing:
    """Where all that was asked stands."""
    stage = places.stage
    said = [(each, places.facets.holding(at_stage(POSITION, stage), each)) for each in POSITIONS]
    return {
        (by, issue): next((each for each, stand in said if pairs & ~stand == 0), None) for by, issue, pairs in asked
    }


def _earlier(places: Places) -> Places | None:
    """The same State's review of the last cycle before, in the same unit and as known on the same day."""
    spans = places.spans
    if len(spans) != 1:
        return None
    review, base = spans[0].review, places.facets.base
    before = [each for each in places.record.counted_reviews(base, [review.state]) if each.cycle < review.cycle]
    if not before:
        return None
    terms = (Term("state", (review.state,)), Term("cycle", (str(before[-1].cycle),)))
    return Places(places.record, Scope(Filter(terms), places.scope.unit, "", places.scope.as_of))
