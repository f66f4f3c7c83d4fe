"""On its day a letter's addresses are gone from the database, and the log says so; the list stays."""

from __future__ import annotations

from datetime import timedelta

from django.apps import apps
from django.utils import timezone

from item6.web.audit.models import Entry
from item6.web.letters import signing
from item6.web.letters.models import Asked, Letter
from item6.web.letters.publishing import signatories
from item6.web.letters.signing import Given
from item6.web.people.models import Person
from item6.web.work import doing, kinds
from item6.web.work.models import Task

PLANTED = 200


def planted(letter: Letter, coordinator: Person) -> list[str]:
    """Signatures whose addresses, signers and networks are found nowhere else."""
    for number in range(PLANTED):
        given = Given(f"Circle {number}", f"quetzal{number}@quetzal.example", signer=f"Quetzal {number}")
        made = signing.ask(letter=letter, given=given, network=f"quetzal-{number}")
        assert made is not None
        if number % 2:
            signing.vouch(signature=made, by=coordinator, reason="known")
    Asked.objects.create(letter=letter, name="Zenda", email="asked@quetzal.example")
    return found()


def found() -> list[str]:
    """Every row of the database that holds a marker."""
    rows = [repr(row) for model in apps.get_models() for row in model._default_manager.values()]
    return [each for each in rows if "quetzal" in each.casefold()]


def run() -> None:
    doing.plan_regular()
    Task.objects.exclude(kind="letters.purge").delete()
    Task.objects.update(due=timezone.now())
    assert doing.do_one("tests")


def test_markers_are_there_before_and_nowhere_after(letter: Letter, coordinator: Person) -> None:
    assert len(planted(letter, coordinator)) == PLANTED + 1
    Letter.objects.filter(pk=letter.pk).update(purge=timezone.now().date() + timedelta(days=1))
    run()
    assert len(found()) == PLANTED + 1
    Letter.objects.filter(pk=letter.pk).update(purge=timezone.now().date())
    run()
    assert found() == []
    noted = Entry.objects.get(what="letter-purged")
    assert (noted.coalition_id, noted.object) == (letter.coalition_id, f"letter {letter.pk}: {PLANTED + 1}")
    assert len(signatories(letter)) == PLANTED // 2
    run()
    assert Entry.objects.filter(what="letter-purged").count() == 1


def test_a_letter_without_a_day_keeps_them(letter: Letter, coordinator: Person) -> None:
    planted(letter, coordinator)
    run()
    assert len(found()) == PLANTED + 1
    assert kinds.KINDS["letters.purge"].every == timedelta(hours=6)
