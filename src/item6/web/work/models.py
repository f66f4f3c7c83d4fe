"""What is to be done behind the pages, and who is there to do it."""

from __future__ import annotations

from django.db import models


class Task(models.Model):
    """Something to be done once. What is done is gone from the table; what failed too often stays, as dead."""

    kind = models.CharField(max_length=60)
    arguments = models.JSONField(default=dict)  # names and numbers, never words that people wrote
    key = models.CharField(max_length=120, null=True, unique=True)  # of what may stand here only once
    due = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    holder = models.CharField(max_length=32, blank=True)  # who is at it, until held_until
    held_until = models.DateTimeField(null=True)
    dead = models.DateTimeField(null=True)
    why = models.CharField(max_length=100, blank=True)  # the name of the last error; never its words

    class Meta:
        """Asked for by when it is due."""

        indexes = (models.Index(fields=["due"], name="work_by_due"),)


class Worker(models.Model):
    """A background process that lives, or lived: `seen` is renewed while it does."""

    name = models.CharField(max_length=120, primary_key=True)
    begun = models.DateTimeField()
    seen = models.DateTimeField()
