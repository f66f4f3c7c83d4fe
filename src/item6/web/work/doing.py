"""Doing what is due: a task is taken by compare-and-swap, so that of several processes one has it.

Who took a task holds it for a time. What a process that died was holding is taken again after that; what fails is
tried again after pauses that grow, and is dead after the last try, which `item6 doctor --server` says and `item6 tasks`
has tried again.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from item6.web.work.kinds import KINDS, Kind
from item6.web.work.models import Task

MOST_TRIES = 8
PAUSES = tuple(timedelta(seconds=n) for n in (10, 60, 300, 1800, 7200, 21600, 43200))
_LOOKED_AT = 20

log = logging.getLogger("item6.work")


class LostHold(Exception):
    """Another process holds the task by now; what was done is taken back."""


def take(holder: str, now: datetime | None = None) -> Task | None:
    """Takes one task that is due; None where there is none. holder: a name that no other process has."""
    now = now or timezone.now()
    free = Q(held_until=None) | Q(held_until__lt=now)
    for task in Task.objects.filter(free, due__lte=now, dead=None, kind__in=KINDS).order_by("due", "id")[:_LOOKED_AT]:
        seen = Task.objects.filter(free, pk=task.pk, holder=task.holder, tries=task.tries, due=task.due, dead=None)
        if task.tries >= MOST_TRIES:  # each process that held it died of it
            seen.update(dead=now, why=task.why or "the process ended")
            continue
        until = now + KINDS[task.kind].lease
        if seen.update(holder=holder, held_until=until, tries=task.tries + 1):
            task.holder, task.held_until, task.tries = holder, until, task.tries + 1
            return task
    return None


def do_one(holder: str) -> bool:
    """Does one task that is due; whether there was one. Its failure is written into the table and the log."""
    task = take(holder)
    if task is None:
        return False
    kind = KINDS[task.kind]
    try:
        if kind.whole:
            with transaction.atomic():
                kind.act(**task.arguments)
                _end(task, kind)
        else:
            kind.act(**task.arguments)
            _end(task, kind)
    except LostHold:
        log.error("task %s %d took longer than its time, and was left to another process", task.kind, task.pk)
    except Exception as error:
        _put_back(task, error)
    return True


def _end(task: Task, kind: Kind) -> None:
    """Removes the task, or says when it is due again. LostHold where it is not ours any more."""
    held = Task.objects.filter(pk=task.pk, holder=task.holder, tries=task.tries)
    if kind.every:
        due = timezone.now() + kind.every
        ours = held.update(due=due, tries=0, holder="", held_until=None, why="")
    else:
        ours, _ = held.delete()
    if not ours:
        raise LostHold


def _put_back(task: Task, error: Exception) -> None:
    now, why = timezone.now(), type(error).__name__
    last = task.tries >= MOST_TRIES
    due = now + PAUSES[min(task.tries, len(PAUSES)) - 1]
    Task.objects.filter(pk=task.pk, holder=task.holder, tries=task.tries).update(
        due=due, holder="", held_until=None, dead=now if last else None, why=why[:100]
    )
    then = "it is given up; see item6 tasks list" if last else f"again at {due:%Y-%m-%d %H:%M} UTC"
    log.error("task %s %d failed (%s): %s", task.kind, task.pk, why, then)


def plan_regular() -> None:
    """Writes what is done regularly, where it does not stand yet; what was dead has another chance."""
    now = timezone.now()
    for kind in KINDS.values():
        if kind.every is None:
            continue
        try:
            with transaction.atomic():
                _, new = Task.objects.get_or_create(key=kind.name, defaults={"kind": kind.name, "due": now})
        except IntegrityError:  # another process wrote it at this moment
            continue
        if not new:
            Task.objects.filter(key=kind.name).exclude(dead=None).update(dead=None, tries=0, due=now)
