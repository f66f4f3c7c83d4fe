"""Pages of side events: listed, begun, edited section by section, published, imported; who sees which name."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from databases import Database, databases_of_process
from django.test import Client
from events_for_tests import JOIN_LINK, LEGAL_NAME, PSEUDONYM, WITH_LINK

from item6.events.nouns import RESCHEDULED
from item6.web.events.fields import SECTIONS
from item6.web.events.models import Event

HERE = "/c/ruritania/events"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """SQLite alone: no page differs with the database."""
    with databases_of_process().empty("sqlite", tmp_path) as opened:
        yield opened


@pytest.fixture
def editor(enter_as: Callable[..., Client]) -> Client:
    return enter_as("editor")


@pytest.fixture
def coordinator(enter_as: Callable[..., Client]) -> Client:
    return enter_as("coordinator")


def fields_of(page: str) -> dict[str, list[str]]:
    """What a browser would send of the page's form, as it stands."""
    form = page[page.index('class="asking"') :]
    found: dict[str, list[str]] = {}
    for tag in re.findall(r"<input[^>]*>", form):
        name, value = re.search(r' name="([^"]*)"', tag), re.search(r' value="([^"]*)"', tag)
        if name and (not re.search(r'type="(?:checkbox|radio)"', tag) or " checked" in tag):
            found.setdefault(name[1], []).append(html.unescape(value[1]) if value else "")
    for name, words in re.findall(r'<textarea[^>]* name="([^"]*)"[^>]*>\n?(.*?)</textarea>', form, re.DOTALL):
        found[name] = [html.unescape(words)]
    for name, options in re.findall(r'<select[^>]* name="([^"]*)"[^>]*>(.*?)</select>', form, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', options) or re.search(r'value="([^"]*)"', options)
        found[name] = [html.unescape(chosen[1])] if chosen else [""]
    return found


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_saved_as_it_is_shown_changes_nothing(editor: Client, draft: Event, section: str) -> None:
    """Every field of every section goes to the form and back."""
    address = f"{HERE}/{draft.pk}/edit/{section}"
    page = editor.get(address).content.decode()
    answer = editor.post(address, fields_of(page))
    assert answer.status_code == 302, re.findall(r'class="trouble"[^>]*>(.*?)<', answer.content.decode())
    saved = Event.objects.get(pk=draft.pk)
    assert (saved.with_link(), saved.edition) == (WITH_LINK, 2)


def test_an_event_is_begun_from_a_template_and_its_rows_are_filled(editor: Client) -> None:
    answer = editor.post(f"{HERE}/new", {"title": "On Zenda", "template": "virtual-roundtable", "language": "en"})
    row = Event.objects.get()
    assert answer.headers["Location"] == f"{HERE}/{row.pk}"
    address = f"{HERE}/{row.pk}/edit/organisers"
    typed = {"edition": "1", "name-0": "Hentzau Circle", "role-0": "co-organiser", "ecosoc-0": "none", "order-0": "2",
             "name-1": "Zenda Mothers", "role-1": "organiser", "ecosoc-1": "has", "order-1": "1"}  # fmt: skip
    assert editor.post(address, typed).status_code == 302
    found = [(each.name, each.consultative) for each in Event.objects.get().whole().organisers]
    assert found == [("Zenda Mothers", True), ("Hentzau Circle", False)]
    page = editor.get(f"{HERE}/{row.pk}").content.decode()
    assert "Day and time are not known" in page
    assert page.count("<tr><td>") == 5
    assert [each.format for each in (row.whole(),)] == ["virtual"]
    wrong = editor.post(
        f"{HERE}/{row.pk}/edit/when", {"edition": "2", "day": "15.3.", "start": "25:00", "zone": "Zenda"}
    )
    assert wrong.status_code == 400
    assert wrong.content.decode().count('aria-invalid="true"') == 3


def test_somebody_else_saved_meanwhile(editor: Client, draft: Event) -> None:
    address = f"{HERE}/{draft.pk}/edit/programme"
    one = fields_of(editor.get(address).content.decode())
    other = one | {"title-0": ["Theirs"]}
    assert editor.post(address, other).status_code == 302
    answer = editor.post(address, one | {"title-0": ["Own"]})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Theirs" in page and 'value="Own"' in page
    assert editor.post(address, fields_of(page)).status_code == 302
    assert Event.objects.get().whole().programme[0].title == "Own"


def test_readers_see_what_the_world_sees_and_editors_see_names(
    enter_as: Callable[..., Client], editor: Client, draft: Event
) -> None:
    address = f"{HERE}/{draft.pk}"
    read, edited = (client.get(address).content.decode() for client in (enter_as("reader"), editor))
    assert PSEUDONYM in read and LEGAL_NAME not in read and "Black Michael" not in read
    assert PSEUDONYM in edited and LEGAL_NAME in edited
    assert JOIN_LINK not in edited.replace("&amp;", "&")
    assert "90 minutes" in read and '<dd dir="auto">free</dd>' in read and '<dd dir="auto">none</dd>' in read


def test_what_was_published_is_moved_by_coordinators_alone(editor: Client, coordinator: Client, draft: Event) -> None:
    address = f"{HERE}/{draft.pk}"
    refused = coordinator.post(f"{address}/move", {"to": "published"})
    assert refused.status_code == 409 and "has not approved" in refused.content.decode()
    assert coordinator.post(f"{address}/task", {"task": "approval"}).status_code == 302
    assert coordinator.post(f"{address}/move", {"to": "published"}).status_code == 302
    assert editor.get(f"{address}/edit/when").status_code == 403
    typed = fields_of(coordinator.get(f"{address}/edit/when").content.decode())
    assert editor.post(f"{address}/edit/when", typed).status_code == 403
    assert coordinator.post(f"{address}/edit/when", typed | {"day": ["2027-03-16"]}).status_code == 302
    row = Event.objects.get()
    assert (row.whole().status, row.sequence) == (RESCHEDULED, 1)
    assert coordinator.post(f"{address}/move", {"to": "withdrawn"}).status_code == 302
    assert coordinator.post(f"{address}/remove").status_code == 409


def test_an_announcement_is_pasted_looked_at_and_becomes_a_draft(editor: Client) -> None:
    text = ("The courts of Zenda\n\nDate: 15 March 2027\nTime: 14:00-15:30\nWhere: Room XXVI, Palais des Nations\n"
            "Organisers: Zenda Mothers (special ECOSOC status), Hentzau Circle\nLanguages: English\nPrice: free <b>\n"
            "Speakers:\n- Flavia Elphberg, director\n")  # fmt: skip
    page = editor.post(f"{HERE}/import", {"text": text}).content.decode()
    assert "2027-03-15" in page and "Room XXVI" in page and "free &lt;b&gt;" in page
    assert Event.objects.count() == 0
    shown = re.search(r'<div class="announcement"[^>]*>(.*?)</div>', page, re.DOTALL)
    assert shown is not None
    pasted = re.sub(r"<sup.*?</sup>|</?mark[^>]*>", "", shown[1])
    assert html.unescape(pasted) == text
    assert editor.post(f"{HERE}/import", {"text": text, "do": "begin", "without": "1"}).status_code == 302
    made = Event.objects.get().whole()
    assert (made.day, made.start, made.room) == ("2027-03-15", "14:00", "Room XXVI")
    assert made.speakers[0].consents == ()
    assert editor.post(f"{HERE}/import", {"text": "  "}).status_code == 400
