"""Writes of organisations: entered, edited, removed. Every write leaves a line in the history of the row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from django.db import transaction

from item6.organisations.nouns import Contact, Organisation
from item6.web.organisations.models import Change, ContactRow, OrganisationRow
from item6.web.people.models import Coalition

PRIVATE = ("contacts", "notes")
"""Fields of which the history says only that they were changed."""

FIELDS = tuple(each.name for each in fields(Organisation))


class Stale(Exception):
    """The row was changed since who saves it has opened it. row: as it is now."""

    def __init__(self, row: OrganisationRow) -> None:
        super().__init__(row.pk)
        self.row = row


def enter(*, coalition: int, person: int | None, value: Organisation, did: str = "entered") -> OrganisationRow:
    """Writes a new row with its contacts and its first line of history."""
    with transaction.atomic():
        row = OrganisationRow(coalition_id=coalition)
        row.take(value)
        row.save()
        _write_contacts(row, value.contacts)
        note(row, person, did, differences(Organisation(""), value))
    return row


def save(
    *, row: int, coalition: int, person: int | None, value: Organisation, version: int, did: str = "edited"
) -> bool:
    """Writes a row of which `version` was seen. Stale where it is another by now; then nothing is written.

    False where nothing differs, and nothing was written.
    """
    with transaction.atomic():
        found = OrganisationRow.objects.select_for_update().get(pk=row, coalition=coalition, into=None)
        if found.version != version:
            raise Stale(found)
        changed = differences(found.value(), value)
        if not changed:
            return False
        if "contacts" in changed:
            _replace_contacts(found, value.contacts)
        found.take(value)
        found.version += 1
        found.save()
        note(found, person, did, changed)
    return True


def remove(*, row: int, coalition: int) -> None:
    """Removes a row for good, with its contacts, its history, and those that were merged into it."""
    with transaction.atomic():
        Coalition.objects.select_for_update().get(pk=coalition)
        found = OrganisationRow.objects.get(pk=row, coalition=coalition, into=None)
        for each in _taken_in(found):
            each.delete()
        found.delete()


def differences(before: Organisation, after: Organisation) -> dict[str, list[Any] | None]:
    """The fields that differ, each with what it was and is; None for those that are private."""
    found: dict[str, list[Any] | None] = {}
    for name in FIELDS:
        then, now = getattr(before, name), getattr(after, name)
        if then != now:
            found[name] = None if name in PRIVATE else [_plain(then), _plain(now)]
    return found


def note(row: OrganisationRow, person: int | None, did: str, changed: dict[str, list[Any] | None]) -> None:
    """A line of the history."""
    Change.objects.create(organisation=row, person_id=person, did=did, fields=changed)


def _plain(value: object) -> Any:
    return [list(each) if isinstance(each, tuple) else each for each in value] if isinstance(value, tuple) else value


def _replace_contacts(row: OrganisationRow, contacts: Sequence[Contact]) -> None:
    """Contacts that are as they were keep their rows, which know where a merge brought them from."""
    left = list(contacts)
    for each in row.contacts.all():
        if each.value() in left:
            left.remove(each.value())
        else:
            each.delete()
    _write_contacts(row, left)


def _write_contacts(row: OrganisationRow, contacts: Iterable[Contact]) -> None:
    for each in contacts:
        consent = date.fromisoformat(each.consent) if each.consent else None
        ContactRow.objects.create(
            organisation=row, person=each.person, post=each.post, email=each.email, phone=each.phone,
            language=each.language, consent=consent,
        )  # fmt: skip


def _taken_in(row: OrganisationRow) -> list[OrganisationRow]:
    """Rows merged into one, the innermost first."""
    found = []
    for each in row.taken_in.all():
        found += [*_taken_in(each), each]
    return found
