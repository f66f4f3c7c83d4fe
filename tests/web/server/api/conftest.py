"""A reader of the coalition, and a program of theirs."""

from __future__ import annotations

import pytest
from api_for_tests import Ask, key_of, program
from people_for_tests import member

from item6.web.api import limits
from item6.web.people.models import Coalition, Person


@pytest.fixture(autouse=True)
def _full_buckets(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that remembers nothing of the tests before, whose people and keys had the same numbers."""
    monkeypatch.setattr(limits, "LIMITS", limits.Limits())


@pytest.fixture
def reader(coalition: Coalition) -> Person:
    """A reader of the coalition."""
    return member(coalition, "reader")


@pytest.fixture
def ask(reader: Person, coalition: Coalition) -> Ask:
    """A program of theirs."""
    return program(key_of(reader, coalition).secret)
