"""Every kind of page in Chromium: axe-core finds nothing, nothing scrolls sideways, and little is sent.

Each page is opened once for each direction of reading, and its window made smaller: what is sent is the same for every
window, and its style alone follows the width.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from axe_for_tests import is_wide, troubles, troubles_in_both_schemes
from pages import EVERY, path_of

SIZES = {"desk": (1280, 800), "phone": (390, 844), "at 400 %": (320, 256)}


@pytest.mark.full
@pytest.mark.parametrize("way", ["ltr", "rtl"])
@pytest.mark.parametrize("each", [*EVERY, "/add", "/records"])
def test_every_page_at_every_width(look: Any, each: str, way: str) -> None:
    """Light and dark in English; in Arabic in the light. In English also the bytes: of what is sent, and unpacked with
    the style and the scripts that a page loads, without pictures."""
    window = look(**({"locale": "ar"} if way == "rtl" else {}))
    page, path = window.page, path_of(each, look)
    answer = page.goto(window.site + path)
    window.complaints[:] = [one for one in window.complaints if not re.search(r"status of 40[04]", one)]
    assert page.locator("html").get_attribute("dir") == way
    wrong = {}
    for size, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate("[innerWidth, innerHeight]") == [width, height]
        if size == "phone":  # between the others: axe looks at both ends
            wrong[size] = ["wider than the window"] if is_wide(page) else []
        else:
            wrong[size] = troubles_in_both_schemes(page) if way == "ltr" else troubles(page)
    assert wrong == {size: [] for size in SIZES}
    if way == "rtl":  # letters of Arabic take two bytes each; test_languages weighs its pages
        return
    loaded = page.locator("link[rel=stylesheet], script[src]").evaluate_all(
        "all => all.map(one => one.href || one.src)"
    )
    beside = sum(len(page.request.get(one).body()) for one in loaded)
    assert len(answer.body()) + beside < 100_000
    assert 0 < answer.request.sizes()["responseBodySize"] < 30_000


@pytest.mark.full
def test_axe_would_find_something(look: Any) -> None:
    page = look().open("/")
    page.evaluate("document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=\"/static/mark.svg\">')")
    assert [one.partition(":")[0] for one in troubles(page)] == ["image-alt"]


@pytest.mark.full
def test_axe_would_find_a_colour_of_the_dark_and_what_is_wide(look: Any) -> None:
    """In the light the words are dark enough."""
    page = look().open("/")
    page.evaluate("document.querySelector('h1').style.color = '#222'")
    assert [one.split(": ")[:2] for one in troubles_in_both_schemes(page)] == [["dark", "color-contrast"]]
    page.evaluate("document.querySelector('footer').style.width = '3000px'")
    assert "wider than the window" in troubles(page)


def test_the_dark_changes_colours_alone(root: Path) -> None:
    """Why in the dark the rules of colours are enough: it gives the style's variables of colour other values."""
    folder = root / "src" / "item6" / "web" / "static" / "web"
    styles = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.css")))
    dark = re.findall(r"@media \(prefers-color-scheme: dark\) \{\s*:root \{([^{}]*)\}\s*\}", styles)
    assert len(dark) == styles.count("prefers-color-scheme") == 1
    declared = [each.strip() for each in dark[0].split(";") if each.strip()]
    colour = r"--[a-z-]+: (#[0-9a-f]{6}|rgb\([0-9 /%]+\))"
    assert [each for each in declared if not re.fullmatch(colour, each)] == []
