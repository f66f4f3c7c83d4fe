"""Registering in Chromium: without scripts, by keyboard, on a phone, in Arabic; and axe on every page."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from axe_for_tests import PHONE, troubles
from browsing import browsers, tab_to
from django.core.mail import EmailMessage
from guests_for_tests import asked, come
from playwright.sync_api import Browser, expect

from item6.events.attending import PLACED, WAITING
from item6.web.events.models import Event
from item6.web.people.models import Person
from item6.web.registrations import asking, panel, registering, sheets, views
from item6.web.registrations.asking import Question
from item6.web.registrations.links import CONFIRM, MINE, link_of
from item6.web.registrations.models import Desk, Registration
from item6.web.registrations.registering import Given

pytestmark = pytest.mark.full

SHOTS = os.environ.get("ITEM6_SHOTS", "")


@dataclass(frozen=True)
class Shown:
    """Pages to look at."""

    public: list[str]
    own: list[str]


@pytest.fixture
def opened(chromium: Browser) -> Iterator[Any]:
    with browsers(chromium) as opened:
        yield opened


@pytest.fixture
def shown(event: Event, coordinator: Person) -> Shown:
    """An event with people in every state."""
    Event.objects.update(room_places=6, online_places=40)
    asks = [
        Question("q1", "Number of the document you show", needed=True, listed=True),
        Question("q2", "Lunch", "choice", ("with meat", "without")),
        Question("q3", "I bring a banner", "tick"),
    ]
    Desk.objects.update_or_create(event=event, defaults={"questions": asking.stored(asks)})
    event.refresh_from_db()
    first = asked(event, "Not Yet")
    names = (
        "Flavia of Strelsau",
        "نقابة المحامين",
        "曾达妇女协会",
        "Rudolf R.",
        "Sapt",
        "Fritz von T.",
        "Rupert",
        "K.",
    )
    answers = {"q1": "X 7431", "q2": "without", "q3": "yes"}
    for number, name in enumerate(names):
        said = Given(name, f"guest{number}@zenda.example", organisation="Castle Watch", post="Chair",
                     country="Ruritania", answers=answers, unfilmed=name == "Sapt")  # fmt: skip
        row = registering.ask(event=event, given=said, network="")
        assert row is not None
        registering.confirm(registration=row)
    online = come(event, "Antoinette", "online")
    rows = list(event.registrations.order_by("turn"))
    placed, waiting = (next(row for row in rows if row.state == state) for state in (PLACED, WAITING))
    for number, words in enumerate(("Who answers for the castle?", "من يجيب عن القلعة؟", "When does the court sit?")):
        made = panel.ask(row=placed, words=words, named=number == 1)
        assert made is not None
        panel.moderate(event=event, numbers=[made.pk] if number else [], to="shown")
    registering.attend(registration=placed, here=True)
    views.make_code(event, "Zenda Mothers", 5)
    header, guests = sheets.read_file(b"name,email,shoe size\nMichael,m@zenda.example,44\nBlack,no address,\n")
    sheet = sheets.keep(event=event, person=coordinator, file="guests.csv", header=header, guests=guests)
    here = f"/c/ruritania/events/{event.pk}/registrations"
    below = ("?state=placed", "?state=waiting", "/form", "/codes", "/door", "/door?q=fla", "/door/print", "/import",
             f"/import/{sheet.pk}", "/questions", "/questions?state=shown")  # fmt: skip
    mine = [f"/register/mine/{link_of(row, MINE)}" for row in (placed, waiting, online, first)]
    form = f"/register/{event.address}"
    confirm = [f"/register/confirm/{link_of(row, CONFIRM)}" for row in (first, waiting)]
    return Shown([form, f"{form}?sent", *confirm, *mine], [here + each for each in below])


def shot(page: Any, folder: str, number: int) -> None:
    if SHOTS:
        Path(SHOTS, folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=f"{SHOTS}/{folder}/{number:02}.png", full_page=True)


@pytest.mark.parametrize("options", [{}, PHONE, PHONE | {"locale": "ar"}], ids=["desktop", "phone", "arabic"])
def test_axe_finds_nothing(
    live: str, shown: Shown, coordinator: Person, opened: Any, options: dict[str, Any], request: pytest.FixtureRequest
) -> None:
    wrong, number = {}, 0
    for person, pages in ((None, shown.public), (coordinator, shown.own)):
        page = opened(live, person, **options)
        for each in pages:
            answer = page.goto(live + each)
            number += 1
            shot(page, request.node.callspec.id, number)
            assert answer is not None and answer.status == 200, each
            assert len(answer.body()) < 100_000, each
            if "locale" in options:
                assert page.locator("html").get_attribute("dir") == "rtl", each
            if found := troubles(page):
                wrong[each] = found
    assert wrong == {}


def test_registered_without_scripts_by_keyboard_on_a_phone(
    live: str, event: Event, opened: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    mails: list[EmailMessage] = []
    monkeypatch.setattr(EmailMessage, "send", lambda self, fail_silently=False: mails.append(self) or 1)
    page = opened(live, java_script_enabled=False, **PHONE)
    page.goto(f"{live}/register/{event.address}")
    for name, words in {"name": "نقابة المحامين", "organisation": "Zenda", "email": "office@lawyers.example"}.items():
        tab_to(page, name)
        page.keyboard.type(words)
    tab_to(page, "way")
    page.keyboard.press("ArrowDown")  # online
    tab_to(page, "Send")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Nothing was sent yet")  # what was typed stays
    tab_to(page, "consent")
    page.keyboard.press("Space")
    tab_to(page, "Send")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Look into your mail")).to_be_visible()
    row = Registration.objects.get(name="نقابة المحامين")
    page.goto(f"{live}/register/confirm/{link_of(row, CONFIRM)}")
    tab_to(page, "Confirm: I want to come")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("You have a place (online)")
    assert [each.subject for each in mails] == ["Confirm your registration", "You have a place"]
    page.goto(f"{live}/register/mine/{link_of(row, MINE)}")
    expect(page.get_by_role("link", name="Join the event")).to_be_visible()
    tab_to(page, "Withdraw and erase")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("What was given is erased")
