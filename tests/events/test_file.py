"""The event file: there and back, and what is refused."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from item6.events.file import NotAnEvent, from_json, to_json
from item6.events.nouns import Event

EVENTS = st.builds(Event)


@given(EVENTS)
def test_there_and_back(event: Event) -> None:
    written = json.loads(json.dumps(to_json(event)))
    assert from_json(written) == replace(event, join_link="")
    assert "join_link" not in written


@pytest.mark.parametrize(
    ("held", "why"),
    [
        ({}, "no event file of version 1"),
        ({"version": 2}, "no event file of version 1"),
        ({"version": 1, "join_link": "https://x.example"}, "never holds the link"),
        ({"version": 1, "colour": "red"}, "“colour” is no field"),
        ({"version": 1, "duration": "90"}, "event: duration: '90' is not"),
        ({"version": 1, "duration": True}, "event: duration: True is not"),
        ({"version": 1, "speakers": {}}, "event: speakers: a list is needed"),
        ({"version": 1, "speakers": [{"name": "A"}, {"post": "x"}]}, "event: speakers 2: a field is missing"),
        ({"version": 1, "speakers": [{"name": "A", "consents": [1]}]}, "speakers 1: consents 1: 1 is not"),
        ({"version": 1, "session": []}, "event: session: [] is not"),
    ],
)
def test_what_is_no_event_file(held: dict[str, Any], why: str) -> None:
    with pytest.raises(NotAnEvent) as refused:
        from_json(held)
    assert why in str(refused.value)


def test_every_field_of_every_noun_can_be_written_without_the_others() -> None:
    """A file of today is read tomorrow, when there are more fields: each has a value when it is not there."""
    for each in fields(Event):
        value = getattr(Event(), each.name)
        assert not is_dataclass(value)
        assert to_json(replace(Event(), **{each.name: value})) == {"version": 1}
