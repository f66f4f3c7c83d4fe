"""The database keeps the count of a letter by itself, whatever changes a signature."""

from __future__ import annotations

from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from item6.letters.signatories import ORGANISATION, PERSON
from item6.web.letters.models import Letter, Signature
from item6.web.letters.states import CONFIRMED, COUNTED, REFUSED


def _waiting(letter: Letter, kind: str, number: int) -> None:
    Signature.objects.bulk_create(
        Signature(letter=letter, version=letter.versions.get(), kind=kind, state=CONFIRMED, name=f"{kind} {n}",
                  key=f"{kind} {n}", email=f"{n}@{kind}.example", asked=timezone.now())
        for n in range(number)
    )  # fmt: skip


def _count(letter: Letter) -> tuple[int, int, int]:
    return Letter.objects.values_list("organisations", "persons", "removed").get(pk=letter.pk)


def test_many_at_once_and_back(letter: Letter) -> None:
    _waiting(letter, ORGANISATION, 5)
    _waiting(letter, PERSON, 7)
    rows = Signature.objects.filter(letter=letter)
    assert rows.update(state=COUNTED) == 12
    assert _count(letter) == (5, 7, 0)
    assert rows.update(state=COUNTED) == 12
    assert _count(letter) == (5, 7, 0)
    rows.filter(kind=PERSON).update(state=REFUSED)
    assert _count(letter) == (5, 0, 7)
    rows.update(name="Others")
    assert _count(letter) == (5, 0, 7)


def test_after_tables_were_made_anew(letter: Letter) -> None:
    with connection.cursor() as cursor:
        on = "" if connection.vendor == "sqlite" else " ON letters_signature"
        cursor.execute(f"DROP TRIGGER letters_counted{on}")
    call_command("migrate", verbosity=0)
    _waiting(letter, PERSON, 1)
    Signature.objects.filter(letter=letter).update(state=COUNTED)
    assert _count(letter) == (0, 1, 0)
