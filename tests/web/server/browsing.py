"""Browsers for tests of pages: opened as somebody, gone through by keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from people_for_tests import signed_in
from playwright.sync_api import Browser, Page

from item6.web.people.models import Person


@contextmanager
def browsers(chromium: Browser) -> Iterator[Any]:
    """Opens pages of browsers, each of its own, as somebody who is signed in or as anybody."""
    contexts = []

    def opened(site: str, person: Person | None = None, **options: Any) -> Page:
        context = chromium.new_context(**options)
        contexts.append(context)
        if person is not None:
            cookie = signed_in(person).cookies[settings.SESSION_COOKIE_NAME].value
            context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": site}])
        return context.new_page()

    try:
        yield opened
    finally:
        for context in contexts:
            context.close()


def tab_to(page: Page, name: str) -> None:
    """Goes on with the Tab key until a field or button has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()") == name:
            return
    raise AssertionError(f"Tab never comes to {name}")
