"""Names and values in WordprocessingML (ECMA-376 part 1, chapter 17)."""

from __future__ import annotations

from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

_OFF = ("0", "false", "off")


def child(parent: Element | None, *path: str) -> Element | None:
    """The element that the local names lead to from `parent`; None where a step is missing."""
    for name in path:
        if parent is None:
            return None
        parent = parent.find(W + name)
    return parent


def value(parent: Element | None, *path: str) -> str | None:
    """`w:val` of the element that the local names lead to; None where a step is missing."""
    found = child(parent, *path)
    return None if found is None else found.get(W + "val")


def switch(parent: Element | None, *path: str) -> bool | None:
    """An on-off property (17.17.4): None where it is not given, on where it is given without a value."""
    found = child(parent, *path)
    return None if found is None else found.get(W + "val") not in _OFF


def whole(text: str | None, otherwise: int) -> int:
    """A number as written in an attribute, or `otherwise` where it is none, or too long to be one."""
    if text is None or len(text) > 9:
        return otherwise
    try:
        return int(text)
    except ValueError:
        return otherwise


def chosen(alternatives: Element) -> Element | None:
    """The one branch of `mc:AlternateContent` that is read, so that nothing is read twice."""
    choice = alternatives.find(MC + "Choice")
    return alternatives.find(MC + "Fallback") if choice is None else choice
