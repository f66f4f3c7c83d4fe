"""How near two texts are in their wording, and which texts of earlier reviews are nearest to one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from item6.link.wording import Wording, wording
from item6.terms.links import Alike
from item6.terms.names import RecommendationName

LEAST = 60
"""Hundredths from which a pair is kept; measured in docs/asks.md."""

MOST = 5
"""Texts of one earlier cycle that are kept for a text, the nearest ones."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A text of a review. name: with its part."""

    name: RecommendationName
    words: str


def alike(one: Wording, other: Wording) -> int:
    """How near two texts are, 0 to 100: the weight of the words that both hold, of the weight of all words of both.

    Twice the shared weight over the sum of both totals (Dice's coefficient), in whole hundredths, rounded down; the
    same whichever comes first. 0 where one has no words, and where both name treaties and none in common.
    """
    if one.treaties and other.treaties and not one.treaties & other.treaties:
        return 0
    both = one.total + other.total
    shared = sum(weight for word, weight in one.weights.items() if word in other.weights)
    return 200 * shared // both if both else 0


def nearest(asked: Iterable[Asked]) -> Iterator[Alike]:
    """For each text, the nearest of each earlier cycle of the same State: at most MOST, none below LEAST.

    In the order of States, then of cycles and texts as they were given; the nearest first.
    """
    by_state: dict[str, dict[int, list[Asked]]] = defaultdict(lambda: defaultdict(list))
    for each in asked:
        by_state[each.name.review.state][each.name.review.cycle].append(each)
    for state in sorted(by_state):
        if len(by_state[state]) > 1:
            yield from _of_state(by_state[state])


def _of_state(cycles: Mapping[int, Sequence[Asked]]) -> Iterator[Alike]:
    earlier: list[_Cycle] = []
    for cycle in sorted(cycles):
        texts = [(each.name, wording(each.words)) for each in cycles[cycle]]
        for name, words in texts:
            for before in earlier:
                yield from before.nearest_to(name, words)
        earlier.append(_Cycle(texts))


class _Cycle:
    """The texts of a review by their words."""

    def __init__(self, texts: Sequence[tuple[RecommendationName, Wording]]) -> None:
        self._texts = texts
        self._holding: dict[str, list[int]] = defaultdict(list)
        for place, (_, words) in enumerate(texts):
            for word in words.weights:
                self._holding[word].append(place)

    def nearest_to(self, name: RecommendationName, words: Wording) -> list[Alike]:
        candidates = {place for word in _needed(words) for place in self._holding.get(word, ())}
        found = [(alike(words, self._texts[place][1]), place) for place in candidates]
        near = sorted(((-hundredths, place) for hundredths, place in found if hundredths >= LEAST))[:MOST]
        return [Alike(name, self._texts[place][0], -hundredths) for hundredths, place in near]


def _needed(words: Wording) -> list[str]:
    """Words of which a text as near as LEAST must hold one: all but the lightest, which are not enough together.

    With `s` shared, `a` of this and `b` of the other, 2s/(a+b) is at most 2s/(a+s); that is LEAST from
    s = LEAST a / (200 - LEAST) on.
    """
    enough = LEAST * words.total / (200 - LEAST)
    light, found = 0, []
    for word, weight in sorted(words.weights.items(), key=lambda each: (each[1], each[0])):
        light += weight
        if light >= enough:
            found.append(word)
    return found
