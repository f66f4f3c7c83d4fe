"""A statement as text: TXT, Markdown, HTML, DOCX or PDF, told apart by their bytes."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from item6.files.docx import read_docx
from item6.files.errors import Unreadable
from item6.files.kinds import kind
from item6.files.pdf import read_pdf

LONGEST = 20_000_000
"""Setting: bytes of a statement; a longer one is no statement."""

_HTML = re.compile(rb"^\s*(?:<!doctype html|<html|<head|<body|<\?xml[^>]*>\s*<!doctype html)", re.IGNORECASE)
_HTML_NAMES = (".html", ".htm", ".xhtml")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SILENT = {"script", "style", "head", "noscript", "template", "nav", "svg"}
_BLOCKS = {
    "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "br", "tr", "table", "section", "article",
    "blockquote", "header", "footer", "main", "aside", "dt", "dd", "figcaption",
}  # fmt: skip
_VOID = {"br", "hr", "img", "input", "link", "meta", "wbr", "source", "area", "base", "col", "embed", "track"}


def text_of(data: bytes, name: str = "") -> str:
    """The text of a statement; places in it are characters of what is returned.

    data: the file. name: of it, which tells HTML without a head from plain text. Unreadable for empty, encrypted or
    damaged files, and for those that hold no text.
    """
    if not data.strip():
        raise Unreadable("file.empty")
    if len(data) > LONGEST:
        raise Unreadable("file.huge", limit="20 MB")
    if _HTML.match(data[:1024]) or name.lower().endswith(_HTML_NAMES):
        return _of_html(_decoded(data))
    if b"%PDF-" in data[:1024] or (b"\x00" in data[:4096] and not data.startswith(_UTF16)):
        return (read_pdf(data) if kind(data, name) == "pdf" else read_docx(data)).text
    return _decoded(data)


def _decoded(data: bytes) -> str:
    """Plain text in UTF-8, in UTF-16 with its mark, or as old Windows wrote it; line ends as Unix has them."""
    if data.startswith(_UTF16):
        text = data.decode("utf-16", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _of_html(text: str) -> str:
    parser = _Words()
    parser.feed(text)
    parser.close()
    return re.sub(r"[ \t]*\n\s*\n\s*", "\n\n", "".join(parser.said)).strip()


class _Words(HTMLParser):
    """Collects what a page says; blocks are paragraphs, and scripts say nothing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins a paragraph."""
        if tag in _SILENT:
            self._silent += 1
        elif tag in _BLOCKS:
            self.said.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        """A block ends a paragraph; body text begins where the head is left open."""
        if tag in _SILENT and self._silent:
            self._silent -= 1
        elif tag in _BLOCKS - _VOID:
            self.said.append("\n\n")

    def handle_data(self, data: str) -> None:
        """Words, with the line ends of the source as spaces."""
        if not self._silent:
            self.said.append(re.sub(r"\s+", " ", data))
