"""What of the audit log is asked for, and the lines that answer it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.db.models import Exists, OuterRef, Q, QuerySet

from item6.web.audit.models import Entry
from item6.web.audit.noting import KINDS
from item6.web.audit.receivers import FAILED
from item6.web.audit.words import said_of
from item6.web.people.models import Membership, Person

GENEVA = "Europe/Zurich"
_ABOUT_PEOPLE = ("role-given", "role-changed", "role-ended")


@dataclass(frozen=True, slots=True)
class Asked:
    """person: whose lines, by id; 0 for all. did: one of KINDS, or empty. day: of the zone. wrong: what is no day."""

    person: int = 0
    did: str = ""
    day: date | None = None
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is shown. at: in the reader's zone. who: a name, empty for nobody. object: with names of people."""

    at: datetime
    who: str
    did: str
    what: str
    said: str
    object: str
    status: int


def asked(given: Mapping[str, str]) -> Asked:
    """What the query of an address asks for; what is not understood is left out, but for a day, which is said."""
    person, did, day = given.get("person", ""), given.get("kind", ""), given.get("day", "").strip()
    try:
        found = date.fromisoformat(day) if day else None
    except ValueError:
        found = None
    return Asked(
        int(person) if person.isascii() and person.isdigit() and len(person) < 10 else 0,
        did if did in KINDS else "", found, day[:40] if day and not found else "",
    )  # fmt: skip


def zone_called(name: str) -> tuple[tzinfo, str]:
    """A person's zone with its name: Geneva's where they chose none, UTC where this machine knows no zones."""
    for each in (name or GENEVA, GENEVA):
        try:
            return ZoneInfo(each), each
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
    return UTC, "UTC"


def entries(coalition: int, wanted: Asked, zone: tzinfo) -> QuerySet[Entry]:
    """The lines of a coalition, the last first; with failed sign-ins of those who are its members now."""
    members = Membership.objects.filter(coalition=coalition, person=OuterRef("person"), begun__lte=OuterRef("at"))
    failed = Q(Exists(members), coalition=None, what=FAILED)
    found = Entry.objects.filter(Q(coalition=coalition) | failed)
    if wanted.person:
        found = found.filter(person=wanted.person)
    if wanted.did:
        found = found.filter(did=wanted.did)
    if wanted.day:
        begins = datetime.combine(wanted.day, time(), zone)
        found = found.filter(at__gte=begins, at__lt=datetime.combine(wanted.day + timedelta(days=1), time(), zone))
    return found.order_by("-id")


def people_of(coalition: int) -> list[tuple[int, str]]:
    """Who can be asked for: members, and those of whom there are lines, by name."""
    noted = Entry.objects.filter(coalition=coalition, person__isnull=False).order_by().values("person").distinct()
    found = Person.objects.filter(Q(memberships__coalition=coalition) | Q(pk__in=noted)).distinct()
    return sorted(((each.pk, str(each)) for each in found), key=lambda each: (each[1].casefold(), each[0]))


def lines(found: Sequence[Entry], zone: tzinfo) -> Iterator[Line]:
    """Lines as they are shown; names of people are looked up, and stand nowhere in the log."""
    ids = {id for each in found for id in (each.person_id, _person_in(each)) if id is not None}
    names = {each.pk: str(each) for each in Person.objects.filter(pk__in=ids)}
    for each in found:
        yield Line(
            each.at.astimezone(zone), names.get(each.person_id or 0, ""), each.did, each.what, said_of(each.what),
            _object(each, names), each.status,
        )  # fmt: skip


def _person_in(entry: Entry) -> int | None:
    first = entry.object.partition(" ")[0]
    return int(first) if entry.what in _ABOUT_PEOPLE and first.isdigit() else None


def _object(entry: Entry, names: Mapping[int, str]) -> str:
    person = _person_in(entry)
    if person is None:
        return entry.object
    return " ".join(filter(None, (names.get(person, f"#{person}"), entry.object.partition(" ")[2])))
