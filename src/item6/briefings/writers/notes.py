"""The notes of a document: one for each measure, with all of its numbers, and once what most numbers share.

A share and a change stand in the note of the measure that they are of. Where a number differs in unit, stage or scope
from what the head of the notes says, its note says so beside it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from item6.briefings.document import Number
from item6.briefings.writers import words
from item6.measures.cycles import VERSUS
from item6.measures.definitions import MEASURES, base_of, definition
from item6.measures.filters import Filter, parse
from item6.measures.references import measure_of
from item6.measures.wording import (
    STAGE_PHRASES,
    UNIT_NAMES,
    change_in_words,
    grouped,
    scope_in_words,
    sentence,
    title,
    value_in_words,
)
from item6.terms.figures import Figure
from item6.terms.states import STATES, name_of

_ROWS = 8
"""Rows that a note names; of more only their count is said, and `item6 explain` lists them."""

_NAMED = 4
"""Documents that the head of the notes names; of more it says that they stand under Sources."""

_PREFIX = re.compile(r"[A-Z]{3}-\d+#")
_REVIEW = ("state", "cycle", "session", "year")
"""Keys that say of which reviews a number is."""

_OF_STATES = ("recommending_states", "speakers", "reviews")
"""Measures that count no recommendations, so that a unit says nothing of them."""


@dataclass(frozen=True, slots=True)
class Note:
    """The note of all numbers of one measure.

    number: from 1. title: what is counted. definition: a sentence or two. numbers: the values, each with its scope,
    unit and stage where they are not those of the head, and the recommendations behind it where these are few.
    source: symbol and paragraph, or empty.
    """

    number: int
    title: str
    definition: str
    numbers: str
    source: str

    @property
    def words(self) -> str:
        """Everything after the title."""
        said = [self.definition, self.numbers]
        if self.source:
            said.append(words.SOURCE.format(words=self.source.rstrip(".")))
        return " ".join(said)


@dataclass(frozen=True, slots=True)
class _Shared:
    """What most numbers have in common. scope: canonical filter of the reviews alone."""

    unit: str
    stage: str
    scope: str


def notes_of(numbers: Mapping[str, Number]) -> tuple[tuple[Note, ...], dict[str, int]]:
    """The notes in the order of their first number, and the note of each reference. numbers: by their references."""
    if not numbers:
        return (), {}
    measures: dict[tuple[str, int], list[Number]] = {}
    for run in numbers.values():
        measures.setdefault((_base(run.figure), run.figure.version), []).append(run)
    shared = _shared([run.figure for run in numbers.values()])
    notes = tuple(_note(at, base, runs, shared) for at, ((base, _), runs) in enumerate(measures.items(), 1))
    note_of = {run.figure.reference: at for at, runs in enumerate(measures.values(), 1) for run in runs}
    return notes, note_of


def head_of(figures: Sequence[Figure], record: str, sources: Sequence[str]) -> str:
    """What holds of every number whose note says nothing else: unit, reviews, stage, record and documents."""
    if not figures:
        return ""
    shared = _shared(figures)
    symbols = list(dict.fromkeys(each.partition(", ")[0] for each in sources))
    named = words.AND.join(filter(None, (", ".join(symbols[:-1]), *symbols[-1:])))
    return words.SHARED.format(
        unit=UNIT_NAMES[shared.unit][1],
        scope=scope_in_words(parse(shared.scope)),
        stage=STAGE_PHRASES[shared.stage],
        record=record[:12],
        documents=named if 0 < len(symbols) <= _NAMED else words.BELOW if symbols else words.NO_DOCUMENTS,
    )


def _base(figure: Figure) -> str:
    return base_of(measure_of(figure.measure))[0]


def _shared(figures: Iterable[Figure]) -> _Shared:
    these = tuple(figures)
    units = Counter(each.unit for each in these if _base(each) not in _OF_STATES) or Counter(
        each.unit for each in these
    )
    stages = Counter(each.stage for each in these)
    scopes = Counter(str(_reviews(parse(each.scope))) for each in these if VERSUS not in each.scope) or Counter([""])
    return _Shared(*(found.most_common(1)[0][0] for found in (units, stages, scopes)))


def _reviews(scope: Filter) -> Filter:
    return Filter(tuple(term for term in scope.terms if term.key in _REVIEW))


def _note(at: int, base: str, runs: Sequence[Number], shared: _Shared) -> Note:
    scopes: dict[tuple[str, str, str], list[Figure]] = {}
    for run in runs:
        figure = run.figure
        scopes.setdefault((figure.scope, figure.unit, figure.stage), []).append(figure)
    entries = [entry for those in scopes.values() for entry in _entries(base, those, shared)]
    only_shares = all(base_of(measure_of(run.figure.measure))[1] for run in runs)
    defined = definition(measure_of(runs[0].figure.measure) if only_shares else base)
    source = "; ".join(dict.fromkeys(run.source for run in runs if run.source))
    return Note(at, _capital(title(base)), defined, _capital("; ".join(entries)) + ".", source)


def _capital(said: str) -> str:
    return said[:1].upper() + said[1:]


def _entries(base: str, figures: Sequence[Figure], shared: _Shared) -> list[str]:
    """The numbers of one scope, unit and stage: `on “Justice”: 6 of 24, 25.0 % (115.2, 115.3)`."""
    plain = [each for each in figures if each.sentence.key in ("received", "count", "share")]
    said = [_told(base, plain, shared)] if plain else []
    for each in figures:
        if each.sentence.key == "change":
            unit = _unit(base, each, shared)
            said.append(" ".join(filter(None, (change_in_words(each), unit and f"({unit.strip()})"))))
        elif each not in plain:
            said.append(sentence(each).rstrip("."))
    return said


def _told(base: str, figures: Sequence[Figure], shared: _Shared) -> str:
    first = figures[0]
    values = ", ".join(dict.fromkeys(map(value_in_words, figures)))
    of = dict(first.sentence.arguments).get("of") if base in MEASURES and first.sentence.key != "received" else None
    if of is not None and len(figures) == 1:
        values = f"{values} of {grouped(int(of))}"
    elif of is not None:
        values = values.replace(", ", f" of {grouped(int(of))}, ", 1)
    scope = _scope(first, shared)
    said = f"{scope}{': ' if scope else ''}{values}{_unit(base, first, shared)}"
    if first.sentence.key != "received" and first.stage != shared.stage:
        said += f", {STAGE_PHRASES[first.stage]}"
    counted = next(filter(None, map(_counted, figures)), "")
    return f"{said} ({counted})" if counted else said


def _scope(figure: Figure, shared: _Shared) -> str:
    """What the scope has beside the reviews of the head; all of it where it is of others."""
    scope = parse(figure.scope)
    if str(_reviews(scope)) != shared.scope:
        return scope_in_words(scope)
    rest = Filter(tuple(term for term in scope.terms if term.key not in _REVIEW))
    return scope_in_words(rest).removeprefix("recommendations ") if rest.terms else ""


def _unit(base: str, figure: Figure, shared: _Shared) -> str:
    if figure.unit == shared.unit or base in _OF_STATES:
        return ""
    return f" {UNIT_NAMES[figure.unit][figure.value != 1]}"


def _counted(figure: Figure) -> str:
    """`28.4, 28.10, 28.22`: what was counted, by its numbers where it is of one review; empty where it is many."""
    if figure.numerator > _ROWS or not figure.rows or len(figure.rows) > _ROWS:
        return ""
    rows = list(figure.rows)
    if not all(_PREFIX.match(each) for each in rows):
        return ", ".join(map(name_of, rows)) if all(each in STATES for each in rows) else ""
    reviews = {each.partition("#")[0] for each in rows}
    return ", ".join(each.partition("#")[2] for each in rows) if len(reviews) == 1 else ", ".join(rows)
