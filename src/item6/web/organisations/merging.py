"""Two rows that are one organisation: suggested by name, decided by a person, undone at any time.

A merge takes nothing away. The names, domains and contacts of the one that goes join those of the one that stays, and
fill what it left empty; undoing takes back what the merge brought and nothing that people wrote since.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction
from django.utils import timezone

from item6.organisations.keys import Alike, alike
from item6.organisations.nouns import UNKNOWN, Organisation
from item6.web.organisations.changing import differences, note
from item6.web.organisations.models import Apart, Merge, OrganisationRow
from item6.web.people.models import Coalition

_LISTS = ("names", "former", "domains")


class NotMerged(Exception):
    """A merge that cannot be made or undone: one of the rows is not there any more, or is merged already."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """Two rows that may be one. why, words: as in `item6.organisations.keys.Alike`."""

    a: OrganisationRow
    b: OrganisationRow
    why: str
    words: tuple[str, str]


def suggestions(coalition: int) -> list[Suggested]:
    """The pairs of a coalition that may be one organisation, and of which nobody has said that they are two."""
    rows = {each.pk: each for each in OrganisationRow.objects.filter(coalition=coalition, into=None)}
    apart = set(Apart.objects.filter(a__coalition=coalition).values_list("a_id", "b_id"))
    found: list[Alike] = alike({number: row.value_names() for number, row in rows.items()})
    return [
        Suggested(rows[each.a], rows[each.b], each.why, each.words) for each in found if (each.a, each.b) not in apart
    ]


def say_apart(*, coalition: int, person: int, one: int, other: int) -> None:
    """Notes that two rows are different organisations. NotMerged where one is not there."""
    a, b = _rows(coalition, min(one, other), max(one, other))
    Apart.objects.get_or_create(a=a, b=b, defaults={"person_id": person})


def merge(*, coalition: int, person: int, kept: int, gone: int) -> Merge:
    """Makes one organisation of two rows. NotMerged where one of them is not there, or both are the same."""
    with transaction.atomic():
        Coalition.objects.select_for_update().get(pk=coalition)
        stays, goes = _rows(coalition, kept, gone)
        before, other = stays.value(), goes.value()
        joined = united(before, other)
        changed = {name: said for name, said in differences(before, joined).items() if name != "contacts"}
        goes.contacts.filter(came_from=None).update(came_from=goes)
        goes.contacts.update(organisation=stays)
        stays.take(joined)
        stays.version += 1
        stays.save()
        goes.into = stays
        goes.version += 1
        goes.save(update_fields=["into", "version"])
        made = Merge.objects.create(
            kept=stays, gone=goes, person_id=person,
            before={name: _stored(before, name) for name in changed},
            after={name: _stored(joined, name) for name in changed},
        )  # fmt: skip
        shown = changed | ({"contacts": None} if other.contacts else {})
        note(stays, person, "merged", {"with": ["", other.name], **shown})
    return made


def undo(*, coalition: int, person: int, number: int) -> Merge:
    """Takes a merge back: both rows stand again. NotMerged where it is undone already, or another one stands on it."""
    with transaction.atomic():
        Coalition.objects.select_for_update().get(pk=coalition)
        made = (
            Merge.objects.select_related("kept", "gone")
            .filter(pk=number, kept__coalition=coalition, undone=None)
            .first()
        )
        if made is None or made.kept.into_id is not None or made.gone.into_id != made.kept.pk:
            raise NotMerged
        stays, goes = made.kept, made.gone
        before = stays.value()
        back = _without(before, made.before, made.after)
        stays.take(back)
        stays.version += 1
        stays.save()
        inside = _inside(goes)
        stays.contacts.filter(came_from__in=inside).update(organisation=goes)
        goes.contacts.filter(came_from=goes).update(came_from=None)
        goes.into = None
        goes.version += 1
        goes.save(update_fields=["into", "version"])
        made.undone = timezone.now()
        made.save(update_fields=["undone"])
        note(stays, person, "unmerged", {"with": [goes.name, ""], **differences(before, back)})
        note(goes, person, "unmerged", {"with": [stays.name, ""]})
    return made


def united(stays: Organisation, goes: Organisation) -> Organisation:
    """The one that stays, with what the other one brings; its contacts come with their rows."""
    known = {text for _, text in stays.names} | {stays.name, *stays.former}
    brought = [("", goes.name)] if goes.name not in known else []
    names = (*stays.names, *brought, *(each for each in goes.names if each[1] not in known))
    status, year = (goes.status, goes.year) if stays.status == UNKNOWN else (stays.status, stays.year)
    return replace(
        stays, names=tuple(dict.fromkeys(names)), former=tuple(dict.fromkeys((*stays.former, *goes.former))),
        domains=tuple(dict.fromkeys((*stays.domains, *goes.domains))),
        ecosoc_name=stays.ecosoc_name or goes.ecosoc_name, country=stays.country or goes.country,
        code=stays.code or goes.code, website=stays.website or goes.website, status=status, year=year,
        notes="\n".join(filter(None, (stays.notes, goes.notes))),
    )  # fmt: skip


def _without(now: Organisation, before: dict[str, Any], after: dict[str, Any]) -> Organisation:
    """What stood before, where nobody has written since; from lists, what the merge brought goes."""
    fields: dict[str, Any] = {}
    for name, then in before.items():
        merged, current = after[name], _stored(now, name)
        if name in _LISTS:
            brought = [each for each in merged if each not in then]
            left = [each for each in current if each not in brought]
            fields[name] = tuple(tuple(each) if isinstance(each, list) else each for each in left)
        elif current == merged:
            fields[name] = then
    return replace(now, **fields)


def _stored(value: Organisation, name: str) -> Any:
    found = getattr(value, name)
    return [list(each) if isinstance(each, tuple) else each for each in found] if isinstance(found, tuple) else found


def _inside(row: OrganisationRow) -> list[OrganisationRow]:
    found = [row]
    for each in row.taken_in.all():
        found += _inside(each)
    return found


def _rows(coalition: int, *numbers: int) -> list[OrganisationRow]:
    found = OrganisationRow.objects.filter(coalition=coalition, into=None).in_bulk(list(numbers))
    if len(found) != len(numbers):
        raise NotMerged
    return [found[number] for number in numbers]
