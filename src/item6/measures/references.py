"""References of figures: read, computed again, and compared with what another record gives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from item6.measures.cycles import CHANGE, VERSUS, change
from item6.measures.definitions import base_of
from item6.measures.figures import figure
from item6.measures.filters import Filter, parse
from item6.measures.ranks import RANK, rank_of
from item6.measures.scope import LATEST, Scope
from item6.record.reader import Record
from item6.terms.answers import POSITIONS
from item6.terms.figures import Figure, with_spaces

_REFERENCE = re.compile(
    r"(?P<measure>[a-z_]+)@(?P<version>\d+)\?unit=(?P<unit>[a-z_]+)&stage=(?P<stage>[a-z_]+)"
    r"&as_of=(?P<as_of>[\d-]*)&scope=(?P<scope>.*)#(?P<record>[0-9a-f]{4,64})",
    re.DOTALL,
)


class UnknownReference(ValueError):
    """A reference that cannot be read, or of a definition that this program does not know."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What a reference asks for. record: hash, or its beginning. scope: canonical filter, two of them for a change."""

    measure: str
    version: int
    unit: str
    stage: str
    as_of: str | None
    scope: str
    record: str


def measure_of(name: str) -> str:
    """The measure whose change or place a name may be of: `noted` of `noted_change`."""
    return name.removesuffix(CHANGE).removesuffix(RANK)


def read_reference(text: str) -> Reference:
    """A reference as figures print it. UnknownReference where it is none, or names an unknown measure."""
    found = _REFERENCE.fullmatch(text.strip())
    if not found:
        what = "this is no reference of a figure"
        raise UnknownReference(f"{what}: copy the whole line, from the measure to the record's hash")
    if found["as_of"] and not _is_day(found["as_of"]):
        raise UnknownReference(f"{found['as_of']} is no day: a reference has it as 2016-06-30")
    name = measure_of(found["measure"])
    try:
        base_of(name)
    except KeyError:
        raise UnknownReference(f"no measure is called {name}: item6 figures --list names them") from None
    return Reference(
        found["measure"], int(found["version"]), found["unit"], found["stage"], found["as_of"] or None,
        with_spaces(found["scope"]),
        found["record"],
    )  # fmt: skip


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def recomputed(record: Record, reference: Reference, *, latest: bool = False) -> Figure | None:
    """The Figure of a reference, in any record; None for a change of what that record does not know.

    latest: at the last stage known instead of the reference's own. UnknownReference where the definition has another
    version today, ValueError where the reference names an unknown unit, stage or filter.
    """
    stage = "" if latest else reference.stage
    if reference.measure.endswith(CHANGE):
        name = reference.measure.removesuffix(CHANGE)
        now, before = (_figure(record, name, part, reference, "") for part in reference.scope.split(VERSUS))
        made: Figure | None = change(now, before)
    elif reference.measure.endswith(RANK):
        scope = Scope(_filter(reference.scope), reference.unit, "" if stage == LATEST else stage, reference.as_of)
        made = rank_of(record, reference.measure.removesuffix(RANK), scope)
    else:
        made = _figure(record, reference.measure, reference.scope, reference, stage)
    if made is not None and made.version != reference.version:
        raise UnknownReference(
            f"{reference.measure} was version {reference.version} then and is version {made.version} today: "
            "what it counts has changed; see docs/measures.md"
        )
    return made


def _figure(record: Record, name: str, scope: str, reference: Reference, stage: str) -> Figure:
    return figure(record, name, Scope(_filter(scope), reference.unit, stage, reference.as_of))


def _filter(scope: str) -> Filter:
    """The filter of a scope. UnknownReference for a position that is none; other values may be of any record."""
    found = parse(scope)
    unknown = [
        value for term in found.terms if term.key == "position" for value in term.values if value not in POSITIONS
    ]
    if unknown:
        raise UnknownReference(f"no position is called {unknown[0]}: positions are {', '.join(POSITIONS)}")
    return found


@dataclass(frozen=True, slots=True)
class Since:
    """What changed in a figure from one record to another: rows that it gained and lost."""

    then: Figure
    now: Figure
    gained: tuple[str, ...]
    lost: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.gained or self.lost or self.then.value != self.now.value)


def since(then: Figure, now: Figure) -> Since:
    """How a figure differs between two records; false where it does not."""
    return Since(then, now, _without(now.rows, then.rows), _without(then.rows, now.rows))


def _without(these: Sequence[str], those: Sequence[str]) -> tuple[str, ...]:
    out = set(those)
    return tuple(each for each in these if each not in out)
