"""Sentences of figures in English: from a message key and its arguments to words that can be quoted.

A translation is another such table; figures carry only keys and arguments.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from item6.measures.definitions import MEASURES, OTHERS, base_of
from item6.measures.filters import WORDS, Filter, Term, parse
from item6.terms.figures import Figure
from item6.terms.states import GROUPS, name_of

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


def sentence(figure: Figure) -> str:
    """A figure as one sentence with its unit, stage and scope."""
    said = dict(figure.sentence.arguments)
    base, _ = base_of(str(said["measure"]))
    one, several = UNIT_NAMES[figure.unit]
    words: dict[str, object] = {
        name: grouped(value) if isinstance(value, int) else value for name, value in said.items()
    }
    words |= {
        "scope": scope_in_words(parse(str(said["scope"])), capital=True),
        "against": scope_in_words(parse(str(said.get("against", "")))),
        "unit": one if said["count"] == 1 else several,
        "units": several,
        "stage": STAGE_PHRASES[str(said["stage"])],
        "measure": title(str(said["measure"])),
        "said": MEASURES[base].said if base in MEASURES else "",
        "percent": percent(figure.value),
    }
    if figure.sentence.key == "change":
        words |= _of_change(figure, Fraction(str(said["now"])), Fraction(str(said["then"])))
    return _SENTENCES[figure.sentence.key].format(**words)


def _of_change(figure: Figure, now: Fraction, then: Fraction) -> dict[str, str]:
    """A change of counts in counts, of shares in percentages and points."""
    if figure.denominator is None:
        signed = f"{'+' if now > then else ''}{grouped(int(now - then))}"
        return {"value": grouped(int(now)), "before": grouped(int(then)), "difference": signed}
    return {"value": percent(now), "before": percent(then), "difference": points(now - then)}


def change_in_words(figure: Figure) -> str:
    """A change beside what it is of: `+52, from 163 in Ruritania, cycle 1 to 215 in Ruritania, cycle 2`."""
    said = dict(figure.sentence.arguments)
    told = _of_change(figure, Fraction(str(said["now"])), Fraction(str(said["then"])))
    now, then = (scope_in_words(parse(str(said[each]))) for each in ("scope", "against"))
    return f"{told['difference']}, from {told['before']} in {then} to {told['value']} in {now}"


def title(name: str) -> str:
    """What a measure is called in a table. KeyError for an unknown one."""
    base, share = base_of(name)
    called = MEASURES[base].title if base in MEASURES else OTHERS[base].title
    return f"share {called}" if share else called


def value_in_words(figure: Figure) -> str:
    """The value as a table shows it: count, percentage, `pending`, `not known`, or nothing for a share of nothing."""
    if figure.sentence.key == "pending":
        return "pending"
    if figure.sentence.key == "unknown":
        return "not known"
    if figure.sentence.key == "change":
        said = dict(figure.sentence.arguments)
        return _of_change(figure, Fraction(str(said["now"])), Fraction(str(said["then"])))["difference"]
    value = figure.value
    return grouped(value) if isinstance(value, int) and figure.denominator is None else percent(value)


def percent(share: Fraction | int | None) -> str:
    """`17.9 %` with a space that does not break, half a tenth rounded up; empty for None."""
    if share is None:
        return ""
    tenths = (2000 * Fraction(share) + 1) // 2
    sign, tenths = ("-", -tenths) if tenths < 0 else ("", tenths)
    return f"{sign}{tenths // 10}.{tenths % 10}\u00a0%"


def points(change: Fraction) -> str:
    """`+12.5 points`: a change between two shares, in percentage points."""
    rounded = percent(abs(change)).removesuffix("\u00a0%")
    return f"{'+' if change > 0 else '-' if change < 0 else ''}{rounded}\u00a0points"


def grouped(count: int) -> str:
    """Thousands set apart by a space that does not break."""
    return f"{count:,}".replace(",", "\u00a0")


def counted(count: int, thing: str, things: str | None = None) -> str:
    """`1 file`, `3 files`, `1 234 files`."""
    return f"{grouped(count)} {thing if count == 1 else things or thing + 's'}"


def scope_in_words(asked: Filter, *, capital: bool = False) -> str:
    """`recommendations to China in cycle 3 from WEOG`; `all recommendations` for an empty filter."""
    if not asked.terms:
        words = "all recommendations"
    else:
        states = asked.values("state")
        cycles = asked.values("cycle")
        if len(states) == 1 and len(cycles) == 1 and len(asked.terms) == 2:
            words = f"{_name(states[0])}, cycle {cycles[0]}"
        else:
            words = " ".join(["recommendations", *map(_phrase, asked.terms)])
    return words[0].upper() + words[1:] if capital else words


_PHRASES = {
    "state": "to {}", "by": "from {}", "cycle": "in cycle {}", "session": "of session {}", "year": "of {}",
    "position": "that stand as {}", "as_written": "answered with {}", "issue": "on {}", "theme": "on the theme {}",
    "person": "on {}", "sdg": "on the goal {}", "action": "of action category {}", "number": "numbered {}",
    "has": "with {}", "text": "with the words {}", WORDS: "with the words {}",
}  # fmt: skip


def _phrase(term: Term) -> str:
    values = [_name(value) if term.key in ("state", "by") else value.replace("_", " ") for value in term.values]
    if term.key in ("issue", "theme", "person", "sdg", "text"):
        values = [f"“{value}”" for value in values]
    listed = " ".join(values) if term.key == WORDS else " or ".join(values)
    return ("not " if term.negated else "") + _PHRASES[term.key].format(listed)


def _name(value: str) -> str:
    if value in GROUPS:
        return value if value.isupper() else f"the {value}"
    return name_of(value)
