"""The event file: an event as JSON, and back. The link to join is in no file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from item6.events.nouns import Event

VERSION = 1
_SECRET = "join_link"


class NotAnEvent(ValueError):
    """What was given is no event file; the message says where."""


def to_json(event: Event) -> dict[str, Any]:
    """The event as JSON values: `version`, and every field that is not as in an empty event, without `join_link`."""
    return {"version": VERSION, **_object(event)}


def from_json(value: Mapping[str, Any]) -> Event:
    """The event of a file. NotAnEvent for another version, an unknown field, or a value that is none of the field."""
    if not isinstance(value, Mapping) or value.get("version") != VERSION:
        raise NotAnEvent(f"this is no event file of version {VERSION}")
    held = {name: each for name, each in value.items() if name != "version"}
    if _SECRET in held:
        raise NotAnEvent("an event file never holds the link to join: take it out")
    found: Event = _read(Event, held, "event")
    return found


def _object(value: Any) -> dict[str, Any]:
    return {
        each.name: _plain(held)
        for each in fields(value)
        if each.name != _SECRET and (held := getattr(value, each.name)) != each.default
    }


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return _object(value)
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


@cache
def _types(noun: type) -> dict[str, Any]:
    return get_type_hints(noun)


def _read(wanted: Any, value: Any, where: str) -> Any:
    """A JSON value as a value of a type: a noun, text, number, yes or no, several of one, or one of these or None."""
    if get_origin(wanted) in (Union, UnionType):
        if value is None and NoneType in get_args(wanted):
            return None
        return _read(next(each for each in get_args(wanted) if each is not NoneType), value, where)
    if get_origin(wanted) is tuple:
        if not isinstance(value, list):
            raise NotAnEvent(f"{where}: a list is needed")
        return tuple(_read(get_args(wanted)[0], each, f"{where} {place}") for place, each in enumerate(value, 1))
    if is_dataclass(wanted):
        return _noun(wanted, value, where)
    if type(value) is not wanted:
        raise NotAnEvent(f"{where}: {value!r:.60} is not what is meant here")
    return value


def _noun(wanted: Any, value: Any, where: str) -> Any:
    if not isinstance(value, Mapping):
        raise NotAnEvent(f"{where}: {value!r:.60} is not what is meant here")
    types = _types(wanted)
    if unknown := sorted(set(value) - set(types)):
        raise NotAnEvent(f"{where}: “{unknown[0]}” is no field of it")
    try:
        return wanted(**{name: _read(types[name], each, f"{where}: {name}") for name, each in value.items()})
    except TypeError:  # a field without which there is nothing
        raise NotAnEvent(f"{where}: a field is missing") from None
