from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from gallery import HOSTILE, LONG_NAME, SCRIPTS
from playwright.sync_api import sync_playwright
from read_back import Page, squeezed

from item6.briefings.document import Document, Paragraph, Text
from item6.briefings.writers.html import written
from item6.briefings.writers.machine import printed


@pytest.fixture(scope="module")
def page(document: Document) -> Page:
    return Page(written(document))


def test_words_and_numbers(page: Page) -> None:
    words = squeezed(page.words)
    expected = [
        "Ruritania received 56 1 recommendations and supported 44 2, that is 78.6 % 2.",
        "Table 1. How the recommendations stand Position Numbers Share supported 44 78.6 % in_part 1 1.8 %",
        f"115.1 Ratify the protocol on the lime trees of the capital, and report on it every second year ({LONG_NAME})",
        *SCRIPTS.values(),
        *HOSTILE,
    ]
    assert [each for each in expected if squeezed(each) not in words] == []


def test_parts(page: Page) -> None:
    names = [name for name, _ in page.elements]
    counted = {name: names.count(name) for name in ("h1", "h2", "h3", "table", "figure", "img", "details", "ol")}
    assert counted == {"h1": 1, "h2": 7, "h3": 5, "table": 4, "figure": 4, "img": 1, "details": 1, "ol": 1}
    heads = [known.get("scope") for name, known in page.elements if name == "th"]
    assert (len(heads), set(heads)) == (12, {"col"})


def test_numbers_are_data_that_lead_to_their_notes(page: Page, document: Document) -> None:
    numbers = [(known["data-reference"], known["value"]) for name, known in page.elements if name == "data"]
    assert set(numbers) == {(each.reference, each.value) for each in printed(document)}
    links = {known["href"] for name, known in page.elements if name == "a"}
    ids = {known["id"] for _, known in page.elements if "id" in known}
    assert links == {f"#{each}" for each in ids} == {f"#{at}-{n}" for at in ("mark", "note") for n in range(1, 4)}


def test_nothing_can_run_and_nothing_is_asked_for(page: Page) -> None:
    names = {name for name, _ in page.elements}
    assert names & {"script", "iframe", "object", "embed", "link", "form", "base", "svg"} == set()
    assert [key for _, known in page.elements for key in known if key.startswith("on")] == []
    addresses = [known.get("src") or known.get("href") for _, known in page.elements]
    assert {re.match(r"#|data:image/svg", each)[0] for each in addresses if each} == {"#", "data:image/svg"}
    policy = next(known["content"] for name, known in page.elements if known.get("http-equiv"))
    assert policy.startswith("default-src 'none'; img-src data:;")


def test_language_and_direction(page: Page) -> None:
    whole = next(known for name, known in page.elements if name == "html")
    assert (whole["lang"], whole["dir"]) == ("en", "ltr")
    assert [name for name, known in page.elements if known.get("dir") == "rtl"] == ["p", "p"]


def test_hostile_titles(document: Document) -> None:
    for words in HOSTILE:
        made = Page(written(replace(document, title=words, subtitle=words, language='"><script>', blocks=())))
        assert squeezed(made.words).count(squeezed(words)) == 3
        assert "script" not in {name for name, _ in made.elements}


@pytest.mark.full
def test_in_a_browser(document: Document, tmp_path: Path) -> None:
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert program, "the full tests need Chromium; .ci/run installs it"
    file = tmp_path / "briefing.html"
    file.write_bytes(written(document))
    asked, said = [], []
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        for width in (360, 1200):
            tab = browser.new_page(viewport={"width": width, "height": 800})
            tab.on("request", lambda request: asked.append(request.url))
            tab.on("console", lambda message: said.append(message.text))
            tab.goto(file.as_uri())
            assert tab.evaluate("document.documentElement.scrollWidth") <= width
            tab.click('a[href="#note-2"]')
            assert tab.evaluate("document.querySelector(':target').id") == "note-2"
            assert tab.evaluate("document.querySelector('img').naturalWidth") > 0
        browser.close()
    assert set(asked) == {file.as_uri()}
    assert said == []


def test_a_document_without_numbers_has_no_annex(document: Document) -> None:
    made = Page(written(replace(document, blocks=(Paragraph((Text("Words."),)),), sources=())))
    assert "footer" not in {name for name, _ in made.elements}
