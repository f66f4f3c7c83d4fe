"""Two rows that are one organisation: suggested, decided by a person, undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.test import Client
from people_for_tests import member

from item6.organisations.nouns import Contact, Organisation
from item6.web.organisations import merging
from item6.web.organisations.changing import enter, save
from item6.web.organisations.merging import NotMerged
from item6.web.organisations.models import Merge, OrganisationRow
from item6.web.people.models import Coalition

Enter = Callable[..., Client]
LIST = "/c/ruritania/organisations"

ONE = Organisation("Zenda Legal Aid", country="Ruritania", domains=("zenda.example",), contacts=(Contact("Rose"),))
TWO = Organisation(
    "ZENDA LEGAL AID e.V.", names=(("de", "Zendaer Rechtshilfe"),), status="roster", year=2012, notes="by phone",
    domains=("zenda.example", "zla.example"), contacts=(Contact("Fritz", email="fritz@zla.example"),),
)  # fmt: skip


def made(coalition: Coalition, *values: Organisation) -> list[int]:
    return [enter(coalition=coalition.pk, person=None, value=each).pk for each in values]


def value_of(number: int) -> Organisation:
    return OrganisationRow.objects.get(pk=number).value()


@pytest.fixture
def someone(coalition: Coalition) -> int:
    """Somebody who decides."""
    return member(coalition, "editor").pk


def test_a_merge_loses_nothing(coalition: Coalition, someone: int) -> None:
    kept, gone = made(coalition, ONE, TWO)
    merging.merge(coalition=coalition.pk, person=someone, kept=kept, gone=gone)
    assert value_of(kept) == replace(
        ONE, names=(("", "ZENDA LEGAL AID e.V."), ("de", "Zendaer Rechtshilfe")), status="roster", year=2012,
        domains=("zenda.example", "zla.example"), notes="by phone", contacts=(*ONE.contacts, *TWO.contacts),
    )  # fmt: skip


def test_undone_both_are_as_they_were(coalition: Coalition, someone: int) -> None:
    kept, gone = made(coalition, ONE, TWO)
    merge = merging.merge(coalition=coalition.pk, person=someone, kept=kept, gone=gone)
    merging.undo(coalition=coalition.pk, person=someone, number=merge.pk)
    assert (value_of(kept), value_of(gone)) == (ONE, TWO)
    with pytest.raises(NotMerged):
        merging.undo(coalition=coalition.pk, person=someone, number=merge.pk)


def test_what_was_written_since_stays(coalition: Coalition, someone: int) -> None:
    kept, gone = made(coalition, ONE, TWO)
    merge = merging.merge(coalition=coalition.pk, person=someone, kept=kept, gone=gone)
    edited = replace(value_of(kept), year=2014, former=("Castle Aid",), domains=("zla.example", "new.example"))
    save(row=kept, coalition=coalition.pk, person=someone, value=edited, version=2)
    merging.undo(coalition=coalition.pk, person=someone, number=merge.pk)
    back = value_of(kept)
    assert (back.former, back.year, back.domains, back.names) == (("Castle Aid",), 2014, ("new.example",), ())
    assert (back.contacts, value_of(gone)) == (ONE.contacts, TWO)


def test_merges_within_merges_come_apart_in_order(coalition: Coalition, someone: int) -> None:
    third = Organisation("Z.L.A.", contacts=(Contact("Sapt"),))
    a, b, c = made(coalition, ONE, TWO, third)
    inner = merging.merge(coalition=coalition.pk, person=someone, kept=b, gone=c)
    outer = merging.merge(coalition=coalition.pk, person=someone, kept=a, gone=b)
    assert len(value_of(a).contacts) == 3
    with pytest.raises(NotMerged):
        merging.undo(coalition=coalition.pk, person=someone, number=inner.pk)
    merging.undo(coalition=coalition.pk, person=someone, number=outer.pk)
    merging.undo(coalition=coalition.pk, person=someone, number=inner.pk)
    assert [value_of(each) for each in (a, b, c)] == [ONE, TWO, third]


def test_what_cannot_be_merged(coalition: Coalition, other: Coalition, someone: int) -> None:
    kept, gone = made(coalition, ONE, TWO)
    (theirs,) = made(other, TWO)
    for one, two in ((kept, kept), (kept, theirs), (theirs, kept), (kept, 10**6)):
        with pytest.raises(NotMerged):
            merging.merge(coalition=coalition.pk, person=someone, kept=one, gone=two)
    merging.merge(coalition=coalition.pk, person=someone, kept=kept, gone=gone)
    with pytest.raises(NotMerged):
        merging.merge(coalition=coalition.pk, person=someone, kept=gone, gone=kept)


def test_suggested_until_somebody_decides(coalition: Coalition, other: Coalition, someone: int) -> None:
    one, two, three = made(coalition, ONE, TWO, Organisation("ZLA"))
    made(other, ONE)

    def pairs() -> list[tuple[int, int, str]]:
        return [(each.a.pk, each.b.pk, each.why) for each in merging.suggestions(coalition.pk)]

    assert pairs() == [(one, two, "name"), (one, three, "acronym"), (two, three, "acronym")]
    merging.say_apart(coalition=coalition.pk, person=someone, one=three, other=one)
    merging.say_apart(coalition=coalition.pk, person=someone, one=three, other=one)
    assert pairs() == [(one, two, "name"), (two, three, "acronym")]
    merging.merge(coalition=coalition.pk, person=someone, kept=one, gone=two)
    assert pairs() == []


def test_decided_in_the_browser(coalition: Coalition, enter_as: Enter) -> None:
    one, two = made(coalition, ONE, TWO)
    client = enter_as("editor")
    assert f"{LIST}/{one}/merge/{two}" in client.get(f"{LIST}/alike").content.decode()
    page = client.get(f"{LIST}/{one}/merge/{two}").content.decode()
    assert "zenda.example; zla.example" in page
    assert client.post(f"{LIST}/{one}/merge/{two}").headers["Location"] == f"{LIST}/{one}"
    assert client.get(f"{LIST}/{two}").headers["Location"] == f"{LIST}/{one}"
    assert "Undo the merge" in client.get(f"{LIST}/{one}").content.decode()
    assert "1 of 1" in client.get(LIST, {"q": "rechtshilfe"}).content.decode()
    merge = Merge.objects.get()
    assert client.post(f"{LIST}/merges/{merge.pk}/undo").headers["Location"] == f"{LIST}/{two}"
    assert client.post(f"{LIST}/{one}/apart/{two}").status_code == 302
    assert "all of them have been decided on" in client.get(f"{LIST}/alike").content.decode()


def test_others_merges_are_not_undone(coalition: Coalition, other: Coalition, enter_as: Enter) -> None:
    kept, gone = made(other, ONE, TWO)
    theirs = member(other, "editor").pk
    merge = merging.merge(coalition=other.pk, person=theirs, kept=kept, gone=gone)
    client = enter_as("owner")
    assert client.post(f"{LIST}/merges/{merge.pk}/undo").status_code == 404
    assert client.post(f"{LIST}/{kept}/apart/{gone}").status_code == 404
    assert Merge.objects.get().undone is None
