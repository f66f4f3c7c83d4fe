"""The ways that people go through the pages, in Chromium: by mouse, without scripts, by keyboard, on a phone."""

from __future__ import annotations

import re
from typing import Any

import pytest
from pages import path_of
from playwright.sync_api import expect

pytestmark = pytest.mark.full

PLAIN = {"java_script_enabled": False}


@pytest.mark.parametrize("options", [{}, PLAIN], ids=["with-scripts", "without-scripts"])
def test_two_clicks_to_the_noted_recommendations(look: Any, options: dict[str, Any]) -> None:
    page = look(**options).open("/")
    page.get_by_role("link", name="Ruritania, cycle 2").click()
    page.locator("#outcome ~ figure").first.get_by_role("link", name=re.compile("noted")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("that stand as noted")
    expect(page.locator(".lead")).to_have_text("11 numbered recommendations")
    assert page.locator("ol.rows > li").count() == 11


@pytest.mark.parametrize("options", [{}, PLAIN], ids=["with-scripts", "without-scripts"])
def test_from_a_number_to_the_page_of_the_document_and_back(look: Any, options: dict[str, Any]) -> None:
    page = look(**options).open("/r/XRU-2")
    page.locator("table.figures").first.get_by_role("link", name="19.6 %").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("11 of 56 numbered recommendations (19.6 %)")
    figure = page.url
    page.locator("ul.names a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("XRU-2#117.1")
    picture = page.locator("img.place")
    picture.scroll_into_view_if_needed()
    if not options:
        assert picture.evaluate("node => node.decode().then(() => node.naturalWidth)") > 300
    drawn = page.request.get(page.url + "/page.png")
    assert drawn.body().startswith(b"\x89PNG")
    page.go_back()
    assert page.url == figure
    page.go_back()
    assert page.url.endswith("/r/XRU-2")


@pytest.mark.parametrize("options", [{}, PLAIN], ids=["with-scripts", "without-scripts"])
def test_search_and_narrow_down(look: Any, options: dict[str, Any]) -> None:
    page = look(**options).open("/")
    page.get_by_role("searchbox", name="Find recommendations").fill("law")
    page.get_by_role("button", name="Find").click()
    before = page.locator("ol.rows > li").count()
    page.locator(".facets section", has_text="Position").get_by_role("link", name=re.compile("^noted")).click()
    expect(page.locator(".facets .chosen")).to_contain_text("noted")
    after = page.locator("ol.rows > li").count()
    assert 0 < after < before
    expect(page.get_by_role("searchbox")).to_have_value("position:noted law")
    page.locator(".facets .chosen").click()  # and takes it away again
    expect(page.locator("ol.rows > li")).to_have_count(before)


def test_a_list_changes_in_place_where_scripts_run(look: Any) -> None:
    """Without a new page: what had the focus keeps it, and the address, the title and the way back are right."""
    page = look(viewport={"width": 1280, "height": 800}).open("/recommendations?q=state:XRU")
    page.evaluate("window.same = true")
    noted = page.locator(".facets section", has_text="Position").get_by_role("link", name=re.compile("^noted"))
    noted.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#count")).to_have_text(re.compile(r"^\d+ numbered recommendations$"))
    expect(page).to_have_title("Recommendations to Ruritania that stand as noted · item6")
    expect(page.locator("h1")).to_have_text("Recommendations to Ruritania that stand as noted")
    expect(page.get_by_role("searchbox")).to_have_value("state:XRU position:noted")
    assert page.evaluate("window.same") is True
    assert "position:noted" in page.url.replace("%3A", ":")
    assert page.evaluate("document.activeElement.id") == "position-noted"
    page.go_back()
    expect(page.locator("h1")).to_have_text("Recommendations to Ruritania")
    expect(page.get_by_role("searchbox")).to_have_value("state:XRU")
    assert page.url.endswith("?q=state:XRU")
    assert page.locator("ol.rows > li").count() == 25


def test_pages_and_orders_of_a_list(look: Any) -> None:
    page = look(viewport={"width": 1280, "height": 800}).open("/recommendations?q=state:XRU")
    page.evaluate("window.same = true")
    first = page.locator("ol.rows > li a").first.inner_text()
    page.get_by_role("link", name="next").click()
    expect(page.locator(".pages")).to_contain_text("page 2 of")
    assert page.locator("ol.rows > li a").first.inner_text() != first
    page.get_by_role("link", name="latest reviews first").click()
    expect(page.locator("ol.rows > li a").first).to_have_text("XRU-2#115.1")
    expect(page.locator(".orders [aria-current]")).to_have_text("latest reviews first")
    page.get_by_role("link", name="next").click()
    expect(page.locator(".orders [aria-current]")).to_have_text("latest reviews first")
    assert page.evaluate("window.same") is True
    page.locator("ol.rows > li a").first.click()  # a recommendation is a page of its own
    expect(page.locator("#answers")).to_be_visible()
    assert page.evaluate("window.same") is None


def test_nothing_of_a_list_is_left_in_the_browser(look: Any) -> None:
    page = look().open("/recommendations?q=state:XRU")
    page.get_by_role("link", name="by position").click()
    expect(page.locator(".orders [aria-current]")).to_have_text("by position")
    assert page.evaluate("[sessionStorage.length, localStorage.length]") == [0, 0]


def test_while_a_list_is_fetched_its_place_is_kept(look: Any) -> None:
    page = look(viewport={"width": 1280, "height": 800}).open("/recommendations?q=state:XRU")
    page.route("**/recommendations?**order**", lambda route: (page.wait_for_timeout(900), route.continue_()))
    page.get_by_role("link", name="by position").click()
    expect(page.locator(".skeleton")).to_be_visible()
    expect(page.locator(".orders [aria-current]")).to_have_text("by position")
    expect(page.locator(".skeleton")).to_be_hidden()


def test_single_keys(look: Any) -> None:
    page = look().open("/r/XRU-2/115.2")
    page.keyboard.press("n")
    expect(page.locator("h1")).to_have_text("XRU-2#115.3")
    page.keyboard.press("p")
    expect(page.locator("h1")).to_have_text("XRU-2#115.2")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("n?a")
    expect(page.get_by_role("searchbox")).to_have_value("n?a")
    page.locator("h1").click()
    page.keyboard.press("?")
    expect(page.locator("h1")).to_have_text("Keys")
    page.get_by_label("Switch single keys off").check()
    page.keyboard.press("Tab")
    page.keyboard.press("h")
    page.reload()
    expect(page.get_by_label("Switch single keys off")).to_be_checked()
    page.get_by_label("Switch single keys off").uncheck()
    page.locator("h1").click()
    page.keyboard.press("h")
    expect(page.locator("h1")).to_have_text("Reviews")


def test_a_filter_typed_wrong(look: Any) -> None:
    window = look()
    page = window.open("/")
    page.get_by_role("searchbox").fill("positon:noted")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("did you mean “position”")
    expect(page.get_by_role("searchbox")).to_have_value("positon:noted")
    assert [each for each in window.complaints if "400" not in each] == []
    window.complaints.clear()  # Chromium says itself that the answer was a 400


def test_a_figure_can_be_cited_and_opened_again(look: Any) -> None:
    page = look().open(path_of("figure", look))
    reference = page.locator("code.reference").inner_text()
    again = look().page
    again.goto(
        page.url.partition("?")[0] + "?ref=" + reference.replace("&", "%26").replace("#", "%23").replace("+", "%2B")
    )
    expect(again.get_by_role("heading", level=1)).to_have_text(page.get_by_role("heading", level=1).inner_text())


def test_by_keyboard_alone(look: Any) -> None:
    page = look().open("/r/XRU-2")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("To the content")
    assert page.locator(":focus").bounding_box()["x"] >= 0  # the link is seen when it has the focus
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    page.goto(page.url.partition("#")[0])
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "search":
            break
    page.keyboard.type("position:noted")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Recommendations that stand as noted")


def test_what_has_the_focus_is_seen(look: Any) -> None:
    """Every stop of the Tab key has an outline that shows, and there is no trap."""
    page = look().open("/r/XRU-2")
    stops = 0
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        stops += 1
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none", page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
    else:
        pytest.fail("the Tab key never leaves the page")
    assert stops > 20


def test_in_arabic_the_page_is_mirrored(look: Any) -> None:
    page = look(locale="ar", viewport={"width": 1280, "height": 800}).open("/r/XRU-2")
    home, search = page.locator(".home").bounding_box(), page.locator("#search").bounding_box()
    assert home["x"] > search["x"]
    heading = page.get_by_role("heading", level=1).bounding_box()
    assert heading["x"] + heading["width"] > 1000
    chart = page.locator("svg.bars").first
    assert chart.evaluate("node => getComputedStyle(node).direction") == "ltr"


def test_on_paper(look: Any) -> None:
    window = look(viewport={"width": 800, "height": 1000})
    page = window.open("/recommendations?q=state:XRU")
    page.emulate_media(media="print")
    for hidden in (".top", ".facets", "footer", ".pages", ".orders"):
        assert not page.locator(f"body > {hidden}, main {hidden}").first.is_visible(), hidden
    assert page.locator("ol.rows > li").first.is_visible()
    page.goto(window.site + "/r/XRU-2")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator("details table").first.is_visible()  # what is folded on the screen is printed
    assert page.pdf().startswith(b"%PDF")


def test_labels_of_bars_are_inside_the_picture(look: Any) -> None:
    page = look(viewport={"width": 1280, "height": 800}).open("/r/XRU-2")
    assert (
        page.evaluate(
            """() => [...document.querySelectorAll('svg.bars text, svg.tiles text, svg.slope text')].filter(text => {
            const box = text.getBBox(), view = text.ownerSVGElement.viewBox.baseVal
            return box.x < 0 || box.x + box.width > view.width + 0.5
        }).map(text => text.textContent)"""
        )
        == []
    )


def test_touch_targets_are_large_enough(look: Any) -> None:
    """WCAG 2.2, 2.5.8: 24 by 24 pixels, for what is not in a sentence."""
    page = look(viewport={"width": 390, "height": 844}).open("/recommendations")
    page.get_by_text("Narrow down").click()
    assert page.locator(".facets a").count() > 20
    small = page.evaluate(
        """() => [...document.querySelectorAll('.facets a, button, input, summary, .pages a')]
            .filter(one => one.getBoundingClientRect().height < 24).map(one => one.outerHTML.slice(0, 120))"""
    )
    assert small == []
