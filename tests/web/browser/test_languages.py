"""Pages in other languages in Chromium: chosen by keyboard, mirrored, read by axe, inside their pictures and bounds."""

from __future__ import annotations

from typing import Any

import pytest
from axe_for_tests import troubles

pytestmark = pytest.mark.full

INSIDE = """() => [...document.querySelectorAll('svg.bars text, svg.tiles text, svg.slope text, svg.outcome text')]
    .filter(text => {
        const box = text.getBBox(), view = text.ownerSVGElement.viewBox.baseVal
        return box.x < -0.5 || box.x + box.width > view.width + 0.5
    }).map(text => text.textContent)"""


@pytest.mark.parametrize("language", ["fr", "es"])
@pytest.mark.parametrize("each", ["/", "/r/XRU-2", "/recommendations?q=state:XRU", "/check", "/brief/XRU-2"])
def test_axe_finds_nothing_in_french_and_spanish(look: Any, each: str, language: str) -> None:
    page = look(viewport={"width": 320, "height": 800}, locale=language).open(each)
    assert page.locator("html").get_attribute("lang") == language
    assert troubles(page) == []


@pytest.mark.parametrize("language", ["fr", "es", "ar"])
def test_words_of_pictures_are_inside_them(look: Any, language: str) -> None:
    for path in ("/", "/r/XRU-2", "/state/XRU"):
        page = look(viewport={"width": 1280, "height": 800}, locale=language).open(path)
        assert page.evaluate(INSIDE) == []


def test_pictures_are_mirrored_in_arabic(look: Any) -> None:
    page = look(viewport={"width": 1280, "height": 800}, locale="ar").open("/r/XRU-2")
    for picture, first in (("svg.outcome", "rect.supported"), ("svg.bars", "rect.supported")):
        box = page.locator(picture).first.bounding_box()
        bar = page.locator(f"{picture} {first}").first.bounding_box()
        label = page.locator(f"{picture} text").first.bounding_box()
        assert bar["x"] + bar["width"] > box["x"] + box["width"] / 2
        assert label["x"] > box["x"] + box["width"] / 2


def test_un_words_run_from_left_to_right_within_arabic(look: Any) -> None:
    page = look(viewport={"width": 1280, "height": 800}, locale="ar").open("/r/XRU-2/115.1")
    quote, heading = page.locator("blockquote").first, page.get_by_role("heading", level=1)
    assert quote.evaluate("node => getComputedStyle(node).direction") == "ltr"
    assert heading.evaluate("node => getComputedStyle(node).direction") == "rtl"
    at, main = quote.bounding_box(), page.locator("main").bounding_box()
    assert at["x"] > main["x"] + main["width"] / 3  # it begins where the page begins
    turns = page.locator(".turns").first
    assert turns.evaluate("node => getComputedStyle(node).transform").startswith("matrix(-1")


def test_a_language_is_chosen_by_keyboard_and_without_javascript(look: Any) -> None:
    page = look(java_script_enabled=False).open("/r/XRU-2?x=1")
    button = page.get_by_role("button", name="العربيّة")
    button.focus()
    page.keyboard.press("Enter")
    page.locator("html[dir=rtl]").wait_for()
    assert page.url.endswith("/r/XRU-2?x=1")
    assert page.locator("html").get_attribute("dir") == "rtl"
    page.get_by_role("link", name="جميع توصيات هذا الاستعراض").click()
    assert page.locator("html").get_attribute("lang") == "ar"
    page.get_by_role("button", name="English").click()
    page.wait_for_load_state()
    assert page.locator("html").get_attribute("lang") == "en"


@pytest.mark.parametrize("each", ["/", "/r/XRU-2", "/recommendations?q=state:XRU", "/problems", "/check"])
def test_arabic_pages_are_under_100_kb(look: Any, each: str) -> None:
    """As in English, with the style and the scripts that they load: letters of Arabic take two bytes each."""
    window = look(locale="ar")
    answer = window.page.goto(window.site + each)
    loaded = window.page.locator("link[rel=stylesheet], script[src]").evaluate_all(
        "all => all.map(one => one.href || one.src)"
    )
    beside = sum(len(window.page.request.get(one).body()) for one in loaded)
    assert len(answer.body()) + beside < 100_000
    assert 0 < answer.request.sizes()["responseBodySize"] < 30_000
