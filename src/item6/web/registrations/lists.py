"""Lists of who comes, as files: for the door, and for UN security, who ask for it 48 hours before."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from item6.events.attending import PLACED, ROOM
from item6.files.cells import safe_cell
from item6.files.workbooks import Column, Tab, write_workbook
from item6.web.events.models import Event
from item6.web.registrations.asking import Question, questions_in
from item6.web.registrations.models import Registration
from item6.web.registrations.offered import desk_of
from item6.web.registrations.registering import rows_of

GUESTS, EVERYBODY = LISTS = ("guests", "everybody")
"""guests: who has a place in the room, and no more of them than the door needs. everybody: all that is known."""

_GUEST = ("name", "organisation", "post", "country")
_ALL = (*_GUEST, "email", "state", "way", "turn", "unfilmed", "attended")


def by_name(event: Event) -> list[Registration]:
    """Those who have a place in the room, as they are looked up at the door."""
    rows = event.registrations.filter(state=PLACED, way=ROOM)
    return sorted(rows, key=lambda each: (each.name.casefold(), each.pk))


def table(event: Event, which: str) -> tuple[list[str], list[list[str]]]:
    """The titles and the rows of one of LISTS."""
    every = questions_in(desk_of(event).questions)
    asked = [each for each in every if which == EVERYBODY or each.listed]
    columns = _ALL if which == EVERYBODY else _GUEST
    rows = list(rows_of(event)) if which == EVERYBODY else by_name(event)
    titles = [*columns, *(each.label for each in asked)]
    return titles, [[*(_cell(row, column) for column in columns), *_answers(row, asked)] for row in rows]


def as_csv(event: Event, which: str) -> bytes:
    """One of LISTS as CSV."""
    titles, rows = table(event, which)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerows([[safe_cell(cell) for cell in row] for row in (titles, *rows)])
    return ("\ufeff" + out.getvalue()).encode()


def as_xlsx(event: Event, which: str) -> bytes:
    """One of LISTS as a workbook."""
    titles, rows = table(event, which)
    columns = [Column(each, 28 if place < 2 else 18) for place, each in enumerate(titles)]
    return write_workbook([Tab(which, columns, rows)], created=event.changed, title=event.title)


FORMS = {
    "csv": ("text/csv; charset=utf-8", as_csv),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", as_xlsx),
}
"""By the ending of the address: type of content, and what makes it."""


def _cell(row: Registration, column: str) -> str:
    if column == "unfilmed":
        return "yes" if row.unfilmed else ""
    if column == "attended":
        return f"{row.attended:%Y-%m-%d %H:%M} UTC" if row.attended else ""
    return str(getattr(row, column) or "")


def _answers(row: Registration, asked: Sequence[Question]) -> list[str]:
    return [str(row.answers.get(each.key, "")) for each in asked]
