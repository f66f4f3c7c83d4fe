"""What one cell of the export means. None stands for what cannot be told."""

from __future__ import annotations

import html
import re

from item6.terms.states import find

ACCEPTED, NOTED, PLEDGE = "Accepted", "Noted", "Voluntary Pledge"
RESPONSES = {
    name.casefold(): name
    for name in (ACCEPTED, "Supported", NOTED, "Rejected", "No Response", "General Response", "Pending", PLEDGE)
}
"""Responses as UPR Info names them, by small letters. Older exports tell more than two apart; newer ones say Supported
for Accepted."""

_NO_STATE = ("", "unknown", "-", "n/a", "none")
_BETWEEN_ISSUES = re.compile(r"\s*[,;|\n]\s*")
_LAST_SESSION = 99


def shown(cell: str) -> str:
    """The cell as a person reads it: HTML entities as characters (`&#40;Unknown&#41;`), on one line."""
    text = cell
    for _ in range(2):  # exported twice through a web page, `&` became `&amp;`
        text = html.unescape(text) if "&" in text else text
    return " ".join(text.split())


def is_nobody(name: str) -> bool:
    """Whether the export says that it knows no State: `(Unknown)`."""
    return name.strip("() ").casefold() in _NO_STATE


def state_of(name: str) -> str | None:
    """ISO3 code of the State that a cell names."""
    return find(name)


def response_of(words: str) -> str:
    """The response in UPR Info's own spelling; as written where it is none of RESPONSES."""
    return RESPONSES.get(" ".join(words.casefold().split()), words)


def session_of(words: str) -> int | None:
    """`12`, `Session 12`, `12th session`: a session of the Working Group."""
    return _number(words, 1, _LAST_SESSION)


def action_of(words: str) -> int | None:
    """`5`, `5 - Specific action`: a category from 1 to 5."""
    return _number(words, 1, 5)


def _number(words: str, least: int, most: int) -> int | None:
    found = re.findall(r"\d+", words)
    number = int(found[0]) if len(found) == 1 and len(found[0]) <= 3 else 0
    return number if least <= number <= most and "." not in words else None


def issues_of(words: str) -> tuple[str, ...]:
    """The issues in printed order, each once. None of UPR Info's names holds a comma or a semicolon."""
    return tuple(dict.fromkeys(part for part in _BETWEEN_ISSUES.split(words.strip()) if part))
