"""Mails to those who register: each state, and each change of time or room, is told once.

What somebody was told last stands in their row and is written together with the mail: a process that dies tells either
both or neither, and one that looks again finds nothing left to tell.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from item6.events.attending import (
    APPLIED,
    COMING,
    DECLINED,
    MAILS,
    PLACED,
    TOLD_DECLINED,
    WAITING,
    mail_due,
    ways_of,
)
from item6.events.calendar_file import calendar_file, place_of
from item6.events.nouns import CANCELLED, POSTPONED
from item6.events.times import NoTime
from item6.web.events.models import Event
from item6.web.events.states import DRAFT
from item6.web.public.mails import Attached, send
from item6.web.registrations import registering
from item6.web.registrations.links import CONFIRM, MINE, about, address_of
from item6.web.registrations.models import Registration
from item6.web.registrations.wording import moment_words, title_of
from item6.web.work.asking import ask as ask_for_work
from item6.web.work.kinds import kind

_EVERY = timedelta(minutes=2)
_TOLD = (*COMING, DECLINED)


def ask_to_confirm(row: Registration) -> None:
    """Sends the link behind which the button is, and the one of their own page."""
    _send(row, "confirm", confirm=address_of(row, CONFIRM))


def send_page(row: Registration) -> None:
    """Sends somebody who registers again the link of their own page."""
    _send(row, "page")


@transaction.atomic
def tell(row: Registration, event: Event) -> str:
    """Mails what somebody is due, and notes that they were told; one of MAILS, or empty for none."""
    seen = Registration.objects.filter(
        pk=row.pk, state=row.state, told_state=row.told_state, told_sequence=row.told_sequence
    )
    due = mail_due(row.state, event.sequence, told_state=row.told_state, told_sequence=row.told_sequence)
    if not seen.update(told_state=row.state, told_sequence=max(event.sequence, row.told_sequence)):
        return ""  # another process tells them, or they are something else by now
    if not due or not row.email:
        return ""
    assert due in MAILS
    file = event.public()
    attached = () if due == TOLD_DECLINED else calendar_of(event, row.state)
    _send(
        row, due, attached=attached, calendar=bool(attached), cancelled=file.status == CANCELLED,
        postponed=file.status == POSTPONED, starts=moment_words(event, row.language), where=place_of(file),
        online=row.way not in ways_of(file.format, file.status) or row.way == "online", waiting=row.state == WAITING,
        applied=row.state == APPLIED, entered=row.entered, coalition=event.coalition.name,
    )  # fmt: skip
    return due


def calendar_of(event: Event, state: str) -> tuple[Attached, ...]:
    """The calendar entry for those who have a place, without the link to join; none where the time is not known."""
    if state != PLACED:
        return ()
    try:
        made = calendar_file(event.public(), stamp=_stamp(event), uid=event.uid, sequence=event.sequence)
    except NoTime:
        return ()
    method = "CANCEL" if event.public().status == CANCELLED else "PUBLISH"
    return (Attached("event.ics", made, f"text/calendar; charset=utf-8; method={method}"),)


def due(event: Event) -> list[int]:
    """The numbers of those of an event who may be due a mail."""
    rows = event.registrations.filter(state__in=_TOLD)
    return list(rows.filter(~Q(told_state=F("state")) | Q(told_sequence__lt=event.sequence)).values_list("pk", flat=True))


@kind("registrations.tell", whole=False, lease=timedelta(minutes=30))
def tell_all(event: int) -> None:
    """Tells everybody of an event what they are due. May be begun again: who was told is not told twice."""
    found = Event.objects.select_related("coalition").filter(pk=event).first()
    if found is None or found.state == DRAFT:
        return
    registering.follow(found)
    for number in due(found):
        row = Registration.objects.filter(pk=number).first()
        if row is not None:
            tell(row, found)


@kind("registrations.look", whole=False, every=_EVERY)
def look() -> None:
    """Looks which events have changed, or have places for those who wait, and has their people told.

    Changes that follow each other within this time are told as one.
    """
    rows = Registration.objects.filter(state__in=_TOLD).exclude(event__state=DRAFT)
    told = rows.filter(~Q(told_state=F("state")) | Q(told_sequence__lt=F("event__sequence")))
    due_now = set(told.exclude(state=DECLINED, told_state=DECLINED).values_list("event", flat=True))
    waiting = set(rows.filter(state=WAITING).values_list("event", flat=True))
    for event in Event.objects.filter(pk__in=due_now | waiting).order_by("pk"):
        if event.pk in due_now or registering.follow(event):
            ask_for_work("registrations.tell", event=event.pk)


def _send(row: Registration, name: str, *, attached: tuple[Attached, ...] = (), **words: object) -> None:
    send(
        row.email, f"registrations/mail/{name}.txt", row.language, about=about(row.pk), attached=attached,
        title=title_of(row.event, row.language), mine=address_of(row, MINE), **words,
    )  # fmt: skip


def _stamp(event: Event) -> datetime:
    return event.changed or timezone.now()
