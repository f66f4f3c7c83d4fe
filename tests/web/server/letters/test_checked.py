"""A statement is held against the coalition's own public letters, and against nobody else's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from item6.checks.kept import kept_in
from item6.checks.resolving import Context
from item6.web.letters import signing, writing
from item6.web.letters.models import Letter, Signature
from item6.web.letters.signing import Given
from item6.web.people.coalitions import workspace_of
from item6.web.people.models import Coalition, Person

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
"""Counts and lists of letters are tried on both in test_publishing; here they are held against words."""
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


def test_who_left_since_is_in_the_numbers_of_an_earlier_day(enter_as: Enter, signed: Letter) -> None:
    Signature.objects.update(counted="2026-01-02T00:00:00Z")
    left = Signature.objects.order_by("pk").last()
    assert left is not None
    signing.withdraw(signature=left)
    client, basis = enter_as("editor"), f"signatories of the letter “{signed.title}” as of"
    assert f"{basis} 2026-01-02" in verdicts(client, as_of="2026-01-02")
    today = verdicts(client)
    assert basis not in today or "differs" in today


def test_kept_statements_are_held_against_letters_too(enter_as: Enter, signed: Letter) -> None:
    client = enter_as("editor")
    assert client.post("/check", {"text": TEXT, "keep": "yes"}).status_code == 200
    (kept,) = kept_in(workspace_of("ruritania"))
    basis = f"signatories of the letter “{signed.title}”"
    assert basis in client.get(f"/statements/{kept.id}").content.decode()
    Signature.objects.filter(name="Hentzau House").update(state="refused")
    assert basis not in client.get(f"/statements/{kept.id}").content.decode()
    assert client.post("/statements/again").status_code == 302
    (kept,) = kept_in(workspace_of("ruritania"))
    assert kept.again and kept.again.changes


def test_the_letter_itself_is_checked_against_letters(enter_as: Enter, signed: Letter, draft: Letter) -> None:
    other = writing.begin(coalition=signed.coalition, kind="press-statement", title="After", text=TEXT, by=None)
    page = enter_as("editor").get(f"/c/ruritania/letters/{other.pk}/checked").content.decode()
    assert f"signatories of the letter “{signed.title}”" in page
