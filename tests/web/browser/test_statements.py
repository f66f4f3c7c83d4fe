"""Checking a statement in Chromium: with and without scripts, by keyboard, on a phone, on paper; the file alone too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_for_tests import is_wide, troubles, troubles_in_both_schemes
from playwright.sync_api import Page, expect

from item6.checks.as_html import as_html
from item6.checks.checking import check
from item6.checks.marked import mark
from item6.checks.resolving import Context
from item6.files.docx import read_docx
from item6.record.reader import open_record

pytestmark = pytest.mark.full

TEXT = "At its second review Ruritania received 56 recommendations. It supported 41 of the 56 and noted 11."
LONG = f"{TEXT}\n\n" + "An address: https://ruritania.example/" + "a" * 300 + "\n\n" + TEXT.replace("56", "1 056")
PLAIN = {"java_script_enabled": False}


def checked(page: Page, text: str = TEXT) -> Page:
    """The page with the verdicts of a text that is pasted."""
    page.get_by_label("Text", exact=True).fill(text)
    page.get_by_role("button", name="Check this statement").click()
    expect(page.get_by_role("heading", name="The text")).to_be_visible()
    return page


@pytest.mark.parametrize("options", [{}, PLAIN], ids=["with-scripts", "without-scripts"])
def test_from_a_text_to_the_line_of_the_document(look: Any, options: dict[str, Any], tmp_path: Path) -> None:
    page = look(**options).open("/")
    page.get_by_role("link", name="Check a statement").first.click()
    checked(page)
    expect(page.locator("mark.look")).to_have_text("41")
    page.locator("mark.look + sup a").click()
    note = page.locator("li:target")
    expect(note).to_contain_text("44 supported of 56 numbered recommendations")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Word file with comments").click()
    waiting.value.save_as(tmp_path / "a.docx")
    assert read_docx((tmp_path / "a.docx").read_bytes()).text == TEXT
    note.get_by_role("link", name="All 44 rows").click()
    page.locator("ul.names a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("XRU-2#115.1")


@pytest.mark.parametrize("options", [{}, PLAIN], ids=["with-scripts", "without-scripts"])
def test_kept_and_removed(look: Any, options: dict[str, Any]) -> None:
    page = look(**options).open("/check")
    page.get_by_label("Title").fill("Ruritania: our statement")
    page.get_by_label("Keep this statement").check()
    checked(page)
    page.get_by_role("link", name="Its page").click()
    page.get_by_role("link", name="Kept statements").first.click()
    page.get_by_role("button", name="Check all again").click()
    expect(page.get_by_text("Unchanged in the current record.")).to_be_visible()
    page.get_by_role("button", name="Remove Ruritania: our statement").click()
    expect(page.get_by_text("None yet.")).to_be_visible()


def test_by_keyboard_alone(look: Any) -> None:
    page = look().open("/check")
    page.locator("#text").focus()
    page.keyboard.type("Ruritania received 56 recommendations.")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText") == "Check this statement":
            break
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="The text")).to_be_visible()


def test_axe_finds_nothing_and_nothing_scrolls_sideways(look: Any) -> None:
    page = checked(look().open("/check"), LONG)
    for width in (1280, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert (width, troubles_in_both_schemes(page)) == (width, [])


def test_axe_finds_nothing_where_something_is_wrong(look: Any) -> None:
    window = look()
    page = window.open("/check")
    page.get_by_label("State", exact=True).fill("Rurutania")
    page.get_by_role("button", name="Check this statement").click()
    expect(page.get_by_role("alert")).to_contain_text("Did you mean Ruritania")
    window.complaints.clear()  # Chromium says itself that the answer was a 400
    assert troubles(page) == []
    page.get_by_role("alert").get_by_role("link").first.click()
    assert page.evaluate("location.hash") == "#text"


def test_on_paper(look: Any) -> None:
    page = checked(look(viewport={"width": 800, "height": 1000}).open("/check"))
    page.emulate_media(media="print")
    assert not page.get_by_role("button", name="HTML file").is_visible()
    assert page.locator("mark.look").is_visible() and page.locator("ol.notes li").first.is_visible()


def test_the_file_stands_alone(chromium: Any, home: Path, tmp_path: Path) -> None:
    """No network, no script, and nothing for axe to find; rows open and are printed."""
    with open_record(home) as record:
        made = as_html(mark("ours.txt", LONG, check(LONG, record), record, Context()), "2031-09-30")
    path = tmp_path / "ours.html"
    path.write_text(made, encoding="utf-8")
    context = chromium.new_context()
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.on("console", lambda one: said.append(one.text))
    page.goto(path.as_uri())
    assert page.evaluate("getComputedStyle(document.querySelector('mark.look')).borderBottomStyle") == "double"
    assert asked == [path.as_uri()] and said == []
    bypassing = chromium.new_context(bypass_csp=True)
    seen = bypassing.new_page()
    seen.goto(path.as_uri())
    for width in (1280, 320):
        for each in (page, seen):
            each.set_viewport_size({"width": width, "height": 800})
            assert not is_wide(each)
        for scheme in ("light", "dark"):  # its style is another one: all rules in both
            seen.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of its two words
            assert (width, scheme, troubles(seen)) == (width, scheme, [])
    assert not page.locator("ul.rows").first.is_visible()
    page.emulate_media(media="print")
    assert page.locator("ul.rows").first.is_visible()
    context.close()
    bypassing.close()
