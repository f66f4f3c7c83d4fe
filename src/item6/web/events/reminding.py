"""Reminders of what is to be done before an event: by mail, once before a task's day and once after it."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from item6.events.tasks import Due, name_of, reminders
from item6.web.audit.noting import CHANGED, note
from item6.web.events.models import Event, Reminder
from item6.web.events.states import WITHDRAWN
from item6.web.events.wording import task_words
from item6.web.people.models import Membership, Person
from item6.web.work.kinds import kind

REMINDED = "event-reminded"
_LOOKED_AT = timedelta(days=90)
"""How long after it an event's tasks, such as its report, are called for."""


@kind("events.remind", every=timedelta(hours=1))
def remind_due() -> None:
    """Sends what is due."""
    now = timezone.now()
    rows = Event.objects.filter(begins__gte=now - _LOOKED_AT, coalition__closed=None).exclude(state=WITHDRAWN)
    for event in rows.order_by("pk"):
        remind(event=event, now=now)


@transaction.atomic
def remind(*, event: Event, now: datetime) -> int:
    """Writes one mail to each person who sees to a task that is soon due or late, and keeps that they were reminded.

    Tasks of nobody, or of somebody who has left, go to the coordinators and owners. Returns how many mails there are.
    """
    Event.objects.select_for_update().get(pk=event.pk)
    fresh = [due for due in reminders(event.whole(), now) if _is_new(event, due)]
    by_person: dict[int, list[Due]] = defaultdict(list)
    members = dict(Membership.objects.filter(coalition=event.coalition_id, person__is_active=True)
                   .values_list("person", "role"))  # fmt: skip
    leading = [person for person, role in members.items() if role in ("coordinator", "owner")]
    for due in fresh:
        for person in [due.task.person] if due.task.person in members else leading:
            by_person[person or 0].append(due)
    for each in Person.objects.filter(pk__in=by_person):
        _send(event, each, by_person[each.pk])
    if fresh:
        note(CHANGED, REMINDED, person=None, coalition=event.coalition_id, object=f"event {event.pk}: {len(fresh)}")
    return len(by_person)


def _is_new(event: Event, due: Due) -> bool:
    assert due.at is not None  # what has no date is not called for
    _, made = Reminder.objects.get_or_create(
        event=event, task=name_of(due.task)[:200], late=due.late, due=due.at
    )  # fmt: skip
    return made


def _send(event: Event, person: Person, dues: list[Due]) -> None:
    page = reverse("event", kwargs={"coalition": event.coalition.slug, "number": event.pk})
    with translation.override(person.language or settings.LANGUAGE_CODE):
        words = {
            "title": event.public().title, "page": settings.SERVER.address.rstrip("/") + page,
            "tasks": [(task_words(due.task), due.at, due.late) for due in dues],
        }  # fmt: skip
        subject, _, body = render_to_string("events/mail/reminder.txt", words).strip().partition("\n")
    send_mail(" ".join(subject.split()), body.strip() + "\n", settings.DEFAULT_FROM_EMAIL, [person.email])
