"""Sentences of figures: from a message key and its arguments to words that can be quoted.

The words stand here in English; a Tongue puts them into another language (`said_in` lists all that it is asked for).
Figures carry only keys and arguments.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from item6.measures.definitions import MEASURES, OTHERS, SHARE_DEFINED, base_of
from item6.measures.filters import WORDS, Filter, Term, parse
from item6.measures.tongue import ENGLISH, Tongue
from item6.terms.figures import Figure
from item6.terms.states import GROUPS

UNIT_NAMES: Mapping[str, tuple[str, str]] = {
    "numbers": ("numbered recommendation", "numbered recommendations"),
    "texts": ("text", "texts"),
    "state_recommendations": ("State-recommendation", "State-recommendations"),
    "upr_info_rows": ("row of UPR Info's export", "rows of UPR Info's export"),
}
"""One and several of each unit."""

STAGE_PHRASES: Mapping[str, str] = {
    "report": "as the report of the Working Group has it",
    "addendum": "after the addendum",
    "adoption": "after the adoption by the Council",
    "later": "as far as is known",
    "matrix": "as OHCHR's matrix has it",
    "uhri": "as OHCHR's index has it",
    "upr_info": "as UPR Info has it",
}
"""Where the answers of a stage stand."""

_SENTENCES: Mapping[str, str] = {
    "received": "{scope}: {count} {unit}.",
    "count": "{scope}: {count} {measure} of {of} {units}, {stage}.",
    "share": "{scope}: {count} of {of} {units} ({percent}) were {said}, {stage}.",
    "nothing": "{scope}: no {units} to take a share of.",
    "unknown": "{scope}: the record does not tell {measure}.",
    "pending": "{scope}: pending; no answer has been read to any of {pending} {units}, {stage}.",
    "published_received": "{scope}: {count} {unit}, as published ({source}); the list is not in the record.",
    "published": "{scope}: {count} {measure} of {of} {units}, as published ({source}); the list is not in the record.",
    "published_share": "{scope}: {count} of {of} {units} ({percent}) were {said}, as published ({source});"
    " the list is not in the record.",
    "change": "{measure}: {value} in {scope}, against {before} in {against}: {difference}.",
    "rank": "{scope}: place {count} of {of} reviews by {measure}, the highest first.",
}


def sentence(figure: Figure, tongue: Tongue = ENGLISH) -> str:
    """A figure as one sentence with its unit, stage and scope."""
    said = dict(figure.sentence.arguments)
    base, _ = base_of(str(said["measure"]))
    one, several = UNIT_NAMES[figure.unit]
    words: dict[str, object] = {
        name: tongue.grouped(value) if isinstance(value, int) else value for name, value in said.items()
    }
    words |= {
        "scope": scope_in_words(parse(str(said["scope"])), tongue, capital=True),
        "against": scope_in_words(parse(str(said.get("against", ""))), tongue),
        "unit": tongue.say("unit", one if said["count"] == 1 else several),
        "units": tongue.say("unit", several),
        "stage": tongue.say("stage", STAGE_PHRASES[str(said["stage"])]),
        "measure": title(str(said["measure"]), tongue),
        "said": tongue.say("said", MEASURES[base].said) if base in MEASURES else "",
        "percent": tongue.percent(figure.value),
    }
    if figure.sentence.key == "change":
        words |= _of_change(figure, Fraction(str(said["now"])), Fraction(str(said["then"])), tongue)
    return tongue.say("sentence", _SENTENCES[figure.sentence.key]).format(**words)


def _of_change(figure: Figure, now: Fraction, then: Fraction, tongue: Tongue) -> dict[str, str]:
    """A change of counts in counts, of shares in percentages and points."""
    if figure.denominator is None:
        difference = tongue.change(int(now - then))
        return {"value": tongue.grouped(int(now)), "before": tongue.grouped(int(then)), "difference": difference}
    return {"value": tongue.percent(now), "before": tongue.percent(then), "difference": tongue.points(now - then)}


def change_in_words(figure: Figure) -> str:
    """A change beside what it is of: `+52, from 163 in Ruritania, cycle 1 to 215 in Ruritania, cycle 2`."""
    said = dict(figure.sentence.arguments)
    told = _of_change(figure, Fraction(str(said["now"])), Fraction(str(said["then"])), ENGLISH)
    now, then = (scope_in_words(parse(str(said[each]))) for each in ("scope", "against"))
    return f"{told['difference']}, from {told['before']} in {then} to {told['value']} in {now}"


def title(name: str, tongue: Tongue = ENGLISH) -> str:
    """What a measure is called in a table. KeyError for an unknown one."""
    base, share = base_of(name)
    called = tongue.say("measure", MEASURES[base].title if base in MEASURES else OTHERS[base].title)
    return tongue.say("measure", _SHARE_OF).format(measure=called) if share else called


def value_in_words(figure: Figure, tongue: Tongue = ENGLISH) -> str:
    """The value as a table shows it: count, percentage, `pending`, `not known`, or nothing for a share of nothing."""
    if figure.sentence.key in _NO_VALUE:
        return tongue.say("value", _NO_VALUE[figure.sentence.key])
    if figure.sentence.key == "change":
        said = dict(figure.sentence.arguments)
        return _of_change(figure, Fraction(str(said["now"])), Fraction(str(said["then"])), tongue)["difference"]
    value = figure.value
    whole = isinstance(value, int) and figure.denominator is None
    return tongue.grouped(value) if whole and isinstance(value, int) else tongue.percent(value)


def percent(share: Fraction | int | None) -> str:
    """`17.9 %` with a space that does not break, half a tenth rounded up; empty for None."""
    return ENGLISH.percent(share)


def points(change: Fraction) -> str:
    """`+12.5 points`: a change between two shares, in percentage points."""
    return ENGLISH.points(change)


def grouped(count: int) -> str:
    """Thousands set apart by a space that does not break."""
    return ENGLISH.grouped(count)


def counted(count: int, thing: str, things: str | None = None) -> str:
    """`1 file`, `3 files`, `1 234 files`."""
    return f"{grouped(count)} {thing if count == 1 else things or thing + 's'}"


def scope_in_words(asked: Filter, tongue: Tongue = ENGLISH, *, capital: bool = False) -> str:
    """`recommendations to China in cycle 3 from WEOG`; `all recommendations` for an empty filter."""
    states, cycles = asked.values("state"), asked.values("cycle")
    if not asked.terms:
        words = tongue.say("scope", _ALL)
    elif len(states) == 1 and len(cycles) == 1 and len(asked.terms) == 2:
        words = tongue.say("scope", REVIEW).format(state=_name(states[0], tongue), cycle=cycles[0])
    else:
        between = tongue.say("scope", _BETWEEN)
        terms = between.format(one="", other="").join(_phrase(term, tongue) for term in asked.terms)
        words = tongue.say("scope", _SELECTED).format(terms=terms)
    return words[0].upper() + words[1:] if capital else words


_SHARE_OF = "share {measure}"
_NO_VALUE = {"pending": "pending", "unknown": "not known"}
_ALL, _SELECTED, _BETWEEN, _EITHER, _NOT, _QUOTED = (
    "all recommendations", "recommendations {terms}", "{one} {other}", "{one} or {other}", "not {phrase}", "“{}”",
)  # fmt: skip
REVIEW = "{state}, cycle {cycle}"
"""What a review is called."""

_PHRASES = {
    "state": "to {}", "by": "from {}", "cycle": "in cycle {}", "session": "of session {}", "year": "of {}",
    "position": "that stand as {}", "as_written": "answered with {}", "issue": "on {}", "theme": "on the theme {}",
    "person": "on {}", "sdg": "on the goal {}", "action": "of action category {}", "number": "numbered {}",
    "has": "with {}", "text": "with the words {}", WORDS: "with the words {}",
}  # fmt: skip


def _phrase(term: Term, tongue: Tongue) -> str:
    values = [_value(term.key, value, tongue) for value in term.values]
    if term.key in ("issue", "theme", "person", "sdg", "text"):
        values = [tongue.say("scope", _QUOTED).format(value) for value in values]
    either = tongue.say("scope", _EITHER).format(one="", other="")
    phrase = tongue.say(f"scope {term.key}", _PHRASES[term.key])
    words = phrase.format(" ".join(values) if term.key == WORDS else either.join(values))
    return tongue.say("scope", _NOT).format(phrase=words) if term.negated else words


def _value(key: str, value: str, tongue: Tongue) -> str:
    if key in ("state", "by"):
        return _name(value, tongue)
    return tongue.say(key, value.replace("_", " "))


def _name(value: str, tongue: Tongue) -> str:
    if value in GROUPS:
        return tongue.say("the group", value if value.isupper() else f"the {value}")
    return tongue.state(value)


def said_in() -> Iterator[tuple[str, str]]:
    """All that a Tongue is asked to say for figures, values of filters aside: context and English words."""
    for each in MEASURES.values():
        yield from (("measure", each.title), ("said", each.said), ("definition", each.definition))
    for other in OTHERS.values():
        yield from (("measure", other.title), ("definition", other.definition))
    yield from (("measure", _SHARE_OF), ("definition", SHARE_DEFINED), ("points", "{change}\u00a0points"))
    yield from (("unit", each) for pair in UNIT_NAMES.values() for each in pair)
    yield from (("stage", each) for each in STAGE_PHRASES.values())
    yield from (("sentence", each) for each in _SENTENCES.values())
    yield from (("value", each) for each in _NO_VALUE.values())
    yield from (("scope", each) for each in (_ALL, _SELECTED, _BETWEEN, _EITHER, _NOT, _QUOTED, REVIEW))
    yield from ((f"scope {key}", each) for key, each in _PHRASES.items())
    yield from (("the group", each if each.isupper() else f"the {each}") for each in GROUPS)
