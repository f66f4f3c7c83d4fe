"""The filter language: which recommendations a figure, a search or a page is about.

`state:CHN cycle:3 by:WEOG -issue:"Women's rights" death penalty`: `key:value` and words, separated by spaces. Values of
the same key are alternatives, different keys all hold, `-` before a term excludes, quotes keep words together. Every
filter has one canonical form, by which figures are quoted. Terms select pairs of a text and a State; a number is
counted where one of its pairs is selected. `position` and `as_written` are of the whole number, text or pair counted.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

KEYS: Mapping[str, str] = MappingProxyType(
    {
        "state": "State under review, or a group of them",
        "by": "recommending State, regional group, or a group of your own",
        "cycle": "cycle of the review: 3, or 2..3",
        "session": "session of the Working Group: 31, or 15..20",
        "year": "year of the review: 2018, or 2014..2018",
        "position": "where the State stands: supported, noted, supported/noted, pending",
        "as_written": "the State's own words: accepted, rejected, being implemented, ...",
        "issue": "issue, in UPR Info's vocabulary",
        "theme": "theme of OHCHR's matrix, or its code",
        "person": "affected persons of OHCHR's matrix",
        "sdg": "Sustainable Development Goal of OHCHR's matrix: 5, or its name",
        "action": "action category, 1 (minimal) to 5 (specific)",
        "number": "number of the recommendation: 28.212, or 28.*",
        "has": "what is there: answer, explanation, state, issue, theme, person, sdg, action, oral",
        "text": "words of the text; the same as words without key",
    }
)
"""What can be asked, in the order of the canonical form, and what its values are."""

WORDS = "words"
"""The key of words that stand without key: all of them are to be found."""

OF_UNIT = ("position", "as_written")
"""Keys that ask about the whole number, text or pair that is counted; all others select pairs."""

_ORDER = (*KEYS, WORDS)
_TOKEN = re.compile(r'(?P<minus>-?)(?:(?P<key>[^\s:"]+):)?(?:"(?P<quoted>[^"]*)"?|(?P<plain>[^\s"]*))')
_SPACE = re.compile(r"\s")
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))

Resolve = Callable[[str, str], Sequence[str]]
"""From a key and what was typed as its value to the canonical values; FilterError where there is none."""


class FilterError(ValueError):
    """A filter that cannot be understood: `what` is wrong, `hint` is what to do, with the nearest right word."""

    def __init__(self, what: str, hint: str) -> None:
        super().__init__(f"{what}: {hint}")
        self.what, self.hint = what, hint


@dataclass(frozen=True, slots=True)
class Term:
    """One key with alternatives in canonical form; negated ones exclude each of their values."""

    key: str
    values: tuple[str, ...]
    negated: bool = False

    def __str__(self) -> str:
        sign = "-" if self.negated else ""
        if self.key == WORDS:
            return " ".join(f"{sign}{value}" for value in self.values)
        return " ".join(f"{sign}{self.key}:{quoted(value)}" for value in self.values)


@dataclass(frozen=True, slots=True)
class Filter:
    """Terms that all hold, in canonical order. str() gives the canonical form; empty selects everything."""

    terms: tuple[Term, ...] = ()

    def __str__(self) -> str:
        return " ".join(map(str, self.terms))

    def values(self, key: str) -> tuple[str, ...]:
        """The alternatives of a key that is not negated; empty where it is not asked."""
        return next((term.values for term in self.terms if term.key == key and not term.negated), ())

    def around(self, key: str) -> tuple[str, str]:
        """What stands before and after a value in the canonical form of `with_` for any one value of a key."""
        terms = self.with_(key, "").terms
        at = terms.index(Term(key, ("",)))
        return " ".join([*map(str, terms[:at]), f"{key}:"]), "".join(f" {term}" for term in terms[at + 1 :])

    def with_(self, key: str, *values: str) -> Filter:
        """This filter with these alternatives in place of what it asked of the key; without the key for none."""
        kept = [term for term in self.terms if term.key != key or term.negated]
        return _arranged([*kept, Term(key, values)] if values else kept)


def parse(text: str, resolve: Resolve | None = None) -> Filter:
    """A typed filter. resolve: gives canonical values; without it values are taken as they stand, as in references.

    FilterError for unknown keys, keys without value, and what `resolve` refuses.
    """
    found: dict[tuple[str, bool], dict[str, None]] = {}
    for key, value, negated in _tokens(text):
        values = [value] if resolve is None or key == WORDS else resolve(key, value)
        found.setdefault((key, negated), {}).update(dict.fromkeys(values))
    return _arranged([Term(key, tuple(values), negated) for (key, negated), values in found.items()])


def both(one: Filter, other: Filter) -> Filter:
    """What both filters select: their terms joined; FilterError where both ask a key, without exclusion, in vain."""
    joined: dict[tuple[str, bool], tuple[str, ...]] = {(term.key, term.negated): term.values for term in one.terms}
    for term in other.terms:
        before = joined.get((term.key, term.negated))
        if before is None or term.negated or term.key == WORDS:
            joined[term.key, term.negated] = (*(before or ()), *term.values)
            continue
        common = tuple(value for value in term.values if value in before)
        if not common:
            raise FilterError(f"{term} and {Term(term.key, before)} exclude each other", "leave one of them out")
        joined[term.key, False] = common
    return _arranged([Term(key, values, negated) for (key, negated), values in joined.items()])


def complete(text: str, values: Callable[[str], Iterable[str]]) -> list[str]:
    """What the last term of a text may become, each with what stands before it. values: those of a key."""
    words = re.search(r'(?:[^\s"]|"[^"]*"?)*$', text)
    last = words[0] if words else ""
    before = text[: len(text) - len(last)]
    sign = "-" if last.startswith("-") else ""
    key, colon, begun = last.removeprefix("-").partition(":")
    if not colon:
        return [f"{before}{sign}{each}:" for each in KEYS if each.startswith(key.casefold())]
    if key not in KEYS:
        return []
    wanted = begun.strip('"').casefold()
    fitting = sorted(set(values(key)), key=lambda value: (not value.casefold().startswith(wanted), value))
    return [f"{before}{sign}{key}:{quoted(each)}" for each in fitting if wanted in each.casefold()]


def nearest(typed: str, known: Iterable[str], otherwise: str) -> str:
    """`did you mean “a” or “b”?` for up to three that are like it, else `otherwise`."""
    by_fold = {each.casefold(): each for each in known}
    close = [by_fold[each] for each in difflib.get_close_matches(typed.casefold(), by_fold, n=3, cutoff=0.6)]
    close += [each for fold, each in by_fold.items() if typed.casefold() in fold and each not in close]
    return suggestion(close, otherwise)


def suggestion(close: Sequence[str], otherwise: str) -> str:
    """`did you mean “a” or “b”?` for the first three, else `otherwise`."""
    named = [f"“{each}”" for each in close[:3]]
    return f"did you mean {' or '.join(filter(None, (', '.join(named[:-1]), named[-1])))}?" if named else otherwise


def _tokens(text: str) -> Iterable[tuple[str, str, bool]]:
    """(key, value, negated) of each term; words without key under WORDS, phrases with their quotes."""
    for found in _TOKEN.finditer(text.translate(_QUOTES)):
        if not found[0] or found[0] == "-":
            continue
        key, value = found["key"], (found["quoted"] if found["quoted"] is not None else found["plain"]).strip()
        negated = bool(found["minus"])
        if key is None:
            if value:
                yield WORDS, (f'"{value}"' if found["quoted"] is not None else value), negated
            continue
        if key.casefold() not in KEYS:
            known = ", ".join(KEYS)
            raise FilterError(f"unknown key “{key}”", nearest(key, KEYS, f"keys are {known}"))
        if not value:
            raise FilterError(f"{key}: has no value", f"give {KEYS[key.casefold()]}")
        yield key.casefold(), value, negated


def _arranged(terms: Iterable[Term]) -> Filter:
    order = {key: place for place, key in enumerate(_ORDER)}
    sorted_values = (
        Term(term.key, tuple(sorted(dict.fromkeys(term.values), key=_value_order)), term.negated)
        for term in terms
        if term.values
    )
    return Filter(tuple(sorted(sorted_values, key=lambda term: (order[term.key], term.negated))))


def _value_order(value: str) -> tuple[int, str]:
    """Numbers by their size, before words."""
    return (int(value), "") if value.isdigit() and value.isascii() else (1 << 60, value)


def quoted(value: str) -> str:
    """A value as a filter has it: in quotes where it holds spaces."""
    return f'"{value}"' if _SPACE.search(value) else value
