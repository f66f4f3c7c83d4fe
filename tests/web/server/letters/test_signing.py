"""Signatures: who is counted, what confirms, what ends; and that the count is the rows at every step."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connections
from django.utils import timezone

from item6.letters.signatories import PERSON
from item6.web.letters import signing, writing
from item6.web.letters.links import CONFIRM, MINE, found_by, link_of
from item6.web.letters.models import Asked, Letter, Signature
from item6.web.letters.publishing import signatories
from item6.web.letters.signing import Given
from item6.web.letters.states import CLOSED, CONFIRMED, COUNTED, DENIED, MERGED, REFUSED, WITHDRAWN
from item6.web.letters.writing import NotNow
from item6.web.organisations.models import OrganisationRow
from item6.web.people.models import Coalition, Person

NETWORK = "192.0.2.0/24"


def asked(
    letter: Letter, name: str = "Zenda Mothers", email: str = "office@zenda.example", **more: object
) -> Signature:
    made = signing.ask(letter=letter, given=Given(name=name, email=email, **more), network=NETWORK)
    assert made is not None
    return made


def known(coalition: Coalition, name: str, domain: str) -> None:
    row = OrganisationRow(coalition=coalition, name=name, domains=[domain], order=name, findable=domain)
    row.save()


def count_of(letter: Letter) -> tuple[int, int]:
    held = Letter.objects.get(pk=letter.pk)
    return held.organisations, held.persons


def test_the_own_domain_of_a_known_organisation_counts(letter: Letter, coalition: Coalition) -> None:
    known(coalition, "The Zenda Mothers (e.V.)", "zenda.example")
    assert signing.confirm(signature=asked(letter)) == COUNTED
    assert count_of(letter) == (1, 0)


@pytest.mark.parametrize(
    ("name", "domain"),
    [("Zenda Mothers", "gmail.com"), ("Zenda Mothers", "another.example"), ("Zenda Fathers", "zenda.example")],
)
def test_others_wait_for_a_coordinator(letter: Letter, coalition: Coalition, name: str, domain: str) -> None:
    known(coalition, "Zenda Mothers", domain if domain == "gmail.com" else "zenda.example")
    email = f"somebody@{domain}"
    assert signing.confirm(signature=asked(letter, name, email)) == CONFIRMED
    assert count_of(letter) == (0, 0)
    assert signatories(letter) == []


def test_an_address_that_was_asked_to_sign_counts(letter: Letter) -> None:
    Asked.objects.create(letter=letter, email="mother@gmail.com")
    assert signing.confirm(signature=asked(letter, email="Mother@Gmail.com ")) == COUNTED


def test_an_organisation_of_another_coalition_is_not_known(letter: Letter, other: Coalition) -> None:
    known(other, "Zenda Mothers", "zenda.example")
    assert signing.confirm(signature=asked(letter)) == CONFIRMED


def test_silence_is_no_consent(letter: Letter) -> None:
    for number in range(10):
        asked(letter, f"Circle {number}", f"office@circle{number}.example")
    assert count_of(letter) == (0, 0)


def test_a_coordinator_counts_with_a_reason(letter: Letter, coordinator: Person) -> None:
    signature = asked(letter)
    assert not signing.approve(signature=signature, by=coordinator, reason="known")  # nobody confirmed it yet
    signing.confirm(signature=signature)
    with pytest.raises(NotNow, match="Say why"):
        signing.approve(signature=signature, by=coordinator, reason=" ")
    assert signing.approve(signature=signature, by=coordinator, reason="called them, 3 May")
    assert not signing.approve(signature=signature, by=coordinator, reason="again")
    assert count_of(letter) == (1, 0)


def test_persons_count_where_the_letter_allows(letter: Letter) -> None:
    with pytest.raises(NotNow, match="only organisations"):
        asked(letter, "Rudolf R.", kind=PERSON)
    Letter.objects.update(persons_may_sign=True)
    letter.refresh_from_db()
    assert signing.confirm(signature=asked(letter, "Rudolf R.", kind=PERSON)) == COUNTED
    assert count_of(letter) == (0, 1)


def test_the_same_asked_twice_is_one_row(letter: Letter) -> None:
    assert asked(letter).pk == asked(letter, "zenda mothers", "Office@Zenda.example").pk
    assert Signature.objects.count() == 1


def test_fifty_confirmations_at_once_are_one(letter: Letter, coalition: Coalition) -> None:
    known(coalition, "Zenda Mothers", "zenda.example")
    signature = asked(letter)

    def press(_: int) -> str:
        try:
            return signing.confirm(signature=Signature.objects.select_related("letter").get(pk=signature.pk))
        finally:
            connections.close_all()

    with ThreadPoolExecutor(16) as pool:
        assert set(pool.map(press, range(50))) == {COUNTED}
    assert count_of(letter) == (1, 0)


@pytest.mark.parametrize(
    ("database", "signatures"),
    [("sqlite", 60), pytest.param("sqlite", 10_000, marks=pytest.mark.full),
     pytest.param("postgresql", 60, marks=pytest.mark.full)],
    indirect=["database"],
)  # fmt: skip
def test_scripted_signatures_from_two_networks_change_nothing(letter: Letter, signatures: int) -> None:
    for number in range(signatures):
        network = NETWORK if number % 2 else "2001:db8:0:1::/64"
        given = Given(name=f"Fake {number}", email=f"fake{number}@bots.example")
        made = signing.ask(letter=letter, given=given, network=network)
        if made:
            signing.confirm(signature=made)
    assert Signature.objects.count() == 2 * signing._MOST_OF_A_NETWORK
    assert count_of(letter) == (0, 0)


def test_bulk_undo_is_exact(letter: Letter, coalition: Coalition, coordinator: Person) -> None:
    known(coalition, "Zenda Mothers", "zenda.example")
    signing.confirm(signature=asked(letter))
    false = [asked(letter, f"Fake {number}", f"fake{number}@bots.example") for number in range(12)]
    for each in false:
        signing.vouch(signature=each, by=coordinator, reason="a mistake")
    assert count_of(letter) == (13, 0)
    for each in false:
        assert signing.refuse(signature=each, by=coordinator, reason="not organisations")
    assert count_of(letter) == (1, 0)
    for each in false:
        assert signing.restore(signature=each, by=coordinator, reason="they are")
    assert count_of(letter) == (13, 0)


def test_withdrawal_is_at_once_and_for_good(letter: Letter, coordinator: Person) -> None:
    signature = asked(letter)
    signing.vouch(signature=signature, by=coordinator, reason="known")
    writing.move(letter=letter, to=CLOSED)
    assert signing.withdraw(signature=signature)
    assert not signing.withdraw(signature=signature)
    held = Signature.objects.get(pk=signature.pk)
    assert (held.state, held.name, held.email, held.website, held.network) == (WITHDRAWN, "", "", "", "")
    assert count_of(letter) == (0, 0)
    assert not signing.restore(signature=held, by=coordinator, reason="no")


def test_whoever_did_not_sign_can_say_so(letter: Letter, coordinator: Person) -> None:
    signature = asked(letter)
    signing.vouch(signature=signature, by=coordinator, reason="known")
    assert signing.deny(signature=signature)
    assert Signature.objects.get(pk=signature.pk).state == DENIED
    assert count_of(letter) == (0, 0)


def test_a_merge_is_a_persons_and_can_be_undone(letter: Letter, coordinator: Person) -> None:
    first, again = asked(letter), asked(letter, "Mothers of Zenda", "second@zenda.example")
    for each in (first, again):
        signing.vouch(signature=each, by=coordinator, reason="known")
    assert signing.merge(signature=again, into=first, by=coordinator, reason="one organisation")
    assert (count_of(letter), Signature.objects.get(pk=again.pk).state) == ((1, 0), MERGED)
    with pytest.raises(NotNow):
        signing.merge(signature=first, into=again, by=coordinator, reason="the other way")
    assert signing.restore(signature=again, by=coordinator, reason="two after all")
    assert count_of(letter) == (2, 0)


@pytest.mark.parametrize("when", ["closed", "late"])
def test_nobody_signs_later(letter: Letter, when: str) -> None:
    signature = asked(letter)
    if when == "closed":
        writing.move(letter=letter, to=CLOSED)
    else:
        Letter.objects.update(deadline=timezone.now() - timedelta(seconds=1))
    letter.refresh_from_db()
    signature.letter.refresh_from_db()
    with pytest.raises(NotNow):
        asked(letter, "Late Circle", "late@circle.example")
    with pytest.raises(NotNow):
        signing.confirm(signature=signature)
    assert signing.withdraw(signature=signature) is False  # nothing was given yet: it is denied instead
    assert signing.deny(signature=signature)


def test_a_link_is_for_one_row_and_one_purpose(letter: Letter) -> None:
    signature, another = asked(letter), asked(letter, "Another", "office@another.example")
    link = link_of(signature, CONFIRM)
    found = found_by(link, CONFIRM)
    assert found is not None and found.pk == signature.pk
    assert found_by(link, MINE) is None
    assert found_by(f"{another.pk}-{link.partition('-')[2]}", CONFIRM) is None
    for wrong in ("", "-", "x-y", f"{signature.pk}-", f"{signature.pk}", "9" * 30 + "-a", "１-a", f"{link}x"):
        assert found_by(wrong, CONFIRM) is None


def test_refused_is_refused(letter: Letter, coordinator: Person) -> None:
    signature = asked(letter)
    assert signing.refuse(signature=signature, by=coordinator, reason="fraud")
    assert signing.confirm(signature=signature) == REFUSED
    assert signing.ask(letter=letter, given=Given("Zenda Mothers", "office@zenda.example"), network="") is None
