"""Registrations: asked for, confirmed, placed, declined, withdrawn. Their states change here and in `seating` alone.

A place is taken when the person presses the button behind the link in their mail, never when the form is sent. All who
give places or turns hold the event's desk while they do, so that fifty places are fifty whatever happens at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from item6.events.attending import (
    AFTER,
    APPLIED,
    ASKED,
    COMING,
    DECLINED,
    DENIED,
    ENDED,
    PLACED,
    ROOM,
    WAITING,
    WITHDRAWN,
)
from item6.web.events.models import Event
from item6.web.events.states import APPROVAL
from item6.web.people.models import Person, folded
from item6.web.public import mails
from item6.web.public.limits import HOUR, too_many
from item6.web.public.links import new_salt
from item6.web.registrations import erasing
from item6.web.registrations.models import Desk, Registration
from item6.web.registrations.offered import desk_of, is_open, used, valid_code, ways
from item6.web.registrations.seating import locked, next_turn, seat
from item6.web.work.asking import ask as ask_for_work

_MOST_OF_A_NETWORK = 20
"""Registrations that one network may ask for in an hour without confirming them; what comes beyond is answered alike
and kept nowhere. Those who confirm are not counted: a university is one network."""

_MOST_PLACES_OF_A_NETWORK = 20
"""People of one network who get a place by themselves in an hour; later ones wait for an organiser."""

_TWICE = timedelta(minutes=10)
"""How long the same name at the door is the same person."""


class NotNow(ValueError):
    """A change that is not possible as things stand; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody gives on the public form. answers: to the organisers' own questions, by their keys."""

    name: str
    email: str
    way: str = ROOM
    organisation: str = ""
    post: str = ""
    country: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    unfilmed: bool = False
    code: str = ""
    language: str = "en"


def ask(*, event: Event, given: Given, network: str, now: datetime | None = None) -> Registration | None:
    """Keeps what was given, to be confirmed by mail; the same address asked twice is the same row.

    None where nothing was kept, which the page does not tell: too many came from this network, or the address ended
    its registration before. NotNow where nobody can register, not this way, or not without a code.
    """
    at = now or timezone.now()
    if not is_open(event, at):
        raise NotNow(gettext("Registration for this event is closed."))
    if given.way not in ways(event):
        raise NotNow(gettext("Nobody can take part this way: choose another one."))
    code = valid_code(event, given.code) if given.code else None
    if (given.code and code is None) or (code is None and desk_of(event).by_code):
        raise NotNow(gettext("This event needs an invitation code that is valid: ask who invited you."))
    email = folded(given.email)
    before = Registration.objects.filter(event=event, email=email).first()
    if before is not None:
        return before
    if too_many(Registration.objects.filter(event=event, state=ASKED), network, at, _MOST_OF_A_NETWORK):
        return None
    row = _row(event, given, email, at)
    row.code, row.network = code, network
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:  # the same at the same moment
        return Registration.objects.filter(event=event, email=email).first()
    return row


def takes_a_mail(*, registration: Registration, now: datetime | None = None) -> bool:
    """Whether the address may be sent its links now, which is noted."""
    return mails.takes_a_mail(Registration.objects.filter(pk=registration.pk), now or timezone.now())


@transaction.atomic
def confirm(*, registration: Registration, now: datetime | None = None) -> str:
    """The button was pressed: gives a turn, and a place where one is free. Returns the state.

    Where the event lets in by approval, an organiser looks first, unless an invitation code speaks for the person.
    Pressing again, or fifty times at once, changes nothing. NotNow where registration is closed.
    """
    at = now or timezone.now()
    desk, row = _held(registration)
    if row.state != ASKED:
        return row.state
    event = row.event
    if not is_open(event, at):
        raise NotNow(gettext("Registration for this event is closed."))
    invited = (
        row.code is not None and row.code.ended is None and (row.code.most is None or used(row.code) < row.code.most)
    )
    looked_at = (event.admission == APPROVAL or desk.by_code or _crowded(row, at)) and not invited
    _change(row, APPLIED if looked_at else WAITING, turn=next_turn(desk), confirmed=at)
    seat(desk)
    row.refresh_from_db()
    return row.state


@transaction.atomic
def enter(*, event: Event, given: Given, by: Person | None, reason: str) -> Registration:
    """An organiser enters somebody, at the door or by hand: they get the next turn, and a place where one is free.

    The same name without an address, entered again within minutes, is a button that was pressed twice: the same row.
    NotNow where the address is registered already, or nothing is kept of this event any more.
    """
    desk = locked(event)
    if desk.purged:
        raise NotNow(gettext("What was known of this event’s registrants is erased: nobody can be entered any more."))
    email = folded(given.email)
    if email and Registration.objects.filter(event=event, email=email).exists():
        raise NotNow(gettext("This address is registered already."))
    at = timezone.now()
    if not email and (before := _just_entered(event, given, at)):
        return before
    row = _row(event, given, email, at)
    row.entered, row.by, row.why, row.confirmed = True, by, reason.strip()[:300], at
    row.state, row.turn = WAITING, next_turn(desk)
    row.save()
    seat(desk)
    row.refresh_from_db()
    return row


def approve(*, registration: Registration, by: Person, reason: str = "") -> bool:
    """An organiser lets somebody in who waits for it, or was declined: a place, or the waiting list in their turn."""
    return _decide(registration, (APPLIED, DECLINED), WAITING, by, reason)


def decline(*, registration: Registration, by: Person, reason: str) -> bool:
    """An organiser does not let somebody in, or takes their place back; the next in turn gets it. Needs a reason."""
    if not reason.strip():
        raise NotNow(gettext("Say why: whoever looks at the list later must be able to understand it."))
    return _decide(registration, (APPLIED, WAITING, PLACED), DECLINED, by, reason)


def withdraw(*, registration: Registration) -> bool:
    """Somebody does not come after all: at once, for good. What they gave is erased; the next in turn is placed."""
    return _end(registration, WITHDRAWN)


def deny(*, registration: Registration) -> bool:
    """The owner of the address says that they never registered."""
    return _end(registration, DENIED)


@transaction.atomic
def change_way(*, registration: Registration, way: str) -> bool:
    """Somebody takes part the other way: gives their place or turn back, and gets a new turn of the other way."""
    desk, row = _held(registration)
    if way == row.way or way not in ways(row.event) or row.state not in COMING:
        return False
    state = APPLIED if row.state == APPLIED else WAITING
    Registration.objects.filter(pk=row.pk).update(way=way, state=state, turn=next_turn(desk))
    if seat(desk):
        ask_for_work("registrations.tell", event=row.event_id)
    return True


def attend(*, registration: Registration, here: bool, now: datetime | None = None) -> bool:
    """Notes at the door that somebody is here, or takes that back."""
    rows = Registration.objects.filter(pk=registration.pk, state=PLACED)
    return bool(rows.update(attended=(now or timezone.now()) if here else None))


def _row(event: Event, given: Given, email: str, at: datetime) -> Registration:
    return Registration(
        event=event, way=given.way, name=given.name, organisation=given.organisation, post=given.post,
        country=given.country, email=email, answers=dict(given.answers), unfilmed=given.unfilmed,
        language=given.language, salt=new_salt(), asked=at,
    )  # fmt: skip


def _just_entered(event: Event, given: Given, at: datetime) -> Registration | None:
    return event.registrations.filter(
        entered=True, email="", name=given.name, organisation=given.organisation, state__in=COMING,
        asked__gt=at - _TWICE,
    ).first()  # fmt: skip


def _held(registration: Registration) -> tuple[Desk, Registration]:
    desk = locked(registration.event)
    return desk, Registration.objects.select_related("event", "code").get(pk=registration.pk)


def _change(row: Registration, to: str, **fields: object) -> bool:
    """The change of a row whose desk is held. False where the state does not follow."""
    if to not in AFTER[row.state]:
        return False
    return bool(Registration.objects.filter(pk=row.pk, state=row.state).update(state=to, **fields))


@transaction.atomic
def _decide(registration: Registration, before: tuple[str, ...], to: str, by: Person, reason: str) -> bool:
    desk, row = _held(registration)
    if row.state not in before or not _change(row, to, by=by, why=reason.strip()[:300]):
        return False
    seat(desk)
    ask_for_work("registrations.tell", event=row.event_id)
    return True


@transaction.atomic
def _end(registration: Registration, to: str) -> bool:
    desk, row = _held(registration)
    if row.state in ENDED or not _change(row, to, ended=timezone.now(), **erasing.NOTHING):
        return False
    erasing.erase_around(row)
    if seat(desk):
        ask_for_work("registrations.tell", event=row.event_id)
    return True


def _crowded(row: Registration, at: datetime) -> bool:
    """Whether so many of this person's network got places by themselves that an organiser must look."""
    alike = Registration.objects.filter(event=row.event_id, network=row.network, confirmed__gt=at - HOUR)
    return bool(row.network) and alike.count() >= _MOST_PLACES_OF_A_NETWORK


def rows_of(event: Event) -> QuerySet[Registration]:
    """Those whose button was pressed and who did not withdraw, in turn."""
    return event.registrations.exclude(state__in=(ASKED, *ENDED)).order_by("turn", "pk")
