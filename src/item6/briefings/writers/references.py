"""References as print has them, and read back from print: the fall-back where a file lost its list of figures.

One figure is `62 = noted@1?unit=...&scope=...#49f397bbb6c8`. Several of one scope share what follows the measures:
`56 = received@1; 44 = supported@1?unit=...`. Many that differ in one term of the scope name it once, with a sign in its
place: `received@1; supported@1?unit=...&scope=state:XRU+by:…+cycle:2#49f397bbb6c8 | CHE = 3; 2 | NOR = 4; 4 |`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from item6.briefings.writers.machine import Printed
from item6.measures.cycles import VERSUS
from item6.measures.filters import parse
from item6.measures.wording import value_in_words
from item6.terms.figures import Figure, without_spaces

PLACE = "…"
"""Stands in a scope for the term that the entries after it fill in; every font has it."""

NOTHING = "–"
"""A share of nothing."""


def line_of(figure: Figure) -> str:
    """The line of one figure."""
    return f"{_value(figure)} = {_measure(figure)}{_asked(figure, figure.scope)}"


def lines_of(figures: Sequence[Figure]) -> tuple[str, ...]:
    """The lines of several: as few as there can be, in the order of the first of each."""
    scopes: dict[str, list[Figure]] = {}
    for figure in figures:
        scopes.setdefault(_asked(figure, figure.scope), []).append(figure)
    key = _varying(figures)
    alike: dict[tuple[str, ...], list[tuple[str, list[Figure]]]] = {}
    for asked, those in scopes.items():
        pattern, filled = _pattern(those[0], key)
        shape = (pattern, *map(_measure, those)) if filled else (asked,)
        alike.setdefault(shape, []).append((filled, those))
    return tuple(line for shape, entries in alike.items() for line in _of_shape(shape, entries))


def breakable(line: str) -> str:
    """The line with places where it may break: after the signs between the parts of a reference."""
    return _BREAKS.sub("\\g<0>\u200b", line)


_BREAKS = re.compile(r"[?&]|(?<=\S)\+")
"""A plus before a number is its sign, and stays with it."""


def _of_shape(shape: tuple[str, ...], entries: list[tuple[str, list[Figure]]]) -> Iterator[str]:
    if len(entries) == 1:
        those = entries[0][1]
        values = "; ".join(f"{_value(each)} = {_measure(each)}" for each in those)
        yield f"{values}{_asked(those[0], those[0].scope)}"
        return
    pattern, *measures = shape
    filled = " | ".join(f"{term} = {'; '.join(map(_value, those))}" for term, those in entries)
    yield f"{'; '.join(measures)}{pattern} | {filled} |"


def _varying(figures: Iterable[Figure]) -> str:
    """The key in which most scopes differ."""
    values: defaultdict[str, set[str]] = defaultdict(set)
    for figure in figures:
        for key, term in _terms(figure):
            values[key].add(term)
    counted = Counter({key: len(found) for key, found in values.items()})
    return counted.most_common(1)[0][0] if counted else ""


def _terms(figure: Figure) -> list[tuple[str, str]]:
    """Keys of a scope with their terms as written; none for the two scopes of a change."""
    if VERSUS in figure.scope:
        return []
    return [(term.key, str(term)) for term in parse(figure.scope).terms]


def _pattern(figure: Figure, key: str) -> tuple[str, str]:
    """The reference with a sign in the place of a key's value, and that value; empty where it cannot be told apart."""
    found = [term for each, term in _terms(figure) if each == key and term.startswith(f"{key}:")]
    if len(found) != 1 or re.search(r"[|=]", found[0]) or PLACE in figure.scope:
        return "", ""
    scope = " ".join(f"{key}:{PLACE}" if each == key else term for each, term in _terms(figure))
    return _asked(figure, scope), without_spaces(found[0].removeprefix(f"{key}:"))


def _asked(figure: Figure, scope: str) -> str:
    asked = f"?unit={figure.unit}&stage={figure.stage}&as_of={figure.as_of or ''}"
    return f"{asked}&scope={without_spaces(scope)}#{figure.record[:12]}"


def _measure(figure: Figure) -> str:
    return f"{figure.measure}@{figure.version}"


def _value(figure: Figure) -> str:
    return value_in_words(figure) or NOTHING


_VALUE = r"(?:[+-]?\d[\d\s]{0,14}(?:\.\d)?(?:\s{0,3}%|\s{0,3}points)?|pending|not\s{1,3}known|–)"
_IS, _MEASURE = r"\s{1,3}=\s{1,3}", r"[a-z_]+@\d+"
_NEXT, _ASKED = r";\s{1,3}", r"\?\s{0,3}unit=[^#]{1,4000}#\s{0,3}[0-9a-f]{12}"
_LINE = re.compile(
    rf"(?<!\S)(?P<values>{_VALUE}{_IS}{_MEASURE}(?:{_NEXT}{_VALUE}{_IS}{_MEASURE})*)(?P<asked>{_ASKED})"
    rf"|(?<!\S)(?P<measures>{_MEASURE}(?:{_NEXT}{_MEASURE})*)(?P<pattern>{_ASKED})\s{{1,3}}\|"
    r"(?P<filled>(?:[^|=]{1,600}=[^|=]{1,600}\|)+)"
)
"""Where a line may be broken there are up to three signs: the end of a line, and spaces around it."""


def in_print(text: str) -> tuple[Printed, ...]:
    """The figures whose references stand in a text, wherever its lines were broken."""
    found: list[Printed] = []
    for line in _LINE.finditer(text.replace("\u200b", "")):
        if line["values"]:
            asked = _joined(line["asked"])
            pairs = (each.partition("=") for each in line["values"].split(";"))
            found += (Printed(" ".join(said.split()), f"{measure.strip()}{asked}", "") for said, _, measure in pairs)
        else:
            found += _filled(line)
    return tuple(dict.fromkeys(found))


def _filled(line: re.Match[str]) -> Iterator[Printed]:
    pattern, measures = _joined(line["pattern"]), _joined(line["measures"]).split(";")
    for entry in line["filled"].removesuffix("|").split("|"):
        term, _, values = entry.partition("=")
        asked = pattern.replace(PLACE, _joined(term))
        for measure, said in zip(measures, values.split(";"), strict=False):
            yield Printed(" ".join(said.split()), f"{measure}{asked}", "")


def _joined(words: str) -> str:
    return re.sub(r"\s", "", words)
