from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import Any

import jsonschema
import pytest

from item6.events.nouns import FORMATS, HYBRID, IN_PERSON, STATUSES, VIRTUAL, Event, Organiser
from item6.events.schema_org import NoPlace, schema_org
from item6.events.times import NoTime

PAGE = "https://zenda.example/events/water"
ZENDA = Event(
    title="Water in Zenda", day="2024-03-12", start="14:00", end="15:30", room="Room XX", venue="Palais des Nations",
    format=HYBRID, organisers=(Organiser("Zenda Water Watch"),), languages=("en",), price="free",
    join_link="https://us02web.zoom.us/j/84400000000?pwd=abc",
)  # fmt: skip

MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$"}
ADDRESS = {"type": "string", "pattern": "^https://"}
PLACE = {
    "type": "object", "required": ["@type", "name", "address"], "additionalProperties": False,
    "properties": {
        "@type": {"const": "Place"}, "name": {"type": "string", "minLength": 1},
        "address": {"anyOf": [{"type": "string", "minLength": 1}, {
            "type": "object", "required": ["@type", "addressLocality", "addressCountry"],
            "properties": {"@type": {"const": "PostalAddress"}},
        }]},
    },
}  # fmt: skip
ONLINE = {
    "type": "object", "required": ["@type", "url"], "additionalProperties": False,
    "properties": {"@type": {"const": "VirtualLocation"}, "url": ADDRESS},
}  # fmt: skip
LOCATIONS = {
    "OfflineEventAttendanceMode": PLACE,
    "OnlineEventAttendanceMode": ONLINE,
    "MixedEventAttendanceMode": {"type": "array", "prefixItems": [PLACE, ONLINE], "minItems": 2, "items": False},
}
SHAPE: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["@context", "@type", "name", "startDate", "location", "eventStatus", "eventAttendanceMode", "url"],
    "properties": {
        "@context": {"const": "https://schema.org"},
        "@type": {"const": "Event"},
        "name": {"type": "string", "minLength": 1},
        "url": ADDRESS,
        "startDate": MOMENT,
        "endDate": MOMENT,
        "previousStartDate": MOMENT,
        "location": {},
        "eventStatus": {"pattern": "^https://schema.org/Event(Scheduled|Rescheduled|MovedOnline|Postponed|Cancelled)$"},
        "eventAttendanceMode": {"enum": [f"https://schema.org/{mode}" for mode in LOCATIONS]},
        "organizer": {
            "type": "array", "minItems": 1,
            "items": {
                "required": ["@type", "name"], "additionalProperties": False,
                "properties": {"@type": {"const": "Organization"}, "name": {"minLength": 1}, "url": {"pattern": "^https?://"}},
            },
        },
        "inLanguage": {"type": "array", "items": {"pattern": "^[a-z]{2,3}$"}},
        "isAccessibleForFree": {"const": True},
        "description": {"type": "string", "minLength": 1},
        "image": {"type": "array", "minItems": 1, "items": ADDRESS},
    },
    "allOf": [
        {
            "if": {"properties": {"eventAttendanceMode": {"const": f"https://schema.org/{mode}"}}},
            "then": {"properties": {"location": location}},
        }
        for mode, location in LOCATIONS.items()
    ],
}  # fmt: skip
"""What schema.org and the search engines ask of an Event: each way of attending with its kind of place."""

VALIDATOR = jsonschema.Draft202012Validator(SHAPE)


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("form", FORMATS)
def test_every_format_and_status(form: str, status: str) -> None:
    made = schema_org(replace(ZENDA, format=form, status=status), PAGE, description="Water.", image=f"{PAGE}/card.png")
    assert [error.message for error in VALIDATOR.iter_errors(made)] == []
    mode = "Online" if status == "moved online" else {IN_PERSON: "Offline", VIRTUAL: "Online", HYBRID: "Mixed"}[form]
    assert made["eventAttendanceMode"] == f"https://schema.org/{mode}EventAttendanceMode"
    assert made["eventStatus"].casefold() == f"https://schema.org/event{status.replace(' ', '')}"


def test_a_whole_one() -> None:
    assert schema_org(ZENDA, PAGE, previous_start="2024-03-05T13:00:00Z") == {
        "@context": "https://schema.org", "@type": "Event", "name": "Water in Zenda", "url": PAGE,
        "startDate": "2024-03-12T13:00:00Z", "endDate": "2024-03-12T14:30:00Z",
        "previousStartDate": "2024-03-05T13:00:00Z",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
        "location": [
            {
                "@type": "Place", "name": "Room XX, Palais des Nations",
                "address": {"@type": "PostalAddress", "addressLocality": "Geneva", "addressCountry": "CH"},
            },
            {"@type": "VirtualLocation", "url": PAGE},
        ],
        "organizer": [{"@type": "Organization", "name": "Zenda Water Watch"}],
        "inLanguage": ["en"], "isAccessibleForFree": True,
    }  # fmt: skip


def test_a_place_elsewhere_and_a_site() -> None:
    event = replace(ZENDA, room="", venue="Town hall of Zenda", format=IN_PERSON,
                    organisers=(Organiser("A", website="https://a.ex"), Organiser("B", website="js:")))  # fmt: skip
    made = schema_org(event, PAGE)
    assert list(VALIDATOR.iter_errors(made)) == []
    assert made["location"]["address"] == "Town hall of Zenda"
    assert [each.get("url") for each in made["organizer"]] == ["https://a.ex", None]


def test_the_shape_notices_a_virtual_event_that_is_published_as_a_place() -> None:
    wrong = schema_org(replace(ZENDA, format=VIRTUAL), PAGE) | {"location": {"@type": "Place", "name": "Zoom"}}
    assert list(VALIDATOR.iter_errors(wrong)) != []


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"format": ""}, "in person, virtual or hybrid is not known"),
        ({"room": "", "venue": ""}, "an event in person needs a place"),
    ],
)
def test_what_must_be_known(changed: dict[str, str], why: str) -> None:
    with pytest.raises(NoPlace, match=why):
        schema_org(replace(ZENDA, **changed), PAGE)
    with pytest.raises(NoTime, match="the day of the event is not known"):
        schema_org(replace(ZENDA, day=""), PAGE)


@pytest.mark.parametrize("field", [each.name for each in fields(Event) if each.type == "str" and each.name not in
                                   ("day", "start", "end", "zone", "join_link", "status", "format")])  # fmt: skip
def test_the_link_to_join_is_never_in_it(field: str) -> None:
    event = replace(
        ZENDA, **{field: f"see {ZENDA.join_link} there"}, organisers=(Organiser(ZENDA.join_link + " Zenda"),)
    )
    assert "84400000000" not in json.dumps(schema_org(event, PAGE))
