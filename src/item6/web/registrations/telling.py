"""Mails to those who register: each state, and each change of time or room, is told once.

What somebody was told last stands in their row and is written together with the mail: a process that dies tells either
both or neither, and one that looks again finds nothing left to tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from item6.events.attending import APPLIED, COMING, DECLINED, ONLINE, PLACED, WAITING, mail_due, takes_online
from item6.events.calendar_file import place_of
from item6.events.nouns import CANCELLED, POSTPONED, in_language
from item6.events.public import PublicEvent
from item6.events.times import NoTime
from item6.web.events import papers
from item6.web.events.models import Event
from item6.web.events.states import DRAFT
from item6.web.events.telling import Change, listen
from item6.web.public.mails import Attached, send
from item6.web.registrations import seating
from item6.web.registrations.links import CONFIRM, MINE, about, address_of
from item6.web.registrations.models import Registration
from item6.web.registrations.wording import moment_words
from item6.web.work.asking import ask as ask_for_work
from item6.web.work.kinds import kind

_LATER, _EVERY = timedelta(minutes=2), timedelta(minutes=5)
_TOLD = (*COMING, DECLINED)


@dataclass(frozen=True)
class News:
    """What mails say of an event, made once for everybody. calendar: its entry, without the link to join."""

    event: Event
    file: PublicEvent
    calendar: tuple[Attached, ...]


def news_of(event: Event) -> News:
    """The event as it is told now."""
    file = event.public()
    return News(event, file, _calendar(event, file))


def ask_to_confirm(row: Registration) -> None:
    """Sends the link behind which the button is, and the one of their own page."""
    _send(row, news_of(row.event).file, "confirm", confirm=address_of(row, CONFIRM))


def send_page(row: Registration) -> None:
    """Sends somebody who registers again the link of their own page."""
    _send(row, news_of(row.event).file, "page")


@transaction.atomic
def tell(row: Registration, news: News) -> str:
    """Mails what somebody is due, and notes that they were told; one of MAILS, or empty for none."""
    event, file = news.event, news.file
    seen = Registration.objects.filter(
        pk=row.pk, state=row.state, told_state=row.told_state, told_sequence=row.told_sequence
    )
    due = mail_due(row.state, event.sequence, told_state=row.told_state, told_sequence=row.told_sequence)
    if not seen.update(told_state=row.state, told_sequence=max(event.sequence, row.told_sequence)):
        return ""  # another process tells them, or they are something else by now
    if not due or not row.email:
        return ""
    attached = news.calendar if row.state == PLACED else ()
    _send(
        row, file, due, attached, calendar=bool(attached), cancelled=file.status == CANCELLED,
        postponed=file.status == POSTPONED, starts=moment_words(event, file, row.language), where=place_of(file),
        online=row.way == ONLINE or takes_online(file.format, file.status), waiting=row.state == WAITING,
        applied=row.state == APPLIED, entered=row.entered, coalition=event.coalition.name,
    )  # fmt: skip
    return due


def calendar_of(event: Event, state: str) -> tuple[Attached, ...]:
    """The calendar entry for who has a place, without the link to join; none where the time is not known."""
    return news_of(event).calendar if state == PLACED else ()


def due(event: Event) -> list[int]:
    """The numbers of those of an event who may be due a mail."""
    rows = event.registrations.filter(state__in=_TOLD)
    return list(
        rows.filter(~Q(told_state=F("state")) | Q(told_sequence__lt=event.sequence)).values_list("pk", flat=True)
    )


@kind("registrations.tell", whole=False, lease=timedelta(minutes=30))
def tell_all(event: int) -> None:
    """Tells everybody of an event what they are due. May be begun again: who was told is not told twice."""
    found = Event.objects.select_related("coalition").filter(pk=event).first()
    if found is None or found.state == DRAFT:
        return
    seating.follow(found)
    news = news_of(found)
    for number in due(found):
        row = Registration.objects.filter(pk=number).first()
        if row is not None:
            tell(row, news)


@listen
def hear(event: Event, change: Change) -> None:
    """Has everybody told of a change, a little later: somebody who moves an event often corrects it at once."""
    ask_for_work("registrations.tell", due=timezone.now() + _LATER, event=event.pk)


@kind("registrations.look", whole=False, every=_EVERY)
def look() -> None:
    """Looks which events have people who were not told, or places for those who wait, and has their people told."""
    rows = Registration.objects.filter(state__in=_TOLD, event__coalition__closed=None).exclude(event__state=DRAFT)
    told = rows.filter(~Q(told_state=F("state")) | Q(told_sequence__lt=F("event__sequence")))
    due_now = set(told.exclude(state=DECLINED, told_state=DECLINED).values_list("event", flat=True))
    waiting = set(rows.filter(state=WAITING).values_list("event", flat=True))
    for event in Event.objects.filter(pk__in=due_now | waiting).order_by("pk"):
        if event.pk in due_now or seating.follow(event):
            ask_for_work("registrations.tell", event=event.pk)


def _send(
    row: Registration, file: PublicEvent, name: str, attached: tuple[Attached, ...] = (), **words: object
) -> None:
    words |= {"title": in_language(file, row.language).title, "mine": address_of(row, MINE)}
    send(row.email, f"registrations/mail/{name}.txt", row.language, words, about=about(row.pk), attached=attached)


def _calendar(event: Event, file: PublicEvent) -> tuple[Attached, ...]:
    try:
        made = papers.calendar(event)
    except NoTime:
        return ()
    method = "CANCEL" if file.status == CANCELLED else "PUBLISH"
    return (Attached("event.ics", made, f"text/calendar; charset=utf-8; method={method}"),)
