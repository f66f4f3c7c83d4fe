"""Side events in Chromium: planned without scripts and by keyboard, on a phone, in Arabic; and axe on every page."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_for_tests import PHONE, troubles
from databases import Database, databases_of_process
from django.conf import settings
from events_for_tests import WITH_LINK
from people_for_tests import member, signed_in
from playwright.sync_api import Browser, Page, expect

from item6.web.events import writing
from item6.web.events.fields import SECTIONS
from item6.web.events.models import Event
from item6.web.people.models import Coalition, Person

pytestmark = pytest.mark.full

PASTED = """Side event: The courts of Zenda

Date: 15 March 2027
Time: 14:00-15:30 (Geneva)
Where: Room XXVI, Palais des Nations, and online
Organisers: Zenda Mothers (special ECOSOC status), Hentzau Circle (no status)
Languages: English, with interpretation into French
Programme:
- Welcome: 10 minutes
- Panel: 60 minutes
- Questions and answers: 20 minutes
"""


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """SQLite alone: no page differs with the database."""
    with databases_of_process().empty("sqlite", tmp_path) as opened:
        yield opened


@pytest.fixture
def coordinator(coalition: Coalition) -> Person:
    return member(coalition, "coordinator", name="Anna")


@pytest.fixture
def opened(chromium: Browser) -> Iterator[Any]:
    """Opens pages of browsers, each of its own."""
    contexts = []

    def opened(site: str, person: Person, **options: Any) -> Page:
        context = chromium.new_context(**options)
        contexts.append(context)
        cookie = signed_in(person).cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": site}])
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


def test_axe_finds_nothing_on_any_page_at_any_width(
    live: str, opened: Any, event: Event, coordinator: Person, coalition: Coalition
) -> None:
    draft = writing.begin(coalition=coalition, file=WITH_LINK)
    writing.follow_up(event=event, title="What came of it")
    writing.change_status(event=event, edition=event.edition, status="rescheduled", notice="A day later.",
                          fields={"day": "2027-03-16"})  # fmt: skip
    here = "/c/ruritania/events"
    pages = [here, f"{here}/new", f"{here}/import", f"{here}/{event.pk}", f"{here}/{draft.pk}",
             f"{here}/{draft.pk}/remove", *(f"{here}/{event.pk}/edit/{section}" for section in SECTIONS)]  # fmt: skip
    found = {}
    for name, options in {"desktop": {}, "phone": PHONE, "arabic": {"locale": "ar", **PHONE}}.items():
        page = opened(live, coordinator, **options)
        for address in pages:
            page.goto(live + address)
            if bad := troubles(page):
                found[f"{name} {address}"] = bad
            _picture(page, f"{name}{address}")
            assert len(page.content()) < 100_000
        page.goto(f"{live}{here}/import")
        page.locator("textarea").fill(PASTED)
        page.locator("form.asking button").click()
        if bad := troubles(page):
            found[f"{name} read"] = bad
        _picture(page, f"{name}-read")
    assert found == {}


def test_an_event_is_planned_by_keyboard_without_scripts_on_a_phone(
    live: str, opened: Any, coordinator: Person
) -> None:
    page = opened(live, coordinator, java_script_enabled=False, **PHONE)
    page.goto(f"{live}/c/ruritania/events/import")
    page.get_by_label("Announcement").focus()
    page.keyboard.insert_text(PASTED)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("were read")
    page.get_by_role("button", name="Begin the event with these").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("The courts of Zenda")
    page.get_by_role("link", name="Panel").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Name", exact=True).focus()
    page.keyboard.insert_text("Rosa Hentzau")
    page.keyboard.press("Tab")
    page.keyboard.insert_text("Ms Wren")
    page.get_by_role("button", name="Save").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Ms Wren")).to_be_visible()
    page.get_by_role("button", name="Publish the page").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("The page is published.")).to_be_visible()
    assert Event.objects.get().public().speakers[0].name == "Ms Wren"


def _picture(page: Page, name: str) -> None:
    """For people who look at what they make: ITEM6_PICTURES names a folder."""
    if folder := os.environ.get("ITEM6_PICTURES"):
        page.screenshot(path=Path(folder) / f"{name.replace('/', '_')}.png", full_page=True)
