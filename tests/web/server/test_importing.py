"""A spreadsheet of organisations: shown before it is written, row by row; nothing is merged and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from item6.files.workbooks import Column, Tab, write_workbook
from item6.organisations.nouns import Contact, Organisation
from item6.web.organisations import exporting, importing
from item6.web.organisations.changing import enter, save
from item6.web.organisations.models import Draft, OrganisationRow
from item6.web.people.models import Coalition

Enter = Callable[..., Client]
LIST = "/c/ruritania/organisations"

SHEET = """Members of the network;;;;;;
Name;name (fr);Country;ECOSOC status;Year;Site;Colour;E-mail;Contact
Zenda Legal Aid;Aide juridique;Switzerland;Special;2012;zenda.example;red;rose@zenda.example;Rose
Strelsau Circle;;Free City;none;;;;;
strelsau circle;;;;;;;;
;;Kenya;;;;;;
Castle Watch;;;golden;1801;not a site;;;
Old Friends;;;;;;;;
"""


def sent(client: Client, content: bytes = SHEET.encode(), name: str = "ngos.csv") -> tuple[int, str, str]:
    answer = client.post(f"{LIST}/import", {"file": SimpleUploadedFile(name, content)}, follow=True)
    return answer.status_code, answer.request["PATH_INFO"], answer.content.decode()


def test_what_it_would_do_is_shown_and_nothing_is_written(coalition: Coalition, enter_as: Enter) -> None:
    enter(coalition=coalition.pk, person=None, value=Organisation("Old Friends", notes="kept"))
    status, address, page = sent(enter_as("editor"))
    assert (status, OrganisationRow.objects.count()) == (200, 1)
    assert address == f"{LIST}/import/{Draft.objects.get().pk}"
    for words in ("new: 2", "as it is here: 1", "not understood: 3", "Colour", "A row above has the same name.",
                  "There is no name.", "“golden” is no status.", "“1801” is no year", "Write 2 rows"):  # fmt: skip
        assert words in page


def test_taken_in(coalition: Coalition, enter_as: Enter) -> None:
    client = enter_as("editor")
    _, address, _ = sent(client)
    assert "3 added, 0 changed." in client.post(address, {"do": "take"}).content.decode()
    found = {each.name: each.value() for each in OrganisationRow.objects.all()}
    assert found["Zenda Legal Aid"] == Organisation(
        "Zenda Legal Aid", names=(("fr", "Aide juridique"),), country="Switzerland", code="CHE", status="special",
        year=2012, website="https://zenda.example", contacts=(Contact("Rose", email="rose@zenda.example"),),
    )  # fmt: skip
    assert (found["Strelsau Circle"].country, found["Strelsau Circle"].code) == ("Free City", "")
    assert client.post(address, {"do": "take"}).status_code == 404
    _, _, again = sent(client)
    assert "as it is here: 3" in again
    assert 'value="take"' not in again


def test_a_row_adds_to_what_is_there_and_takes_nothing_away(coalition: Coalition, enter_as: Enter) -> None:
    before = Organisation(
        "Zenda Legal Aid", names=(("fr", "Aide"),), country="Zenda", status="roster", notes="kept",
        contacts=(Contact("Fritz"),), domains=("a.example",),
    )  # fmt: skip
    number = enter(coalition=coalition.pk, person=None, value=before).pk
    client = enter_as("editor")
    _, address, page = sent(client, b"name,status,domains,contact\nZENDA LEGAL AID,Special,b.example,Rose\n")
    assert "changed: 1" in page
    client.post(address, {"do": "take"})
    found = OrganisationRow.objects.get(pk=number).value()
    assert (found.name, found.status, found.notes, found.country) == ("Zenda Legal Aid", "special", "kept", "Zenda")
    assert (found.domains, [each.person for each in found.contacts]) == (("a.example", "b.example"), ["Fritz", "Rose"])


def test_names_that_are_only_alike_are_entered_and_suggested(coalition: Coalition, enter_as: Enter) -> None:
    enter(coalition=coalition.pk, person=None, value=Organisation("Zenda Legal Aid"))
    client = enter_as("editor")
    _, address, _ = sent(client, b"name\nZenda Legal Aid e.V.\n")
    client.post(address, {"do": "take"})
    assert OrganisationRow.objects.count() == 2
    assert "1 pair to decide on" in client.get(f"{LIST}/alike").content.decode()


def test_what_somebody_else_changed_meanwhile_is_left(coalition: Coalition, enter_as: Enter) -> None:
    number = enter(coalition=coalition.pk, person=None, value=Organisation("Old Friends")).pk
    client = enter_as("editor")
    _, address, _ = sent(client, b"name,country\nOld Friends,Kenya\nNew Friends,Kenya\n")
    save(row=number, coalition=coalition.pk, person=None, value=Organisation("Old Friends", notes="new"), version=1)
    enter(coalition=coalition.pk, person=None, value=Organisation("New friends"))
    page = client.post(address, {"do": "take"}).content.decode()
    assert "0 added, 0 changed." in page
    assert [name for name in ("Old Friends", "New Friends") if name in page] == ["Old Friends", "New Friends"]
    assert OrganisationRow.objects.get(pk=number).country == ""


def test_a_workbook_is_read_too(coalition: Coalition, enter_as: Enter) -> None:
    columns = [Column("Organización"), Column("País"), Column("ecosoc_year")]
    tab = Tab("ngos", columns, [["=1+1 Círculo", "Suiza", 2011]])
    _, _, page = sent(enter_as("editor"), write_workbook([tab], datetime(2026, 1, 1, tzinfo=UTC)), "ngos.xlsx")
    assert "new: 1" in page
    line = importing.lines_of(Draft.objects.get())[0]
    assert (line.value.name, line.value.code, line.value.year) == ("=1+1 Círculo", "CHE", 2011)


def test_an_export_comes_back_as_it_is(coalition: Coalition, enter_as: Enter) -> None:
    value = Organisation("=Circle", names=(("fr", "Cercle"), ("", "Круг")), former=("Old",), ecosoc_name="Assoc.",
                         country="Zenda", code="CHE", status="general", year=1999, website="https://a.example",
                         domains=("a.example", "b.example"))  # fmt: skip
    _, rows = importing.read_file(exporting.as_csv([value]))
    (line,) = importing.lines(coalition.pk, rows)
    assert (line.kind, line.value, line.problems) == ("added", value, [])


REFUSED = [
    (b"", "No file was chosen"),
    (b"colour,year\nred,2011\n", "No row names a column of names"),
    (b"\x00\x01\x02", "This is no spreadsheet that can be read"),
    (b"PK\x03\x04 broken", "This is no spreadsheet that can be read"),
    (b"name\n" + b"x\n" * 5001, "These are more than 5,000 rows"),
    (b"x" * 5_000_001, "This file is larger than 5 MB"),
]


@pytest.mark.parametrize(("content", "why"), REFUSED)
def test_what_cannot_be_read_is_said(coalition: Coalition, enter_as: Enter, content: bytes, why: str) -> None:
    status, _, page = sent(enter_as("editor"), content)
    assert (status in (400, 413), why in page, Draft.objects.count()) == (True, True, 0)


def test_a_draft_is_forgotten_and_old_ones_are_removed(coalition: Coalition, enter_as: Enter) -> None:
    client = enter_as("editor")
    _, first, _ = sent(client)
    assert client.post(first, {"do": "forget"}).status_code == 302
    _, second, _ = sent(client)
    Draft.objects.update(made=timezone.now() - timedelta(days=2))
    sent(client)
    assert (client.get(first).status_code, client.get(second).status_code, Draft.objects.count()) == (404, 404, 1)


def test_others_drafts_are_not_there(coalition: Coalition, other: Coalition, enter_as: Enter) -> None:
    _, address, _ = sent(enter_as("editor"))
    client = enter_as("owner", other)
    number = Path(address).name
    assert client.get(f"/c/strelsau/organisations/import/{number}").status_code == 404
    assert client.post(f"/c/strelsau/organisations/import/{number}", {"do": "take"}).status_code == 404
    assert OrganisationRow.objects.count() == 0
