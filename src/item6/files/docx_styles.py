"""Styles of a Word file, as far as its text and its list numbers need them (ECMA-376 part 1, 17.7)."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from item6.files.docx_markup import W, child, switch, value

_LONGEST = 40
"""Styles in a chain; a template has five at most, and a made-up file shall not cost a square of its size."""


@dataclass(frozen=True, slots=True)
class Style:
    """chain: ids of the style and of those it is based on, nearest first. list_id, level: of `w:numPr`, as written.

    hidden: whether its characters are (`w:vanish`), None where it does not say.
    """

    chain: tuple[str, ...]
    list_id: str | None
    level: str | None
    hidden: bool | None


@dataclass(frozen=True, slots=True)
class Styles:
    """Styles by id. default: the paragraph style that counts where a paragraph names none that exists."""

    by_id: dict[str, Style] = field(default_factory=dict)
    default: str | None = None

    def chain(self, style_id: str | None, default: str | None = None) -> tuple[Style, ...]:
        """The style, or the one that counts by default, and all it is based on, nearest first."""
        style = self.by_id.get(style_id or "") or self.by_id.get(default or "")
        return tuple(self.by_id[name] for name in style.chain) if style else ()

    def hides(self, style_id: str | None, default: str | None = None) -> bool:
        """Whether the nearest style of the chain that speaks of it hides its characters."""
        said = (style.hidden for style in self.chain(style_id, default))
        return next((hidden for hidden in said if hidden is not None), False)


def read_styles(root: Element | None) -> Styles:
    """Styles of `styles.xml`; none where the part is missing."""
    found = {} if root is None else {style.get(W + "styleId", ""): style for style in root.iter(W + "style")}
    based_on = {style_id: value(style, "basedOn") for style_id, style in found.items()}
    styles = {
        style_id: Style(
            _chain(style_id, based_on),
            value(style, "pPr", "numPr", "numId"),
            value(style, "pPr", "numPr", "ilvl"),
            switch(child(style, "rPr"), "vanish"),
        )
        for style_id, style in found.items()
    }
    return Styles(styles, next((style_id for style_id, style in found.items() if _is_default(style)), None))


def _is_default(style: Element) -> bool:
    return style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true", "on")


def _chain(style_id: str, based_on: dict[str, str | None]) -> tuple[str, ...]:
    """Each once, though styles may be based on one another in a ring."""
    met: dict[str, None] = {}
    following: str | None = style_id
    while following is not None and following in based_on and following not in met and len(met) < _LONGEST:
        met[following] = None
        following = based_on[following]
    return tuple(met)
