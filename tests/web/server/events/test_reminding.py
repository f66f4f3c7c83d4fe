"""Reminders: each once, to whom they concern, in one transaction with what says that they were sent."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.core.mail import EmailMessage
from events_for_tests import LEGAL_NAME
from people_for_tests import member

from item6.events.nouns import Task
from item6.web.events import writing
from item6.web.events.models import Event, Reminder
from item6.web.events.reminding import remind
from item6.web.people.models import Coalition, Membership

DUE = datetime(2027, 3, 12, 14, tzinfo=UTC)
"""A day and an hour before the guest list is due."""


def test_each_reminder_goes_once_to_who_sees_to_it(
    draft: Event, coalition: Coalition, sent: list[EmailMessage]
) -> None:
    leading, editor = member(coalition, "coordinator"), member(coalition, "editor")
    reader = member(coalition, "reader")
    tasks = (Task("guest list", hours=48, person=editor.pk), Task("", "Order tea", 48), Task("", "Sweep", 48, 999))
    row = writing.edit(event=draft, edition=1, fields={"tasks": tasks, "title": f"With {LEGAL_NAME}"})
    assert remind(event=row, now=datetime(2027, 3, 1, tzinfo=UTC)) == 0
    assert remind(event=row, now=DUE) == 2
    assert remind(event=row, now=DUE) == 0
    said = {mail.to[0]: mail.body for mail in sent}
    assert set(said) == {leading.email, editor.email} and reader.email not in said
    assert "Guest list" in said[editor.email] and "Order tea" not in said[editor.email]
    assert "Order tea" in said[leading.email] and "Sweep" in said[leading.email]
    assert f"/c/ruritania/events/{row.pk}" in said[leading.email]
    assert not any(LEGAL_NAME in mail.body + mail.subject for mail in sent)
    assert remind(event=row, now=datetime(2027, 3, 13, 14, tzinfo=UTC)) == 2  # late
    assert "was due on 2027-03-13" in sent[-1].body
    Membership.objects.filter(person=editor).delete()
    row = writing.edit(event=row, edition=row.edition, fields={"day": "2027-03-22"})
    assert remind(event=row, now=datetime(2027, 3, 19, 14, tzinfo=UTC)) == 1  # the new date is called for anew
    assert (len(sent), sent[-1].to) == (5, [leading.email])


def test_a_mail_that_cannot_be_written_leaves_the_reminder_to_be_sent(
    draft: Event, coalition: Coalition, monkeypatch: pytest.MonkeyPatch
) -> None:
    member(coalition, "owner")

    def broken(self: EmailMessage, fail_silently: bool = False) -> int:
        raise OSError("full")

    monkeypatch.setattr(EmailMessage, "send", broken)
    with pytest.raises(OSError, match="full"):
        remind(event=draft, now=DUE)
    assert Reminder.objects.count() == 0
