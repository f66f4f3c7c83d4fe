"""What the server keeps of tries to get in."""

from __future__ import annotations

from django.db import models


class Spent(models.Model):
    """How far a budget of tries is spent. `name` is a keyed hash: neither addresses nor networks are kept."""

    name = models.CharField(max_length=64, primary_key=True)
    until = models.FloatField(db_index=True)  # seconds of the epoch; from then on the budget is whole again
