"""Who comes to a coalition's event: what the matrix names of registrations."""

from __future__ import annotations

from item6.web.events.models import Event
from item6.web.people.models import Person
from item6.web.registrations import panel, registering, sheets, views
from item6.web.registrations.links import CONFIRM, MINE, link_of
from item6.web.registrations.registering import Given


def guest_things(event: str, by: Person, marked: str) -> dict[str, str]:
    """Makes somebody who has sent the form, and one who has a place and asks the panel. marked: words of its own."""
    row = Event.objects.get(pk=event)
    said = {"organisation": f"{marked}-organisation", "post": f"{marked}-post", "country": f"{marked}-country"}
    asked, placed = (
        registering.ask(event=row, given=Given(f"{marked}-{n}", f"{n}@example.org", **said), network="")
        for n in ("asked", "placed")
    )
    assert asked is not None and placed is not None
    registering.confirm(registration=placed)
    placed.refresh_from_db()
    question = panel.ask(row=placed, words=f"{marked}-question", named=True)
    assert question is not None
    code = views.make_code(row, f"{marked}-code", 3)
    header, guests = sheets.read_file(f"name\n{marked}-sheet\n".encode())
    sheet = sheets.keep(event=row, person=by, file=f"{marked}.csv", header=header, guests=guests)
    return {
        "guest": str(placed.pk), "guest_sheet": str(sheet.pk), "question": str(question.pk), "code": str(code.pk),
        "guest_confirm": link_of(asked, CONFIRM), "guest_mine": link_of(placed, MINE),
    }  # fmt: skip
