"""Dropping documents in real Chromium: what Django's test client cannot know of headers, forms and scripts."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from specimen_files import SPECIMEN

from item6.record.reader import open_record

pytestmark = pytest.mark.full

ROOT = Path(__file__).resolve().parents[3]
DOCUMENTS = sorted((SPECIMEN / "documents").iterdir())


@pytest.fixture
def served(new_home: Path) -> Iterator[str]:
    """`item6 serve` on a new workspace; the address that it prints."""
    command = [sys.executable, "-m", "item6", "--home", str(new_home), "serve", "--no-browser"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        assert server.stdout
        yield server.stdout.readline().decode().strip()
        server.kill()


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def page(request: pytest.FixtureRequest, chromium: Browser, served: str) -> Iterator[Page]:
    """A page of Chromium that came in by that address; fails at the end if the console complained."""
    said: list[str] = []
    context = chromium.new_context(java_script_enabled=request.param)
    opened = context.new_page()
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.goto(served)
    yield opened
    context.close()
    assert said == []


def test_from_nothing_to_a_review(page: Page, new_home: Path) -> None:
    page.get_by_role("link", name="Add documents").first.click()
    page.get_by_label("Documents").set_input_files([str(path) for path in DOCUMENTS])
    page.get_by_role("button", name="Read these documents").click()
    page.get_by_role("heading", name=f"{len(DOCUMENTS)} documents were read").wait_for(timeout=60_000)
    page.get_by_role("link", name="Ruritania, cycle 2").first.click()
    assert page.url.endswith("/r/XRU-2")


def test_stop_resume_and_switch_back(page: Page, new_home: Path) -> None:
    for name, path in (("first", DOCUMENTS[1]), ("second", DOCUMENTS[-2])):
        page.goto(page.url.split("/", 3)[0] + "//" + page.url.split("/")[2] + "/add")
        page.get_by_label("Documents").set_input_files(
            {"name": f"{name}.pdf", "mimeType": "", "buffer": path.read_bytes()}
        )
        page.get_by_role("button", name="Read these documents").click()
        stop = page.get_by_role("button", name="Stop reading")
        if stop.count():
            stop.click()
            page.get_by_role("button", name="Resume reading").click()
        page.get_by_role("heading", name="1 document was read").wait_for(timeout=60_000)
    last = open_record(new_home).hash
    page.get_by_role("link", name="Records").click()
    page.get_by_role("button", name="Compare", exact=True).click()
    page.get_by_text("second.pdf").wait_for()
    page.get_by_role("link", name="Records").first.click()
    page.get_by_role("button", name="Make").click()
    page.get_by_role("heading", name="Records").wait_for()
    assert open_record(new_home).hash != last
