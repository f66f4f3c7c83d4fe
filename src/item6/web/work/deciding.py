"""What a person sees of the work behind the pages, and decides on tasks that were given up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils import timezone

from item6.web.work.models import Task

Row = Mapping[str, str | int]
WAITS, DOING, GIVEN_UP = "waits", "doing", "given up"
"""States of a task, as the list says them."""


def listed(*, everything: bool = False) -> Sequence[Row]:
    """Tasks that were given up, the first first; with everything also those that wait or are being done.

    Each with its number, kind, state, when it is due or was given up (UTC), tries, and the name of its last error.
    """
    now = timezone.now()
    found = Task.objects.order_by("id")
    if not everything:
        found = found.exclude(dead=None)
    rows: list[Row] = []
    for task in found:
        held = task.held_until is not None and task.held_until > now
        state = GIVEN_UP if task.dead else DOING if held else WAITS
        rows.append({
            "number": task.pk, "kind": task.kind, "state": state,
            "when": f"{task.dead or task.due:%Y-%m-%d %H:%M}", "tries": task.tries, "why": task.why,
        })  # fmt: skip
    return rows


def try_again(number: int | None = None) -> int:
    """Has a task that was given up tried again, from now on with all its tries; all of them without a number.

    How many there were: 0 where there is none of that number that was given up.
    """
    found = Task.objects.exclude(dead=None)
    if number is not None:
        found = found.filter(pk=number)
    return found.update(dead=None, due=timezone.now(), tries=0, holder="", held_until=None)
