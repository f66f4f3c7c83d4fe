"""Asking as a program does, and holding every answer against the description."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from django.test import Client
from jsonschema import Draft202012Validator, FormatChecker

from item6.web.api import keys
from item6.web.api.openapi import description
from item6.web.people.entering import Place
from item6.web.people.models import Coalition, Person
from item6.web.people.roles import ROLES

BASE = "/api/v1"


def complaints(form: str, value: object) -> list[str]:
    """What the description says against an answer. form: in api.schema.json."""
    whole = {**description(True), "$ref": f"#/components/schemas/api/$defs/{form}"}
    found = Draft202012Validator(whole, format_checker=FormatChecker()).iter_errors(value)
    return [f"{'/'.join(map(str, each.absolute_path))}: {each.message[:300]}" for each in found]


def told(answer: Any) -> dict[str, Any]:
    """The problem that an answer is."""
    assert answer.headers["Content-Type"] == "application/problem+json"
    found = json.loads(answer.content)
    assert complaints("problem", found) == []
    assert found["status"] == answer.status_code
    return dict(found)


def key_of(who: Person, coalition: Coalition, role: str = "reader", name: str = "tide tables") -> keys.Made:
    """A key of somebody's in a coalition."""
    place = Place(coalition.pk, coalition.slug, coalition.name, ROLES[role])
    return keys.make(person=who.pk, place=place, name=name, days="90")


Ask = Callable[..., Any]


def program(secret: str) -> Ask:
    """A program with a key: asks for an address below /api/v1, or a whole one."""
    client = Client(headers={"host": "127.0.0.1"}, raise_request_exception=False)

    def ask(path: str, method: str = "get", **options: Any) -> Any:
        headers = {"authorization": f"Bearer {secret}"} | options.pop("headers", {})
        return getattr(client, method)(path if path.startswith("/") else f"{BASE}/{path}", headers=headers, **options)

    return ask
