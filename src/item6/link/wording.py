"""A text as what is compared of it: its words without endings, each with a weight.

Words that nearly every recommendation holds weigh little, rare ones much, and a treaty is one word, whatever it is
called. The weights are those of `weights.csv`, counted once over real reports by `benchmarks/asks.py`; they do not
depend on the record, so that two texts are as near in any record.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from item6.annotate.rules import rules
from item6.annotate.words import words_of

FILE = Path(__file__).with_name("weights.csv")

HEAVIEST = 60
"""The weight of a word that stands in fewer than one text of 400; ten times the natural logarithm of that."""

LIGHTEST = 5
"""The least that a word weighs that is not left out."""

LEFT_OUT = frozenset(
    "the of to and in a for with on its all that by as an at be is are from into their his her it this these those"
    " which such also any under within well regard order view particular including through between other against not"
    " or further more".split()
)
"""Words that say nothing of what is asked, and those that only join."""

_ENDINGS = (
    "ication", "isation", "ization", "ations", "ation", "ition", "ating", "ments", "ment", "ings", "ing", "ies", "ied",
    "ions", "ion", "ates", "ated", "ate", "ers", "ors", "ive", "ity", "ish", "ed", "es", "ly", "al", "e", "s", "y",
)  # fmt: skip
_SHORTEST = 4
"""Letters that stay of a word."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What is compared of a text. weights: by word. total: of all of them together. treaties: keys of those named."""

    weights: Mapping[str, int]
    total: int
    treaties: frozenset[str]


def wording(text: str) -> Wording:
    """What is compared of a text; nothing for one without words."""
    known = weights()
    found = {word: known.get(word, HEAVIEST) for word in sorted(set(stems(text)))}
    return Wording(found, sum(found.values()), frozenset(word for word in found if _is_key(word)))


def stems(text: str) -> Iterable[str]:
    """The words that count, without their endings, and the keys of treaties (`OP-CAT`)."""
    return (_stem(word) for word in rules().folded(words_of(text)) if word not in LEFT_OUT)


@cache
def weights() -> Mapping[str, int]:
    """Weights of the words that are not as heavy as can be."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        return {row["word"]: int(row["weight"]) for row in csv.DictReader(lines)}


def _stem(word: str) -> str:
    """`ratify`, `ratifying` and `ratification` as `ratif`: endings go as long as one is there. Keys as they are."""
    if _is_key(word):
        return word
    ending = next((each for each in _ENDINGS if word.endswith(each) and len(word) - len(each) >= _SHORTEST), "")
    return _stem(word.removesuffix(ending)) if ending else word


def _is_key(word: str) -> bool:
    """Whether it is the key of a treaty; words of texts are in small letters."""
    return word != word.lower()
