"""The audit log: one line for each thing seen, changed or exported, without what it contains."""

from __future__ import annotations

from django.db import models

from item6.web.people.models import Coalition, Person


class Entry(models.Model):
    """Who did what to which object, when. Lines are added and never changed."""

    at = models.DateTimeField(auto_now_add=True)
    coalition = models.ForeignKey(Coalition, on_delete=models.CASCADE, null=True, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    did = models.CharField(max_length=12)  # saw, changed, exported, refused, entered
    what = models.CharField(max_length=60)  # the name of the route, or of the act
    object = models.CharField(max_length=120, blank=True)  # the object's name in addresses; never its words
    status = models.PositiveSmallIntegerField(default=0)  # of the answer

    class Meta:
        """Read by coalition, the last first."""

        indexes = (models.Index(fields=["coalition", "-id"], name="audit_by_coalition"),)
