"""item6 as people start it, and Chromium as they look at it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[3]


@dataclass
class Site:
    """A running item6. address: without a path. inside: the cookie of who passed the gate."""

    address: str
    inside: Any


@dataclass
class Watched:
    """A page, and what it asked for and complained of. foreign: addresses of other sites."""

    page: Page
    site: str
    foreign: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """The page at a path of the site."""
        self.page.goto(self.site + path)
        return self.page


@pytest.fixture(scope="session")
def site(home: Path, chromium: Browser) -> Iterator[Site]:
    """item6 serve as a process, whose address is read from its standard output; the door is passed in the browser."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "item6", "--home", str(home), "serve", "--port", "0", "--no-browser"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, text=True)
    assert server.stdout and server.stderr
    whole = server.stdout.readline().strip()
    context = chromium.new_context()
    page = context.new_page()
    page.goto(whole)
    assert "key=" not in page.url
    yield Site(whole.partition("/?")[0], context.storage_state())
    context.close()
    server.terminate()
    server.wait()
    assert "Traceback" not in server.stderr.read()
    server.stdout.close()
    server.stderr.close()


@pytest.fixture
def look(chromium: Browser, site: Site) -> Iterator[Any]:
    """Opens a window inside, with the options of a context; at the end nothing foreign was asked for."""
    windows = []

    def look(**options: Any) -> Watched:
        context = chromium.new_context(storage_state=site.inside, **options)
        page = context.new_page()
        watched = Watched(page, site.address)
        page.on("request", lambda one: None if one.url.startswith(site.address) else watched.foreign.append(one.url))
        page.on(
            "console", lambda one: watched.complaints.append(one.text) if one.type in ("error", "warning") else None
        )
        page.on("pageerror", lambda one: watched.complaints.append(str(one)))
        windows.append((context, watched))
        return watched

    yield look
    for context, watched in windows:
        context.close()
        assert watched.foreign == []
        assert watched.complaints == []
