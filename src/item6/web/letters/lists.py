"""The list of those who are counted, in numbers and in parts: nothing here reads a long list whole into memory."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from django.db.models import Count, Q, QuerySet

from item6.letters.signatories import ORGANISATION, PERSON, Numbers, Signatory, sort_of
from item6.web.letters.models import Letter, Signature
from item6.web.letters.states import COUNTED

ROWS = 150
"""Of one part, as a page shows it."""
_AT_ONCE = 2000
"""Rows in memory while a whole list is written."""
_KINDS = (ORGANISATION, PERSON)
_SHOWN = tuple(each.name for each in fields(Signatory) if each.name != "withheld")
"""What a list has of a signature, in the order of a Signatory's fields."""


@dataclass(frozen=True, slots=True)
class Start:
    """Where a part begins: with names from `beginning` on, and after the row of the number `after` of that name."""

    beginning: bytes = b""
    after: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """Some of a list, in the order of names. rest: where what follows begins; None at the end."""

    signatories: Sequence[Signatory]
    rest: Start | None


def from_name(name: str, after: int = 0) -> Start:
    """The start at a name, as somebody writes it."""
    return Start(sort_of(name), after)


def numbers_of(letter: Letter) -> Numbers:
    """How many are counted: kept with the letter, but for places and withheld ones, which indexes count."""
    counted = letter.signatures.filter(state=COUNTED)
    places = counted.filter(kind=ORGANISATION).exclude(code="").aggregate(n=Count("code", distinct=True))["n"]
    withheld = counted.filter(kind__in=_KINDS, withheld__in=(True,)).count()
    return Numbers(letter.organisations, letter.persons, places, withheld)


def groups_of(letter: Letter) -> dict[str, int]:
    """How many organisations are shown under each status, or each place, as the letter's list is grouped."""
    column = "code" if letter.shown_by == "place" else "status"
    rows = _in_order(letter, ORGANISATION).order_by().values_list(column)
    return dict(rows.annotate(n=Count("pk")))


def part(letter: Letter, kind: str, start: Start = Start(), rows: int = ROWS) -> Part:  # it is frozen
    """So many of those that are shown, from a start on."""
    found = list(_from(_in_order(letter, kind), start).values_list("pk", "sort", *_SHOWN)[: rows + 1])
    rest = Start(bytes(found[rows - 1][1]), found[rows - 1][0]) if len(found) > rows else None
    return Part([Signatory(*values) for _, _, *values in found[:rows]], rest)


def every(letter: Letter, kinds: Sequence[str] = _KINDS) -> Iterator[Signatory]:
    """All that are shown, organisations first, read in parts; who leaves meanwhile may still be among them."""
    for kind in kinds:
        start: Start | None = Start()
        while start is not None:
            found = part(letter, kind, start, _AT_ONCE)
            yield from found.signatories
            start = found.rest


def shown(row: Signature) -> Signatory:
    """A signature as the list has it."""
    return Signatory(*(getattr(row, name) for name in _SHOWN))


def _in_order(letter: Letter, kind: str) -> QuerySet[Signature]:
    # `IN` with one value: `NOT withheld`, which Django makes of False, keeps SQLite from the index
    rows = letter.signatures.filter(state=COUNTED, kind=kind, withheld__in=(False,))
    return rows.order_by("sort", "id")


def _from(rows: QuerySet[Signature], start: Start) -> QuerySet[Signature]:
    if not start.after:
        return rows.filter(sort__gte=start.beginning) if start.beginning else rows
    later = Q(sort__gt=start.beginning) | Q(sort=start.beginning, pk__gt=start.after)
    return rows.filter(later, sort__gte=start.beginning)
