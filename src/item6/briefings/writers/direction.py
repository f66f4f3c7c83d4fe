"""Which way words run, by their first letter that has a direction (UAX #9, rule P2)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from item6.briefings.document import Run

RIGHT_TO_LEFT = ("ar", "fa", "he", "ug", "ur")
"""Languages whose documents run from right to left."""


def runs_right_to_left(words: str) -> bool:
    """Whether the first strong letter is one of a script that runs from right to left."""
    for sign in words:
        match unicodedata.bidirectional(sign):
            case "L":
                return False
            case "R" | "AL":
                return True
    return False


def direction(words: str) -> str:
    """`rtl` or `ltr`, as HTML and typst call them."""
    return "rtl" if runs_right_to_left(words) else "ltr"


def direction_of(runs: Iterable[Run]) -> str:
    """The direction of a paragraph."""
    return direction("".join(run.words for run in runs))
