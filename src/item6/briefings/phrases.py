"""Sentences of briefings: from a message key and what fills it to runs.

`sentences.en.toml` holds the English ones; a translation is another such file. Where a sentence has `one` and
`several`, the count decides.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from item6.briefings.document import Number, Run, Runs, Text
from item6.measures.wording import UNIT_NAMES, grouped, value_in_words
from item6.terms.figures import Figure

Filling: TypeAlias = str | int | Figure | Run | Runs
"""What can stand in a sentence: words, a whole number that is no figure (a cycle, a year), a figure, runs."""

_PLACE = re.compile(r"\{(\w+)\}")


def say(key: str, /, **filled: Filling) -> Runs:
    """The sentence of a key as runs. KeyError for what is not there.

    `count`, a Figure or a whole number, decides between one and several.
    """
    found: list[Run] = []
    for at, part in enumerate(_PLACE.split(_template(key, filled.get("count")))):
        if at % 2:
            found += _runs(filled[part])
        elif part:
            found.append(Text(part))
    return joined(*found)


def words(key: str, /, **filled: Filling) -> str:
    """The same as plain words, for titles and captions."""
    return plain(say(key, **filled))


def plain(runs: Runs) -> str:
    """The words of runs."""
    return "".join(run.words for run in runs)


def number(figure: Figure) -> Number:
    """A figure as it is printed: count, percentage, `pending` or `not known`."""
    return Number(value_in_words(figure), figure)


def of_unit(figure: Figure) -> Runs:
    """`215 numbered recommendations`, `1 State-recommendation`."""
    return number(figure), Text(f" {UNIT_NAMES[figure.unit][figure.numerator != 1]}")


def joined(*runs: Run) -> Runs:
    """Runs with neighbouring words of one manner brought together."""
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        if isinstance(run, Text) and isinstance(last, Text) and run.manner == last.manner:
            found[-1] = Text(last.words + run.words, run.manner)
        else:
            found.append(run)
    return tuple(found)


def in_a_row(parts: list[Runs], key: str = "list") -> Runs:
    """`a`, `a and b`, `a, b and c`."""
    between, last = words(f"{key}.between"), words(f"{key}.last")
    found: list[Run] = []
    for at, part in enumerate(parts):
        if at:
            found.append(Text(last if at == len(parts) - 1 else between))
        found += part
    return joined(*found)


def keys() -> frozenset[str]:
    """All keys there are."""
    return frozenset(_sentences())


def _runs(value: Filling) -> Runs:
    if isinstance(value, str):
        return (Text(value),)
    if isinstance(value, int):
        return (Text(grouped(value)),)
    if isinstance(value, Figure):
        return (number(value),)
    return value if isinstance(value, tuple) else (value,)


def _template(key: str, count: Filling | None) -> str:
    found = _sentences()[key]
    if isinstance(found, str):
        return found
    size = count.numerator if isinstance(count, Figure) else count
    return str(found["one" if size == 1 else "several"])


@cache
def _sentences() -> Mapping[str, Any]:
    """Sentences by key; those of a table that has `one` and `several` stay together."""
    text = (Path(__file__).parent / "sentences.en.toml").read_text(encoding="utf-8")
    return dict(_flat("", tomllib.loads(text)))


def _flat(prefix: str, table: Mapping[str, Any]) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    for name, value in table.items():
        key = f"{prefix}.{name}" if prefix else name
        if isinstance(value, dict) and "several" not in value:
            found += _flat(key, value)
        else:
            found.append((key, value))
    return found
