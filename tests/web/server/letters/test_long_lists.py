"""Letters with very many signatories: read in parts, written as they are read, and no name is missing or too much."""

from __future__ import annotations

import csv
import io
import json
import re
import threading
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from item6.briefings.writers import WRITERS
from item6.letters.signatories import ORGANISATION, PERSON, alphabetical, numbers, sort_of
from item6.organisations.keys import key_of
from item6.proofs import verify
from item6.proofs.keys import Secret
from item6.proofs.seals import new_salt as new_seal_salt
from item6.web.letters import lists, publishing, signing
from item6.web.letters.kept import Kept
from item6.web.letters.models import Letter, Signature
from item6.web.letters.signing import Given
from item6.web.letters.states import ASKED, COUNTED, REFUSED
from item6.web.people.models import Person

SCRIPTS = ("Zenda", "Ångström", "éclair", "人权之家", "نقابة", "Ассоциация", "मानव", "zenda", "Ämter", "𝒵enda", "")


def enter(letter: Letter, kind: str, names: list[str], **more: object) -> None:
    """Counted signatures, made at once."""
    now, version = timezone.now(), letter.versions.get()
    Signature.objects.bulk_create(
        Signature(
            letter=letter, version=version, kind=kind, name=name, key=key_of(name), sort=sort_of(name), state=COUNTED,
            salt="made", seal_salt=new_seal_salt(), seal_secret=Secret.new().seed, asked=now, counted=now, **more,
        )
        for name in names
    )  # fmt: skip
    column = "persons" if kind == PERSON else "organisations"
    Letter.objects.filter(pk=letter.pk).update(**{column: letter.signatures.filter(kind=kind).count()})
    letter.refresh_from_db()


@pytest.fixture
def long(letter: Letter) -> Letter:
    """Six hundred organisations, and eight hundred persons, of whom three hundred have one name."""
    Letter.objects.filter(pk=letter.pk).update(persons_may_sign=True)
    enter(letter, ORGANISATION, [f"Circle {n:03d} & Friends" for n in range(600)], code="FRA", place="Zenda")
    enter(letter, PERSON, [*(f"Ada {n:03d}" for n in range(500)), *["Mira Novak"] * 300])
    enter(letter, PERSON, ["Hidden Name"] * 3, withheld=True)
    return letter


def names_on(page: str) -> list[str]:
    return [unescape(each) for each in re.findall(r"<li><bdi>(.*?)</bdi>", page)]


def test_whoever_goes_through_the_parts_sees_everybody_once(anyone: Client, long: Letter) -> None:
    address = f"/letters/{long.address}"
    first = anyone.get(address).content.decode()
    assert "600 organisations" in first and "803 persons" in first and "3 signatories asked not to be named" in first
    assert len(first) < 100_000
    for name, kind, all_of_them in (("organisations", ORGANISATION, 600), ("persons", PERSON, 800)):
        seen, asked = [], f"?list={name}"
        while asked:
            page = anyone.get(address + asked).content.decode()
            assert len(page) < 100_000
            seen += names_on(page)
            following = re.search(r'href="(\?list=[^"#]*)#', page)
            asked = unescape(following[1]) if following else ""
        expected = long.signatures.filter(kind=kind, withheld=False).values_list("name", flat=True)
        assert len(seen) == all_of_them
        assert seen == sorted(expected, key=alphabetical)
    assert names_on(anyone.get(f"{address}?list=persons&from=MÍR").content.decode())[0] == "Mira Novak"
    strange = anyone.get(f"{address}?list=persons&from=%00%FF{'z' * 500}&after=9{'9' * 30}")
    assert (strange.status_code, names_on(strange.content.decode())[0]) == (200, "Ada 000")


def test_files_of_long_lists_hold_everybody(anyone: Client, long: Letter, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = anyone.get(f"/letters/{long.address}.csv")
    assert answer.streaming
    rows = list(csv.DictReader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))
    assert [row["name"] for row in rows[599:602]] == ["Circle 599 & Friends", "Ada 000", "Ada 001"]
    whole = json.loads(anyone.get(f"/letters/{long.address}.json").getvalue())
    assert whole["numbers"] == {
        "organisations": 600, "persons": 803, "countries_and_territories": 1, "withheld": 3
    }  # fmt: skip
    assert len(whole["signatories"]) == len(rows) == 1400
    monkeypatch.setattr(publishing, "MOST_NAMED", 700)
    html = WRITERS["html"](publishing.document(long)).decode()
    assert "600 organisations from one country or territory, and 803 persons" in html
    assert "Circle 599" in html and "Ada 000" not in html and "800 signatories are not named here" in html
    assert "3 signatories asked not to be named" in html


def test_who_leaves_is_gone_from_kept_pages_at_once(anyone: Client, long: Letter) -> None:
    address = f"/letters/{long.address}"
    assert "Ada 007" in anyone.get(address).content.decode()
    with CaptureQueriesContext(connection) as asked:
        assert "Ada 007" in anyone.get(address).content.decode()
    assert not any("letters_signature" in each["sql"] for each in asked.captured_queries)
    assert signing.withdraw(signature=Signature.objects.get(name="Ada 007"))
    after = anyone.get(address).content.decode()
    assert "Ada 007" not in after and "802 persons" in after
    assert bytes(Signature.objects.get(state="withdrawn").sort) == b""


def test_lists_are_in_the_same_order_in_every_database(letter: Letter) -> None:
    enter(letter, PERSON, list(SCRIPTS))
    enter(letter, ORGANISATION, ["Hidden"], withheld=True, code="FRA")
    held = publishing.signatories(letter)
    assert [each.name for each in lists.every(letter)] == [each.name for each in held if not each.withheld]
    assert lists.numbers_of(letter) == numbers(held)


def test_long_names_of_any_script_have_an_order() -> None:
    for name in ("人" * 300, "z" * 300, "\ud800half"):
        assert len(sort_of(name)) <= 120
        sort_of(name).decode()


def test_a_list_that_is_too_long_to_be_made_at_once_follows(
    letter: Letter, coordinator: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "_AT_ONCE", 3)
    enter(letter, ORGANISATION, ["One", "Two", "Three", "Four", "Five"])
    first = json.dumps(publishing.signed_list(letter)).encode()
    assert signing.withdraw(signature=Signature.objects.get(name="Two"))
    publishing.list_anew(letter)
    letter.refresh_from_db()
    between = json.dumps(publishing.latest_list(letter))
    assert (letter.listed["head"]["number"], "Two" in between) == (1, False)
    publishing.list_long_ones_anew()
    letter.refresh_from_db()
    found = verify(json.dumps(publishing.latest_list(letter)).encode(), previous=first)
    assert (found.problems, found.withdrawn, len(found.names), letter.relist) == ([], 1, 4, False)
    monkeypatch.setattr(publishing, "MOST_LISTED", 3)
    with pytest.raises(publishing.NotNow, match="holds 3 signatories at most"):
        publishing.signed_list(letter)


def test_a_signature_that_changed_since_it_was_read(letter: Letter, coordinator: Person) -> None:
    """As it was read is tried first; then what it is."""
    made = signing.ask(letter=letter, given=Given("Zenda Mothers", "office@zenda.example"), network="")
    assert made is not None and made.state == ASKED
    assert signing.confirm(signature=Signature.objects.get(pk=made.pk)) == "confirmed"
    assert signing.vouch(signature=made, by=coordinator, reason="known")  # read before it was confirmed
    assert signing.refuse(signature=made, by=coordinator, reason="false")
    assert signing.confirm(signature=made) == REFUSED
    letter.refresh_from_db()
    assert (letter.organisations, letter.removed) == (0, 1)


def test_the_first_who_asks_makes_it_for_all() -> None:
    now, made = [0.0], []
    kept = Kept[int](seconds=5, most=2, clock=lambda: now[0])
    begun, go = threading.Barrier(5), threading.Event()

    def make() -> int:
        go.wait(10)
        made.append(1)
        return len(made)

    def ask(found: list[int]) -> None:
        begun.wait(10)
        found.append(kept.get("a", make))

    found: list[int] = []
    threads = [threading.Thread(target=ask, args=(found,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    begun.wait(10)
    go.set()
    for thread in threads:
        thread.join()
    assert (found, made) == ([1] * 4, [1])
    now[0] = 5.0
    assert kept.get("a", make) == 2
    for key in "bc":
        kept.get(key, make)
    assert kept.get("a", make) == 5  # only two are kept
    with pytest.raises(ZeroDivisionError):
        kept.get("d", lambda: 1 // 0)
    assert kept.get("d", make) == 6
