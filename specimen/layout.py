"""A report of the Working Group, or an addendum, as a source text for Typst; its look is in look.typ.

Forced line ends and footnotes are in the words of the script. `⟦key⟧` is a mark of zero width: where it lands in print
is asked of Typst afterwards. Everything else is laid out by Typst, without automatic hyphens, so that the same version
of Typst gives the same lines.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from script import LINE_END, Block

LOOK = Path(__file__).with_name("look.typ")

_RESTARTING = re.compile(r"\d+\.?")
_SYMBOL = re.compile(r"\(A/HRC/[^()]*\)")
_PIECE = re.compile(rf"(?P<line>{LINE_END})|(?P<paragraph>¶)|⟦(?P<place>[^⟧]+)⟧|\[\^(?P<note>[^\]]+)\]")


@dataclass(frozen=True)
class Cover:
    """What stands on the first page.

    issued: date of distribution. session: of the Council, in words. programme: below the agenda item. job: GE number.
    addendum, views: title of an addendum and what it says that it holds; empty for a report, which has contents.
    The others are the words that every document has there.
    """

    symbol: str
    issued: str
    session: str
    programme: str
    job: str
    year: int
    addendum: str = ""
    views: str = ""
    language: str = "en"
    nations: str = "United Nations"
    assembly: str = "General Assembly"
    distribution: str = "Distr.: General"
    original: str = "Original: English"
    council: str = "Human Rights Council"
    agenda: str = "Agenda item 6"
    report: str = "Report of the Working Group on the Universal Periodic Review"
    reviewed: str = "Ruritania"


def typst_source(cover: Cover, blocks: list[Block]) -> str:
    """The whole document as a Typst source text."""
    notes = {block.label: block.words for block in blocks if block.kind == "footnote"}
    values = [f"#let {name} = {json.dumps(value, ensure_ascii=False)}" for name, value in asdict(cover).items()]
    front = [f"#cover({_words('[^*]', notes)})"]
    if not cover.addendum:
        front.append(f"#contents({', '.join(_rows(blocks))})")
    body = [_block(group, notes) for group in _grouped(blocks)]
    return "\n".join([*values, LOOK.read_text(encoding="utf-8"), *front, *body]) + "\n"


def _grouped(blocks: list[Block]) -> Iterator[list[Block]]:
    """Blocks, each with those that are printed on the line where it ends."""
    group: list[Block] = []
    for block in blocks:
        if block.kind == "footnote":
            continue
        if group and not block.follows:
            yield group
            group = []
        group.append(block)
    yield group


def _block(group: list[Block], notes: dict[str, str]) -> str:
    first = group[0]
    words = _words(first.words, notes)
    for block in group[1:]:
        gap = "" if block.kind == "item" else " "
        words += f' + "{gap}" + ' + _words(f"{block.label}{'' if block.kind == 'item' else '.'} {block.words}", notes)
    if first.bold:
        words = f"strong({words})"
    return f"#{_shape(first, words)}"


def _shape(block: Block, words: str) -> str:
    label = _string(block.label.removesuffix(LINE_END))
    match block.kind:
        case "heading" | "subheading":
            level = 1 if block.kind == "heading" else 2
            return f"[#title({level}, {label}, {words}) #label({_string(_key(block))})]"
        case "annex":
            return f"[#pagebreak(weak: true) #title(1, {label}, {{ v(24pt); {words} }}) #label({_string(_key(block))})]"
        case "answer":
            return f"answered({label}, {words})"
        case "paragraph":
            return f"numbered({_string(block.label + '.')}, {str(block.bold).lower()}, {words})"
        case _:
            return _inset(block, label, words)


def _inset(block: Block, label: str, words: str) -> str:
    label_shape = f"strong({label})" if block.bold and _RESTARTING.fullmatch(block.label) else label
    if block.glued:
        return f'inset("", 0pt, {{ {label_shape}; {words} }})'
    if block.label.endswith(LINE_END):
        return f'inset("", 0pt, {{ {label_shape}; linebreak(); {words} }})'
    width = "42.5pt" if "." in block.label[:-1] or "-" in block.label else "28.35pt"
    return f"inset({label_shape if block.label else _string('')}, {width}, {words})"


def _rows(blocks: list[Block]) -> Iterator[str]:
    """Rows of the table of contents: number, depth, words, its paragraphs, key of the heading."""
    for at, block in enumerate(blocks):
        if block.kind not in ("heading", "subheading", "annex"):
            continue
        depth = 1 if block.kind == "subheading" else 0
        paragraphs = "–".join(dict.fromkeys(_ends(blocks, at))) if block.kind != "annex" else ""
        words = re.sub(r"\[\^[^\]]+\]", "", block.words)
        values = (_string(block.label), str(depth), _string(words), _string(paragraphs), _string(_key(block)))
        yield f"row({', '.join(values)})"


def _ends(blocks: list[Block], at: int) -> tuple[str, str]:
    """First and last paragraph of a section."""
    closing = ("heading", "annex") if blocks[at].kind == "heading" else ("heading", "subheading", "annex")
    inside: list[str] = []
    for block in blocks[at + 1 :]:
        if block.kind in closing:
            break
        inside += [block.paragraph] if block.kind == "paragraph" else []
    return inside[0], inside[-1]


def _key(block: Block) -> str:
    return "section-" + re.sub(r"\W+", "-", f"{block.label}{block.words[:12]}")


def _words(words: str, notes: dict[str, str]) -> str:
    """Words as a Typst expression: strings, line ends, places and footnotes joined by `+`."""
    parts: list[str] = []
    done = 0
    for found in _PIECE.finditer(words):
        parts.append(_unbroken(words[done : found.start()]))
        done = found.end()
        parts.append(_piece(found, notes))
    parts.append(_unbroken(words[done:]))
    return " + ".join(part for part in parts if part != '""') or '""'


def _unbroken(words: str) -> str:
    """Words with every symbol in a box, since Typst would end a line at its strokes."""
    symbols = _SYMBOL.findall(words)
    plain = [_string(part) for part in _SYMBOL.split(words)]
    boxes = [f"box({_string(symbol)})" for symbol in symbols] + [""]
    return " + ".join(part for pair in zip(plain, boxes, strict=True) for part in pair if part)


def _piece(found: re.Match[str], notes: dict[str, str]) -> str:
    if found["line"]:
        return "end-line"
    if found["paragraph"]:
        return "parbreak()"
    if found["place"]:
        return f"at({_string(found['place'])})"
    name = found["note"]
    mark = name if set(name) == {"*"} else str(1 + [key for key in notes if key[0] != "*"].index(name))
    return f"note({_string(mark)}, {_string(notes[name])})"


def _string(text: str) -> str:
    """A string literal of Typst."""
    return json.dumps(text, ensure_ascii=False)
