"""axe-core on a page in Chromium, and whether one must scroll sideways: what pages are looked at for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
"""What axe looks for."""
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""The rules among them that read colours. In the dark nothing but colours changes, which test_access holds the style
to; so a page that was looked at by all rules is looked at in the dark by these."""

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def troubles(page: Page, rules: dict[str, Any] = RULES) -> list[str]:
    """What axe finds, and whether the page is wider than the window."""
    if not page.evaluate("'axe' in window"):  # once for each page: it is half a megabyte
        page.evaluate(Axe().axe_script)
    looked = page.evaluate("options => axe.run(document, options)", {**rules, "resultTypes": ["violations"]})
    assert looked["passes"], "axe has not looked"
    found = [
        f"{each['id']}: {each['help']} {[node['html'][:160] for node in each['nodes'][:3]]}"
        for each in looked["violations"]
    ]
    return found + (["wider than the window"] if is_wide(page) else [])


def troubles_in_both_schemes(page: Page) -> list[str]:
    """The same in the light, by all rules, and in the dark, by those of colours."""
    found = {}
    for scheme, rules in (("light", RULES), ("dark", COLOURS)):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of its two words
        found[scheme] = troubles(page, rules)
    return _named(found.items())


def is_wide(page: Page) -> bool:
    """Whether one must scroll sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


def _named(found: Iterable[tuple[str, list[str]]]) -> list[str]:
    return [f"{name}: {each}" for name, every in found for each in every]
