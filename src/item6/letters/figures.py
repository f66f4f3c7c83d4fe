"""Figures that stand in a letter's text by their names: `{{not_supported of CHN-3, in texts, at addendum}}`.

A number that was typed grows old; one that was named is counted anew whenever the text is saved. What people read and
sign holds the values: the names are kept beside it, with the reference that computes each again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from item6.measures.asking import ask
from item6.measures.definitions import names
from item6.measures.figures import Measured
from item6.measures.filters import FilterError, nearest
from item6.measures.scope import ALL_STAGES
from item6.measures.tongue import ENGLISH, Tongue
from item6.measures.wording import value_in_words
from item6.record.reader import Record
from item6.terms.figures import UNITS, Figure

_BETWEEN = re.compile(r"\{\{(?P<asked>[^{}\n]*)\}\}")
_ASKED = re.compile(
    r"(?P<measure>\w+)\s+of\s+(?P<scope>.+?)(?:\s*,\s*in\s+(?P<unit>\w+))?(?:\s*,\s*at\s+(?P<stage>\w+))?"
    r"(?:\s*,\s*as\s+of\s+(?P<as_of>\d{4}-\d\d-\d\d))?"
)
_LIST_MARK = re.compile(r"[.)](?=\s|$)")

FORM, MEASURE, UNIT, STAGE, SCOPE, NOTHING, NO_RECORD = (
    "form", "measure", "unit", "stage", "scope", "nothing", "no record",
)  # fmt: skip
"""Why a name names no Figure."""

_SAID = {
    FORM: "{asked} is no name of a Figure: write it as {{{{not_supported of CHN-3}}}}",
    MEASURE: "{asked}: no measure is called {wrong}; {hint}",
    UNIT: "{asked}: no unit is called {wrong}; {hint}",
    STAGE: "{asked}: no stage is called {wrong}; {hint}",
    SCOPE: "{asked}: {wrong}; {hint}",
    NOTHING: "{asked}: the record knows no value of it",
    NO_RECORD: "{asked}: there is no record to count it in",
}


class UnknownFigure(ValueError):
    """A name in a text that names no Figure. why: one of the reasons above; wrong, hint: what is meant by it."""

    def __init__(self, why: str, asked: str, wrong: str = "", hint: str = "") -> None:
        super().__init__(_SAID[why].format(asked=asked, wrong=wrong, hint=hint))
        self.why, self.asked, self.wrong, self.hint = why, asked, wrong, hint


@dataclass(frozen=True, slots=True)
class Asked:
    """What a name asks for. scope: a review and a filter, as people type it. unit, stage, as_of: as in Scope."""

    measure: str
    scope: str
    unit: str = "numbers"
    stage: str = ""
    as_of: str | None = None

    def __str__(self) -> str:
        rest = [f"in {self.unit}"] if self.unit != "numbers" else []
        rest += [f"at {self.stage}"] if self.stage else []
        rest += [f"as of {self.as_of}"] if self.as_of else []
        return "{{" + ", ".join([f"{self.measure} of {self.scope}", *rest]) + "}}"


Counted = Callable[[Asked], Figure]
"""Counts what is asked; UnknownFigure where the record does not know it."""


@dataclass(frozen=True, slots=True)
class Filled:
    """text: with values in the place of names. figures: the Figure of each name, as it stands in the text."""

    text: str
    figures: Mapping[str, Figure]


def asked_in(text: str) -> Iterator[tuple[str, Asked]]:
    """What a text asks for, in order: the name as it stands there, and what it means. UnknownFigure for one unclear."""
    for found in _BETWEEN.finditer(text):
        yield found[0], read(found[0])
    rest = _BETWEEN.sub("", text)
    if "{{" in rest or "}}" in rest:
        at = rest.index("{{" if "{{" in rest else "}}")
        raise UnknownFigure(FORM, rest[at : at + 40].splitlines()[0])


def read(name: str) -> Asked:
    """The meaning of one name, with its braces. UnknownFigure."""
    found = _ASKED.fullmatch(name.removeprefix("{{").removesuffix("}}").strip())
    if found is None:
        raise UnknownFigure(FORM, name)
    made = Asked(found["measure"], " ".join(found["scope"].split()), found["unit"] or "numbers", found["stage"] or "",
                 found["as_of"])  # fmt: skip
    if made.as_of and not _is_day(made.as_of):
        raise UnknownFigure(FORM, name)
    for why, value, known in (
        (MEASURE, made.measure, names()),
        (UNIT, made.unit, UNITS),
        (STAGE, made.stage, ALL_STAGES),
    ):
        if value and value not in known:
            raise UnknownFigure(why, name, value, nearest(value, known, f"known are {', '.join(known)}"))
    return made


def counted_in(record: Record) -> Counted:
    """Counts in a record. What has no value, since no answer was read or nothing is in its scope, is unknown."""

    def counted(asked: Asked) -> Figure:
        try:
            scope = ask(record, asked.scope, unit=asked.unit, stage=asked.stage, as_of=asked.as_of)
            whole = Measured(record, scope)
            found = whole.figures([asked.measure])
        except FilterError as error:
            raise UnknownFigure(SCOPE, str(asked), error.what, error.hint) from None
        if not found or found[0].sentence.key not in ("received", "count", "share") or not _is_known(record, whole):
            raise UnknownFigure(NOTHING, str(asked))
        return found[0]

    return counted


def filled(text: str, counted: Counted, tongue: Tongue = ENGLISH) -> Filled:
    """A text with its values, as the language writes numbers. UnknownFigure where a name names none."""
    figures = {name: counted(asked) for name, asked in dict(asked_in(text)).items()}

    def value(found: re.Match[str]) -> str:
        words = value_in_words(figures[found[0]], tongue)
        begins = found.start() == 0 or text[found.start() - 1] == "\n"
        opens_a_list = begins and words.isdigit() and _LIST_MARK.match(text, found.end())
        return f"{words}\\" if opens_a_list else words

    return Filled(_BETWEEN.sub(value, text), figures)


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _is_known(record: Record, whole: Measured) -> bool:
    """Whether the record holds the reviews asked for: nothing is counted as nothing only where it was looked for."""
    states, cycles = (whole.scope.filter.values(key) for key in ("state", "cycle"))
    held = [row.name for row in record.reviews()]
    return any((not states or each.state in states) and (not cycles or str(each.cycle) in cycles) for each in held)
