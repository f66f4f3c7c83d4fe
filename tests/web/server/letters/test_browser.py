"""Letters in Chromium: signed without scripts, by keyboard, on a phone; and axe on every page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from axe_for_tests import PHONE, troubles
from browsing import browsers, tab_to
from django.core.mail import EmailMessage
from playwright.sync_api import Browser, expect
from signers_for_tests import signers

from item6.web.letters import figuring, signing, writing
from item6.web.letters.links import CONFIRM, DECLINE, MINE, link_of
from item6.web.letters.models import Asked, Letter, Signature
from item6.web.letters.signing import Given
from item6.web.letters.states import COUNTED
from item6.web.people.models import Person

pytestmark = [pytest.mark.full, pytest.mark.parametrize("database", ["sqlite"], indirect=True)]
"""No page differs with the database: what lies below them is tried on both by tests without a browser."""

TEXT = """Excellencies,

In **Ruritania** people are held for what they *wrote*.[^1] Of {{received of XRU-2}} recommendations {{noted of XRU-2}}
were noted, {{noted_share of XRU-2}}.

# We ask you to

- speak of it in public,
- send observers before the session.

> Nobody is above the law.

[^1]: Reports of 2025 and 2026.
"""


@dataclass(frozen=True)
class Shown:
    """A letter that is signed, and the links of one that was asked for."""

    letter: Letter
    confirm: str
    mine: str
    decline: str


@pytest.fixture
def shown(draft: Letter, coordinator: Person) -> Shown:
    """An open letter with three versions, signed by organisations of every script."""
    writing.edit(letter=draft, edition=1, fields={
        "title": "On the third review of Ruritania", "persons_may_sign": True, "session": "55th session of the Council",
        "agenda_item": "Item 6", "addressees": ["The High Commissioner for Human Rights", "Members of the Council"],
        "contacts": ["Anna Z., press@zenda.example"],
    })  # fmt: skip
    made = figuring.fill(TEXT, {"fr": "Agissez."}, "en")
    writing.write(letter=draft, text=made.text, translations=made.translations, by=coordinator, after=1,
                  figures=made.figures)  # fmt: skip
    writing.comment(version=writing.latest(draft), person=coordinator, words="Shorter, please.")
    for step in ("comments", "frozen", "open"):
        writing.move(letter=draft, to=step, unsettled=True)
    asked = Asked.objects.create(letter=draft, name="Zenda Mothers", email="office@zenda.example")
    writing.write(letter=draft, text="See also our letter of May.", translations={}, by=coordinator, after=2,
                  addendum=True)  # fmt: skip
    draft.refresh_from_db()
    rows = []
    every = signers()
    first = [*every[:8], *every[15:21], *every[60:72]]
    names = {each.name for each in first}
    for each in [*first, *(each for each in every if each.again in names)]:
        given = Given(each.name, each.email, place="Zenda", code=each.code, signer="Anna Z.", withheld=each.withheld,
                      status="special" if len(rows) % 3 else "general", year=2011)  # fmt: skip
        made = signing.ask(letter=draft, given=given, network="")
        assert made is not None
        rows.append(made)
    for made in rows[3:]:
        signing.vouch(signature=made, by=coordinator, reason="known to us")
    for made in rows[1:3]:
        signing.confirm(signature=made)
    draft.refresh_from_db()
    return Shown(
        draft, f"/sign/confirm/{link_of(rows[0], CONFIRM)}", f"/sign/mine/{link_of(rows[5], MINE)}",
        f"/sign/decline/{link_of(asked, DECLINE)}",
    )  # fmt: skip


@pytest.fixture
def opened(chromium: Browser) -> Iterator[Any]:
    """Opens pages of browsers, each of its own."""
    with browsers(chromium) as opened:
        yield opened


def public_pages(shown: Shown) -> list[str]:
    letter = f"{shown.letter.address}"
    own = [shown.confirm, shown.mine, shown.decline]
    return [f"/sign/{letter}", f"/sign/{letter}?sent", f"/letters/{letter}", f"/letters/{letter}/versions", *own]


def own_pages(shown: Shown) -> list[str]:
    here = f"/c/ruritania/letters/{shown.letter.pk}"
    below = ("", "/edit", "/versions", "/checked", "/signatures", "/signatures?state=counted", "/signatures/alike",
             "/asking", "/figures", "/figures?scope=XRU-2", "/approval", "/press",
             "/signatures/import", "/sent")  # fmt: skip
    return ["/c/ruritania/letters", "/c/ruritania/letters/new", *(here + each for each in below)]


@pytest.mark.parametrize("options", [{}, PHONE], ids=["desktop", "phone"])
def test_axe_finds_nothing(live: str, shown: Shown, coordinator: Person, opened: Any, options: dict[str, Any]) -> None:
    wrong = {}
    for person, pages in ((None, public_pages(shown)), (coordinator, own_pages(shown))):
        page = opened(live, person, **options)
        for each in pages:
            answer = page.goto(live + each)
            assert answer is not None and answer.status == 200, each
            if found := troubles(page):
                wrong[each] = found
    assert wrong == {}


def test_arabic_pages_run_from_right_to_left(live: str, shown: Shown, opened: Any) -> None:
    page = opened(live, locale="ar", **PHONE)
    for each in public_pages(shown):
        page.goto(live + each)
        assert page.locator("html").get_attribute("dir") == "rtl"
        assert troubles(page) == []


def test_signed_without_scripts_by_keyboard_on_a_phone(
    live: str, shown: Shown, opened: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    mails: list[EmailMessage] = []
    monkeypatch.setattr(EmailMessage, "send", lambda self, fail_silently=False: mails.append(self) or 1)
    page = opened(live, java_script_enabled=False, **PHONE)
    page.goto(f"{live}/sign/{shown.letter.address}")
    typed = {"name": "نقابة المحامين", "place": "Zenda", "signer": "Rose", "email": "office@lawyers.example"}
    for name, words in typed.items():
        tab_to(page, name)
        page.keyboard.type(words)
    tab_to(page, "Send")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text(
        "Nothing was sent yet"
    )  # consent is missing; what was typed stays
    tab_to(page, "consent")
    page.keyboard.press("Space")
    tab_to(page, "Send")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Look into your mail")).to_be_visible()
    asked = Signature.objects.get(name="نقابة المحامين")
    assert len(mails) == 1
    page.goto(f"{live}/sign/confirm/{link_of(asked, CONFIRM)}")
    tab_to(page, "Confirm: we sign this letter")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("the coalition looks at it")
    asked.refresh_from_db()
    assert asked.state != COUNTED
