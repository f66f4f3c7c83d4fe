"""The public page of an event in Chromium: without scripts, by keyboard, on a phone, in Arabic, and its own clocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from axe_for_tests import PHONE, troubles
from calendar_reader import entry_of
from clock_changes import CASES
from databases import Database, databases_of_process
from events_for_tests import WITH_LINK
from playwright.sync_api import Browser, Page, expect

from item6.events.calendar_file import calendar_file
from item6.events.nouns import CANCELLED, MOVED_ONLINE, POSTPONED
from item6.events.tasks import APPROVAL
from item6.web.events import writing
from item6.web.events.models import Event
from item6.web.people.models import Coalition

pytestmark = pytest.mark.full

BECAME = {
    "scheduled": {}, "moved": {"day": "2027-03-17"}, "online": {"status": MOVED_ONLINE},
    "postponed": {"status": POSTPONED}, "cancelled": {"status": CANCELLED, "notice": "The room was taken from us."},
}  # fmt: skip


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """SQLite alone: no page differs with the database."""
    with databases_of_process().empty("sqlite", tmp_path) as opened:
        yield opened


@pytest.fixture
def opened(chromium: Browser) -> Iterator[Any]:
    """Opens pages of browsers, each of its own; a page that asks another site for anything fails."""
    contexts = []

    def opened(**options: Any) -> Page:
        context = chromium.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on(
            "request", lambda asked: asked.url.startswith(("http://localhost", "http://127.")) or pytest.fail(asked.url)
        )
        return page

    yield opened
    for context in contexts:
        context.close()


def published(coalition: Coalition, **became: Any) -> Event:
    row = writing.begin(coalition=coalition, file=replace(WITH_LINK, safety="Do not film.", follow_up="More in June."))
    writing.done(event=row, task=APPROVAL, on=date(2027, 1, 2))
    row = writing.publish(event=row)
    return writing.edit(event=row, edition=row.edition, fields=became) if became else row


@pytest.fixture
def every(coalition: Coalition) -> dict[str, Event]:
    """An event of each status."""
    return {name: published(coalition, **became) for name, became in BECAME.items()}


@pytest.mark.parametrize("options", [{}, PHONE, {**PHONE, "locale": "ar"}], ids=["desktop", "phone", "arabic"])
def test_axe_finds_nothing(live: str, every: dict[str, Event], opened: Any, options: dict[str, Any]) -> None:
    page, wrong = opened(**options), {}
    writing.withdraw(event=(gone := published(every["moved"].coalition)))
    addresses = [f"/events/{row.address}" for row in (*every.values(), gone)]
    for each in (*addresses, f"{addresses[0]}/concept-note"):
        answer = page.goto(live + each)
        assert answer is not None and answer.status == (410 if each == addresses[-1] else 200), each
        assert len(answer.body()) < 100_000
        if found := troubles(page):
            wrong[each] = found
        assert page.locator("html").get_attribute("dir") == ("rtl" if "locale" in options else "ltr")
    assert wrong == {}


def test_the_reader_s_time_without_scripts_by_keyboard_on_a_phone(
    live: str, every: dict[str, Event], opened: Any
) -> None:
    page = opened(java_script_enabled=False, locale="fr-CI", **PHONE)
    page.goto(f"{live}/events/{every['scheduled'].address}?language=en")
    expect(page.locator(".yours").first).to_contain_text("13:00 to 14:30, time of Abidjan (UTC)")
    page.locator("details.zone summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Asia/Kath")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".yours").first).to_contain_text("Monday 15 March 2027, 18:45 to 20:15, time of Kathmandu")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    with page.expect_download() as download:
        page.get_by_role("link", name="Add to your calendar").click()
    assert entry_of(Path(download.value.path()).read_bytes())["DTSTART"] == "20270315T130000Z"


@pytest.mark.parametrize(
    ("zone", "shown"),
    [
        ("Asia/Kolkata", "Monday 15 March 2027 18:30–20:00"),
        ("Pacific/Auckland", "Tuesday 16 March 2027 02:00–03:30"),
        ("America/Los_Angeles", "Monday 15 March 2027 06:00–07:30"),
        ("Europe/Paris", None),
    ],
)
def test_the_device_s_own_clock(live: str, every: dict[str, Event], opened: Any, zone: str, shown: str | None) -> None:
    page = opened(locale="en-GB", timezone_id=zone)
    page.goto(f"{live}/events/{every['scheduled'].address}")
    expect(page.get_by_text("time of London")).to_be_hidden()  # what the language says of the zone is a guess
    line = page.locator("[data-moment]")
    if shown is None:
        expect(line).to_be_hidden()
    else:
        words = " ".join(line.inner_text().replace("\u2009", "").replace(",", "").replace(" at ", " ").split())
        assert shown.replace(" ", "") in words.replace(" ", ""), words


def test_chromium_s_dates_agree_with_calendar_files_around_every_change_of_clocks(opened: Any) -> None:
    """What the file says in UTC, read by another reader, is in Chromium the day and hour that were written."""
    asked, meant = [], []
    for zone, edge, ahead, minutes in CASES:
        wall = datetime.fromisoformat(edge) + timedelta(minutes=minutes + ahead)
        event = replace(WITH_LINK, zone=zone, day=f"{wall:%Y-%m-%d}", start=f"{wall:%H:%M}", end="", duration=45)
        start = entry_of(calendar_file(event, stamp=datetime(2024, 1, 1, tzinfo=UTC)))["DTSTART"]
        asked.append([f"{start[:4]}-{start[4:6]}-{start[6:11]}:{start[11:13]}:00Z", zone])
        meant.append(f"{wall:%Y-%m-%d, %H:%M}")
    shown = opened().evaluate(
        """cases => cases.map(([moment, zone]) => new Intl.DateTimeFormat("en-CA", {timeZone: zone, hourCycle: "h23",
        year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit"})
        .format(new Date(moment)))""",
        asked,
    )
    assert len(meant) >= 100 and shown == meant


def test_print_shows_all_but_what_is_pressed(live: str, every: dict[str, Event], opened: Any) -> None:
    page = opened()
    page.goto(f"{live}/events/{every['scheduled'].address}")
    page.emulate_media(media="print")
    for words in ("Monday 15 March 2027", "Room XXVI", "Testimony", "Zenda Mothers", "Do not film.", "More in June."):
        expect(page.get_by_text(words).first).to_be_visible()
    expect(page.locator(".printed")).to_contain_text(every["scheduled"].address)
    for hidden in (".handed", ".takes", "details.zone", "footer"):
        expect(page.locator(hidden)).to_be_hidden()
