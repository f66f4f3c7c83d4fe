"""Registrations as they are stored. Every change of one goes through `item6.web.registrations.registering`."""

from __future__ import annotations

from django.db import models

from item6.events.attending import AFTER, ASKED, ROOM, WAYS
from item6.web.events.models import Event
from item6.web.people.models import Person

WANTED, SHOWN, LEFT_OUT, PUT = QUESTION_STATES = ("wanted", "shown", "left out", "put")
"""Of a question to the panel: sent, shown to those who are registered, not shown, put to the panel."""


def _chosen(values: object) -> list[tuple[str, str]]:
    return [(value, value) for value in values]  # type: ignore[attr-defined]  # any collection of names


class Desk(models.Model):
    """How people register for an event. Whoever gives places or turns holds this row until it is done.

    turns: how many were given; the last one's number. questions: what the organisers ask, as `asking.Question`.
    by_code: whether nobody registers without an invitation code. asking: whether questions to the panel are taken.
    kept: what is known of those who came after all else was erased: numbers.
    """

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="desk")
    turns = models.PositiveIntegerField(default=0)
    questions = models.JSONField(default=list)
    by_code = models.BooleanField(default=False)
    asking = models.BooleanField(default=True)
    kept = models.JSONField(null=True)
    purged = models.DateTimeField(null=True)


class Code(models.Model):
    """An invitation code. Who registers with one needs no approval. most: how many can use it; null: no limit."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="codes")
    words = models.CharField(max_length=40)
    label = models.CharField(max_length=200, blank=True)
    most = models.PositiveIntegerField(null=True)
    ended = models.DateTimeField(null=True)
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        """A code opens one event's door."""

        constraints = (models.UniqueConstraint(fields=["event", "words"], name="one_code_of_these_words"),)


class Registration(models.Model):
    """Somebody who wants to come, from the form to the door. `salt` makes the links in their mails.

    turn: when the button was pressed, in order; null before. network: the prefix of the address it came from.
    unfilmed: does not want to be filmed. told_...: the state, and the number of the event's calendar entry, that
    they were told last. attended: when they were let in. entered: by an organiser, not by the form.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="registrations")
    state = models.CharField(max_length=10, default=ASKED, choices=_chosen(AFTER))
    way = models.CharField(max_length=6, default=ROOM, choices=_chosen(WAYS))
    turn = models.PositiveIntegerField(null=True)
    name = models.CharField(max_length=200)
    organisation = models.CharField(max_length=300, blank=True)
    post = models.CharField(max_length=200, blank=True)
    country = models.CharField(max_length=120, blank=True)
    email = models.EmailField(max_length=254, blank=True)
    answers = models.JSONField(default=dict)
    unfilmed = models.BooleanField(default=False)
    code = models.ForeignKey(Code, on_delete=models.SET_NULL, null=True, related_name="registrations")
    language = models.CharField(max_length=8, default="en")
    salt = models.CharField(max_length=32)
    network = models.CharField(max_length=50, blank=True)
    mails = models.PositiveSmallIntegerField(default=0)
    mailed = models.DateTimeField(null=True)
    asked = models.DateTimeField()
    confirmed = models.DateTimeField(null=True)
    ended = models.DateTimeField(null=True)
    told_state = models.CharField(max_length=10, blank=True)
    told_sequence = models.PositiveIntegerField(default=0)
    attended = models.DateTimeField(null=True)
    entered = models.BooleanField(default=False)
    why = models.CharField(max_length=300, blank=True)  # of the last decision, by a person
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        """An address registers once for an event; lists are read by state, the waiting list by turn."""

        constraints = (
            models.UniqueConstraint(
                fields=["event", "email"], condition=~models.Q(email=""), name="one_registration_of_an_address"
            ),
            models.UniqueConstraint(fields=["event", "turn"], name="one_registration_of_a_turn"),
        )
        indexes = (
            models.Index(fields=["event", "state", "way", "turn"], name="registrations_in_turn"),
            models.Index(fields=["event", "network", "asked"], name="registrations_by_network"),
        )


class PanelQuestion(models.Model):
    """A question to the panel, by somebody who is registered. named: whether their name may be said with it."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="panel_questions")
    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="panel_questions")
    words = models.CharField(max_length=1000)
    named = models.BooleanField(default=False)
    state = models.CharField(max_length=10, default=WANTED, choices=_chosen(QUESTION_STATES))
    sent = models.DateTimeField(auto_now_add=True)


class GuestSheet(models.Model):
    """A spreadsheet of people that was read and not taken in: what each of its rows says. Removed after a day."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="guest_sheets")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    file = models.CharField(max_length=200)
    lines = models.JSONField()
    made = models.DateTimeField(auto_now_add=True)
