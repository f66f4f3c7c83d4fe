"""A browser's name as the list of one's sessions shows it: "Firefox on Linux", and nothing finer."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from item6.web.people.sessions import DEVICE

_BROWSERS = (
    ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"),
    ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chromium", "Chromium"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
)  # fmt: skip
_SYSTEMS = (
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"),
    ("Macintosh", "Mac"), ("Linux", "Linux"),
)  # fmt: skip
"""Words of the User-Agent, the first that is found counts: others imitate those that come later."""


def device_of(agent: str) -> str:
    """The browser and the system, or what of them is known; empty where nothing is."""
    browser = next((name for word, name in _BROWSERS if word in agent), "")
    system = next((name for word, name in _SYSTEMS if word in agent), "")
    return f"{browser} on {system}" if browser and system else browser or system


def name_session(sender: object, request: HttpRequest, **signal: Any) -> None:
    """Writes the browser's name into a session that begins."""
    request.session[DEVICE] = device_of(request.headers.get("User-Agent", ""))
