"""Keys of programs, and what is left of the requests that they may make."""

from __future__ import annotations

from django.db import models

from item6.web.people.models import Coalition, Person


class Key(models.Model):
    """A key with which a person's programs read the record of one coalition, as long as the person may.

    The role is that of the person at the time of use; nothing of it is kept here.
    """

    name = models.CharField(max_length=80)
    secret = models.CharField(max_length=64, unique=True)  # SHA-256, hex: a copy of this table opens no door
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    coalition = models.ForeignKey(Coalition, on_delete=models.CASCADE, related_name="+")
    scopes = models.CharField(max_length=40, default="read")
    made = models.DateTimeField(auto_now_add=True)
    used = models.DateTimeField(null=True, blank=True)  # to the hour
    until = models.DateTimeField()
    withdrawn = models.DateTimeField(null=True, blank=True)


class Allowance(models.Model):
    """What is left of the requests that a key, or a person in the browser, may make at once."""

    name = models.CharField(max_length=40, primary_key=True)  # `key 5`, `person 7`
    tokens = models.FloatField()
    at = models.FloatField()  # seconds since 1970, when `tokens` was so
