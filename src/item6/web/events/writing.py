"""Changes of a side event: the only door. Each names what it writes; views only call them."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from item6.events.file import to_json
from item6.events.nouns import CANCELLED, POSTPONED, RESCHEDULED, SCHEDULED
from item6.events.nouns import Event as File
from item6.events.readiness import Problem, approved_words, problems
from item6.events.tasks import APPROVAL, name_of
from item6.events.templates import follow_up_of
from item6.events.times import NoTime, begins, ends
from item6.web.events.models import Event
from item6.web.events.states import NEXT, PUBLISHED, WITHDRAWN
from item6.web.events.telling import change_between, tell
from item6.web.people.models import Coalition

COLUMNS = ("admission", "room_places", "online_places", "registration_closes", "purge")
"""What is kept of an event outside its file, and edited."""

_KEPT = timedelta(days=60)
"""Setting: how long after the event what registrants gave is kept, unless a day is chosen."""


class NotNow(ValueError):
    """A change that the state of the event does not allow; the text says why and what to do."""


class NotReady(NotNow):
    """The event cannot be published yet. problems: what blocks it."""

    def __init__(self, found: list[Problem]) -> None:
        super().__init__(" ".join(each.sentence for each in found))
        self.problems = found


class Behind(ValueError):
    """Somebody else saved a newer edition meanwhile; nothing was written."""


def begin(*, coalition: Coalition, file: File, follows: Event | None = None) -> Event:
    """Writes a new draft. follows: the event out of which it comes."""
    address = secrets.token_urlsafe(12)
    row = Event(coalition=coalition, address=address, uid=f"{address}@item6", follows=follows)
    _fill(row, file)
    row.purge = _purge_of(row)
    row.save()
    return row


def edit(
    *, event: Event, edition: int, fields: Mapping[str, Any] | None = None, columns: Mapping[str, Any] | None = None
) -> Event:
    """Writes fields of the event file, the link to join among them, and columns.

    Those who come to a published event are told what changed. edition: the one that was edited; Behind where it is no
    longer the last. NotReady where a published event could not stay so.
    """
    unknown = set(columns or ()) - set(COLUMNS)
    assert not unknown, unknown
    with transaction.atomic():
        row = Event.objects.select_for_update().get(pk=event.pk)
        if row.edition != edition:
            raise Behind("somebody saved this event meanwhile")
        before, after = row.with_link(), replace(row.with_link(), **dict(fields or {}))
        for name, value in (columns or {}).items():
            setattr(row, name, value)
        if row.state == PUBLISHED:
            after = _restated(before, after)
        _save(row, before, after)
    return row


def change_status(*, event: Event, edition: int, status: str, notice: str, fields: Mapping[str, Any]) -> Event:
    """Moves, postpones, cancels an event, takes it online, or says that it takes place after all.

    notice: what is said of it on its page and in mails. fields: its new time and place. Where it moved, the time it had
    is kept as `former`.
    """
    return edit(event=event, edition=edition, fields={**fields, "status": status, "notice": notice})


def _restated(before: File, after: File) -> File:
    """The status that follows where day or time of a published event were changed."""
    was, now = _begins(before), _begins(after)
    if was == now or now is None or after.status in (CANCELLED, POSTPONED):
        return after
    status = RESCHEDULED if after.status in (SCHEDULED, RESCHEDULED) else after.status
    return replace(after, status=status, former=was.isoformat().replace("+00:00", "Z") if was else after.former)


def publish(*, event: Event) -> Event:
    """Shows the event's page to everybody. NotReady while something keeps it from that."""
    with transaction.atomic():
        row = _held(event, PUBLISHED)
        found = [each for each in problems(row.with_link()) if each.blocks]
        if found:
            raise NotReady(found)
        row.state, row.published, row.edition = PUBLISHED, row.published or timezone.now(), row.edition + 1
        row.purge = row.purge or _purge_of(row)
        row.save()
    return row


def withdraw(*, event: Event) -> Event:
    """Takes the page down; registrations stay."""
    with transaction.atomic():
        row = _held(event, WITHDRAWN)
        row.state, row.edition = WITHDRAWN, row.edition + 1
        row.save()
    return row


def done(*, event: Event, task: str, on: date | None) -> Event:
    """Says that a task was done on a day, or with None that it is open. KeyError for one that the event has not.

    With the approval of the ECOSOC NGO goes the hash of what it approved: later changes need it again.
    """
    with transaction.atomic():
        row = Event.objects.select_for_update().get(pk=event.pk)
        file = row.whole()
        if task not in map(name_of, file.tasks):
            raise KeyError(task)
        written = on.isoformat() if on else ""
        tasks = tuple(replace(each, done=written) if name_of(each) == task else each for each in file.tasks)
        file = replace(file, tasks=tasks)
        if task == APPROVAL:
            file = replace(file, approved=approved_words(file) if on else "")
        row.file, row.edition = to_json(file), row.edition + 1
        row.save(update_fields=["file", "edition", "changed"])
    return row


def follow_up(*, event: Event, title: str) -> Event:
    """Begins the draft of the event that follows; the event's own page names it once it is published."""
    return begin(coalition=event.coalition, file=replace(follow_up_of(event.whole()), title=title), follows=event)


def remove(*, event: Event) -> None:
    """Removes a draft for good, with all that hangs on it. NotNow where its page was ever published."""
    with transaction.atomic():
        row = Event.objects.select_for_update().get(pk=event.pk)
        if row.published:
            raise NotNow(gettext("Only what was never published can be removed. Take the page down instead."))
        row.delete()


def _held(event: Event, to: str) -> Event:
    row = Event.objects.select_for_update().get(pk=event.pk)
    if to not in NEXT[row.state]:
        raise NotNow(gettext("The event is in another state by now: look at its page again."))
    return row


def _save(row: Event, before: File, after: File) -> None:
    if row.state == PUBLISHED:
        found = [each for each in problems(after) if each.blocks and each.code != "approval"]
        if found:
            raise NotReady(found)
    change = change_between(before, after)
    _fill(row, after)
    row.edition += 1
    if change and row.published:
        row.sequence += 1
    row.save()
    if change and row.state == PUBLISHED:
        tell(row, change)


def _fill(row: Event, file: File) -> None:
    row.file, row.join_link, row.title = to_json(file), file.join_link, file.title[:300]
    row.begins = _begins(file)
    row.ends = ends(file) if row.begins else None


def _begins(file: File) -> Any:
    try:
        begins(file)
        ends(file)
    except NoTime:
        return None
    return begins(file)


def _purge_of(row: Event) -> date | None:
    last = row.ends or row.begins
    return (last + _KEPT).date() if last else None
