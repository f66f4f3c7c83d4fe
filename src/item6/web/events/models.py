"""Side events as they are stored. Every change goes through `item6.web.events.writing`."""

from __future__ import annotations

from dataclasses import replace

from django.db import models

from item6.events import nouns
from item6.events.file import from_json
from item6.events.public import PublicEvent, public
from item6.web.events.states import ADMISSIONS, DRAFT, OPEN, STATES
from item6.web.people.models import Coalition, Person


def _chosen(values: object) -> list[tuple[str, str]]:
    return [(value, value) for value in values]  # type: ignore[attr-defined]  # any collection of names


class Event(models.Model):
    """A side event. `address` is its name on public pages, which cannot be guessed. `file`: `item6.events.file`.

    `begins` and `ends` are derived from the file when it is saved. `join_link` is kept apart from the file, so that
    nothing which shows the file can show it. `sequence` rises when time, place or status of a published event change.
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.CASCADE, related_name="events")
    address = models.CharField(max_length=40, unique=True)
    title = models.CharField(max_length=300)
    state = models.CharField(max_length=10, default=DRAFT, choices=_chosen(STATES))
    file = models.JSONField(default=dict)
    begins = models.DateTimeField(null=True)
    ends = models.DateTimeField(null=True)
    uid = models.CharField(max_length=80, unique=True)
    sequence = models.PositiveIntegerField(default=0)
    join_link = models.CharField(max_length=1000, blank=True)
    admission = models.CharField(max_length=10, default=OPEN, choices=_chosen(ADMISSIONS))
    room_places = models.PositiveIntegerField(null=True)  # null: no limit
    online_places = models.PositiveIntegerField(null=True)
    registration_closes = models.DateTimeField(null=True)
    purge = models.DateField(null=True)  # on which all is erased that registrants gave
    follows = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="followed_by")
    edition = models.PositiveIntegerField(default=1)  # counts edits
    published = models.DateTimeField(null=True)
    begun = models.DateTimeField(auto_now_add=True)
    changed = models.DateTimeField(auto_now=True)

    class Meta:
        """A coalition's events are listed by day."""

        indexes = (models.Index(fields=["coalition", "state", "begins"], name="events_by_day"),)

    def __str__(self) -> str:
        return self.title

    def whole(self) -> nouns.Event:
        """The event file as its coalition keeps it, legal names and all, without the link to join."""
        return from_json(self.file)

    def with_link(self) -> nouns.Event:
        """The same with the link to join: only for people who are let in."""
        return replace(self.whole(), join_link=self.join_link)

    def public(self) -> PublicEvent:
        """What anybody may read of it."""
        return public(self.with_link())


class Reminder(models.Model):
    """That people were reminded of a task for a date. `due`: when it was to be done, as it was then."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="reminders")
    task = models.CharField(max_length=200)
    late = models.BooleanField(default=False)
    due = models.DateTimeField()
    sent = models.DateTimeField(auto_now_add=True)

    class Meta:
        """One reminder of a date before it, and one after."""

        constraints = (models.UniqueConstraint(fields=["event", "task", "late", "due"], name="reminded_once"),)


class CheckedStatement(models.Model):
    """The event's statement in the words in which its figures were checked last: these alone are published.

    `record`: against which. `claims`: how many figures it has; `differing`: how many of them differ, `reason`: why it
    is published all the same.
    """

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="checked_statement")
    text = models.TextField()
    record = models.CharField(max_length=80, blank=True)
    claims = models.PositiveIntegerField(default=0)
    differing = models.PositiveIntegerField(default=0)
    reason = models.TextField(blank=True)
    made = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
