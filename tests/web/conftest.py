"""The web application in this process, over a workspace with the specimen's record.

Django is set up once, with the settings of a server; tests of the laptop's application put its doors and addresses in
their place (`as_on_a_laptop`).
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django_for_tests import LAPTOP, set_up
from playwright.sync_api import Browser, Playwright, sync_playwright

set_up()

from django.test import Client, override_settings  # noqa: E402  # after Django is set up

from item6 import pipeline  # noqa: E402  # after Django is set up
from item6.web.gate import keys  # noqa: E402  # after Django is set up

ROOT = Path(__file__).resolve().parents[2]
KEY = "a-key-that-works-once"

Enter = Callable[[Path], Client]


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace in which the made-up documents were built; read only."""
    folder = tmp_path_factory.mktemp("web")
    pipeline.build(folder, [ROOT / "specimen" / "documents"])
    return folder


@pytest.fixture
def enter(monkeypatch: pytest.MonkeyPatch) -> Iterator[Enter]:
    """Opens a workspace and passes the gate: gives a client that holds the cookie, and fails on no status."""
    opened = []

    def enter(home: Path) -> Client:
        settings = override_settings(ITEM6_HOME=home, **LAPTOP)
        settings.enable()
        opened.append(settings)
        monkeypatch.setattr(keys, "KEYS", keys.Keys(KEY))
        client = Client(headers={"host": "127.0.0.1"}, raise_request_exception=False)
        assert client.get("/", {"key": KEY}).status_code == 302
        return client

    yield enter
    for settings in reversed(opened):
        settings.disable()


@pytest.fixture
def client(enter: Enter, home: Path) -> Client:
    """Inside, over the specimen's record."""
    return enter(home)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not program:
        pytest.fail("the full tests need Chromium; .ci/run installs it")
    browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
    yield browser
    browser.close()
