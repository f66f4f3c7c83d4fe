"""What a browser makes of a page: elements, attributes, addresses. For tests."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

SITE = "http://127.0.0.1"
_LINKING = {"href", "src", "action", "formaction", "poster", "data", "xlink:href", "srcset"}
_OWN = re.compile(r"/static/[a-z0-9]+\.js")
"""Scripts of item6 itself, and htmx, which it serves."""
_DATA = "application/ld+json"
"""The type of a script that browsers never run: what programs read of a public page."""


@dataclass
class Page(HTMLParser):
    """elements: (name, attributes). words: all text between them. scripts: what stands in each script.

    data: what stands in those that are read by programs and run by nobody.
    """

    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    words: str = ""
    scripts: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        HTMLParser.__init__(self)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script":
            is_data = self.elements[-1][1] == {"type": _DATA}
            (self.data if is_data else self.scripts).append(data)
        self.words += data + " "

    @property
    def running(self) -> list[str]:
        """Elements and attributes that run, or look like it, and styles inside the page."""
        bad = [name for name, _ in self.elements if name in ("style", "iframe", "object", "embed", "base")]
        bad += [
            "script" for name, held in self.elements
            if name == "script" and not _OWN.fullmatch(held.get("src", "")) and held != {"type": _DATA}
        ]  # fmt: skip
        bad += ["words that end data" for words in self.data if "<" in words or not isinstance(json.loads(words), dict)]
        bad += ["words in a script" for words in self.scripts if words.strip()]
        bad += [f"{tag} {name}" for tag, held in self.elements for name in held if name.startswith("on")]
        bad += [f"{tag} style" for tag, held in self.elements if "style" in held]
        bad += [each for each in self.loaded if urlsplit(each).scheme not in ("", "http")]
        return bad

    @property
    def loaded(self) -> list[str]:
        """Addresses without those that only a person opens, and that learn nothing of this page."""
        return [each for each in self.addresses if each not in self.led_out]

    @property
    def led_out(self) -> set[str]:
        """Where links lead out of the site: to a mail, a calendar, or another site that is not told from where."""
        links = [held for tag, held in self.elements if tag == "a"]
        told = {"noopener", "noreferrer"}
        return {
            address for held in links if (address := held.get("href", ""))
            and (urlsplit(address).scheme in ("mailto", "webcal")
                 or (urlsplit(address).scheme == "https" and told <= set(held.get("rel", "").split())))
        }  # fmt: skip

    @property
    def addresses(self) -> list[str]:
        """Everything that the page links to or loads."""
        return [value for _, held in self.elements for name, value in held.items() if name in _LINKING]

    def links(self, at: str) -> list[str]:
        """Addresses of links on this site, whole paths, each once. at: the page's own."""
        found = [held["href"] for tag, held in self.elements if tag == "a" and "href" in held]
        return list(dict.fromkeys(urljoin(SITE + at, each).removeprefix(SITE).partition("#")[0] for each in found))


def page_of(contents: bytes) -> Page:
    """The page read."""
    page = Page()
    page.feed(contents.decode())
    return page


EVERY = ("/", "/r/XRU-1", "/r/XRU-2", "/r/XRU-2/115.1", "/r/XRU-2/117.1", "/recommendations",
         "/recommendations?q=state:XRU position:noted", "/recommendations?q=torture", "/recommendations?q=stat:XRU",
         "/recommendations?q=xyzzy", "/state/XRU", "/state/CHE", "/documents", "/problems", "/keys", "/no-such-page",
         "/r/XRU-2/116.5", "/recommendations?q=state:XRU&order=action&open=issue",
         "/brief/XRU-2", "/brief/XRU-2/briefing",
         '/brief/XRU-2/factsheet?theme=issue:"Rights of the Child"', "/brief/XRU-2/factsheet", "/count", "/check",
         "/statements", "/api/v1", "figure")  # fmt: skip
"""Every kind of page; `figure` is the one that the page of a review leads to."""


def path_of(each: str, look: Any) -> str:
    """The path of a kind of page."""
    if each != "figure":
        return each
    page = look().open("/r/XRU-2")
    return str(page.locator('a[href*="not_supported_share"]').first.get_attribute("href"))
