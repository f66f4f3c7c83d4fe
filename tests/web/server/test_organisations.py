"""Organisations of a coalition: entered, found, edited by two at once, exported, kept from others."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

import pytest
from django.test import Client
from people_for_tests import member, signed_in

from item6.organisations.nouns import Contact, Organisation
from item6.web.organisations.changing import Stale, enter, save
from item6.web.organisations.models import Change, ContactRow, OrganisationRow
from item6.web.people.models import Coalition

Enter = Callable[..., Client]
LIST = "/c/ruritania/organisations"

CIRCLE = Organisation(
    name="Ruritanian Human Rights Circle",
    names=(("fr", "Cercle ruritanien des droits humains"), ("ru", "Руританский круг"), ("ar", "دائرة روريتانيا")),
    former=("Zenda Committee",),
    ecosoc_name="Ruritanian Human Rights Circle Association",
    country="Free City of Strelsau",
    code="XRU",
    status="special",
    year=2011,
    website="https://circle.example",
    domains=("circle.example", "xn--bcher-kva.example"),
    contacts=(Contact("Rose", "Secretary", "rose@circle.example", "+41 22 000", "fr", "2026-01-02"),),
    notes="Met in Geneva.",
)


def made(coalition: Coalition, value: Organisation = CIRCLE) -> int:
    return enter(coalition=coalition.pk, person=None, value=value).pk


def typed(**changes: str) -> dict[str, str]:
    return {"name": "Strelsau Circle", "status": "unknown"} | changes


def test_a_row_gives_back_what_was_entered(coalition: Coalition) -> None:
    assert OrganisationRow.objects.get(pk=made(coalition)).value() == CIRCLE


FOUND = ["rights", "CERCLE", "cercle ruritanien", "руританскии", "دَائرة", "zenda", "association", "circle.example", ""]


@pytest.mark.parametrize("words", FOUND)
def test_found_by_any_name_in_any_script(coalition: Coalition, enter_as: Enter, words: str) -> None:
    made(coalition)
    made(coalition, Organisation("Friends of the Castle"))
    page = enter_as("reader").get(LIST, {"q": words}).content.decode()
    assert "Ruritanian Human Rights Circle" in page
    assert ("Friends of the Castle" in page) == (words == "")


@pytest.mark.parametrize("words", ["nothing", "circle castle", "\x00", "%", "_"])
def test_nothing_is_found_by_words_that_are_not_there(coalition: Coalition, enter_as: Enter, words: str) -> None:
    made(coalition)
    answer = enter_as("reader").get(LIST, {"q": words})
    assert answer.status_code == 200
    assert ("None is called so" in answer.content.decode()) == (words != "\x00")


def test_narrowed_by_status_and_country(coalition: Coalition, enter_as: Enter) -> None:
    made(coalition)
    made(coalition, Organisation("Friends of the Castle", code="CHE", status="roster"))
    client = enter_as("reader")
    assert "1 of 2" in client.get(LIST, {"status": "roster"}).content.decode()
    assert "1 of 2" in client.get(LIST, {"country": "XRU"}).content.decode()
    assert "0 of 2" in client.get(LIST, {"country": "XRU", "status": "roster"}).content.decode()


def test_the_page_shows_everything_and_its_history_nothing_private(coalition: Coalition, enter_as: Enter) -> None:
    number = made(coalition)
    client = enter_as("reader")
    page = client.get(f"{LIST}/{number}").content.decode()
    for words in ("Руританский круг", "Zenda Committee", "Special, since 2011", "Free City of Strelsau",
                  "bücher.example", "Rose", "Agreed to be kept here on 2026-01-02", "Met in Geneva."):  # fmt: skip
        assert words in page
    history = client.get(f"{LIST}/{number}/history").content.decode()
    assert "Руританский круг" in history
    assert not [words for words in ("Rose", "rose@", "Met in Geneva") if words in history]


def test_entered_in_the_browser(coalition: Coalition, enter_as: Enter) -> None:
    editor = enter_as("editor")
    assert 'class="trouble"' not in editor.get(f"{LIST}/new").content.decode()  # nothing is wrong before one typed
    answer = editor.post(f"{LIST}/new", {
        "name": " Strelsau  Circle ", "names": "fr: Cercle\r\nКруг\r\n", "former": "Old Circle\r\nOld Circle",
        "ecosoc_name": "Strelsau Circle Assoc.", "country": "Switzerland", "code": "", "status": "roster",
        "year": "2011", "website": "circle.example/about", "domains": "https://www.circle.example, post@mail.example",
        "notes": "Two\r\nlines", "person-0": "Rose", "email-0": "rose@circle.example", "consent-0": "2026-01-02",
        "person-3": "Fritz",
    })  # fmt: skip
    assert answer.status_code == 302
    assert OrganisationRow.objects.get().value() == Organisation(
        name="Strelsau Circle", names=(("fr", "Cercle"), ("", "Круг")), former=("Old Circle",),
        ecosoc_name="Strelsau Circle Assoc.", country="Switzerland", code="CHE", status="roster", year=2011,
        website="https://circle.example/about", domains=("circle.example", "mail.example"), notes="Two\nlines",
        contacts=(Contact("Rose", "", "rose@circle.example", "", "", "2026-01-02"), Contact("Fritz")),
    )  # fmt: skip


WRONG = [
    ({"name": " "}, "name"),
    ({"name": "x" * 301}, "name"),
    ({"status": "golden"}, "status"),
    ({"status": "special", "year": "1899"}, "year"),
    ({"status": "none", "year": "2011"}, "year"),
    ({"code": "Atlantis"}, "code"),
    ({"website": "not a site"}, "website"),
    ({"domains": "example"}, "domains"),
    ({"person-0": "Rose", "email-0": "rose"}, "email-0"),
    ({"person-0": "Rose", "consent-0": "yes"}, "consent-0"),
    ({"phone-0": "+41"}, "email-0"),
]


@pytest.mark.parametrize(("changes", "field"), WRONG)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(
    coalition: Coalition, enter_as: Enter, changes: dict[str, str], field: str
) -> None:
    answer = enter_as("editor").post(f"{LIST}/new", typed(notes="A long note.", **changes))
    page = answer.content.decode()
    assert (answer.status_code, OrganisationRow.objects.count()) == (400, 0)
    assert f'id="{field}-trouble"' in page
    assert "A long note." in page


def test_the_second_of_two_editors_is_shown_what_differs(coalition: Coalition, enter_as: Enter) -> None:
    number = made(coalition, Organisation("Strelsau Circle", notes="first"))
    one, two = enter_as("editor"), enter_as("editor")
    address = f"{LIST}/{number}/edit"
    assert one.post(address, typed(version="1", country="Zenda", notes="theirs")).status_code == 302
    answer = two.post(address, typed(version="1", website="https://circle.example", notes="mine"))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Nothing of yours was saved yet, and nothing is lost." in page
    for words in ("Zenda", "theirs", "mine", 'value="https://circle.example"', 'name="version" value="2"'):
        assert words in page
    row = OrganisationRow.objects.get()
    assert (row.country, row.notes, row.version) == ("Zenda", "theirs", 2)
    assert two.post(address, typed(version="2", country="Zenda", notes="both")).status_code == 302
    assert OrganisationRow.objects.get().notes == "both"


def test_a_save_without_changes_leaves_no_line(coalition: Coalition) -> None:
    number = made(coalition)
    assert not save(row=number, coalition=coalition.pk, person=None, value=CIRCLE, version=1)
    assert (Change.objects.count(), OrganisationRow.objects.get().version) == (1, 1)
    with pytest.raises(Stale):
        save(row=number, coalition=coalition.pk, person=None, value=CIRCLE, version=7)


def test_a_contact_taken_out_is_gone(coalition: Coalition, enter_as: Enter) -> None:
    number = made(coalition)
    enter_as("editor").post(f"{LIST}/{number}/edit", typed(version="1"))
    assert ContactRow.objects.count() == 0


def test_removed_by_a_coordinator_for_good(coalition: Coalition, enter_as: Enter) -> None:
    address = f"{LIST}/{made(coalition)}/remove"
    assert enter_as("editor").post(address).status_code == 403
    client = enter_as("coordinator")
    assert "This cannot be undone" in client.get(address).content.decode()
    assert client.post(address).status_code == 302
    assert [model.objects.count() for model in (OrganisationRow, ContactRow, Change)] == [0, 0, 0]


def test_exports_hold_what_the_list_selects_and_nobody(coalition: Coalition, enter_as: Enter) -> None:
    made(coalition)
    made(coalition, Organisation("=1+1", former=("@SUM(A1)",), country="＝cmd"))
    client = enter_as("reader")
    answer = client.get(f"{LIST}.csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row["name"] for row in rows] == ["'=1+1", "Ruritanian Human Rights Circle"]
    assert (rows[0]["former_names"], rows[0]["country"]) == ("'@SUM(A1)", "'＝cmd")
    assert rows[1]["names"].startswith("fr: Cercle ruritanien des droits humains;ru: ")
    assert "rose@" not in answer.content.decode()
    assert answer.headers["Content-Disposition"] == 'attachment; filename="ruritania-organisations.csv"'
    found = json.loads(client.get(f"{LIST}.json", {"q": "круг"}).content)
    assert [(each["name"], each["ecosoc_year"], each["names"][1]) for each in found] == [
        ("Ruritanian Human Rights Circle", 2011, {"language": "ru", "text": "Руританский круг"})
    ]


def test_contacts_are_exported_for_editors_alone(coalition: Coalition, enter_as: Enter) -> None:
    made(coalition)
    assert enter_as("reader").get(f"{LIST}/contacts.csv").status_code == 403
    rows = list(csv.reader(io.StringIO(enter_as("editor").get(f"{LIST}/contacts.csv").content.decode("utf-8-sig"))))
    assert rows[1] == [CIRCLE.name, "Rose", "Secretary", "rose@circle.example", "'+41 22 000", "fr", "2026-01-02"]


def test_others_organisations_are_not_there(coalition: Coalition, other: Coalition, enter_as: Enter) -> None:
    number = made(other, Organisation("Secret Circle", domains=("secret.example",)))
    client = enter_as("owner")
    for address in ("", "/edit", "/history", "/remove", f"/merge/{made(coalition)}"):
        assert client.get(f"{LIST}/{number}{address}").status_code == 404, address
        assert client.get(f"/c/strelsau/organisations/{number}{address}").status_code == 404, address
    for address in ("/edit", "/remove"):
        assert client.post(f"{LIST}/{number}{address}", typed(version="1")).status_code == 404, address
    for address in ("", ".csv", ".json", "/contacts.csv", "/alike"):
        assert b"ecret Circle" not in client.get(f"{LIST}{address}").content, address
    assert OrganisationRow.objects.get(pk=number).name == "Secret Circle"


def test_numbers_that_no_row_has(coalition: Coalition) -> None:
    client = signed_in(member(coalition, "owner"))
    far = "9" * 30
    for address in (f"{LIST}/{far}", f"{LIST}/{far}/edit", f"{LIST}/{far}/merge/1", f"{LIST}/import/{far}",
                    f"/c/ruritania/members/{far}", f"{LIST}/0"):  # fmt: skip
        assert client.get(address).status_code == 404, address
    for address in (f"{LIST}/merges/{far}/undo", f"{LIST}/{far}/apart/1", f"/c/ruritania/invitations/{far}/withdraw"):
        assert client.post(address).status_code == 404, address
