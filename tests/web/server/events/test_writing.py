"""Side events as they are saved, published, moved: what is written, what is refused, who is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from events_for_tests import JOIN_LINK, LEGAL_NAME, WITH_LINK

from item6.events.nouns import CANCELLED, MOVED_ONLINE, POSTPONED, RESCHEDULED, SCHEDULED, VIRTUAL
from item6.events.tasks import APPROVAL
from item6.web.events import telling, writing
from item6.web.events.models import Event
from item6.web.events.telling import Change
from item6.web.people.models import Coalition


@pytest.fixture
def heard() -> Iterator[list[Change]]:
    """What listeners are told."""
    found: list[Change] = []
    before = list(telling.LISTENERS)
    telling.LISTENERS[:] = [lambda _, change: found.append(change)]
    yield found
    telling.LISTENERS[:] = before


def test_an_event_is_kept_whole_and_its_link_apart(draft: Event) -> None:
    row = Event.objects.get(pk=draft.pk)
    assert row.with_link() == WITH_LINK
    assert JOIN_LINK not in str(row.file)
    assert (row.begins, row.ends) == (datetime(2027, 3, 15, 13, tzinfo=UTC), datetime(2027, 3, 15, 14, 30, tzinfo=UTC))
    assert row.purge == date(2027, 5, 14)


def test_of_two_who_edit_the_second_is_refused(draft: Event) -> None:
    writing.edit(event=draft, edition=1, fields={"title": "One"})
    with pytest.raises(writing.Behind):
        writing.edit(event=draft, edition=1, fields={"title": "Two"})
    assert Event.objects.get(pk=draft.pk).title == "One"


def test_nothing_is_published_before_it_is_ready_and_approved(coalition: Coalition) -> None:
    bare = writing.begin(coalition=coalition, file=replace(WITH_LINK, day="", organisers=(), format=""))
    with pytest.raises(writing.NotReady) as refused:
        writing.publish(event=bare)
    assert [each.code for each in refused.value.problems] == ["time", "format", "organisers"]
    leaking = replace(WITH_LINK, summary=f"With {LEGAL_NAME.upper()}.", notice=f"Join: {JOIN_LINK}")
    row = writing.begin(coalition=coalition, file=leaking)
    with pytest.raises(writing.NotReady) as refused:
        writing.publish(event=row)
    assert [(each.code, each.field) for each in refused.value.problems] == [
        ("approval", "tasks"), ("leak", "summary"), ("link", "notice"),
    ]  # fmt: skip


def test_an_approval_is_of_the_words_as_they_were(draft: Event) -> None:
    row = writing.done(event=draft, task=APPROVAL, on=date(2027, 1, 2))
    row = writing.edit(event=row, edition=row.edition, fields={"title": "Something else entirely"})
    with pytest.raises(writing.NotReady) as refused:
        writing.publish(event=row)
    assert [each.code for each in refused.value.problems] == ["approval"]
    writing.publish(event=writing.done(event=row, task=APPROVAL, on=date(2027, 1, 3)))


def test_a_published_event_cannot_be_saved_into_a_leak(event: Event) -> None:
    with pytest.raises(writing.NotReady):
        writing.edit(event=event, edition=event.edition, fields={"summary": f"{LEGAL_NAME} speaks"})
    assert LEGAL_NAME not in Event.objects.get(pk=event.pk).public().summary


def test_who_comes_is_told_of_time_and_place_and_of_nothing_else(event: Event, heard: list[Change]) -> None:
    row = writing.edit(event=event, edition=event.edition, fields={"summary": "Better said."})
    assert (heard, row.sequence) == ([], 0)
    row = writing.edit(event=row, edition=row.edition, fields={"room": "Room VII"})
    assert ([each.fields for each in heard], row.sequence, row.whole().status) == ([("room",)], 1, SCHEDULED)
    row = writing.edit(event=row, edition=row.edition, fields={"day": "2027-03-16"})
    assert (row.sequence, row.whole().status, row.whole().former) == (2, RESCHEDULED, "2027-03-15T13:00:00Z")
    assert heard[-1].before.day == "2027-03-15" and heard[-1].after.day == "2027-03-16"


@pytest.mark.parametrize("status", [CANCELLED, POSTPONED, MOVED_ONLINE])
def test_the_other_states(event: Event, heard: list[Change], status: str) -> None:
    row = writing.change_status(event=event, edition=event.edition, status=status, notice="So it is.", fields={})
    assert (row.whole().status, row.whole().notice, row.sequence, row.uid) == (status, "So it is.", 1, event.uid)
    assert heard[-1].fields == ("status", "notice")


def test_a_withdrawn_event_tells_nobody_and_comes_back_with_a_higher_number(event: Event, heard: list[Change]) -> None:
    row = writing.withdraw(event=event)
    row = writing.edit(event=row, edition=row.edition, fields={"format": VIRTUAL, "room": "", "venue": ""})
    assert heard == []
    assert (writing.publish(event=row).sequence, row.sequence) == (1, 1)
    with pytest.raises(writing.NotNow):
        writing.publish(event=row)


def test_a_follow_up_takes_neither_speakers_nor_time(event: Event) -> None:
    made = writing.follow_up(event=event, title="What came of it")
    assert (made.follows, made.whole().speakers, made.begins, made.join_link) == (event, (), None, "")
    assert made.whole().organisers == event.whole().organisers
