"""axe-core over every kind of page, light and dark, on a desk and on a phone: it finds nothing."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from pages import EVERY, RULES, path_of

pytestmark = pytest.mark.full


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("each", EVERY)
def test_axe_finds_nothing(look: Any, each: str, width: int, scheme: str) -> None:
    window = look(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = window.open(path_of(each, look))
    window.complaints.clear()  # answers with 400 and 404 are meant
    found = Axe().run(page, options=RULES).response
    assert found["passes"]  # it did look
    assert [
        (one["id"], one["help"], [node["html"][:160] for node in one["nodes"][:3]]) for one in found["violations"]
    ] == []


def test_axe_would_find_something(look: Any) -> None:
    page = look().open("/")
    page.evaluate("document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=\"/static/mark.svg\">')")
    assert [one["id"] for one in Axe().run(page, options=RULES).response["violations"]] == ["image-alt"]
