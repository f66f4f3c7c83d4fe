"""A coalition's pages in Chromium: inviting, entering, importing, deciding; keyboard and phone; axe finds nothing."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_for_tests import PHONE, troubles
from django.conf import settings
from people_for_tests import member, signed_in
from playwright.sync_api import Browser, Page, expect

from item6 import decisions
from item6.organisations.nouns import Contact, Organisation
from item6.web.organisations.changing import enter
from item6.web.people import inviting
from item6.web.people.coalitions import workspace_of
from item6.web.people.models import Coalition, Person
from item6.web.people.roles import Who

pytestmark = [pytest.mark.full, pytest.mark.parametrize("database", ["sqlite"], indirect=True)]
"""No page differs with the database: what lies below them is tried on both by tests without a browser."""

MOST_BYTES = 100_000
PICTURES = os.environ.get("ITEM6_PICTURES", "")
"""A folder: pictures of the pages are put there, for people to look at."""

SHEET = "name;name (fr);country;status;year\nZenda Watch;Veille de Zenda;Kenya;Special;2012\nOther;;;golden;\n"

Open = Callable[..., Page]


@pytest.fixture
def opened(chromium: Browser, live: str) -> Iterator[Open]:
    """Opens a page of somebody's browser."""
    contexts = []

    def opened(who: Person, path: str, **options: object) -> Page:
        context = chromium.new_context(**options)
        contexts.append(context)
        cookie = signed_in(who).cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live}])
        page = context.new_page()
        page.goto(live + path)
        return page

    yield opened
    for context in contexts:
        context.close()


def furnished(coalition: Coalition) -> None:
    """Two organisations that may be one, one more, and a decision."""
    circle = Organisation(
        "Ruritanian Human Rights Circle", names=(("fr", "Cercle ruritanien"), ("ar", "دائرة روريتانيا")),
        former=("Zenda Committee",), ecosoc_name="Ruritanian Human Rights Circle", country="Free City of Strelsau",
        status="special", year=2011, domains=("circle.example",), website="https://circle.example",
        contacts=(Contact("Rose", "Secretary", "rose@circle.example", "+41 22 000", "fr", "2026-01-02"),),
    )  # fmt: skip
    enter(coalition=coalition.pk, person=None, value=circle)
    enter(coalition=coalition.pk, person=None, value=Organisation("RURITANIAN HUMAN RIGHTS CIRCLE e.V.", status="none"))
    enter(coalition=coalition.pk, person=None, value=Organisation("曾达人权协会", country="香港", code=""))
    inviting.invite(
        coalition=coalition, email="a.very.long.name@organisation.example", role="coordinator", days=7, person=None,
        by=Who.OWNER,
    )  # fmt: skip
    decisions.append(workspace_of(coalition.slug), {
        "kind": "answer", "review": "XRU-2", "number": "115.1", "position": "noted", "oral": True, "who": "Rose",
        "when": "2026-01-02", "source": "recording, 0:41", "why": "It was only said aloud",
    })  # fmt: skip


PAGES = (
    "/coalitions", "/c/ruritania", "/c/ruritania/members", "/c/ruritania/members/{reader}", "/c/ruritania/leave",
    "/c/ruritania/invitations", "/c/ruritania/decisions", "/c/ruritania/decisions/answer",
    "/c/ruritania/decisions/correct", "/c/ruritania/decisions/label", "/c/ruritania/decisions/totals",
    "/c/ruritania/organisations", "/c/ruritania/organisations/1", "/c/ruritania/organisations/1/edit",
    "/c/ruritania/organisations/1/history", "/c/ruritania/organisations/1/remove",
    "/c/ruritania/organisations/1/merge/2", "/c/ruritania/organisations/alike", "/c/ruritania/organisations/new",
    "/c/ruritania/organisations/import",
)  # fmt: skip


@pytest.mark.parametrize("options", [{}, PHONE], ids=["desktop", "phone"])
def test_every_page_is_accessible_and_fits(coalition: Coalition, opened: Open, options: dict[str, object]) -> None:
    furnished(coalition)
    reader = member(coalition, "reader", name="Fritz von Tarlenheim")
    page = opened(member(coalition, "owner", name="Rudolf Rassendyll"), "/coalitions", **options)
    start = page.url.removesuffix("/coalitions")
    for path in PAGES:
        answer = page.goto(start + path.format(reader=reader.pk))
        assert answer and answer.status == 200, path
        assert len(answer.body()) < MOST_BYTES, path
        assert (path, troubles(page)) == (path, [])
        if PICTURES:
            name = f"{path.strip('/').replace('/', '-')}-{'phone' if options else 'desktop'}.png"
            page.screenshot(path=Path(PICTURES) / name, full_page=True)


def test_an_owner_invites_and_hands_the_link_over(coalition: Coalition, opened: Open) -> None:
    page = opened(member(coalition, "owner"), "/c/ruritania")
    page.get_by_role("link", name="Invitations").click()
    page.get_by_label("E-mail address").fill("sapt")
    page.get_by_role("button", name="Invite", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("This is no e-mail address.")
    page.get_by_label("E-mail address").fill("sapt@example.net")
    page.get_by_label("Role").select_option("editor")
    page.get_by_role("button", name="Invite", exact=True).click()
    expect(page.get_by_role("heading", name="sapt@example.net is invited")).to_be_visible()
    link = page.locator("code.reference").inner_text()
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / "invited.png", full_page=True)
    page.get_by_role("button", name="Withdraw the invitation of sapt@example.net").click()
    expect(page.get_by_role("cell", name="withdrawn")).to_be_visible()
    assert link.rpartition("/")[2] not in page.content()


def test_a_spreadsheet_is_looked_at_taken_in_and_its_rows_are_found(coalition: Coalition, opened: Open) -> None:
    page = opened(member(coalition, "editor"), "/c/ruritania/organisations")
    page.get_by_role("link", name="Import a spreadsheet").click()
    page.get_by_label("Spreadsheet").set_input_files(
        {"name": "ngos.csv", "mimeType": "text/csv", "buffer": SHEET.encode()}
    )
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_text("“golden” is no status.")).to_be_visible()
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / "draft.png", full_page=True)
    page.get_by_role("button", name="Write 1 row").click()
    expect(page.get_by_role("status")).to_have_text("1 added, 0 changed.")
    page.get_by_role("main").get_by_role("link", name="Organisations").click()
    page.get_by_label("Name or domain").fill("veille")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("link", name="Zenda Watch").click()
    expect(page.get_by_text("Special, since 2012")).to_be_visible()


def test_two_editors_lose_nothing(coalition: Coalition, opened: Open) -> None:
    enter(coalition=coalition.pk, person=None, value=Organisation("Zenda Watch"))
    path = "/c/ruritania/organisations"
    pages = [opened(member(coalition, "editor"), path) for _ in range(2)]
    for page in pages:
        page.get_by_role("link", name="Zenda Watch").click()
        page.get_by_role("link", name="Edit").click()
    pages[0].get_by_label("Site").fill("zenda.example")
    pages[0].get_by_role("button", name="Save").click()
    expect(pages[0].get_by_role("heading", name="Zenda Watch")).to_be_visible()
    pages[1].get_by_label("Former names").fill("Castle Watch")
    pages[1].get_by_role("button", name="Save").click()
    expect(pages[1].get_by_role("alert")).to_contain_text("nothing is lost")
    expect(pages[1].get_by_role("table")).to_contain_text("https://zenda.example")
    if PICTURES:
        pages[1].screenshot(path=Path(PICTURES) / "stale.png", full_page=True)
    pages[1].get_by_label("Site").fill("zenda.example")
    pages[1].get_by_role("button", name="Save").click()
    expect(pages[1].get_by_text("Castle Watch")).to_be_visible()
    expect(pages[1].get_by_text("https://zenda.example")).to_be_visible()


def test_a_decision_by_keyboard_changes_the_coalitions_record(coalition: Coalition, opened: Open) -> None:
    page = opened(member(coalition, "editor"), "/c/ruritania/decisions/answer")
    for label, words in (
        ("Review", "XRU-2"),
        ("Recommendation", "115.1"),
        ("Source", "recording"),
        ("Reason", "heard"),
    ):
        page.get_by_label(label, exact=True).focus()
        page.keyboard.type(words)
    page.get_by_label("What the State answered").focus()
    page.keyboard.type("noted")
    page.get_by_label("Said aloud").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Enter this decision").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("XRU-2#115.1")).to_be_visible()
    page.get_by_role("button", name="Build the record anew").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="The record")).to_be_visible()
    while page.get_by_text("A record is being built").count():
        page.reload()
    expect(page.get_by_text("This coalition has a record of its own")).to_be_visible()
