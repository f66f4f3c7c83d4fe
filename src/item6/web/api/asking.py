"""What a program asks, checked against the table of parameters; and what it is told where that cannot be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from item6.measures.filters import nearest
from item6.web.api.routes import Endpoint, Parameter


class Refused(Exception):
    """A question that has no answer: its status, what is wrong, and what to do."""

    def __init__(self, status: int, detail: str, hint: str) -> None:
        super().__init__(detail)
        self.status, self.detail, self.hint = status, detail, hint


@dataclass(frozen=True, slots=True)
class Asked:
    """The parameters of a question, those left out with what stands for them."""

    words: Mapping[str, str]
    numbers: Mapping[str, int]

    def __getitem__(self, name: str) -> str:
        return self.words[name]


def asked(endpoint: Endpoint, given: QueryDict) -> Asked:
    """What stands in the address. Refused for a name that is none, one given twice, and a value that cannot be."""
    known = {each.name: each for each in endpoint.query}
    for name, values in given.lists():
        if name not in known:
            takes = f"it takes {', '.join(known)}" if known else "it takes none"
            raise Refused(400, f"“{name}” is no parameter of this address", nearest(name, known, takes))
        if len(values) != 1:
            raise Refused(400, f"`{name}` is given {len(values)} times", "give it once")
    words = {name: _checked(each, str(given[name])) for name, each in known.items() if name in given}
    for name, each in known.items():
        if name in words:
            continue
        if each.required:
            raise Refused(400, f"`{name}` is missing", each.about)
        words[name] = str(each.schema.get("default", ""))
    numbers = {name: int(words[name]) for name, each in known.items() if each.schema["type"] == "integer"}
    return Asked(words, numbers)


def _checked(parameter: Parameter, value: str) -> str:
    """The value, where the schema of the parameter takes it."""
    schema, fine = parameter.schema, True
    hint = parameter.about
    if schema["type"] == "integer":
        fine = re.fullmatch("[0-9]{1,9}", value) is not None and schema["minimum"] <= int(value) <= schema["maximum"]
        hint = f"give a number from {schema['minimum']} to {schema['maximum']}"
    elif "enum" in schema:
        fine = value in schema["enum"]
        hint = f"it is one of {', '.join(each for each in schema['enum'] if each)}"
    elif "pattern" in schema:
        fine = re.fullmatch(schema["pattern"].strip("^$"), value) is not None
    elif schema.get("format") == "date":
        fine, hint = _is_date(value), "give a day such as 2016-06-30"
    else:
        fine = schema.get("minLength", 0) <= len(value) <= schema["maxLength"]
        hint = f"it has at most {schema['maxLength']} signs"
    if not fine:
        raise Refused(400, f"`{parameter.name}` cannot be “{value[:80]}”", hint)
    return value


def _is_date(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
