"""The visible words of one paragraph of a Word file (ECMA-376 part 1, 17.3 and 17.13.5).

As Word shows them with all tracked changes accepted: inserted text is in, deleted text and what was moved away are
out, of fields only the result, no marks of notes. Pictures and text boxes stand outside the running text.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from item6.files.docx_markup import MATH, MC, W, child, chosen, switch, value
from item6.files.docx_styles import Styles

_PROPERTIES = ("pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "rubyPr")
_INVISIBLE = ("del", "moveFrom", "drawing", "pict", "object", "txbxContent", "rt")
_LEFT_OUT = frozenset(W + name for name in _PROPERTIES + _INVISIBLE)
_FIXED = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "noBreakHyphen": "-",
}
_LINE_ENDS = (W + "br", W + "cr")
_SPACES = str.maketrans({**dict.fromkeys("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", " "), "\u00ad": None})
"""Whatever ends a line somewhere becomes a space, since a paragraph is one line; soft hyphens are no characters."""
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
_PRIVATE = 0xF000
"""17.3.3.30: characters of symbol fonts are shifted here."""


def paragraph_text(paragraph: Element, styles: Styles, line_end: str = " ") -> str:
    """The text of `w:p`; trailing and doubled spaces as written. line_end: what breaks inside of it become."""
    return "".join(_words(paragraph, styles, line_end).pieces)


def paragraph_pieces(paragraph: Element, styles: Styles) -> list[tuple[str, Element]]:
    """The same text in pieces, each with the element that prints it (`w:t`, `w:tab`, `m:t`, ...)."""
    words = _words(paragraph, styles, " ")
    return list(zip(words.pieces, words.printed_by, strict=True))


def letters(element: Element) -> list[int]:
    """Of `w:t` or `m:t`: for each character of its piece its place in `element.text`."""
    start, end = printed(element)
    written = element.text or ""
    return [at for at in range(start, end) if _SPACES.get(ord(written[at]), "") is not None]


def printed(element: Element) -> tuple[int, int]:
    """Of `w:t` or `m:t`: from where to where `element.text` counts; spaces around it do only where it says so."""
    kept = _kept(element)
    start = (element.text or "").index(kept)
    return start, start + len(kept)


def _words(paragraph: Element, styles: Styles, line_end: str) -> _Words:
    words = _Words(styles, styles.hides(value(paragraph, "pPr", "pStyle"), styles.default), line_end)
    words.walk(paragraph)
    return words


def _kept(element: Element) -> str:
    text = element.text or ""
    return text if element.get(_PRESERVE) == "preserve" else text.strip(" \t\r\n")


def has_mark(paragraph: Element) -> bool:
    """False where the end of the paragraph was deleted or moved away or is hidden: it runs into the next one."""
    mark = child(paragraph, "pPr", "rPr")
    if mark is None:
        return True
    return not (switch(mark, "vanish") or child(mark, "del") is not None or child(mark, "moveFrom") is not None)


class _Words:
    """Gathers pieces of one paragraph, and what prints them. hidden: whether its style hides characters."""

    def __init__(self, styles: Styles, hidden: bool, line_end: str) -> None:
        self.pieces: list[str] = []
        self.printed_by: list[Element] = []
        self._styles = styles
        self._hidden = hidden
        self._line_end = line_end
        self._fields: list[int | None] = []

    def walk(self, parent: Element) -> None:
        """Goes into whatever is not known to hold no text: content controls, links, insertions, unknown wrappers."""
        for element in parent:
            if element.tag == W + "r":
                self._run(element)
            elif element.tag == MATH + "t":
                self._add(element)
            elif element.tag not in _LEFT_OUT:
                self._inside(element)

    def _inside(self, element: Element) -> None:
        branch = chosen(element) if element.tag == MC + "AlternateContent" else element
        if branch is not None:
            self.walk(branch)

    def _run(self, run: Element) -> None:
        if not self._is_hidden(run):
            self._run_pieces(run)

    def _run_pieces(self, run: Element) -> None:
        for element in run:
            tag = element.tag
            if tag == W + "t":
                self._add(element)
            elif tag in _FIXED:
                self._say(_FIXED[tag], element)
            elif tag in _LINE_ENDS:
                self._say(self._line_end, element)
            elif tag == W + "sym":
                self._say(_symbol(element), element)
            elif tag == W + "fldChar":
                self._field(element.get(W + "fldCharType"))
            elif tag in (W + "footnoteReference", W + "endnoteReference") and element.get(W + "customMarkFollows"):
                return
            elif tag == W + "ruby":
                self.walk(element)
            elif tag == MC + "AlternateContent":
                branch = chosen(element)
                if branch is not None:
                    self._run_pieces(branch)

    def _is_hidden(self, run: Element) -> bool:
        properties = child(run, "rPr")
        if properties is None:
            return self._hidden
        said = switch(properties, "vanish")
        if said is not None:
            return said
        style = value(properties, "rStyle")
        return self._hidden or (style is not None and self._styles.hides(style))

    def _add(self, element: Element) -> None:
        self._say(_kept(element).translate(_SPACES), element)

    def _say(self, piece: str, element: Element) -> None:
        self.pieces.append(piece)
        self.printed_by.append(element)

    def _field(self, part: str | None) -> None:
        """Takes out again what stands between the begin of a field and its result; the rest may be other fields."""
        if part == "begin":
            self._fields.append(len(self.pieces))
        elif part in ("separate", "end") and self._fields:
            start = self._fields.pop()
            if start is not None:
                del self.pieces[start:], self.printed_by[start:]
            if part == "separate":
                self._fields.append(None)


def _symbol(element: Element) -> str:
    """`w:sym` as a character: ASCII signs and digits, the bullet, else a bullet for what only its font knows."""
    try:
        code = int(element.get(W + "char", ""), 16)
    except ValueError:
        return ""
    if _PRIVATE <= code <= _PRIVATE + 0xFF:
        sign = chr(code - _PRIVATE)
        pictures = "dings" in element.get(W + "font", "").casefold()
        return sign if " " <= sign < "\x7f" and not sign.isalpha() and not pictures else "•"
    return chr(code) if 0x20 <= code < 0xD800 else ""
