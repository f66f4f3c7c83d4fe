"""People from a spreadsheet: read into a draft, which says of each row what it would do; taken in by a person.

Who is taken in gets a turn in the order of the rows, a place where one is free, and one mail with their own page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from item6.events.attending import ENDED, WAITING
from item6.events.guests import Guest, read_guests
from item6.files.spreadsheets import read_spreadsheet
from item6.organisations.sheets import Header
from item6.web.building.spreadsheets import DRAFT_KEPT, MOST_ROWS, NEW, THERE, UNCLEAR, TooLarge
from item6.web.events.models import Event
from item6.web.people.models import Person
from item6.web.public.links import new_salt
from item6.web.registrations.models import GuestSheet, Registration
from item6.web.registrations.offered import ways
from item6.web.registrations.registering import NotNow
from item6.web.registrations.seating import locked, seat
from item6.web.work.asking import ask as ask_for_work

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Line:
    """What a row would do. problems: (column, what stands there)."""

    number: int
    name: str
    organisation: str
    post: str
    country: str
    email: str
    way: str
    problems: Sequence[tuple[str, str]]
    kind: str


def read_file(data: bytes) -> tuple[Header, list[Guest]]:
    """The header and the guests of a spreadsheet. Unreadable, NoHeader, TooLarge."""
    rows = read_spreadsheet(data)
    if len(rows) > MOST_ROWS + 11:  # what may stand above the names of columns
        raise TooLarge
    header, guests = read_guests(rows)
    if len(guests) > MOST_ROWS:
        raise TooLarge
    return header, guests


def lines(event: Event, guests: Sequence[Guest]) -> list[Line]:
    """What each row would do to the registrations as they are now; an address that is registered stays as it is."""
    held = set(event.registrations.exclude(state__in=ENDED).exclude(email="").values_list("email", flat=True))
    offered = ways(event)
    found = []
    for each in guests:
        problems = [*each.problems]
        if each.way and each.way not in offered:
            problems.append(("way", each.way))
        kind = UNCLEAR if problems else THERE if each.email in held else NEW
        found.append(Line(**{**asdict(each), "way": each.way or offered[0], "problems": problems}, kind=kind))
    return found


def keep(*, event: Event, person: Person, file: str, header: Header, guests: Sequence[Guest]) -> GuestSheet:
    """Writes a draft, and removes those of the day before."""
    forget_old()
    stored = {"unknown": list(header.unknown), "lines": [asdict(each) for each in lines(event, guests)]}
    return GuestSheet.objects.create(event=event, person=person, file=file[:200], lines=stored)


def forget_old() -> None:
    """Removes drafts of the day before."""
    GuestSheet.objects.filter(made__lt=timezone.now() - DRAFT_KEPT).delete()


def lines_of(sheet: GuestSheet) -> list[Line]:
    """The lines of a draft."""
    return [Line(**each) for each in sheet.lines["lines"]]


@transaction.atomic
def take_in(*, sheet: GuestSheet, by: Person, reason: str) -> int:
    """Registers who is new in a draft, removes the draft, and has everybody told once. How many there were.

    NotNow without a reason, or where nothing is kept of this event any more; then nothing is written.
    """
    if not reason.strip():
        raise NotNow(
            gettext("Say how you know that they want to come: whoever looks at the list later must understand it.")
        )
    event = Event.objects.get(pk=sheet.event_id)
    desk = locked(event)
    if desk.purged:
        raise NotNow(gettext("What was known of this event’s registrants is erased: nobody can be entered any more."))
    if not GuestSheet.objects.filter(pk=sheet.pk).exists():
        return 0  # somebody took it in meanwhile
    held = set(event.registrations.exclude(email="").values_list("email", flat=True))
    at, rows, language = timezone.now(), [], event.whole().language
    for line in lines_of(sheet):
        if line.kind != NEW or line.email in held:
            continue
        held |= {line.email} - {""}
        desk.turns += 1
        rows.append(_row(event, line, desk.turns, language=language, by=by,
                         why=reason.strip()[:300], asked=at, confirmed=at))  # fmt: skip
    desk.save(update_fields=["turns"])
    Registration.objects.bulk_create(rows, batch_size=_AT_ONCE)
    seat(desk)
    sheet.delete()
    ask_for_work("registrations.tell", event=event.pk)
    return len(rows)


def _row(event: Event, line: Line, turn: int, **fields: Any) -> Registration:
    return Registration(
        event=event, state=WAITING, turn=turn, entered=True, salt=new_salt(),
        name=line.name, organisation=line.organisation, post=line.post, country=line.country, email=line.email,
        way=line.way, **fields,
    )  # fmt: skip
