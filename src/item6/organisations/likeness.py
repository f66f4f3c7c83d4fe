"""Names that differ in one or two misspelt words, or in a space. Suggested to a person only; nothing is merged.

Likeness of whole names finds chapters of a network (`... Ireland`, `... Kenya`), which are different organisations.
Here each word has a partner that is the same, or differs by a slip: a letter left out, added, changed or exchanged with
its neighbour. Names of two States, and numbers, are never slips.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from item6.terms import states

_LEAST, _LONG = 5, 9
"""Letters of a word in which one slip is seen, the longer of the two, and two slips, the shorter."""
_TWO_SLIPS_OF = 4
"""Words of a name in which two may be misspelt."""


def misspelt(names: Mapping[int, Sequence[tuple[str, Sequence[str]]]]) -> Iterator[tuple[int, int, str, str]]:
    """Pairs of organisations with the two names that say so. names: of each, its names with the words that tell."""
    shelves: dict[tuple[object, ...], list[tuple[int, str, tuple[str, ...]]]] = defaultdict(list)
    joined: dict[str, dict[int, tuple[str, int]]] = defaultdict(dict)
    for number, said in names.items():
        for name, words in said:
            joined["".join(words)].setdefault(number, (name, len(words)))
            for left, kept in _without_some(sorted(words)):
                shelves[tuple(kept), tuple(sorted(each[0] for each in left))].append((number, name, left))
    for held in joined.values():
        for a, b in combinations(sorted(held), 2):
            if held[a][1] != held[b][1]:
                yield a, b, held[a][0], held[b][0]
    for shelf in shelves.values():
        for (a, name, words), (b, other, others) in combinations(shelf, 2):
            if a != b and words != others and all(map(is_slip, words, others)):
                first, second = sorted(((a, name), (b, other)))
                yield first[0], second[0], first[1], second[1]


def is_slip(word: str, other: str) -> bool:
    """Whether a folded word may be the other one misspelt: it begins alike, and one letter in nine or so differs."""
    if word == other:
        return True
    least, most = sorted((len(word), len(other)))
    if most < _LEAST or word[0] != other[0] or _has_digits(word + other) or _is_han(word):
        return False
    if _slips(word, other) > (2 if least >= _LONG else 1):
        return False
    return not (_is_place(word) and _is_place(other))


def _without_some(words: Sequence[str]) -> Iterator[tuple[tuple[str, ...], Sequence[str]]]:
    """One word set apart from the rest, and two of a long name."""
    for place, word in enumerate(words):
        yield (word,), [*words[:place], *words[place + 1 :]]
    if len(words) >= _TWO_SLIPS_OF:
        for one, two in combinations(range(len(words)), 2):
            left = (words[one], words[two])
            yield left, [word for place, word in enumerate(words) if place not in (one, two)]


def _slips(word: str, other: str) -> int:
    """How many letters were left out, added, changed, or exchanged with the next one (optimal string alignment)."""
    if abs(len(word) - len(other)) > 2:
        return 3
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(word, 1):
        earlier, before, row = before, row, [place]
        for column, sign in enumerate(other, 1):
            best = min(before[column] + 1, row[column - 1] + 1, before[column - 1] + (letter != sign))
            if place > 1 < column and letter == other[column - 2] and word[place - 2] == sign:
                best = min(best, earlier[column - 2] + 1)
            row.append(best)
    return row[-1]


def _has_digits(word: str) -> bool:
    return any(sign.isdigit() for sign in word)


def _is_han(word: str) -> bool:
    """Words of Han are whole names, in which one sign is another word."""
    return any("\u3040" <= sign <= "\u9fff" or "\uac00" <= sign <= "\ud7a3" for sign in word)


@lru_cache(maxsize=4096)
def _is_place(word: str) -> bool:
    return states.find(word) is not None
