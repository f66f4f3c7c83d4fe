"""A statement is held against the coalition's own public letters, and against nobody else's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from item6.checks.resolving import Context
from item6.web.letters import signing
from item6.web.letters.models import Letter, Signature
from item6.web.letters.signing import Given
from item6.web.people.models import Coalition, Person

Enter = Callable[..., Client]
TEXT = "The letter was signed by 3 organisations from 2 countries."


@pytest.fixture
def signed(letter: Letter, coordinator: Person) -> Letter:
    for name, code in (("Zenda Mothers", "FRA"), ("Strelsau Watch", "KEN"), ("Hentzau House", "KEN")):
        made = signing.ask(letter=letter, given=Given(name, f"{code}@{code}.example", code=code), network="")
        assert made is not None
        signing.vouch(signature=made, by=coordinator, reason="known")
    return letter


def verdicts(client: Client, **more: str) -> str:
    answer = client.post("/check", {"text": TEXT, **more})
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_matches_the_letter(enter_as: Enter, signed: Letter) -> None:
    assert f"signatories of the letter “{signed.title}”" in verdicts(enter_as("editor"))


def test_of_another_coalition_nothing_is_known(enter_as: Enter, signed: Letter, other: Coalition) -> None:
    assert signed.title not in verdicts(enter_as("editor", other))


def test_a_letter_under_embargo_is_no_letter(enter_as: Enter, signed: Letter) -> None:
    Letter.objects.update(embargo=timezone.now() + timedelta(days=1))
    assert signed.title not in verdicts(enter_as("editor"))


def test_as_of_the_date_of_the_text(enter_as: Enter, signed: Letter) -> None:
    last = Signature.objects.order_by("pk").last()
    assert last is not None and Context().as_of == ""
    Signature.objects.exclude(pk=last.pk).update(counted="2026-01-02T00:00:00Z")
    client = enter_as("editor")
    assert f"signatories of the letter “{signed.title}”" not in verdicts(client, as_of="2026-01-02")
