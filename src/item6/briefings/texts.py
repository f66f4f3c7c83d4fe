"""Texts that people write, as letters and concept notes: Markdown of a small kind, its words, and its blocks.

What is understood: paragraphs, headings, lists, quotations, emphasis, and footnotes as `[^1]` with a line `[^1]: ...`.
Links are printed with their address; pictures, HTML and tables are not taken.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from item6.briefings.document import Block, Bullets, Heading, Paragraph, Run, Runs, Text

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).disable(["image", "html_block", "html_inline", "entity"])
_NOTE = re.compile(r"^\[\^(?P<mark>[^\]\s]{1,20})\]:[ \t]*(?P<words>.+)$", re.MULTILINE)
MARK = re.compile(r"\[\^(?P<mark>[^\]\s]{1,20})\]")
"""Where a footnote is called."""
_MANNERS = {"strong_open": "strong", "em_open": "emphasis"}


def settled(text: str) -> str:
    """A text as it is kept and signed: one form of each character, lines that end in LF, no spaces at their ends."""
    lines = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n") + "\n"


def apart(text: str) -> tuple[str, dict[str, str]]:
    """The text without its footnotes, and the footnotes by their marks."""
    settled_text = settled(text)
    return _NOTE.sub("", settled_text), {found["mark"]: found["words"] for found in _NOTE.finditer(settled_text)}


def plain(text: str) -> str:
    """The words of a text as they are read, without marks of form."""
    said = []
    for block in blocks(text):
        match block:
            case Heading(words):
                said.append(words)
            case Paragraph(runs):
                said.append(_words(runs))
            case Bullets(items):
                said.extend(_words(item) for item in items)
    return "\n".join(said)


def blocks(text: str, first_note: int = 1) -> tuple[Block, ...]:
    """The blocks of a text; its footnotes, numbered as they are called from `first_note` on, at the end."""
    body, notes = apart(text)
    called = list(dict.fromkeys(found["mark"] for found in MARK.finditer(body) if found["mark"] in notes))
    numbers = {mark: str(number) for number, mark in enumerate(called, first_note)}
    numbered = MARK.sub(lambda found: _superscript(numbers.get(found["mark"], "")) or found[0], body)
    made = list(_blocks(_MARKDOWN.parse(numbered)))
    for mark in called:
        tokens = _MARKDOWN.parseInline(notes[mark])
        note = (Text(f"{_superscript(numbers[mark])} "), *_runs(tokens[0].children or []))
        made.append(Paragraph(note, "small"))
    return tuple(made)


def _superscript(number: str) -> str:
    return number.translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    """Blocks, whose headings begin at the first level, whatever level the writer began with."""
    levels = [int(token.tag[1:]) for token in tokens if token.type == "heading_open"]
    first = levels[0] if levels else 1
    place, depth, items, quoted = 0, 0, list[Runs](), 0
    while place < len(tokens):
        token = tokens[place]
        inline = tokens[place + 1].children or [] if place + 1 < len(tokens) else []
        match token.type:
            case "heading_open":
                yield Heading(_words(tuple(_runs(inline))), 1 if int(token.tag[1:]) <= first else 2)
            case "bullet_list_open" | "ordered_list_open":
                depth += 1
            case "bullet_list_close" | "ordered_list_close":
                depth -= 1
                if not depth:
                    yield Bullets(tuple(items))
                    items = []
            case "blockquote_open":
                quoted += 1
            case "blockquote_close":
                quoted -= 1
            case "paragraph_open":
                runs = tuple(_runs(inline))
                if depth:
                    items.append(runs)
                else:
                    yield Paragraph(tuple(_as_quoted(each) for each in runs) if quoted else runs)
            case "fence" | "code_block":
                yield Paragraph((Text(token.content.strip("\n")),))
        place += 1


def _as_quoted(run: Run) -> Run:
    return Text(run.words, "quoted") if isinstance(run, Text) else run


def _runs(tokens: list[Token]) -> Iterator[Run]:
    manners, address = list[str](), ""
    for token in tokens:
        if token.type in _MANNERS:
            manners.append(_MANNERS[token.type])
        elif token.type in ("strong_close", "em_close"):
            manners.pop()
        elif token.type == "link_open":
            address = str(token.attrGet("href") or "")
        elif token.type == "link_close":
            if address:
                yield Text(f" ({address})", "quiet")
            address = ""
        elif token.type in ("softbreak", "hardbreak"):
            yield Text(" ")
        elif token.content:
            yield Text(token.content, manners[-1] if manners else "")


def _words(runs: Runs) -> str:
    return "".join(run.words for run in runs if not (isinstance(run, Text) and run.manner == "quiet"))
