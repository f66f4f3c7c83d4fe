"""Elements of SVG as text, escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

_NO_TEXT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold (XML 1.0, 2.2)."""


def element(name: str, attributes: dict[str, object], *inside: str) -> str:
    """`<name a="1">inside</name>`. attributes: names with `_` for `-`; None leaves one out. inside: markup."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{written(_number(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{said}>{''.join(inside)}</{name}>" if inside else f"<{name}{said}/>"


def written(words: str) -> str:
    """Words as markup can hold them."""
    return escape(holdable(words))


def holdable(words: str) -> str:
    """Words without the signs that XML cannot hold: a sign that something is missing stands for each."""
    return _NO_TEXT.sub("\ufffd", words)


def text(words: str, x: float, y: float, kind: str = "", anchor: str | None = None) -> str:
    """Words at a place. kind: class."""
    return element("text", {"x": x, "y": y, "class_": kind or None, "text_anchor": anchor}, written(words))


def picture(
    width: float, height: float, title: str, inside: Iterable[str], kind: str, *, stretched: bool = False
) -> str:
    """A whole picture that takes the width of its place. title: the text alternative. stretched: to any shape."""
    return element(
        "svg",
        {
            "viewBox": f"0 0 {_number(width)} {_number(height)}",
            "class_": f"chart {kind}",
            "role": "img",
            "preserveAspectRatio": "none" if stretched else None,
        },
        element("title", {}, written(title)),
        *inside,
    )


def _number(value: object) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
