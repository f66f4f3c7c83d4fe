"""Words on a page that are in another script than the page's own, and that it does not mark as such. For tests."""

from __future__ import annotations

import re
from html.parser import HTMLParser

VOID = {"meta", "link", "input", "img", "br", "path", "rect"}
NAMES = re.compile(
    r"\u2068[^\u2069]*\u2069|[0-9a-f]{12}|item6|UPR Info|[A-Z]{3}-\d\S*|A/HRC/\S+|[\w-]+\.(?:pdf|docx|csv)|[A-Z]{3}\b|"
    r"HTML|PDF|Word|DOCX|XLSX|CSV|JSONL?|ZIP|TXT|Excel|Markdown|JavaScript|Tab|Enter|Alt|Shift|Control|Option|"
    r"Firefox|Chrome|Edge|Mac|English|français|español"
)
"""What is called the same in Arabic, names of files, formats, keys, programs; and what an Issue quotes."""


class Shown(HTMLParser):
    """The words of a page, but for those that it says are English, those of addresses, and code."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._inside: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        foreign = tag != "html" and held.get("lang") in ("en", "fr", "es")
        hidden = foreign or tag in ("code", "kbd", "script", "option", "title")
        if tag not in VOID:
            self._inside.append(hidden or (bool(self._inside) and self._inside[-1]))
        if not hidden and not (self._inside and self._inside[-1]):
            self.words += [held[name] or "" for name in ("aria-label", "alt", "title", "placeholder") if name in held]

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and self._inside:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        if not self._inside or not self._inside[-1]:
            self.words.append(data)


def latin(contents: bytes) -> list[str]:
    """Words of Latin letters on a page that are no names."""
    shown = Shown()
    shown.feed(contents.decode())
    return re.findall(r"[A-Za-z]{2,}", NAMES.sub(" ", " ".join(shown.words)))
