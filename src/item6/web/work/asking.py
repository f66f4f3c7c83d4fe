"""Asking for work: in the transaction of the change that wants it, so that neither is there without the other."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from item6.web.work.kinds import KINDS
from item6.web.work.models import Task

Argument = str | int | bool | None


def ask(kind: str, *, due: datetime | None = None, **arguments: Argument) -> None:
    """Writes a task. kind: one that is named. arguments: names and numbers; never words that people wrote.

    KeyError for a kind that nobody named.
    """
    Task.objects.create(kind=KINDS[kind].name, arguments=arguments, due=due or timezone.now())
