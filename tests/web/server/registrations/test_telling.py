"""Mails to those who register: each thing is told once, calendars agree, and no mail lets anybody in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.mail import EmailMessage
from guests_for_tests import JOIN, asked, changed, come, published
from icalendar import Calendar

from item6.events.nouns import CANCELLED, MOVED_ONLINE, POSTPONED
from item6.web.events.models import Event
from item6.web.people.models import Person
from item6.web.registrations import registering, telling
from item6.web.registrations.models import Registration
from item6.web.work import kinds
from item6.web.work.models import Task

Work = Callable[[], int]


def told(sent: list[EmailMessage]) -> list[tuple[str, str]]:
    """To whom each mail went, and its subject; in order, and forgotten then."""
    found = sorted((each.to[0].partition("@")[0], each.subject) for each in sent)
    sent.clear()
    return found


def entry(mail: EmailMessage) -> dict[str, object]:
    """The one entry of a mail's calendar file, read by an independent parser."""
    name, content, kind = mail.attachments[0]
    (found,) = Calendar.from_ical(content).walk("VEVENT")
    method = Calendar.from_ical(content)["METHOD"]
    assert (name, f"method={method}" in kind) == ("event.ics", True)
    return {"uid": str(found["UID"]), "sequence": int(found["SEQUENCE"]), "begins": found["DTSTART"].dt,
            "status": str(found["STATUS"]), "method": str(method)}  # fmt: skip


def test_each_is_told_once(event: Event, coordinator: Person, sent: list[EmailMessage], work: Work) -> None:
    rows = [come(event, name) for name in ("A", "B", "C")]
    telling.look()
    work()
    assert told(sent) == [("a", "You have a place"), ("b", "You have a place"), ("c", "You are on the waiting list")]
    telling.look()
    work()
    assert told(sent) == []
    registering.withdraw(registration=rows[0])
    registering.decline(registration=rows[1], by=coordinator, reason="twice")
    work()
    assert told(sent) == [("b", "Your registration was not accepted"), ("c", "You have a place")]


def test_a_change_moves_the_same_entry(event: Event, sent: list[EmailMessage], work: Work) -> None:
    come(event, "A")
    telling.look()
    work()
    before = entry(sent.pop())
    assert (before["uid"], before["begins"], before["method"]) == (event.uid, event.begins, "PUBLISH")
    moved = changed(changed(event, start="16:00", end="17:00"), room="Room XVII")  # twice before anybody is told
    telling.look()
    telling.look()
    work()
    assert len(sent) == 1 and "Room XVII" in sent[0].body and "16:00" in sent[0].body
    after = entry(sent.pop())
    assert (after["uid"], after["begins"], after["sequence"]) == (event.uid, moved.begins, before["sequence"] + 2)
    cancelled = changed(moved, status=CANCELLED)
    telling.look()
    work()
    assert sent[0].subject == "The event is cancelled"
    last = entry(sent.pop())
    assert (last["method"], last["status"], last["sequence"]) == ("CANCEL", "CANCELLED", cancelled.sequence)


def test_the_link_to_join_is_in_no_mail(event: Event, sent: list[EmailMessage], work: Work) -> None:
    rows = [come(event, name, way) for name, way in (("A", "room"), ("B", "online"), ("C", "room"), ("D", "room"))]
    for row in rows:
        telling.ask_to_confirm(row)
        telling.send_page(row)
    for status in (POSTPONED, MOVED_ONLINE, CANCELLED):
        event = changed(event, status=status, summary=f"Join at {JOIN}", title=f"Join at {JOIN}")
        telling.look()
        work()
    whole = [each.message().as_string() + "".join(map(str, each.attachments)) for each in sent]
    assert len(whole) == 8 + 3 * 4 and not [each for each in whole if JOIN in each or "xochitl" in each]


def test_nothing_that_was_typed_is_in_the_first_mail(event: Event, sent: list[EmailMessage]) -> None:
    telling.ask_to_confirm(asked(event, "Buy gold at spam.example", "somebody@zenda.example"))
    assert "gold" not in sent[0].message().as_string()


def test_whoever_was_told_is_not_told_again_after_a_process_died(
    event: Event, sent: list[EmailMessage], work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "ABCDE":
        come(event, name)
    whole = telling.send

    def send(to: str, *given: object, **options: object) -> None:
        if to.startswith("c"):
            raise SystemExit
        whole(to, *given, **options)

    monkeypatch.setattr(telling, "send", send)
    with pytest.raises(SystemExit):
        telling.tell_all(event.pk)
    monkeypatch.setattr(telling, "send", whole)
    assert len(told(sent)) == 2
    telling.look()
    work()
    assert [to for to, _ in told(sent)] == ["c", "d", "e"]


def test_in_the_language_of_who_registers(event: Event, sent: list[EmailMessage], work: Work) -> None:
    said = [{"language": "fr", "title": "Châteaux"}]
    Event.objects.update(file={**event.file, "translations": said})
    row = come(event, "A")
    Registration.objects.filter(pk=row.pk).update(language="fr")
    telling.look()
    work()
    assert "Châteaux" in sent[0].body


def test_a_draft_tells_nobody_and_looking_is_regular(event: Event, sent: list[EmailMessage], work: Work) -> None:
    come(event, "A")
    Event.objects.update(state="draft")
    telling.look()
    assert Task.objects.count() == 0 and sent == []
    telling.tell_all(event.pk)
    assert sent == [] and published(event.coalition).registrations.count() == 0
    assert kinds.KINDS["registrations.look"].every is not None
