"""A spreadsheet taken in: read into a draft, which says of each row what it would do; written when a person says so.

A row is about an organisation that is there when it has the same name, whatever its case and accents. One that is only
alike is entered, and suggested to a person beside the other. Nothing is merged, and an empty cell takes nothing away.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from item6.files.spreadsheets import read_spreadsheet
from item6.organisations.folding import folded
from item6.organisations.nouns import Contact, Organisation
from item6.organisations.sheets import Header, RowSaid, header_of, laid_over, read_row
from item6.web.building.spreadsheets import MOST_ROWS, TooLarge
from item6.web.organisations.changing import Stale, differences, enter, save
from item6.web.organisations.models import Draft, OrganisationRow
from item6.web.people.models import Coalition

ADDED, CHANGED, SAME, UNCLEAR = KINDS = ("added", "changed", "same", "unclear")

_KEPT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Line:
    """What a row of the spreadsheet would do. row, version: of the organisation that it changes, else 0.

    changes: field to what it was and will be; None for contacts and notes. problems: (column, what stands there).
    """

    number: int
    name: str
    kind: str
    row: int
    version: int
    value: Organisation
    changes: Mapping[str, Any]
    problems: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a draft. stale: rows that somebody else changed meanwhile, by the names in the spreadsheet."""

    added: int
    changed: int
    stale: tuple[str, ...]


def read_file(data: bytes) -> tuple[Header, list[RowSaid]]:
    """The header and the rows of a spreadsheet, XLSX or CSV.

    Unreadable where it is neither, NoHeader where no row names the column of names, TooLarge.
    """
    rows = read_spreadsheet(data)
    header = header_of(rows)
    below = [(number, cells) for number, cells in rows if number > header.row]
    if len(below) > MOST_ROWS:
        raise TooLarge
    return header, [read_row(number, cells, header) for number, cells in below]


def lines(coalition: int, rows: Sequence[RowSaid]) -> list[Line]:
    """What each row would do to the organisations as they are now."""
    known: dict[str, list[OrganisationRow]] = defaultdict(list)
    for row in OrganisationRow.objects.filter(coalition=coalition, into=None).prefetch_related("contacts"):
        for name in dict.fromkeys(map(folded, row.value_names())):
            known[name].append(row)
    seen: set[str] = set()
    return [_line(row, known.get(folded(row.name), ()), seen) for row in rows]


def keep(*, coalition: int, person: int, file: str, header: Header, found: Sequence[Line]) -> Draft:
    """Writes a draft, and removes those of the day before."""
    Draft.objects.filter(made__lt=timezone.now() - _KEPT).delete()
    return Draft.objects.create(
        coalition_id=coalition, person_id=person, file=file[:200],
        lines={"unknown": list(header.unknown), "lines": [asdict(each) for each in found]},
    )  # fmt: skip


def lines_of(draft: Draft) -> list[Line]:
    """The lines of a draft."""
    return [Line(**{**each, "value": _value(each["value"])}) for each in draft.lines["lines"]]


def take_in(*, coalition: int, person: int, draft: int) -> Taken:
    """Enters and changes what a draft says, all at once, and removes it. Draft.DoesNotExist where it is not there.

    Rows that somebody else has changed since the draft was made are left as they are.
    """
    with transaction.atomic():
        Coalition.objects.select_for_update().get(pk=coalition)
        found = Draft.objects.get(pk=draft, coalition=coalition)
        added = changed = 0
        stale = []
        there = {folded(name) for each in OrganisationRow.objects.filter(coalition=coalition, into=None)
                 for name in each.value_names()}  # fmt: skip
        for line in lines_of(found):
            if line.kind == ADDED and folded(line.name) not in there:
                enter(coalition=coalition, person=person, value=line.value, did="imported")
                added += 1
            elif line.kind == ADDED:
                stale.append(line.name)
            elif line.kind == CHANGED:
                written = _change(coalition, person, line)
                changed += written
                stale += [] if written else [line.name]
        found.delete()
    return Taken(added, changed, tuple(stale))


def _change(coalition: int, person: int, line: Line) -> bool:
    try:
        save(row=line.row, coalition=coalition, person=person, value=line.value, version=line.version, did="imported")
    except (Stale, OrganisationRow.DoesNotExist):
        return False
    return True


def _line(row: RowSaid, there: Sequence[OrganisationRow], seen: set[str]) -> Line:
    key = folded(row.name)
    problems = list(row.problems)
    if key and key in seen:
        problems.append(("name", "twice"))
    seen.add(key)
    if len(there) > 1:
        problems.append(("name", "several"))
    before = there[0].value() if there else Organisation(row.name)
    value = laid_over(before, row.said)
    changes = differences(before if there else Organisation(""), value)
    kind = UNCLEAR if problems else ADDED if not there else CHANGED if changes else SAME
    number, version = (there[0].pk, there[0].version) if there else (0, 0)
    return Line(row.number, row.name, kind, number, version, value, changes, problems)


def _value(stored: Mapping[str, Any]) -> Organisation:
    fields = dict(stored)
    fields["names"] = tuple((language, text) for language, text in stored["names"])
    fields["former"], fields["domains"] = tuple(stored["former"]), tuple(stored["domains"])
    fields["contacts"] = tuple(Contact(**each) for each in stored["contacts"])
    return Organisation(**fields)


def by_kind(found: Sequence[Line]) -> Iterator[tuple[str, int]]:
    """How many lines are of each kind."""
    for kind in KINDS:
        yield kind, sum(each.kind == kind for each in found)
