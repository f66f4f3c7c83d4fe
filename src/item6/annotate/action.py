"""UPR Info's action category, 1 (minimal) to 5 (specific), by the written rule: the first verb and the overall action.

Of two verbs joined by "and" the second counts ("continue and strengthen" is 4); a general action with a specific means
("strengthen ... by adopting a law") is 5. `action.toml` holds the verbs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from item6.annotate.patterns import Finder, pattern
from item6.annotate.rules import table

CONTINUING, CONSIDERING, GENERAL, SPECIFIC = 2, 3, 4, 5

MOST_COMMON = GENERAL
"""The category of a text in which no verb is known."""

_HEAD = 20
"""Words in which the first verb stands."""

_LOOKED_AT = 60
"""Words in which verbs are looked for; what stands later explains."""

_JOINING = frozenset(("and", "or"))
_MEANS = frozenset("by through including notably particularly especially via inter specifically namely".split())
_LATER = frozenset(("and", "to", "that"))
_ADVERBS = frozenset(
    "fully effectively immediately promptly actively urgently swiftly also further even where necessary to that it as"
    " soon possible in with a its efforts steadily duly early favourably".split()
)
_AFTER_MEANS = 3
"""Words after "by" or "including" within which the verb of the means stands."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of a text. place: of its first word. end: after its last. category: 1 to 5. words: those of the text."""

    place: int
    end: int
    category: int
    words: str


@dataclass(frozen=True, slots=True)
class Verbs:
    """The verbs that decide. second: joined to the first. means: with the word that begins them (`by`, `including`).

    later: verbs further on, with the word before them. known: all verbs by their place.
    """

    first: Verb | None
    second: Verb | None
    means: tuple[tuple[str, Verb], ...]
    later: tuple[tuple[str, Verb], ...]
    known: dict[int, Verb]

    @property
    def deciding(self) -> Verb | None:
        """The verb whose category the rule gives; None where no verb is known."""
        verb = self.second or self.first
        if verb and verb.category == GENERAL:
            return next((each for _, each in self.means if each.category == SPECIFIC), verb)
        return verb

    @property
    def category(self) -> int:
        """What the written rule says."""
        return self.deciding.category if self.deciding else MOST_COMMON


def verbs_of(words: Sequence[str]) -> Verbs:
    """The verbs of a text. words: as `words_of` gives them."""
    known = _known(words[:_LOOKED_AT])
    first = next((known[place] for place in range(_HEAD) if place in known), None)
    return Verbs(
        first,
        _second(words, first, known) if first else None,
        tuple(_means(words, known)),
        tuple(_later(words, first, known)) if first else (),
        known,
    )


@cache
def says() -> dict[int, str]:
    """What each category means, in a few words."""
    return {entry["value"]: entry["says"] for entry in table("action.toml")["category"]}


@cache
def _finder() -> tuple[Finder, list[int]]:
    rows = [(entry["value"], verb) for entry in table("action.toml")["category"] for verb in entry["verbs"]]
    return Finder(pattern(verb) for _, verb in rows), [value for value, _ in rows]


def _known(words: Sequence[str]) -> dict[int, Verb]:
    """Verbs by where they begin; of several the longest, and of those as long the first in the file."""
    finder, categories = _finder()
    known: dict[int, Verb] = {}
    for match in finder.find(words):
        if match.start not in known or match.end > known[match.start].end:
            said = " ".join(words[match.start : match.end])
            known[match.start] = Verb(match.start, match.end, categories[match.pattern], said)
    return known


def _second(words: Sequence[str], first: Verb, known: dict[int, Verb]) -> Verb | None:
    """The verb right after "and" right after the first: “continue and further strengthen”."""
    joined = first.place + 1
    if joined >= len(words) or words[joined] not in _JOINING:
        return None
    for place in range(joined + 1, joined + 4):
        if place >= len(words):
            return None
        if words[place] in _ADVERBS or words[place].endswith("ly"):
            continue
        return known.get(place)
    return None


def _means(words: Sequence[str], known: dict[int, Verb]) -> list[tuple[str, Verb]]:
    found = []
    for place, word in enumerate(words[:_LOOKED_AT]):
        if word in _MEANS:
            verb = next((known[after] for after in range(place + 1, place + 1 + _AFTER_MEANS) if after in known), None)
            if verb:
                found.append((word, verb))
    return found


def _later(words: Sequence[str], first: Verb, known: dict[int, Verb]) -> list[tuple[str, Verb]]:
    """Verbs some words after the first, each right after "and", "to" or "that"."""
    start = first.place + 6
    return [
        (word, known[place + 1])
        for place, word in enumerate(words[start:_LOOKED_AT], start)
        if word in _LATER and place + 1 in known
    ]
