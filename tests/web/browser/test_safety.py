"""What a real browser does with the policy, the cookie, and words that try to run."""

from __future__ import annotations

from typing import Any

import pytest

pytestmark = pytest.mark.full


def test_the_policy_stops_what_is_planted(look: Any) -> None:
    """Were an escape ever forgotten, the browser would still not run it."""
    window = look()
    page = window.open("/")
    page.evaluate(
        """() => {
            window.ran = []
            document.body.insertAdjacentHTML('beforeend',
                '<img src="/static/none.png" onerror="window.ran.push(1)"><p style="color: rgb(1, 2, 3)" id="p">x</p>')
            const script = document.createElement('script')
            script.textContent = 'window.ran.push(2)'
            document.body.append(script)
        }"""
    )
    page.wait_for_timeout(300)
    assert page.evaluate("window.ran") == []
    assert page.evaluate("getComputedStyle(document.getElementById('p')).color") != "rgb(1, 2, 3)"
    assert [each for each in window.complaints if "Content Security Policy" in each]
    window.complaints.clear()


def test_scripts_cannot_read_the_cookie(look: Any) -> None:
    page = look().open("/")
    assert page.evaluate("document.cookie") == ""
    assert [cookie["name"] for cookie in page.context.cookies()] == ["item6"]


def test_another_window_without_the_cookie_is_outside(chromium: Any, site: Any) -> None:
    context = chromium.new_context()
    answer = context.new_page().goto(site.address + "/r/XRU-2")
    assert answer.status == 403
    context.close()
