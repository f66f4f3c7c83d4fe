"""What pages offer to whom: no button that is refused, and what is said of who can read is true where it is said."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from item6.checks import kept
from item6.web.people.coalitions import workspace_of
from item6.web.people.models import Coalition

Enter = Callable[..., Client]
STATEMENT = {"text": "In its second review Ruritania received 999 recommendations."}


def test_readers_check_statements_and_editors_keep_them(coalition: Coalition, enter_as: Enter) -> None:
    reader, editor = enter_as("reader"), enter_as("editor")
    found = reader.post("/check", STATEMENT)
    assert (found.status_code, "999" in found.content.decode()) == (200, True)
    assert 'name="keep"' not in found.content.decode() + reader.get("/check").content.decode()
    refused = reader.post("/check", STATEMENT | {"keep": "yes"})
    assert (refused.status_code, "Editors keep statements." in refused.content.decode()) == (400, True)
    assert "999" in refused.content.decode()  # what was written is not lost
    assert kept.kept_in(workspace_of(coalition.slug)) == []
    assert editor.post("/check", STATEMENT | {"keep": "yes"}).status_code == 200
    (one,) = kept.kept_in(workspace_of(coalition.slug))
    for page in ("/statements", f"/statements/{one.id}"):
        assert f"/statements/{one.id}/forget" in editor.get(page).content.decode()
        assert f"/statements/{one.id}/forget" not in reader.get(page).content.decode()
    assert "all but its guests" in reader.get("/statements").content.decode()


def test_pages_of_a_server_do_not_speak_of_this_machine(enter_as: Enter) -> None:
    for page in ("/statements", "/check", "/add"):
        assert "this machine" not in enter_as("editor").get(page).content.decode()


def test_the_way_to_a_coalition_and_its_log_is_offered(enter_as: Enter) -> None:
    owner = enter_as("owner")
    assert 'href="/c/ruritania/audit"' in owner.get("/c/ruritania").content.decode()
    assert 'href="/c/ruritania/audit"' not in enter_as("coordinator").get("/c/ruritania").content.decode()
    assert 'href="/c/ruritania"' in owner.get("/c/ruritania/audit").content.decode()
    start = owner.get("/").content.decode().partition("<main")[2].partition("</main")[0]
    assert 'href="/coalitions"' in start
