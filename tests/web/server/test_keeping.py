"""What who runs the server does: coalitions begun and closed, accounts closed, keepers named."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from people_for_tests import member, signed_in

from item6.record.folders import base_of
from item6.web.people import keeping
from item6.web.people.coalitions import workspace_of
from item6.web.people.keeping import NotDone
from item6.web.people.models import Coalition, Invitation, Person, Session

Enter = Callable[..., Client]
ROOT = Path(__file__).resolve().parents[3]


def test_a_coalition_is_begun_with_its_folder_and_an_invitation(coalition: Coalition, server_home: Path) -> None:
    address = keeping.add("zenda", " Zenda  Watch ", "Rose@Example.org")
    made = Invitation.objects.get()
    assert (made.email, made.role, made.by, made.coalition.name) == ("rose@example.org", "owner", None, "Zenda Watch")
    assert "/invitation/" in address
    folder = workspace_of("zenda")
    assert (base_of(folder) or folder).resolve() == server_home.resolve()
    assert folder.stat().st_mode & 0o077 == 0


REFUSED = [
    ("Zenda", "Zenda", "rose@example.org", "cannot stand in addresses"),
    ("../etc", "Zenda", "rose@example.org", "cannot stand in addresses"),
    ("-zenda", "Zenda", "rose@example.org", "cannot stand in addresses"),
    ("z" * 41, "Zenda", "rose@example.org", "cannot stand in addresses"),
    ("zenda", " ", "rose@example.org", "needs a name"),
    ("zenda", "Zenda", "rose", "is no e-mail address"),
    ("zenda", "Zenda", "rose@", "is no e-mail address"),
    ("ruritania", "Again", "rose@example.org", "there is a coalition ruritania already"),
]


@pytest.mark.parametrize(("slug", "name", "owner", "why"), REFUSED)
def test_what_cannot_be_begun_leaves_nothing(
    coalition: Coalition, server_home: Path, slug: str, name: str, owner: str, why: str
) -> None:
    with pytest.raises(NotDone, match=why):
        keeping.add(slug, name, owner)
    assert [each.name for each in (server_home / "coalitions").iterdir()] == ["ruritania"]
    assert (Coalition.objects.count(), Invitation.objects.count()) == (1, 0)


def test_files_of_a_coalition_that_was_are_not_given_to_a_new_one(coalition: Coalition, server_home: Path) -> None:
    workspace_of("zenda").mkdir()
    with pytest.raises(NotDone, match="this folder is there already"):
        keeping.add("zenda", "Zenda", "rose@example.org")


def test_a_closed_coalition_opens_for_nobody_and_can_be_opened_again(coalition: Coalition, enter_as: Enter) -> None:
    client = enter_as("owner")
    assert keeping.close("ruritania") == str(workspace_of("ruritania"))
    assert client.get("/c/ruritania").status_code == 404
    assert workspace_of("ruritania").exists()
    assert [bool(each["closed"]) for each in keeping.listed_coalitions()] == [True]
    keeping.reopen("ruritania")
    assert client.get("/c/ruritania").status_code == 200
    with pytest.raises(NotDone, match="no coalition zenda"):
        keeping.close("zenda")


def test_who_has_no_owner_is_told_of_and_invited_into(coalition: Coalition, other: Coalition) -> None:
    last = member(coalition, "owner", email="last@example.org")
    member(other, "owner")
    client = signed_in(last)
    assert keeping.disable("LAST@example.org") == ["ruritania"]
    assert (client.get("/").status_code, Session.objects.filter(person=last).count()) == (302, 0)
    assert {each["slug"]: each["owners"] for each in keeping.listed_coalitions()} == {"ruritania": 0, "strelsau": 1}
    assert "/invitation/" in keeping.invited("ruritania", "new@example.org", "owner")
    keeping.enable("last@example.org")
    assert signed_in(last).get("/c/ruritania").status_code == 200


def test_a_keeper_sees_no_coalition(coalition: Coalition, enter_as: Enter) -> None:
    client = enter_as("guest", None, email="keeper@example.org")
    keeping.name_keeper("keeper@example.org", True)
    assert (Person.objects.get(email="keeper@example.org").keeper, client.get("/c/ruritania/members").status_code) == (
        True,
        403,
    )
    (row,) = keeping.listed_people()
    assert (row["email"], row["keeper"], row["roles"]) == ("keeper@example.org", True, ["ruritania: guest"])
    keeping.name_keeper("keeper@example.org", False)
    assert not Person.objects.get().keeper
    with pytest.raises(NotDone, match="nobody has an account"):
        keeping.name_keeper("nobody@example.org", True)


def test_from_the_command_line(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}

    def item6(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "item6", "--home", str(tmp_path / "home"), *words]
        return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)

    early = item6("coalition", "list")
    assert (early.returncode, "the database has no tables yet: run: item6 upgrade" in early.stderr) == (1, True)
    assert item6("upgrade").returncode == 0
    made = item6("coalition", "add", "ruritania", "Coalition for Ruritania", "--owner", "rose@example.org")
    assert (made.returncode, made.stdout.count("\n"), "/invitation/" in made.stdout) == (0, 1, True)
    assert "this address is shown once" in made.stderr
    again = item6("coalition", "add", "ruritania", "Again", "--owner", "rose@example.org")
    assert (again.returncode, again.stdout) == (1, "")
    assert item6("coalition", "close", "ruritania").returncode == 0
    (row,) = json.loads(item6("coalition", "list", "--format", "json").stdout)
    assert (row["slug"], row["members"], bool(row["closed"])) == ("ruritania", 0, True)
    assert item6("person", "list", "--format", "json").stdout.strip() == "[]"
    assert item6("person", "disable", "rose@example.org").returncode == 1
    assert "nothing that belongs to no coalition" in item6("person", "log").stdout
    lost = item6("person", "start-over", "rose@example.org")
    assert (lost.returncode, "nobody has an account of rose@example.org" in lost.stderr) == (1, True)
