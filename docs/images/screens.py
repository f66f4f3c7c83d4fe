"""Pictures of the pages, taken in Chromium over the record of the made-up documents.

python3 docs/images/screens.py

Writes the WebP files beside this one that docs/browser.md shows. Needs playwright and Chromium.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]

PICTURES = {
    # name: (address, width, height, colour scheme); a name that ends in a language of LANGUAGES is taken in it
    "start": ("/", 1200, 640, "light"),
    "review": ("/r/XRU-2", 1200, 1500, "light"),
    "review-dark": ("/r/XRU-2", 1200, 900, "dark"),
    "review-phone": ("/r/XRU-2", 390, 1100, "light"),
    "list": ("/recommendations?q=state:XRU position:noted", 1200, 900, "light"),
    "recommendation": ("/r/XRU-2/116.5", 1200, 1350, "light"),
    "figure": ("", 1200, 640, "light"),
    "review-arabic": ("/r/XRU-2", 1200, 1000, "light"),
}
"""What is taken; the figure is the first share on the page of the review."""

LANGUAGES = {"arabic": "ar"}

STATEMENT = """Ruritania's second review: what was promised

In January 2015 Ruritania was reviewed for the second time. It received 56 recommendations, supported 41 of the 56 and
noted 11, a rejection rate of 19.6 %.

China accepted 290 recommendations. The text is signed by 32 groups from 9 countries."""

CHECKED = {"checked": (1200, 1150, "light"), "checked-phone": (390, 1100, "dark")}
"""The statement above, checked."""


def main() -> None:
    """Builds the record, starts item6, takes every picture."""
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as address, sync_playwright() as playwright:
        program = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        door = browser.new_context()
        door.new_page().goto(address)
        inside = door.storage_state()
        site = address.partition("/?")[0]
        for name, (path, width, height, scheme) in PICTURES.items():
            page = browser.new_context(
                storage_state=inside, viewport={"width": width, "height": height}, color_scheme=scheme,
                device_scale_factor=1, locale=LANGUAGES.get(name.rpartition("-")[2], "en-GB"),
            ).new_page()  # fmt: skip
            page.goto(site + (path or figure_on(browser, inside, site)))
            keep(page, name)
        for name, (width, height, scheme) in CHECKED.items():
            page = browser.new_context(
                storage_state=inside, viewport={"width": width, "height": height}, color_scheme=scheme
            ).new_page()  # fmt: skip
            page.goto(f"{site}/check")
            page.get_by_label("Text", exact=True).fill(STATEMENT)
            page.get_by_label("Title").fill("Joint statement")
            page.get_by_role("button", name="Check this statement").click()
            page.get_by_role("heading", name="The text").wait_for()
            if width < 600:
                page.get_by_role("heading", name="The text").scroll_into_view_if_needed()
                page.evaluate("document.getElementById('said').scrollIntoView()")
            keep(page, name)
        browser.close()


def figure_on(browser: Browser, inside: object, site: str) -> str:
    """The address of a share on the page of the review."""
    page = browser.new_context(storage_state=inside).new_page()  # type: ignore[arg-type]  # as it was given
    page.goto(f"{site}/r/XRU-2")
    return str(page.locator('a[href*="not_supported_share"]').first.get_attribute("href"))


def keep(page: Page, name: str) -> None:
    """A small WebP of what the window shows."""
    page.wait_for_load_state("networkidle")
    Image.open(io.BytesIO(page.screenshot())).save(HERE / f"{name}.webp", "WEBP", quality=82, method=6)


@contextmanager
def serving(home: Path) -> Iterator[str]:
    """item6 over a record of the specimen's documents; its address."""
    item6 = [sys.executable, "-m", "item6", "--home", str(home)]
    environment = {"PYTHONPATH": str(ROOT / "src"), "PATH": ""}
    documents = str(ROOT / "specimen" / "documents")
    subprocess.run([*item6, "build", documents], check=True, env=environment, capture_output=True)
    server = subprocess.Popen([*item6, "serve", "--port", "0"], stdout=subprocess.PIPE, env=environment, text=True)
    assert server.stdout
    try:
        yield server.stdout.readline().strip()
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
